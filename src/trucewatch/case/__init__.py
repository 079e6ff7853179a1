"""The case: one file that holds the record and all that is derived from it.

Decides what is written together, what can be asked, and how everything is checked again. The only room that knows both
the record and the domain. Never edits: what is received and what is judged are entries of the log, and the tables are
a fold over it.

    from trucewatch.case import Case

    with Case.open("spring.case") as case:
        for result in case.add(received):
            print(result.outcome, result.id)
        case.incidents(party="arvenia").to_dicts()
"""

from __future__ import annotations

from trucewatch.case.case import Case, utc_now
from trucewatch.case.criteria import STATUSES, Filters
from trucewatch.case.extracting import Reach, Reading
from trucewatch.case.extractions import Extraction
from trucewatch.case.judgements import Decision, Judgement
from trucewatch.case.receiving import Outcome, Result
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
from trucewatch.case.showing import Shown, Words
from trucewatch.case.table import Table
from trucewatch.case.weighing import Weighed

__all__ = [
    "STATUSES",
    "AgreementRow",
    "Case",
    "CommitmentRow",
    "CountRow",
    "Decision",
    "DisagreementRow",
    "DocumentRow",
    "Extraction",
    "Filters",
    "FindingRow",
    "GatheringRow",
    "IncidentRow",
    "Judgement",
    "MentionRow",
    "NeedRow",
    "ObservationRow",
    "Outcome",
    "PassageRow",
    "PledgeRow",
    "Reach",
    "Reading",
    "Result",
    "Shown",
    "StatementRow",
    "StoryRow",
    "Table",
    "Weighed",
    "Words",
    "utc_now",
]
