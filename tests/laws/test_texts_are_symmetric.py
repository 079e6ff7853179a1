"""Law 4, from the words on: reports that say of one side what others say of the other make the same of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from mirrored_reports import A, B, build_mirrored, turned

from trucewatch.agreements import Finding
from trucewatch.case import Case
from trucewatch.publish import GradedIncident

#: What is made of hashes, which differ with the text, or is put in their order.
_OF_HASHES = {"id", "document", "documents", "story", "incident", "sentence", "context", "answers", "denies"}

#: Both sides where they are merely listed: in the order of the situation, which is the same in both cases.
_LISTED = ("Darvena, Belkora", "Belkora, Darvena")


def _told(case: Case, noun: str, *, is_turned: bool) -> list[str]:
    """The rows of one table, ids left out, lists sorted, with the sides exchanged back."""
    rows = []
    for row in getattr(case, noun)(status="any").to_dicts():
        kept = {key: value for key, value in row.items() if key not in _OF_HASHES}
        text = json.dumps(kept, ensure_ascii=False, default=str, sort_keys=True)
        text = (turned(text) if is_turned else text).replace(*_LISTED)
        back: dict[str, Any] = json.loads(text)
        flat = {key: sorted(map(str, value)) if isinstance(value, list) else value for key, value in back.items()}
        rows.append(json.dumps(flat, ensure_ascii=False, sort_keys=True))
    return sorted(rows)


def _weighed(case: Case, *, is_turned: bool) -> Iterator[tuple[Any, ...]]:
    """Each incident's figures to the last thousandth, with who stands on which side of it."""
    for weighed in case.incidents().records:
        graded = weighed.graded
        assert isinstance(graded, GradedIncident)
        grade = graded.grade
        origins = sorted((o.key, o.supports, o.weight, o.without) for o in grade.origins if o.counted)
        sides = json.dumps(origins, ensure_ascii=False)
        said = json.dumps([(f.clause, f.reading, f.verdict, _parties(f)) for f in graded.findings])
        yield (
            grade.certain,
            grade.possible,
            grade.low,
            grade.high,
            grade.digit,
            grade.is_contested,
            sorted(json.loads(turned(sides) if is_turned else sides)),
            sorted(json.loads(turned(said) if is_turned else said)),
        )


def _parties(finding: Finding) -> list[str]:
    return sorted(who.party for who in finding.attributed_to)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Case, Case]]:
    """The case as it is, and the case with the sides exchanged in every report."""
    folder = tmp_path_factory.mktemp("mirrored")
    with (
        build_mirrored(folder / "as-is.case", is_turned=False) as as_is,
        build_mirrored(folder / "turned.case", is_turned=True) as other,
    ):
        yield as_is, other


@pytest.mark.parametrize(
    "noun", ["documents", "statements", "mentions", "incidents", "commitments", "gatherings", "agreements", "findings"]
)
def test_turning_the_texts_turns_every_table(both: tuple[Case, Case], noun: str) -> None:
    """In English, Ukrainian and Russian: with the sides exchanged in the words, every row is the same of the other."""
    as_is, other = both
    rows = _told(as_is, noun, is_turned=False)
    assert rows
    assert _told(other, noun, is_turned=True) == rows


def test_turning_the_texts_turns_every_grade(both: tuple[Case, Case]) -> None:
    """Origins, weights, bounds, what is left without each, and verdicts are the same up to the exchange."""
    as_is, other = both
    assert sorted(_weighed(other, is_turned=True)) == sorted(_weighed(as_is, is_turned=False))


def test_the_reports_accuse_both_sides(both: tuple[Case, Case]) -> None:
    """The mirrored reports are no empty ones: each side accuses and denies, in three languages, and grades differ."""
    as_is, _ = both
    doers = {
        account.actor.party
        for weighed in as_is.incidents().records
        for account in weighed.graded.incident.accounts
        if account.actor
    }
    assert {A, B} <= doers
    assert {document.language for document in as_is.documents().records} == {"en", "ru", "uk"}
    assert len({weighed.graded.grade.digit for weighed in as_is.incidents().records}) > 1
