"""The weights table as a file: read with every fault named by line and key, and written back.

Decides what a table may say: whole numbers, every letter, and bars that no single origin can pass. Never decides which
table a case is graded by.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any

from trucewatch.corroboration.parameters import Parameters
from trucewatch.errors import UsageError

LETTERS = "ABCDEF"
_MOST = 6906  # P .999: what may weigh more is certainty, which nobody has
_NAMES = tuple(each.name for each in fields(Parameters) if each.name not in {"version", "weights", "entry", "lessons"})
_VERSION = re.compile(r"[\w.-]{1,40}")
_SEE = "start from what `trucewatch parameters show` prints"

#: Figure -> the least and the most that it may be, and why.
_BOUNDS: Mapping[str, tuple[int, int, str]] = {
    "prior": (-_MOST, 0, "before anybody speaks, nothing is likelier than not"),
    "cap": (1, _MOST, "it bounds what one origin weighs"),
    "interest": (1, 1000, "it divides what those weigh who speak for their own side"),
    "confirmed": (1, 2 * _MOST, "what is confirmed is likelier than not"),
    "even": (-_MOST, 0, "from here on it is at least a roughly even chance"),
    "enough": (1, 1_000_000, "it is a number of observations"),
    "firmness": (1, 1000, "it is a number of observations"),
}


def read_parameters(text: str, name: str = "the table") -> Parameters:
    """The table that the TOML file says. Raises UsageError, with the line and key, where it does not make sense."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name} is no TOML", str(error), _SEE) from error
    for key, fault in _faults(said):
        line = _line_of(key, text)
        where = f"{name}:{line}" if line else name
        raise UsageError(f"{where}: {key}", fault, _SEE)
    weights = MappingProxyType({letter: said["weights"][letter] for letter in LETTERS})
    return Parameters(said["version"], weights, **{figure: said[figure] for figure in _NAMES})


def write_parameters(parameters: Parameters) -> str:
    """The file that says this table."""
    lines = [f'version = "{parameters.version}"']
    lines += [f"{figure} = {getattr(parameters, figure)}" for figure in _NAMES]
    lines += ["", "[weights]", *(f"{letter} = {parameters.weights[letter]}" for letter in LETTERS)]
    return "\n".join(lines) + "\n"


def _faults(said: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(key, what is wrong with it), the first of which is told."""
    for key in said:
        if key not in {"version", "weights", *_NAMES}:
            yield key, f"no such key; there are version, {', '.join(_NAMES)} and the table weights"
    version = said.get("version")
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        yield "version", "expected a name of letters, digits, '.', '_' and '-', of at most 40"
    for figure in _NAMES:
        low, high, why = _BOUNDS[figure]
        if fault := _not_within(said.get(figure), low, high):
            yield figure, f"{fault}: {why}"
    yield from _faults_of_weights(said)
    if said["prior"] + said["cap"] >= said["confirmed"]:
        yield "confirmed", "prior and cap together reach it: one origin alone would pass the bar"


def _faults_of_weights(said: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    weights = said.get("weights")
    if not isinstance(weights, dict):
        yield "weights", f"expected a table with a weight for each of {', '.join(LETTERS)}"
        return
    for letter in weights:
        if letter not in LETTERS:
            yield letter, f"no such letter; STANAG 2511 has {', '.join(LETTERS)}"
    for letter in LETTERS:
        if fault := _not_within(weights.get(letter), 0, said["cap"]):
            yield letter, f"{fault}: no origin weighs more than the cap"
    for better, worse in zip("ABCD", "BCDE", strict=True):
        if weights[worse] > weights[better]:
            yield worse, f"it weighs more than {better}, which is the more reliable"


def _not_within(value: Any, low: int, high: int) -> str:
    if value is None:
        return "it is missing"
    if type(value) is not int or not low <= value <= high:
        return f"expected a whole number from {low} to {high}, got {value!r}"
    return ""


def _line_of(key: str, text: str) -> int:
    """The line on which the key is first written, 0 where it is not."""
    written = re.compile(rf"\s*\[?\s*[\"']?{re.escape(key)}[\"']?\s*[]=]")
    return next((number for number, line in enumerate(text.splitlines(), 1) if written.match(line)), 0)
