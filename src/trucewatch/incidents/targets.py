"""Classes of target that two reports may both use for one thing: a town's homes and its people, a port and its ships.

Decides kinship alone. Never looks at a report.
"""

from __future__ import annotations

_KIN = (
    frozenset({"civilians", "residential"}),
    frozenset({"energy", "other infrastructure"}),
    frozenset({"port", "shipping"}),
    frozenset({"transport", "other infrastructure"}),
    frozenset({"civilians", "humanitarian"}),
    frozenset({"military", "other infrastructure"}),
)


def are_kindred(one: str, other: str) -> bool:
    """Whether the two classes may stand for one target."""
    return one == other or frozenset({one, other}) in _KIN
