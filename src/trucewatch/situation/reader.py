"""A situation file read: TOML text in, ``Situation`` out, or every error with its line. Reads no file itself."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from typing import Any

from trucewatch.errors import SituationError
from trucewatch.situation.build import build
from trucewatch.situation.checks import check
from trucewatch.situation.lines import find_lines
from trucewatch.situation.model import Situation
from trucewatch.situation.shape import SITUATION
from trucewatch.situation.sift import Findings, sift

MAX_CHARACTERS = 8_000_000  # a gazetteer of some 40,000 places; a situation is written by people

_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")


def read_situation(text: str, name: str = "") -> Situation:
    """The situation that ``text`` describes. Raises the first error; its ``why`` counts the others.

    ``name`` is the file's name, used only in messages.
    """
    situation, errors = _read(text)
    if situation is not None and not errors:
        return situation
    first = errors[0]
    where = f"{name or 'situation'}, line {first.line}: " if first.line else f"{name or 'situation'}: "
    more = f" ({len(errors) - 1} more found)" if len(errors) > 1 else ""
    raise SituationError(where + first.what, first.why + more, first.try_, line=first.line)


def check_situation(text: str) -> tuple[SituationError, ...]:
    """Every error in ``text``, in the order of its lines; () where there is none."""
    return _read(text)[1]


def _read(text: str) -> tuple[Situation | None, tuple[SituationError, ...]]:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        raw = _parse(text)
    except SituationError as error:
        return None, (error,)
    findings = Findings(find_lines(text))
    if raw.get("include"):
        why = "a text alone cannot reach other files"
        findings.add(("include",), "the files to include were not taken in", why, "give the situation by its path")
    situation = build(sift(raw, SITUATION, (), findings))
    check(situation, findings)
    return situation, findings.sorted()


def _parse(text: str) -> dict[str, Any]:
    if len(text) > MAX_CHARACTERS:
        why = f"it holds {len(text):,} characters; the limit is {MAX_CHARACTERS:,}"
        raise SituationError("the situation file is too large", why, "keep only the places that reports name")
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except RecursionError:
        what, why = "the file nests too deeply", "tables and lists lie inside one another hundreds of times"
        raise SituationError(what, why, "write tables as [[name]] headers") from None
    except (ValueError, ArithmeticError) as error:
        raise _syntax_error(str(error), text) from None


def _syntax_error(message: str, text: str) -> SituationError:
    """The complaint of ``tomllib`` with its line; "at end of document" means the last line."""
    match = _LINE.search(message)
    line = int(match.group(1)) if match else text.rstrip("\n").count("\n") + 1
    why = _LINE.sub("", message).replace("(at end of document)", "").strip()
    rows = text.split("\n")
    shown = rows[line - 1].strip()[:80] if line <= len(rows) else ""
    try_ = f"look at: {shown}" if shown else "look at the end of the file"
    return SituationError("this is not valid TOML", why[:1].lower() + why[1:], try_, line=line)
