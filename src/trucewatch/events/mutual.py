"""Two sides that accuse each other of the same in one breath.

Decides who the two are: those the sentence names, else the two parties of a situation that has two, else the two that
the report opens with. Where it opens with more, the accusation stays as it was read. Never says which is right.
"""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.events.view import Sentence
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag
from trucewatch.situation.model import Situation
from trucewatch.statements.model import Act, Statement
from trucewatch.values import Kind, Span, Who

_ACCUSING = word_set("accuse accuses accused accusing blame blames blamed blaming")
_EACH = frozenset({"each", "both", "two", "sides", "one"})
_OTHER = frozenset({"other", "another", "others"})
_SEQUENCE = frozenset({"after", "following", "amid", "despite", "hours", "days"})
_OPENING = 3  # sentences that say whom a report is about


def find_opponents(sentences: Sequence[Sentence], situation: Situation) -> tuple[Who, ...]:
    """The two sides that a report is about: the situation's two parties, or the two its opening names; else ()."""
    if len(situation.parties) == 2:
        return _in_order(situation, {p.id for p in situation.parties})
    named: set[str] = set()
    for sentence in sentences[:_OPENING]:
        named |= _parties_acting(sentence)
        if len(named) >= 2:
            break
    return _in_order(situation, named) if len(named) == 2 else ()


def _parties_acting(sentence: Sentence) -> set[str]:
    """The parties a sentence names, those left out that only say where something is ("in southern Arania")."""
    return {w.party for w in (*sentence.names, *sentence.sides) if w.party and not _is_only_place(sentence, w.span)}


def _is_only_place(sentence: Sentence, span: Span | None) -> bool:
    if span is None:
        return False
    at = sentence.index_at(span.start) - 1
    while at >= 0 and sentence.tokens[at].tag is Tag.ADJECTIVE:
        at -= 1
    is_placed = any(p.span is not None and p.span.overlaps(span) for p in sentence.places)
    return is_placed or (at >= 0 and sentence.tokens[at].lower in {"in", "near", "from", "into"})


def _in_order(situation: Situation, ids: set[str]) -> tuple[Who, ...]:
    """The parties as people of a report, by id: whichever stands first in the file."""
    parties = sorted((p for p in situation.parties if p.id in ids), key=lambda p: p.id)
    return tuple(Who(p.name, Kind.STATE if p.state else Kind.GROUP, state=p.state, party=p.id) for p in parties)


def mutual_accusers(sentence: Sentence, trigger: int, opponents: tuple[Who, ...]) -> tuple[Who, ...]:
    """The two who accuse each other of what the token at ``trigger`` tells; () where it is not mutual."""
    for at in range(trigger - 1, max(-1, trigger - 24), -1):
        if sentence.tokens[at].lower not in _ACCUSING:
            continue
        after, before = sentence.lowers(at + 1, at + 4), sentence.lowers(0, at)
        if _SEQUENCE.intersection(sentence.lowers(at + 1, trigger)):
            return ()  # "accused each other of breaking the truce after a strike": both speak of the breach
        if not _OTHER.intersection(after) or not _EACH.intersection((*before[-6:], *after)):
            return ()
        return _named_before(sentence, at) or opponents
    return ()


def _named_before(sentence: Sentence, verb: int) -> tuple[Who, ...]:
    """The two different parties named before the verb, if they are exactly two."""
    limit = sentence.tokens[verb].span.start
    named = [w for w in (*sentence.names, *sentence.sides) if w.span is not None and w.span.end <= limit and w.party]
    found: dict[str, Who] = {}
    for who in sorted(named, key=lambda w: w.span.start if w.span is not None else 0):
        found.setdefault(who.party, who)
    return tuple(found.values()) if len(found) == 2 else ()


def is_told_apart(statements: tuple[Statement, ...]) -> bool:
    """Whether the statements themselves already say who accuses whom."""
    return any(_party(s.accused) and _party(s.speakers) for s in statements if s.act is Act.ALLEGE)


def _party(people: Sequence[Who]) -> str:
    """The party of the first; "" where nobody is named ("have been accused")."""
    return people[0].party if people else ""
