"""Who carried a saying: sayings inside sayings, and sayings that cite another.

Decides which statement stands inside another's content ("the agency said the mayor had said") and which source a report
names ("citing the army"). The innermost is the speaker, the others are ``via``.
"""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.language.model import Tag
from trucewatch.statements.agents import is_agent
from trucewatch.statements.frames import Reading
from trucewatch.statements.phrases import Phrase, phrase_after
from trucewatch.statements.sayings import Saying
from trucewatch.statements.speakers import who_is
from trucewatch.values import Kind, Who

_CARRIERS = frozenset({Kind.PERSON, Kind.BODY, Kind.GROUP, Kind.SOURCE, Kind.STATE})


def outer_of(saying: Saying, others: Sequence[Saying]) -> Saying | None:
    """The nearest saying of the same frame in whose content this one's cue stands."""
    if saying.cue is None:
        return None
    head = saying.cue.head
    found = None
    for other in others:
        if other is saying or other.frame is not saying.frame or other.cue is None or other.cue.act is None:
            continue
        is_inside = any(first <= head <= last for first, last in other.content.parts)
        if is_inside and (found is None or found.cue is None or other.cue.head > found.cue.head):
            found = other
    return found


def is_wholly(outer: Saying, inner: Saying) -> bool:
    """Whether the outer saying says nothing but that the inner one was said."""
    phrase = inner.subject.phrase
    if inner.cue is None or inner.cue.form == "noun":
        return False
    if len(outer.content.parts) != 1 or len(inner.content.parts) != 1 or phrase is None or not inner.subject.is_own:
        return False
    first, last = outer.content.parts[0]
    if inner.frame.tag(phrase.first) is Tag.PRONOUN and not phrase.is_relative:
        return False  # "Berg said she had asked": her own words about herself
    return first == phrase.first and inner.content.parts[0][1] == last and not outer.further


def owns(saying: Saying) -> bool:
    """Whether a noun cue belongs to somebody named only by "his", "her", "its" or "their"."""
    phrase = saying.subject.phrase
    if saying.cue is None or saying.cue.form != "noun" or phrase is None:
        return False
    return saying.frame.at(phrase.first) in {"his", "her", "its", "their"} and phrase.first == phrase.last


def cited_by(reading: Reading, saying: Saying, others: Sequence[Saying]) -> tuple[Who, ...]:
    """Whom the saying cites for what it says: "…, citing the army"."""
    if saying.cue is None or saying.cue.entry.lemma == "cite":
        return ()
    frame = saying.frame
    for other in others:
        if is_citing(other) and other.cue is not None and _same_subject(other, saying):
            phrase = phrase_after(frame, other.cue.last + 1)
            return _carriers(reading, saying, phrase)
    for first, last in saying.content.adjuncts:
        if frame.at(first) in {"citing", "quoting"}:
            return _carriers(reading, saying, Phrase(first + 1, last, last))
    return ()


def quoted_by(reading: Reading, saying: Saying) -> tuple[Who, ...]:
    """Who carried it: "was quoted as saying by the agency"."""
    if saying.cue is None or saying.cue.entry.lemma != "be quoted":
        return ()
    frame = saying.frame
    for first, last in saying.content.adjuncts:
        if frame.at(first) == "by":
            return who_is(reading, frame, Phrase(first + 1, last, last))
    return ()


def _same_subject(one: Saying, other: Saying) -> bool:
    """Whether both say of the same words that these speak."""
    mine, theirs = one.subject.phrase, other.subject.phrase
    return one.frame is other.frame and mine is not None and theirs is not None and mine.first == theirs.first


def _carriers(reading: Reading, saying: Saying, phrase: Phrase | None) -> tuple[Who, ...]:
    """The people and bodies that the phrase names."""
    return tuple(who for who in who_is(reading, saying.frame, phrase) if who.kind in _CARRIERS or is_agent(who))


def is_citing(saying: Saying) -> bool:
    """Whether this is a bare "citing …" that serves another saying."""
    return saying.cue is not None and saying.cue.entry.lemma in {"cite", "quote"} and saying.cue.is_bare
