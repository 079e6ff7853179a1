"""Everything that is printed can be shown, down to the words it rests on."""

from __future__ import annotations

import hashlib
import json

import pytest
from test_case_tables import NOUNS

from trucewatch.case import Case
from trucewatch.errors import NotFoundError


@pytest.mark.parametrize("noun", NOUNS)
def test_every_id_of_every_table_can_be_shown(case: Case, noun: str) -> None:
    """Each row's id leads to its record; what rests on words says which, exactly."""
    for row in getattr(case, noun)():
        shown = case.show(row.id)
        assert shown.id == row.id
        assert shown.fields()
        json.dumps(shown.to_dict())
        for words in shown.words:
            text = case.show(words.document).fields()["text"]
            assert words.span.of(text) == words.words
            assert hashlib.sha256(text.encode()).hexdigest() == words.text_sha256


@pytest.mark.parametrize("noun", ["statements", "incidents", "commitments", "gatherings", "findings"])
def test_what_is_derived_rests_on_words(case: Case, noun: str) -> None:
    """No fact, incident or finding is shown without words."""
    assert all(case.show(row.id).words for row in getattr(case, noun)())


def test_the_start_of_an_id_is_enough(case: Case) -> None:
    """A prefix that only one thing has stands for it."""
    item = case.statements()[0].id
    assert case.show(item[:10]).id == item


def test_a_number_is_an_entry_of_the_log(case: Case) -> None:
    """Entries count from 0; one that is not there is said."""
    assert case.show("0").fields()["kind"] == "situation"
    with pytest.raises(NotFoundError, match="no entry"):
        case.show("999999")


def test_an_ambiguous_start_names_what_it_could_be(case: Case) -> None:
    """A prefix of several things chooses none."""
    with pytest.raises(NotFoundError) as caught:
        case.show("sta-")
    assert caught.value.why.count("sta-") > 1


@pytest.mark.parametrize("asked", ["sta-zzzzzzzzzz", "nothing", "", "fin-0"])
def test_an_unknown_id_names_near_ones(case: Case, asked: str) -> None:
    """An id that is not there is an error that says so and what to try."""
    with pytest.raises(NotFoundError) as caught:
        case.show(asked)
    assert caught.value.try_
    if asked.startswith("sta-"):
        assert "sta-" in caught.value.why


def test_an_incident_shows_what_stands_behind_it(case: Case) -> None:
    """Its record has accounts, grade and findings; its words are those of every account."""
    row = next(row for row in case.incidents() if row.contested)
    fields = case.show(row.id).fields()
    assert {"incident", "grade", "findings"} <= fields.keys()
    assert len(case.show(row.id).words) >= 2


def test_a_mention_and_a_refusal_can_be_shown(case: Case) -> None:
    """An event mention shows its words; a refused report is the entry that says it came."""
    assert case.show(case.mentions()[0].id).words
    refused = next(case.log.entries("refused"))
    assert case.show(str(refused.seq)).fields()["body"]["name"] == "empty.txt"
