"""Two sides that accuse each other of the same in one breath.

Decides who the two are: those the sentence names, else the two parties where the situation has two. Where there are
more, the accusation stays as it was read. Never says which of them is right.
"""

from __future__ import annotations

from trucewatch.events.lexicon import word_set
from trucewatch.events.view import Sentence
from trucewatch.situation.model import Situation
from trucewatch.statements.model import Act, Statement
from trucewatch.values import Kind, Who

_ACCUSING = word_set("accuse accuses accused accusing blame blames blamed blaming")
_EACH = frozenset({"each", "both", "two", "sides", "one"})
_OTHER = frozenset({"other", "another", "others"})


def mutual_accusers(sentence: Sentence, trigger: int, situation: Situation) -> tuple[Who, ...]:
    """The two who accuse each other of what the token at ``trigger`` tells; () where it is not mutual."""
    for at in range(trigger - 1, max(-1, trigger - 24), -1):
        if sentence.tokens[at].lower not in _ACCUSING:
            continue
        after, before = sentence.lowers(at + 1, at + 4), sentence.lowers(0, at)
        if not _OTHER.intersection(after) or not _EACH.intersection((*before[-6:], *after)):
            return ()
        return _named_before(sentence, at) or _two_parties(situation)
    return ()


def _named_before(sentence: Sentence, verb: int) -> tuple[Who, ...]:
    """The two different parties named before the verb, if they are exactly two."""
    limit = sentence.tokens[verb].span.start
    named = [w for w in (*sentence.names, *sentence.sides) if w.span is not None and w.span.end <= limit and w.party]
    found: dict[str, Who] = {}
    for who in sorted(named, key=lambda w: w.span.start if w.span is not None else 0):
        found.setdefault(who.party, who)
    return tuple(found.values()) if len(found) == 2 else ()


def _two_parties(situation: Situation) -> tuple[Who, ...]:
    if len(situation.parties) != 2:
        return ()
    parties = sorted(situation.parties, key=lambda p: p.id)  # whichever stands first in the file
    return tuple(Who(p.name, Kind.STATE if p.state else Kind.GROUP, state=p.state, party=p.id) for p in parties)


def is_told_apart(statements: tuple[Statement, ...]) -> bool:
    """Whether the statements themselves already say who accuses whom."""
    return any(s.act is Act.ALLEGE and s.accused and s.accused[0].party and s.speakers[0].party for s in statements)
