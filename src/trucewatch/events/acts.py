"""The ACLED sub-event type of a trigger, from its rule, the weapon and the target.

Boundary rules: fire from afar takes the type of what was fired; a civilian or captive killed by hand is an attack, a
soldier an armed clash; what is shot down is disrupted weapons use; things wrecked without a weapon are property
destruction. Never guesses a weapon.
"""

from __future__ import annotations

from trucewatch.events.needs import Candidate
from trucewatch.events.rules import (
    ABDUCTION,
    ARREST,
    DISRUPTED,
    GRENADE,
    LOOTING,
    REBEL_TERRITORY,
    RIOT,
    SEXUAL,
    SUICIDE,
    TERRITORY,
    TRANSFER,
    Need,
    Rule,
)
from trucewatch.events.targets import HUMAN
from trucewatch.events.view import Sentence
from trucewatch.events.weapons import AIR, ATTACK, CLASH, EXPLOSIVE, SHELLING, weapon_at
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag

_REACH = 14
_CIVIL = frozenset(
    {"residential", "hospital", "humanitarian", "other infrastructure", "energy", "port", "shipping", "transport"}
)
_SAW = frozenset({"footage", "video", "image", "images", "photo", "surveillance", "reconnaissance"})
_KEPT = word_set("store stores stored storing hold holding keep keeping make making produce producing smuggle smuggled")
RAIDS = frozenset({"raid", "raids", "raided"})
_ON_FOOT = word_set(
    """troops soldiers commandos police officers gunmen militants fighters rebels patrol arrested arresting detained
    ground armoured armored stormed commando overnight-arrest settlers bandits cross-border"""
)
_GRENADES = frozenset({"grenade", "grenades"})
_FLYING = word_set("drone drones uav uavs missile missiles rocket rockets munitions")
_SELF = frozenset({"himself", "herself", "themselves"})
_MARCHING = word_set("protesters protestors demonstrators marchers rioters crowd crowds mourners")
_REPELLING = word_set("repel repels repelled repelling repulsed")
_UNFOUGHT = word_set("unopposed peacefully bloodlessly")
_REBELS = word_set("""rebel rebels separatists insurgents militants militia guerrillas fighters jihadists gunmen""")


def type_act(sentence: Sentence, candidate: Candidate, target_class: str, strikes: frozenset[str]) -> tuple[str, str]:
    """The sub-event type and the weapon's words ("" where none is named).

    ``strikes`` are the acts that the weapons of the whole report make: they settle what a bare "struck" leaves open.
    """
    rule = candidate.rule
    if rule.act == TERRITORY:
        return _territory(sentence, candidate, target_class), ""
    if (act := _by_words(sentence, candidate)) is not None:
        return act, find_weapon(sentence, candidate)[0]
    if rule.act in {ABDUCTION, ARREST}:
        return rule.act, ""
    weapon, by_weapon = find_weapon(sentence, candidate)
    if rule.act == CLASH and _is_air_raid(sentence, candidate, target_class, strikes):
        return AIR, weapon
    is_open = rule.act == AIR or (rule.act == EXPLOSIVE and candidate.is_noun)
    if is_open and not by_weapon:
        return by_copy(rule.act, strikes), ""
    return settle(rule, by_weapon, target_class), weapon


def settle(rule: Rule, by_weapon: str, target_class: str) -> str:
    """The sub-event type of a trigger by its rule, the act that the weapon makes, and what was hit."""
    return (_generic if rule.is_generic else _specific)(rule.act, by_weapon, target_class)


def _by_words(sentence: Sentence, candidate: Candidate) -> str | None:
    """The act that the words of the trigger, its doer or its object settle, whatever the weapon."""
    rule = candidate.rule
    thing = candidate.done_to.lowers(sentence) if candidate.done_to is not None else ()
    doer = candidate.doer.lowers(sentence) if candidate.doer is not None else ()
    words = sentence.lowers(candidate.start - 1, candidate.end)
    settled = (
        (DISRUPTED, rule.harm == "destroyed" and bool(_FLYING.intersection(thing[-1:]))),
        (SUICIDE, bool(_SELF.intersection(words))),
        (SEXUAL, "sexually" in words),
        (GRENADE, rule.need is Need.THROWN and bool(_GRENADES.intersection(thing))),
        (RIOT, rule.act == CLASH and bool(_MARCHING.intersection(doer))),
        (CLASH, rule.need is Need.HEARD and not thing and not candidate.is_definite),  # "there was shooting"
        (CLASH, rule.act == ATTACK and _is_repelled(sentence, candidate)),
    )
    return next((act for act, is_so in settled if is_so), None)


def _is_repelled(sentence: Sentence, candidate: Candidate) -> bool:
    return bool(_REPELLING.intersection(sentence.lowers(candidate.start - 5, candidate.start)))


def _generic(act: str, by_weapon: str, target_class: str) -> str:
    """A trigger that any weapon fits takes the act of the weapon, else of what was hit."""
    if by_weapon and by_weapon != CLASH:
        return by_weapon
    if by_weapon and act in {AIR, SHELLING}:
        return _by_target(CLASH, target_class, is_gunfire=True)
    return AIR if act == AIR else _by_target(act, target_class, is_gunfire=bool(by_weapon))


def by_copy(act: str, strikes: frozenset[str]) -> str:
    """What a strike or blast was by the weapons that the rest of the report names, where they all make one act."""
    known = strikes & {AIR, SHELLING, EXPLOSIVE, "Suicide bomb"}
    if act == EXPLOSIVE and known == {SHELLING}:
        return SHELLING
    return SHELLING if act == AIR and known == {SHELLING} else act


def _is_air_raid(sentence: Sentence, candidate: Candidate, target_class: str, strikes: frozenset[str]) -> bool:
    """Whether a raid came from the air: the report speaks of air strikes, and of nobody who came on foot."""
    word = sentence.tokens[candidate.end - 1].lower
    if word not in RAIDS or AIR not in strikes:
        return False
    near = sentence.lowers(candidate.start - _REACH, candidate.end + _REACH)
    return not _ON_FOOT.intersection(near) and (target_class != "military" or not candidate.is_noun)


def _specific(act: str, by_weapon: str, target_class: str) -> str:
    """A specific trigger keeps its act, except that explosives make sabotage a remote explosive."""
    if act == LOOTING and by_weapon == EXPLOSIVE:
        return EXPLOSIVE
    if act == CLASH and target_class in HUMAN:
        return ATTACK
    return SHELLING if act == EXPLOSIVE and by_weapon == SHELLING else act


def _by_target(act: str, target_class: str, *, is_gunfire: bool) -> str:
    if act == LOOTING:
        return LOOTING
    if target_class == "military":
        return CLASH
    if target_class in HUMAN or target_class in _CIVIL:
        return ATTACK
    return CLASH if is_gunfire and act == CLASH else act


def _territory(sentence: Sentence, candidate: Candidate, target_class: str) -> str:
    """Who holds the place now; people who are seized are abducted, what is given up unfought is handed over."""
    if candidate.rule.need is Need.HELD and target_class in HUMAN | {"humanitarian"}:
        return ABDUCTION
    if _UNFOUGHT.intersection(sentence.lowers(candidate.end, candidate.end + _REACH)):
        return TRANSFER
    words = candidate.doer.lowers(sentence) if candidate.doer is not None else ()
    return REBEL_TERRITORY if _REBELS.intersection(words) else TERRITORY


def find_weapon(sentence: Sentence, candidate: Candidate) -> tuple[str, str]:
    """The weapon named nearest to the trigger in its clause, and the act it makes; ("", "") where none is."""
    first = max(0, candidate.start - _REACH)
    words = sentence.lowers(first, candidate.end + _REACH)
    best, least = ("", ""), _REACH + 1
    for at in range(len(words)):
        found = weapon_at(words, at)
        if found is None or _is_other(words, at, found[0]) or _is_name(sentence, first + at):
            continue
        distance = _distance(first + at, candidate)
        if distance < least and _is_in_clause(sentence, first + at, candidate):
            span = sentence.cover(first + at, first + at + found[0])
            best, least = (span.of(sentence.text), found[1]), distance
    return best


def _is_name(sentence: Sentence, at: int) -> bool:
    """Whether a weapon's word is part of a name; the first word of a sentence may only be written like one."""
    return at > 0 and sentence.tokens[at].tag is Tag.NAME


def _distance(at: int, candidate: Candidate) -> int:
    if candidate.start <= at < candidate.end:
        return 0
    return candidate.start - at if at < candidate.start else at - candidate.end + 1


def _is_other(words: tuple[str, ...], at: int, length: int) -> bool:
    """A weapon not used here: a drone that films, rockets that are stored where the strike fell."""
    return bool(_KEPT.intersection(words[max(0, at - 4) : at])) or bool(
        _SAW.intersection(words[at + length : at + length + 2]) or _SAW.intersection(words[max(0, at - 5) : at])
    )


def _is_in_clause(sentence: Sentence, at: int, candidate: Candidate) -> bool:
    low, high = min(at, candidate.end), max(at, candidate.start)
    return not any(t.lower in {";", ":"} for t in sentence.tokens[low:high])
