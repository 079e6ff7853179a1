"""Tokens and tags."""

from __future__ import annotations

import pytest
from language_samples import read, tagged

from trucewatch.language.tokens import cut


def words(text: str) -> list[str]:
    return [piece.text for piece in cut(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland’s army didn’t fire.", ["Norland", "’s", "army", "did", "n’t", "fire", "."]),
        ("The U.S. and the U.N. agree.", ["The", "U.S.", "and", "the", "U.N.", "agree", "."]),
        ("Gen. J. Roe, 1,500.5 km", ["Gen.", "J.", "Roe", ",", "1,500.5", "km"]),
        ("a 30-day cease-fire—“so”", ["a", "30-day", "cease-fire", "—", "“", "so", "”"]),
        ("€2bn on 2025-03-13, the 13th", ["€", "2", "bn", "on", "2025-03-13", ",", "the", "13th"]),
        ("the 1990s… F-16s", ["the", "1990s", "…", "F-16s"]),
        ("Слов’янськ і з’їзд", ["Слов’янськ", "і", "з’їзд"]),
        ("cafe\u0301 noir", ["cafe\u0301", "noir"]),
    ],
)
def test_tokens_are_cut_where_a_reader_would(text: str, expected: list[str]) -> None:
    """Clitics and marks stand alone; abbreviations, compounds, numbers and combined letters stay whole."""
    assert words(text) == expected


def test_offsets_are_exact() -> None:
    """Each token is a slice of the text."""
    text = "“We can’t,” said Gen. Roe — of  the\tU.S. «Wing»."
    assert all(text[piece.start : piece.end] == piece.text for piece in cut(text))


def test_sentences_are_numbered() -> None:
    """A token knows the sentence it stands in."""
    analysis = read("Troops fired. Nobody was hurt.\nTalks go on.")
    assert [token.sentence for token in analysis.tokens] == [0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The strikes hit a depot.", "strikes", "noun"),
        ("Norland strikes Zedburg.", "strikes", "verb.s"),
        ("They agreed to force a vote.", "force", "verb.base"),
        ("The force withdrew.", "force", "noun"),
        ("The army will attack.", "attack", "verb.base"),
        ("An attack followed.", "attack", "noun"),
        ("Troops have shelled the town.", "shelled", "verb.en"),
        ("Troops shelled the town.", "shelled", "verb.past"),
        ("The town was shelled.", "shelled", "verb.en"),
        ("They saw a damaged house.", "damaged", "adjective.en"),
        ("The shelling of the town stopped.", "shelling", "noun"),
        ("The minister spoke, rejecting claims of killing prisoners.", "killing", "verb.ing"),
        ("They shelled a school, killing at least four.", "killing", "verb.ing"),
        ("Two were killed and five injured in Kalna.", "injured", "verb.en"),
        ("The minister opposed the killing.", "killing", "noun"),
        ("The attack launched by rebels failed.", "launched", "verb.en"),
        ("Talks resume in May.", "May", "name"),
        ("Troops may leave.", "may", "aux"),
        ("He left her a note about her plan.", "left", "verb.past"),
    ],
)
def test_neighbours_decide_between_noun_and_verb(text: str, word: str, expected: str) -> None:
    """The same letters are verb or noun by what stands around them."""
    assert f"{word}/{expected}" in tagged(text).split()


def test_lemmas_undo_inflection() -> None:
    """Irregular and regular verbs share their base form, plurals their singular."""
    lemmas = {token.lower: token.lemma for token in read("They fled, withdrew, denied and hit the cities.").tokens}
    assert lemmas["fled"] == "flee"
    assert lemmas["withdrew"] == "withdraw"
    assert lemmas["denied"] == "deny"
    assert lemmas["cities"] == "city"


def test_possessive_and_verb_clitics_differ() -> None:
    """The ’s of a name is a particle, the ’s of a pronoun a verb."""
    tags = tagged("It’s Norland’s plan.")
    assert "’s/aux.s" in tags
    assert "’s/particle" in tags


def test_headline_capitals_name_nobody() -> None:
    """In a headline set in title case, common words keep their class."""
    tags = tagged("Defense Ministers of Norland to Hold Meeting to Address Truce")
    assert "Hold/verb.base" in tags
    assert "Meeting/noun" in tags
