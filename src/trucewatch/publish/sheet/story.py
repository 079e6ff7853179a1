"""Words the reports of one story in time order: what each took, and from which of the others.

Decides the order of rows and what hangs from what: a report from its parent in the story, two versions of a common
source from one version that is not held. Never names an order that the derivation does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from heapq import heapify, heappop, heappush

from trucewatch.lineage.model import Derivation, DerivationKind, Direction, Story
from trucewatch.lineage.trees import hold_of
from trucewatch.publish.sheet.desk import Desk
from trucewatch.publish.sheet.model import StoryRow
from trucewatch.publish.shown import one_line
from trucewatch.publish.wording import count_words, when_words

NOT_HELD = "a version that is not held"
_UNSEEN = ""  # stands for the version behind a story that is not held
_FROM = {
    DerivationKind.EXACT: "the same text as",
    DerivationKind.EDITED: "edited from",
    DerivationKind.REWRITTEN: "rewritten from",
    DerivationKind.TRANSLATED: "translated from",
}


@dataclass(frozen=True, slots=True)
class _Hold:
    """What a report hangs from, and the derivation that says so."""

    above: str
    edge: Derivation


def story_rows(desk: Desk, story: Story) -> tuple[StoryRow, ...]:
    """The story's reports as rows, an unseen version first."""
    holds = _holds(story)
    order = _in_order(desk, story, holds)
    places = {name: at for at, name in enumerate(order)}
    first = 0 if _UNSEEN in places else 1
    return tuple(_row(desk, name, at + first, holds.get(name), places) for at, name in enumerate(order))


def _holds(story: Story) -> dict[str, _Hold]:
    """What each report hangs from; two versions of a text not held from that."""
    holds = {name: _Hold(above, edge) for name, (above, edge) in hold_of(story).items()}
    for edge in story.derivations:
        if edge.kind is DerivationKind.COMMON_SOURCE:
            for name in (edge.child, edge.parent):
                if name not in holds or holds[name].edge is edge:
                    holds[name] = _Hold(_UNSEEN, edge)
    return holds


def _in_order(desk: Desk, story: Story, holds: Mapping[str, _Hold]) -> list[str]:
    """By publication, undated ones where they were received, but nothing before what it hangs from."""
    below: dict[str, list[str]] = {}
    for name, hold in holds.items():
        below.setdefault(hold.above, []).append(name)
    key = {name: (_day(desk, name), at, name) for at, name in enumerate(story.documents)}
    key[_UNSEEN] = (date.min, -1, _UNSEEN)
    ready = [key[name] for name in story.documents if name not in holds] + [key[_UNSEEN]] * (_UNSEEN in below)
    heapify(ready)
    order: list[str] = []
    while ready:
        order.append(heappop(ready)[2])
        for name in below.get(order[-1], ()):
            heappush(ready, key[name])
    return order


def _day(desk: Desk, name: str) -> date:
    document = desk.documents.get(name)
    when = document.published if document else None
    return when.earliest if when and when.earliest else date.max


def _row(desk: Desk, name: str, number: int, hold: _Hold | None, places: Mapping[str, int]) -> StoryRow:
    if name == _UNSEEN:
        return StoryRow(0, "", "", "", NOT_HELD, "", "")
    document = desk.documents.get(name)
    when = when_words(document.published) if document and document.published else "undated"
    first = 0 if _UNSEEN in places else 1
    return StoryRow(
        number,
        name,
        when,
        desk.source_name(document) if document else "",
        one_line(document.title or document.name or name, 200) if document else name,
        document.language if document else "",
        _taken(hold, places[hold.above] + first if hold else 0),
        places[hold.above] if hold else -1,
        hold is not None and (hold.above == _UNSEEN or hold.edge.direction is not Direction.UNKNOWN),
    )


def _taken(hold: _Hold | None, number: int) -> str:
    """What a report took, and from which; where the order is not known, what the two share."""
    if hold is None:
        return "no source of it is held"
    amount = _amount(dict(hold.edge.features))
    if hold.above == _UNSEEN:
        return f"from {NOT_HELD}"
    if hold.edge.kind is DerivationKind.EXACT:
        return f"the same text as no. {number}"
    if hold.edge.direction is Direction.UNKNOWN:
        shared = f" shares {amount} with" if amount else " shares its wording with"
        return f"{hold.edge.kind.value}:{shared} no. {number}; which came first is not known"
    taken = f": {amount} taken" if amount else ""
    added = count_words(len(hold.edge.added), "sentence")
    return f"{_FROM[hold.edge.kind]} no. {number}{taken}" + (f", {added} added" if hold.edge.added else "")


def _amount(features: Mapping[str, int]) -> str:
    counts = ((features.get("sentences_taken", 0), "sentence"), (features.get("quotations_taken", 0), "quotation"))
    return " and ".join(count_words(count, noun) for count, noun in counts if count)
