"""What a trigger is: the act it stands for, and what must stand beside its words before they count.

Decides nothing and knows no language: the words are in ``trigger_words``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LOOTING = "Looting/property destruction"
DISRUPTED = "Disrupted weapons use"
ABDUCTION = "Abduction/forced disappearance"
TERRITORY = "Government regains territory"
REBEL_TERRITORY = "Non-state actor overtakes territory"
TRANSFER = "Non-violent transfer of territory"
BASE = "Headquarters or base established"
ARREST = "Arrests"
PROTEST = "Peaceful protest"
DISPERSED = "Protest with intervention"
RIOT = "Violent demonstration"
SEXUAL = "Sexual violence"
GRENADE = "Grenade"
SUICIDE = "Suicide bomb"
OTHER = "Other"


class Need(StrEnum):
    """What must stand beside a trigger."""

    NOTHING = "nothing"  # violent wherever it stands
    OBJECT = "object"  # something that can be hit, or a weapon that hits
    THING = "thing"  # something built, driven or sailed, that can be wrecked
    HUMAN = "human"  # people
    PEOPLE = "people"  # people by a word for them: a name alone may be a team or a rival
    PLACE = "place"  # a place or position that can be held
    HELD = "held"  # the same, or people who can be seized
    BASE = "base"  # a headquarters, a base
    WEAPON = "weapon"  # a weapon as its object: fired rockets, intercepted drones
    AIMED = "aimed"  # a weapon as its object, and whom it was turned on
    THROWN = "thrown"  # stones, petrol bombs, grenades
    GOODS = "goods"  # cattle, food, money, cars
    CROWD = "crowd"  # people in number as those who do it
    ROAD = "road"  # a road, and people in number who block it
    SIDES = "sides"  # armed people on at least one side
    HEARD = "heard"  # somebody who heard it, or a place or time
    LIFE = "life"  # somebody's life


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
