"""What the rules need to know of a whole report while they read one sentence of it.

Decides once what the report says throughout: which two sides it is about, with what weapons, since when it is history.
Never decides anything of a single description.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.documents.model import BlockKind
from trucewatch.events.mutual import find_opponents
from trucewatch.events.settings import is_told_as_place
from trucewatch.events.standing import History
from trucewatch.events.view import Sentence
from trucewatch.events.weapons import AIR, weapon_at
from trucewatch.language.model import Analysis, Tag
from trucewatch.situation.model import Situation
from trucewatch.values import Where, Who

_RUBBLE = frozenset({"rubble", "airspace", "overhead"})  # what raids from the air leave, or come by


@dataclass(frozen=True, slots=True)
class Report:
    """One report as a whole. ``strikes`` are the acts that the weapons it names anywhere make.

    ``scene`` is the place that its headline tells, where that is one.
    """

    document: str
    situation: Situation
    history: History
    opponents: tuple[Who, ...]
    strikes: frozenset[str]
    scene: Where | None = None


def read_report(analysis: Analysis, sentences: Sequence[Sentence]) -> Report:
    """What the sentences tell together."""
    return Report(
        analysis.document.id,
        analysis.situation,
        History(analysis),
        find_opponents(sentences, analysis.situation),
        frozenset(act for sentence in sentences for act in _acts(sentence)),
        _scene(sentences),
    )


def _scene(sentences: Sequence[Sentence]) -> Where | None:
    titles = [s for s in sentences if s.kind is BlockKind.HEADLINE]
    told = [p for s in titles for p in s.places if p.span is not None and is_told_as_place(s, p.span)]
    return told[0] if len({p.place or p.name for p in told}) == 1 else None


def _acts(sentence: Sentence) -> set[str]:
    words = sentence.lowers(0, len(sentence.tokens))
    found = set()
    for at, token in enumerate(sentence.tokens):
        if words[at] in _RUBBLE:
            found.add(AIR)
        elif token.tag is not Tag.NAME and (weapon := weapon_at(words, at)) is not None:
            found.add(weapon[1])
    return found
