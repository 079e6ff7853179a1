"""The ACLED sub-event type of a trigger, from its rule, the weapon and the target.

Boundary rules: fire from afar takes the type of what was fired; a civilian or captive killed by hand is an attack, a
soldier an armed clash; what is shot down is disrupted weapons use; things wrecked without a weapon are property
destruction. Never guesses a weapon.
"""

from __future__ import annotations

from trucewatch.events.candidates import Candidate
from trucewatch.events.lexicon import word_set
from trucewatch.events.targets import HUMAN
from trucewatch.events.triggers import ABDUCTION, ARREST, LOOTING, REBEL_TERRITORY, TERRITORY
from trucewatch.events.view import Sentence
from trucewatch.events.weapons import AIR, ATTACK, CLASH, EXPLOSIVE, SHELLING, weapon_at
from trucewatch.language.model import Tag

_REACH = 14
_CIVIL = frozenset(
    {"residential", "hospital", "humanitarian", "other infrastructure", "energy", "port", "shipping", "transport"}
)
_SAW = frozenset({"footage", "video", "image", "images", "photo", "surveillance", "reconnaissance"})
_REBELS = word_set("""rebel rebels separatists insurgents militants militia guerrillas fighters jihadists gunmen""")


def type_act(sentence: Sentence, candidate: Candidate, target_class: str) -> tuple[str, str]:
    """The sub-event type and the weapon's words ("" where none is named)."""
    rule = candidate.rule
    weapon, by_weapon = find_weapon(sentence, candidate)
    if rule.act == TERRITORY:
        return _territory(sentence, candidate), ""
    if rule.act in {ABDUCTION, ARREST}:
        return rule.act, ""
    if not rule.is_generic:
        return _specific(rule.act, by_weapon, target_class), weapon
    if by_weapon and by_weapon != CLASH:
        return by_weapon, weapon
    if rule.act == AIR:
        return AIR, weapon
    return _by_target(rule.act, target_class, bool(by_weapon)), weapon


def _specific(act: str, by_weapon: str, target_class: str) -> str:
    """A specific trigger keeps its act, except that explosives make sabotage a remote explosive."""
    if act == LOOTING and by_weapon == EXPLOSIVE:
        return EXPLOSIVE
    if act == CLASH and target_class in HUMAN:
        return ATTACK
    return SHELLING if act == EXPLOSIVE and by_weapon == SHELLING else act


def _by_target(act: str, target_class: str, is_gunfire: bool) -> str:
    if act == LOOTING:
        return LOOTING
    if target_class == "military":
        return CLASH
    if target_class in HUMAN or target_class in _CIVIL:
        return ATTACK
    return CLASH if is_gunfire and act == CLASH else act


def _territory(sentence: Sentence, candidate: Candidate) -> str:
    words = candidate.doer.lowers(sentence) if candidate.doer is not None else ()
    return REBEL_TERRITORY if _REBELS.intersection(words) else TERRITORY


def find_weapon(sentence: Sentence, candidate: Candidate) -> tuple[str, str]:
    """The weapon named nearest to the trigger in its clause, and the act it makes; ("", "") where none is."""
    first = max(0, candidate.start - _REACH)
    words = sentence.lowers(first, candidate.end + _REACH)
    best, least = ("", ""), _REACH + 1
    for at in range(len(words)):
        found = weapon_at(words, at)
        if found is None or _is_other(words, at, found[0]) or sentence.tokens[first + at].tag is Tag.NAME:
            continue
        distance = _distance(first + at, candidate)
        if distance < least and _is_in_clause(sentence, first + at, candidate):
            span = sentence.cover(first + at, first + at + found[0])
            best, least = (span.of(sentence.text), found[1]), distance
    return best


def _distance(at: int, candidate: Candidate) -> int:
    if candidate.start <= at < candidate.end:
        return 0
    return candidate.start - at if at < candidate.start else at - candidate.end + 1


def _is_other(words: tuple[str, ...], at: int, length: int) -> bool:
    """A drone that films: "drone footage", "images taken by a drone"."""
    return bool(
        _SAW.intersection(words[at + length : at + length + 2]) or _SAW.intersection(words[max(0, at - 5) : at])
    )


def _is_in_clause(sentence: Sentence, at: int, candidate: Candidate) -> bool:
    low, high = min(at, candidate.end), max(at, candidate.start)
    return not any(t.lower in {";", ":"} for t in sentence.tokens[low:high])
