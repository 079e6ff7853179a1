from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from publish_sample import ARVENIA_WHO, BELKORA_WHO, BULLETIN, EMPTY, INCIDENTS, MIRNA, ORVEL, SITUATION

from trucewatch.agreements.model import Verdict
from trucewatch.events.model import Harm
from trucewatch.lineage.model import DerivationKind, Direction
from trucewatch.publish.sheet import write_sheet
from trucewatch.publish.sheet.summary import independent_reports, summary_sentences
from trucewatch.publish.wording import (
    amount_words,
    distance_words,
    harm_words,
    period_words,
    when_words,
    where_words,
    who_words,
)
from trucewatch.values import Amount, Kind, Precision, When, Who


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Amount(4, 4, "prisoners"), "4 prisoners"),
        (Amount(None, 30_000, "troops"), "up to 30,000 troops"),
        (Amount(4, None), "at least 4"),
        (Amount(2, 5), "2–5"),
        (Amount(20, 20, "states", is_approximate=True), "about 20 states"),
        (Amount(None, None, words="dozens"), "“dozens”"),
        (None, "amount not stated"),
    ],
)
def test_amounts_stay_ranges(amount: Amount | None, words: str) -> None:
    """An amount is worded with both its bounds, or says which is open."""
    assert amount_words(amount) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2031, 5, 3), date(2031, 5, 3), "3 May 2031"),
        (date(2031, 5, 3), date(2031, 5, 9), "3–9 May 2031"),
        (date(2031, 4, 28), date(2031, 5, 2), "28 April – 2 May 2031"),
        (date(2030, 12, 30), date(2031, 1, 2), "30 December 2030 – 2 January 2031"),
        (None, date(2031, 5, 2), "up to 2 May 2031"),
        (date(2031, 5, 2), None, "from 2 May 2031"),
        (None, None, "whole record"),
    ],
)
def test_periods_are_short_and_whole(start: date | None, end: date | None, words: str) -> None:
    """A period is written once, without repeating the month or year it shares."""
    assert period_words(start, end) == words


def test_an_unresolved_date_says_so() -> None:
    """A date that is not resolved keeps its words and says that it is not."""
    assert when_words(When("", None, None, Precision.UNKNOWN, "Thursday")) == "“Thursday” (not resolved to a date)"
    assert when_words(None) == "date not stated"


def test_an_ambiguous_place_names_its_candidates() -> None:
    """A place that could be two is called by both and is not located."""
    places = {place.id: place.name for place in SITUATION.places}
    words = "“Mirna” (could be Mirna (North district) or Mirna (South district); not located)"
    assert where_words(MIRNA, places) == words
    assert where_words(ORVEL, places) == "near Orvel (area of 15 km radius)"


def test_somebody_unresolved_keeps_candidates() -> None:
    """A name that could be two people is called by both."""
    assert who_words(Who("they", Kind.GROUP, candidates=("A", "B"))) == "“they” (could be A or B)"


@pytest.mark.parametrize(("metres", "words"), [(600, "600 m"), (1500, "1.5 km"), (5000, "5 km"), (12_400, "12 km")])
def test_distances_are_no_finer_than_needed(metres: int, words: str) -> None:
    """A radius is worded in metres, tenths or whole kilometres."""
    assert distance_words(metres) == words


def test_copies_are_counted_once() -> None:
    """Eight reports with one copy among them stand for seven independent ones."""
    assert independent_reports(BULLETIN) == 7
    assert summary_sentences(BULLETIN)[0] == "8 reports from 7 sources; after copies, 7 independent."


def test_the_summary_says_what_was_counted() -> None:
    """Each sentence of the summary follows from the records."""
    sentences = " ".join(summary_sentences(BULLETIN))
    assert "4 incidents: 2 contested" in sentences
    assert "2 of 4 incidents would breach a clause under at least one reading" in sentences
    assert "1 quotation was altered" in sentences
    assert "2 of 14 records have been reviewed" in sentences


def test_an_empty_period_is_said_plainly() -> None:
    """A bulletin without reports says that none were received."""
    assert summary_sentences(EMPTY)[:2] == (
        "No reports were received for this period.",
        "No incidents are reported.",
    )


def test_requirements_stand_beside_promises() -> None:
    """What is required is held against the range of what was promised; what is only planned may bring nothing."""
    (need,) = write_sheet(BULLETIN).requirements
    assert (need.required, need.promised, need.delivered) == ("1,500 observers", "up to 1,600", "nothing")
    assert need.stands == "the promises could meet it, or fall short"
    assert [pledge.commitments for pledge in need.pledges] == [("com-1",), ("com-2",)]


def test_the_gravest_verdict_of_each_reading_is_shown_at_a_glance() -> None:
    """At a glance each reading shows its gravest verdict once."""
    line = write_sheet(BULLETIN).incidents[0]
    assert line.verdicts == (
        "would breach under the agreed text and the reading of Arvenia",
        "cannot be judged under the reading of Belkora",
    )


def test_citations_are_numbered_in_reading_order() -> None:
    """The first words cited are number one, and the same words keep their number."""
    line = write_sheet(replace(EMPTY, documents=BULLETIN.documents, incidents=INCIDENTS)).incidents[0]
    numbers = [cite.number for account in line.accounts for cite in (*account.evidence, *account.basis)]
    assert numbers == [1, 2, 3, 4, 5, 6]


def test_each_accused_side_has_its_own_verdict() -> None:
    """Where a mutual accusation gives one reading two verdicts, both stand in its cell with whoever is accused."""
    shelling = INCIDENTS[1]
    accused = [
        replace(shelling.findings[0], id=f"fnd-{who.party}", attributed_to=(who,)) for who in (ARVENIA_WHO, BELKORA_WHO)
    ]
    accused[1] = replace(accused[1], verdict=Verdict.EXCEPTED)
    bulletin = replace(BULLETIN, incidents=(replace(shelling, findings=tuple(accused)),))
    (row,) = write_sheet(bulletin).incidents[0].clauses
    assert [(each.verdict, each.attributed_to) for each in row.cells[0]] == [
        ("would breach", "Arvenian artillery"),
        ("excepted", "Belkora"),
    ]


def test_a_related_account_is_shown_and_not_counted() -> None:
    """An independent account of a story's event is named beside the story and leaves its origins as they are."""
    story = replace(BULLETIN.stories[0], related=("doc-radio",))
    (line,) = [each for each in write_sheet(replace(BULLETIN, stories=(story,))).stories if not each.is_alone]
    assert line.related == ("Harbour Radio, 4 May 2031: Harbour Radio, evening news",)
    assert line.sentence == "2 reports, 1 independent origin."


def test_an_unseen_root_is_said() -> None:
    """Two versions of a text that is not held say so, and claim no direction."""
    edge = replace(BULLETIN.stories[0].derivations[0], kind=DerivationKind.COMMON_SOURCE, direction=Direction.UNKNOWN)
    story = replace(BULLETIN.stories[0], derivations=(edge,), has_unseen_root=True)
    line = write_sheet(replace(BULLETIN, stories=(story,))).stories[0]
    assert "a version that is not held here" in line.sentence
    assert "which came first cannot be told" in line.edges[0]


def test_an_amount_without_bounds_says_that_no_number_is_stated() -> None:
    """Harm without a number is worded by who suffered it."""
    harm = Harm("killed", Amount(None, None, words="prisoners"), "prisoners of war")
    assert harm_words(harm) == "prisoners of war killed (number not stated)"
