"""What class of weapon a word means, what calibre and what system a sentence names.

Decides only from words: a class, or the several that one word may mean. Systems are named by the agreement, not here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

#: What "heavy weapons" stands for.
HEAVY = frozenset({"mortar", "artillery", "rocket artillery", "missile", "tank"})

#: Word -> the classes that it may mean. The first that stands in a phrase counts.
_MEANT: tuple[tuple[str, frozenset[str]], ...] = (
    (r"heavy weapon|heavy equipment", HEAVY),
    (r"small[- ]arms|small[- ]calib|rifle|sniper|gunfire|pistol|automatic weapon", frozenset({"small arms"})),
    (r"machine[- ]gun", frozenset({"machine gun"})),
    (r"grenade launcher|rpg", frozenset({"grenade launcher"})),
    (r"mortar", frozenset({"mortar"})),
    (r"rocket launcher|grad|mlrs|hurricane|smerch|uragan", frozenset({"rocket artillery"})),
    (r"artillery|howitzer|cannon", frozenset({"artillery"})),
    (r"missile|iskander|tochka", frozenset({"missile"})),
    (r"rocket", frozenset({"rocket artillery", "missile"})),
    (r"tank", frozenset({"tank"})),
    (r"drone|uav|unmanned|quadcopter|loitering|kamikaze", frozenset({"drone"})),
    (
        r"air ?strike|air raid|aircraft|warplane|jet|bomber|helicopter|plane|aerial|glide|guided bomb|gunship",
        frozenset({"aircraft"}),
    ),
    (r"mine\b|mines\b|explosive device|\bied|booby|tripwire", frozenset({"mine"})),
    (r"shell|salvo|projectile|munition|rounds", frozenset({"mortar", "artillery", "rocket artillery", "tank"})),
    (r"gun|shots|bullet", frozenset({"small arms", "machine gun", "artillery"})),
)
_CALIBRE = re.compile(
    r"(?<![\d.,])(\d{2,3})(?:[.,]\d+)?[\s\u00a0-]*(?:mm|millimet(?:re|er)s?|мм|миллиметр\w*|міліметр\w*)\b",
    re.IGNORECASE,
)


def classes_of(words: str) -> frozenset[str]:
    """The classes that ``words`` may mean; empty where it is none that we know."""
    folded = words.casefold()
    return next((classes for pattern, classes in _MEANT if re.search(pattern, folded)), frozenset())


def widened(weapons: Iterable[str]) -> frozenset[str]:
    """The classes that a clause names, "heavy weapons" taken apart."""
    named = frozenset(weapons)
    return named | HEAVY if "heavy weapons" in named else named


def calibres_in(words: str) -> Iterator[int]:
    """Calibres in whole millimetres, as a sentence names them."""
    yield from (int(match[1]) for match in _CALIBRE.finditer(words))


def names(system: str, words: str) -> bool:
    """Whether ``words`` name the system: as whole words, hyphens and spaces alike, with or without a plural."""
    parts = [re.escape(part) for part in re.split(r"[-\s]+", system.casefold()) if part]
    pattern = r"(?<!\w)" + r"[-\s]?".join(parts) + r"s?(?!\w|-[a-z]\b)"
    return re.search(pattern, words.casefold()) is not None
