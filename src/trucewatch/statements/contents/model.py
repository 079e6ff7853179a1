"""What was said, as ranges of words of one frame. Decides nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

from trucewatch.statements.phrases import Phrase

Range = tuple[int, int]


@dataclass(slots=True)
class Content:
    """The word ranges of a content, the wider ranges that take in an object, and what stood between."""

    parts: list[Range] = field(default_factory=list)
    whole: list[Range] = field(default_factory=list)
    target: Phrase | None = None  # accused, addressed or urged
    adjuncts: list[Range] = field(default_factory=list)
    has_that: bool = False
