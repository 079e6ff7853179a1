"""The kinds of things that observing missions count, and the English words that name them.

Decides what a noun behind a figure counts ("27 explosions") and what a predicate counts by times ("was restricted on 39
occasions"). The lists are our own compilation of what missions' reports say; no mission, place or party is named.
"""

from __future__ import annotations

import re

from trucewatch.language.lexicon import word_set

VIOLATION, EXPLOSION, WEAPON, MINE = "ceasefire violation", "explosion", "weapon in violation", "mine"
CASUALTY, KILLED, INJURED = "civilian casualty", "civilian killed", "civilian injured"
RESTRICTION, JAMMING, FIRE_AT, DAMAGE = "restriction", "jamming", "fire at observers", "damage"
#: The mission says that it could not see: never a count, and never nothing.
UNOBSERVED = "not observed"

KINDS = (
    VIOLATION, EXPLOSION, "projectile", "burst", "shot", "airburst", "muzzle flash", "flare", "tracer", "round",
    "strike", "impact", "aircraft", "airspace violation", "line crossing", WEAPON, MINE, CASUALTY, KILLED, INJURED,
    DAMAGE, RESTRICTION, JAMMING, FIRE_AT, UNOBSERVED,
)  # fmt: skip

#: Kinds that tell what was done to the observers themselves: no verb of observing is needed.
OWN = frozenset({RESTRICTION, JAMMING, FIRE_AT})
#: Kinds that are heard or seen from afar, so many kilometres off.
SENSED = frozenset({
    VIOLATION, EXPLOSION, "projectile", "burst", "shot", "airburst", "muzzle flash", "flare", "tracer", "round",
    "impact", "aircraft",
})  # fmt: skip
#: Kinds that the harm done to people is counted in; the later ones are parts of the first.
HARM = frozenset({CASUALTY, KILLED, INJURED})

_TRUCE = r"(?:cease-?\s?fire|truce|armistice|cessation[- ]of[- ]hostilities)"
_DEVICES = (
    r"(?:tanks?|howitzers?|mortars?|artillery pieces?|(?:multiple[- ]launch )?rocket systems?|MLRS|missile systems?)"
)
_AUXILIARY = r"(?:(?:have|had|has|were|was|been|being)\s+)*"

#: Kind -> the nouns that name it, as a figure's head. The order settles which is tried first.
_NOUNS: tuple[tuple[str, str], ...] = (
    ("airspace violation", r"airspace violations?|(?:air )?violations? of [\w’' -]{0,30}airspace|overflights?"),
    (VIOLATION, (rf"{_TRUCE}[- ](?:violations?|breaches)|(?:violations?|breaches) of the {_TRUCE}|(?:truce|armistice) "
        r"violations?")),
    ("line crossing", r"ground violations?|(?:crossings?|violations?) of the [\w ]{0,20}line|ground incursions?"),
    (WEAPON, r"(?:heavy |proscribed )?weapons?(?: systems)? (?:in violation|beyond|in breach)\b[\w’' -]{0,30}"),
    ("airburst", r"air-?bursts?"),
    (EXPLOSION, r"explosions?|detonations?|blasts?"),
    ("muzzle flash", r"muzzle flash(?:es)?"),
    ("tracer", r"tracers?(?: rounds?)?"),
    ("flare", r"(?:illumination |signal )?flares?"),
    ("projectile", (r"projectiles?(?: in flight)?|trajector(?:y|ies)|(?:rocket|missile) launches|rockets?|missiles?|"
        r"shells?")),
    ("burst", r"bursts?"),
    ("shot", r"shots?"),
    ("strike", r"(?:air ?|drone |missile )strikes?|air ?raids?"),
    ("round", r"rounds?|salvos?|volleys?"),
    ("impact", r"impacts|craters?"),
    (MINE, (r"(?:land)?mines?|(?:pieces?|items?) of (?:unexploded|explosive) ordnance|unexploded "
        r"(?:ordnance|shells?|devices?|munitions?)|cluster munitions?|booby[- ]traps?|UXOs?")),
    (CASUALTY, r"(?:civilian )?casualt(?:y|ies)"),
    (KILLED, (r"fatalit(?:y|ies)|deaths?|(?:(?:civilians?|persons?|people|men|women|children|others?) )?"
        rf"{_AUXILIARY}(?:killed|fatally injured)\b")),
    (INJURED, (r"injur(?:y|ies)\b|(?:(?:civilians?|persons?|people|men|women|children|others?) )?"
        rf"{_AUXILIARY}(?:injured|wounded)\b")),
    (RESTRICTION, r"(?:freedom[- ]of[- ]movement )?restrictions?|(?:denials?|delays?) of (?:access|passage)"),
    (JAMMING, r"(?:cases?|instances?|occurrences?|episodes?) of [\w ]{0,20}(?:interference|jamming|spoofing)"),
    ("aircraft", r"(?:drones?|UAVs?|unmanned aerial vehicles?)(?: flights?)?|aircraft|helicopters?"),
)  # fmt: skip
#: Words that may stand between a figure and its noun.
_BETWEEN = (
    r"(?:(?!(?:and|or|of|in|on|to|at|by|with|from|the|for|as|than|including|compared|times?|occasions?|instances?|cases?|when|were|was|had"
    r"|that|which)\b)(?:[A-Za-z][\w’'/.-]*|\(\d+(?:\.\d)?\s?mm\))\s+){0,4}?"
)
_OF = r"(?:(?:reports?|cases?|instances?|incidents?) of )?"
_KINDS = tuple(kind for kind, _ in _NOUNS)
_ANY_NOUN = "|".join(f"(?P<k{n}>{words})" for n, (_, words) in enumerate(_NOUNS))
_HEAD = re.compile(rf"\s+{_OF}{_BETWEEN}(?:{_ANY_NOUN})(?!\w)", re.IGNORECASE)
_ALONE = re.compile(r"\s+(?:violations?|breaches)\b(?! of)", re.IGNORECASE)  # "95 violations", and not of what
#: Objects whose damage is counted: only where the words before the figure speak of damage.
_DAMAGED = re.compile(
    rf"\s+{_BETWEEN}(?:properties|objects|sites|facilities|houses|buildings|schools|homes|apartments"
    rf"|installations|blocks|hospitals|shops|churches|mosques|vehicles)\b",
    re.IGNORECASE,
)
_OF_DAMAGE = re.compile(r"\bdamaged?\b[^.;]{0,60}$|\bdamage to\b[^.;]{0,90}$", re.IGNORECASE)
#: What stands in weapons' way of being counted: single systems, where the sentence says they should not be there.
_SYSTEMS = re.compile(rf"\s+{_BETWEEN}{_DEVICES}(?!\w)", re.IGNORECASE)
_OUT_OF_PLACE = re.compile(r"\b(?:in violation of|beyond)\b[\w’' -]{0,30}\bwithdrawal lines?", re.IGNORECASE)
_OWN_FLIGHTS = re.compile(
    r"\s+[\w -]*(?:UAV|drone)s?(?: flights?)? (?:conducted|flown|deployed|belonging)", re.IGNORECASE
)

_FREQUENCY = re.compile(r"\s+(?:separate |different |other )?(?:times?|occasions?|instances?|cases?)\b", re.IGNORECASE)

_ASSETS = (
    r"(?:UAVs?|drones?|unmanned aerial|monitor|observer|mission|patrol|vehicle|position|officer|base\b|camera"
    r"|[A-Z]{3,})"
)
_PREDICATES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (RESTRICTION, re.compile(
        r"freedom of movement|den(?:ied|y|ying)\b[^.;]{0,60}\b(?:passage|access|entry)|\b(?:passage"
        r"|access) [^.;]{0,40}"
        r"\b(?:denied|delayed|conditioned)|delayed [^.;]{0,20}(?:passage|patrols?)", re.IGNORECASE)),
    (JAMMING, re.compile(r"signal interference|jamm(?:ing|ed)|spoof(?:ing|ed)", re.IGNORECASE)),
    (FIRE_AT, re.compile(
        rf"{_ASSETS}[^.;]{{0,60}}\btargeted|\bdirected (?:at|towards)\b|\bfire[^.;]{{0,25}}\b(?:at|over"
        rf"|close to|near)"
        rf" (?:the |an? )?{_ASSETS}|shots [^.;]{{0,20}}fired|came under fire|\btargeted\b")),
    (WEAPON, re.compile(r"\b(?:use|presence|movement) of weapons\b[^.;]{0,60}withdrawn", re.IGNORECASE)),
    (VIOLATION, re.compile(rf"\bviolated the {_TRUCE}", re.IGNORECASE)),
)  # fmt: skip

_NAMED = re.compile(rf"(?<![\w-])(?:{_ANY_NOUN})(?!\w)", re.IGNORECASE)
_BARE_VIOLATION = re.compile(r"(?<!in )\b(?:violations?|breaches)\b(?! of)", re.IGNORECASE)

#: A cheap test: a sentence without any of these words counts nothing that this room knows. The hyphen stands for words
#: that the end of a line broke.
TRIGGERS = word_set(
    """violation violations breach breaches explosion explosions detonation detonations blast blasts projectile
    projectiles burst bursts airburst airbursts shot shots flash flashes flare flares tracer tracers mine mines
    landmine landmines unexploded ordnance uxo uxos booby-traps casualty casualties fatality fatalities injury
    injuries injured wounded killed death deaths restriction restrictions restricted interference jamming jammed
    spoofing spoofed targeted targeting directed overflight overflights airspace incursion incursions crossings
    crossing trajectory trajectories passage denied impacts crater craters uav uavs drone drones aircraft
    helicopters damage damaged fire fired rocket rockets missile missiles shell shells strike strikes airstrike
    airstrikes raid raids round rounds salvos volleys weapons tanks howitzers mortars casual viola -"""
)


def head_after(text: str, start: int, at: int) -> tuple[str, int] | None:
    """The kind that the noun behind a figure names, and where the noun ends. The figure is ``[start, at)``."""
    head = _HEAD.match(text, at)
    if (match := _DAMAGED.match(text, at)) and _OF_DAMAGE.search(text, max(0, start - 110), start):
        return DAMAGE, match.end()
    if (match := _SYSTEMS.match(text, at)) and _OUT_OF_PLACE.search(text):
        return WEAPON, match.end()
    if head is None:
        match = _ALONE.match(text, at)
        return (VIOLATION, match.end()) if match else None
    kind = _kind_of(head)
    return None if kind == "aircraft" and _OWN_FLIGHTS.match(text, at) else (kind, head.end())


def _kind_of(match: re.Match[str]) -> str:
    """The kind whose noun matched."""
    return _KINDS[int((match.lastgroup or "k0")[1:])]


def frequency_after(text: str, at: int) -> int | None:
    """Where "times", "occasions" or the like behind a figure ends."""
    match = _FREQUENCY.match(text, at)
    return match.end() if match else None


def predicate_of(text: str, at: int) -> str:
    """What is counted by times at a place of the sentence: the last predicate begun before it, else the first after."""
    before = [(match.start(), kind) for kind, pattern in _PREDICATES for match in pattern.finditer(text, 0, at)]
    if before:
        return max(before)[1]
    after = [(match.start(), kind) for kind, pattern in _PREDICATES if (match := pattern.search(text, at))]
    return min(after)[1] if after else ""


def last_named(text: str, at: int) -> str:
    """The kind that was named last before a place of the sentence, with or without a figure."""
    found = [(match.end(), _kind_of(match)) for match in _NAMED.finditer(text, 0, at)]
    found += [(match.end(), VIOLATION) for match in _BARE_VIOLATION.finditer(text, 0, at)]
    found += [(match.end(), kind) for kind, pattern in _PREDICATES[:2] for match in pattern.finditer(text, 0, at)]
    return max(found)[1] if found else ""
