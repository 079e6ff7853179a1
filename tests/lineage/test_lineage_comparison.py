"""The comparison sheet: sentences, words and quotations followed from one version to the other."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lineage_texts import ORIGINAL, REWRITE, invented, make

from trucewatch.lineage import Comparison, QuotationChange, SentenceChange, compare
from trucewatch.values import Span

A, B = make(ORIGINAL, "doc-a"), make(REWRITE, "doc-b")


@pytest.fixture(scope="module")
def sheet() -> Comparison:
    """The invented original against its rewrite."""
    return compare(A, B)


def _line(text: str, span: Span) -> int:
    return text.count("\n", 0, span.start)


def test_each_sentence_is_found_again(sheet: Comparison) -> None:
    """The golden sheet: eleven of the original's sentences stand in the rewrite, two of them merged into one."""
    rows = [
        (row.change, tuple(_line(ORIGINAL, span) for span in row.a), tuple(_line(REWRITE, span) for span in row.b))
        for row in sheet.sentences
    ]
    reworded = SentenceChange.REWORDED
    assert rows == [
        (SentenceChange.ADDED, (), (0,)),
        (reworded, (0,), (1,)),
        (reworded, (1,), (2,)),
        (reworded, (2,), (3,)),
        (reworded, (3,), (4,)),
        (reworded, (4,), (5,)),
        (reworded, (5,), (6,)),
        (SentenceChange.MERGED, (6, 7), (7,)),
        (reworded, (8,), (8,)),
        (SentenceChange.DROPPED, (9,), ()),
        (reworded, (10,), (9,)),
        (SentenceChange.ADDED, (), (10,)),
        (SentenceChange.ADDED, (), (11,)),
    ]


def test_each_quotation_is_followed(sheet: Comparison) -> None:
    """The golden sheet: a nickname and a fragment verbatim, one altered, one turned into indirect speech."""
    assert [pair.change for pair in sheet.quotations] == [
        QuotationChange.VERBATIM,
        QuotationChange.ALTERED,
        QuotationChange.UNQUOTED,
        QuotationChange.VERBATIM,
    ]


def test_altered_words_are_named(sheet: Comparison) -> None:
    """Inside the altered quotation exactly the changed words are marked, on both sides."""
    altered = next(pair for pair in sheet.quotations if pair.change is QuotationChange.ALTERED)
    assert [(w.a and w.a.of(ORIGINAL), w.b and w.b.of(REWRITE)) for w in altered.words] == [
        ("leave", "keep"),
        ("gun", "weapon"),
        ("range", "reach"),
    ]


def test_a_changed_number_is_said_to_be_one(sheet: Comparison) -> None:
    """Forty-one killed becoming forty-three dead bears on a number."""
    changes = [word for row in sheet.sentences for word in row.words if word.bears_on == "number"]
    assert any(w.a and w.b and "41" in w.a.of(ORIGINAL) and "43" in w.b.of(REWRITE) for w in changes)


@pytest.mark.parametrize(
    ("a", "b", "what"),
    [
        ("The guns fell silent on 9 May.", "The guns fell silent on 8 May.", "date"),
        ("The guns fell silent on Monday.", "The guns fell silent on Sunday.", "date"),
        ("The army fired 30 shells at Ostrel.", "The army fired 300 shells at Ostrel.", "number"),
        ("The army fired on the bridge at Ostrel.", "The army fired on the bridge at Lusk.", "name"),
        ("The army fired on the bridge.", "The army had not fired on the bridge.", "negation"),
        ("The army fired on the bridge.", "The army allegedly fired on the bridge.", "hedge"),
        ("The army fired 30 shells at Ostrel.", "The army fired about 30 shells at Ostrel.", "hedge"),
        ("The army said the bridge stood.", "The army claimed the bridge stood.", "attribution"),
        ("The army fired on the bridge.", "The army shelled the bridge.", ""),
    ],
)
def test_what_a_change_bears_on(a: str, b: str, what: str) -> None:
    """Each kind of changed fact is named by itself; other wording is named as nothing."""
    rows = compare(make(a, "doc-a"), make(b, "doc-b")).sentences
    assert [word.bears_on for row in rows for word in row.words] == [what]


QUOTE = "We will not leave a single gun within range of the bridges, and the centre will honour it"


@pytest.mark.parametrize(
    ("a", "b", "change"),
    [
        (f"“{QUOTE},” Maarten said.", f'"{QUOTE}", Maarten said.', "verbatim"),
        (
            f"“{QUOTE},” Maarten said.",
            f"«{QUOTE.replace('centre', 'center').replace('our', 'or')}», Maarten said.",
            "verbatim",
        ),
        (
            f"“{QUOTE},” Maarten said.",
            f"“{QUOTE.replace('within range of the bridges, ', '… ')},” Maarten said.",
            "verbatim",
        ),
        (
            f"“{QUOTE},” Maarten said.",
            f"“{QUOTE.replace('bridges', 'bridges [at Ostrel]')},” Maarten said.",
            "verbatim",
        ),
        (f"“{QUOTE},” Maarten said.", f"“{QUOTE.split(', and', maxsplit=1)[0]},” Maarten said.", "trimmed"),
        (f"“{QUOTE},” Maarten said.", f"“{QUOTE.replace('gun', 'weapon')},” Maarten said.", "altered"),
        (f"“{QUOTE},” Maarten said.", f"“{QUOTE.replace('not ', '')},” Maarten said.", "altered"),
        (f"“{QUOTE},” Maarten said.", f"“{QUOTE},” Reyk said.", "attributed to someone else"),
        (f"“{QUOTE},” Maarten said.", f"{QUOTE}, Maarten said.", "turned into indirect speech"),
        (f"{QUOTE}, Maarten said.", f"“{QUOTE},” Maarten said.", "turned from indirect speech into a quotation"),
        (f"“{QUOTE},” Maarten said.", "Observers arrived.", "dropped"),
        ("Observers arrived.", f"“{QUOTE},” Maarten said.", "new"),
    ],
)
def test_what_became_of_a_quotation(a: str, b: str, change: str) -> None:
    """Every kind of change is told; typography, ellipses, brackets and spelling are not changes."""
    pairs = compare(make(a, "doc-a"), make(b, "doc-b")).quotations
    assert [pair.change.value for pair in pairs] == [change]


def test_a_moved_sentence_is_moved_not_dropped() -> None:
    """A sentence that stands elsewhere in the other version is followed there."""
    lines = ORIGINAL.split("\n")
    moved = [*lines[1:8], lines[0], *lines[8:]]
    rows = compare(make(ORIGINAL, "doc-a"), make("\n".join(moved), "doc-b")).sentences
    assert Counter(row.change for row in rows) == {SentenceChange.KEPT: len(lines) - 1, SentenceChange.MOVED: 1}


def test_a_sentence_moved_into_anothers_place_is_moved() -> None:
    """What stands before the sentence that it followed is not drawn into the link of that sentence."""
    a = (
        "Gunmen of Vellmark fired two mortar rounds at a post near Lusk on Monday, the first attack since the truce.\n"
        "The army said the rounds fell in open ground and hurt nobody.\n"
        "Hours later air strikes killed nine people in the villages of Haven and Tolle, the health ministry said."
    )
    b = (
        "Nine people died in air strikes on the villages of Haven and Tolle on Monday, said the health ministry.\n"
        "The raids followed two mortar rounds that gunmen of Vellmark fired at a post near Lusk, the first since the "
        "truce.\n"
        "The rounds fell in open ground and hurt nobody, said the army."
    )
    rows = compare(make(a, "doc-a"), make(b, "doc-b")).sentences
    assert {(row.change, _line(a, row.a[0]), _line(b, row.b[0])) for row in rows} == {
        (SentenceChange.REWORDED, 0, 1),
        (SentenceChange.REWORDED, 1, 2),
        (SentenceChange.MOVED, 2, 0),
    }


def test_a_sentence_left_out_of_a_split_is_added() -> None:
    """Between the two halves of a split sentence stands one that is new: it has a row of its own."""
    a = "Shells hit the grain terminal at Lusk on Monday and set two silos there on fire, said the harbour master."
    b = (
        "Shells hit the grain terminal at Lusk on Monday.\n"
        "Nobody answered telephone calls.\n"
        "The fire set two silos there alight, said the harbour master."
    )
    rows = compare(make(a, "doc-a"), make(b, "doc-b")).sentences
    assert [(row.change, [_line(b, span) for span in row.b]) for row in rows] == [
        (SentenceChange.SPLIT, [0, 2]),
        (SentenceChange.ADDED, [1]),
    ]


def test_what_repeats_is_kept() -> None:
    """Sentences that stand many times, as in a list, are kept where both versions have them in the same order."""
    a, b = "Guns fell silent.\n" * 30, "Guns fell silent.\n" * 30 + "Talks go on at Lusk."
    rows = compare(make(a, "doc-a"), make(b, "doc-b")).sentences
    assert Counter(row.change for row in rows) == {SentenceChange.KEPT: 30, SentenceChange.ADDED: 1}


def test_a_heading_over_its_sentence_is_added() -> None:
    """A line that repeats what the sentence below it says is no half of that sentence."""
    a = "The guns at Lusk fell silent on Sunday after six weeks of shelling, observers said."
    b = "Guns at Lusk silent after six weeks\nThe guns at Lusk fell silent on Sunday after weeks of fire, they said."
    rows = compare(make(a, "doc-a"), make(b, "doc-b")).sentences
    assert [row.change for row in rows] == [SentenceChange.ADDED, SentenceChange.REWORDED]


def test_a_split_sentence_is_split() -> None:
    """One sentence made into two answers both of them."""
    rows = compare(B, A).sentences
    assert [row.change for row in rows if len(row.b) > 1] == [SentenceChange.SPLIT]


def _spans(sheet: Comparison) -> tuple[list[Span], list[Span]]:
    a = [span for row in sheet.sentences for span in row.a]
    b = [span for row in sheet.sentences for span in row.b]
    for pair in sheet.quotations:
        a += [pair.a] if pair.a else []
        b += [pair.b] if pair.b else []
    words = [word for row in sheet.sentences for word in row.words]
    words += [word for pair in sheet.quotations for word in pair.words]
    return a + [word.a for word in words if word.a], b + [word.b for word in words if word.b]


PIECES = st.lists(
    st.one_of(st.text(max_size=12), st.sampled_from(["“Stop,” she said. ", "שלום. ", "𐍈𐍉 ", "Ostrel 41. ", "e\u0301"])),
    max_size=40,
).map("".join)


@given(PIECES, PIECES)
def test_spans_lie_in_their_own_text(one: str, two: str) -> None:
    """Over arbitrary Unicode, each span of a sheet holds words of the document it belongs to."""
    spans_a, spans_b = _spans(compare(make(one, "doc-a"), make(two, "doc-b")))
    assert all(span.of(one).strip() and span.end <= len(one) for span in spans_a)
    assert all(span.of(two).strip() and span.end <= len(two) for span in spans_b)


@given(PIECES, PIECES)
def test_each_sentence_with_words_is_in_one_row(one: str, two: str) -> None:
    """No sentence is lost and none is counted twice."""
    sheet = compare(make(one, "doc-a"), make(two, "doc-b"))
    spans = [span for row in sheet.sentences for span in row.a]
    assert len(spans) == len(set(spans))
    held = [span for span in make(one).sentences if any(ch.isalnum() for ch in span.of(one))]
    assert set(spans) <= set(make(one).sentences)
    assert len(spans) <= len(make(one).sentences)
    assert len(held) >= len(spans)


@pytest.mark.parametrize(
    "text",
    [
        "Guns fell silent. " * 1_500,
        "“" * 5_000,
        "[" * 3_000 + "…" * 3_000,
        "a" * 200_000,
        "\n".join("“We will not leave,” she said." for _ in range(600)),
        invented(1, 900),
    ],
    ids=["repeated", "marks", "brackets", "one word", "quotations", "long"],
)
@pytest.mark.slow
def test_degenerate_text_is_compared_in_bounded_time(text: str) -> None:
    """Repetition, stray marks and length finish; the test's own time is the bound."""
    sheet = compare(make(text, "doc-a"), make(text + " End.", "doc-b"))
    assert sheet.a == "doc-a"
