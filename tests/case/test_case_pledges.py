"""Pledges, needs and passages of a case: each pledge once, what is required beside it, and what bears on a clause."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.case import Case
from trucewatch.documents import Document, Received
from trucewatch.errors import NotFoundError

SITUATION = """
id = "lake"
title = "The lake truce"
start = 2031-05-01
[[party]]
id = "arvenia"
name = "Arvenia"
[[party]]
id = "belkora"
name = "Belkora"
[[agreement]]
id = "force"
name = "Lake force agreement"
kind = "ceasefire"
stage = "signed"
parties = ["arvenia", "belkora"]
[[agreement.clause]]
id = "F1"
title = "A force for the lake line"
deontic = "requires"
amount = 40000
unit = "troops"
[[agreement.clause.reading]]
party = "text"
[[agreement.clause]]
id = "F2"
title = "The sides cease all fire"
deontic = "prohibits"
[[agreement.clause.reading]]
party = "text"
acts = ["Shelling/artillery/missile attack"]
"""
REPORTS = (
    ("2031-05-02", "SORN - Arvenia agreed on Friday to send 30,000 troops to the lake line."),
    ("2031-05-03", "SORN - Arvenia agreed on Friday to send some 30,000 troops to the lake line, officials said."),
    ("2031-05-09", "SORN - Shells fell near the harbour of Sorn on Friday. The market stayed open."),
)


@pytest.fixture
def lake(tmp_path: Path) -> Case:
    """A case of three reports: one pledge told twice, and shells that fell."""
    case = Case.create(tmp_path / "lake.case", SITUATION)
    reports = [Received(raw=text.encode(), name=f"{day}.txt", published=day) for day, text in REPORTS]
    assert all(result.id for result in case.add(reports))
    return case


def test_a_pledge_of_two_reports_is_one_row_that_names_both(lake: Case) -> None:
    """Two commitments are listed, one pledge, with its stages by day and the commitments that they rest on."""
    told = [row.id for row in lake.commitments()]
    (pledge,) = lake.pledges()
    assert (pledge.giver, pledge.reports, list(pledge.commitments)) == ("Arvenia", 2, told)
    assert (pledge.promised_low, pledge.promised_high, pledge.outstanding_high) == (30_000, 30_000, 30_000)
    assert pledge.history == (f"2031-05-02 agreed ({', '.join(sorted(told))})",)
    assert lake.show(pledge.id).kind == "commitment"


def test_a_requirement_is_held_against_the_pledges(lake: Case) -> None:
    """What the clause requires, less what is promised once, is what is missing."""
    (need,) = lake.needs()
    assert (need.id, need.clause, need.required, need.missing) == (
        "force",
        "F1",
        "40,000 troops",
        "about 10,000 troops",
    )


def test_what_bears_on_a_clause_leads_to_its_words(lake: Case) -> None:
    """The shells bear on the clause about fire, and the row's offsets are those of the words in the report."""
    row = lake.passages("force/F2")[0]
    document = lake.show(row.document).record
    assert isinstance(document, Document)
    assert row.words == document.text[row.start : row.end] == "SORN - Shells fell near the harbour of Sorn on Friday."
    assert row.why[0] == "tells of fire"
    assert len(lake.passages("F2", document=lake.documents()[0].id)) == 0


def test_an_unknown_clause_names_those_there_are(lake: Case) -> None:
    """The error says which clauses can be asked for."""
    with pytest.raises(NotFoundError, match="no one clause 'F9'") as error:
        lake.passages("F9")
    assert error.value.try_ == "one of force/F1, force/F2"
