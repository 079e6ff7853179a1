"""The closed lists a situation file may choose from: acts, target classes, kinds.

Acts are ACLED sub-event types, verbatim from the ACLED codebook, so that what a clause prohibits and what a report
describes are named alike. Decides nothing else.
"""

from __future__ import annotations

#: ACLED event type -> sub-event types, verbatim from the ACLED codebook.
ACLED: dict[str, tuple[str, ...]] = {
    "Battles": ("Armed clash", "Government regains territory", "Non-state actor overtakes territory"),
    "Explosions/Remote violence": (
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    ),
    "Violence against civilians": ("Sexual violence", "Attack", "Abduction/forced disappearance"),
    "Protests": ("Peaceful protest", "Protest with intervention", "Excessive force against protesters"),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Strategic developments": (
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    ),
}

#: Every ACLED sub-event type, in the codebook's order.
ACTS: tuple[str, ...] = tuple(act for acts in ACLED.values() for act in acts)

#: Classes of target a clause may protect.
TARGETS: tuple[str, ...] = (
    "energy",
    "civilians",
    "prisoners of war",
    "hospital",
    "residential",
    "port",
    "shipping",
    "transport",
    "humanitarian",
    "peacekeepers",
    "military",
    "other infrastructure",
)

#: Acts as a clause may name them: one by one, or all of an event type.
ACTS_AND_TYPES: tuple[str, ...] = (*ACLED, *ACTS)

#: Classes of weapon a clause may name. "heavy weapons" stands for mortar, artillery, rocket artillery, missile, tank.
WEAPONS: tuple[str, ...] = (
    "small arms",
    "machine gun",
    "grenade launcher",
    "mortar",
    "artillery",
    "rocket artillery",
    "missile",
    "tank",
    "aircraft",
    "drone",
    "mine",
    "heavy weapons",
)

#: What must have happened for an exception to apply, as far as accounts can be asked for it.
CIRCUMSTANCES: tuple[str, ...] = ("return fire",)

#: What an agreement is about.
AGREEMENT_KINDS: tuple[str, ...] = ("ceasefire", "peace", "resources", "humanitarian", "exchange", "other")

#: What a place is.
PLACE_KINDS: tuple[str, ...] = ("village", "city", "district", "region", "state", "facility", "line", "sea", "other")

#: STANAG 2511 letters for a source's reliability, from completely reliable to not judged.
RELIABILITY: tuple[str, ...] = ("A", "B", "C", "D", "E", "F")

#: What stands for the agreed wording where a reading names a party.
AGREED_TEXT = "text"
