"""The rows that the tables of a case are made of: one class per noun, each with the columns a reader asks for.

Every ``id`` is accepted by ``show``. Times are EDTF as far as known, else the words as written; ``start`` and ``end``
are the days they allow, None while unresolved.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """One report."""

    id: str
    title: str
    source: str
    published: str
    start: date | None
    end: date | None
    language: str
    story: str
    name: str
    url: str
    media_type: str
    understood: bool
    events_read: bool
    statements: int
    mentions: int
    entry: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """Documents that derive from one another; a report nobody rewrote is a story of one."""

    id: str
    title: str
    documents: tuple[str, ...]
    sources: tuple[str, ...]
    origins: int
    roots: tuple[str, ...]
    unseen_root: bool
    related: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """One saying."""

    id: str
    speakers: tuple[str, ...]
    offices: tuple[str, ...]
    parties: tuple[str, ...]
    act: str
    form: str
    words: str
    accused: tuple[str, ...]
    when: str
    start: date | None
    end: date | None
    document: str
    source: str
    status: str
    extractor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementRow:
    """One saying of a report over which two extractors differ. ``id`` is the statement of ``extractor``; ``other_id``
    is "" where ``other_extractor`` did not find the saying.
    """

    id: str
    differs: tuple[str, ...]
    extractor: str
    speakers: tuple[str, ...]
    act: str
    words: str
    other_extractor: str
    other_id: str
    other_speakers: tuple[str, ...]
    other_act: str
    other_words: str
    document: str
    source: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    """What one report says of one event. ``incident`` is "" where it is counted in none; ``why`` then says why."""

    id: str
    act: str
    factuality: str
    stance: str
    actor: str
    target: str
    when: str
    start: date | None
    end: date | None
    place: str
    harm: tuple[str, ...]
    claimants: tuple[str, ...]
    incident: str
    why: str
    words: str
    document: str
    source: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRow:
    """One thing said to have happened."""

    id: str
    title: str
    type: str
    when: str
    start: date | None
    end: date | None
    place: str
    located: bool
    accused: tuple[str, ...]
    accounts: int
    contested: bool
    grade: int
    likelihood: str
    certain_origins: int
    possible_origins: int
    sentence: str
    documents: tuple[str, ...]
    status: str
    resolved: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRow:
    """Something one side would give another."""

    id: str
    what: str
    stage: str
    amount: str
    givers: tuple[str, ...]
    receivers: tuple[str, ...]
    seekers: tuple[str, ...]
    when: str
    start: date | None
    end: date | None
    words: str
    document: str
    source: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeRow:
    """One pledge, however many reports tell of it. Numbers are ranges; None is open."""

    id: str
    giver: str
    what: str
    receivers: tuple[str, ...]
    stage: str
    conditional: bool
    disputed: bool
    promised: str
    delivered: str
    outstanding: str
    promised_low: int | None
    promised_high: int | None
    delivered_low: int | None
    delivered_high: int | None
    outstanding_low: int | None
    outstanding_high: int | None
    unit: str
    history: tuple[str, ...]
    conditions: tuple[str, ...]
    reason: str
    reports: int
    commitments: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedRow:
    """What a clause requires, or reports say is needed, held against what was pledged.

    ``id`` is that of the agreement, or of the first commitment that tells of the need.
    """

    id: str
    clause: str
    need: str
    needed_by: str
    required: str
    promised: str
    delivered: str
    missing: str
    pledges: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageRow:
    """One sentence of a report that bears on a clause: how much, per mille, and why."""

    score: int
    why: tuple[str, ...]
    words: str
    document: str
    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheringRow:
    """People of several sides in one place."""

    id: str
    kind: str
    when: str
    start: date | None
    end: date | None
    place: str
    hosts: tuple[str, ...]
    participants: tuple[str, ...]
    count: str
    absentees: tuple[str, ...]
    purpose: str
    words: str
    document: str
    source: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationRow:
    """What observers counted, as one report tells it. ``low`` and ``high`` are None where open, or not observed."""

    id: str
    kind: str
    count: str
    low: int | None
    high: int | None
    place: str
    when: str
    start: date | None
    end: date | None
    weapon: str
    calibre_mm: int | None
    direction: str
    course: str
    sensor: str
    position: str
    distance: str
    bearing: str
    assessed: str
    previous: str
    relation: str
    part_of: str
    observer: str
    words: str
    document: str
    source: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """One kind of thing counted in one area (or of one weapon, direction or observer) and period, and the one before.

    ``id`` is that of the first observation. ``previous`` is as the mission states it, ``held`` as the case holds it;
    ``observed`` is no, partly or yes.
    """

    id: str
    by: str
    kind: str
    when: str
    start: date | None
    end: date | None
    count: str
    observed: str
    previous: str
    held: str
    change: str
    reports: int
    observations: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow:
    """An agreement of the situation (``document`` is "") or one as a report speaks of it."""

    id: str
    agreement: str
    name: str
    kind: str
    stage: str
    parties: tuple[str, ...]
    when: str
    start: date | None
    end: date | None
    disputed: bool
    violated: bool
    words: str
    document: str
    source: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """One reading of one clause, held against one incident."""

    id: str
    incident: str
    title: str
    agreement: str
    clause: str
    reading: str
    verdict: str
    reasons: tuple[str, ...]
    attributed_to: tuple[str, ...]
    grade: int
    likelihood: str
