"""What a turn of a conversation does, and whom "I" and "you" mean in it.

Decides that an answer denies what it was asked about, or declines to answer; and that words reported to somebody about
themselves, which they then deny, accuse them. A turn that does neither is no statement: an interview is not a list of
all that is said in it. Never decides where a conversation is printed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Analysis, tongue_of
from trucewatch.situation.model import Person
from trucewatch.statements.denials import link_denials
from trucewatch.statements.model import Act, Form, Statement
from trucewatch.statements.placing import position, with_id
from trucewatch.statements.turns import Turn, is_question, turns_of
from trucewatch.values import Kind, Span, Who

_I = word_set("i я")
_YOU = re.compile(r"\b(?:you|your|yours|вы|вас|вам|вами|ваш\w*|ви)\b", re.IGNORECASE)
#: Opening an answer, these say that what was told is not so, whatever was told.
_FALSE = re.compile(
    r"""(?:that(?:['’]s|\ is|\ was)|it(?:['’]s|\ is|\ was)|this\ is|these\ are|это|це|(?=\w))\ ?
    (?:(?:simply|just|all|an?|absolutely|полная|повна|просто)\ )*
    (?:not\ (?:so|true|correct|the\ case)|untrue|false|nonsense|lies?|fabrications?|propaganda
    |неправда|ложь|вранье|враньё|выдумк[аи]|клевета|чушь|ничего\ подобного|не\ было\ такого|не\ так
    |брехня|вигадк[аи]|наклеп|маячня|дурниц[яі]|нічого\ подібного|не\ було\ такого)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NO = re.compile(
    r"\b(?:no|not|never|nobody|none|нет|не|никто|никогда|ничего|ні|ніхто|ніколи|нічого)\b|n['’]t\b", re.IGNORECASE
)
_SILENT = re.compile(
    r"""\bno\ comment\b
    |\b(?:I|we)(?:['’]m|['’]re|['’]ll|\ am|\ are|\ will|\ wo|\ do|\ can)?(?:\ not|n['’]t|not)\ (?:going\ to\ )?
      (?:comment(?:ing)?|discuss(?:ing)?)\b
    |\bбез\ (?:комментариев|подробностей|коментарів|подробиць)\b
    |\bне\ (?:комментиру(?:ю|ем)|коменту(?:ю|ємо|ватиму|ватимемо))\b
    |\bне\ (?:буду|будем|стану|станем|будемо|станемо)\ (?:(?:это|этого|це|цього)\ )?
      (?:комментировать|обсуждать|коментувати|обговорювати)\b
    |\b(?:комментировать|обсуждать|говорить|коментувати|обговорювати|говорити)(?:\ \w+){0,3}\ не
      \ (?:буду|будемо?|стану)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_STOP = re.compile(r"[.!?…]+")
_OPENING = 2  # sentences of an answer in which it says no
_ENDS = " \t.!…*_"


@dataclass(frozen=True, slots=True)
class _Spoken:
    """One turn with whoever speaks; () where nothing names them."""

    turn: Turn
    speakers: tuple[Who, ...]


def with_turns(analysis: Analysis, found: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with those that the turns of a conversation make, in text order; the same where there is none."""
    turns = turns_of(analysis.document)
    if not turns:
        return found
    spoken = list(_spoken(analysis, turns))
    places = _Places(turns)
    mine = [_first_person(statement, spoken, places) for statement in found]
    charged = {places.of(one.content[0]) for one in mine if _is_about_you(analysis.document.text, one)}
    answers = dict(_answers(analysis, spoken, charged))
    kept = [
        with_id(_accusing(analysis.document.text, one, places, spoken, answers))
        for one in mine
        if not _is_retold(one, places, answers)
    ]
    made = {one.id: one for one in (*kept, *answers.values())}
    return link_denials(analysis.document, sorted(made.values(), key=position))


class _Places:
    """Which turn holds words."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        self._bodies = [turn.body for turn in turns]
        self._starts = [body.start for body in self._bodies]

    def of(self, span: Span) -> int:
        """The number of the turn that holds the words, or -1."""
        at = bisect_right(self._starts, span.start) - 1
        return at if at >= 0 and self._bodies[at].contains(span) else -1


def _spoken(analysis: Analysis, turns: Sequence[Turn]) -> Iterator[_Spoken]:
    """Each turn with its speaker: whom its label names, or whom the conversation is with."""
    surnames = _surnames(analysis)
    guest = _guest(analysis, turns, surnames)
    called = {turn.key: who for turn in turns if turn.label and (who := _named(analysis, turn.label)) is not None}
    for turn in turns:
        if turn.label is None or turn.key in {"a", "answer", "ответ", "відповідь"}:
            yield _Spoken(turn, (guest,) if guest is not None and turn.key[:1] != "q" else ())
            continue
        words = turn.label.of(analysis.document.text)
        who = surnames.get(turn.key) or called.get(turn.key) or Who(words, Kind.PERSON)
        yield _Spoken(turn, (replace(who, words=words, span=turn.label),))


def _guest(analysis: Analysis, turns: Sequence[Turn], surnames: Mapping[str, Who]) -> Who | None:
    """Whoever is named first, up to the end of the first question."""
    end = turns[0].body.end
    people = (who for who in analysis.names if who.kind is Kind.PERSON and who.span is not None and who.span.end <= end)
    first = next(people, None)
    known = None if first is None else surnames.get(_last(first.name))
    return first if first is None or known is None else replace(known, words=first.words, span=first.span)


def _named(analysis: Analysis, label: Span) -> Who | None:
    """The last mention in a label."""
    inside = [who for who in analysis.names if who.span is not None and label.contains(who.span)]
    return inside[-1] if inside else None


def _surnames(analysis: Analysis) -> dict[str, Who]:
    """Everybody whom the report or the situation names, by their last word and by the mention that tells most."""
    people = [(_last(who.name), who) for who in analysis.names if who.kind is Kind.PERSON]
    for person in analysis.situation.people:
        people += [(_last(name), _known(person)) for name in (person.name, *person.aliases)]
    people.sort(key=lambda one: (bool(one[1].party or one[1].entity), one[1].span is not None, len(one[1].name)))
    return dict(people)


def _last(name: str) -> str:
    """The last word of a name."""
    return name.casefold().split()[-1] if name.split() else ""


def _known(person: Person) -> Who:
    """Somebody whom the situation knows, as it names them."""
    return Who(person.name, Kind.PERSON, entity=person.id, party=person.party)


def _first_person(statement: Statement, spoken: Sequence[_Spoken], places: _Places) -> Statement:
    """The statement, by whoever's turn it is where it is "I" who says it."""
    if statement.cue is None or len(statement.speakers) != 1:
        return statement
    at = places.of(statement.cue)
    who = statement.speakers[0]
    if at < 0 or not spoken[at].speakers or who.name.casefold() not in _I:
        return statement
    speaker = replace(spoken[at].speakers[0], words=who.words, span=who.span)
    return with_id(replace(statement, speakers=(speaker,)))


def _answers(analysis: Analysis, spoken: Sequence[_Spoken], charged: Container[int]) -> Iterator[tuple[int, Statement]]:
    """What the turns that answer deny or decline, by their numbers; ``charged`` are the turns that charge "you"."""
    text = analysis.document.text
    for at, (before, here) in enumerate(pairwise(spoken)):
        if not here.speakers or before.turn.key == here.turn.key or is_question(text, here.turn):
            continue
        cue = _silence(analysis, here.turn)
        if cue is not None:
            yield at + 1, _statement(analysis, here, Act.DECLINE, (), cue)
        elif _denies(here.turn.body.of(text), is_charged=at in charged):
            yield at + 1, _statement(analysis, here, Act.DENY, (_bare(text, here.turn.body),), None)


def _silence(analysis: Analysis, turn: Turn) -> Span | None:
    """The words of an answer that decline to say anything, where it says nothing else and quotes nobody in them."""
    text = analysis.document.text
    found = None if _FALSE.match(turn.body.of(text)) else _SILENT.search(text, turn.body.start, turn.body.end)
    cue = None if found is None else Span(found.start(), found.end())
    return None if cue is None or _is_quoted(analysis, cue) else cue


def _is_quoted(analysis: Analysis, cue: Span) -> bool:
    """Whether the words stand between quotation marks."""
    last = bisect_right(analysis.quotations, cue.start, key=lambda quotation: quotation.span.start)
    return any(quotation.span.contains(cue) for quotation in analysis.quotations[max(0, last - 2) : last])


def _denies(words: str, *, is_charged: bool) -> bool:
    """Whether an answer calls what it was asked about false, or says no to what others say about whoever answers."""
    opening = " ".join(_STOP.split(words, _OPENING)[:_OPENING])
    return _FALSE.match(words) is not None or (is_charged and _NO.search(opening) is not None)


def _is_about_you(text: str, statement: Statement) -> bool:
    """Whether somebody is reported to have said it of whoever is spoken to, or to accuse them."""
    if not statement.content:
        return False
    spans = (*statement.content, *(who.span for who in statement.accused if who.span is not None))
    return bool(statement.speakers) and any(_YOU.search(span.of(text)) for span in spans)


def _bare(text: str, body: Span) -> Span:
    """The words of a turn without the mark that ends them."""
    return Span(body.start, max(body.start + 1, body.start + len(body.of(text).rstrip(_ENDS))))


def _statement(analysis: Analysis, here: _Spoken, act: Act, content: tuple[Span, ...], cue: Span | None) -> Statement:
    """One turn as a statement, direct speech where its words are its content."""
    start = cue.start if cue is not None else here.turn.body.start
    sentences = analysis.document.sentences
    sentence = next((one for one in sentences if one.start <= start < one.end), here.turn.body)
    return with_id(
        Statement(
            id="",
            document=analysis.document.id,
            speakers=here.speakers,
            act=act,
            form=Form.DIRECT if content else Form.INDIRECT,
            content=content,
            cue=cue,
            sentence=sentence,
            source=here.turn.label,
            is_negated=act is Act.DENY,
            extractor=f"rules-{tongue_of(analysis.document)}/1",
        )
    )


def _is_retold(statement: Statement, places: _Places, answers: Mapping[int, Statement]) -> bool:
    """Whether a turn that denies or declines says the same words as a whole."""
    spans = [*statement.content, *([statement.cue] if statement.cue else [])]
    return any(_is_same(answers[at], span) for span in spans if (at := places.of(span)) in answers)


def _is_same(answer: Statement, span: Span) -> bool:
    """Whether the words begin the answer, or hold the words that decline."""
    if answer.cue is not None:
        return answer.cue.overlaps(span)
    return answer.content[0].start == span.start


def _accusing(
    text: str, statement: Statement, places: _Places, spoken: Sequence[_Spoken], answers: Mapping[int, Statement]
) -> Statement:
    """The statement, as an accusation of whoever answers where it tells them of themselves what they deny."""
    if statement.act not in {Act.ASSERT, Act.ALLEGE} or not _is_about_you(text, statement):
        return statement
    at = places.of(statement.content[0])
    answer = answers.get(at + 1) if at >= 0 else None
    if answer is None or answer.act is not Act.DENY:
        return statement
    return replace(statement, act=Act.ALLEGE, accused=(_meant(text, statement, spoken[at + 1].speakers[0]),))


def _meant(text: str, statement: Statement, who: Who) -> Who:
    """Whoever answers, at the word that speaks to them."""
    spans = (*statement.content, *(one.span for one in statement.accused if one.span is not None))
    found = next((match for span in spans if (match := _YOU.search(text, span.start, span.end))), None)
    return who if found is None else replace(who, words=found.group(), span=Span(found.start(), found.end()))
