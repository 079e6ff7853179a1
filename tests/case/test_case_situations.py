from __future__ import annotations

from case_samples import SITUATION

from trucewatch.case import Case
from trucewatch.publish import render_json

LATER = SITUATION.replace("start = 2025-03-04", "start = 2025-03-30")


def _published(case: Case) -> str:
    return render_json(case.bulletin())


def test_findings_stay_recomputable_after_the_situation_was_changed(case: Case) -> None:
    """Another situation gives other findings; those as of the entries before it are the same byte for byte."""
    size, bulletin, findings = case.log.head.size, _published(case), case.findings().to_dicts()
    case.set_situation(LATER, by="A. Reviewer")
    assert case.findings().to_dicts() != findings
    assert case.situation_entries() == (0, size)
    with Case.open(case.path, at=size - 1) as then:
        assert then.findings().to_dicts() == findings
        assert _published(then) == bulletin


def test_what_was_judged_later_is_not_there_yet(case: Case) -> None:
    """A judgement after the asked entry changes nothing before it."""
    size, bulletin = case.log.head.size, _published(case)
    case.review(case.incidents().rows[0].id, "reject", by="A. Reviewer")
    assert _published(case) != bulletin
    with Case.open(case.path, at=size - 1) as then:
        assert _published(then) == bulletin
