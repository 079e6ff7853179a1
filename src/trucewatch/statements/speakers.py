"""Who the words of a noun phrase mean.

Decides which of the document's names a phrase names: its head, not a name inside it ("a spokesman for the army" is not
the army). Somebody without a name keeps the words. Never guesses an identity.
"""

from __future__ import annotations

from trucewatch.language.model import Tag
from trucewatch.statements.agents import is_group_noun
from trucewatch.statements.cue_words import STATEMENT_NOUNS, listed
from trucewatch.statements.frames import COMMAS, Frame, Reading
from trucewatch.statements.pairs import who_two_are
from trucewatch.statements.phrases import Phrase, left_edge
from trucewatch.statements.sides import side_of
from trucewatch.values import Kind, Span, Who

_LINKS = listed("""
    of for in at from to on with near within inside outside under against
    between among by
    """)
_ISSUING = listed("issue release publish put post circulate distribute say add read")
_TELLING = frozenset({"say", "add"})
_MAKING = listed("write compile prepare draw author sign send obtain")  # "by" after others is of the matter's doer
_LOOK_BACK = 6  # frames: a statement is issued within a few sentences of being quoted


def who_is(reading: Reading, frame: Frame, phrase: Phrase | None) -> tuple[Who, ...]:
    """Everybody the phrase names, in text order."""
    if phrase is None:
        return ()
    first, last = phrase.named_by
    issuer = _issuer(reading, frame, first, max(last, phrase.last if not phrase.is_relative else last))
    if issuer:
        return issuer
    two = who_two_are(reading, frame, first, last)
    if two:
        return two
    found: list[Who] = []
    for part in _conjuncts(reading, frame, first, last):
        who = _one(reading, frame, *part)
        if who is not None and all(who.name != other.name for other in found):
            found.append(who)
    if len(found) == 1 and found[0].kind is not Kind.PERSON and not phrase.is_relative:
        named = _in_apposition(reading, frame, phrase)
        return tuple(found) if named is None else (named,)
    return tuple(found)


def _in_apposition(reading: Reading, frame: Frame, phrase: Phrase) -> Who | None:
    """The person whom an apposition names: "one pastor, Darren Holm of Tolm, "."""
    if phrase.last <= phrase.head + 1 or frame.at(phrase.head + 1) not in COMMAS:
        return None
    who = _covering(reading, frame, phrase.head + 2)
    return who if who is not None and who.kind is Kind.PERSON else None


def _conjuncts(reading: Reading, frame: Frame, first: int, last: int) -> list[tuple[int, int]]:
    """The parts of "A, B and C"; a name that holds "and" is not cut."""
    parts: list[tuple[int, int]] = []
    start = first
    for at in range(first, last + 1):
        if frame.at(at) not in {"and", "or", "&", "nor"} | COMMAS or _inside_name(reading, frame, at):
            continue
        is_within = any(frame.at(i) in _LINKS for i in range(start, at)) and not _is_another(reading, frame, at)
        if at > start and not is_within:
            parts.append((start, at - 1))
            start = at + 1
    if start <= last:
        parts.append((start, last))
    return [
        (a, b)
        for a, b in parts
        if any(
            frame.tag(i) in {Tag.NAME, Tag.NOUN, Tag.PRONOUN, Tag.ADJECTIVE, Tag.DETERMINER, Tag.NUMBER}
            for i in range(a, b + 1)
        )
    ]


def _is_another(reading: Reading, frame: Frame, at: int) -> bool:
    """Whether a speaker of their own follows "and": not the second of two states ("media in Karvia and Dosland")."""
    after = _covering(reading, frame, at + 1)
    before = _covering(reading, frame, at - 1)
    is_pair = before is not None and after is not None and before.kind is after.kind is Kind.STATE
    return after is not None and not is_pair


def _inside_name(reading: Reading, frame: Frame, at: int) -> bool:
    """Whether one mention covers the words on both sides."""
    span = frame.words[at].span
    return any(who.span is not None and who.span.contains(span) for who in _near(reading, span))


def _near(reading: Reading, span: Span) -> tuple[Who, ...]:
    """The mentions that may cover ``span``."""
    return reading.names_touching(span)


def _covering(reading: Reading, frame: Frame, at: int) -> Who | None:
    """The mention that covers word ``at``."""
    if not 0 <= at < len(frame):
        return None
    span = frame.words[at].span
    covering = [who for who in _near(reading, span) if who.span is not None and who.span.overlaps(span)]
    return max(covering, key=lambda who: who.span.end - who.span.start if who.span else 0, default=None)


def _one(reading: Reading, frame: Frame, first: int, last: int) -> Who | None:
    """Whom one noun phrase names: the mention on its head, or its own words."""
    head = _head(frame, first, last)
    who = _covering(reading, frame, head)
    if who is not None and not (who.span and who.span.end < frame.words[head].span.end):
        return who
    return unnamed(reading, frame, first, last, head)


def _head(frame: Frame, first: int, last: int) -> int:
    """The head noun: the last word before a preposition, bracket or relative clause."""
    for at in range(first + 1, last + 1):
        if frame.at(at) in _LINKS | {"(", "who", "which"} or (
            frame.words[at].form in {"en", "ing"} and frame.tag(at) is Tag.VERB
        ):
            return at - 1
    return last


def unnamed(reading: Reading, frame: Frame, first: int, last: int, head: int) -> Who:
    """Somebody without a name, with the state and party that the words tell."""
    span = frame.span(first, last)
    words = " ".join(span.of(reading.text).split())
    inner = reading.names_in(span)
    states = {who.state for who in inner if who.state}
    parties = {who.party for who in inner if who.party}
    state, party = side_of(reading, span) if not (states or parties) else ("", "")
    return Who(
        words,
        Kind.GROUP if is_group_noun(frame.at(head)) else Kind.UNKNOWN,
        words,
        span,
        state=states.pop() if len(states) == 1 else state,
        party=parties.pop() if len(parties) == 1 else party,
    )


def _issuer(reading: Reading, frame: Frame, first: int, last: int) -> tuple[Who, ...]:
    """Who issued the statement that the phrase stands for, or () where it stands for none or none is known."""
    if frame.at(_head(frame, first, last)) not in STATEMENT_NOUNS:
        return ()
    names = [who for who in reading.names_in(frame.span(first, last)) if who.kind is not Kind.UNKNOWN]
    inside = [who for who in names if _is_author(frame, who, _head(frame, first, last))]
    if inside:
        return (inside[0],)
    back = 0 if frame.at(first) in {"a", "an", "one", "another"} else _LOOK_BACK
    for earlier in reversed(reading.frames[max(0, frame.number - back) : frame.number + 1]):
        found = _issued_in(reading, earlier)
        if found is not None:
            return (found,)
    return ()


def _is_author(frame: Frame, who: Who, head: int) -> bool:
    """Whether a name in the phrase is of who issued it: before the noun, or after "by"; not what it is about."""
    if who.span is None or who.span.start < frame.words[head].span.start:
        return True
    at = next((i for i, word in enumerate(frame.words) if word.span.start >= who.span.start), 0) - 1
    at -= frame.tag(at) is Tag.DETERMINER
    is_made = frame.tag(at - 1) is not Tag.VERB or frame.words[at - 1].lemma in _ISSUING | _MAKING
    return frame.at(at) in {"by", "from", "of", "in"} and is_made


def _is_in_paper(frame: Frame) -> bool:
    """As in "said in a statement": whoever says it there has issued it."""
    return any(frame.at(i) in STATEMENT_NOUNS and "in" in {frame.at(i - 1), frame.at(i - 2)} for i in range(len(frame)))


def _issued_in(reading: Reading, frame: Frame) -> Who | None:
    """Who issued a statement in this frame."""
    if not any(frame.at(i) in STATEMENT_NOUNS for i in range(len(frame))):
        return None
    for at, word in enumerate(frame.words):
        if word.tag is Tag.VERB and word.lemma in _ISSUING and (word.lemma not in _TELLING or _is_in_paper(frame)):
            last = at - 1
            while last > 0 and frame.tag(last) in {Tag.AUX, Tag.ADVERB}:
                last -= 1
            first = left_edge(frame, last)
            if first is None or any(frame.at(i) in STATEMENT_NOUNS for i in range(first, last + 1)):
                continue
            who = _one(reading, frame, first, last)
            if who is not None:
                return who
    return None
