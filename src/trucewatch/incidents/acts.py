"""Which acts two reports may both mean by one deed, and the plain words for an act.

ACLED sub-event types say what a report says; two reports of one deed may say it differently ("attack", "drone strike").
Decides only which types may be confused. Never looks at a report.
"""

from __future__ import annotations

from collections.abc import Mapping

_STRIKE, _SABOTAGE, _VIOLENCE, _CLASH, _TERRITORY, _DETENTION = (
    "strike",
    "sabotage",
    "violence",
    "clash",
    "territory",
    "detention",
)

#: Act -> the classes of deed it may stand for. An act that is not listed stands only for itself.
_CLASSES: Mapping[str, tuple[str, ...]] = {
    "Air/drone strike": (_STRIKE,),
    "Shelling/artillery/missile attack": (_STRIKE,),
    "Chemical weapon": (_STRIKE,),
    "Remote explosive/landmine/IED": (_SABOTAGE, _STRIKE),
    "Grenade": (_STRIKE, _VIOLENCE),
    "Suicide bomb": (_STRIKE, _VIOLENCE),
    "Looting/property destruction": (_SABOTAGE, _STRIKE),
    "Attack": (_STRIKE, _VIOLENCE),
    "Sexual violence": (_VIOLENCE,),
    "Abduction/forced disappearance": (_DETENTION,),
    "Arrests": (_DETENTION,),
    "Armed clash": (_CLASH,),
    "Government regains territory": (_CLASH, _TERRITORY),
    "Non-state actor overtakes territory": (_CLASH, _TERRITORY),
    "Non-violent transfer of territory": (_TERRITORY,),
}

#: Act -> how it is called, and the word that ties it to its target ("" where the target is better left out).
_NOUNS: Mapping[str, tuple[str, str]] = {
    "Air/drone strike": ("air or drone strike", "on"),
    "Shelling/artillery/missile attack": ("shelling", "of"),
    "Chemical weapon": ("use of a chemical weapon", "against"),
    "Remote explosive/landmine/IED": ("explosion", "at"),
    "Grenade": ("grenade attack", "on"),
    "Suicide bomb": ("suicide bombing", "of"),
    "Looting/property destruction": ("destruction", "at"),
    "Sexual violence": ("sexual violence", "against"),
    "Attack": ("attack", "on"),
    "Abduction/forced disappearance": ("abduction", "of"),
    "Armed clash": ("armed clash", ""),
    "Government regains territory": ("taking of territory", ""),
    "Non-state actor overtakes territory": ("taking of territory", ""),
    "Non-violent transfer of territory": ("transfer of territory", ""),
    "Arrests": ("arrests", ""),
    "Disrupted weapons use": ("interception", ""),
    "Headquarters or base established": ("setting up of a base", ""),
    "Change to group/activity": ("change of activity", ""),
    "Agreement": ("agreement", ""),
    "Peaceful protest": ("protest", ""),
    "Protest with intervention": ("protest broken up", ""),
    "Excessive force against protesters": ("force against protesters", ""),
    "Violent demonstration": ("violent demonstration", ""),
    "Mob violence": ("mob violence", ""),
    "Other": ("incident", ""),
}

_WEAPON_NOUNS: Mapping[str, Mapping[str, str]] = {
    "Air/drone strike": {"drone": "drone strike", "bomb": "air strike", "aircraft": "air strike", "air": "air strike"},
    "Shelling/artillery/missile attack": {"missile": "missile attack", "rocket": "rocket attack"},
}


def classes_of(act: str) -> tuple[str, ...]:
    """The classes of deed that ``act`` may stand for."""
    return _CLASSES.get(act, (act.casefold(),))


def is_compatible(act: str, other: str) -> bool:
    """Whether two reports that say ``act`` and ``other`` may mean one deed."""
    return act == other or not set(classes_of(act)).isdisjoint(classes_of(other))


def noun_of(act: str, weapon: str = "") -> tuple[str, str]:
    """The act in plain words, with the weapon where that is clearer, and the word that ties it to its target."""
    for part, noun in _WEAPON_NOUNS.get(act, {}).items():
        if part in weapon.casefold():
            return noun, "on"
    return _NOUNS.get(act, (act.casefold(), ""))
