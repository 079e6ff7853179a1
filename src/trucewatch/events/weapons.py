"""What it was done with: weapons, and the ACLED sub-event type each makes of an attack.

Own compilation. Boundary rules follow ACLED: fire from afar is typed by what was fired; what is shot down before it
lands is disrupted weapons use; a bomb that lay or was carried is a remote explosive, a dropped one an air strike.
"""

from __future__ import annotations

from functools import cache

AIR = "Air/drone strike"
SHELLING = "Shelling/artillery/missile attack"
EXPLOSIVE = "Remote explosive/landmine/IED"
CLASH = "Armed clash"
ATTACK = "Attack"

_WEAPONS: dict[str, str] = {
    AIR: """drone|drones|uav|uavs|unmanned aerial vehicle|unmanned aircraft|fpv drone|fpv drones|quadcopter
            quadcopters|warplane|warplanes|aircraft|fighter jet|fighter jets|jet|jets|bomber|bombers
            helicopter|helicopters|gunship|gunships|glide bomb|glide bombs|guided bomb|guided bombs
            aerial bomb|aerial bombs|guided aerial bomb|guided aerial bombs|barrel bomb|barrel bombs
            air strike|air strikes|airstrike|airstrikes|air raid|air raids|predator|loitering munition
            loitering munitions|cluster bomb|cluster bombs|kamikaze drone|kamikaze drones|attack drone
            attack drones|naval drone|naval drones|sea drone|sea drones|fighter planes|planes|air force""",
    SHELLING: """missile|missiles|cruise missile|cruise missiles|ballistic missile|ballistic missiles|artillery
            artillery shell|artillery shells|artillery fire|shell|shells|shelling|mortar|mortars|mortar fire
            mortar shell|mortar shells|mortar bombs|rocket|rockets|rocket fire|rocket launcher|howitzer
            howitzers|tank fire|tanks|grad rockets|multiple rocket launcher|multiple rocket launchers
            mortar round|mortar rounds|artillery rounds|salvo|salvos|projectile|projectiles|heavy weapons
                    heavy artillery|tank shells|cluster munitions|rounds""",
    EXPLOSIVE: """mine|mines|landmine|landmines|anti-tank mine|anti-personnel mine|roadside bomb|roadside bombs
            improvised explosive device|improvised explosive devices|explosive device|explosive devices|ied
            ieds|grenade trap|device|devices|explosive charge|explosive charges|car bomb|car bombs|truck bomb
            truck bombs|bomb|bombs|explosives|explosive|booby trap
            booby-trap|booby traps|unexploded ordnance|unexploded shell|dynamite|parcel bomb
            remote-controlled bomb""",
    "Suicide bomb": "suicide bomber|suicide bombers|suicide bomb|suicide bombing|suicide vest|explosive vest",
    "Chemical weapon": "chlorine|sarin|nerve agent|chemical weapon|chemical weapons|chemical agent|mustard gas",
    "Grenade": "grenade|grenades|hand grenade|hand grenades|stun grenade",
    CLASH: """gunfire|small arms|small arms fire|small-arms fire|machine gun|machine guns|machine-gun fire
            machine gun fire|rifle|rifles|sniper|snipers|sniper fire|automatic weapons|heavy machine guns
            guns|gun|shots|bullets|live rounds|live ammunition|warning shots|gunshots|gunshot|pistol|knife|machetes
                    machete|small-calibre weapons""",
}

#: Words that carry a weapon's name without the weapon being used.
_NOT_USED = frozenset(
    {"factory", "production", "depot", "cache", "programme", "program", "deliveries", "footage", "defence"}
)


@cache
def _table() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for act, phrases in _WEAPONS.items():
        for phrase in phrases.replace("\n", "|").split("|"):
            found.setdefault(tuple(phrase.split()), act)
    return found


def weapon_at(words: tuple[str, ...], at: int) -> tuple[int, str] | None:
    """How many words from ``at`` name a weapon, and the act it makes; None when none begins there."""
    table = _table()
    for length in (3, 2, 1):
        act = table.get(words[at : at + length])
        if act and at + length <= len(words):
            following = words[at + length] if at + length < len(words) else ""
            return None if following in _NOT_USED else (length, act)
    return None
