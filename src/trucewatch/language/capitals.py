"""What a capital letter tells: a proper name, the start of a sentence, or a headline's habit.

Decides whether a capitalised word is part of a proper name; never whose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from trucewatch.language.model import Tag
from trucewatch.language.readings import Reading
from trucewatch.language.tokens import Piece

#: A name written with its article in lower case: "al-Abadi", "el-Sisi".
_ARTICLE = re.compile(r"(?:a[ldnrst]|ash|el|es|bin|ibn|abu)-[A-Z]")
OPEN_TAGS = frozenset({Tag.NOUN, Tag.VERB, Tag.ADJECTIVE, Tag.ADVERB, Tag.NUMBER, Tag.NAME})


class Capitals:
    """The capitals of one text. ``titled`` are the sentences set like a headline."""

    def __init__(
        self, pieces: Sequence[Piece], sentences: Sequence[int], lowers: Sequence[str], readings: Sequence[Reading]
    ) -> None:
        self.pieces = pieces
        self.sentences = sentences
        self.lowers = lowers
        self.readings = readings
        self.titled = _title_case_sentences(pieces, sentences, readings)

    def is_name(self, at: int, piece: Piece, reading: Reading) -> bool:
        """Whether shape says that the word is part of a proper name."""
        first = piece.text[0]
        if not first.isupper() or self.lowers[at] == "i":
            return _ARTICLE.match(piece.text) is not None
        closed = reading.tag not in OPEN_TAGS
        if piece.text.isupper() and len(piece.text) > 1 and not (closed or self.sentences[at] in self.titled):
            return True
        if closed and not (self.lowers[at] == "may" and self.is_month_may(at)):
            return False
        known = reading.is_known
        if self.sentences[at] in self.titled:
            return not known
        if not self.is_opening(at):
            return True
        return self.opening_name(at, known)

    def opening_name(self, at: int, known: bool) -> bool:
        """A capital that opens a sentence tells nothing; what follows does."""
        after = self.pieces[at + 1] if at + 1 < len(self.pieces) else None
        if (
            after is not None
            and after.kind == "word"
            and after.text[0].isupper()
            and self.readings[at + 1].tag is not Tag.PRONOUN
        ):
            return self.readings[at].tag is not Tag.ADVERB
        if after is not None and self.lowers[at + 1] == "'s":
            return not known
        return not known and not self.readings[at].is_adjective

    def is_month_may(self, at: int) -> bool:
        """Whether "May" stands as the month, not the verb."""
        before = self.lowers[at - 1] if at else ""
        after = self.pieces[at + 1].kind if at + 1 < len(self.pieces) else ""
        return after == "number" or before in {"in", "of", "on", "since", "until", "last", "next"} or before.isdigit()

    def is_opening(self, at: int) -> bool:
        """Whether the word opens a sentence or a quotation, so that its capital tells nothing."""
        if at == 0 or self.sentences[at - 1] != self.sentences[at]:
            return True
        before = self.pieces[at - 1]
        return before.kind == "quote" or before.text in {":", "•", "–", "—", "-", "[", "(", "!", "?", "."}


def _title_case_sentences(
    pieces: Sequence[Piece], sentences: Sequence[int], readings: Sequence[Reading]
) -> frozenset[int]:
    """Sentences set like a headline: most open-class words capitalised, so that capitals tell nothing."""
    counts: dict[int, list[int]] = {}
    for piece, sentence, reading in zip(pieces, sentences, readings, strict=True):
        if piece.kind == "word" and len(piece.text) > 3 and reading.tag in OPEN_TAGS:
            count = counts.setdefault(sentence, [0, 0])
            count[0] += 1
            count[1] += piece.text[0].isupper()
    # Four fifths: measured on agency headlines in title case against sentences dense with names.
    return frozenset(
        sentence for sentence, (words_, capitals) in counts.items() if words_ >= 4 and capitals * 5 >= words_ * 4
    )
