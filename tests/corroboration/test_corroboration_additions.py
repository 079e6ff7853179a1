"""Origins are counted for each claim: what a rewrite adds may be a beginning of its own, what it keeps is not."""

from __future__ import annotations

from corroboration_samples import SITUATION, WITNESSES, account, incident_of

from trucewatch.corroboration import Grade, grade_incident
from trucewatch.incidents import Account, Basis
from trucewatch.values import Span, Who

_HELD = {"d1": ("daily", "story-1", "d1"), "d2": ("wire", "story-1", "d1"), "d3": ("Hill Echo", "story-1", "d1")}


def _account(claimant: Who | None, *bases: tuple[str, str]) -> Account:
    return account(claimant, basis=tuple(Basis(document, mention, Span(0, 9)) for document, mention in bases))


def _grade(begun: dict[str, str], *accounts: Account) -> Grade:
    return grade_incident(incident_of(*accounts), _HELD, SITUATION, begun=begun)


_FIRST = _account(None, ("d1", "m1"))


def test_what_witnesses_told_the_rewriting_outlet_is_an_origin_of_its_own() -> None:
    """A sentence that a rewrite adds, with its own attribution, counts beside what it rewrites, and says why."""
    told = _account(WITNESSES, ("d2", "m2"))
    assert _grade({}, _FIRST, told).certain == 1
    grade = _grade({"m2": "d2"}, _FIRST, told)
    assert (grade.certain, grade.possible) == (2, 2)
    assert "Hill Wire (in a sentence added to what was taken from Lake Daily)" in grade.sentence


def test_what_a_rewrite_adds_in_its_own_voice_may_rest_on_what_it_rewrites() -> None:
    """An added sentence that cites nobody is an origin, but one that may share a source with the report above it."""
    grade = _grade({"m2": "d2"}, _FIRST, _account(None, ("d2", "m2")))
    assert (grade.certain, grade.possible) == (1, 2)
    assert "since some may share a source" in grade.sentence


def test_a_kept_sentence_is_a_copy_though_another_was_added() -> None:
    """Of one rewrite, the mention in a kept sentence stays a copy; the origin rests on the added one alone."""
    grade = _grade({"m3": "d2"}, _FIRST, _account(None, ("d2", "m2")), _account(WITNESSES, ("d2", "m3")))
    assert (grade.certain, grade.possible) == (2, 2)
    (added,) = (origin for origin in grade.origins if origin.note)
    assert added.documents == ("d2",)


def test_a_copy_of_an_addition_adds_nothing() -> None:
    """Whoever copies the sentence that a rewrite added copies the rewrite."""
    told = _account(WITNESSES, ("d2", "m2"))
    copied = _account(WITNESSES, ("d3", "m3"))
    before, after = _grade({"m2": "d2"}, _FIRST, told), _grade({"m2": "d2", "m3": "d2"}, _FIRST, told, copied)
    assert (after.certain, after.possible, after.low, after.high) == (
        before.certain,
        before.possible,
        before.low,
        before.high,
    )
    assert "Hill Echo (copy of Hill Wire)" in after.sentence
