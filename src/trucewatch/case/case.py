"""The case: what an analyst opens, adds to, asks, reviews and verifies.

Decides nothing by itself: it opens the file and hands each request to the module that answers it. Not for use by
several threads at once; several processes may read while one writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Self, TypeVar, Unpack

from trucewatch.agreements import Balance, Finding, Pledge
from trucewatch.agreements.relevance import Bearing
from trucewatch.case.bulletin import BulletinDesk
from trucewatch.case.criteria import Filters, Given
from trucewatch.case.extracting import Reading, have_read
from trucewatch.case.extractions import Extraction, standing_extractions
from trucewatch.case.file import create_file, get_meta, open_file, put_in_place
from trucewatch.case.folding import SITUATION, current_situation
from trucewatch.case.queries import Queries
from trucewatch.case.readings import Readings
from trucewatch.case.receiving import Result
from trucewatch.case.reviewing import Reviewer
from trucewatch.case.rows import (
    AgreementRow,
    CommitmentRow,
    CountRow,
    DisagreementRow,
    DocumentRow,
    FindingRow,
    GatheringRow,
    IncidentRow,
    MentionRow,
    NeedRow,
    ObservationRow,
    PassageRow,
    PledgeRow,
    StatementRow,
    StoryRow,
)
from trucewatch.case.schema import fold_digest
from trucewatch.case.settling import conflicts
from trucewatch.case.showing import Shower, Shown
from trucewatch.case.table import Table
from trucewatch.case.verification import tables_as_of, verify_case
from trucewatch.case.weighing import Weighed
from trucewatch.case.weights import current_parameters, log_parameters, parameters_history
from trucewatch.case.writing import Clock, Writer
from trucewatch.corroboration import PARAMETERS, Parameters
from trucewatch.documents import Document, Received
from trucewatch.errors import CaseError, InputError
from trucewatch.events import AgreementMention, Commitment, EventMention, Gathering, Observation
from trucewatch.extractors import Disagreement, Extractor
from trucewatch.incidents import CountLine
from trucewatch.lineage import Story
from trucewatch.pipeline import ENGINE, Extract, LocalRunner, Runner, extract
from trucewatch.publish import Bulletin, export, export_parquet
from trucewatch.record import Entry, Head, Log, explained
from trucewatch.situation import Agreement, Situation, read_situation
from trucewatch.statements import Statement

T = TypeVar("T")


def utc_now() -> datetime:
    """The machine's clock. Nothing else asks it."""
    return datetime.now(UTC)


class Case:
    """One case: its log, and all that is derived from it. Use it as a context manager, or ``close`` it.

    Every table takes a ``Filters``, or its fields as keywords: ``case.incidents(party="arvenia", place="sorn")``.
    """

    def __init__(
        self,
        path: Path | str,
        *,
        clock: Clock = utc_now,
        runner: Runner | None = None,
        extract: Extract = extract,
        at: int | None = None,
    ) -> None:
        self.path = Path(path)
        self._runner = runner or LocalRunner()
        self._extract = extract
        self._file = self._connection = open_file(self.path)
        try:
            with explained(self.path):
                self.log = Log(self._file, self.path, until=at)
                if at is not None:
                    self._connection = tables_as_of(self.log, at, self._runner, extract)
                self._readings = Readings(self._connection, self.log)
                self._writer = Writer(self._connection, self.log, clock, self._runner, extract)
        except BaseException:
            self.close()
            raise

    @classmethod
    def create(cls, path: Path | str, situation_text: str, *, name: str = "", by: str = "", **settings: Any) -> Self:
        """Make a case at ``path`` that watches the situation, and open it. ``settings`` are those of ``open``.

        Raises CaseError where ``path`` is taken, SituationError where the situation does not make sense.
        """
        where = Path(path)
        read_situation(situation_text, name)
        with explained(where):
            connection = create_file(where, ENGINE)
            try:
                log = Log(connection, where)
                with log.transaction():
                    blob = log.keep(situation_text.encode(), "application/toml")
                    at = settings.get("clock", utc_now)()
                    log.append(SITUATION, at=at, by=by, body={"name": name}, blobs=(blob,))
                    log_parameters(log, PARAMETERS, "", at, by)
            finally:
                connection.close()
        put_in_place(where)
        return cls(where, **settings)

    @classmethod
    def open(cls, path: Path | str, **settings: Any) -> Self:
        """Open the case at ``path``. ``clock`` gives the times that entries claim; ``runner`` says where work is done.
        With ``at``, the number of a log entry, it is read as it stood after that entry: derived again from the log so
        far, in the light of the situation, the weights and the judgements of then, by the engine of today.

        Raises CaseError where there is no case, or not one of this version.
        """
        return cls(path, **settings)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Writing

    def add(self, received: Iterable[Received | InputError], *, by: str = "") -> Iterator[Result]:
        """Add reports, one after the other, each durably before its result is given; an error in place of a report is
        logged as refused.

        A report that cannot be read stops none of the others. Raises CaseError where another engine derived the case.
        """
        self._check_engine()
        return self._explained(self._writer.add(received, by))

    def extract(self, with_: Extractor, *, by: str = "", **given: Unpack[Given]) -> Iterator[Reading]:
        """Have another extractor read the reports, or those that the filters ask for, each once; what it proposes is
        logged as received, and what the text bears out becomes its statements.

        A report that it fails on stops none of the others. Nothing else in the case changes: see ``disagreements``.
        """
        self._check_engine()
        with explained(self.path):
            names = [document.id for document in self.documents(**given).records]
            yield from have_read(self._writer, with_, (self._readings[name] for name in names), by)

    def set_situation(self, text: str, *, name: str = "", by: str = "") -> None:
        """Watch by another situation file from now on. All reports are read again in its light."""
        self._writer.set_situation(text, name, by)

    def set_parameters(self, text: str, *, name: str = "the table", by: str = "") -> None:
        """Grade by another weights table from now on. Raises UsageError where it does not make sense."""
        self._writer.set_parameters(text, name, by)

    def rebuild(self) -> None:
        """Derive every table again from the log: after an upgrade. Judgements are entries of the log and stay."""
        self._writer.rebuild()

    def review(
        self, item: str, decision: str, *, by: str, note: str = "", changes: dict[str, Any] | None = None
    ) -> str:
        """Accept, correct or reject a fact or an incident; gives the judgement's id, which ``undo`` takes."""
        self._check_engine()
        return self._reviewer.review(item, decision, by, note, changes or {})

    def merge(self, incident: str, other: str, *, by: str, note: str = "") -> str:
        """Judge that two incidents are one; gives the judgement's id, which ``undo`` takes. The same again is the same
        judgement. What a standing split keeps apart stays apart: see ``conflicts``.
        """
        self._check_engine()
        return self._reviewer.merge(incident, other, by, note)

    def split(self, incident: str, mentions: Sequence[str], *, by: str, note: str = "") -> str:
        """Judge that these mentions are not of the incident: they and the others never meet again in one, whatever
        arrives, until it is undone. Gives the judgement's id.
        """
        self._check_engine()
        return self._reviewer.split(incident, mentions, by, note)

    def conflicts(self) -> tuple[tuple[str, str, str, tuple[str, ...]], ...]:
        """Merges that a split keeps from being applied: judgement, incident, by whom, the incidents kept apart."""
        with explained(self.path):
            return conflicts(self._connection)

    def undo(self, judgement: str, *, by: str, note: str = "") -> str:
        """Take a judgement back, by its id or that of the item it stands on; gives the item's id."""
        return self._reviewer.undo(judgement, by, note)

    # Reading

    @property
    def situation(self) -> Situation:
        """The situation that the case watches now."""
        return current_situation(self.log)

    @property
    def parameters(self) -> Parameters:
        """The weights table that the case grades by now; ``entry`` is where its log says so."""
        return current_parameters(self.log)

    def parameters_history(self) -> tuple[tuple[Entry, Parameters], ...]:
        """Every weights table so far, oldest first, with its entry."""
        with explained(self.path):
            return tuple(parameters_history(self.log))

    def documents(self, filters: Filters | None = None, **given: Unpack[Given]) -> Table[DocumentRow, Document]:
        """The reports."""
        return self._ask(lambda queries: queries.documents(filters or Filters.of(**given)))

    def stories(self, filters: Filters | None = None, **given: Unpack[Given]) -> Table[StoryRow, Story]:
        """Which reports derive from one another."""
        return self._ask(lambda queries: queries.stories(filters or Filters.of(**given)))

    def statements(self, filters: Filters | None = None, **given: Unpack[Given]) -> Table[StatementRow, Statement]:
        """Who said what."""
        return self._ask(lambda queries: queries.statements(filters or Filters.of(**given)))

    def disagreements(
        self, filters: Filters | None = None, **given: Unpack[Given]
    ) -> Table[DisagreementRow, Disagreement]:
        """Sayings over which two extractors of one report differ: found by one alone, or told otherwise."""
        return self._ask(lambda queries: queries.disagreements(filters or Filters.of(**given)))

    def extractions(self, extractor: str = "", *, document: str = "") -> tuple[Extraction, ...]:
        """What became of what other extractors proposed, report by report, with what was not borne out, by reason."""
        with explained(self.path):
            return tuple(standing_extractions(self._connection, extractor, document))

    def mentions(self, filters: Filters | None = None, **given: Unpack[Given]) -> Table[MentionRow, EventMention]:
        """Events as each report tells them; ``why`` says why one is counted in no incident."""
        return self._ask(lambda queries: queries.mentions(filters or Filters.of(**given)))

    def incidents(self, filters: Filters | None = None, **given: Unpack[Given]) -> Table[IncidentRow, Weighed]:
        """What is said to have happened, with grades and findings."""
        return self._ask(lambda queries: queries.incidents(filters or Filters.of(**given)))

    def commitments(self, filters: Filters | None = None, **given: Unpack[Given]) -> Table[CommitmentRow, Commitment]:
        """What one side would give another."""
        return self._ask(lambda queries: queries.commitments(filters or Filters.of(**given)))

    def pledges(self, filters: Filters | None = None, **given: Unpack[Given]) -> Table[PledgeRow, Pledge]:
        """Commitments by pledge: promised, conditional, delivered, outstanding, and how far it came by which day."""
        return self._ask(lambda queries: queries.pledges(filters or Filters.of(**given)))

    def needs(self, filters: Filters | None = None, **given: Unpack[Given]) -> Table[NeedRow, Balance]:
        """What clauses require and reports say is needed, held against what was pledged."""
        return self._ask(lambda queries: queries.needs(filters or Filters.of(**given)))

    def passages(
        self, clause: str, filters: Filters | None = None, **given: Unpack[Given]
    ) -> Table[PassageRow, Bearing]:
        """Sentences that bear on a clause, most first, whether or not an incident was found in them."""
        return self._ask(lambda queries: queries.passages(clause, filters or Filters.of(**given)))

    def gatherings(self, filters: Filters | None = None, **given: Unpack[Given]) -> Table[GatheringRow, Gathering]:
        """Who met whom, and who stayed away."""
        return self._ask(lambda queries: queries.gatherings(filters or Filters.of(**given)))

    def observations(
        self, filters: Filters | None = None, **given: Unpack[Given]
    ) -> Table[ObservationRow, Observation]:
        """What observers counted themselves."""
        return self._ask(lambda queries: queries.observations(filters or Filters.of(**given)))

    def counts(self, filters: Filters | None = None, **given: Unpack[Given]) -> Table[CountRow, CountLine]:
        """What observers counted, each count once, by area or otherwise and period, with the period before."""
        return self._ask(lambda queries: queries.counts(filters or Filters.of(**given)))

    def agreements(
        self, filters: Filters | None = None, **given: Unpack[Given]
    ) -> Table[AgreementRow, Agreement | AgreementMention]:
        """The situation's agreements, and agreements as reports speak of them."""
        return self._ask(lambda queries: queries.agreements(filters or Filters.of(**given)))

    def findings(self, filters: Filters | None = None, **given: Unpack[Given]) -> Table[FindingRow, Finding]:
        """What each reading of each clause makes of each incident."""
        return self._ask(lambda queries: queries.findings(filters or Filters.of(**given)))

    def situation_entries(self) -> tuple[int, ...]:
        """The numbers of the entries that gave the case its situations, the first included."""
        with explained(self.path):
            return tuple(entry.seq for entry in self.log.entries(SITUATION))

    def show(self, item: str) -> Shown:
        """Anything by its id, the start of its id, or its number in the log. Raises NotFoundError."""
        with explained(self.path):
            return Shower(self._connection, self.log, self._readings, self.situation).show(item)

    def review_queue(self) -> tuple[str, ...]:
        """Ids of what no reviewer has judged: incidents and allegations first, then in log order."""
        with explained(self.path):
            return self._reviewer.queue()

    def bulletin(self, start: date | None = None, end: date | None = None) -> Bulletin:
        """Everything for the bulletin of a period; either end may be open."""
        with explained(self.path):
            return BulletinDesk(self._connection, self.log, self._readings, self.situation).gather(start, end)

    def export(self, form: str, start: date | None = None, end: date | None = None) -> str:
        """The period's records for other tools, in one of ``publish.EXPORTS``."""
        return export(self.bulletin(start, end), form)

    def export_tables(self, start: date | None = None, end: date | None = None) -> dict[str, bytes]:
        """The period's records as Parquet files by table name."""
        return export_parquet(self.bulletin(start, end))

    def verify(self, expected: Head | None = None) -> Iterator[str]:
        """Recompute everything from the log, saying after each step what holds. Raises RecordError where it does not.

        ``expected`` is a head of the log that you noted earlier, or got from another holder of the case.
        """
        return verify_case(self._connection, self.log, self._runner, self._extract, expected)

    def digest(self) -> str:
        """SHA-256 over every derived table: equal digests, equal cases."""
        with explained(self.path):
            return fold_digest(self._connection)

    @property
    def _reviewer(self) -> Reviewer:
        return Reviewer(self._connection, self._writer, self._readings, self.situation)

    def _ask(self, question: Callable[[Queries], T]) -> T:
        with explained(self.path):
            return question(Queries(self._connection, self._readings, self.situation))

    def _explained(self, results: Iterator[Result]) -> Iterator[Result]:
        with explained(self.path):
            yield from results

    def _check_engine(self) -> None:
        if (engine := get_meta(self._connection, "engine")) != ENGINE:
            why, fix = f"this is {ENGINE}, the case was derived by {engine}", f"trucewatch rebuild {self.path}"
            raise CaseError(f"{self.path} needs to be derived again", why, fix)
