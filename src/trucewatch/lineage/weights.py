"""What each figure of likeness speaks for. Written by ``tools/fit_relation.py``; not edited by hand.

Fitted on the tuned half of the evaluation corpora: machine rewrites of news against independent accounts of
one event. Points are (figure, milli-logits), joined by straight lines; beyond the last it is level.
"""

from __future__ import annotations

Points = tuple[tuple[int, int], ...]

OFFSET = -7205
LINES: dict[str, Points] = {
    "beyond": ((0, 0), (7, 0), (18, 0), (45, 0), (100, 643), (279, 2659), (787, 3148)),
    "beyond_chance": ((0, 0), (1, 0), (2, 0), (3, 0), (6, 0), (22, 0), (73, 151)),
    "told_beyond_chance": ((0, 0), (1, 0), (3, 0), (6, 0), (20, 1855), (70, 3931)),
    "told_grams": ((0, 0), (8, 0), (16, 0), (34, 0), (66, 1009), (180, 2787), (1000, 8878)),
    "names": ((0, 0), (62, 0), (142, 0), (250, 388), (416, 388), (681, 388), (1000, 2695)),
    "names_order": ((0, 0), (333, 858), (461, 2426), (583, 2995), (730, 3328), (1000, 4106)),
    "numbers": ((0, 0), (142, 0), (250, 0), (473, 0), (666, 0), (1000, 1331)),
    "spread": ((0, 0), (27, 0), (62, 0), (142, 379), (294, 921), (538, 921), (1000, 1234)),
}
#: Milli-logits and how many in a thousand were derived, of as many derived as independent pairs.
CERTAINTY: Points = (
    (-6518, 1),
    (-4969, 2),
    (-4400, 7),
    (-4066, 21),
    (-3495, 25),
    (-2832, 53),
    (-2226, 101),
    (-1649, 222),
    (-845, 313),
    (107, 499),
    (1566, 778),
    (3062, 963),
    (4483, 998),
    (5898, 999),
    (11087, 999),
)
