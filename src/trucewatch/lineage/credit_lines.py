"""Credit lines: whom a report itself names as the one its words came from.

Decides who is credited, as folded names: wires in datelines and bylines, those who contributed, published first or are
cited. Never decides that a credited source wrote the whole report, nor whether a name is that of an outlet: a credit
counts only where the other of two related reports is by that name (``direction``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_CAPITAL = r"[A-ZÀ-ÞА-ЯЄІЇҐ]"
_WORD = rf"(?:(?:{_CAPITAL}\.)+|{_CAPITAL}[\w&-]{{0,30}}(?:\.[\w-]{{1,30}}){{0,3}})"  # "U.S.", "Post", "Post.example"
_SITE = r"[a-z0-9-]{1,40}(?:\.[a-z]{2,20}){1,3}"
_NAME = re.compile(rf"{_WORD}(?: (?:(?:of|for|de|du|la) )?{_WORD}){{0,4}}")
_AFTER = re.compile(rf"(?: by| in| on| at| from| to)?:? ?[«“\"]?(?:[Tt]he )?({_NAME.pattern}|{_SITE})")
_AND = re.compile(rf"(?:,| and|, and) (?:the )?({_NAME.pattern})")
_BEFORE = re.compile(rf"({_NAME.pattern})$")
_DATELINE = re.compile(rf"({_NAME.pattern})[)\]] ?[-—–]")
_RIGHTS = re.compile(rf"[ ©]*(?:\(c\))?[ ©]*(?:\d{{4}})?,? ?(?:by )?(?:[Tt]he )?({_NAME.pattern})")
_BYLINE = re.compile(rf"(?:[Bb]y|BY) [^\n]{{2,80}}?(?:,| for| of| of the|,? the) (?:The )?({_NAME.pattern})$")
_LONE = re.compile(rf"(?:[Bb]y )?(?:[Tt]he )?({_NAME.pattern})$")
_INITIAL = re.compile(r"\b(\w)\.(?=\w\b|\s|$)")
_FULL_STOP = re.compile(r"[.!?)(\n—|]\s")

#: Before these stand the names of those credited, several in a row.
_FOLLOWING = ("contributed to th", "contributed reporting", "contributed from", "contributed to the re")
#: Right before these stands one name.
_SAYING = (" reported", " reports that", " first reported", " повідомляє", " сообщает")
#: Right after these, prepositions and articles aside. A first letter is left out where it may be a capital.
_PRECEDING = (
    "according to", "as reported by", "citing", "told", "riginally published", "riginally appeared",
    "irst published", "irst appeared", "irst reported", "republished", "reprinted", "material from", "(via",
    "\nVia", "\nSource", "за повідомленням", "з посиланням на", "за даними", "со ссылкой на", "по данным", "повідомляє",
    "сообщает",
)  # fmt: skip
_RESERVED = ("Copyright", "©")
_REACH = 160  # code points around a cue in which a name may stand
_LONGEST_NAME = 60  # code points
_READ = 20_000  # code points at each end: credit lines stand at the head or the foot
_HEAD = 8  # lines in which a byline stands
_LONGEST_BYLINE = 100

#: Agencies that other papers credit by their letters. A situation's sources may declare further names.
_LETTERS = {
    "ap": "associated press",
    "afp": "agence france presse",
    "dpa": "deutsche presse agentur",
    "upi": "united press international",
}


def fold_name(name: str) -> str:
    """A publisher's name as credit lines are compared: no article, no case, no hyphens, no stops after initials."""
    words = _INITIAL.sub(r"\1", name).replace("-", " ").casefold().split()
    folded = " ".join(words).removeprefix("the ")
    return _LETTERS.get(folded, folded)


def find_credits(text: str) -> tuple[str, ...]:
    """Everybody credited, folded and sorted."""
    ends = text if len(text) <= 2 * _READ else f"{text[:_READ]}\n{text[-_READ:]}"
    return tuple(sorted({fold_name(name) for name in _found(ends)}))


def _found(text: str) -> Iterator[str]:
    for cue in _FOLLOWING:
        for at in _places(text, cue):
            yield from _NAME.findall(_sentence_before(text, at))
    for cue in _SAYING:
        for at in _places(text, cue):
            yield from _groups(_BEFORE.search(text, max(0, at - _LONGEST_NAME), at))
    for cue in _PRECEDING:
        for at in _places(text, cue):
            yield from _row_of_names(text, at + len(cue))
    for cue in _RESERVED:
        for at in _places(text, cue):
            yield from _groups(_RIGHTS.match(text, at + len(cue), at + _REACH))
    for at in _places(text, "("):
        yield from _groups(_DATELINE.match(text, at + 1, at + _REACH))
    yield from _bylines(text.lstrip().split("\n", _HEAD)[:_HEAD])


def _places(text: str, cue: str) -> list[int]:
    places, at = [], text.find(cue)
    while at >= 0:
        places.append(at)
        at = text.find(cue, at + len(cue))
    return places


def _groups(match: re.Match[str] | None) -> Iterable[str]:
    return match.groups() if match else ()


def _sentence_before(text: str, at: int) -> str:
    """What stands before ``at`` in its sentence. "The paper's Ann Lee and a wire's writers contributed"."""
    return _FULL_STOP.split(text[max(0, at - _REACH) : at])[-1]


def _row_of_names(text: str, at: int) -> Iterator[str]:
    """A name right after ``at``, and those that follow it: "according to the Herald and the Post"."""
    end = at + _REACH
    match = _AFTER.match(text, at, end)
    while match:
        yield match.group(1)
        match = _AND.match(text, match.end(), end)


def _bylines(head: Iterable[str]) -> Iterator[str]:
    """Names at the end of a byline, and names that are a line by themselves: "By Ann Lee, Agence Sud"."""
    for line in map(str.strip, head):
        if 0 < len(line) <= _LONGEST_BYLINE:
            yield from _groups(_BYLINE.match(line) or _LONE.match(line))
