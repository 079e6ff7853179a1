"""Law 6: the machine proposes, a person disposes; and no judgement is ever lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from trucewatch.case import Case
from trucewatch.documents import Document
from trucewatch.errors import NotFoundError, UsageError
from trucewatch.events import EventMention, Events
from trucewatch.pipeline import Extracted, extract
from trucewatch.situation import Situation
from trucewatch.statements import Act


def _mention(case: Case) -> str:
    return next(item for item in case.review_queue() if item.startswith("men-"))


def test_a_fact_is_proposed_until_somebody_judges_it(case: Case) -> None:
    """Accepting changes the standing and nothing else; the log says who, when and why."""
    item = case.statements()[0].id
    judgement = case.review(item, "accept", by="ana", note="heard the tape")
    shown = case.show(item)
    assert shown.status == "accepted"
    assert [(j.id, j.by, j.note) for j in shown.judgements] == [(judgement, "ana", "heard the tape")]
    assert case.show(judgement).kind == "judgement"
    assert {row.status for row in case.statements(status="accepted")} == {"accepted"}


def test_a_rejected_fact_counts_nowhere_but_stays_visible(case: Case) -> None:
    """Rejecting takes a mention out of its incident, the tables and the bulletin; a filter still shows it."""
    incident = max(case.incidents().records, key=lambda weighed: len(weighed.mentions))
    for kept in incident.mentions:
        case.review(kept.fact.id, "reject", by="ana")
    name = incident.graded.incident.id
    assert name not in {row.id for row in case.incidents()}
    assert name in {row.id for row in case.incidents(status="rejected")}
    bulletin = case.bulletin()
    assert name not in {graded.incident.id for graded in bulletin.incidents}
    rejected = {each.item for each in bulletin.not_counted if each.reason == "rejected on review"}
    assert rejected == {kept.fact.id for kept in incident.mentions}


def test_one_rejected_mention_leaves_the_others(case: Case) -> None:
    """An incident told twice stands on the telling that was not rejected."""
    incident = max(case.incidents().records, key=lambda weighed: len(weighed.mentions))
    first, *others = incident.mentions
    assert others
    case.review(first.fact.id, "reject", by="ana")
    after = next(r for r in case.incidents().records if r.graded.incident.id == incident.graded.incident.id)
    assert [kept.fact.id for kept in after.mentions] == [kept.fact.id for kept in others]


def test_a_correction_is_found_by_what_it_says(case: Case) -> None:
    """A corrected statement is listed under its new act and no longer under the old; the case still verifies."""
    item = case.statements(kind="allege")[0].id
    case.review(item, "correct", by="ana", changes={"act": "warn"})
    assert [row.id for row in case.statements(kind="warn")] == [item]
    assert item not in {row.id for row in case.statements(kind="allege")}
    record = case.show(item).record
    assert getattr(record, "act", None) is Act.WARN
    assert list(case.verify())


def test_corrections_reach_into_parts(case: Case) -> None:
    """Dotted names reach parts of a record, and words from a command line become the right type."""
    item = next(row.id for row in case.commitments() if row.amount)
    case.review(item, "correct", by="ana", changes={"amount.high": "13000000"})
    assert "13,000,000" in next(row.amount for row in case.commitments() if row.id == item)


@pytest.mark.parametrize(
    "changes",
    [
        {"act": "sing"},
        {"colour": "red"},
        {"id": "sta-x"},
        {"document": "doc-x"},
        {"act.x": 1},
        {"content": [{"start": 0}]},
    ],
)
def test_a_correction_that_does_not_fit_is_refused(case: Case, changes: dict[str, Any]) -> None:
    """Unknown fields, wrong values and what is not for a reviewer to say change nothing."""
    before = case.log.head
    with pytest.raises(UsageError):
        case.review(case.statements()[0].id, "correct", by="ana", changes=changes)
    assert case.log.head == before


def test_a_correction_may_not_point_outside_the_text(case: Case) -> None:
    """Spans of a correction lie in the document's text."""
    with pytest.raises(UsageError, match="beyond"):
        case.review(case.statements()[0].id, "correct", by="ana", changes={"sentence": {"start": 0, "end": 99_999}})


def test_undo_restores_what_stood_before(case: Case) -> None:
    """Taking back the second judgement lets the first stand again; taking back both leaves the proposal."""
    item, before = _mention(case), case.incidents().to_dicts()
    first = case.review(item, "accept", by="ana")
    second = case.review(item, "reject", by="bo")
    assert case.show(item).status == "rejected"
    assert case.undo(second, by="bo") == item
    assert case.show(item).status == "accepted"
    assert case.undo(item, by="ana") == item
    assert case.show(item).status == "proposed"
    assert case.incidents().to_dicts() == before
    with pytest.raises(UsageError, match="already"):
        case.undo(first, by="ana")


def test_judgements_survive_deriving_again(case: Case) -> None:
    """After a rebuild, and after another situation, every judgement stands where it stood."""
    item = _mention(case)
    case.review(item, "correct", by="ana", changes={"target_class": "hospital"})
    case.review(case.incidents()[0].id, "accept", by="ana")
    digest = case.digest()
    case.rebuild()
    assert case.digest() == digest
    case.set_situation(case.log.blob(next(case.log.entries()).blobs[0].sha256).decode())
    shown = case.show(item)
    assert shown.status == "corrected"
    assert isinstance(shown.record, EventMention)
    assert shown.record.target_class == "hospital"
    assert case.incidents()[0].status == "accepted"


def test_the_queue_starts_with_what_weighs_most(case: Case) -> None:
    """Incidents first, then allegations; what is judged leaves the queue and comes back when that is undone."""
    queue = case.review_queue()
    kinds = [item.partition("-")[0] for item in queue]
    assert kinds[0] == "inc"
    assert kinds.index("sta") > max(at for at, kind in enumerate(kinds) if kind == "inc")
    assert case.show(queue[kinds.index("sta")]).fields()["act"] == "allege"
    judgement = case.review(queue[0], "accept", by="ana")
    assert case.review_queue() == queue[1:]
    case.undo(judgement, by="ana")
    assert case.review_queue() == queue


@pytest.mark.parametrize(
    ("item", "decision", "by", "changes", "error"),
    [
        ("sta-nothing", "accept", "ana", None, NotFoundError),
        (None, "applaud", "ana", None, UsageError),
        (None, "accept", "", None, UsageError),
        (None, "correct", "ana", None, UsageError),
        (None, "accept", "ana", {"act": "deny"}, UsageError),
    ],
)
def test_what_is_no_judgement_is_refused(
    case: Case, item: str | None, decision: str, by: str, changes: dict[str, Any] | None, error: type[Exception]
) -> None:
    """Unknown ids, unknown decisions, nobody's name, a correction without changes: one clear error each."""
    with pytest.raises(error):
        case.review(item or case.statements()[0].id, decision, by=by, changes=changes)


def test_a_judgement_outlives_what_it_judged(case: Case) -> None:
    """Where another engine no longer proposes a judged fact, the judgement and the fact as judged are still shown, and
    the queue asks for it first; once taken back it is asked for no more.
    """
    item = case.statements()[0].id
    case.review(item, "accept", by="ana")
    words = case.show(item).fields()["sentence"]

    def blind(document: Document, situation: Situation) -> Extracted:
        return replace(extract(document, situation), statements=(), events=Events())

    with Case.open(case.path, extract=blind) as other:
        other.rebuild()
        assert other.review_queue() == (item,)
        shown = other.show(item)
        assert (shown.kind, shown.fields()["sentence"]) == ("no longer proposed", words)
        other.undo(item, by="ana")
        assert other.review_queue() == ()
