"""What is said to have happened, been promised, met about, agreed or counted: one description in one document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trucewatch.situation import vocabulary
from trucewatch.situation.model import Stage
from trucewatch.values import Amount, Span, When, Where, Who

#: The closed lists that situations and reports share, kept beside the situation.
ACLED, TARGETS = vocabulary.ACLED, vocabulary.TARGETS


class Factuality(StrEnum):
    """How the description stands to what happened."""

    REPORTED = "reported"  # in the report's own voice
    CLAIMED = "claimed"  # attributed to somebody
    DENIED = "denied"
    PLANNED = "planned"
    FEARED = "feared"
    HYPOTHETICAL = "hypothetical"
    BACKGROUND = "background"  # history, outside the period under watch


class Stance(StrEnum):
    """How the one who speaks stands to the event."""

    ALLEGES = "alleges"  # says that somebody else did it
    CONFIRMS = "confirms"  # says that it happened, or that they did it themselves
    DENIES = "denies"
    REPORTS = "reports"  # the document's own voice
    CANNOT_ATTRIBUTE = "cannot attribute"


#: The kinds of harm that people suffer; the others are of things.
SUFFERED_BY_PEOPLE = frozenset({"killed", "wounded", "missing", "displaced", "captured"})


@dataclass(frozen=True, slots=True)
class Harm:
    """What was suffered: ``kind`` is killed, wounded, captured, missing, displaced, damaged or destroyed."""

    kind: str
    amount: Amount
    who: str = ""  # a target class, "soldiers", or the noun as written
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One description of one thing in one document.

    ``act`` is an ACLED sub-event type. ``claimants`` are whoever says so; () for the report's own voice. ``stance``
    is that of the claimants. ``statement`` is the id of the statement it stands in, or "". ``evidence`` are
    spans that name what it is shown by. ``mirror`` is the id of the mention that the other side makes against this
    one's claimant, for mutual accusations. ``is_retracted`` marks an account its own source has withdrawn,
    ``is_correction`` one whose figures take the place of those its source gave before. ``spans``
    are all the sentences that add to it, the trigger's among them; a value taken from one of them keeps its own span.
    """

    id: str
    document: str
    act: str
    trigger: Span
    sentence: Span
    factuality: Factuality
    stance: Stance
    actor: Who | None = None
    target: Who | None = None
    target_class: str = ""
    target_words: Span | None = None
    weapon: str = ""
    when: When | None = None
    where: Where | None = None
    harm: tuple[Harm, ...] = ()
    claimants: tuple[Who, ...] = ()
    statement: str = ""
    evidence: tuple[Span, ...] = ()
    mirror: str = ""
    is_violation: bool = False  # the words themselves call it a breach of a truce
    is_retracted: bool = False
    is_correction: bool = False
    extractor: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """Something one side would give another. ``what`` is a class: troops, observers, weapons, money, security
    guarantees, military assistance, humanitarian aid, ceasefire, territory, prisoners, resources, other.
    """

    id: str
    document: str
    what: str
    stage: Stage
    span: Span  # the words that carry it
    sentence: Span
    givers: tuple[Who, ...] = ()
    givers_count: Amount | None = None  # "about 50 states"
    receivers: tuple[Who, ...] = ()
    seekers: tuple[Who, ...] = ()
    amount: Amount | None = None
    conditions: tuple[Span, ...] = ()
    purpose: Span | None = None
    when: When | None = None
    extractor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """People of several sides in one place: a meeting, summit, round of talks, visit or call."""

    id: str
    document: str
    kind: str  # meeting, talks, summit, visit, call
    trigger: Span
    sentence: Span
    spans: tuple[Span, ...] = ()  # every sentence that adds to it
    when: When | None = None
    where: Where | None = None
    hosts: tuple[Who, ...] = ()
    participants: tuple[Who, ...] = ()
    participants_count: Amount | None = None
    absentees: tuple[Who, ...] = ()
    purpose: Span | None = None
    factuality: Factuality = Factuality.REPORTED
    extractor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementMention:
    """An agreement as one document speaks of it. ``agreement`` is a situation agreement id where it was matched."""

    id: str
    document: str
    kind: str  # ceasefire, peace, resources, humanitarian, exchange, other
    trigger: Span
    sentence: Span
    spans: tuple[Span, ...] = ()
    agreement: str = ""
    stage: Stage = Stage.PROPOSED
    parties: tuple[Who, ...] = ()
    when: When | None = None  # of the talks or the signing
    duration_days: int | None = None
    is_disputed: bool = False
    is_violated: bool = False
    conditions: tuple[Span, ...] = ()
    extractor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """What an observing mission recorded itself: a count of one kind of thing.

    ``kind`` is one of ``observations.kinds.KINDS``. ``count`` is None where the mission says that it could not observe,
    which is not a count of none. ``previous`` is the figure of the period before as the mission states it, ``relation``
    what its words say of the change: more, fewer, same or "". ``part_of`` is the id of the count that this one is a
    part of: never add a part to its whole. ``where`` is the area of what was observed, worked out from
    ``position``, ``distance`` and ``bearing`` where these are what is told.
    """

    id: str
    document: str
    kind: str
    span: Span  # the figure and what it counts
    sentence: Span
    count: Amount | None = None
    observer: Who | None = None
    where: Where | None = None
    when: When | None = None
    weapon: str = ""
    calibre_mm: int | None = None
    direction: str = ""  # outgoing, incoming, undetermined
    course: str = ""  # "west to east"
    sensor: str = ""  # heard, seen, camera, UAV, acoustic sensor, radar
    position: Where | None = None  # the observer's
    distance: Amount | None = None  # in metres
    bearing: str = ""  # a point of the compass, from the position or the place named
    assessed: Span | None = None  # what the observers took it to be
    previous: Amount | None = None
    relation: str = ""
    part_of: str = ""
    spans: tuple[Span, ...] = ()  # the words of every field
    extractor: str = ""


@dataclass(frozen=True, slots=True)
class Events:
    """All that one document says happened, was promised, met about, agreed or counted; each tuple in text order."""

    mentions: tuple[EventMention, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    gatherings: tuple[Gathering, ...] = ()
    agreements: tuple[AgreementMention, ...] = ()
    observations: tuple[Observation, ...] = ()
