"""Statements in the turns of interviews and transcripts, in three languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slavic_reading import told
from statements_reading import document_of, said_in, words

from trucewatch.statements import Act, Form
from trucewatch.statements.turns import turns_of

TRANSCRIPT = (
    "HOST: Anna Berg is with us. Minister, is the valley quiet?\n"
    "BERG: It is. We counted two shots.\n"
    "HOST: Dosland says you shelled Tolm on Monday.\n"
    "BERG: That is not so. We never left the hill.\n"
    "HOST: And the prisoners?\n"
    "BERG: No comment.\n"
)
INTERVIEW = (
    "— Пан Берг, с нами Анна Берг. Тихо ли в долине?\n"
    "— Тихо.\n"
    "— Пётр Хейл говорит, что вы обстреляли Толм.\n"
    "— Нет, мы не стреляли. Мы ушли с холма.\n"
    "— А пленные?\n"
    "— Без комментариев.\n"
)
NO_CONVERSATION = [
    "Note: The hill is closed.\nPhoto: A hill.\nUPDATE: No shots were heard.",
    "Killed: three soldiers.\nWounded: five soldiers.\nKilled: one farmer.\nIs that all?",
    "14:05: Is the hill closed?\n14:10: No.\n14:20: It is closed.",
    "— Did they fire? — she asked.\n— No, — he said.\n— Who did? — she asked.\n— Nobody, — he said.",
    "HOST: Only one question?",
]
_LABELS = st.sampled_from(
    [
        "HOST",
        "Q",
        "A",
        "",
        ":",
        "::",
        "A" * 5000,
        "שלום",
        "\u202eHOST",
        "М. Э. Р.",
        "(",
        "**",
        "— HOST",
        "Ω\u0301",
        "1",
        "Note",
    ]
)
_BODIES = st.sampled_from(["No.", "No comment", "Is it so?", ":", "", "You? " * 500, "Нет.", "“", "—", " "])
_LINES = st.lists(st.tuples(_LABELS, st.sampled_from([": ", ":", " : ", "— "]), _BODIES), max_size=12)


def test_an_answer_to_a_charge_denies_it_and_the_charge_accuses_whoever_answers() -> None:
    """A turn that says no to what others say of "you" is a denial by its speaker, and what they say an accusation."""
    found = said_in(TRANSCRIPT)
    by_act = {one.act: one for one in found}
    assert words(TRANSCRIPT, by_act[Act.DENY]) == ["That is not so. We never left the hill"]
    assert (by_act[Act.DENY].form, by_act[Act.DENY].speakers[0].party) == (Form.DIRECT, "k")
    assert [who.party for who in by_act[Act.ALLEGE].accused] == ["k"]


def test_declining_in_a_turn_is_of_whoever_has_the_turn() -> None:
    """Saying “no comment” in a turn declines to comment, and tells nothing."""
    silent = [one for one in said_in(TRANSCRIPT) if one.act is Act.DECLINE]
    assert [(one.speakers[0].name, one.content) for one in silent] == [("Anna Berg", ())]


def test_turns_behind_dashes_are_of_whom_the_interview_is_with() -> None:
    """Where dashes stand for labels, the answers are of the one whom the first question names."""
    found = [one for one in told(INTERVIEW, "ru") if one[1] in {"deny", "decline to comment"}]
    assert found == [
        ("Anna Berg", "deny", "direct", ["Нет, мы не стреляли. Мы ушли с холма"]),
        ("Anna Berg", "decline to comment", "indirect", []),
    ]


@pytest.mark.parametrize(
    ("asking", "answering"), [("Q:", "A:"), ("**Q:**", "**A:**"), ("**Mary Poll:**", "**Anna Berg:**"), ("—", "—")]
)
def test_every_printed_form_of_a_turn_is_read(asking: str, answering: str) -> None:
    """Letters, bold names and dashes mark turns alike: the charge, the denial and the silence are found in each."""
    text = (
        f"Anna Berg spoke to us on Monday.\n{asking} Dosland says you shelled Tolm. Is that right?\n"
        f"{answering} No. We never left the hill.\n{asking} And the prisoners?\n{answering} No comment."
    )
    found = [(one.act, one.speakers[0].name) for one in said_in(text)]
    assert found == [(Act.ALLEGE, "Dosland"), (Act.DENY, "Anna Berg"), (Act.DECLINE, "Anna Berg")]


def test_a_turn_that_only_tells_is_no_statement() -> None:
    """An interview is not a list of all that is said in it."""
    assert not any("two shots" in " ".join(words(TRANSCRIPT, one)) for one in said_in(TRANSCRIPT))


@pytest.mark.parametrize("text", NO_CONVERSATION)
def test_notes_figures_times_and_a_story_are_no_conversation(text: str) -> None:
    """What looks like a label but is none makes no turn."""
    assert turns_of(document_of(text)) == ()


@settings(max_examples=150, deadline=None)
@given(_LINES)
def test_hostile_labels_neither_crash_nor_leave_the_text(lines: list[tuple[str, str, str]]) -> None:
    """Labels without end, of colons alone or from right to left: turns stay in order and inside the text."""
    text = "\n".join("".join(line) for line in lines)
    turns = turns_of(document_of(text))
    assert all(0 <= turn.start < turn.body.start < turn.body.end <= len(text) for turn in turns)
    assert list(turns) == sorted(turns, key=lambda turn: turn.start)
    for statement in said_in(text):
        assert all(span.of(text).strip() for span in statement.content)
