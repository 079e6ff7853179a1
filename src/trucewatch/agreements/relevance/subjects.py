"""What a clause or a sentence of a report is about: the subjects that ceasefire agreements and their monitors share.

Decides which subjects words speak of. Own compilation after PA-X's categories and the heads of monitors' reports; names
no place and no party. Never weighs, and never says whether a clause is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache, lru_cache

from trucewatch.situation.vocabulary import ACLED


class Subject(StrEnum):
    """A thing that clauses forbid, require or permit, or where they do."""

    FIRE = "fire"
    TRUCE = "the truce as such"
    HARM = "harm by fire"
    HEAVY_WEAPONS = "heavy weapons"
    MINES = "mines"
    AIRCRAFT = "aircraft"
    ADVANCE = "movement of forces"
    DISENGAGEMENT = "disengagement"
    FORCES = "where forces are"
    FOREIGN_FORCES = "foreign forces"
    DETAINEES = "detainees"
    RELIEF = "relief"
    ACCESS = "access of monitors"
    MONITORING = "monitoring"
    DISCIPLINE = "discipline"
    COORDINATION = "coordination"
    CROSSINGS = "crossing points"
    VOTES = "elections and status"
    AMNESTY = "amnesty"
    ECONOMY = "the economy"
    BORDER = "the border"
    SETTLEMENTS = "settlements"
    ENERGY = "energy"


_MONITORS = r"(?:monitor\w*|observers?|missions?|[A-Z]{3,})"
_PATTERNS: Mapping[Subject, str] = {
    Subject.FIRE: (
        r"\b(?:cease-?\s?fire|truce) viol\w*|\b(?:breach|violat)\w* of the (?:cease-?\s?fire|truce)|"
        r"\bcessation of (?:the )?(?:use|fire|hostilit)\w*|\bhostilit\w*|\bshell(?:ing|ed|s)\b|"
        r"\bexplosion\w*|\bgun-?fire|\b(?:re)?turn fire|"
        r"\b(?:arms|sniper|tank|mortar|artillery|gun|retaliatory) ?fire|\bfiring\b(?! positions?)|\bfired\b|"
        r"\b(?:cease|open|hold|exchange|stop)\w* (?:\w+ )?fire\b|\bunder fire\b|"
        r"\bshots?\b|\bfight(?:ing|s)?\b|\bclash\w*|\bviolen\w+|\bbursts?\b|\bsniper\w*|"
        r"\buse of (?:all types of |heavy |\w+-?)?(?:proscribed )?weapon\w*|"
        r"\bcease-?\s?fire\b[^.;]{0,40}\b(?:hold|broken|respected|observed)\w*|\bprojectile\w*|\bwere used\b|"
        r"\b(?:been|being) used by|\bair ?strikes?|\bbombard\w*|\buse of force|\bnon-use of weapons|"
        r"\battack(?:s|ed)?\b"
    ),
    Subject.TRUCE: r"\bcease-?\s?fire\b|\btruce\b|\barmistice|\brecommit\w*",
    Subject.HARM: (
        r"\bcasualt\w*|\b(?:killed|wounded|injured|died)\b|\binjur(?:y|ies)\b|\bdeaths?\b|\bshrapnel|"
        r"\bdamaged?\b|\bimpacts?\b|\bfatal"
    ),
    Subject.HEAVY_WEAPONS: (
        r"\b(?:heavy|proscribed|lethal|banned) (?:\w+ )?(?:weapon|armament)\w*|\bheavy[ -]?weapon\w*|"
        r"\bhowitzer\w*|\bartillery (?:piece|system)\w*|\bMLRS|\bmultiple(?:[ -]launch)? rocket|"
        r"\btactical (?:rocket|missile)|\b\d+ ?mm\b|\bwithdrawal lines?\b|\bstorage sites?\b|"
        r"\bshould have been withdrawn|\bwithdraw\w* of \w* ?(?:weapon|arm)|\bweapons? in violation|"
        r"\bweapons? (?:missing|beyond)|\bsecurity zone|\bweapons and military|(?<!anti-)\btanks?\b|"
        r"\bmilitary (?:equipment|hardware)|\bmortars?\b|\bcannons?\b"
    ),
    Subject.MINES: (
        r"\bmines?\b(?! action awareness)|\bde-?mining|\bunexploded|\bmine-?clear\w*|\bbooby|"
        r"\bexplosive (?:barrier|device)"
    ),
    Subject.AIRCRAFT: (
        r"\bdrones?\b|\bunmanned aerial|\bUAVs?\b|\baviation|(?<!anti-)\baircraft|\bhelicopter\w*|"
        r"\baerial vehicle|\bflights? of"
    ),
    Subject.ADVANCE: (
        r"\bforward (?:movement|position)\w*|\badvanc(?:e|es|ed|ing)\b|\boffensive (?:operation|action)\w*|"
        r"\breconnaissance|\bsubversi\w*|\bsabotage|\bmilitary movements?|"
        r"\bmov(?:ed|ing) (?:closer|into|forward|towards)|\btrench\w*|"
        r"\bmovement of (?:\w+ )?(?:troops|forces|military|hardware|equipment|convoy)|\boffensive\b|"
        r"\bjuxtaposition as of"
    ),
    Subject.DISENGAGEMENT: r"\bdis-?\s?engag\w*",
    Subject.FORCES: (
        r"\b(?:re)?deploy(?:s|ed|ing|ment)?\b(?! of (?:heavy|weapon|mili|long))|"
        r"\b(?:withdr[ae]w\w*|pull\w* (?:back|out)) (?:\w+ ){0,4}(?:forces?|troops|army|soldiers|units)\b|"
        r"\b(?:forces|troops|army|soldiers|units)\b (?:\w+ ){0,4}(?:withdr[ae]w\w*|pull\w* (?:back|out)|leave|left)\b|"
        r"\bpeace-?keep\w*"
    ),
    Subject.FOREIGN_FORCES: (
        r"\bforeign (?:\w+ ){0,2}(?:formation|fighter|force|troop)\w*|\bmercenar\w*|\bunlawful military|"
        r"\billegal (?:troops|\w+ ?groups)"
    ),
    Subject.DETAINEES: (
        r"\bdetain\w*|\bhostage\w*|\bprisoners?\b|\bcaptives?\b|"
        r"\bexchange of (?:all )?(?:persons|detain|prison)\w*"
    ),
    Subject.RELIEF: (
        r"\bhumanitarian\b|\brelief\b|\baid\b|\bwater (?:supply|pump|pipe|filtr)\w*|\brepairs?\b|"
        r"\bwindows? of silence|\blocali[sz]ed (?:cease|adherence)|\bpower (?:line|plant|supply)"
    ),
    Subject.ACCESS: (
        r"\bfreedom[ -]of[ -]movement|"
        r"\b(?:denied|deny\w*|denial of|unfettered|secure|safe) (?:\w+ ){0,3}(?:access|passage)|"
        r"\brestrict(?:ed|ions?|ing)\b|\bimped\w*|\bunhindered|\bjamm\w+|\bprevented the"
    ),
    Subject.MONITORING: (
        r"(?<!under )(?<!with )\bmonitoring and verif\w*|\bverif(?:y|ication|ied)\b|"
        r"(?<!human rights )\b(?:permanent|effective|technical) monitoring"
    ),
    Subject.DISCIPLINE: r"\bdisciplin\w*|\bpunish\w*|\bcourt[ -]martial",
    Subject.COORDINATION: (
        r"\bco-?ordination (?:mechanism|cent)\w*|\bcent(?:re|er) for control and co-?ordination|\bliaison|"
        r"\bhotline"
    ),
    Subject.CROSSINGS: (
        r"\bcrossing (?:point|route)s?|\bcross(?:ed|ing)? the|\bentry-? ?exit|\bcheckpoints?\b|\bcrossings\b"
    ),
    Subject.VOTES: (
        r"\belection\w*|\breferendum|\bspecial status|\bself-government|\bconstitution\w*|"
        r"\bdecentrali[sz]\w*"
    ),
    Subject.AMNESTY: r"\bamnest\w*|\bpardon\w*|\bcriminal responsib\w*|\bprosecution",
    Subject.ECONOMY: (
        r"\beconom\w*|\bpensions?\b|\bbank(?:s|ing)?\b|\bsocial (?:transfer|payment)\w*|\bjobs\b|\btaxation"
    ),
    Subject.BORDER: r"\bborders?\b",
    Subject.SETTLEMENTS: (
        r"\bpop-?\s?ulated areas?|\bresidential|\bsettlements?\b(?! of)|"
        r"\bcivilian (?:infra|propert|object|home)\w*|\bschools?\b|\bkindergartens?|\bhospitals?\b|"
        r"\bneighbou?rhoods?|\bcivilian houses"
    ),
    Subject.ENERGY: (
        r"\benergy (?:facil|infra|site|system|instal)\w*|\bpower (?:plant|station|grid)s?|\brefiner\w*|"
        r"\boil (?:depot|facil|termin)\w*|\bsubstations?"
    ),
}

_FIRED = (
    "ceasefire violation",
    "explosion",
    "projectile",
    "burst",
    "shot",
    "airburst",
    "tracer",
    "round",
    "strike",
    "impact",
)

#: What the readers' ACLED acts, target classes and committed things are about, whatever the language of the report.
_ACTS: Mapping[str, Subject] = {
    **{act: Subject.FIRE for kind in ("Battles", "Explosions/Remote violence") for act in ACLED[kind]},
    "Attack": Subject.FIRE,
    "Remote explosive/landmine/IED": Subject.MINES,
    "Abduction/forced disappearance": Subject.DETAINEES,
    "Arrests": Subject.DETAINEES,
    "Government regains territory": Subject.ADVANCE,
    "Non-state actor overtakes territory": Subject.ADVANCE,
}
_TARGETS: Mapping[str, Subject] = {
    "energy": Subject.ENERGY,
    "residential": Subject.SETTLEMENTS,
    "hospital": Subject.SETTLEMENTS,
    "civilians": Subject.SETTLEMENTS,
    "prisoners of war": Subject.DETAINEES,
    "humanitarian": Subject.RELIEF,
}
#: And of what observers counted.
_THINGS: Mapping[str, Subject] = {
    **dict.fromkeys(_FIRED, Subject.FIRE),
    "weapon in violation": Subject.HEAVY_WEAPONS,
    "mine": Subject.MINES,
    "aircraft": Subject.AIRCRAFT,
    "airspace violation": Subject.AIRCRAFT,
    "line crossing": Subject.ADVANCE,
    "civilian casualty": Subject.HARM,
    "civilian killed": Subject.HARM,
    "civilian injured": Subject.HARM,
    "damage": Subject.HARM,
    "restriction": Subject.ACCESS,
    "jamming": Subject.ACCESS,
    "fire at observers": Subject.ACCESS,
    "troops": Subject.FORCES,
    "observers": Subject.MONITORING,
    "prisoners": Subject.DETAINEES,
    "humanitarian aid": Subject.RELIEF,
    "ceasefire": Subject.TRUCE,
}
_OWN_AIRCRAFT = re.compile(
    rf"{_MONITORS}(?:['’]s?)? (?:[\w-]+ ){{0,2}}(?i:unmanned|UAV|drone|aircraft)"
    r"\w*(?i: aerial vehicles?)?(?: \(\w+\))?"
)


@cache
def _compiled() -> tuple[tuple[Subject, re.Pattern[str]], ...]:
    return tuple((subject, re.compile(pattern, re.IGNORECASE)) for subject, pattern in _PATTERNS.items())


#: Aircraft that somebody watches with, or that was shot at while it watched.
_WATCHING = re.compile(r"\b(?:spott|assisted by|imagery|jamm|interference|targeted|footage|was lost)", re.IGNORECASE)


@lru_cache(8192)
def subjects_of(text: str) -> tuple[Subject, ...]:
    """The subjects that words speak of, in the order in which they are first named."""
    plain = _OWN_AIRCRAFT.sub(lambda own: " " * len(own.group()), text)  # monitors' own fly with leave
    found = {subject: mark.start() for subject, pattern in _compiled() if (mark := pattern.search(plain))}
    if _WATCHING.search(text):
        found.pop(Subject.AIRCRAFT, None)
    return tuple(sorted(found, key=lambda subject: found[subject]))


def subjects_told(acts: Iterable[str], targets: Iterable[str], things: Iterable[str]) -> frozenset[Subject]:
    """What acts (ACLED sub-event types), target classes and things that are committed or counted are about."""
    told = ((_ACTS, acts), (_TARGETS, targets), (_THINGS, things))
    return frozenset(known[each] for known, names in told for each in names if each in known)
