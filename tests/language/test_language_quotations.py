"""Quotation marks."""

from __future__ import annotations

import pytest
from language_samples import read

from trucewatch.language import Quotation, QuotationUse


def quotations(text: str) -> tuple[Quotation, ...]:
    return read(text).quotations


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "''", "«»", "„“", "„”"])
def test_every_kind_of_marks_is_paired(marks: str) -> None:
    """All marks that news copy uses open and close a quotation."""
    text = f"{marks[0]}We will not leave the town,{marks[1]} he said."
    (found,) = quotations(text)
    assert found.inner.of(text) == "We will not leave the town,"
    assert found.use is QuotationUse.SPEECH


def test_apostrophes_are_not_quotation_marks() -> None:
    """Clitics, plural possessives and decades neither open nor close."""
    assert quotations("The soldiers' families don't recall the '90s, the villagers' lawyer said.") == ()


def test_a_plural_possessive_inside_single_marks_does_not_close_them() -> None:
    """``soldiers’ families`` inside ‘…’ is passed over."""
    text = "‘Our soldiers’ families want peace,’ she said."
    (found,) = quotations(text)
    assert found.inner.of(text) == "Our soldiers’ families want peace,"


def test_quotations_nest() -> None:
    """A quotation in a quotation has depth two and comes after its outer one."""
    outer, inner = quotations("“They told us ‘leave at once’ and then fired,” he said.")
    assert (outer.depth, inner.depth) == (1, 2)
    assert outer.span.contains(inner.span)


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    """What the paragraph does not close is closed there, and says so."""
    text = "“We will hold the line.\nNobody answered."
    (found,) = quotations(text)
    assert found.inner.of(text) == "We will hold the line."
    assert (found.is_closed, found.continues) == (False, False)


def test_an_utterance_can_run_over_paragraphs() -> None:
    """An opening mark in the next paragraph continues what was left open."""
    first, second = quotations("“We will hold the line.\n“And we will not talk,” he said.")
    assert (first.is_closed, first.continues) == (False, True)
    assert (second.is_closed, second.continues) == (True, False)


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("They met as the so-called “coalition of the willing” in Zenda.", QuotationUse.NAME),
        ("The film “Return to Zenda” opened.", QuotationUse.NAME),
        ("He called it a “mistake” on Monday.", QuotationUse.SCARE),
        ("They want a “real, fair peace” by May.", QuotationUse.SCARE),
        ("“We are leaving,” she said.", QuotationUse.SPEECH),
        ("He said the army “will not fire on civilians” again.", QuotationUse.SPEECH),
    ],
)
def test_shape_tells_what_marks_do(text: str, use: QuotationUse) -> None:
    """Speech, names and words held at arm's length differ in verb, length and what stands before."""
    (found,) = quotations(text)
    assert found.use is use


@pytest.mark.parametrize("text", ["” odd", 'a " b', "«“‘", "' ' '", "“” x", "”“”“", "5' 4\" tall", "„„„"])
def test_unbalanced_marks_are_survived(text: str) -> None:
    """No heap of marks raises, and what is found lies within the text."""
    assert all(found.span.end <= len(text) for found in quotations(text))


@pytest.mark.parametrize("text", ['“We hold the bridge," she said.', '"We hold the bridge,” she said.'])
def test_marks_of_two_styles_close_each_other(text: str) -> None:
    """A quotation that opens in one style of mark and closes in another is read whole."""
    (quotation,) = read(text).quotations
    assert quotation.inner.of(text) == "We hold the bridge,"
    assert quotation.is_closed
