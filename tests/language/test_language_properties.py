"""What holds for any text at all."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from language_samples import SITUATION, document, read

from trucewatch.language import Analysis
from trucewatch.values import Span

_PIECES = st.sampled_from(
    """“ ” " ' ‘ ’ « » „ , . : ; — - ( ) [ ] 's Norland Greece Athens Zedburg Kalna Karel Vos president the of and said told
    he she they it minister ministry March 13 2025 Thursday last week ago three days overnight into near in region village
    about 15 km 2bn $ € up to at least dozens hundreds troops have been killed that U.S. Gen. Восенко""".split()  # noqa: SIM905
)
_TEXTS = st.one_of(st.text(max_size=300), st.lists(_PIECES, max_size=60).map(" ".join), st.lists(_PIECES).map("".join))


def spans(analysis: Analysis) -> dict[str, list[Span]]:
    """The spans of each kind of item."""
    found: dict[str, Sequence[object]] = {
        "tokens": analysis.tokens, "quotations": analysis.quotations, "names": analysis.names,
        "times": analysis.times, "places": analysis.places, "amounts": analysis.amounts,
    }  # fmt: skip
    return {kind: [getattr(item, "span") for item in items] for kind, items in found.items()}  # noqa: B009


@given(_TEXTS, st.sampled_from(["en", "uk", "und"]))
@settings(max_examples=100)
def test_any_text_is_read(text: str, language: str) -> None:
    """No text raises; every span lies within the text, in order, and words are what the span covers."""
    analysis = read(text, language=language)
    for kind, found in spans(analysis).items():
        assert all(span.end <= len(text) for span in found)
        assert [span.start for span in found] == sorted(span.start for span in found), kind
    assert all(token.text == token.span.of(text) for token in analysis.tokens)
    for item in (*analysis.names, *analysis.times, *analysis.amounts):
        assert item.span is not None
        assert item.words == item.span.of(text)


@given(_TEXTS)
@settings(max_examples=50)
def test_tokens_cover_all_but_white_space(text: str) -> None:
    """What no token covers is white space."""
    covered = {at for token in read(text).tokens for at in range(token.span.start, token.span.end)}
    assert all(text[at].isspace() for at in range(len(text)) if at not in covered)


@given(_TEXTS)
@settings(max_examples=50)
def test_names_do_not_overlap(text: str) -> None:
    """No two mentions share a word."""
    found = spans(read(text))["names"]
    assert all(one.end <= two.start for one, two in zip(found, found[1:], strict=False))


@given(_TEXTS)
@settings(max_examples=30)
def test_the_order_of_parties_changes_nothing(text: str) -> None:
    """The situation may list its parties in any order."""
    from trucewatch.language import analyse  # noqa: PLC0415 - beside its use

    turned = replace(SITUATION, parties=SITUATION.parties[::-1])
    ours, theirs = analyse(document(text), SITUATION), analyse(document(text), turned)
    assert (ours.names, ours.places) == (theirs.names, theirs.places)


@pytest.mark.parametrize(
    "unit",
    [
        "word ",
        "“",
        "'a ",
        "1,",
        "a.",
        "Ana Lund, ",
        "of the ",
        "near Kalna ",
        "A",
        "9",
        "and ",
        "12 to ",
        "the ministry ",
        "he ",
    ],
)
def test_long_lines_are_read_in_time_in_proportion(unit: str) -> None:
    """A line of one million characters without an end costs no more per character than a short one (within noise)."""
    size = 1_000_000 // len(unit)
    started = time.process_time()
    read(unit * (size // 20))
    short = time.process_time() - started
    started = time.process_time()
    read(unit * size)
    assert time.process_time() - started < 80 * short + 5
