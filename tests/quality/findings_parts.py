"""The parts of ``docs/explanation/findings.md``: places and times, incidents, grades, counts, clauses, commitments.

Each part is one measure with floors of its own and words for each of its figures. Decides their order only.
"""

from __future__ import annotations

from page_parts import Part

FINDINGS_PARTS: tuple[Part, ...] = ()
