"""What it was done with, in Russian and Ukrainian, and the ACLED sub-event type that each weapon makes of an attack.

A weapon is called by its English noun, so that reports in several languages name it alike; its act follows
``events.weapons``. Own compilation.
"""

from __future__ import annotations

from trucewatch.events.slavic.stems import Stems
from trucewatch.events.weapons import AIR, CLASH, EXPLOSIVE, SHELLING

_NAMED = {
    AIR: {
        "drones": "беспилотн~ безпілотн~ дрон~ бпла шахед~ квадрокоптер~ барражир~",
        "aerial bombs": "авиабомб~ авіабомб~ каб каби",
        "aircraft": """авиационн~ авіаційн~ авиаци~ авіаці~ истребител~ винищувач~ бомбардировщик~ бомбардувальник~
            самолет~ літак~ штурмовик~ авиауда~ авіауда~ авианал~ авіанал~ воздушн~ повітрян~""",
        "helicopters": "вертолет~ вертольот~ гелікоптер~",
    },
    SHELLING: {
        "missiles": "ракет~",
        "mortars": "миномет~ міномет~",
        "artillery": "артиллери~ артилері~ артобстр~ ствольн~ самоход~ гаубиц~ пушк~ пушек гармат~ орудие орудий",
        "rocket launchers": "рсзо рсзв реактивн~",
        "shells": "снаряд~",
        "tanks": "танковый танкового танков~",
        "cluster munitions": "кассетн~ касетн~",
    },
    EXPLOSIVE: {
        "a mine": "мина міна мине міні растяжк~ розтяжк~ заминирован~ замінован~",
        "explosives": "взрывн~ вибухов~ сву самодельн~ саморобн~ фугас~ взрывчатк~ вибухівк~",
    },
    "Suicide bomb": {"a suicide bomb": "смертник~ самоподрыв~ самопідрив~"},
    "Grenade": {"a grenade": "граната гранат гранатой гранати гранату гранатами"},
    "Chemical weapon": {"a chemical agent": "хлор хлорпикрин~ хлорпікрин~ зарин~"},
    CLASH: {
        "small arms": """стрелков~ стрілецьк~ пулемет~ кулемет~ автоматн~ автомат автоматы автоматов автоматів пистолет~
            пістолет~ ружье ружья рушниц~""",
        "a sniper": "снайпер~",
        "a knife": "нож ножом ніж",
    },
}

WEAPONS = Stems({name: words for names in _NAMED.values() for name, words in names.items()})
_ACTS = {name: act for act, names in _NAMED.items() for name in names}


def act_by(name: str) -> str:
    """The sub-event type that a weapon makes of an attack, by its English noun; "" for none."""
    return _ACTS.get(name, "")
