"""Who is mentioned. First cut: names of the situation and of states."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.language.gazetteer import parties_by_state, situation_gazetteer, state_gazetteer
from trucewatch.language.model import Token
from trucewatch.situation.model import Situation
from trucewatch.values import Who


def find_names(text: str, tokens: Sequence[Token], situation: Situation) -> tuple[Who, ...]:
    found = []
    known, states, parties = situation_gazetteer(situation), state_gazetteer(), parties_by_state(situation)
    at = 0
    while at < len(tokens):
        end, entries = known.at(tokens, at)
        if not entries:
            end, entries = states.at(tokens, at)
            if entries and (not tokens[at].text[0].isupper() or entries[0].role == "capital"):
                entries = ()
        if not entries:
            at += 1
            continue
        entry = entries[0]
        span = tokens[at].span.to(tokens[end - 1].span)
        party = entry.party or parties.get(entry.state, "")
        found.append(Who(entry.name, entry.kind, span.of(text), span, entry.office, entry.state, entry.entity, party))
        at = end
    return tuple(found)
