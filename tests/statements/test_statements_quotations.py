"""Direct speech: whose it is, wherever the words that report it stand."""

from __future__ import annotations

import pytest
from statements_reading import only, said_in, speaker, words

from trucewatch.statements import Act, Form

QUOTED = "We did not fire a single shell"


@pytest.mark.parametrize(
    "text",
    [
        "“We did not fire a single shell,” Anna Berg said.",
        "“We did not fire a single shell,” said Anna Berg.",
        "“We did not fire a single shell,” said Anna Berg, who heads the ministry.",
        "“We did not fire a single shell,” Anna Berg told reporters in Tolm on Monday.",
        "Anna Berg said: “We did not fire a single shell.”",
        "Anna Berg, the defence minister, said, “We did not fire a single shell.”",
        "In a statement, Anna Berg said: “We did not fire a single shell.”",
        '"We did not fire a single shell," Anna Berg said.',
        "Anna Berg was calm.\n“We did not fire a single shell,” she said.",
    ],
)
def test_cue_in_any_place(text: str) -> None:
    """Before, after, inverted, with an apposition, with a pronoun: the same speaker and the same words."""
    statement = only(text)
    assert speaker(statement) == "Anna Berg"
    assert statement.form is Form.DIRECT
    assert [part.rstrip(",.") for part in words(text, statement)] == [QUOTED]


def test_interrupted_speech_is_one_statement() -> None:
    """Speech on both sides of the words that report it is one statement with two spans."""
    text = "“We will stay,” Anna Berg said, “until the last mine is cleared.”"
    assert words(text, only(text)) == ["We will stay,", "until the last mine is cleared."]


def test_speech_goes_on_after_its_cue() -> None:
    """A further quotation in the same paragraph belongs to the same statement."""
    text = "“We will stay,” said Anna Berg. “Our guns are silent.”"
    assert words(text, only(text)) == ["We will stay,", "Our guns are silent."]


def test_next_paragraph_keeps_the_running_speaker() -> None:
    """A quotation of its own in the next paragraph is a statement of its own, by the same speaker."""
    text = "“We will stay as long as we must,” said Anna Berg.\n“Our guns are silent and will remain so.”"
    first, second = said_in(text)
    assert speaker(first) == speaker(second) == "Anna Berg"
    assert second.cue is None


def test_unclosed_paragraphs_are_one_statement() -> None:
    """Speech that opens again in the next paragraph without having closed is one statement."""
    text = "“This is the first part of what I say.\n“This is the second part,” Petr Hale said."
    statement = only(text)
    assert speaker(statement) == "Petr Hale"
    assert words(text, statement) == ["This is the first part of what I say.", "This is the second part,"]


def test_brackets_inside_are_kept() -> None:
    """An editor's bracket inside the marks stays in the content."""
    text = "Petr Hale said: “They [the Karvian forces] fired at the hospital at dawn.”"
    assert words(text, only(text)) == ["They [the Karvian forces] fired at the hospital at dawn."]


def test_statement_reads() -> None:
    """The statement that "read" is its issuer's."""
    text = (
        "The Karvian Ministry of Defence released a statement ahead of the talks.\n"
        "“Our goal is to keep the peace in the valley,” the statement read."
    )
    assert "Ministry of Defence" in speaker(said_in(text)[-1])


def test_announced_speech_in_the_next_paragraph() -> None:
    """A line that ends in a colon announces the quotation below it."""
    text = "Petr Hale said:\n“They fired at the hospital at dawn.”"
    statement = only(text)
    assert (speaker(statement), statement.form) == ("Petr Hale", Form.DIRECT)


def test_question_asks() -> None:
    """A question in quotation marks keeps its speaker."""
    text = "“Why would we lie?” Anna Berg asked."
    assert (speaker(only(text)), only(text).act) == ("Anna Berg", Act.REQUEST)


def test_partial_quotation_is_mixed() -> None:
    """Quoted words inside reported speech make it mixed, with the whole clause as content."""
    text = "Anna Berg said Karvia needed guarantees to achieve a “real, fair peace” in the valley."
    statement = only(text)
    assert statement.form is Form.MIXED
    assert words(text, statement) == ["Karvia needed guarantees to achieve a “real, fair peace” in the valley"]


@pytest.mark.parametrize("text", ["The so-called “iron line” is quiet.", "Shells fell on the “old bridge” of Tolm."])
def test_nicknames_are_nobodys_statement(text: str) -> None:
    """Quotation marks alone do not make a statement."""
    assert said_in(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "“We will stay,” beamed Anna Berg.",
        "“We will stay,” Anna Berg beamed.",
        "“We will stay,” Anna Berg beamed and left the hall.",
        "Anna Berg boomed: “We will stay.”",
        "Anna Berg fired back sharply: “We will stay.”",
        "“We will stay,\"' Anna Berg said.",
    ],
)
def test_any_verb_beside_speech_reports_it(text: str) -> None:
    """A verb that no list holds reports speech by where it stands; a mark left over is in nobody's way."""
    assert speaker(only(text)) == "Anna Berg"


@pytest.mark.parametrize(
    "text",
    [
        "“We will stay.” Anna Berg left the hall.",
        "Anna Berg arrived at noon. “We will stay.”",
        "Anna Berg wore a badge marked “Karvia”.",
    ],
)
def test_what_is_done_beside_speech_reports_nothing(text: str) -> None:
    """A verb after speech that has ended, or before a name in marks, is a deed."""
    assert not any(statement.cue is not None for statement in said_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg said that the convoy had left. “It was shelled on the road.”",
        "Anna Berg said that the convoy had left.\n“It was shelled on the road.”",
        "“We left,” said Anna Berg, the defence minister. “It was shelled on the road,” which took an hour.",
    ],
)
def test_speech_goes_on_from_words_reported(text: str) -> None:
    """Speech without words of its own is of whoever was reported right before it."""
    assert {speaker(statement) for statement in said_in(text)} == {"Anna Berg"}


def test_statement_saying_is_its_issuers() -> None:
    """In "issued a statement saying" the issuer speaks, not the paper."""
    assert speaker(only("Anna Berg issued a statement saying the truce held.")) == "Anna Berg"
