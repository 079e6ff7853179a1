"""How a report tells of one thing twice, and how a rewrite tells it again.

Decides what ties two mentions of one report together beyond what each says, and which mentions stand in sentences that
lineage aligned. Never looks at a text: sentences are known by their spans.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from trucewatch.events.model import EventMention, Stance
from trucewatch.incidents.fullness import is_bare, is_placed, is_timed
from trucewatch.incidents.sides import side_of, sides_of
from trucewatch.lineage.model import AlignedSentence

_DOCUMENT_SAME, _SENTENCE_SAME, _MEANS_SAME = 150, 100, 50
_SENTENCE_NEXT, _GAP = 150, 3  # what follows takes up what stands before it, a space or a line end apart
#: A sentence that names neither day nor place takes up what its report has told of that kind of target; one that lacks
#: one of the two probably does.
_TOLD_AGAIN, _HALF_TOLD = 250, 100
_ANSWER = 400  # the accused's own version, or their counter-accusation, told without day and place of its own


def report_points(a: EventMention, b: EventMention, target: int) -> Iterator[tuple[str, int]]:
    """What one report adds to the likeness of two of its mentions. ``target``: the points that their targets have."""
    yield "same report", _DOCUMENT_SAME
    if a.sentence == b.sentence:
        yield "same sentence", _SENTENCE_SAME
    elif (is_bare(a) or is_bare(b)) and _is_next(a, b):
        yield "next sentence", _SENTENCE_NEXT
    if a.weapon and _stem(a.weapon) == _stem(b.weapon):
        yield "same means", _MEANS_SAME
    if not is_bare(a) and not is_bare(b):
        if target > 0 and not all(is_timed(mention) and is_placed(mention.where) for mention in (a, b)):
            yield "half told", _HALF_TOLD
    elif _is_own_version(a, b) or _is_own_version(b, a) or (target >= 0 and _is_counter(a, b)):
        yield "answer", _ANSWER
    elif (target > 0 and a.target_class == b.target_class) or (target >= 0 and _is_one_toll(a, b)):
        yield "told again", _TOLD_AGAIN
    elif target > 0:
        yield "told again, of a kindred target", _TOLD_AGAIN - _HALF_TOLD // 2


def _is_next(a: EventMention, b: EventMention) -> bool:
    return 0 <= a.sentence.start - b.sentence.end <= _GAP or 0 <= b.sentence.start - a.sentence.end <= _GAP


def _is_own_version(answer: EventMention, accusation: EventMention) -> bool:
    """Whether a side says what it did itself, of which others accuse it."""
    doer = side_of(answer.actor)
    if not doer or doer != side_of(accusation.actor) or not is_bare(answer) or answer.stance is Stance.DENIES:
        return False
    return doer in sides_of(answer) and doer not in sides_of(accusation)


def _is_counter(a: EventMention, b: EventMention) -> bool:
    """Whether each lays the deed at the door of the one who speaks in the other."""
    one, other = side_of(a.actor), side_of(b.actor)
    return bool(one and other and one != other) and one in sides_of(b) and other in sides_of(a)


def _is_one_toll(a: EventMention, b: EventMention) -> bool:
    """Whether the two give one figure of the same kind."""
    return not tolls_of(a).isdisjoint(tolls_of(b))


def tolls_of(mention: EventMention) -> set[tuple[str, int]]:
    """The figures of harm that it gives, each with its kind."""
    given = ((harm.kind, harm.amount.low, harm.amount.high) for harm in mention.harm)
    return {(kind, low or high or 0) for kind, low, high in given if low or high}


def _stem(weapon: str) -> str:
    return weapon.casefold().split(" ")[0].removesuffix("s")


def retold(
    mentions: Iterable[EventMention], others: Sequence[EventMention], rows: Iterable[AlignedSentence]
) -> dict[str, tuple[str, ...]]:
    """For each of ``mentions`` the ``others`` that stand in a sentence aligned with its own, by id.

    ``rows`` align the report of ``mentions`` (their ``a``) with the report of ``others`` (their ``b``).
    """
    aligned = {span: row.b for row in rows if row.b for span in row.a}
    found: dict[str, tuple[str, ...]] = {}
    for mention in mentions:
        there = aligned.get(mention.sentence, ())
        told = tuple(other.id for other in others if any(span.overlaps(other.sentence) for span in there))
        if told:
            found[mention.id] = told
    return found
