"""Places that a phrase names as such, where the text's own places do not already say so.

Decides whether a bare name behind a verb ("visited Oresk", "seized Oresk") is a place the situation knows. Never
guesses: a name that the situation does not know, or knows twice, is not located.
"""

from __future__ import annotations

from trucewatch.events.phrases import Phrase
from trucewatch.events.view import Sentence
from trucewatch.language.model import Tag
from trucewatch.situation.model import Situation
from trucewatch.values import Kind, Nearness, Where


def place_named(sentence: Sentence, phrase: Phrase, situation: Situation) -> Where | None:
    """The place that a name is, or the name alone where it is no person's and the situation does not settle it."""
    span = phrase.span(sentence)
    is_person = any(n.span is not None and n.span.overlaps(span) and n.kind is Kind.PERSON for n in sentence.names)
    if is_person or sentence.tokens[phrase.head].tag is not Tag.NAME:
        return None
    name = span.of(sentence.text)
    known = [p for p in situation.places if name.casefold() in {n.casefold() for n in (p.name, *p.aliases)}]
    if len(known) != 1:
        return Where(name=name, candidates=tuple(sorted(p.id for p in known)), span=span)
    place = known[0]
    return Where(name, place.id, Nearness.AT, place.lat_e6, place.lon_e6, place.radius_m, (), span)
