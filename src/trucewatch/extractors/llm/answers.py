"""What a language model answered, as candidates.

Decides which of an answer's fields can be claims at all: words where words belong. What has another shape is left out
of its candidate, and a statement that is none becomes an empty candidate, so that the grounder counts it. Believes
nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from trucewatch.errors import InputError
from trucewatch.extractors.model import Candidate, Piece

_MOST_PIECES = 50  # stretches of one saying
_PARTS = ("cue", "source", "speaker", "addressee", "accused")


class CutShortError(Exception):
    """The answer ended before it was done: too much was asked at once."""


def message_of(raw: bytes) -> str:
    """The words of the answer. Raises CutShortError where it is not whole, InputError where it is no answer."""
    plain = _object(raw, "the answer")
    try:
        choice = plain["choices"][0]
        message, finish = choice["message"]["content"], choice.get("finish_reason")
    except (LookupError, TypeError, AttributeError) as error:
        raise unusable("it has no choices[0].message.content") from error
    if finish == "length":
        raise CutShortError
    if not isinstance(message, str):
        raise unusable("its message is not text")
    return message


def candidates_of(message: str, within: tuple[int, int]) -> Iterator[Candidate]:
    """The statements of one answer. Raises InputError where it does not have the shape that was asked for."""
    listed = _object(_bare(message).encode("utf-8", "surrogatepass"), "the model's message").get("statements")
    if not isinstance(listed, list):
        raise unusable("it has no list of statements")
    for each in listed:
        yield _candidate(each, within) if isinstance(each, dict) else Candidate(within=within)


class UnusableError(InputError):
    """The answer is none: not JSON, or not of the shape that was asked for."""


def unusable(why: str) -> UnusableError:
    """The error for an answer that is none."""
    return UnusableError("the model's answer cannot be used", why, "again, or with a model that follows a JSON schema")


def _bare(message: str) -> str:
    """The message without thinking aloud before it and without a fence around it."""
    after = message.rpartition("</think>")[2].strip()
    if after.startswith("```"):
        after = after.partition("\n")[2].rpartition("```")[0]
    return after


def _object(raw: bytes, what: str) -> dict[str, Any]:
    try:
        plain = json.loads(raw.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise unusable(f"{what} is not JSON: {str(error)[:100]}") from error
    if not isinstance(plain, dict):
        raise unusable(f"{what} is {type(plain).__name__}, not an object")
    return plain


def _candidate(said: dict[str, Any], within: tuple[int, int]) -> Candidate:
    content = said.get("content")
    stretches = [content] if isinstance(content, str) else content if isinstance(content, list) else []
    parts = {part: _piece(said.get(part)) for part in _PARTS}
    act = said.get("act")
    return Candidate(
        content=tuple(piece for each in stretches[:_MOST_PIECES] if (piece := _piece(each)) is not None),
        act=act if isinstance(act, str) else "",
        is_negated=said.get("negated") is True,
        within=within,
        **parts,
    )


def _piece(words: Any) -> Piece | None:
    return Piece(words) if isinstance(words, str) and words.strip() else None
