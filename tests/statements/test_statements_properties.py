"""What holds for every text: exact spans, order, no crash, and no side preferred."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from statements_reading import SITUATION, document_of, said_in

from trucewatch.language import analyse
from trucewatch.situation.model import Party, Situation
from trucewatch.statements import Form, Statement, find_statements

_PIECES = st.sampled_from(
    [
        "Karvia", "Dosland", "Anna Berg", "he", "the army", "said", "denied", "accused", "each other", "of", "that",
        "“", "”", '"', "‘", "’", ",", ".", ":", "—", "?", "\n", "according to", "was", "not", "to", "and", "promised",
        "shelling Tolm", "the truce held", "if", "citing", "declined to comment", "Friday", "(", ")", "🕊", "שלום", ";",
    ]
)  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=40).map(" ".join)
REPORT = (
    "Karvia accused Dolmia of shelling the village of Tolm on Monday.\n"
    "“Dolmia fired first,” a Karvian officer said. Dolmia denied it.\n"
    "Karvia and Dolmia traded blame for the fire. Dolmia promised to withdraw if Karvia did.\n"
)


@settings(max_examples=100)
@given(_TEXTS)
def test_spans_are_exact_and_ordered(text: str) -> None:
    """Every span lies in the text, contents are in order and apart, statements in order, ids unique."""
    found = said_in(text)
    for statement in found:
        spans = [*statement.content, *statement.conditions, *statement.hedges, *statement.denies, statement.sentence]
        assert all(span.end <= len(text) and span.of(text) for span in spans)
        pairs = zip(statement.content, statement.content[1:], strict=False)
        assert all(one.end <= other.start for one, other in pairs)
    assert len({statement.id for statement in found}) == len(found)
    starts = [_start(statement) for statement in found]
    assert starts == sorted(starts)


def _start(statement: Statement) -> int:
    spans = [*statement.content, *([statement.cue] if statement.cue else [])]
    return min(span.start for span in spans)


@settings(max_examples=100)
@given(_TEXTS)
def test_direct_speech_leaves_out_its_marks(text: str) -> None:
    """The content of direct speech never overlaps the marks around it."""
    analysis = analyse(document_of(text), SITUATION)
    marks = {
        at for q in analysis.quotations if q.depth == 1 for at in (q.span.start, q.span.end - 1 if q.is_closed else -1)
    }
    for statement in find_statements(analysis):
        if statement.form is Form.DIRECT:
            assert not any(span.start <= mark < span.end for span in statement.content for mark in marks)


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_any_text_is_survived(text: str) -> None:
    """No text makes the engine fail."""
    said_in(text)


def test_long_sentence_is_bounded() -> None:
    """A sentence of 60,000 words is read, not searched for ever."""
    assert said_in("Anna Berg said that " + "the army and " * 20_000 + "left.") is not None


def test_parties_are_symmetric() -> None:
    """Two names of one length exchanged in text and situation exchange the names in the result and nothing else."""
    found = said_in(REPORT, _valley("Karvia", "Dolmia"))
    swapped = said_in(_exchanged(REPORT), _valley("Dolmia", "Karvia"))
    assert len(found) >= 6
    assert sorted(map(_facts, found)) == sorted(map(_facts, swapped))
    assert {s.accused[0].name for s in found if s.accused} == {"Karvia", "Dolmia"}


def test_order_of_parties_is_nothing() -> None:
    """The order in which the situation names its parties changes no statement."""
    valley = _valley("Karvia", "Dolmia")
    assert said_in(REPORT, valley) == said_in(REPORT, replace(valley, parties=valley.parties[::-1]))


def _valley(one: str, other: str) -> Situation:
    parties = (Party("one", one, (f"{one}n",)), Party("other", other, (f"{other}n",)))
    return Situation(id="valley", title="Valley", parties=parties)


def _exchanged(text: str) -> str:
    return text.replace("Karvia", "\0").replace("Dolmia", "Karvia").replace("\0", "Dolmia")


def _facts(statement: Statement) -> tuple[object, ...]:
    """A statement without its names: who is named by party only."""
    parties = tuple(who.party for who in (*statement.speakers, *statement.accused))
    return (statement.act, statement.form, statement.content, statement.cue, statement.conditions, parties)


def test_other_languages_give_nothing() -> None:
    """Where the language has no rules, nothing is extracted."""
    analysis = analyse(document_of("Ганна Берг заявила, що перемир’я тримається.", "uk"), SITUATION)
    assert find_statements(replace(analysis, is_understood=False)) == ()


def test_same_text_same_statements() -> None:
    """Reading twice gives equal statements with equal ids."""
    assert said_in(REPORT) == said_in(REPORT)
