"""A trained tagger as an extractor: the way from a text to candidates, and every way in which a file is no tagger."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from itertools import count, pairwise, product
from pathlib import Path
from typing import Any

import pytest
from extractor_texts import VALLEY, document_of
from test_extractor_contract import HOSTILE, spans_of

from trucewatch.errors import InputError, UsageError
from trucewatch.extractors import Candidate, ground, propose
from trucewatch.extractors.neural import Neural
from trucewatch.extractors.neural.features import Word, case_of, divide, pack, read_words
from trucewatch.extractors.neural.labels import LABELS, best_path, constrained, may_follow, runs
from trucewatch.extractors.neural.linking import Tagged, link
from trucewatch.extractors.neural.wordpieces import Vocabulary, find_words
from trucewatch.language import analyse, read_quotations
from trucewatch.statements import Form
from trucewatch.values import Span

VOCABULARY = Vocabulary.of(
    ["[UNK]", "[CLS]", "[SEP]", "cease", "##fire", "##s", "cafe", ".", "“", "it", "held", "s", "’"]
)


def words_of(text: str) -> list[Word]:
    document = document_of(text)
    (block,) = document.blocks
    return list(read_words(text, block.span, read_quotations(document), VOCABULARY))


def spans(text: str, *words: str) -> list[Span]:
    return [Span(text.index(each), text.index(each) + len(each)) for each in words]


def linked(text: str, sources: list[str], cues: list[str], contents: list[str]) -> list[tuple[str, str, list[str]]]:
    tagged = [Tagged(spans(text, *sources), spans(text, *cues), spans(text, *contents))]
    return [
        (
            one.source.of(text) if one.source else "",
            one.cue.of(text) if one.cue else "",
            [s.of(text) for s in one.content],
        )
        for one in link(tagged, document_of(text).sentences)
    ]


def test_words_are_slices_and_nothing_is_lost() -> None:
    """Every character that is no space is in one word, in order."""
    text = "It’s 5.30: “Café” e\u0301te\u0301, 🕊️ said."
    found = [span.of(text) for span in find_words(text, Span(0, len(text)))]
    assert "".join(found) == "".join(text.split())
    assert found[:6] == ["It", "’", "s", "5", ".", "30"]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("Ceasefires", ["cease", "##fire", "##s"]),
        ("Café", ["cafe"]),
        ("truce", ["[UNK]"]),
        ("ceasefirex", ["[UNK]"]),
        ("cease" * 100, ["[UNK]"]),
    ],
)
def test_words_are_cut_into_the_longest_known_pieces(word: str, pieces: list[str]) -> None:
    """Greedy, without case and accents; a word that the pieces do not cover is unknown as a whole."""
    names = list(VOCABULARY.numbers)
    assert [names[number] for number in VOCABULARY.pieces(word)] == pieces


def test_case_tells_six_kinds_apart() -> None:
    """Lower, capitalised, upper, mixed, with digits, and no letters at all."""
    assert [case_of(word) for word in ("held", "Berg", "NATO", "McHale", "30th", "“")] == [0, 1, 2, 3, 4, 5]


def test_each_word_knows_its_place_to_the_marks() -> None:
    """Outside, opening, inside, closing, and inside a quotation in a quotation."""
    text = "He said “it ‘held’ now” again."
    places = {word.span.of(text): word.quote for word in words_of(text)}
    assert (places["said"], places["“"], places["it"], places["”"], places["again"]) == (0, 1, 2, 3, 0)
    assert (places["‘"], places["held"], places["’"], places["now"]) == (1, 4, 3, 2)


def test_windows_hold_whole_paragraphs_as_long_as_they_fit() -> None:
    """Neighbours share a window; one that does not fit opens the next; each window keeps to its size."""
    (word,) = words_of("held")
    stretches = [(word,) * 5, (word,) * 3, (word,) * 4]
    assert [[len(one) for one in window] for window in pack(stretches, 11)] == [[5, 3], [4]]
    assert [[len(one) for one in window] for window in pack(stretches, 11, first=7)] == [[5], [3, 4]]


def test_long_paragraph_is_cut_between_sentences_then_words() -> None:
    """A paragraph that fits is whole; else sentences are; else as many words as fit."""
    text = "It held. It held and it held and it held."
    words = tuple(words_of(text))
    sentences = document_of(text).sentences
    assert [len(part) for part in divide(words, sentences, 50)] == [12]
    assert [len(part) for part in divide(words, sentences, 9)] == [3, 9]
    assert [len(part) for part in divide(words, sentences, 4)] == [3, 4, 4, 1]


def test_best_path_is_the_best_of_all_paths() -> None:
    """What Viterbi finds is what trying every sequence finds."""
    chance = random.Random(4)  # noqa: S311 -- examples
    steps = constrained([[chance.gauss(0, 2) for _ in LABELS] for _ in LABELS])
    scores = [[chance.gauss(0, 2) for _ in LABELS] for _ in range(5)]

    def worth(path: tuple[int, ...]) -> float:
        if not may_follow(None, LABELS[path[0]]):
            return -1e9
        return sum(row[at] for row, at in zip(scores, path, strict=True)) + sum(steps[a][b] for a, b in pairwise(path))

    best = max(product(range(len(LABELS)), repeat=5), key=worth)
    assert best_path(scores, steps) == [LABELS[at] for at in best]
    assert best_path([], steps) == []


def test_no_path_has_an_inside_without_its_begin() -> None:
    """However high an inside scores, it follows only its own role."""
    chance = random.Random(5)  # noqa: S311 -- examples
    steps = constrained([[0.0] * len(LABELS)] * len(LABELS))
    for _ in range(20):
        path = best_path([[chance.gauss(0, 5) for _ in LABELS] for _ in range(12)], steps)
        assert all(may_follow(before, label) for before, label in zip([None, *path], path, strict=False))


def test_runs_are_what_labels_spell() -> None:
    """A begin ends the run before it, also of its own role."""
    labels = ["B-cue", "B-cue", "I-cue", "O", "B-source", "B-content", "I-content"]
    assert list(runs(labels)) == [("cue", 0, 1), ("cue", 1, 3), ("source", 4, 5), ("content", 5, 7)]


def test_cues_without_a_source_share_the_one_before() -> None:
    """A participle goes on with the subject of its sentence; a source that has its own cue is not taken from it."""
    text = "Berg said the bridge was gone, adding that guns had fired. Hale denied it."
    assert linked(
        text, ["Berg", "Hale"], ["said", "adding", "denied"], ["the bridge was gone", "that guns had fired", "it"]
    ) == [
        ("Berg", "said", ["the bridge was gone"]),
        ("Berg", "adding", ["that guns had fired"]),
        ("Hale", "denied", ["it"]),
    ]


def test_content_in_two_pieces_is_one_attribution() -> None:
    """Words on both sides of their cue belong to one saying."""
    text = "“We go,” Berg said. “We do not stay.”"
    assert linked(text, ["Berg"], ["said"], ["“We go,”", "“We do not stay.”"]) == [
        ("Berg", "said", ["“We go,”", "“We do not stay.”"])
    ]


def test_speech_without_words_around_it_goes_on_with_the_last_speaker() -> None:
    """A paragraph of speech alone is of whoever spoke before, as a speaker who stands elsewhere."""
    text = "“We go,” Berg said.\n“We do not stay.”"
    first, second = spans(text, "“We go,”", "“We do not stay.”")
    tagged = [Tagged(spans(text, "Berg"), spans(text, "said"), [first]), Tagged([], [], [second])]
    _, alone = link(tagged, document_of(text).sentences)
    assert (alone.content, alone.source, alone.cue) == ([second], None, None)
    assert alone.speaker == spans(text, "Berg")[0]


MakeTagger = Callable[..., Path]


@pytest.fixture
def make_tagger(tmp_path: Path) -> MakeTagger:
    """Writes taggers, each into a file of its own; skips where the extra is not installed."""
    for name in ("onnx", "onnxruntime"):
        pytest.importorskip(name, reason="the [neural] extra is not installed")
    from tiny_tagger import write_tagger  # noqa: PLC0415 -- needs the extra

    numbers = count()
    return lambda *seed, **about: write_tagger(tmp_path / f"{next(numbers)}.onnx", *seed, **about)


def extract(path: Path, text: str) -> list[Candidate]:
    return list(Neural(path).extract(document_of(text)))


def test_it_tags_what_its_tables_say(make_tagger: MakeTagger) -> None:
    """Names, verbs, speech between marks and speech after "that" come out as exact spans, the "that" left out."""
    text = "“It held,” Berg said. Dosland denied that it fell."
    said, denied = extract(make_tagger(), text)
    assert [(each.words, each.at) for each in said.content] == [("“It held,”", 0)]
    assert said.source
    assert said.cue
    assert (said.source.words, said.cue.words) == ("Berg", "said")
    assert denied.source
    assert (denied.source.words, [each.words for each in denied.content]) == ("Dosland", ["it fell"])
    assert all(text[each.at :].startswith(each.words) for each in (*denied.content, denied.source) if each.at)


def test_batches_and_padding_change_nothing(make_tagger: MakeTagger) -> None:
    """A paragraph is read alike alone and among fifty others that fill several windows and batches."""
    path = make_tagger()
    line = "Berg said that it held. “It held,” Dosland said."
    alone = extract(path, line)
    many = extract(path, "\n".join([line] * 50))
    assert len(many) == 50 * len(alone) == 100
    assert [each.content[0].words for each in many] == [each.content[0].words for each in alone] * 50


def test_marks_decide_the_bounds_of_speech(make_tagger: MakeTagger) -> None:
    """Where the tagger ends beside a mark, the record ends at it."""
    document = document_of("“It held,” Berg said.")
    proposal = propose(Neural(make_tagger()), document)
    (statement,) = ground(proposal, analyse(document, VALLEY)).statements
    assert [span.of(document.text) for span in statement.content] == ["It held,"]
    assert statement.form is Form.DIRECT
    assert statement.extractor.startswith("neural:tiny/")


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_labels_by_chance_break_no_rule(make_tagger: MakeTagger, seed: int, text: str) -> None:
    """Whatever a model labels, in whatever text, every record lies in the text and is grounded or counted."""
    document = document_of(text)
    proposal = propose(Neural(make_tagger(seed)), document)
    grounded = ground(proposal, analyse(document, VALLEY))
    dropped = {rejection.candidate for rejection in grounded.rejections if rejection.is_whole}
    assert len(grounded.statements) + len(dropped) == len(proposal.candidates)
    assert all(span.end <= len(text) for one in grounded.statements for span in spans_of(one))


def test_version_follows_the_file(make_tagger: MakeTagger) -> None:
    """Another model is another version; the same bytes elsewhere are the same."""
    one, same = make_tagger(), make_tagger()
    other = make_tagger(3)
    assert Neural(one).version == Neural(same).version != Neural(other).version


@pytest.mark.parametrize(
    "about",
    [{"format": 2}, {"labels": None}, {"size": "wide"}, {"steps": [[0.0]]}],
    ids=lambda one: next(iter(one)),
)
def test_model_that_says_too_little_is_refused(make_tagger: MakeTagger, about: dict[str, Any]) -> None:
    """A file that does not say all a tagger says is no tagger, and the error says how to make one."""
    with pytest.raises(InputError, match="is no tagger") as caught:
        Neural(make_tagger(**about))
    assert "training/README.md" in caught.value.try_


@pytest.mark.usefixtures("make_tagger")
def test_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    """Bytes that are no model, and a name that is no file, are told apart."""
    (tmp_path / "x.onnx").write_bytes(b"not a model")
    with pytest.raises(InputError, match="is no model"):
        Neural(tmp_path / "x.onnx")
    with pytest.raises(InputError, match="no such file"):
        Neural(tmp_path / "absent.onnx")


def test_missing_library_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without onnxruntime the error says what to install."""
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(UsageError) as caught:
        Neural(tmp_path / "x.onnx")
    assert caught.value.try_ == "pip install 'trucewatch[neural]'"
