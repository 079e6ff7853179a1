"""Facts as rows of a table: one function per noun.

Decides how a fact is worded in one line of a table. Never leaves out doubt: a time that is not resolved is shown as it
was written, an amount as the range it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypedDict, TypeVar

from trucewatch.case.differing import Differing
from trucewatch.case.facts import Fact, day
from trucewatch.case.kept import Kept
from trucewatch.case.rows import (
    AgreementRow,
    CommitmentRow,
    CountRow,
    DisagreementRow,
    GatheringRow,
    MentionRow,
    ObservationRow,
    StatementRow,
)
from trucewatch.events import AgreementMention, Commitment, EventMention, Gathering, Observation
from trucewatch.incidents import CountLine, why_not_counted
from trucewatch.situation import Agreement
from trucewatch.statements import Statement
from trucewatch.values import Amount, Where, Who

F = TypeVar("F")

_SINCE = "not counted as it was read; corrected since"


class _Shared(TypedDict):
    """The columns that every fact has."""

    id: str
    start: date | None
    end: date | None
    document: str
    source: str
    status: str
    words: str


def statement_row(kept: Kept) -> StatementRow:
    """One saying in one line."""
    fact = _as(kept.fact, Statement)
    return StatementRow(
        **_shared(kept),
        speakers=names(fact.speakers),
        offices=tuple(who.office for who in fact.speakers if who.office),
        parties=tuple(dict.fromkeys(who.party for who in fact.speakers if who.party)),
        act=fact.act,
        form=fact.form,
        accused=names(fact.accused),
        when=day(fact.when),
        extractor=fact.extractor,
    )


def disagreement_row(found: Differing) -> DisagreementRow:
    """One disagreement in one line: what the first extractor found, then the other's, where it found anything."""
    fact = _as(found.kept.fact, Statement)
    other = _as(found.other.fact, Statement) if found.other else None
    first, second = found.extractors if found.disagreement.one else found.extractors[::-1]
    return DisagreementRow(
        id=fact.id,
        differs=tuple(difference.value for difference in found.disagreement.differences),
        extractor=first,
        speakers=names(fact.speakers),
        act=fact.act,
        words=found.kept.words,
        other_extractor=second,
        other_id=other.id if other else "",
        other_speakers=names(other.speakers) if other else (),
        other_act=other.act if other else "",
        other_words=found.other.words if found.other else "",
        document=found.kept.document,
        source=found.kept.source,
        status=found.kept.status,
    )


def mention_row(kept: Kept, incident: str, text: str) -> MentionRow:
    """One event as one report tells it. ``incident`` is the one it is a member of, ``text`` the document's."""
    fact = _as(kept.fact, EventMention)
    aimed = fact.target_words.of(text) if fact.target_words else fact.target_class
    return MentionRow(
        **_shared(kept),
        act=fact.act,
        factuality=fact.factuality,
        stance=fact.stance,
        actor=fact.actor.name if fact.actor else "",
        target=fact.target.name if fact.target else aimed,
        when=day(fact.when),
        place=place_name(fact.where),
        harm=tuple(f"{amount_words(harm.amount)} {harm.kind}" for harm in fact.harm),
        claimants=names(fact.claimants),
        incident=incident,
        why="" if incident else why_not_counted(fact) or _SINCE,
    )


def commitment_row(kept: Kept) -> CommitmentRow:
    """One commitment in one line."""
    fact = _as(kept.fact, Commitment)
    return CommitmentRow(
        **_shared(kept),
        what=fact.what,
        stage=fact.stage,
        amount=amount_words(fact.amount),
        givers=names(fact.givers) or _counted(fact.givers_count),
        receivers=names(fact.receivers),
        seekers=names(fact.seekers),
        when=day(fact.when),
    )


def gathering_row(kept: Kept, text: str) -> GatheringRow:
    """One gathering in one line. ``text`` is the document's, for the purpose's words."""
    fact = _as(kept.fact, Gathering)
    return GatheringRow(
        **_shared(kept),
        kind=fact.kind,
        when=day(fact.when),
        place=place_name(fact.where),
        hosts=names(fact.hosts),
        participants=names(fact.participants),
        count=amount_words(fact.participants_count),
        absentees=names(fact.absentees),
        purpose=fact.purpose.of(text) if fact.purpose else "",
    )


def observation_row(kept: Kept, text: str) -> ObservationRow:
    """One count in one line. ``text`` is the document's, for the words of the assessment."""
    fact = _as(kept.fact, Observation)
    return ObservationRow(
        **_shared(kept),
        kind=fact.kind,
        count=figure_words(fact.count),
        low=fact.count.low if fact.count else None,
        high=fact.count.high if fact.count else None,
        place=place_name(fact.where),
        when=day(fact.when),
        weapon=fact.weapon,
        calibre_mm=fact.calibre_mm,
        direction=fact.direction,
        course=fact.course,
        sensor=fact.sensor,
        position=place_name(fact.position),
        distance=amount_words(fact.distance),
        bearing=fact.bearing,
        assessed=" ".join(fact.assessed.of(text).split()) if fact.assessed else "",
        previous=figure_words(fact.previous, ""),
        relation=fact.relation,
        part_of=fact.part_of,
        observer=fact.observer.name if fact.observer else "",
    )


def count_row(line: CountLine) -> CountRow:
    """One line of a table of counts."""
    return CountRow(
        id=line.observations[0],
        by=line.value,
        kind=line.kind,
        when=line.when,
        start=line.start,
        end=line.end,
        count=figure_words(line.count),
        observed="no" if line.count is None else "partly" if line.is_unobserved else "yes",
        previous=figure_words(line.previous, ""),
        held=figure_words(line.held, ""),
        change=line.change,
        reports=line.reports,
        observations=line.observations,
    )


def figure_words(amount: Amount | None, otherwise: str = "not observed") -> str:
    """A figure as the range it is, without its unit: what was not observed is no zero."""
    if amount is None:
        return otherwise
    return f"{'about ' if amount.is_approximate else ''}{_range(amount.low, amount.high)}"


def agreement_row(kept: Kept, known: dict[str, Agreement]) -> AgreementRow:
    """One agreement as one report speaks of it, by the name the situation gives it."""
    fact = _as(kept.fact, AgreementMention)
    named = known.get(fact.agreement)
    return AgreementRow(
        **_shared(kept),
        agreement=fact.agreement,
        name=named.name if named else "",
        kind=fact.kind,
        stage=fact.stage,
        parties=names(fact.parties),
        when=day(fact.when),
        disputed=fact.is_disputed,
        violated=fact.is_violated,
    )


def situation_row(agreement: Agreement) -> AgreementRow:
    """One agreement as the situation file holds it."""
    start = agreement.effective or agreement.declared
    return AgreementRow(
        id=agreement.id,
        agreement=agreement.id,
        name=agreement.name,
        kind=agreement.kind,
        stage=agreement.stage,
        parties=agreement.parties,
        when=start.isoformat() if start else "",
        start=start,
        end=agreement.expires,
        disputed=len({reading.party for clause in agreement.clauses for reading in clause.readings}) > 1,
        violated=False,
        words="",
        document="",
        source="",
        status="situation",
    )


def names(people: Iterable[Who]) -> tuple[str, ...]:
    """Who they are, each once."""
    return tuple(dict.fromkeys(who.name for who in people))


def place_name(where: Where | None) -> str:
    """A place as written, with what it is near to or within said; its candidates where it is ambiguous."""
    if where is None:
        return ""
    doubt = f" ({len(where.candidates)} candidates)" if where.candidates else ""
    relation = "" if where.nearness == "at" else f"{where.nearness} "
    return f"{relation}{where.name}{doubt}"


def amount_words(amount: Amount | None) -> str:
    """An amount as the range it is: "up to 30,000 troops", "4 or more", "about 50 states"."""
    if amount is None:
        return ""
    about = "about " if amount.is_approximate else ""
    return f"{about}{_range(amount.low, amount.high)} {amount.unit}".strip()


def _range(low: int | None, high: int | None) -> str:
    if low is None:
        return f"up to {high:,}" if high is not None else "some"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def _counted(amount: Amount | None) -> tuple[str, ...]:
    return (amount_words(amount),) if amount else ()


def _shared(kept: Kept) -> _Shared:
    return _Shared(
        id=kept.fact.id,
        start=kept.start,
        end=kept.end,
        document=kept.document,
        source=kept.source,
        status=kept.status,
        words=" ".join(kept.words.split()),
    )


def _as(fact: Fact, kind: type[F]) -> F:
    if not isinstance(fact, kind):
        raise TypeError(f"expected {kind.__name__}, got {type(fact).__name__}")
    return fact
