"""What goes into the corpus engine.

What comes out are the ``Derivation`` edges of the room, whose ``features`` are per mille figures of ``Likeness``.
"""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.lineage.keys import key_of

LONGEST_TEXT = 1 << 24  # code points; a longer "article" is a dump of many


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One document of a corpus as its publisher gave it. ``published`` is a date in any usual way of writing."""

    id: str
    text: str
    source: str = ""
    published: str = ""
    title: str = ""

    def told(self) -> str:
        """What lineage reads: the title, unless the text opens with it, and the text, a paragraph to a line."""
        if not self.title or self.text.startswith(self.title):
            return self.text
        return f"{self.title}\n{self.text}"

    def key(self) -> int:
        """The 63-bit key of the id; never 0."""
        return key_of("article", self.id) | 1
