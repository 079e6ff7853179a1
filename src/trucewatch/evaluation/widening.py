"""Contents as corpora of attributions cut them.

A statement's content is kept without quotation marks and without "that"; PolNeAR and its like count both in. Decides
only these ends, so that what is kept can be held against what they annotate.
"""

from __future__ import annotations

import re

from trucewatch.evaluation.model import Range

_PAIRS = {"“": "”", '"': '"', "«": "»", "„": "“", "‘": "’", "'": "'", "‹": "›", "”": "”"}
_DOUBLE = '“«„"'
_THAT = re.compile(r"\b(?:that|что|що)\s+$", re.IGNORECASE)
_REACH = 12  # characters before a content in which "that" is looked for
_STOPS = ".,!?…"


def widened(text: str, content: Range) -> Range:
    """The content with the pair of marks that stands around it, else with the "that" before it."""
    start, end = content
    opening = text[start - 1 : start]
    close = next((at for at in range(end, min(end + 2, len(text))) if text[at] == _PAIRS.get(opening)), -1)
    if close >= 0 and not text[end:close].strip(_STOPS):
        return start - 1, close + 1
    is_open = opening and opening in _DOUBLE and _PAIRS[opening] not in text[start:end]
    if is_open and text[end : end + 1] in {"", "\n"}:
        return start - 1, end  # speech that runs on into the next paragraph
    that = _THAT.search(text, max(0, start - _REACH), start)
    return (that.start() if that else start), end
