from __future__ import annotations

import random

from documents_samples import ATOM, FEED, PAGE, REPORT, SHORT_PDF, make_docx, received
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.documents import Document, read, unpack
from trucewatch.errors import InputError

SAMPLES = (PAGE.encode(), FEED.encode(), ATOM.encode(), SHORT_PDF, make_docx(), REPORT.encode())
SCRIPTS = st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from("\n\n. ?!”“«»…؟。\u200f\u202b\u2067אבגدهشЖї😀👍🏽𝔘\u0301"),
)


def check(document: Document) -> None:
    """Blocks and sentences are exact, in order, and leave out white space only."""
    text = document.text
    text.encode("utf-8")
    end = 0
    for block in document.blocks:
        assert end <= block.span.start
        assert block.span.end <= len(text)
        assert text[end : block.span.start].strip() == ""
        end = block.span.end
    assert text[end:].strip() == ""
    _check_sentences(document)


def _check_sentences(document: Document) -> None:
    text = document.text
    sentences = list(document.sentences)
    for block in document.blocks:
        words = []
        end = block.span.start
        while sentences and block.span.contains(sentences[0]):
            sentence = sentences.pop(0)
            assert sentence.start >= end
            words.append(sentence.of(text))
            end = sentence.end
        assert "".join("".join(words).split()) == "".join(block.span.of(text).split())
    assert sentences == []


@settings(deadline=None, max_examples=100)
@given(st.text(alphabet=SCRIPTS, max_size=400))
def test_spans_are_exact_in_every_script(text: str) -> None:
    """Right-to-left, astral and combining characters are counted like any other."""
    try:
        document = read(received("Ab " + text))
    except InputError:
        return
    check(document)


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=600))
def test_any_bytes_give_a_document_or_an_input_error(raw: bytes) -> None:
    """Reading raises InputError and nothing else, whatever comes in."""
    read_everything(raw)


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(SAMPLES), st.integers(0, 2**32), st.integers(1, 12))
def test_a_damaged_file_gives_a_document_or_an_input_error(raw: bytes, seed: int, wounds: int) -> None:
    """Real files with bytes changed, cut out or doubled are read as far as they can be, or refused in words."""
    chance = random.Random(seed)  # noqa: S311 - damage need not be secret
    damaged = bytearray(raw)
    for _ in range(wounds):
        at = chance.randrange(len(damaged))
        length = chance.choice([1, 1, 4, 60])
        match chance.randrange(4):
            case 0:
                damaged[at] = chance.randrange(256)
            case 1:
                del damaged[at : at + length]
            case 2:
                damaged[at:at] = damaged[at : at + length]
            case _:
                damaged = damaged[: max(1, at)] if chance.random() < 0.2 else damaged
    read_everything(bytes(damaged))


def read_everything(raw: bytes) -> None:
    """Unpack and read as a user would, and check whatever comes out."""
    for item in unpack(received(raw)):
        error: InputError | None = item if isinstance(item, InputError) else None
        if not isinstance(item, InputError):
            try:
                check(read(item))
            except InputError as raised:
                error = raised
        if error is not None:
            assert error.what
            assert error.why
            assert error.try_
            assert "\n" not in f"{error}{error.try_}"


def test_reading_is_the_same_every_time() -> None:
    """The same bytes give the same document, field by field."""
    for raw in SAMPLES[3:]:
        assert read(received(raw)) == read(received(raw))
