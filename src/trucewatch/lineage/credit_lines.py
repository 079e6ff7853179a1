"""Credit lines: whom a report itself names as the one its words came from.

Decides who is credited, as folded names. Never decides that a credited source wrote the whole report.
"""

from __future__ import annotations

import re

_CAPITAL = r"[A-ZÀ-ÞА-ЯЄІЇҐ]"
_NAME = rf"({_CAPITAL}[\w.&’'-]{{0,30}}(?: {_CAPITAL}[\w.&’'-]{{0,30}}){{0,4}})"
_BEFORE = re.compile(_NAME + r"(?: and " + _NAME + r")? ?$")
_AFTER = re.compile(r" ?(?:[Tt]he )?" + _NAME)
_DATELINE = re.compile(r"\(" + _NAME + r"\) ?[-—–]")

#: Words that stand right after a credited name, and words that stand right before one.
_FOLLOWING = ("contributed to this", "contributed reporting")
_PRECEDING = ("according to", "first published by", "first published in", "first reported by", "originally appeared in",
              "originally published by", "citing", "told", "as reported by")  # fmt: skip
_REACH = 120  # code points around a cue in which a name may stand
_READ = 20_000  # code points at each end: credit lines stand at the head or the foot


def fold_name(name: str) -> str:
    """A publisher's name as credit lines are compared: no article, no case, no full stops."""
    return " ".join(name.replace(".", "").casefold().split()).removeprefix("the ")


def find_credits(text: str) -> tuple[str, ...]:
    """Everybody credited, folded and sorted."""
    ends = text if len(text) <= 2 * _READ else f"{text[:_READ]}\n{text[-_READ:]}"
    found = {name for cue in _FOLLOWING for at in _places(ends, cue) for name in _names(_BEFORE, ends[:at])}
    found |= {name for cue in _PRECEDING for at in _places(ends, cue) for name in _named_after(ends, at + len(cue))}
    if "(" in ends:
        found |= {match.group(1) for match in _DATELINE.finditer(ends)}
    return tuple(sorted({fold_name(name) for name in found}))


def _places(text: str, cue: str) -> list[int]:
    places, at = [], text.find(cue)
    while at >= 0:
        places.append(at)
        at = text.find(cue, at + len(cue))
    return places


def _names(form: re.Pattern[str], before: str) -> list[str]:
    match = form.search(before[-_REACH:])
    return [name for name in match.groups() if name] if match else []


def _named_after(text: str, at: int) -> list[str]:
    match = _AFTER.match(text, at, at + _REACH)
    return [match.group(1)] if match else []
