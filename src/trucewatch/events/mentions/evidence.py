"""What a description is shown by: footage, photographs, satellite images, debris, witnesses.

Decides which phrases of a sentence name evidence, and who presents it. Never weighs it.
"""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.events.phrases import phrase_ending, who_of
from trucewatch.events.roles import find_agent, find_subject, is_passive
from trucewatch.events.view import Sentence
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag
from trucewatch.values import Kind, Span, Who

_NOUNS = word_set(
    """footage video videos clip clips photograph photographs photo photos image images imagery recording recordings
    debris wreckage fragments fragment witness witnesses eyewitness eyewitnesses intercept intercepts screenshot
    screenshots cctv testimony testimonies autopsy autopsies shrapnel crater craters remnants"""
)
_VAGUE = frozenset({"image", "images", "intercept", "intercepts", "clip", "crater", "craters", "recording", "fragment"})
_TAKEN = word_set("""taken shows showing showed show from by drone satellite verified released published geolocated""")
_PRESENTING = word_set(
    """presented presents presenting released releases published publishes shared posted showed provided produced
    circulated aired broadcast displayed issued distributed submitted"""
)
_INQUIRING = word_set("determine establish attribute say verify identify ascertain")
_TAKING_BACK = word_set(
    """withdrew withdraws withdrawn retracted retracts retracting withdrawing recanted disavowed rescinded"""
)
_CLAIMS = word_set(
    """claim claims report reports statement statements allegation allegations accusation accusations assertion story
    account"""
)
_SHOWING = frozenset(
    {
        "showing",
        "showed",
        "shows",
        "show",
        "which",
        "that",
        "appearing",
        "of",
        "purporting",
        "purportedly",
        "apparently",
    }
)


def find_evidence(sentence: Sentence) -> Iterator[Span]:
    """The phrases that name evidence, in order."""
    for at, token in enumerate(sentence.tokens):
        if token.lower not in _NOUNS or token.tag not in {Tag.NOUN, Tag.NAME}:
            continue
        near = sentence.lowers(at - 3, at + 4)
        if token.lower in _VAGUE and not _TAKEN.intersection(near):
            continue
        phrase = phrase_ending(sentence, at)
        yield phrase.span(sentence) if phrase is not None else token.span


def presenter_before(sentence: Sentence, trigger: int) -> Who | None:
    """Whoever presents footage that shows the trigger ("the army released video showing troops shooting …")."""
    for at in range(trigger - 1, 0, -1):
        if (
            sentence.tokens[at].lower in _NOUNS
            and sentence.lowers(at + 1, at + 2)[:1]
            and sentence.tokens[at + 1].lower in _SHOWING
        ):
            return _presenter(sentence, at)
        is_given = (
            sentence.tokens[at].lower in _NOUNS
            and sentence.lowers(at + 1, at + 2)
            and sentence.tokens[at + 1].lower in _PRESENTING
        )
        if is_given and (agent := find_agent(sentence, at + 1)) is not None:
            return who_of(sentence, agent)
        if sentence.tokens[at].lower in {";", ":"}:
            return None
    return None


def retracting_before(sentence: Sentence, trigger: int) -> Who | None:
    """Whoever takes back a claim that the trigger is part of ("the army withdrew its claim that …")."""
    for at in range(trigger - 1, max(0, trigger - 24), -1):
        if sentence.tokens[at].lower in _TAKING_BACK and _CLAIMS.intersection(sentence.lowers(at + 1, at + 6)):
            phrase = find_subject(sentence, at)
            return who_of(sentence, phrase) if phrase is not None else None
    return None


def inquirers(sentence: Sentence) -> tuple[Who, ...]:
    """Whoever looked into it and could not say who ("the mission could not determine who fired")."""
    for at, token in enumerate(sentence.tokens):
        if (
            token.lower in _INQUIRING
            and not is_passive(sentence, at)
            and (phrase := find_subject(sentence, at)) is not None
        ):
            who = who_of(sentence, phrase)
            return (who,) if who.entity or who.party or who.state or who.kind in {Kind.PERSON, Kind.BODY} else ()
    return ()


def _presenter(sentence: Sentence, noun: int) -> Who | None:
    for at in range(noun - 1, max(-1, noun - 8), -1):
        if sentence.tokens[at].lower in _PRESENTING:
            phrase = find_subject(sentence, at)
            return who_of(sentence, phrase) if phrase is not None else None
    return None
