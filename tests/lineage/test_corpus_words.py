"""The native reading of words: the same as ``keys`` and ``sketching`` to the bit."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.documents.model import Document
from trucewatch.lineage import DerivationKind, Sketch, sketch
from trucewatch.lineage.corpus import Article, Engine
from trucewatch.lineage.corpus.hashing import key_of_bytes
from trucewatch.lineage.corpus.holding import FIGURES, hold, make_list, make_shared, open_list
from trucewatch.lineage.corpus.sketches import KIND_SHIFT, STEP
from trucewatch.lineage.corpus.tokens import tokenise
from trucewatch.lineage.corpus.vocabulary import KEY, KIND, Vocabulary
from trucewatch.lineage.keys import VOCABULARY, key_of, surfaces_in
from trucewatch.lineage.likeness import Likeness, measure
from trucewatch.lineage.relation import EDITED_FROM, LEAST_ORDER, weigh, weigh_likeness

#: Letters with case, marks, digits of several scripts, separators, NUL, right-to-left, astral, compatibility forms.
ALPHABET = "abzAZé ñИжЇשלامе漢字かがﬁⅨ²½٣५09.,'’“”—…\u00a0\u0301\u0308\u200d\u202e\x00\n\t-_İßſΣςẞ𝔘𐐀🙂\ud800ᄀ가"
texts = st.text(alphabet=st.one_of(st.sampled_from(ALPHABET), st.characters()), max_size=120)
FORMS = (
    "Alpha",
    "beta",
    "30,000",
    "30.000",
    "3.5",
    "U.S.",
    "don't",
    "Gamma's",
    "o'clock",
    "the",
    "and",
    "x.y",
    "a.",
    "b",
)
wordy = st.lists(st.sampled_from(FORMS))


def document(text: str, id_: str = "d") -> Document:
    return Document(
        id=id_, sha256="", media_type="text/plain", text=text, text_sha256="", language="und", blocks=(), sentences=(),
        reader="test", source="s",
    )  # fmt: skip


def expected_words(text: str) -> list[tuple[int, int]]:
    found = [VOCABULARY[surface] for line in text.split("\n") for surface in surfaces_in(line)]
    return [(known.key, int(known.kind)) for known in found]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(texts, wordy.map(" ".join)), min_size=1, max_size=5))
def test_native_words_are_those_of_keys(several: list[str]) -> None:
    """Every word of any text has the key and kind that ``keys`` gives it."""
    vocabulary = Vocabulary()
    tokens = tokenise(several, vocabulary)
    known = vocabulary.forms.known
    for at, text in enumerate(several):
        forms = tokens.forms[tokens.words[at] : tokens.words[at + 1]]
        assert [(int(known[form, KEY]), int(known[form, KIND])) for form in forms] == expected_words(text)


@pytest.mark.parametrize("size", [0, 1, 7, 8, 127, 128, 129, 255, 256, 257, 1000])
def test_native_keys_are_blake2b(size: int) -> None:
    """The native hash gives ``key_of`` at every length around a block."""
    raw = b"word:" + b"a" * size
    made = key_of_bytes(np.frombuffer(raw, dtype=np.uint8), len(raw), np.empty(40, dtype=np.uint64))
    assert int(made) == key_of("word", "a" * size)


def packed(engine: Engine, at: int, name: str) -> list[tuple[int, int, int]]:
    """What is kept of one list: (code, place, kind)."""
    columns = engine.holdings.columns
    start, end = columns[f"{name}_starts"].data[at : at + 2]
    place, found = 0, []
    for code, step in zip(
        columns[f"{name}s"].data[start:end].tolist(), columns[f"{name}_steps"].data[start:end].tolist(), strict=True
    ):
        place += step & STEP
        if code:
            found.append((code, place, step >> KIND_SHIFT))
    return found


def kind_in(made: Sketch, key: int) -> int:
    return 2 if key in set(made.names) else 3 if key in set(made.numbers) else 1


def low(key: int) -> int:
    return key & 0xFFFFFFFF or 1


@settings(max_examples=200, deadline=None)
@given(st.one_of(texts, st.lists(st.one_of(texts, wordy.map(" ".join)), max_size=40).map("\n".join)))
def test_native_sketches_are_those_of_sketching(text: str) -> None:
    """A packed sketch holds the words and runs of the room's own sketch, at the same places."""
    engine = Engine()
    engine.add([Article(id="d", text=text, source="s")])
    made = sketch(document(text))
    assert engine.holdings.size(0) == made.size
    words = [(low(key), at, kind_in(made, key)) for key, at in zip(made.words, made.word_at, strict=True)]
    assert packed(engine, 0, "word") == words
    assert packed(engine, 0, "gram") == [(low(key), at, 0) for key, at in zip(made.grams, made.gram_at, strict=True)]


#: Marks of every family, and what touches them: letters, an s, spaces that stand for a lost break, decades, damage,
#: signatures of posts and what is nearly one.
MARKS = '“”„‟«»❝〝‚‛‹›\'’‘""“” s.!a é5\u00a0\u00ad٣\n—(½'
SIGNED = (
    " — Ana É (@ana_b) 3 March",
    " (@ana)",
    " -",
    "(@",
    ")",
    "ж" * 20,
    " – " + "N" * 30 + "(@n)",
    "(@é)",
    "x" * 31,
    "one two é " * 99,
)
quoting = st.lists(
    st.one_of(
        st.sampled_from(MARKS),
        st.sampled_from(['. "', ".  “", "one two three four five", " soldiers’ own ", " ", *SIGNED]),
    )
).map("".join)


def kept_quotes(engine: Engine, at: int) -> tuple[tuple[int, int], ...]:
    starts = engine.holdings.columns["quote_starts"].data
    places = engine.holdings.columns["quoted"].data[starts[at] : starts[at + 1]].tolist()
    return tuple(zip(places[::2], places[1::2], strict=True))


@settings(max_examples=600, deadline=None)
@given(st.lists(quoting, min_size=1, max_size=4))
def test_native_quotations_are_those_of_sketching(several: list[str]) -> None:
    """What stands inside quotation marks is the same range of words, however the marks are muddled."""
    engine = Engine()
    engine.add(Article(id=str(at), text=text) for at, text in enumerate(several))
    for at, text in enumerate(several):
        assert kept_quotes(engine, at) == sketch(document(text)).quoted


def test_an_unclosed_mark_swallows_no_page() -> None:
    """A quotation that is never closed ends where the case lets it end."""
    text = "before “" + "é one two three " * 500
    engine = Engine()
    engine.add([Article(id="a", text=text)])
    ((first, last),) = kept_quotes(engine, 0)
    ((begins, ends),) = sketch(document(text)).quoted
    assert (first, last < engine.holdings.size(0)) == (begins, True)
    assert abs(last - ends) <= 1  # the case cuts a word in two


stories = st.lists(
    st.sampled_from([*(f"Name{n}" if n % 3 else f"word{n} {n * 37}" for n in range(60)), *["“he", "said”"] * 3]),
    max_size=150,
)


@settings(max_examples=200, deadline=None)
@given(stories, stories, st.lists(st.integers(0, 149), max_size=60))
def test_native_figures_are_those_of_likeness(a: list[str], b: list[str], shared: list[int]) -> None:
    """Two sketches held side by side in native code give the figures of ``measure``, quotations and all."""
    older, newer = " ".join(a), " ".join([*b, *(a[at] for at in shared if at < len(a))])
    engine = Engine()
    engine.add([Article(id="a", text=older), Article(id="b", text=newer)])
    made = measure(sketch(document(older)), sketch(document(newer)))
    if not made.shared or len(engine.holdings.columns["word_starts"].held) < 3:
        return
    if engine.holdings.columns["word_starts"].data[1] == engine.holdings.columns["word_starts"].data[2]:
        return  # an exact copy keeps no sketch of its own
    figures = held(engine)
    if figures:
        assert dict(zip(FIGURES, figures, strict=True)) == {name: getattr(made, name) for name in FIGURES}
    else:
        assert weigh(sketch(document(older)), sketch(document(newer))).kind not in {"edited", "rewritten"}


figures = st.fixed_dictionaries({field.name: st.integers(0, 1000) for field in fields(Likeness)})


@settings(max_examples=500)
@given(figures, st.integers(0, LEAST_ORDER - 1), st.integers(0, EDITED_FROM - 1))
def test_what_is_not_held_to_the_end_is_no_derivation(values: dict[str, int], order: int, grams: int) -> None:
    """A pair that native code puts aside early would get no verdict of a derivation, whatever its other figures."""
    put_aside = Likeness(**{**values, "order": order, "grams_a": grams, "grams_b": min(grams, values["grams_b"])})
    assert weigh_likeness(put_aside).kind in {DerivationKind.SAME_EVENT, DerivationKind.UNRELATED}


def held(engine: Engine) -> list[int]:
    """The figures of the first two documents; none where no verdict could be a derivation."""
    kept, lists = engine.holdings.kept(), (make_list(), make_list())
    for found, codes, steps, starts in (
        (lists[0], kept.words, kept.word_steps, kept.word_starts),
        (lists[1], kept.grams, kept.gram_steps, kept.gram_starts),
    ):
        start, end = starts[1], starts[2]
        open_list(codes[start:end], steps[start:end], np.zeros(end - start, dtype=np.uint8), found)
    row = np.zeros(len(FIGURES), dtype=np.int32)
    return [int(figure) for figure in row] if hold(kept, 0, 1, lists, make_shared(), row) else []
