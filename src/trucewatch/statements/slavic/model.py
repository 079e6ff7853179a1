"""One saying of a line, as units, before it becomes a statement."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.statements.model import Act
from trucewatch.statements.slavic.lines import Line
from trucewatch.statements.slavic.phrases import Phrase

Range = tuple[int, int]


@dataclass(slots=True)
class Saying:
    """One saying by units. ``content`` and ``accused`` are ranges, both ends included."""

    line: Line
    act: Act
    cue: Range
    subject: Phrase | None
    content: list[Range]
    accused: Range | None = None
    is_mutual: bool = False
    is_negated: bool = False
    is_possessive: bool = False  # "по его словам": whose words, a pronoun says
    is_foregoing: bool = False  # "об этом сообщил": what was said is the sentence before
    number: str = ""
    region: Range = (0, 0)  # the cue's own clause, where time and place of the saying stand
    follows: Saying | None = None  # the saying whose speaker goes on: ", добавив, что"
    lead: Range | None = None  # "что" and its like, which belong to the content by some guidelines
