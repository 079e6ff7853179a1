"""How word lists are written down: as running words, which read better than columns of quotation marks."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of the text, without order."""
    return frozenset(text.split())
