"""The corpus engine: what it finds, whatever the batches, and what must not break it."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch import lineage
from trucewatch.errors import InputError
from trucewatch.lineage import Derivation, DerivationKind, Direction
from trucewatch.lineage.corpus import Article, Engine
from trucewatch.lineage.corpus.compiling import stamp_of
from trucewatch.lineage.corpus.searching import relate_batch
from trucewatch.lineage.postings import POSTING_CAP

WORDS = [f"{first}{second}" for first in ("mar", "tol", "ben", "sid", "kor", "lan") for second in "aeiou"]


def story(seed: int, words: int = 150) -> str:
    """An invented report: sentences of rare words, numbers and names, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 -- invented texts, not secrets
    return " ".join(
        f"{chance.choice(WORDS)}{chance.choice(WORDS)}" if chance.random() < 0.8 else str(chance.randrange(10_000))
        for _ in range(words)
    )


def rewritten(text: str, seed: int) -> str:
    """The same report with every third word replaced."""
    chance = random.Random(seed)  # noqa: S311 -- invented texts, not secrets
    return " ".join(chance.choice(WORDS) + "x" if at % 3 == 0 else word for at, word in enumerate(text.split()))


def corpus(seed: int) -> list[Article]:
    """Stories, copies, near copies and rewrites, mixed."""
    chance = random.Random(seed)  # noqa: S311 -- invented texts, not secrets
    found = []
    for at in range(40):
        text = story(chance.randrange(12))
        turn = chance.randrange(4)
        text = [text, text + " more", rewritten(text, at), f"{story(90, 20)}\n{text}"][turn]
        found.append(Article(id=f"d{at}", text=text, source=f"s{at % 2}"))
    return found


def test_a_rewrite_is_found_among_others() -> None:
    """Of a hundred stories, the one that was rewritten is its rewrite's only edge."""
    engine = Engine()
    assert engine.add(Article(id=f"d{n}", text=story(n)) for n in range(100)) == []
    (edge,) = engine.add([Article(id="new", text=rewritten(story(42), 1))])
    assert (edge.parent, edge.child, edge.kind) == ("d42", "new", DerivationKind.REWRITTEN)
    assert dict(edge.features)["order"] > 400
    assert engine.candidates([Article(id="?", text=rewritten(story(7), 2))])[0][0] == "d7"
    assert len(engine) == 101


def test_only_a_named_source_makes_one_outlet() -> None:
    """Two reports are of one outlet where both name it, not where neither names any."""
    engine = Engine()
    engine.add(Article(id=str(at), text=story(at), source=source) for at, source in enumerate(["x", "", "x", "", "y"]))
    own = {(a, b) for a in range(5) for b in range(a) if engine.holdings.is_own(a, b)}
    assert own == {(2, 0)}


def test_time_gives_the_direction() -> None:
    """The version published first is the parent, whichever was added first."""
    engine = Engine()
    late = Article(id="late", text=story(1), published="2025-04-12")
    early = Article(id="early", text=rewritten(story(1), 3), published="10 April 2025")
    (edge,) = engine.add([late, early])
    assert (edge.parent, edge.child, edge.direction) == ("early", "late", Direction.A_TO_B)
    assert "2025-04-10" in edge.reasons[0]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.lists(st.integers(1, 39), max_size=6))
def test_batches_change_nothing(seed: int, cuts: list[int]) -> None:
    """The edges are the same however a corpus is cut into batches."""
    articles = corpus(seed)
    whole, cut = Engine(), Engine()
    edges = whole.add(articles)
    places = [0, *sorted(cuts), len(articles)]
    assert [edge for start, end in pairwise(places) for edge in cut.add(articles[start:end])] == edges


def test_ten_thousand_copies_hang_on_the_first() -> None:
    """Copies of one text make one edge each, and fill no posting list."""
    engine = Engine()
    text = story(5, 300)
    edges = engine.add(Article(id=f"d{n}", text=text) for n in range(10_000))
    assert len(edges) == 9_999
    assert {edge.parent for edge in edges} == {"d0"}
    assert sum(len(run) for run in engine.holdings.runs) < 500


def test_ten_thousand_near_copies_stay_cheap() -> None:
    """Copies that differ by a number each are found, make few edges each, and file only what is their own."""
    engine = Engine()
    text = story(6, 200)
    edges = engine.add(Article(id=f"d{n}", text=f"{text} {n + 20_000}") for n in range(10_000))
    assert {edge.child for edge in edges} == {f"d{n}" for n in range(1, 10_000)}
    assert len(edges) < 11_000
    assert sum(len(run) for run in engine.holdings.runs) < 20_000


def test_a_digest_bridges_nothing() -> None:
    """A page that quotes twenty stories is tied to stories, and no two stories are tied to each other."""
    stories = [Article(id=f"d{n}", text=story(n, 120)) for n in range(20)]
    digest = Article(id="digest", text="\n".join(article.text for article in stories))
    edges = Engine().add([*stories[:10], digest, *stories[10:]])
    assert edges
    assert all("digest" in {edge.parent, edge.child} for edge in edges)


def test_page_furniture_makes_no_edge() -> None:
    """What a source repeats on each page ties no two pages, once it has been seen often enough to be known."""
    furniture = "\n".join(story(1_000 + n, 40) for n in range(8))
    pages = [Article(id=f"d{n}", text=f"{story(n, 40)}\n{furniture}", source="s") for n in range(30)]
    edges = Engine().add(pages)
    assert {edge.child for edge in edges} <= {"d1"}


def test_furniture_of_one_source_is_furniture_under_another_name() -> None:
    """What a source prints under all it has ties no guest's page to another's, though either is a source of its own."""
    furniture = "\n".join(story(1_000 + n, 40) for n in range(8))
    engine = Engine()
    engine.add(Article(id=f"d{n}", text=f"{story(n, 40)}\n{furniture}", source="s") for n in range(5))
    guests = [Article(id=f"g{n}", text=f"{story(50 + n, 40)}\n{furniture}", source=f"guest {n}") for n in range(5)]
    assert engine.add(guests) == []


def test_what_many_sources_print_once_is_no_furniture() -> None:
    """A wire report that each of many outlets prints once is found in each of them."""
    wire = "\n".join(story(70 + n, 60) for n in range(4))
    copies = [Article(id=f"d{n}", text=f"{wire}\n{story(n, 20)}", source=f"outlet {n}") for n in range(6)]
    assert {edge.child for edge in Engine().add(copies)} == {f"d{n}" for n in range(1, 6)}


def test_stories_in_any_script_are_told_apart() -> None:
    """Copies are found, and unlike texts are not tied, in scripts with and without spaces between words."""
    shift = {"arabic": 0x0621, "cyrillic": 0x0430, "chinese": 0x4E00}
    engine = Engine()
    for at, (name, base) in enumerate(shift.items()):
        texts = [story(100 * at + n, 120).translate({ord("a") + i: base + i for i in range(26)}) for n in range(10)]
        assert engine.add(Article(id=f"{name}{n}", text=text) for n, text in enumerate(texts)) == []
        (edge,) = engine.add([Article(id=f"{name}-new", text=f"{texts[3]} {texts[4][:30]}")])
        assert edge.parent == f"{name}3"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "word",
        "a" * 1_000_000,
        "漢" * 300_000,
        "a1" * 200_000,
        "\u0301" * 100_000,
        "x\n" * 200_000,
        "\ud800",
    ],
    ids=["empty", "lines", "one word", "one long word", "no spaces", "no end", "marks", "paragraphs", "surrogate"],
)
def test_odd_texts_pass(text: str) -> None:
    """No text stops the engine, or ties itself to a report."""
    engine = Engine()
    engine.add([Article(id="d", text=story(1))])
    assert engine.add([Article(id="odd", text=text), Article(id="e", text=rewritten(story(1), 1))])[0].parent == "d"


def test_a_long_document_is_held_and_files_little() -> None:
    """Ten megabytes of words are added, found again, and file no more than a bounded number of keys."""
    engine = Engine()
    long = "\n".join(story(n, 1_000) for n in range(700))
    engine.add([Article(id="long", text=long * 2)])
    assert engine.candidates([Article(id="?", text=story(3, 1_000))]) == [("long",)]
    assert sum(len(run) for run in engine.holdings.runs) < 20_000


def test_a_popular_word_is_read_no_more() -> None:
    """A key that too many documents hold answers nobody, in whatever batches they came."""
    engine = Engine()
    for start in range(0, 2 * POSTING_CAP, POSTING_CAP // 2):
        engine.add(Article(id=f"d{n}", text=f"popular {story(n, 30)}") for n in range(start, start + POSTING_CAP // 2))
    assert engine.candidates([Article(id="?", text="popular")]) == [()]


def test_an_id_is_taken_once() -> None:
    """A second document of one id is refused with its reason; the others are added."""
    engine = Engine()
    engine.add([Article(id="a", text="one")])
    with pytest.raises(InputError, match="its id is taken"):
        engine.add([Article(id="b", text="two"), Article(id="a", text="three")])
    refused: list[tuple[str, str]] = []
    engine.add(
        [Article(id="b", text="two"), Article(id="a", text="x"), Article(id="b", text="y")],
        refuse=lambda article, why: refused.append((article.text, why)),
    )
    assert refused == [("x", "its id is taken"), ("y", "its id is taken")]
    assert len(engine) == 2


def test_edges_are_derivations() -> None:
    """Edges explain themselves: a reason each, and the figures behind them."""
    edges: list[Derivation] = Engine().add(corpus(1))
    assert edges
    for edge in edges:
        assert edge.reasons
        assert {"order", "grams_parent", "grams_child", "direction"} <= dict(edge.features).keys()


def test_what_is_held_can_be_weighed() -> None:
    """The engine says how many bytes each part of it takes; sketches and what is filed grow with the documents."""
    engine = Engine()
    engine.add(Article(id=f"d{n}", text=story(n)) for n in range(50))
    before = engine.holdings.bytes_held()
    engine.add(Article(id=f"e{n}", text=story(100 + n)) for n in range(50))
    after = engine.holdings.bytes_held()
    assert all(after[name] > before[name] for name in ("words", "grams", "runs", "names"))
    assert after["paragraphs"] == before["paragraphs"]


def test_kept_code_is_of_these_sources(tmp_path: Path) -> None:
    """Native code is kept under a name that changes with any source it may hold a part of, whatever the file's time."""
    (tmp_path / "one.py").write_text("A = 1\n")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "two.py").write_text("B = 2\n")
    before = stamp_of(tmp_path)
    assert relate_batch.__qualname__ == f"relate_batch_{stamp_of(Path(lineage.__file__).parent)}"
    (tmp_path / "more" / "two.py").write_text("B = 3\n")
    assert stamp_of(tmp_path) != before
