"""Stories: built from verified edges, one parent each, nothing merged by chains of likeness."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from lineage_texts import INDEPENDENT, ORIGINAL, REWRITE, UNRELATED, invented, make

from trucewatch.documents.model import Document
from trucewatch.lineage import (
    Derivation,
    DerivationKind,
    Direction,
    Story,
    build_stories,
    hold_of,
    relate,
    root_of,
    touched_by,
)


def _edges(documents: Sequence[Document]) -> list[Derivation]:
    pairs = [(a, b) for at, a in enumerate(documents) for b in documents[:at]]
    return [edge for a, b in pairs if (edge := relate(a, b))]


def _edge(
    parent: str,
    child: str,
    kind: DerivationKind = DerivationKind.REWRITTEN,
    *,
    known: bool = True,
    figures: dict[str, int] | None = None,
) -> Derivation:
    direction = Direction.A_TO_B if known else Direction.UNKNOWN
    return Derivation(
        child=child,
        parent=parent,
        kind=kind,
        direction=direction,
        confidence=900,
        reasons=(),
        features=tuple(sorted((figures or {}).items())),
    )


def _ids(stories: Sequence[Story]) -> list[tuple[str, ...]]:
    return [story.documents for story in stories]


def test_a_source_and_its_rewrite_are_one_story_with_one_origin() -> None:
    """A rewrite adds a document to the story and no origin."""
    days = (date(2031, 3, 4), date(2031, 3, 5))
    documents = [
        make(ORIGINAL, "doc-a", published=days[0]),
        make(REWRITE, "doc-b", published=days[1]),
        make(UNRELATED, "doc-c"),
    ]
    stories = build_stories(documents, _edges(documents))
    assert _ids(stories) == [("doc-a", "doc-b"), ("doc-c",)]
    assert (stories[0].roots, stories[0].origins) == (("doc-a",), 1)


def test_independent_accounts_are_two_stories_that_know_of_each_other() -> None:
    """Accounts of one event count apart and are shown together."""
    documents = [make(ORIGINAL, "doc-a"), make(INDEPENDENT, "doc-b")]
    edge = _edge("doc-a", "doc-b", DerivationKind.SAME_EVENT, known=False)
    one, two = build_stories(documents, [edge])
    assert (one.documents, one.related) == (("doc-a",), ("doc-b",))
    assert (two.documents, two.related) == (("doc-b",), ("doc-a",))


def _named(*ids: str) -> list[Document]:
    return [make(f"Report {at}", id_) for at, id_ in enumerate(ids)]


def test_likeness_is_not_closed_over() -> None:
    """C is verified against B alone, and B is no copy of A as a whole: C is not put down to A."""
    documents = _named("a", "b", "c")
    stories = build_stories(
        documents, [_edge("a", "b", figures={"words_parent": 300, "words_child": 300}), _edge("b", "c")]
    )
    assert _ids(stories) == [("a", "b"), ("c",)]
    assert stories[1].related == ("b",)


def test_a_version_of_a_version_is_one_story() -> None:
    """C has most of B and B most of A: a chain of edits is one story."""
    figures = {"words_parent": 900, "words_child": 900}
    stories = build_stories(_named("a", "b", "c"), [_edge("a", "b", figures=figures), _edge("b", "c", figures=figures)])
    assert _ids(stories) == [("a", "b", "c")]


def test_a_digest_does_not_merge_the_stories_it_quotes() -> None:
    """Two reports that each stand as one part of a digest stay two stories."""
    part = {"grams_parent": 150, "grams_child": 900, "reach": 300}
    stories = build_stories(
        _named("digest", "x", "y"), [_edge("digest", "x", figures=part), _edge("digest", "y", figures=part)]
    )
    assert _ids(stories) == [("digest", "x"), ("y",)]


def test_a_rewrite_comes_from_the_version_that_it_shares_most_with() -> None:
    """Of a source and its shortened copy, the one that explains more of the rewrite is its parent."""
    documents = [make(f"{ORIGINAL} {at}", f"doc-{at}") for at in "abc"]
    edges = [
        _edge("doc-a", "doc-b", DerivationKind.EDITED, figures={"words_parent": 900, "words_child": 900}),
        _edge("doc-a", "doc-c", figures={"shared": 74, "words_parent": 600, "words_child": 600}),
        _edge("doc-b", "doc-c", figures={"shared": 50, "words_parent": 600, "words_child": 600}),
    ]
    (story,) = build_stories(documents, edges)
    assert [(edge.child, edge.parent) for edge in story.derivations] == [("doc-b", "doc-a"), ("doc-c", "doc-a")]


def test_an_unseen_root_is_said() -> None:
    """Two versions of a text not held are one story, with two roots and one origin."""
    edge = _edge("a", "b", DerivationKind.COMMON_SOURCE, known=False)
    (story,) = build_stories(_named("a", "b"), [edge])
    assert (story.has_unseen_root, story.roots, story.origins) == (True, ("a", "b"), 1)


def test_rings_are_not_closed() -> None:
    """Contradictory directions leave each document at most one parent and the story one root."""
    ring = [_edge("a", "b"), _edge("b", "c"), _edge("c", "a")]
    (story,) = build_stories(_named("a", "b", "c"), ring)
    assert len(story.derivations) == 2
    assert len(story.roots) == 1


LINKS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.booleans()), max_size=25)


def _random_edges(links: list[tuple[int, int, bool]]) -> list[Derivation]:
    return [_edge(f"d{a}", f"d{b}", known=known) for a, b, known in links if a != b]


@given(LINKS)
def test_stories_do_not_depend_on_the_order_of_edges(links: list[tuple[int, int, bool]]) -> None:
    """Edges in any order give the same stories, each document in exactly one."""
    documents = _named(*(f"d{at}" for at in range(10)))
    edges = _random_edges(links)
    stories = build_stories(documents, edges)
    assert build_stories(documents, edges[::-1]) == stories
    assert sorted(id_ for story in stories for id_ in story.documents) == [document.id for document in documents]


@given(LINKS)
def test_rebuilding_what_is_touched_equals_rebuilding_all(links: list[tuple[int, int, bool]]) -> None:
    """The stories of a document's surroundings are the same whether all documents are given or only those touched."""
    documents = _named(*(f"d{at}" for at in range(10)))
    edges = _random_edges(links)
    touched = touched_by("d0", edges)
    whole = {story for story in build_stories(documents, edges) if touched & set(story.documents)}
    assert whole == set(build_stories([document for document in documents if document.id in touched], edges))


def test_ten_thousand_copies_make_one_story() -> None:
    """A story of ten thousand copies is built without pairing them with each other."""
    text = invented(1, 2)
    documents = [make(text, f"doc-{at:05}") for at in range(10_000)]
    edges = [_edge("doc-00000", document.id, DerivationKind.EXACT) for document in documents[1:]]
    (story,) = build_stories(documents, edges)
    assert (len(story.documents), story.roots) == (10_000, ("doc-00000",))


_PART = {"grams_parent": 150, "grams_child": 900, "reach": 300}
_WHOLE = {"words_parent": 900, "words_child": 900}


def test_a_copied_digest_bridges_no_more_than_the_digest() -> None:
    """A second outlet that carries the digest word for word joins its story, and no story that it quotes."""
    edges = [
        _edge("digest", "x", figures=_PART),
        _edge("digest", "y", figures=_PART),
        _edge("copy", "digest", DerivationKind.EXACT, known=False),
        _edge("copy", "x", figures=_PART),
        _edge("copy", "y", figures=_PART),
    ]
    assert _ids(build_stories(_named("digest", "x", "y", "copy"), edges)) == [("digest", "x", "copy"), ("y",)]


def test_a_digest_of_twenty_stories_joins_one() -> None:
    """Twenty reports that each stand as one part of a digest make twenty stories, one of them with the digest."""
    names = [f"r{at:02}" for at in range(20)]
    stories = build_stories(_named(*names, "z"), [_edge(name, "z", figures=_turned(_PART)) for name in names])
    assert sorted(len(story.documents) for story in stories) == [1] * 19 + [2]


def test_an_undated_version_joins_though_its_sibling_has_a_parent() -> None:
    """Of two whose order is not known the earlier received hangs from the other where that has a parent already."""
    edges = [_edge("p", "y", figures=_WHOLE), _edge("x", "y", DerivationKind.EDITED, known=False, figures=_WHOLE)]
    (story,) = build_stories(_named("x", "y", "p"), edges)
    assert {below: above for below, (above, _) in hold_of(story).items()} == {"y": "p", "x": "y"}
    assert root_of(story) == "p"


def test_a_long_chain_hangs_each_version_from_the_one_before() -> None:
    """C that keeps only what B kept of A is put down to B, through fifty versions."""
    names = [f"v{at:02}" for at in range(50)]
    edges = [
        _edge(names[above], names[at], figures={**_WHOLE, "shared": 100 - (at - above)})
        for at in range(50)
        for above in range(max(0, at - 5), at)
    ]
    (story,) = build_stories(_named(*names), edges)
    assert [hold_of(story)[name][0] for name in names[1:]] == names[:-1]


def test_siblings_have_one_unseen_version_behind_them() -> None:
    """Any number of versions of one unseen text are one story that says so."""
    names = ["a", "b", "c", "d"]
    edges = [
        _edge(one, other, DerivationKind.COMMON_SOURCE, known=False, figures=_WHOLE)
        for at, one in enumerate(names)
        for other in names[at + 1 :]
    ]
    (story,) = build_stories(_named(*names), edges)
    assert (story.has_unseen_root, story.roots, story.origins) == (True, ("a", "b", "c", "d"), 1)


def _turned(figures: dict[str, int]) -> dict[str, int]:
    """The same figures with parent and child exchanged."""
    names = {f"{stem}_{side}": f"{stem}_{other}" for stem in ("words", "grams") for side, other in _SIDES}
    return {names.get(name, name): value for name, value in figures.items()}


_SIDES = (("parent", "child"), ("child", "parent"))
FIGURES = st.fixed_dictionaries(
    {
        "shared": st.integers(10, 99),
        "words_parent": st.sampled_from((200, 900)),
        "words_child": st.sampled_from((300, 900)),
        "grams_parent": st.sampled_from((100, 950)),
        "grams_child": st.just(900),
        "reach": st.sampled_from((100, 300, 900)),
    }
)
KINDS = st.sampled_from((DerivationKind.EDITED, DerivationKind.REWRITTEN, DerivationKind.COMMON_SOURCE))
RELATIONS = st.dictionaries(
    st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] < pair[1]),
    st.tuples(KINDS, st.booleans(), st.booleans(), FIGURES),
    max_size=12,
)


def _related(relations: dict[tuple[int, int], tuple[DerivationKind, bool, bool, dict[str, int]]]) -> list[Derivation]:
    made = []
    for (a, b), (kind, is_known, is_turned, figures) in relations.items():
        ends = (f"d{b}", f"d{a}") if is_known and is_turned else (f"d{a}", f"d{b}")
        made.append(_edge(*ends, kind, known=is_known and kind is not DerivationKind.COMMON_SOURCE, figures=figures))
    return made


def _mirrored(edge: Derivation, original: str, copy: str) -> Derivation:
    """The same relation of a copy, its ids in text order where the direction is unknown."""
    child, parent = (copy if name == original else name for name in (edge.child, edge.parent))
    if edge.direction is Direction.UNKNOWN and child < parent:
        return _edge(child, parent, edge.kind, known=False, figures=_turned(dict(edge.features)))
    return _edge(parent, child, edge.kind, known=edge.direction is not Direction.UNKNOWN, figures=dict(edge.features))


@given(RELATIONS, st.integers(0, 5), st.integers(1, 3))
def test_exact_copies_change_no_other_story(
    relations: dict[tuple[int, int], tuple[DerivationKind, bool, bool, dict[str, int]]], copied: int, copies: int
) -> None:
    """Copies join the story of what they copy; every story holds the same documents as before otherwise."""
    edges, original = _related(relations), f"d{copied}"
    named = [f"d{at}" for at in range(6)]
    before = {frozenset(story.documents) for story in build_stories(_named(*named), edges)}
    added = [f"x{at}" for at in range(copies)]
    for copy in added:
        mirrored = [_mirrored(edge, original, copy) for edge in edges if original in (edge.child, edge.parent)]
        edges = [*edges, *mirrored, _edge(original, copy, DerivationKind.EXACT, known=False, figures=_WHOLE)]
    after = build_stories(_named(*named, *added), edges)
    assert {frozenset(story.documents) - set(added) for story in after} == before
    assert next(set(added) for story in after if original in story.documents) <= {
        name for story in after if original in story.documents for name in story.documents
    }


@given(RELATIONS)
def test_a_story_is_one_tree(
    relations: dict[tuple[int, int], tuple[DerivationKind, bool, bool, dict[str, int]]],
) -> None:
    """Every document but the root hangs from exactly one other, the way every known derivation points."""
    for story in build_stories(_named(*(f"d{at}" for at in range(6))), _related(relations)):
        holds = hold_of(story)
        assert set(holds) == set(story.documents) - {root_of(story)}
        for below, (above, edge) in holds.items():
            assert edge.direction is Direction.UNKNOWN or (edge.child, edge.parent) == (below, above)
