"""Places that a phrase names as such, where the text's own places do not already say so.

Decides whether a bare name behind a verb ("visited Oresk", "seized Oresk") is a place that the situation knows, or a
town of the gazetteer where the situation is. Never guesses: a name of two places keeps both, and is not located.
"""

from __future__ import annotations

from dataclasses import replace

from trucewatch.events.phrases import Phrase
from trucewatch.events.view import Sentence
from trucewatch.language.areas import located
from trucewatch.language.model import Tag
from trucewatch.language.world import towns_here
from trucewatch.situation.model import Situation
from trucewatch.values import Kind, Where


def place_named(sentence: Sentence, phrase: Phrase, situation: Situation) -> Where | None:
    """The place that a name is, or the name alone where it is no person's and the situation does not settle it."""
    span = phrase.span(sentence)
    is_person = any(n.span is not None and n.span.overlaps(span) and n.kind is Kind.PERSON for n in sentence.names)
    if is_person or sentence.tokens[phrase.head].tag is not Tag.NAME:
        return None
    name = span.of(sentence.text)
    known = [p for p in situation.places if name.casefold() in {n.casefold() for n in (p.name, *p.aliases)}]
    known = sorted(known, key=lambda place: place.id) or [*towns_here(name, situation)]
    where = Where(name=name, span=span)
    if len(known) != 1:
        return replace(where, candidates=tuple(place.id for place in known))
    return located(where, known[0])
