from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.documents import split_sentences
from trucewatch.documents.sentences import MAX_SENTENCE
from trucewatch.values import Span


def split(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "sentence",
    [
        "He met Adm. Sir Jan Roe and Lt. Gen. Ann Lee Jr. of the U.S. Navy on Feb. 26 in St. Holm.",
        "It rose 3.5 per cent at 5 p.m. Monday, said Mr. J. R. Roe of Roe Corp. in Dorva.",
        "Resolution No. 5 and Art. 7 apply, e.g. on www.example.com and in Fig. 2.",
        "“Will it hold?” Minister Holm asked.",
        "‘No!’ she said.",
        "Wait... what?",
        "В г. Дорва на ул. Речная, д. 5, т. е. в центре, встретились И. О. Петров и проф. Сидоров.",
        "В 2014 г. Северия начала учения.",
        "«Нет!» — заявил он.",
        "Про це у м. Дорва сказав О. М. Петренко з університету ім. Коваля.",
        "1. The parties agree.",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(sentence: str) -> None:
    """Titles, ranks, initials, numbers, short forms and attributed questions stay in one sentence."""
    assert split(sentence) == [sentence]


@pytest.mark.parametrize(
    "parts",
    [
        ["The U.S. said no.", "He left."],
        ["He came from the U.S.", "The talks ended at 10 a.m.", "They will go on in Jan.", "No date is set."],
        ["He said no.", "Five left."],
        ["He was ill.", "Doctors came to St. Holm, Va. Gov. Roe of Mass. Bay and Dorva St. residents saw it."],
        ["“We must act.", "We will,” he said."],
        ["“It is over.”", "He left."],
        ["Moscow said so.", "(Dorva agreed.)", "[It did not.]", "Fine."],
        ["Then it fell…", "Nobody knew why.", "Why?", "Why not!"],
        ["В 2014 г. было тихо и т. д.", "Министр сказал: «Да».", "Он ушёл в 2015 г.", "В городе тихо."],
        ["Це коштує 5 тис. грн.", "Він додав: «Так…» і пішов."],
        ["The talks ended.", "Northland said no."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    """Closing marks stay with their sentence, and the next word decides after a short form."""
    assert split(" ".join(parts)) == parts


def test_a_missing_space_after_a_full_stop_is_bridged() -> None:
    """Text that lost its spaces on the way is still split between a word and a capitalised one."""
    assert split("There are no talks.Northland said so.") == ["There are no talks.", "Northland said so."]


def test_marks_without_a_word_end_nothing() -> None:
    """The dots of a table of contents are not sentences."""
    assert split("1 Truce . . . . . . . 2") == ["1 Truce .", ". . . . . . 2"]
    assert split("... no more.") == ["... no more."]


def test_full_stops_of_other_scripts_end_sentences() -> None:
    """Chinese, Arabic, Urdu and Hindi sentences are told apart, with or without a space."""
    assert split("你好。再见！「走。」他说") == ["你好。", "再见！", "「走。」", "他说"]
    assert split("هل انتهى؟ نعم انتهى.") == ["هل انتهى؟", "نعم انتهى."]
    assert split("جنگ ختم ہوئی۔ امن ہے۔") == ["جنگ ختم ہوئی۔", "امن ہے۔"]
    assert split("युद्ध रुका। शांति है।") == ["युद्ध रुका।", "शांति है।"]


def test_a_sentence_of_400_pages_is_cut_at_spaces() -> None:
    """No sentence is longer than the cap, and only white space is lost where it is cut."""
    text = "word " * 200_000
    found = split(text)
    assert max(map(len, found)) <= MAX_SENTENCE
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("unit", ["a", ".", "U.", "“", ". ", "?” ", "A. ", "x.Y", "。", ") "])
def test_a_line_without_an_end_is_split_to_its_end(unit: str) -> None:
    """Four hundred thousand characters in one line are split and lose nothing; the square of that would never end."""
    text = unit * (400_000 // len(unit))
    assert "".join(split(text)).replace(" ", "") == text.replace(" ", "")


@settings(deadline=None, max_examples=100)
@given(
    st.text(
        alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(" .?!…”“\n«»؟。Aa1\u202b😀")),
        min_size=1,
    )
)
def test_sentences_cover_everything_but_white_space(text: str) -> None:
    """Sentences are in order, do not overlap, begin and end with words or marks, and lose nothing but space."""
    spans = list(split_sentences(text, Span(0, len(text))))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() for span in spans)
    covered = {i for span in spans for i in range(span.start, span.end)}
    assert all(i in covered or character.isspace() for i, character in enumerate(text))
