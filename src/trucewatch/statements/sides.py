"""Whose side people and things are on.

Decides by name, party and state alone, and by the adjectives of states and parties ("a Karvian howitzer"); which side
that is plays no part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from trucewatch.language.gazetteer import Entry, state_gazetteer
from trucewatch.language.organs import organ_party
from trucewatch.statements.frames import Reading
from trucewatch.values import Kind, Span, Who

_SIDES = frozenset({Kind.STATE, Kind.GROUP})


def side_of(reading: Reading, span: Span) -> tuple[str, str]:
    """The one state and the one party that the words name; "" for each where they name none or two."""
    known = reading.state_parties
    entries = list(_sides_in(reading, span))
    states = {entry.state for entry in entries if entry.state}
    parties = {entry.party or known.get(entry.state, "") for entry in entries} - {""}
    return (states.pop() if len(states) == 1 else "", parties.pop() if len(parties) == 1 else "")


def side_in(reading: Reading, span: Span) -> Who | None:
    """The state or party that words before a noun name: "a Karvian strike" is Karvia's; None where two or none."""
    known = reading.state_parties
    entries = {entry.name: entry for entry in _sides_in(reading, span)}
    if len(entries) != 1:
        return None
    entry = next(iter(entries.values()))
    return Who(
        entry.name,
        entry.kind,
        span.of(reading.text),
        span,
        state=entry.state,
        entity=entry.entity,
        party=entry.party or known.get(entry.state, ""),
    )


def _sides_in(reading: Reading, span: Span) -> Iterator[Entry]:
    """The states and parties that words of the span name, by name or adjective."""
    tokens = reading.analysis.tokens
    first, last = reading.token_range(span)
    situation = reading.situation_names
    for at in range(first, last):
        if tokens[at].text[:1].isupper():
            for known in (situation, state_gazetteer()):
                _, entries = known.at(tokens, at)
                found = next((e for e in entries if e.kind in _SIDES and e.role in {"name", "demonym"}), None)
                if found is not None:
                    yield found
                    break
        else:  # "an army checkpoint", "rebel assault": a party called by a plural lends its singular
            lower = tokens[at].lower
            entries = (*situation.named(lower), *situation.named(lower + "s"))
            found_here = [entry for entry in entries if entry.kind in _SIDES]
            yield from found_here
            party = "" if found_here else organ_party(lower, reading.analysis.situation)
            if party:
                yield Entry(Kind.GROUP, tokens[at].text, party=party)


def share_side(some: Iterable[Who], others: Sequence[Who]) -> bool:
    """Whether anybody of the first belongs with anybody of the others."""
    return any(_is_one_side(one, other) for one in some for other in others)


def _is_one_side(one: Who, other: Who) -> bool:
    has_party = bool(one.party) and one.party == other.party
    return one.name == other.name or has_party or (bool(one.state) and one.state == other.state)
