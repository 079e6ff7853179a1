"""Floors under measured quality: what was once reached may not be lost.

``floors.json`` holds, per measure, the hash of what it was measured on and the figures in per mille. Raise a floor with
``python tests/quality/floors.py MEASURE``; a figure that would fall is refused.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

PATH = Path(__file__).with_name("floors.json")
_STEP = 10  # per mille: floors are whole per cent, so that one word more in a list does not trip them
Measured = tuple[str, dict[str, int]]  # hash of the corpus, figures


class FloorError(Exception):
    """A floor would be lowered, or was measured on something else."""


def read_floors(path: Path = PATH) -> dict[str, dict[str, int | str]]:
    """All floors, by measure."""
    floors: dict[str, dict[str, int | str]] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return floors


def check(name: str, measured: Measured, path: Path = PATH) -> None:
    """Refuse what lies under the floor of ``name``, or was measured on another corpus."""
    digest, figures = measured
    floor = read_floors(path).get(name)
    if floor is None:
        raise FloorError(f"{name} has no floor yet: set one with python tests/quality/floors.py {name}")
    if floor["corpus"] != digest:
        raise FloorError(f"{name} was measured on another corpus than its floor")
    fallen = _fallen(floor, figures)
    if fallen:
        raise FloorError(f"{name} fell below its floor: {fallen}")
    if new := ", ".join(sorted(figures.keys() - floor.keys())):
        raise FloorError(f"{name} has no floor for: {new}")


def lift(name: str, measured: Measured, path: Path = PATH) -> None:
    """Write the figures, cut to whole per cent, as the new floor of ``name``. Never lowers one on the same corpus."""
    digest, figures = measured
    floors = read_floors(path)
    floor = floors.get(name, {})
    if floor.get("corpus") == digest:
        fallen = _fallen(floor, figures)
        if fallen:
            raise FloorError(f"refusing to lower the floor of {name}: {fallen}")
    floors[name] = {"corpus": digest, **{key: value - value % _STEP for key, value in figures.items()}}
    path.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def show_and_lift(name: str, measured: Measured, path: Path = PATH) -> None:
    """Print the figures, then lift the floor of ``name``."""
    sys.stdout.write(json.dumps({name: measured[1]}, indent=2) + "\n")
    lift(name, measured, path)


def _fallen(floor: Mapping[str, int | str], figures: Mapping[str, int]) -> str:
    """The figures under their floor, in words; "" where none is. A figure that is missing has fallen to nothing."""
    named = {key: value for key, value in sorted(floor.items()) if isinstance(value, int)}
    return ", ".join(
        f"{key} {figures.get(key, 0)} < {value}" for key, value in named.items() if figures.get(key, 0) < value
    )


def main(arguments: list[str], measures: Mapping[str, Callable[[], Measured]]) -> None:
    """Measure what is named and lift its floor."""
    for name in arguments:
        lift(name, measures[name]())


if __name__ == "__main__":
    from test_statements_quality import MEASURES

    main(sys.argv[1:], MEASURES)
