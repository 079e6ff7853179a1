"""Candidates and the page furniture that must not make any."""

from __future__ import annotations

from lineage_texts import INDEPENDENT, ORIGINAL, REWRITE, UNRELATED, invented, make

from trucewatch.lineage import (
    DerivationKind,
    MemoryPostings,
    find_candidates,
    index_keys,
    is_near_copy,
    relate,
    search,
    sketch,
    weigh,
)

FURNITURE = """Read more from our correspondents in the region and around the world every morning
Subscribe to the evening letter and never miss a story about the things that matter to you
Follow our live map of shipping lanes harbour closures and customs delays for merchants and travellers"""


def _filed(*texts: str, source: str = "") -> MemoryPostings:
    postings = MemoryPostings()
    for at, text in enumerate(texts):
        made = sketch(make(text, f"doc-{at}", source=source))
        postings.add(made.document, made.size, index_keys(made))
    return postings


def test_a_rewrite_finds_its_source_first() -> None:
    """Among invented reports and an independent account, the source is the best candidate."""
    postings = _filed(*(invented(seed) for seed in range(20)), INDEPENDENT, ORIGINAL)
    assert find_candidates(sketch(make(REWRITE)), postings)[0] == "doc-21"


def test_a_document_is_never_its_own_candidate() -> None:
    """Searching again for a filed document leaves it out."""
    postings = _filed(ORIGINAL, REWRITE)
    assert find_candidates(sketch(make(ORIGINAL, "doc-0")), postings) == ("doc-1",)


def test_no_more_candidates_than_asked_for() -> None:
    """The limit holds however many share words."""
    postings = _filed(*(f"{ORIGINAL}\n{invented(seed)}" for seed in range(40)))
    assert len(find_candidates(sketch(make(REWRITE)), postings, limit=16)) == 16


def test_a_translation_is_a_candidate_by_names_and_numbers() -> None:
    """A report in another alphabet meets its counterpart through known entities and numbers."""
    postings = MemoryPostings()
    places = ("place-ostrel", "place-lusk", "person-maarten")
    filed = sketch(make("Observers counted 120 shells in Ostrel; 41 died near Lusk, Maarten said.", "doc-en"), places)
    postings.add(filed.document, filed.size, index_keys(filed))
    other = make("Спостерігачі нарахували 120 снарядів у місті Острель, загинула 41 особа, сказала Маартен.", "doc-uk")
    assert find_candidates(sketch(other, places), postings) == ("doc-en",)


def test_furniture_of_one_source_makes_no_likeness() -> None:
    """Paragraphs that a source repeats are ignored, so two of its pages are not taken for one text."""
    pages = [f"{invented(seed, 6)}\n{FURNITURE}" for seed in range(4)]
    postings = _filed(*pages[:3], source="daily")
    last = sketch(make(pages[3], "doc-last", source="daily"))
    found = search(last, postings)
    earlier = sketch(make(pages[0], "doc-0", source="daily"))
    assert found.ignored
    assert weigh(earlier, last, found.ignored).likeness.grams_a == 0


def test_furniture_of_one_source_is_no_furniture_elsewhere() -> None:
    """The same sentence in another source still counts: a repeated line is a habit of one page."""
    postings = _filed(*(f"{invented(seed, 6)}\n{FURNITURE}" for seed in range(3)), source="daily")
    assert not search(sketch(make(FURNITURE, "doc-x", source="other")), postings).ignored


def test_pages_of_furniture_alone_are_unrelated() -> None:
    """Two pages that hold nothing but what their source repeats are not copies of one another."""
    postings = _filed(*(f"{invented(seed, 6)}\n{FURNITURE}" for seed in range(3)), source="daily")
    one, two = (make(FURNITURE, id_, source="daily") for id_ in ("doc-p", "doc-q"))
    ignored = search(sketch(one), postings).ignored
    assert relate(one, two, ignored=ignored) is None


def test_ten_thousand_copies_hide_nobody() -> None:
    """Copies fill no posting list: after ten thousand of them a rewrite still finds the first, and work stays small."""
    postings = _filed(ORIGINAL)
    first = sketch(make(ORIGINAL, "doc-0"))
    for at in range(10_000):
        postings.add(f"copy-{at}", first.size, index_keys(first, (first,)))
    assert find_candidates(sketch(make(REWRITE)), postings) == ("doc-0",)


def test_a_near_copy_is_filed_under_what_is_new_in_it() -> None:
    """A copy with one added paragraph files that paragraph's keys and none of the shared ones."""
    source, copy = make(ORIGINAL, "doc-0"), make(f"{ORIGINAL}\n{invented(1, 2)}", "doc-1")
    edge = relate(source, copy)
    assert edge is not None
    assert is_near_copy(edge)
    filed = set(index_keys(sketch(copy), (sketch(source),)))
    assert not filed & set(sketch(source).words)
    assert filed & set(sketch(make(invented(1, 2))).words)


def test_unrelated_reports_share_no_edge() -> None:
    """A report about a library is not related to a report about a truce."""
    assert relate(make(ORIGINAL, "doc-a"), make(UNRELATED, "doc-b")) is None
    assert weigh(sketch(make(ORIGINAL)), sketch(make(UNRELATED))).kind is DerivationKind.UNRELATED
