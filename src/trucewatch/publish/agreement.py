"""An agreement in words: what each clause asks of whom, as whom it reads, and when it holds.

Decides phrasing. Says everything that a finding would test, and marks what the program cannot test.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from trucewatch.incidents import date_words
from trucewatch.publish.wording import distance_words, list_words
from trucewatch.situation import (
    AGREED_TEXT,
    Agreement,
    Area,
    Clause,
    Clock,
    Condition,
    Exemption,
    Holds,
    Life,
    Reading,
    Situation,
    Terms,
    Withdrawal,
    windows,
)


def agreement_text(agreement: Agreement, situation: Situation) -> str:
    """The whole agreement as lines of text."""
    return "\n".join(_Words(agreement, situation).lines()) + "\n"


def life_words(life: Life) -> str:
    """``from 27 July 2020, 00:01 (UTC+03:00)``; open ends say so."""
    start, end = _moment(life.start, life.start_clock), _moment(life.end, life.end_clock)
    if start and end:
        return f"from {start} to {end}" if start != end else f"on {start} alone"
    return f"from {start} on" if start else f"until {end}" if end else "without end"


def _moment(day: date | None, clock: Clock | None) -> str:
    if day is None:
        return ""
    return f"{date_words(day)}, {clock}" if clock else date_words(day)


def _drawn(area: Area) -> str:
    """``line of the lakes (drawn to within 8 km)``."""
    return f"{area.name} (drawn to within {distance_words(area.margin_m)})" if area.margin_m else area.name


def withdrawal_words(withdrawal: Withdrawal) -> str:
    """``mortar, 120 mm: 8 km``."""
    low, high = withdrawal.calibre_from_mm, withdrawal.calibre_to_mm
    if low is not None and high is not None:
        calibre = f"{low} mm" if low == high else f"{low} to {high} mm"
    else:
        calibre = f"{low} mm and more" if low is not None else f"up to {high} mm" if high is not None else ""
    named = [each for each in (withdrawal.weapon, " / ".join(withdrawal.systems), calibre) if each]
    return f"{', '.join(named) or 'any weapon'}: {distance_words(withdrawal.distance_m)}"


class _Words:
    """One agreement, with names for the ids of its situation."""

    def __init__(self, agreement: Agreement, situation: Situation) -> None:
        self._agreement = agreement
        self._names = {party.id: party.name for party in situation.parties} | {AGREED_TEXT: "the agreed text"}
        self._names |= {place.id: place.name for place in situation.places}
        self._names |= {area.id: _drawn(area) for area in situation.areas}

    def lines(self) -> Iterator[str]:
        """All of it, in the order of the file."""
        agreement = self._agreement
        yield f"{agreement.name} ({agreement.id})"
        yield f"  {agreement.kind}, {agreement.stage}; between {self._list(agreement.parties)}"
        days = (
            ("declared", _moment(agreement.declared, None)),
            ("in effect from", _moment(agreement.effective, agreement.effective_clock)),
            ("expires", _moment(agreement.expires, agreement.expires_clock)),
            ("source", agreement.source),
        )
        if told := "; ".join(f"{name} {value}" for name, value in days if value):
            yield f"  {told}"
        for version in agreement.versions:
            life = Life(version.effective, version.expires, version.effective_clock, version.expires_clock)
            yield f"  version {version.id}: {life_words(life)}. {version.summary}".rstrip(". ") + "."
        for definition in agreement.definitions:
            yield f"  “{definition.id}”: {definition.text}"
        for clause in agreement.clauses:
            yield from self._clause(clause)

    def _list(self, ids: Iterable[str]) -> str:
        return list_words([self._names.get(each, each) for each in ids])

    def _clause(self, clause: Clause) -> Iterator[str]:
        retired = f"; retired from {date_words(clause.retired)} on" if clause.retired else ""
        version = f"; since version {clause.version}" if clause.version else ""
        replaces = f"; for {clause.replaces}" if clause.replaces else ""
        amount = f" {clause.amount:,} {clause.unit}".rstrip() if clause.amount is not None else ""
        yield f"\n  {clause.id}  {clause.title} ({clause.deontic}{amount}{version}{replaces}{retired})"
        for reading in clause.readings:
            yield from self._reading(clause, reading)

    def _reading(self, clause: Clause, reading: Reading) -> Iterator[str]:
        source = f" [{reading.source}]" if reading.source else ""
        yield f"    {self._names.get(reading.party, reading.party)}: {reading.summary}{source}".rstrip()
        spans = list_words([life_words(life) for life in windows(self._agreement, clause, reading)], "never")
        yield f"      holds {spans}"
        for about, told in self._terms(clause, reading.terms):
            yield f"      {about}: {told}"

    def _terms(self, clause: Clause, terms: Terms) -> Iterator[tuple[str, str]]:
        listed = (
            ("acts", ", ".join(terms.acts)),
            ("targets", ", ".join(terms.targets)),
            ("weapons", ", ".join(terms.weapons)),
            ("in", self._list(terms.zone)),
            ("binds", self._list(terms.bound)),
            ("by", date_words(terms.due) if terms.due else ""),
            ("measured from", self._names.get(terms.line, terms.line)),
            ("not", ", ".join((*terms.excepted_acts, *terms.excepted_targets))),
        )
        yield from ((about, told) for about, told in listed if told)
        yield from (("at least", withdrawal_words(each)) for each in terms.withdrawals)
        yield from (("if", _condition(each)) for each in terms.conditions)
        yield from (("but", self._exemption(each)) for each in terms.exemptions)
        yield from (("but, for a person to weigh", each) for each in terms.exceptions)
        yield from (("by", f"“{word}” as defined") for word in clause.uses)

    def _exemption(self, exemption: Exemption) -> str:
        steps = f" Only after {list_words(exemption.only_after)}." if exemption.only_after else ""
        bound = f" For {self._list(exemption.bound)} alone." if exemption.bound else ""
        tested = f" Tested: whether accounts tell of {exemption.circumstance}." if exemption.circumstance else ""
        return f"{exemption.summary}{bound}{steps}{tested}"


def _condition(condition: Condition) -> str:
    holds = "Holds only once" if condition.holds is Holds.ONCE else "Holds until"
    met = f"met on {date_words(condition.day)}" if condition.day else "not known to have been met"
    return f"{holds}: {condition.summary} ({met})"
