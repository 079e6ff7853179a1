"""The weights are an entry of the log, and what was graded by older ones can be graded so again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from case_samples import SITUATION, clock

from trucewatch.case import Case
from trucewatch.corroboration import PARAMETERS, write_parameters
from trucewatch.documents import Received
from trucewatch.errors import NotFoundError, UsageError

HEAVIER = write_parameters(replace(PARAMETERS, version="sorn-1", weights={**PARAMETERS.weights, "F": 1000}))


def _shelling(case: Case) -> str:
    return next(row.id for row in case.incidents() if row.certain_origins)


def test_a_case_starts_with_the_programs_table(case: Case) -> None:
    """The first weights are an entry of their own, and every grade names it."""
    ((entry, table),) = case.parameters_history()
    assert (entry.kind, entry.seq, table.version, table.entry) == ("parameters", 1, PARAMETERS.version, 1)
    grades = [weighed.graded.grade for weighed in case.incidents().records]
    assert {(grade.parameters, grade.entry) for grade in grades} == {(PARAMETERS.version, 1)}


def test_other_weights_give_other_grades_and_name_themselves(case: Case) -> None:
    """After a new table every grade is made by it and says so; the tables derived from the log stay as they were."""
    before, digest = case.incidents().records, case.digest()
    case.set_parameters(HEAVIER, name="heavier.toml", by="ana")
    after = case.incidents().records
    assert case.digest() == digest
    assert {(each.graded.grade.parameters, each.graded.grade.entry) for each in after} == {
        ("sorn-1", case.log.head.size - 1)
    }
    assert [each.graded.grade.high for each in after] != [each.graded.grade.high for each in before]
    list(case.verify())


def test_an_earlier_grade_can_be_made_again(case: Case) -> None:
    """Read as after an earlier entry, the case grades as it did then, whatever came since."""
    then = case.log.head.size - 1
    before = [weighed.graded for weighed in case.incidents().records]
    case.set_parameters(HEAVIER)
    case.review(_shelling(case), "resolve", by="ana", changes={"happened": "yes"})
    case.set_situation(SITUATION.replace("Coastal Wire", "Coast Wire"))
    assert [weighed.graded for weighed in case.incidents().records] != before
    with Case.open(case.path, clock=clock, at=then) as past:
        assert [weighed.graded for weighed in past.incidents().records] == before
        assert past.log.head.size == then + 1
        with pytest.raises(UsageError, match="past is not written to"):
            past.set_parameters(HEAVIER)


def test_before_a_report_came_it_is_not_there(case: Case) -> None:
    """As after its first report, the case holds that report alone."""
    with Case.open(case.path, clock=clock, at=2) as past:
        assert [row.name for row in past.documents()] == ["wire.txt"]


def test_there_is_no_entry_beyond_the_log(case: Case) -> None:
    """An entry that does not exist is refused."""
    with pytest.raises(NotFoundError, match="no entry 999"):
        Case.open(case.path, at=999)


def test_one_version_is_one_table(case: Case) -> None:
    """A version that was used may come again with the same weights, but never with others."""
    case.set_parameters(HEAVIER)
    case.set_parameters(HEAVIER)
    with pytest.raises(UsageError, match="sorn-1 is another table already"):
        case.set_parameters(HEAVIER.replace("F = 1000", "F = 900"))
    assert len(case.parameters_history()) == 3


def test_a_resolution_is_a_judgement_beside_the_others(case: Case) -> None:
    """What is known to be so is logged, stands beside acceptance, leaves the queue and can be taken back."""
    incident = _shelling(case)
    case.review(incident, "accept", by="ana")
    judgement = case.review(incident, "resolve", by="ana", changes={"happened": "yes", "by": "belkora"})
    shown = case.show(incident)
    assert (shown.status, shown.judgements[-1].changes) == ("accepted", {"happened": True, "by": "belkora"})
    assert incident not in case.review_queue()
    (row,) = (row for row in case.incidents() if row.id == incident)
    assert row.resolved == "it happened, done by belkora"
    case.undo(judgement, by="ana")
    assert {row.resolved for row in case.incidents()} == {""}


@pytest.mark.parametrize(
    ("found", "named"),
    [
        ({"happened": "perhaps"}, "whether it happened"),
        ({"by": "belkora"}, "whether it happened"),
        ({"happened": "yes", "by": "nobody"}, "no such party"),
        ({"happened": "no", "by": "belkora"}, "nobody did what did not happen"),
        ({"happened": "yes", "colour": "red"}, "whether it happened"),
        ({}, "belong"),
    ],
)
def test_a_resolution_that_makes_no_sense_is_refused(case: Case, found: dict[str, str], named: str) -> None:
    """Only whether it happened, and which party did it, can be found."""
    with pytest.raises(UsageError, match=named):
        case.review(_shelling(case), "resolve", by="ana", changes=found)


def _told(day: int, source: str) -> Received:
    text = f"Port shelled\nBelkoran forces fired artillery at Sorn on {day} March 2025, killing {day} people."
    return Received(raw=text.encode(), name=f"{source}-{day}", source=source, published=f"2025-03-{day:02}")


def test_ten_resolved_incidents_teach_and_the_grade_says_so(tmp_path: Path) -> None:
    """Once ten observations are made, a source that was always right weighs more elsewhere, and less where it erred;
    the incident that was resolved does not teach its own grade.
    """
    with Case.create(tmp_path / "ten.case", SITUATION, clock=clock) as case:
        list(case.add([_told(day, "Quay Post") for day in range(5, 28, 2)]))
        incidents = [row.id for row in case.incidents()]
        assert len(incidents) > 11
        for incident in incidents[:10]:
            (origin,) = case.show(incident).record.grade.origins  # type: ignore[attr-defined]
            assert (origin.weight, origin.learned) == (405, "")
            case.review(incident, "resolve", by="ana", changes={"happened": "yes"})
        (last,) = case.show(incidents[-1]).record.grade.origins  # type: ignore[attr-defined]
        assert last.learned == "1955 learned from 10 resolved incidents, right in 10; the table says 405"
        (own,) = case.show(incidents[0]).record.grade.origins  # type: ignore[attr-defined]
        assert own.learned == ""
        case.review(incidents[10], "resolve", by="ana", changes={"happened": "no"})
        (own,) = case.show(incidents[0]).record.grade.origins  # type: ignore[attr-defined]
        assert own.learned == "1260 learned from 10 resolved incidents, right in 9; the table says 405"
        list(case.verify())


def test_other_incidents_change_no_grade(case: Case) -> None:
    """A report of something else leaves every grade as it was, to the last figure."""
    before = {weighed.graded.incident.id: weighed.graded.grade for weighed in case.incidents().records}
    text = "Bridge hit\nAn Arvenian drone struck a bridge in Torvale on 25 March 2025, wounding two men."
    list(case.add([Received(raw=text.encode(), name="other.txt", source="Torvale Post", published="2025-03-26")]))
    after = {weighed.graded.incident.id: weighed.graded.grade for weighed in case.incidents().records}
    assert len(after) > len(before)
    assert {name: after[name] for name in before} == before
