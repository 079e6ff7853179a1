"""Word lists of Russian and Ukrainian by what no case ending changes.

An entry with "~" stands for every word that begins so; one without for all its case forms. The longest beginning wins.
Decides nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from trucewatch.language.slavic.declension import forms_of_noun

_LONGEST = 18
_SHORTEST = 3


class Stems:
    """What words stand for, by their beginnings or whole forms."""

    def __init__(self, lists: Mapping[str, str]) -> None:
        self._whole: dict[str, str] = {}
        self._begun: dict[str, str] = {}
        self._known: dict[str, tuple[str, str]] = {}
        for name, words in lists.items():
            for word in words.split():
                if word.endswith("~"):
                    self._begun.setdefault(word[:-1], name)
                else:
                    self._whole.update((form, name) for form in forms_of_noun(word) if form not in self._whole)

    def of(self, word: str) -> str:
        """What the word stands for, or ""."""
        return self.entry(word)[0]

    def entry(self, word: str) -> tuple[str, str]:
        """What the word stands for, and by which beginning: one noun in all its cases; ("", "") where unknown."""
        known = self._known.get(word)
        if known is None:
            known = self._look_up(word)
            if len(self._known) < 1 << 16:
                self._known[word] = known
        return known

    def _look_up(self, word: str) -> tuple[str, str]:
        if word in self._whole:
            return self._whole[word], word[:_SHORTEST]
        beginnings: Iterator[str] = (word[:length] for length in range(min(len(word), _LONGEST), _SHORTEST - 1, -1))
        return next(((self._begun[begun], begun) for begun in beginnings if begun in self._begun), ("", ""))
