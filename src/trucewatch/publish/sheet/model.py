"""The lines of a bulletin, worded once for all renderings: HTML, Markdown and DOCX print the same sheet.

Holds words, order and citations. Holds no markup. Every line cites the words it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.values import Span, When, Where

_MARKS = frozenset("“”„«»‟‘‚‹\"'「『")


@dataclass(frozen=True, slots=True)
class Cite:
    """One citation: the ``use``-th time that the words numbered ``number`` are cited."""

    number: int
    use: int
    document: str
    span: Span
    words: str
    language: str
    source: str

    @property
    def has_own_marks(self) -> bool:
        """Whether the words bring quotation marks of their own."""
        return self.words[:1] in _MARKS

    @property
    def target(self) -> str:
        """The anchor of the marked words."""
        return f"{self.document}.{self.span.start}-{self.span.end}"

    @property
    def anchor(self) -> str:
        """The anchor of this citation, for the way back."""
        return f"r{self.number}-{self.use}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLine:
    """One account of an incident."""

    claimant: str
    side: str  # the party the claimant belongs to, or ""
    stance: str
    actor: str
    target: str
    weapon: str
    harm: tuple[str, ...]
    when: str
    where: str
    publishers: tuple[str, ...]
    basis: tuple[Cite, ...]
    evidence: tuple[Cite, ...]
    is_retracted: bool


@dataclass(frozen=True, slots=True)
class OriginLine:
    """One origin as it counted, or did not."""

    name: str
    supports: bool
    weight: str
    reason: str
    without: str
    is_counted: bool
    reports: tuple[str, ...]  # ids
    learned: str = ""


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One reason, and the words of reports that it rests on."""

    words: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """One finding in words."""

    id: str
    reading: str
    verdict: str
    attributed_to: str
    reasons: tuple[ReasonLine, ...]
    would_change: tuple[str, ...]
    review: str
    is_brief: bool = False  # the clause is about something else: one reason says it all


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """One clause against all readings: ``cells`` run parallel to ``IncidentLine.readings``.

    ``brief`` are the findings on things that the clause is not about, in one line each with their ids.
    """

    agreement: str
    clause: str
    cells: tuple[tuple[FindingLine, ...], ...]  # several where several sides are accused
    brief: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One verdict, by the id of its finding."""

    id: str
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One incident as laid at one side's door; ``cells`` run parallel to ``MatrixLine.readings``, None for no such
    reading.
    """

    number: int
    id: str
    title: str
    when: str
    attributed_to: str
    grade: str
    cells: tuple[MatrixCell | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixLine:
    """One clause against incidents and readings; ``beside`` counts incidents that it is not about."""

    agreement: str
    clause: str
    title: str
    readings: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    beside: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SightingLine:
    """A weapon that observers saw, against one reading of a clause that says how far it has to stand back."""

    clause: str
    title: str
    agreement: str
    reading: str
    seen: Cite
    verdict: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLine:
    """What a clause requires by a day, and whether it is told to have been done."""

    agreement: str
    clause: str
    title: str
    reading: str
    due: str
    outcome: str
    reasons: tuple[ReasonLine, ...]
    would_change: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentLine:
    """One incident with its accounts, grade and findings."""

    number: int
    id: str
    title: str
    kind: str
    when: str
    where: str
    target: str
    grade: str
    digit: str
    sentence: str
    is_contested: bool
    mirror: str
    mirror_title: str
    review: str
    time: When | None
    place: Where | None
    accounts: tuple[AccountLine, ...]
    origins: tuple[OriginLine, ...]
    sum: str
    tolls: tuple[str, ...]
    readings: tuple[str, ...]
    clauses: tuple[ClauseRow, ...]
    verdicts: tuple[str, ...]  # one phrase per distinct verdict, for lists


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentLine:
    """One commitment, however many reports tell of it."""

    id: str
    what: str
    stage: str
    givers: str
    receivers: str
    amount: str
    when: str
    conditions: tuple[Cite, ...]
    basis: Cite
    review: str
    others: tuple[str, ...] = ()  # ids of the same pledge in further reports
    also: tuple[Cite, ...] = ()  # their words
    told: str = ""  # "told in 3 reports"


@dataclass(frozen=True, slots=True)
class PledgeLine:
    """One pledge, however often it was reported.

    ``reason`` says why it adds nothing, where it does not; ``counts`` what it is counted as: "up to 40, 10 delivered".
    """

    giver: str
    what: str
    stage: str
    reason: str
    counts: str
    commitments: tuple[str, ...]  # ids


@dataclass(frozen=True, slots=True)
class RequirementLine:
    """What a clause requires, or reports say is sought, held against what was promised and delivered."""

    agreement: str
    clause: str
    required: str
    promised: str
    delivered: str
    stands: str
    pledges: tuple[PledgeLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheringLine:
    """One gathering, however many reports tell of it. Where they differ, each version stands with its reports."""

    id: str
    title: str
    when: str
    where: str
    hosts: str
    participants: str
    absentees: str
    factuality: str
    purpose: Cite | None
    basis: tuple[Cite, ...]
    review: str
    time: When | None
    others: tuple[str, ...] = ()  # ids of the same gathering in further reports
    more: tuple[Cite, ...] = ()  # the further sentences that it rests on
    told: str = ""  # "told in 3 reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedLine:
    """What observers counted of one kind in one area and period, however many reports tell of it."""

    id: str
    kind: str
    area: str
    when: str
    count: str
    previous: str  # the period before, as the mission states it
    held: str  # the period before, as these reports hold it
    change: str
    basis: tuple[Cite, ...]
    review: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One party's version of a clause."""

    party: str
    summary: str
    window: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementLine:
    """One agreement of the situation file, or one that only reports speak of (then ``clauses`` is empty)."""

    id: str
    name: str
    kind: str
    stage: str
    parties: str
    dates: str
    clauses: tuple[tuple[str, tuple[ReadingLine, ...]], ...]
    mentions: tuple[tuple[str, Cite], ...]  # the phrase, the words


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """One saying."""

    id: str
    speaker: str
    via: str
    act: str
    form: str
    about: str
    words: tuple[Cite, ...]
    review: str


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One report of a story, or with ``number`` 0 the version behind it that is not held.

    ``above`` is the place of the row it hangs from, -1 for none. ``is_ordered`` says that it is known to be the later
    of the two.
    """

    number: int
    report: str
    when: str
    source: str
    title: str
    language: str
    taken: str  # what it took, from which number
    above: int = -1
    is_ordered: bool = False


@dataclass(frozen=True, slots=True)
class StoryLine:
    """Reports that derive from one another."""

    id: str
    title: str
    sentence: str
    edges: tuple[str, ...]
    reports: tuple[str, ...]  # ids
    is_alone: bool
    related: tuple[str, ...] = ()  # labels of independent accounts of the same event
    rows: tuple[StoryRow, ...] = ()  # in time order, each below what it hangs from


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of quoted words; ``mark`` is "" where unchanged, else what the change bears on."""

    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class QuotationLine:
    """One quotation in two versions."""

    change: str
    bears_on: str
    a: tuple[Run, ...]
    b: tuple[Run, ...]
    a_cite: Cite | None
    b_cite: Cite | None


@dataclass(frozen=True, slots=True)
class QuotationSheet:
    """The quotations that changed between two reports."""

    a: str
    b: str
    a_label: str
    b_label: str
    sentence: str
    quotations: tuple[QuotationLine, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was not counted for one reason."""

    reason: str
    items: tuple[tuple[str, Cite | None], ...]  # the report's label, the words


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One publisher."""

    name: str
    kind: str
    control: str
    party: str
    reliability: str
    reports: int


@dataclass(frozen=True, slots=True)
class TextPiece:
    """One piece of a report's text with the citations that begin in it."""

    text: str
    depth: int  # how many citations lie over it
    starts: tuple[tuple[str, tuple[Cite, ...]], ...]  # anchor, citations of it


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of a report, or the white space between two."""

    kind: str
    pieces: tuple[TextPiece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """One report in full."""

    id: str
    label: str
    title: str
    source: str
    published: str
    language: str
    url: str
    sha256: str
    text_sha256: str
    length: int
    reader: str
    received: str
    notes: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A whole bulletin in words, in reading order."""

    title: str
    period: str
    made_from: str
    log_head: str
    engine: str
    summary: tuple[str, ...]
    incidents: tuple[IncidentLine, ...]
    matrix: tuple[MatrixLine, ...]
    duties: tuple[DutyLine, ...]
    sightings: tuple[SightingLine, ...]
    requirements: tuple[RequirementLine, ...]
    commitments: tuple[CommitmentLine, ...]
    gatherings: tuple[GatheringLine, ...]
    counted: tuple[CountedLine, ...]
    agreements: tuple[AgreementLine, ...]
    statements: tuple[StatementLine, ...]
    stories: tuple[StoryLine, ...]
    quotations: tuple[QuotationSheet, ...]
    left_out: tuple[LeftOut, ...]
    sources: tuple[SourceLine, ...]
    reports: tuple[ReportLine, ...]
