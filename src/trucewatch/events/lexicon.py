"""How the word lists of this room are written down: words parted by white space, expressions parted by bars.

Decides nothing.
"""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


def expressions(text: str) -> tuple[tuple[str, ...], ...]:
    """The expressions of a list, each as its words, in the order written."""
    return tuple(found for part in text.replace("\n", "|").split("|") if (found := tuple(part.split())))
