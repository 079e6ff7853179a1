"""Words that tell of an incident, with the ACLED sub-event type they stand for.

Decides which verbs and nouns are triggers and what each needs around it before it counts. Whether one counts where it
stands is for ``candidates``. Own compilation over the ACLED codebook's definitions; names no place and no party.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from trucewatch.events.lexicon import word_set
from trucewatch.events.weapons import AIR, ATTACK, CLASH, EXPLOSIVE, SHELLING

LOOTING = "Looting/property destruction"
DISRUPTED = "Disrupted weapons use"
ABDUCTION = "Abduction/forced disappearance"
TERRITORY = "Government regains territory"
REBEL_TERRITORY = "Non-state actor overtakes territory"
TRANSFER = "Non-violent transfer of territory"
ARREST = "Arrests"
PROTEST = "Peaceful protest"
RIOT = "Violent demonstration"
SEXUAL = "Sexual violence"
OTHER = "Other"


class Need(StrEnum):
    """What must stand beside a trigger."""

    NOTHING = "nothing"  # violent wherever it stands
    OBJECT = "object"  # something that can be hit, or a weapon that hits
    HUMAN = "human"  # people
    PLACE = "place"  # a place or position that can be held
    WEAPON = "weapon"  # a weapon as its object: fired rockets, intercepted drones
    CROWD = "crowd"  # people in number as those who do it
    SIDES = "sides"  # armed people on at least one side


@dataclass(frozen=True, slots=True)
class Rule:
    """One trigger. A consequence ("killed") tells of an incident only where nothing in the sentence tells the cause."""

    act: str
    need: Need = Need.NOTHING
    is_consequence: bool = False
    is_generic: bool = False  # the weapon or the target decides the act
    harm: str = ""
    needs_cause: bool = False  # tells of nothing by itself: people die of much else
    is_suffered: bool = False  # the subject is who it was done to: "came under fire from"


_VERBS: tuple[tuple[str, Rule], ...] = (
    ("bomb bombard firebomb strafe", Rule(AIR, is_generic=True)),
    ("shell mortar", Rule(SHELLING)),
    ("strike hit pound pummel", Rule(AIR, Need.OBJECT, is_generic=True)),
    ("attack target ambush", Rule(ATTACK, Need.OBJECT, is_generic=True)),
    ("fire launch lob unleash", Rule(SHELLING, Need.WEAPON, is_generic=True)),
    ("execute behead murder massacre slaughter assassinate lynch torture maim mistreat", Rule(ATTACK, Need.HUMAN)),
    ("eliminate neutralise neutralize", Rule(ATTACK, Need.HUMAN, is_generic=True, harm="killed")),
    ("rape", Rule(SEXUAL, Need.HUMAN)),
    ("kill", Rule(ATTACK, Need.HUMAN, is_consequence=True, is_generic=True, harm="killed")),
    ("die perish", Rule(ATTACK, Need.HUMAN, is_consequence=True, is_generic=True, harm="killed", needs_cause=True)),
    ("shoot", Rule(ATTACK, Need.HUMAN, is_consequence=True, is_generic=True, harm="")),
    ("wound injure", Rule(ATTACK, Need.HUMAN, is_consequence=True, is_generic=True, harm="wounded")),
    ("damage", Rule(LOOTING, Need.OBJECT, is_consequence=True, is_generic=True, harm="damaged")),
    (
        "destroy demolish raze level devastate cripple",
        Rule(LOOTING, Need.OBJECT, is_consequence=True, is_generic=True, harm="destroyed"),
    ),
    ("abduct kidnap", Rule(ABDUCTION)),
    ("arrest detain", Rule(ARREST, Need.HUMAN)),
    ("raid storm assault", Rule(CLASH, Need.OBJECT)),
    ("clash skirmish", Rule(CLASH, Need.SIDES)),
    ("sabotage loot ransack pillage plunder torch vandalise vandalize", Rule(LOOTING)),
    ("detonate", Rule(EXPLOSIVE)),
    ("explode", Rule(EXPLOSIVE, Need.WEAPON)),
    ("seize capture overrun recapture retake occupy liberate annex reclaim conquer", Rule(TERRITORY, Need.PLACE)),
    ("invade", Rule(TERRITORY, Need.PLACE)),
    ("intercept down", Rule(DISRUPTED, Need.WEAPON)),
    ("riot", Rule(RIOT)),
    ("rally demonstrate protest march", Rule(PROTEST, Need.CROWD)),
    ("torpedo", Rule(SHELLING, Need.OBJECT)),
    ("land fall crash impact", Rule(SHELLING, Need.WEAPON, is_generic=True)),
)

#: First word (any form) and what follows it -> rule. "…" allows an object of up to four words between.
_PHRASAL: tuple[tuple[str, tuple[str, ...], Rule], ...] = (
    ("blow", ("up",), Rule(EXPLOSIVE, Need.OBJECT)),
    ("set", ("fire", "to"), Rule(LOOTING)),
    ("set", ("ablaze",), Rule(LOOTING)),
    ("set", ("alight",), Rule(LOOTING)),
    ("set", ("off", "charges"), Rule(EXPLOSIVE)),
    ("set", ("off", "explosives"), Rule(EXPLOSIVE)),
    ("set", ("off", "explosive", "charges"), Rule(EXPLOSIVE)),
    ("shoot", ("down",), Rule(DISRUPTED)),
    ("open", ("fire",), Rule(CLASH, is_generic=True)),
    ("step", ("on", "a", "mine"), Rule(EXPLOSIVE, is_suffered=True)),
    ("step", ("on", "a", "landmine"), Rule(EXPLOSIVE, is_suffered=True)),
    ("hit", ("a", "mine"), Rule(EXPLOSIVE, is_suffered=True)),
    ("hit", ("a", "landmine"), Rule(EXPLOSIVE, is_suffered=True)),
    ("drive", ("over", "a", "mine"), Rule(EXPLOSIVE, is_suffered=True)),
    ("come", ("under", "fire"), Rule(CLASH, is_generic=True, is_suffered=True)),
    ("come", ("under", "attack"), Rule(ATTACK, is_generic=True, is_suffered=True)),
    ("come", ("under", "shelling"), Rule(SHELLING, is_suffered=True)),
    ("exchange", ("fire",), Rule(CLASH)),
    ("trade", ("fire",), Rule(CLASH)),
    ("exchange", ("gunfire",), Rule(CLASH)),
    ("exchange", ("artillery", "fire"), Rule(CLASH)),
    ("take", ("control", "of"), Rule(TERRITORY, Need.PLACE)),
    ("regain", ("control", "of"), Rule(TERRITORY, Need.PLACE)),
    ("gun", ("down",), Rule(ATTACK, Need.HUMAN, is_generic=True, harm="killed")),
    ("shoot", ("dead",), Rule(ATTACK, Need.HUMAN, is_generic=True, harm="killed")),
    ("beat", ("up",), Rule(ATTACK, Need.HUMAN)),
    ("block", ("roads",), Rule(PROTEST)),
    ("block", ("a", "road"), Rule(PROTEST)),
    ("block", ("streets",), Rule(PROTEST)),
    ("take", ("hostage",), Rule(ABDUCTION, Need.HUMAN)),
    ("take", ("prisoner",), Rule(ABDUCTION, Need.HUMAN)),
    ("withdraw", ("from",), Rule(TRANSFER, Need.PLACE)),
    ("pull", ("out", "of"), Rule(TRANSFER, Need.PLACE)),
    ("carry", ("out", "attacks"), Rule(ATTACK, is_generic=True)),
)

#: Nouns. The longest expression that ends or begins at a word wins.
_NOUNS: tuple[tuple[str, Rule], ...] = (
    (
        """air strike|air strikes|airstrike|airstrikes|air raid|air raids|drone strike|drone strikes
            drone attack|drone attacks|drone raid|drone raids|aerial attack|aerial attacks
            aerial bombardment|bombing raid|bombing raids|bombing run|uav attack|uav strike|air attack
            air attacks|aerial assault|drone assault|drone barrage""",
        Rule(AIR),
    ),
    ("bombing|bombings|bombardment|bombardments", Rule(AIR, is_generic=True)),
    ("strike|strikes", Rule(AIR, Need.OBJECT, is_generic=True)),
    (
        """shelling|shellings|missile strike|missile strikes|missile attack|missile attacks|rocket attack
            rocket attacks|rocket strike|rocket fire|mortar fire|artillery fire|artillery strike
            artillery strikes|artillery attack|artillery barrage|mortar attack|mortar attacks|rocket barrage
            missile barrage|barrage|barrages|cross-border fire|artillery shelling|rocket salvo""",
        Rule(SHELLING),
    ),
    ("attack|attacks|assault|assaults|ambush|ambushes", Rule(ATTACK, Need.OBJECT, is_generic=True)),
    (
        "suicide bombing|suicide bombings|suicide attack|suicide attacks|suicide bombers|suicide bomber",
        Rule("Suicide bomb"),
    ),
    (
        """car bomb|car bombs|car bombing|car-bombing|roadside bomb|roadside bombs|roadside bombing
            landmine|landmines|land mine|mine blast|improvised explosive device|ied|explosive device
            bomb blast|mine explosion|car bomb explosion|bomb explosion|bomb attack|bomb attacks|mine attack
            grenade explosion|landmine explosion|explosion|explosions|blast|blasts""",
        Rule(EXPLOSIVE, Need.OBJECT),
    ),
    ("grenade attack|grenade attacks", Rule("Grenade")),
    ("chemical attack|chemical attacks|gas attack|chlorine attack", Rule("Chemical weapon")),
    (
        """clash|clashes|firefight|firefights|gunbattle|gun battle|gunbattles|gun battles|shootout
            shoot-out|skirmish|skirmishes|exchange of fire|exchanges of fire|fighting|incursion|incursions
            cross-border raid|raid|raids|battle|battles|offensive|counteroffensive|counter-offensive|gunfire
            sniper fire""",
        Rule(CLASH, Need.SIDES),
    ),
    (
        """execution|executions|massacre|massacres|murder|murders|beheading|assassination
            assassinations|slaughter|torture""",
        Rule(ATTACK, Need.HUMAN),
    ),
    (
        "killing|killings|shooting|shootings|death|deaths",
        Rule(ATTACK, Need.HUMAN, is_consequence=True, is_generic=True, harm="killed"),
    ),
    ("rape|rapes|sexual violence", Rule(SEXUAL, Need.HUMAN)),
    ("abduction|abductions|kidnapping|kidnappings|hostage-taking|hostage taking|forced disappearance", Rule(ABDUCTION)),
    ("deportation|deportations", Rule(ABDUCTION, Need.HUMAN)),
    ("sabotage|looting|arson|arson attack|arson attacks|pillage", Rule(LOOTING)),
    ("destruction|demolition", Rule(LOOTING, Need.OBJECT, is_consequence=True, harm="destroyed")),
    ("seizure|capture|occupation|annexation|recapture", Rule(TERRITORY, Need.PLACE)),
    ("invasion|full-scale invasion", Rule(TERRITORY)),
    ("interception|interceptions", Rule(DISRUPTED, Need.WEAPON)),
    ("arrest|arrests|detention", Rule(ARREST, Need.HUMAN)),
    (
        """demonstration|demonstrations|protest rally|protest march|sit-in|street protest
            street protests|protests|rally|rallies""",
        Rule(PROTEST, Need.CROWD),
    ),
    ("hunger strike|hunger strikes", Rule(PROTEST)),
    ("riot|riots|rioting", Rule(RIOT)),
)

_IRREGULAR = {
    "strike": "struck stricken striking",
    "hit": "hit hitting",
    "shoot": "shot shooting",
    "blow": "blew blown",
    "set": "set setting",
    "die": "died dies dying",
    "step": "stepped stepping",
    "drive": "drove driven driving",
    "come": "came coming",
    "take": "took taken taking",
    "beat": "beat beaten",
    "overrun": "overran overrun overrunning",
    "retake": "retook retaken",
    "withdraw": "withdrew withdrawn",
    "gun": "gunned gunning",
    "lob": "lobbed lobbing",
    "kidnap": "kidnapped kidnapping",
    "torpedo": "torpedoed torpedoing",
    "occupy": "occupied",
    "carry": "carried",
    "rally": "rallied rallies",
    "expel": "expelled expelling",
    "regain": "regained",
    "fall": "fell fallen falling",
}


def _forms(base: str) -> set[str]:
    stem = base.removesuffix("e")
    regular = {base, base + ("es" if base.endswith(("sh", "ch", "ss")) else "s"), stem + "ing"}
    known = set(_IRREGULAR.get(base, "").split())
    return regular | known | (set() if known else {stem + "ed"})


@cache
def verbs() -> dict[str, Rule]:
    """Every form of every trigger verb."""
    return {form: rule for bases, rule in _VERBS for base in bases.split() for form in _forms(base)}


@cache
def phrasal() -> dict[str, tuple[tuple[tuple[str, ...], Rule], ...]]:
    """Every form of the first word of a phrasal trigger -> what may follow it."""
    found: dict[str, list[tuple[tuple[str, ...], Rule]]] = {}
    for base, rest, rule in _PHRASAL:
        for form in sorted(_forms(base)):
            found.setdefault(form, []).append((rest, rule))
    return {form: tuple(entries) for form, entries in found.items()}


@cache
def nouns() -> dict[tuple[str, ...], Rule]:
    """Every noun trigger, by its words."""
    return {tuple(p.split()): rule for group, rule in _NOUNS for p in group.replace("\n", "|").split("|") if p.split()}


#: "violated the truce": verbs and nouns that call an act a breach, and what may be breached.
BREACH_VERBS = word_set(
    """violate violates violated violating breach breaches breached breaching break breaks broke broken breaking
    shatter shatters shattered shattering flout flouts flouted flouting"""
)
BREACH_NOUNS = word_set("violation violations breach breaches")
BREACHED = word_set(
    """truce ceasefire cease-fire agreement agreements deal armistice accord accords treaty pact terms moratorium
    commitments obligations"""
)
