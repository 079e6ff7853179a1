"""Prints the worst errors under each figure of lineage and of reading, by id and class, never a word of a text.

python tests/quality/worst_errors.py ["FIGURE" ...]
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from misses import classes
from quality_page import PAGES

_SHOWN = 30


def main(wanted: Sequence[str]) -> None:
    """Print the worst thirty under each figure or part named, or under all."""
    for part in (part for page in PAGES for part in page.parts):
        for figure in part.errors:
            if not wanted or {figure, part.name} & set(wanted):
                misses = sorted(part.errors[figure](part.folder), key=lambda miss: (-miss.worth, miss.id))
                counted = "; ".join(f"{count} × {why}" for why, count in classes(misses))
                sys.stdout.write(f"\n{part.name}, {figure}: {len(misses)} errors; {counted}\n")
                for miss in misses[:_SHOWN]:
                    sys.stdout.write(f"  {miss.id}  {miss.why} ({miss.worth})\n")


if __name__ == "__main__":
    main(sys.argv[1:])
