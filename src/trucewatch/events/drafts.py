"""A mention as its sentence gives it, before those of one event are joined.

Decides nothing: it holds what ``merging`` needs to know of the words beside the mention itself, in any language.
"""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.documents.model import BlockKind
from trucewatch.events.model import EventMention
from trucewatch.events.view import Sentence


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention before merging. ``is_anaphoric`` speaks of "the attack"; a consequence tells only what came of one.

    ``is_loose`` where the words leave open with what it was done ("struck", "hit"). ``target_head`` is the noun of
    what it was done to, ``is_target_definite`` where that is "the station", told of before. ``is_bare_toll`` where it
    only says how many suffered, and ``needs_cause`` where that may be of anything ("nine died");
    ``is_only_pointed_at`` where something follows from it ("the attack showed that").
    """

    mention: EventMention
    sentence: Sentence
    is_anaphoric: bool = False
    is_consequence: bool = False
    is_loose: bool = False
    target_head: str = ""
    is_target_definite: bool = False
    is_bare_toll: bool = False
    is_only_pointed_at: bool = False
    needs_cause: bool = False

    @property
    def is_title(self) -> bool:
        """Whether it stands in the headline."""
        return self.sentence.kind is BlockKind.HEADLINE
