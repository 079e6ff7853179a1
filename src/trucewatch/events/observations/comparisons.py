"""What a mission itself compares its count with: the figure of the period before, and whether it went up or down.

Decides which figures of a sentence are an earlier period's, and what the words say of the change. Never computes a
change: where only the figures are told, the reader may.
"""

from __future__ import annotations

import re

_COMPARED = re.compile(
    r"\bcompar(?:ed|es|ing|able) (?:to|with)\b|\bin comparison (?:to|with)\b|\b(?:up|down) from\b|\bas opposed to\b"
    r"|\bagainst (?=(?:about |some |over )?\d)|\bas against\b",
    re.IGNORECASE,
)
_OWN_PERIOD = re.compile(r"\bsame period\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"[^();\d]{0,40}?\b(?:in|during|for|over)\s+(?:the )?(?:previous|prior|preceding|last reporting)\b", re.IGNORECASE
)
_OPENS = re.compile(
    r"^\W*(?:This|These figures|That|Th[ei]s[e]? numbers?)?\s*compar(?:es|ed|e) (?:to|with)\b", re.IGNORECASE
)
_BRACKETS = re.compile(r"\([^()]*\)")
_RESPECTIVELY_BEFORE = re.compile(r"\brespectively,? (?:were|was|had been)\b[^()]*\bbetween\b", re.IGNORECASE)

_MORE = re.compile(
    r"\b(?:increas\w+|higher (?:than|numbers?|levels?)|more than in|rise|rose|risen|up from|spike|escalat\w+"
    r"|surge\w*|almost doubl\w+)\b",
    re.IGNORECASE,
)
_FEWER = re.compile(
    r"\b(?:decreas\w+|reduc\w+|lower (?:than|numbers?|levels?)|fewer (?:than in|ceasefire|violations)"
    r"|fewer than in|drop\w*|declin\w+|down from"
    r"|fell|fall in)\b",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\b(?:about the same|similar (?:number|level)|unchanged|no change|same (?:number|level))\b", re.IGNORECASE
)


def opens_comparison(text: str) -> bool:
    """Whether the whole sentence only says what the sentence before it compares with."""
    return bool(_OPENS.match(text))


def scopes(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches whose figures are an earlier period's."""
    found = []
    for match in _COMPARED.finditer(text):
        end = _end(text, match.start(), match.end())
        if not _OWN_PERIOD.search(text, match.end(), end):
            found.append((match.end(), end))
    found += [each.span() for each in _BRACKETS.finditer(text) if _RESPECTIVELY_BEFORE.search(each.group())]
    return tuple(found)


def _end(text: str, start: int, at: int) -> int:
    """Where a comparison ends: with its brackets, a semicolon or the sentence."""
    depth = text.count("(", 0, start) - text.count(")", 0, start)
    for position in range(at, len(text)):
        if text[position] == "(":
            depth += 1
        elif text[position] == ")":
            depth -= 1
            if depth == 0 and "(" in text[:start] and text.rfind("(", 0, start) > text.rfind(")", 0, start):
                return position
        elif text[position] == ";":
            return position
    return len(text)


def is_earlier(text: str, start: int, end: int, found: tuple[tuple[int, int], ...]) -> bool:
    """Whether the figure is an earlier period's."""
    return any(first <= start < last for first, last in found) or bool(_EARLIER.match(text, end))


def relation_in(text: str) -> tuple[str, int, int] | None:
    """What the words say of the change: more, fewer or the same, and where."""
    found = [
        (match.start(), match.end(), name)
        for name, pattern in (("same", _SAME), ("more", _MORE), ("fewer", _FEWER))
        if (match := pattern.search(text))
    ]
    if not found:
        return None
    start, end, name = min(found)
    return name, start, end
