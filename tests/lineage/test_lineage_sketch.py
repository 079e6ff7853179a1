"""Sketches: what they keep, and that they are the same everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st
from lineage_texts import INDEPENDENT, ORIGINAL, make

from trucewatch.documents.model import BlockKind
from trucewatch.lineage import sketch
from trucewatch.lineage.credit_lines import find_credits
from trucewatch.lineage.keys import fold

_PRINT = """
from trucewatch.documents.model import Document
from trucewatch.lineage import sketch
print(sketch(Document(id="d", sha256="", media_type="", text={text!r}, text_sha256="", language="en", blocks=(),
    sentences=(), reader=""), ("place-b", "place-a")))
"""


def test_a_sketch_is_the_same_in_every_process() -> None:
    """Two interpreters with different hash seeds make the same sketch."""
    made = {
        subprocess.run(  # noqa: S603
            [sys.executable, "-c", _PRINT.format(text=ORIGINAL)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1


@given(st.text(max_size=400))
def test_a_sketch_holds_only_integers_strings_and_tuples(text: str) -> None:
    """Whatever the text, a sketch can be stored: no floats, and keys below 2**63."""

    def is_plain(value: object) -> bool:
        if isinstance(value, tuple):
            return all(is_plain(part) for part in value)
        return isinstance(value, str) or (type(value) is int and 0 <= value < 1 << 63)

    made = sketch(make(text), ("a",))
    assert all(is_plain(getattr(made, field.name)) for field in fields(made))


def test_typography_does_not_change_the_body() -> None:
    """Curly or straight marks, spacing and line ends leave the exact key as it is."""
    plain = ORIGINAL.replace("“", '"').replace("”", '"').replace("\n", "\n\n").replace(", ", ",  ")
    assert sketch(make(plain)).exact == sketch(make(ORIGINAL)).exact


def test_one_other_word_changes_the_body() -> None:
    """The exact key tells apart what differs by a word."""
    assert sketch(make(ORIGINAL.replace("41", "42"))).exact != sketch(make(ORIGINAL)).exact


def test_captions_credits_and_furniture_are_set_aside() -> None:
    """A report with an agency's caption and a share line has the sketch of its body."""
    aside = (BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.BOILERPLATE)
    text = f"A photograph of the bridge\nAgence Sud contributed to this report.\nSign up here\n{ORIGINAL}"
    assert sketch(make(text, kinds=aside)).exact == sketch(make(ORIGINAL)).exact


def test_numbers_are_read_whatever_groups_their_digits() -> None:
    """30,000 and 30.000 and 30000 are one number; 3.5 is not 35."""
    assert fold("30,000") == fold("30.000") == fold("30000")
    assert fold("3.5") == fold("3,5") != fold("35")


def test_crossings_are_shared_across_languages() -> None:
    """Known entities with the same numbers give shared keys though no word is shared."""
    one = sketch(make("On 14 May 230 shells fell on Ostrel."), ("place-ostrel",))
    two = sketch(make("14 травня на Острель упало 230 снарядів.", language="uk"), ("place-ostrel",))
    assert len(set(one.crossings) & set(two.crossings)) == 2
    assert set(one.entities) == set(two.entities)


def test_credit_lines_are_noted() -> None:
    """Each usual form names its source, folded."""
    text = (
        "LUSK (Agence Sud) - Guns fell silent.\nThe Callis Press contributed to this report.\nAccording to Radio Sarne"
    )
    assert find_credits(text + ", it did. It rained, according to Radio Sarne.") == (
        "agence sud",
        "callis press",
        "radio sarne",
    )


def test_ordinary_speech_is_no_credit() -> None:
    """A report without credit lines credits nobody."""
    assert find_credits(INDEPENDENT) == ()
