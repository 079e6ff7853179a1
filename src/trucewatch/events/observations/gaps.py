"""Where a mission says that it could not observe: a camera out of order, a road closed to it, monitors withdrawn.

Decides which words say so. What was not observed is no zero, and tables keep the two apart.
"""

from __future__ import annotations

import re

from trucewatch.language.lexicon import word_set

_CAMERA = r"(?:camera|sensor|radar|video feed|observation post)s?"
_GAP = re.compile(
    rf"\b{_CAMERA}\b(?:\s[\w’'-]+){{0,8}}?\s(?:out of order|not operational|not functioning|non-operational|offline"
    rf"|disabled|destroyed|switched off|lost)"
    rf"|\b(?:destruction|loss|disabling) (?:of|by)\b[^.;]{{0,40}}\b{_CAMERA}\b"
    rf"|\b(?:lost|disable|disabled|switch off|switched off)\b[^.;]{{0,20}}\b{_CAMERA}"
    r"|\b(?:was|were) (?:unable|not able) to (?:monitor|observe|record|access|patrol)"
    r"|\b(?:could not (?:monitor|observe|patrol)|did not (?:monitor|patrol))\b|\bno (?:monitors|observers"
    r"|patrols) (?:were |was )?(?:present|there)"
    r"|\babilit(?:y|ies) to [^.;]{0,40}\b(?:monitor|observe)\b[^.;]{0,60}\b(?:limited|hindered|restricted|impeded)"
    r"|\b(?:suspended|ceased|paused) (?:its |their |all )?(?:patrols|monitoring|observation)"
    r"|\bwere withdrawn from\b[^.;]{0,30}\bpost"
    r"|\bno observations? (?:was|were) (?:made|possible)",
    re.IGNORECASE,
)
#: A cheap test, as ``kinds.TRIGGERS`` is.
TRIGGERS = word_set(
    """camera cameras sensor sensors radar radars feed post posts ability abilities unable able monitor observe patrol
    patrols suspended ceased paused observations observation monitoring"""
)


def find_gap(text: str) -> tuple[int, int] | None:
    """Where the words stand that say so, or None."""
    match = _GAP.search(text)
    return match.span() if match else None
