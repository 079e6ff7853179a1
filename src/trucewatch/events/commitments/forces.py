"""What a verb that moves, disarms, merges or watches forces gives, by what it is done to.

Decides the class: troops drawn back, guns stored, observers who watch a line, a truce prolonged; "" where the words
are of anything else. Never decides whether it was done; see ``undertakings``.
"""

from __future__ import annotations

from collections.abc import Mapping

from trucewatch.events.commitments.gifts import SERVICES, Doing, Rule
from trucewatch.events.commitments.giving_verbs import Sort, is_passive
from trucewatch.events.commitments.goods import (
    HUMANITARIAN,
    MILITARY,
    MONEY,
    OBSERVERS,
    OTHER,
    PRISONERS,
    STRICKEN,
    TERRITORY,
    TROOPS,
    TRUCE,
    WEAPONS,
    goods_in,
    head_of,
    is_measure,
)
from trucewatch.events.roles import find_agent, find_subject
from trucewatch.events.view import Sentence
from trucewatch.language.lexicon import word_set

_PLACED = frozenset({"from", "back", "out", "behind", "beyond", "to"})
_SETTLED = word_set("settlements settlement enclave enclaves outpost outposts")
_ABANDONED = word_set(
    "slump recession talks agreement treaty pact race deal negotiations contest accord election market markets"
)
_HELD_BY = word_set("troops forces army armies soldiers sides side parties police fighters units rebels militias both")
_WATCHED = word_set(
    """separation disarmament demobilisation truce ceasefire cease-fire withdrawal redeployment disengagement line
    it this them implementation elections camps compliance agreement accord release border zone crossings terms
    demilitarisation handover pullback calm peace"""
)
_TRUCES = word_set("truce ceasefire cease-fire armistice")
_LULLS = word_set("standstill suspension cessation pause calm lull halt")
_ATTACKS = word_set("reprisals offensive attacks operations raids hostilities shelling bombing strikes bombardment")
_QUARTERS = word_set("barracks cantonments cantonment camps bases positions quarters")


def _drawn(doing: Doing) -> str:
    """What is drawn back: guns, forces, or the forces of whoever withdraws."""
    sentence, at, goods = doing.sentence, doing.at, doing.goods
    if goods is not None and goods.what in {TROOPS, WEAPONS}:
        return goods.what
    lemma = sentence.tokens[at].lemma
    if goods is not None and lemma in {"remove", "relocate"}:
        return OTHER if head_of(sentence, goods) in SERVICES else ""
    if goods is not None and goods.what != MONEY and not (goods.amount is not None and is_measure(goods.amount)):
        return ""
    if _ABANDONED.intersection(sentence.lowers(at + 1, at + 6)):
        return ""
    is_told = bool(_PLACED.intersection(sentence.lowers(at + 1, at + 4))) or goods is not None
    if lemma in {"gather", "assemble", "relocate", "redeploy", "regroup"} and not _is_force(sentence, at):
        return ""
    return TROOPS if is_told or is_passive(sentence, at) or lemma in {"gather", "withdraw"} else ""


def _left(doing: Doing) -> str:
    """The places that forces leave are told with them: troops. Villagers who leave their homes give nothing."""
    sentence, at, goods = doing.sentence, doing.at, doing.goods
    if sentence.tokens[at].lemma == "evacuate" and goods is not None:
        if head_of(sentence, goods) in _SETTLED:
            return TERRITORY
        if STRICKEN.intersection(sentence.lowers(goods.start, goods.end)):
            return HUMANITARIAN
    if is_passive(sentence, at):
        return TERRITORY if goods is not None and (goods.what == TERRITORY) else ""
    return TROOPS if _is_force(sentence, at) else ""


def _is_force(sentence: Sentence, at: int) -> bool:
    """Whether the verb is said of forces, sides, or those the words before it pointed at."""
    subject = find_subject(sentence, at)
    if subject is None:
        return False
    words = subject.lowers(sentence)
    return (
        bool(_HELD_BY.intersection(words))
        or words in {("them",), ("they",)}
        or goods_in(sentence, subject).what == TROOPS
    )


def _ceded(doing: Doing) -> str:
    sentence, at, goods = doing.sentence, doing.at, doing.goods
    if goods is None:
        return ""
    if head_of(sentence, goods) in {"them", "him", "her"} and sentence.tokens[at].lemma == "give":
        return PRISONERS
    return goods.what if goods.what in {TERRITORY, WEAPONS, PRISONERS} else ""


def _disarmed(_: Doing) -> str:
    return WEAPONS


def _disbanded(doing: Doing) -> str:
    sentence, at, goods = doing.sentence, doing.at, doing.goods
    is_force = goods is not None and (
        goods.what == TROOPS or bool(_HELD_BY.intersection(sentence.lowers(goods.start, goods.end)))
    )
    return TROOPS if is_force or _is_force(sentence, at) else ""


def _watched(doing: Doing) -> str:
    """Those who watch over a truce, its line or its terms; troops where they police it."""
    sentence, at = doing.sentence, doing.at
    words = sentence.lowers(at + 1, at + 6)
    if is_passive(sentence, at):
        agent = find_agent(sentence, at)
        by = goods_in(sentence, agent).what if agent is not None else ""
        return by if by in {TROOPS, OBSERVERS} else ""
    if not _WATCHED.intersection(words):
        return ""
    return TROOPS if sentence.tokens[at].lemma in {"police", "patrol"} else OBSERVERS


def _held_in(doing: Doing) -> str:
    sentence, at = doing.sentence, doing.at
    return TROOPS if _QUARTERS.intersection(sentence.lowers(at + 1, at + 4)) else ""


def _stored(doing: Doing) -> str:
    """Arms put out of use; only their own are destroyed for anybody's sake."""
    sentence, at, goods = doing.sentence, doing.at, doing.goods
    if goods is None or goods.what != WEAPONS:
        return ""
    is_own = bool({"its", "their"}.intersection(sentence.lowers(goods.start, goods.end)))
    return WEAPONS if is_own or sentence.tokens[at].lemma != "destroy" else ""


def _raised(doing: Doing) -> str:
    sentence, goods = doing.sentence, doing.goods
    if goods is not None and head_of(sentence, goods) == "mission":
        return OBSERVERS
    return goods.what if goods is not None and goods.what in {OBSERVERS, HUMANITARIAN} else ""


def _reduced(doing: Doing) -> str:
    sentence, goods = doing.sentence, doing.goods
    is_body = goods is not None and head_of(sentence, goods) in {"guard", "militia", "army"}
    return goods.what if goods is not None and goods.what in {TROOPS, WEAPONS} else TROOPS if is_body else ""


def _merged(doing: Doing) -> str:
    sentence, at = doing.sentence, doing.at
    return TROOPS if {"army", "forces", "police", "guard"}.intersection(sentence.lowers(at + 1, at + 9)) else ""


def _calmed(doing: Doing) -> str:
    """One side's own halt of its attacks, or its word that it keeps a truce."""
    sentence, at = doing.sentence, doing.at
    words = sentence.lowers(at + 1, at + 6)
    is_kept = sentence.tokens[at].lemma in {"abide", "respect"}
    return TRUCE if (_TRUCES if is_kept else _ATTACKS).intersection(words) else ""


def _extended(doing: Doing) -> str:
    sentence, at, goods = doing.sentence, doing.at, doing.goods
    if goods is None:
        is_until = sentence.lowers(at + 1, at + 2) in {("until",), ("by",), ("beyond",)}
        return TRUCE if is_until and not is_passive(sentence, at) else ""
    head = head_of(sentence, goods)
    if goods.what == TRUCE or head in _LULLS or "truce" in sentence.lowers(goods.start, goods.end):
        return TRUCE
    if head == "mandate" or goods.what == OBSERVERS:
        return OBSERVERS
    is_lasting = {"by", "until", "for", "beyond"}.intersection(sentence.lowers(goods.end, goods.end + 1))
    return TRUCE if head == "it" and (is_lasting or _TRUCES.intersection(sentence.lowers(0, at))) else ""


def _trained(doing: Doing) -> str:
    goods = doing.goods
    return MILITARY if goods is not None and goods.what == TROOPS else ""


RULES: Mapping[Sort, Rule] = {
    Sort.DRAW: _drawn, Sort.LEAVE: _left, Sort.CEDE: _ceded, Sort.DISARM: _disarmed, Sort.DISBAND: _disbanded,
    Sort.EXTEND: _extended, Sort.TRAIN: _trained, Sort.WATCH: _watched, Sort.HOLD_IN: _held_in, Sort.STORE: _stored,
    Sort.RAISE: _raised, Sort.REDUCE: _reduced, Sort.MERGE: _merged, Sort.CALM: _calmed,
}  # fmt: skip
