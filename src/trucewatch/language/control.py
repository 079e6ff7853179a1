"""Areas told by who holds them: "a region of R under X control", "the parts of Zed held by X", "X-held Zed".

Decides which places of the situation those words can mean: the ones in the area that the situation says the party held
in the two months before publication. Where it says so of none, the words mean no more than the area itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from trucewatch.language.areas import Found
from trucewatch.language.gazetteer import parties_by_state, place_gazetteer, situation_gazetteer, state_gazetteer
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Token
from trucewatch.language.readings import singular
from trucewatch.situation import lies_within, places_held
from trucewatch.situation.model import Place, Situation
from trucewatch.values import Nearness

_NOUNS = word_set("region area part territory district town village city swath land portion zone strip")
_HOLDING = word_set("control occupation")
_HELD = word_set("held controlled occupied")
_LINKS = word_set("the its that is are was were currently now still partly largely")
_LATELY = timedelta(days=60)  # before publication: reports tell of what was so when it happened
_BACK = 6  # tokens from the words for control back to the noun


def held_areas(tokens: Sequence[Token], situation: Situation, day: date | None) -> list[Found]:
    """The expressions of the text, each with the places that it can mean, in order and without overlap."""
    if day is None or not any(place.control for place in situation.places):
        return []
    found: list[Found] = []
    for at, token in enumerate(tokens):
        if token.lower in {"under", "held", "controlled", "occupied"}:
            each = _read(tokens, at, situation, day)
            if each is not None and (not found or found[-1].end <= each.start):
                found.append(each)
    return found


def _read(tokens: Sequence[Token], at: int, situation: Situation, day: date) -> Found | None:
    party, end = _holder(tokens, at, situation)
    if not party:
        return None
    for start in range(at - 1, max(-1, at - 1 - _BACK), -1):
        if singular(tokens[start].lower) in _NOUNS and tokens[start + 1].lower == "of":
            lately = places_held(situation, party, day - _LATELY, day)
            held = tuple(_held_in(tokens, start + 2, at, situation, lately))
            return Found(start, end, Nearness.WITHIN, held) if held else None
    return None


def _holder(tokens: Sequence[Token], at: int, situation: Situation) -> tuple[str, int]:
    """The party of "under X control" or "held by X", and where the words end."""
    start = at + 2 if tokens[at].lower in _HELD and _lower(tokens, at + 1) == "by" else at + 1
    if tokens[at].lower in _HELD and start == at + 1:
        return "", at
    start += _lower(tokens, start) == "the"
    is_of = _lower(tokens, start) in _HOLDING and _lower(tokens, start + 1) == "of"
    party, end = _party(tokens, start + 2 * is_of, situation)
    if tokens[at].lower != "under" or is_of:
        return party, end
    return (party, end + 1) if _lower(tokens, end) in _HOLDING else ("", at)


def _party(tokens: Sequence[Token], at: int, situation: Situation) -> tuple[str, int]:
    if at >= len(tokens):
        return "", at
    end, entries = situation_gazetteer(situation).at(tokens, at)
    if entries and entries[0].party:
        return entries[0].party, end
    end, states = state_gazetteer().at(tokens, at)
    return (parties_by_state(situation).get(states[0].state, ""), end) if states else ("", at)


def _held_in(
    tokens: Sequence[Token], at: int, last: int, situation: Situation, held: Sequence[Place]
) -> Iterator[Place]:
    """Those of the places that lie in the state or place named at the token."""
    at += _lower(tokens, at) == "the"
    end, entries = place_gazetteer(situation).at(tokens, at)
    areas = {entry.place for entry in entries}
    state_end, states = state_gazetteer().at(tokens, at)
    codes = {entry.state for entry in states if entry.role == "name"}
    if any(token.lower not in _LINKS | _NOUNS for token in tokens[max(end, state_end) : last]):
        return
    for place in held:
        if place.state in codes or any(lies_within(situation, place.id, area) for area in areas):
            yield place


def _lower(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if at < len(tokens) else ""
