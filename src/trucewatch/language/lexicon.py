"""How word lists are written down: as running words, which read better than columns of quotation marks.

Words are parted by white space, expressions by bars. Decides nothing.
"""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of the text, without order."""
    return frozenset(text.split())


def begins(text: str) -> tuple[str, ...]:
    """The beginnings of a list, to ask ``str.startswith`` for."""
    return tuple(text.split())


def expressions(text: str) -> tuple[tuple[str, ...], ...]:
    """The expressions of the text, each as its words, in the order written."""
    return tuple(found for part in text.replace("\n", "|").split("|") if (found := tuple(part.split())))
