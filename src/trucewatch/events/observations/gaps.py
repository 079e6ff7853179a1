"""Where a mission says that it could not observe: a camera out of order, a road closed to it, monitors withdrawn.

Decides which words say so. What was not observed is no zero, and tables keep the two apart.
"""

from __future__ import annotations

import re

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
#: A cheap test, as ``kinds.TRIGGER`` is.
TRIGGER = re.compile(
    r"camera|sensor|\babilit|unable|not able|not monitor|not observe|suspended|no monitors|no observ", re.IGNORECASE
)


def find_gap(text: str) -> tuple[int, int] | None:
    """Where the words stand that say so, or None."""
    match = _GAP.search(text)
    return match.span() if match else None
