"""The figures of likeness: each is what its definition says, and none depends on which document comes first."""

from __future__ import annotations

from dataclasses import asdict

from hypothesis import given
from hypothesis import strategies as st
from lineage_texts import INDEPENDENT, ORIGINAL, REWRITE, UNRELATED, invented, make

from trucewatch.lineage import sketch
from trucewatch.lineage.likeness import Likeness, measure
from trucewatch.lineage.order import beyond_chance, longest_rise, longest_rise_of

SPEECH = "The guns will stay silent while engineers restore water pumps along the eastern canal before winter arrives"
ONE = f"Marshal Orin spoke in Tavel. “{SPEECH},” he told an audience of teachers near a bakery."
OTHER = f"Reporters crowded a cold hangar. Asked about rumours, Orin answered: “{SPEECH}.” Nobody applauded."


def _measured(one: str, other: str) -> Likeness:
    return measure(sketch(make(one, "doc-a")), sketch(make(other, "doc-b")))


def _filled(text: str, seed: int) -> str:
    """The text among others of its own, so that enough is told outside its quotation marks."""
    return f"{text}\n{invented(seed, 12)}"


def test_what_both_quote_is_not_told() -> None:
    """One sentence quoted by two reporters stands in order in both, and in neither's own telling."""
    found = _measured(_filled(ONE, 3), _filled(OTHER, 4))
    plain = _measured(_filled(ONE.replace("“", "").replace("”", ""), 3), _filled(OTHER, 4))
    assert found.order == plain.order > 0
    assert found.beyond_chance > found.told_beyond_chance == 0
    assert found.told_grams < found.grams_a


def test_a_speech_is_told_though_all_of_it_stands_in_quotation_marks() -> None:
    """Where nothing stands outside the marks, the whole is what is told, and a copy of it is not overlooked."""
    one, other = f"“{ORIGINAL.replace('“', '').replace('”', '')}”".replace("\n", " "), ORIGINAL
    found = _measured(one, other)
    assert found.told_beyond_chance == found.beyond_chance > 0
    assert found.told_grams == max(found.grams_a, found.grams_b)


def test_quoted_ranges_hold_the_words_between_the_marks() -> None:
    """The sketch says which words are quoted; a quotation of fewer than four words is not worth a range."""
    made = sketch(make("Orin said: “We shall hold our fire until dawn.” He called it “a pause”."))
    assert made.quoted == ((2, 9),)


def test_a_copied_lead_does_not_spread() -> None:
    """A shared opening among matter of its own leaves most tenths of the smaller empty; a rewrite fills them."""
    lead = "\n".join(ORIGINAL.split("\n")[:2])
    assert _measured(f"{lead}\n{invented(3, 20)}", f"{lead}\n{invented(4, 20)}").spread == 0
    assert _measured(ORIGINAL, REWRITE).spread > 100


def test_names_in_another_order_are_told_from_names_in_the_same() -> None:
    """Names that two documents bring up in opposite order stand in order one at a time."""
    names = ["Abel", "Borim", "Castor", "Dunya", "Emeri", "Fadel", "Gavrin", "Hodal"]
    one, other = (" met ".join(order) for order in (names, names[::-1]))
    assert _measured(one, one + " again").names_order == 1000
    assert _measured(one, other).names_order == 125


TEXTS = st.sampled_from([ORIGINAL, REWRITE, INDEPENDENT, UNRELATED, ONE, OTHER, invented(3), ""])


@given(TEXTS, TEXTS)
def test_figures_are_symmetric(one: str, other: str) -> None:
    """Exchanging the two exchanges their own shares and nothing else."""
    swapped = {"grams_a": "grams_b", "grams_b": "grams_a", "words_a": "words_b", "words_b": "words_a"}
    there, back = asdict(_measured(one, other)), asdict(_measured(other, one))
    assert {swapped.get(name, name): figure for name, figure in there.items()} == back


@given(st.permutations(range(12)))
def test_the_longest_rise_is_as_long_as_its_members_are_many(places: list[int]) -> None:
    """The members found rise, and are as many as the length says; never fewer than none are beyond chance."""
    found = [places[at] for at in longest_rise_of(places)]
    assert found == sorted(found)
    assert len(found) == longest_rise(places)
    assert 0 <= beyond_chance(len(found), len(places)) <= len(found)
