"""What became of agreements from one file to another, clause by clause.

Decides what keeps faith with findings that were published under the old file: clauses are added and retired, readings
are added, words are mended. What changes a term in place, drops a clause or uses an id again is a fault, since it would
change what held before without saying so. Never decides which file is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Protocol, TypeVar

from trucewatch.situation.agreements.model import Agreement, Area, Clause, Deontic, Reading, Terms
from trucewatch.situation.model import Situation


@dataclass(frozen=True, slots=True)
class Difference:
    """One change. ``clause`` is "" where it is of the whole agreement; ``fault`` says why it breaks faith, or ""."""

    agreement: str
    clause: str
    kind: str  # added, removed, retired, reused, changed, reworded
    what: str
    fault: str = ""
    try_: str = ""


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Row = TypeVar("Row", bound=_Named)

_RETIRE = "keep it, give it retired = DATE, and add what is new under an id of its own with replaces"
_RETROACTIVE = "it changes what held before, under which findings may have been published"


def compare_agreements(old: Situation, new: Situation) -> tuple[Difference, ...]:
    """Every change to agreements and areas, in the order of the old file and then of the new."""
    found: list[Difference] = []
    later = {agreement.id: agreement for agreement in new.agreements}
    for agreement in old.agreements:
        if agreement.id in later:
            found.extend(_agreement(agreement, later[agreement.id]))
        else:
            found.append(
                Difference(agreement.id, "", "removed", "the agreement is gone", "findings cite it", "keep it")
            )
    known = {agreement.id for agreement in old.agreements}
    found.extend(
        Difference(agreement.id, "", "added", f"{len(agreement.clauses)} clauses")
        for agreement in new.agreements
        if agreement.id not in known
    )
    return (*found, *_areas(old.areas, new.areas))


def _agreement(old: Agreement, new: Agreement) -> Iterator[Difference]:
    for name in ("name", "kind", "stage", "source", "aliases"):
        for what in _told(name, getattr(old, name), getattr(new, name)):
            yield Difference(old.id, "", "reworded" if name != "stage" else "changed", what)
    for name in ("parties", "declared", "effective", "effective_clock", "expires", "expires_clock"):
        for what in _told(name, getattr(old, name), getattr(new, name)):
            yield Difference(old.id, "", "changed", what, _RETROACTIVE, "add an [[agreement.version]] instead")
    yield from _rows(old.id, "version", old.versions, new.versions)
    yield from _rows(old.id, "definition", old.definitions, new.definitions)
    later = _by_id(new.clauses)
    for clause in old.clauses:
        if clause.id in later:
            yield from _clause(old.id, clause, later[clause.id])
        else:
            yield Difference(
                old.id, clause.id, "removed", f"“{clause.title}” is gone", "its id could be used again", _RETIRE
            )
    known = _by_id(old.clauses)
    for clause in new.clauses:
        if clause.id not in known:
            after = f", for {clause.replaces}" if clause.replaces else ""
            yield Difference(old.id, clause.id, "added", f"“{clause.title}”{after}")


def _by_id(rows: Sequence[Row]) -> Mapping[str, Row]:
    return {row.id: row for row in rows}


def _rows(agreement: str, kind: str, old: Sequence[Row], new: Sequence[Row]) -> Iterator[Difference]:
    """Versions or definitions, that may be added but neither changed nor dropped."""
    earlier, later = _by_id(old), _by_id(new)
    for row in old:
        if row.id not in later:
            yield Difference(agreement, "", "removed", f'{kind} "{row.id}" is gone', _RETROACTIVE, "keep it")
        elif later[row.id] != row:
            yield Difference(agreement, "", "changed", f'{kind} "{row.id}"', _RETROACTIVE, f"add another {kind}")
    for row in new:
        if row.id not in earlier:
            yield Difference(agreement, "", "added", f'{kind} "{row.id}"')


def _clause(agreement: str, old: Clause, new: Clause) -> Iterator[Difference]:
    if old.retired and not new.retired:
        what = f"retired since {old.retired}, it holds again as “{new.title}”"
        yield Difference(agreement, old.id, "reused", what, "a retired id is never used again", "give it a new id")
        return
    if _is_another(old, new):
        what = f"“{old.title}” ({old.deontic}) became “{new.title}” ({new.deontic})"
        yield Difference(agreement, old.id, "reused", what, "one id would stand for two clauses", _RETIRE)
        return
    if new.retired and not old.retired:
        yield Difference(agreement, old.id, "retired", f"from {new.retired} on")
    else:
        for what in _told("retired", old.retired, new.retired):
            yield Difference(agreement, old.id, "changed", what, _RETROACTIVE, "keep the day of retiring")
    if old.title != new.title:
        yield Difference(agreement, old.id, "reworded", f"title: “{old.title}” became “{new.title}”")
    for name in ("amount", "unit", "version", "replaces", "uses"):
        for what in _told(name, getattr(old, name), getattr(new, name)):
            yield Difference(agreement, old.id, "changed", what, _RETROACTIVE, _RETIRE)
    yield from _readings(agreement, old, new)


def _is_another(old: Clause, new: Clause) -> bool:
    """Whether nothing but the id is left: another duty, or another title over acts and targets that do not meet."""
    if old.deontic is not new.deontic:
        return True
    before, after = _subjects(old), _subjects(new)
    return old.title != new.title and bool(before) and bool(after) and not before & after


def _subjects(clause: Clause) -> set[str]:
    of_acts = {act for reading in clause.readings for act in reading.terms.acts}
    return of_acts | {target for reading in clause.readings for target in reading.terms.targets}


def _readings(agreement: str, old: Clause, new: Clause) -> Iterator[Difference]:
    later = {reading.party: reading for reading in new.readings}
    for reading in old.readings:
        whose = f"reading of {reading.party}"
        if reading.party not in later:
            yield Difference(agreement, old.id, "removed", f"{whose} is gone", _RETROACTIVE, "keep it")
            continue
        yield from _reading(agreement, old.id, whose, reading, later[reading.party])
    known = {reading.party for reading in old.readings}
    for reading in new.readings:
        if reading.party not in known:
            yield Difference(agreement, old.id, "added", f"reading of {reading.party}")


def _reading(agreement: str, clause: str, whose: str, old: Reading, new: Reading) -> Iterator[Difference]:
    for name in ("summary", "source"):
        if getattr(old, name) != getattr(new, name):
            yield Difference(agreement, clause, "reworded", f"{whose}: {name}")
    for field in fields(Terms):
        before, after = getattr(old.terms, field.name), getattr(new.terms, field.name)
        for what in _told(field.name, before, after):
            kind, fault = ("reworded", "") if field.name == "exceptions" else ("changed", _RETROACTIVE)
            yield Difference(agreement, clause, kind, f"{whose}: {what}", fault, _RETIRE if fault else "")


def _areas(old: Sequence[Area], new: Sequence[Area]) -> Iterator[Difference]:
    later = _by_id(new)
    for area in old:
        if area.id not in later:
            yield Difference("", "", "removed", f'area "{area.id}" is gone', _RETROACTIVE, "keep it")
        elif later[area.id] != area:
            what = f'area "{area.id}" is drawn otherwise'
            yield Difference("", "", "changed", what, _RETROACTIVE, "draw it anew under another id")


def _told(name: str, old: Any, new: Any) -> Iterator[str]:
    """``end: 2031-04-02 became 2031-04-20``; nothing where nothing changed, and of long lists only what differs."""
    about = name.replace("_", " ")
    if isinstance(old, tuple) and isinstance(new, tuple) and old != new:
        kept = [each for each in old if each in new]
        old, new = tuple(each for each in old if each not in kept), tuple(each for each in new if each not in kept)
        if not old and not new:
            yield f"{about}: in another order"
    if old != new:
        yield f"{about}: {_shown(old)} became {_shown(new)}"


def _shown(value: Any) -> str:
    if value is None or value in ("", ()):
        return "nothing"
    if isinstance(value, tuple):
        return ", ".join(map(_shown, value))
    if isinstance(value, str | int | date | Deontic):
        return str(value)
    told = (f"{field.name.replace('_', ' ')} {_shown(getattr(value, field.name))}" for field in fields(value))
    return f"({'; '.join(each for each in told if not each.endswith(' nothing'))})"
