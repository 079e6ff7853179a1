"""Verified edges: the kind, the direction, and what must never be one."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lineage_texts import INDEPENDENT, ORIGINAL, REWRITE, UNRELATED, invented, make

from trucewatch.documents import Document, Received, read
from trucewatch.lineage import DerivationKind, Direction, compare, is_binding, relate, sketch
from trucewatch.lineage.likeness import measure
from trucewatch.lineage.weights import CERTAINTY, LINES

EDITED = ORIGINAL.replace("Observers counted", "Monitors counted").replace("on Tuesday ", "")


def test_a_copy_is_exact() -> None:
    """The same words under other typography are an exact copy, wholly sure."""
    edge = relate(make(ORIGINAL, "doc-a"), make(ORIGINAL.replace("“", '"').replace("”", '"'), "doc-b"))
    assert edge is not None
    assert (edge.kind, edge.confidence) == (DerivationKind.EXACT, 1000)


def test_a_lightly_changed_copy_is_edited() -> None:
    """A few words changed leave an edited version."""
    edge = relate(make(ORIGINAL, "doc-a"), make(EDITED, "doc-b"))
    assert edge is not None
    assert edge.kind is DerivationKind.EDITED


def test_a_sentence_by_sentence_rewrite_is_rewritten() -> None:
    """A rewrite is told from an independent report though few runs of words survive."""
    edge = relate(make(ORIGINAL, "doc-a"), make(REWRITE, "doc-b"))
    assert edge is not None
    assert edge.kind in {DerivationKind.REWRITTEN, DerivationKind.EDITED}


def test_an_independent_account_is_no_derivation() -> None:
    """Another reporter's account of the same day shares names but not the order of the words."""
    edge = relate(make(ORIGINAL, "doc-a"), make(INDEPENDENT, "doc-b"))
    assert edge is None or edge.kind is DerivationKind.SAME_EVENT


TEXTS = st.sampled_from([ORIGINAL, REWRITE, EDITED, INDEPENDENT, UNRELATED, invented(3), ""])


@given(TEXTS, TEXTS)
def test_the_order_of_arguments_is_no_matter(one: str, two: str) -> None:
    """The same edge comes out whichever document is given first."""
    a, b = make(one, "doc-a"), make(two, "doc-b")
    assert relate(a, b) == relate(b, a)


@given(st.lists(st.text("абвгдежз abcdefgh.", min_size=1, max_size=60), min_size=8, max_size=30))
def test_any_text_of_some_length_is_an_exact_copy_of_itself(lines: list[str]) -> None:
    """Whatever the words, a copy of eight words or more is found exact."""
    text = "\n".join(lines)
    if sketch(make(text)).size < 8:
        return
    assert compare(make(text, "doc-a"), make(text, "doc-b")).kind is DerivationKind.EXACT


def _dated(text: str, id_: str, day: int, source: str = "") -> Document:
    return make(text, id_, published=date(2031, 5, day), source=source)


@pytest.mark.parametrize(("early", "late"), [("doc-a", "doc-b"), ("doc-b", "doc-a")])
def test_the_earlier_published_is_the_parent(early: str, late: str) -> None:
    """Known publication days decide, whatever the ids."""
    edge = relate(_dated(ORIGINAL, early, 3), _dated(EDITED, late, 4))
    assert edge is not None
    assert (edge.parent, edge.child) == (early, late)
    assert "was published by 2031-05-03" in edge.reasons[0]


def test_a_credit_line_outweighs_publication_times() -> None:
    """A report that credits an agency derives from the agency's, though the agency's copy is dated later."""
    credited = f"{EDITED}\nAgence Sud contributed to this report."
    edge = relate(
        _dated(ORIGINAL, "doc-a", 9, "agence-sud"),
        _dated(credited, "doc-b", 4, "daily"),
        names={"agence-sud": ("Agence Sud", "AS")},
    )
    assert edge is not None
    assert (edge.parent, edge.child) == ("doc-a", "doc-b")
    assert "credits" in edge.reasons[0]


def test_the_same_day_tells_nothing() -> None:
    """Two light edits of one day with nothing else to go by are left undirected."""
    edge = relate(_dated(ORIGINAL, "doc-a", 3), _dated(ORIGINAL.replace("lorry", "truck"), "doc-b", 3))
    assert edge is not None
    assert edge.direction is Direction.UNKNOWN


def test_a_cut_version_derives_from_the_longer() -> None:
    """Where one has every word of the other and much more, the shorter was cut from it."""
    cut = "\n".join(ORIGINAL.split("\n")[:7])
    edge = relate(make(cut, "doc-a"), make(ORIGINAL, "doc-b"))
    assert edge is not None
    assert (edge.parent, edge.child) == ("doc-b", "doc-a")


def test_a_quotation_turned_into_indirect_speech_tells_the_later_version() -> None:
    """The rewrite lost a date and the marks of a quotation, so it is the later, and may know a longer version."""
    later = REWRITE.replace("43", "41").replace(" by 9 May", "")
    sheet = compare(make(ORIGINAL, "doc-a"), make(later, "doc-b"))
    assert sheet.direction is Direction.A_TO_B
    assert any("indirect speech in B" in reason for reason in sheet.reasons)
    assert any("longer version of A" in reason for reason in sheet.reasons)


def test_two_rewrites_of_a_text_we_do_not_hold_have_a_common_source() -> None:
    """Where each has what the other lacks and nothing tells who was first, an unseen version is named."""
    plain = [line for line in ORIGINAL.split("\n") if "“" not in line]
    later = [line for line in REWRITE.split("\n") if "“" not in line and "Reyk" not in line]
    extra = invented(5, 3).split("\n")
    edge = relate(
        make("\n".join([*plain, *extra]), "doc-a"), make("\n".join([*invented(6, 3).split("\n"), *later]), "doc-b")
    )
    assert edge is not None
    assert edge.kind is DerivationKind.COMMON_SOURCE
    assert "a version we do not hold" in edge.reasons[0]


def test_short_texts_prove_nothing() -> None:
    """A one-line flash is related to another only when it is the same line."""
    one, two = "Guns fell silent in Ostrel, officials said.", "Guns fell silent in Lusk, officials said on Monday."
    assert relate(make(one, "doc-a"), make(two, "doc-b")) is None
    assert relate(make("Guns fell silent.", "doc-a"), make("Guns fell silent.", "doc-b")) is None


def test_books_that_differ_only_late_are_not_exact_copies() -> None:
    """A sketch keeps the first 200 pages, but a copy is exact only when every word is the same."""
    book = "word " * 61_000
    assert sketch(make(f"{book}one")).exact != sketch(make(f"{book}two")).exact


def test_empty_documents_are_unrelated() -> None:
    """Nothing is not a copy of nothing."""
    assert relate(make("", "doc-a"), make("", "doc-b")) is None


def test_a_digest_is_bound_to_none_of_the_stories_it_quotes() -> None:
    """A page that strings twenty reports together copies each, and says so, but belongs to no one story."""
    parts = [invented(seed, 12) for seed in range(19)]
    digest = make("\n".join([*parts[:10], ORIGINAL, *parts[10:]]), "doc-z")
    edge = relate(make(ORIGINAL, "doc-a"), digest)
    assert edge is not None
    assert edge.kind is DerivationKind.EDITED
    assert not is_binding(edge)
    assert "One stands as a passage of the other, as in a digest." in edge.reasons


def test_two_languages_are_never_a_derivation() -> None:
    """Shared names and numbers across languages make a possible translation, shown beside and no more."""
    places = ("place-ostrel", "place-lusk", "person-maarten")
    one = make("Observers counted 120 shells in Ostrel; 41 died near Lusk, Maarten said.", "doc-a")
    two = make("У місті Острель нарахували 120 снарядів, загинула 41 особа біля Луська.", "doc-b", language="uk")
    edge = relate(one, two, sketches=(sketch(one, places), sketch(two, places)))
    assert edge is not None
    assert edge.kind is DerivationKind.SAME_EVENT
    assert "Possible translation" in edge.reasons[0]


@pytest.mark.parametrize(("one", "two"), [("05", "06"), ("06", "12"), ("07", "08"), ("09", "04")])
def test_short_reports_of_one_matter_are_not_rewrites(one: str, two: str) -> None:
    """A few shared words that happen to stand in order make no derivation: a statement and its denial stay two."""
    folder = files("trucewatch") / "demo" / "ukraine-2025"
    found = {path.name[:2]: path for path in folder.iterdir()}
    a, b = (read(Received(raw=found[number].read_bytes(), name=found[number].name)) for number in (one, two))
    edge = relate(a, b)
    assert edge is None or edge.kind is DerivationKind.SAME_EVENT


def test_two_reports_that_quote_one_statement_at_length_are_not_bound() -> None:
    """Though most of the wording of either is the same, all of it is quoted; the verdict says that much."""
    statement = f"“{ORIGINAL.replace('“', '').replace('”', '')}”".replace(chr(10), " ")
    one, other = (f"{invented(seed, 8)}\n{statement} he said.\n{invented(seed + 1, 8)}" for seed in (20, 30))
    edge = relate(make(one, "doc-a"), make(other, "doc-b"))
    assert edge is not None
    assert edge.kind is DerivationKind.SAME_EVENT
    assert "quote the same words" in edge.reasons[0]


def test_more_in_common_never_speaks_against_a_derivation() -> None:
    """Every line of the table of weights rises or stays level, and so does the certainty read off it."""
    for points in (*LINES.values(), CERTAINTY):
        assert list(points) == sorted(points)
        assert [height for _, height in points] == sorted(height for _, height in points)


def test_the_weights_are_of_the_figures_that_a_verdict_rests_on() -> None:
    """No figure is without its line and no line without its figure."""
    found = measure(sketch(make(ORIGINAL)), sketch(make(REWRITE)))
    assert [name for name, _ in found.telling()] == list(LINES)
