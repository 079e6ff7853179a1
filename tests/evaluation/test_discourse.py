"""What counts, and where it ends, for corpora that take attribution for a relation of discourse."""

from __future__ import annotations

import pytest

from trucewatch.evaluation import Article, by_discourse


def cut(text: str) -> list[tuple[list[str], list[str], list[str]]]:
    """Source, cue and content of each attribution, as words."""
    return [
        tuple([text[start:end] for start, end in one[role]] for role in ("source", "cue", "content"))  # type: ignore[misc]
        for one in by_discourse(Article("one", text, ()))
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ann Hale has not said that it fell.", (["Ann Hale"], ["said"], ["that it fell"])),
        ("Ann Hale, the mayor, said it fell.", (["Ann Hale"], ["said"], ["it fell"])),
        ("I know it looks odd.", (["I"], ["know"], ["it looks odd"])),
        ("We had no reason to assume that it fell.", (["We"], ["assume"], ["that it fell"])),
        ("She was like, we can stay here.", (["She"], ["was like"], ["we can stay here"])),
        ("They wanted to make sure that it held.", (["They"], ["make sure"], ["that it held"])),
        ("I'm not sure why it fell.", (["I"], ["sure"], ["why it fell"])),
        ("Do you think it fell?", (["you"], ["think"], ["it fell?"])),
        ("I think it fell, but we stayed.", (["I"], ["think"], ["it fell"])),
    ],
)
def test_thoughts_and_sayings_are_cut_to_the_word_and_the_clause(
    text: str, wanted: tuple[list[str], list[str], list[str]]
) -> None:
    """The cue is its word, the source ends at a comma, the content is one clause with its "that"."""
    assert cut(text) == [wanted]


def test_one_inside_another_is_cut_out_of_it() -> None:
    """Of "said she believed it fell" only the inner one has a content left."""
    outer, inner = sorted(cut("Tom Berg said that she believed it fell."), key=lambda one: one[1] != ["said"])
    assert outer == (["Tom Berg"], ["said"], ["that "])
    assert inner == (["she"], ["believed"], ["it fell"])


@pytest.mark.parametrize("text", ["Ann Hale praised the deal.", "They want bread.", "What he said was new."])
def test_things_and_wishes_are_no_attribution(text: str) -> None:
    """Without a clause or a quotation nothing is attributed."""
    assert cut(text) == []


def test_other_languages_are_as_kept() -> None:
    """Russian has no thoughts apart: what the engine keeps is what is measured."""
    text = "Берг заявил, что мост разрушен."
    assert [text[start:end] for one in by_discourse(Article("one", text, (), "ru")) for start, end in one["cue"]]
