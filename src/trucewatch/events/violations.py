"""Which mentions the words that call something a breach of a truce belong to, in any language.

Decides that they belong to the acts of the same sentence and claim; where there are none, the bare accusation is a
mention of its own. Never decides which words they are, nor whether it was a breach.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from trucewatch.events.drafts import Draft
from trucewatch.events.model import EventMention, Factuality
from trucewatch.events.standing import governing
from trucewatch.events.view import Sentence
from trucewatch.values import Span

#: What is told as not having happened, or not now: no breach is alleged by it.
UNREAL = frozenset({Factuality.BACKGROUND, Factuality.HYPOTHETICAL, Factuality.PLANNED, Factuality.FEARED})


class Breach(NamedTuple):
    """Words that call something a breach. ``bare`` are asked for only where they belong to no act."""

    sentence: Sentence
    span: Span
    bare: Iterator[Draft]


def with_breaches(drafts: Sequence[Draft], breaches: Iterable[Breach]) -> list[Draft]:
    """The drafts with ``is_violation`` set where the words say so, and the bare accusations added, in text order."""
    by_sentence: dict[int, list[int]] = {}
    for at, draft in enumerate(drafts):
        by_sentence.setdefault(draft.mention.sentence.start, []).append(at)
    marked, added = list(drafts), list[Draft]()
    for breach in breaches:
        same = [at for at in by_sentence.get(breach.sentence.span.start, ()) if _belongs(breach, marked[at].mention)]
        for at in same:
            marked[at] = replace(marked[at], mention=replace(marked[at].mention, is_violation=True))
        if not same:
            added += breach.bare
    return sorted(marked + added, key=lambda draft: draft.mention.trigger)


def _belongs(breach: Breach, mention: EventMention) -> bool:
    """Whether the act is what is called a breach: told as a fact or claim in the same saying."""
    if mention.factuality in UNREAL:
        return False
    statements = {s.id for s in governing(breach.sentence, breach.span)}
    return not statements or not mention.statement or mention.statement in statements
