"""What needs two tables of an agreement to tell: ids, references, days that contradict, circles, drawings.

Whether its clauses contradict each other is for ``contradictions``. None of it depends on the order of the parties.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from trucewatch.gazetteer import find_toponym
from trucewatch.situation.agreements.contradictions import check_contradictions
from trucewatch.situation.agreements.model import Agreement, Area, Clause, Reading, Version
from trucewatch.situation.agreements.versions import lives
from trucewatch.situation.lines import Path
from trucewatch.situation.model import Situation
from trucewatch.situation.sift import Findings, describe, suggest
from trucewatch.situation.vocabulary import AGREED_TEXT


def check_agreements(situation: Situation, findings: Findings) -> None:
    """Run every check on every agreement."""
    known = {
        "party": [party.id for party in situation.parties],
        "place or area": [*(place.id for place in situation.places), *(area.id for area in situation.areas)],
        "area": [area.id for area in situation.areas],
    }
    areas = {area.id: area for area in situation.areas}
    for index, agreement in enumerate(situation.agreements):
        path: Path = ("agreement", index)
        _check_ids(path, agreement, findings)
        for where, kind, identifier in _references(path, agreement):
            if not (kind == "place or area" and find_toponym(identifier)):
                _check_known(where, kind, identifier, known[kind], findings)
        _check_parts(path, agreement, findings)
        _check_circles(path, agreement, findings)
        _check_days(path, agreement, findings)
        for where, reading in _readings(path, agreement):
            _check_terms(where, reading, areas, findings)
        check_contradictions(path, agreement, situation, findings)


def check_order(path: Path, early: str, start: date | None, late: str, end: date | None, findings: Findings) -> None:
    """An end that lies before its start is refused."""
    if start and end and end < start:
        what = f"in {describe(path)}, {late} {end} lies before {early} {start}"
        findings.add((*path, late), what, "the dates contradict", f"swap them, or correct {late}")


def check_unique(rows: Iterable[tuple[Path, str]], findings: Findings) -> None:
    """No two rows may have one id, a retired one included."""
    first: dict[str, Path] = {}
    for path, identifier in rows:
        if identifier and identifier in first:
            line = findings.line_of(first[identifier])
            key = "party" if path[-2:-1] == ("reading",) else "id"
            why = f'line {line} has "{identifier}" already, and a reference must mean one thing'
            findings.add((*path, key), f'{describe(path)} repeats "{identifier}"', why, "rename or join them")
        first.setdefault(identifier, path)


def _readings(path: Path, agreement: Agreement) -> Iterator[tuple[Path, Reading]]:
    for at, clause in enumerate(agreement.clauses):
        for number, reading in enumerate(clause.readings):
            yield (*path, "clause", at, "reading", number), reading


def _check_ids(path: Path, agreement: Agreement, findings: Findings) -> None:
    clauses, versions, words = agreement.clauses, agreement.versions, agreement.definitions
    check_unique([((*path, "clause", at), row.id) for at, row in enumerate(clauses)], findings)
    check_unique([((*path, "version", at), row.id) for at, row in enumerate(versions)], findings)
    check_unique([((*path, "definition", at), row.id) for at, row in enumerate(words)], findings)
    for at, clause in enumerate(agreement.clauses):
        readings = [((*path, "clause", at, "reading", n), each.party) for n, each in enumerate(clause.readings)]
        check_unique(readings, findings)


# -- references --------------------------------------------------------------------------------------------------------


def _check_known(path: Path, kind: str, identifier: str, known: Sequence[str], findings: Findings) -> None:
    if identifier and identifier not in known:
        tables = " or ".join(f"[[{table}]]" for table in kind.split(" or "))
        what = f'{describe(path)} refers to "{identifier}"'
        findings.add(path, what, f"no {tables} has that id", suggest(identifier, known))


def _references(path: Path, agreement: Agreement) -> Iterator[tuple[Path, str, str]]:
    """What refers beyond the agreement."""
    for party in agreement.parties:
        yield (*path, "parties"), "party", party
    for here, reading in _readings(path, agreement):
        terms = reading.terms
        yield (*here, "party"), "party", "" if reading.party == AGREED_TEXT else reading.party
        yield from (((*here, "bound"), "party", party) for party in terms.bound)
        yield from (((*here, "zone"), "place or area", place) for place in terms.zone)
        yield (*here, "line"), "area", terms.line
        for at, exemption in enumerate(terms.exemptions):
            yield from (((*here, "exemption", at, "bound"), "party", party) for party in exemption.bound)


def _check_parts(path: Path, agreement: Agreement, findings: Findings) -> None:
    """What refers to another table of the agreement."""
    versions = [version.id for version in agreement.versions]
    words = [definition.id for definition in agreement.definitions]
    clauses = {clause.id: clause for clause in reversed(agreement.clauses)}
    for at, clause in enumerate(agreement.clauses):
        here = (*path, "clause", at)
        _check_known((*here, "version"), "agreement.version", clause.version, versions, findings)
        _check_known((*here, "replaces"), "agreement.clause", clause.replaces, list(clauses), findings)
        for word in clause.uses:
            _check_known((*here, "uses"), "agreement.definition", word, words, findings)
        replaced = clauses.get(clause.replaces)
        if replaced is not None and replaced.retired is None:
            why = f'clause "{replaced.id}" is not retired, so both would hold'
            findings.add(
                (*here, "replaces"), f'{describe(here)} replaces "{replaced.id}"', why, "give that one retired = DATE"
            )
    for at, definition in enumerate(agreement.definitions):
        for word in definition.uses:
            _check_known((*path, "definition", at, "uses"), "agreement.definition", word, words, findings)


def _check_circles(path: Path, agreement: Agreement, findings: Findings) -> None:
    uses = {definition.id: definition.uses for definition in agreement.definitions}
    told: set[str] = set()
    for at, definition in enumerate(agreement.definitions):
        circle = _circle(definition.id, uses)
        if circle and not told & set(circle):
            told |= set(circle)
            what = f'definition "{definition.id}" rests on itself'
            why = f"following uses comes back to it: {' → '.join(circle)}"
            findings.add((*path, "definition", at, "uses"), what, why, "say one of them without the other")


def _circle(start: str, uses: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The shortest way from ``start`` back to itself, or ()."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:
        for word in uses.get(way[-1], ()):
            if word == start:
                return (*way, start)
            if word not in seen:
                seen.add(word)
                ways.append((*way, word))
    return ()


# -- days --------------------------------------------------------------------------------------------------------------


def _check_days(path: Path, agreement: Agreement, findings: Findings) -> None:
    check_order(path, "effective", agreement.effective, "expires", agreement.expires, findings)
    check_order(path, "declared", agreement.declared, "expires", agreement.expires, findings)
    _check_versions(path, agreement, findings)
    for at, clause in enumerate(agreement.clauses):
        here = (*path, "clause", at)
        begins = _begins(agreement, clause)
        if clause.retired and begins and clause.retired < begins:
            why = f"the clause begins on {begins}"
            findings.add((*here, "retired"), f"{describe(here)} is retired on {clause.retired}", why, "correct one")
        for number, reading in enumerate(clause.readings):
            _check_window((*here, "reading", number), reading, agreement, findings)


def _begins(agreement: Agreement, clause: Clause) -> date | None:
    return next((life.start for life in lives(agreement, replace(clause, retired=None))), None)


def _check_window(path: Path, reading: Reading, agreement: Agreement, findings: Findings) -> None:
    """A reading may begin or end at its own day, but not wholly outside the agreement's life."""
    terms = reading.terms
    check_order(path, "start", terms.start, "end", terms.end, findings)
    check_order(path, "start", terms.start, "due", terms.due, findings)
    days = (agreement.declared, agreement.effective, *(version.effective for version in agreement.versions))
    opens = min((day for day in days if day), default=None)
    if terms.start and agreement.expires and terms.start > agreement.expires:
        why = f'agreement "{agreement.id}" expires on {agreement.expires}'
        findings.add((*path, "start"), f"{describe(path)} starts on {terms.start}", why, "correct start or expires")
    if terms.end and opens and terms.end < opens:
        why = f'agreement "{agreement.id}" begins on {opens}'
        what = f"{describe(path)} ends on {terms.end}"
        findings.add((*path, "end"), what, why, "correct end, declared or effective")


def _check_versions(path: Path, agreement: Agreement, findings: Findings) -> None:
    for at, version in enumerate(agreement.versions):
        check_order((*path, "version", at), "effective", version.effective, "expires", version.expires, findings)
        if at:
            _check_after((*path, "version", at), agreement.versions[at - 1], version, findings)
    first = agreement.versions[0] if agreement.versions else None
    if first and agreement.effective and agreement.effective != first.effective:
        why = f'its first version, "{first.id}", takes effect on {first.effective}'
        what = f"{describe(path)} takes effect on {agreement.effective}"
        findings.add((*path, "effective"), what, why, "give the day once, with the version")


def _check_after(path: Path, before: Version, version: Version, findings: Findings) -> None:
    """Only one version holds on a day."""
    if version.effective <= before.effective:
        what = f'version "{version.id}" does not come after "{before.id}"'
        why = f"it takes effect on {version.effective}, that one on {before.effective}"
        findings.add((*path, "effective"), what, why, "list versions in the order in which they take effect")
    elif before.expires and before.expires >= version.effective and not _is_handed_over(before, version):
        what = f'versions "{before.id}" and "{version.id}" overlap'
        why = f"the one lasts until {before.expires}, the other begins on {version.effective}"
        findings.add((*path, "effective"), what, why, "end the one the day before, or leave its expires out")


def _is_handed_over(before: Version, version: Version) -> bool:
    """Whether both name hours of one day at which the one ends and the other begins."""
    end, start = before.expires_clock, version.effective_clock
    if before.expires != version.effective or end is None or start is None:
        return False
    return end.minute - end.offset <= start.minute - start.offset


# -- terms -------------------------------------------------------------------------------------------------------------


def _check_terms(path: Path, reading: Reading, areas: dict[str, Area], findings: Findings) -> None:
    terms = reading.terms
    for place in terms.zone:
        area = areas.get(place)
        if area and not area.rings and area.lines and not area.reach_m:
            what = f'{describe(path)} has the zone "{place}", which encloses nothing'
            findings.add((*path, "zone"), what, "a line or a point has no inside", "give the area a reach_km")
    if terms.withdrawals and not terms.line:
        what = f"{describe(path)} asks for withdrawal, but not from where"
        findings.add(path, what, "distances are measured from a line", "add line = the id of an [[area]]")
    for at, withdrawal in enumerate(terms.withdrawals):
        low, high = withdrawal.calibre_from_mm, withdrawal.calibre_to_mm
        if low is not None and high is not None and high < low:
            here = (*path, "withdrawal", at)
            what = f"in {describe(here)}, calibre_to_mm {high} lies below calibre_from_mm {low}"
            findings.add((*here, "calibre_to_mm"), what, "no calibre is both", "swap them")
