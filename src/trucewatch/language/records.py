"""Whom a document has introduced so far, and whom a pronoun can mean.

Decides which of those mentioned before a pronoun stands for; where two fit equally, both are returned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from trucewatch.values import Kind

_REACH = 3  # sentences a pronoun looks back; beyond, news copy names again
_WINDOW = 40  # mentions it looks at, at most
_KEPT = 200  # mentions kept, so that a long text needs no more room than a short one


@dataclass(slots=True)
class Record:
    """Somebody as the document has introduced them so far."""

    name: str
    kind: Kind
    office: str = ""
    state: str = ""
    entity: str = ""
    party: str = ""
    gender: str = ""
    words: set[str] = field(default_factory=set)  # of the office or the body's name, folded, without states
    head: str = ""
    last: int = -1  # sentence of the latest mention
    is_named: bool = False  # by a proper name, not by an office alone


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention already read, as a pronoun looks back at it."""

    record: Record
    sentence: int
    is_subject: bool
    is_quoted: bool
    is_speaker: bool = False


class Antecedents:
    """The mentions of one text as far as it has been read."""

    def __init__(self) -> None:
        self.seen: list[Seen] = []

    def add(self, seen: Seen) -> None:
        """Remember one more mention."""
        self.seen.append(seen)
        if len(self.seen) > _KEPT:
            del self.seen[: _KEPT // 2]

    def speaker(
        self, here: int, *, is_quoted: bool, fits: Callable[[Seen], bool], trails: bool = False
    ) -> Record | None:
        """Who spoke in the sentence before, alone: whoever "she added" goes on about.

        Where the words ``trail`` what was said ("the soldier will be tried, he added") nobody in it is meant.
        """
        near = [seen for seen in self.seen[-_WINDOW:] if seen.is_quoted == is_quoted and fits(seen)]
        if not trails and any(seen.sentence == here and seen.is_subject for seen in near):
            return None
        spoke = _distinct(seen for seen in near if seen.is_speaker and here - seen.sentence == 1)
        return spoke[-1] if len(spoke) == 1 else None

    def of(self, here: int, *, is_quoted: bool, fits: Callable[[Seen], bool]) -> tuple[Record | None, tuple[str, ...]]:
        """The nearest sentence back that holds a subject who fits; two rivals leave it open."""
        window = [
            seen
            for seen in self.seen[-_WINDOW:]
            if here - seen.sentence <= _REACH and seen.is_quoted == is_quoted and fits(seen)
        ]
        same = _distinct(seen for seen in window if seen.sentence == here and seen.is_subject)
        if len(same) == 1:
            return same[0], ()
        if same:
            return None, tuple(record.name for record in same)
        others = _distinct(seen for seen in window if seen.sentence == here)
        for back in range(1, _REACH + 1):
            earlier = [seen for seen in window if seen.sentence == here - back]
            subjects = _distinct(seen for seen in earlier if seen.is_subject)
            if subjects and not others:
                return subjects[0], ()  # the first subject is the main clause's
            chosen = _distinct_records([*subjects, *others] if subjects else [*_distinct(iter(earlier)), *others])
            if len(chosen) == 1:
                return chosen[0], ()
            if chosen and earlier:
                return None, tuple(record.name for record in chosen)
        return (others[0], ()) if len(others) == 1 else (None, tuple(record.name for record in others))


def _distinct(seen: Iterable[Seen]) -> list[Record]:
    return _distinct_records([each.record for each in seen])


def _distinct_records(records: Sequence[Record]) -> list[Record]:
    found: dict[str, Record] = {}
    for record in records:
        found.setdefault(f"{record.kind} {record.name}", record)
    return list(found.values())
