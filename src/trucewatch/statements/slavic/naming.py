"""Whom words that somebody else points at name, and what a verb of saying does, in Russian and Ukrainian."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.language.model import Analysis
from trucewatch.statements.model import Act
from trucewatch.statements.slavic.lines import Line, read_lines
from trucewatch.statements.slavic.phrases import Phrase, phrase_at
from trucewatch.statements.slavic.speakers import who_in
from trucewatch.statements.slavic.verbs import plain, verbs_of
from trucewatch.values import Span, Who


class Naming:
    """The lines of one document, by where their units begin."""

    def __init__(self, analysis: Analysis, tongue: str) -> None:
        self._analysis = analysis
        self._places: dict[int, tuple[Line, int]] = {}
        for line in read_lines(analysis, tongue):
            for at, unit in enumerate(line.units):
                self._places.setdefault(unit.span.start, (line, at))

    def who(self, span: Span) -> tuple[Who, ...]:
        """Everybody whom the noun phrase at ``span`` names; () where the rules see none there."""
        line, first = self._places.get(span.start, (None, 0))
        phrase = phrase_at(line, first) if line is not None else None
        if line is None or phrase is None or phrase.is_pronoun:
            return ()
        last = max(at for at in range(first, phrase.last + 1) if at == first or line.units[at].span.end <= span.end)
        return who_in(self._analysis, line, Phrase(phrase.first, last, min(phrase.core, last + 1)))


def act_of(words: Sequence[str], tongue: str) -> Act | None:
    """The act of the last verb of saying among the words; None where there is none."""
    verbs = verbs_of(tongue)
    acts = [verbs[plain(word)].act for word in words if plain(word) in verbs]
    return acts[-1] if acts else None
