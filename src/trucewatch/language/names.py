"""Who is mentioned in a text, and which mentions are the same one.

Puts spotting (``mentions``) and linking together for English; for other languages finds only what the situation file
names. Never decides what anybody said or did.
"""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.language.gazetteer import parties_by_state, situation_gazetteer, state_gazetteer
from trucewatch.language.homes import give_homes
from trucewatch.language.linking import Linker
from trucewatch.language.mentions import Spotter
from trucewatch.language.model import Quotation, QuotationUse, Token
from trucewatch.language.organs import give_organs
from trucewatch.situation.model import Situation
from trucewatch.values import Who


def find_names(
    text: str, tokens: Sequence[Token], quotations: Sequence[Quotation], situation: Situation
) -> tuple[Who, ...]:
    """Every mention of somebody in an English text, in text order."""
    known, states = situation_gazetteer(situation), state_gazetteer()
    spotted = tuple(Spotter(tokens, known, states).mentions())
    parties = parties_by_state(situation)
    linker = Linker(text, tokens, _quoted(tokens, quotations), states, parties)
    return give_organs(give_homes(tokens, linker.link(spotted), parties), situation)


def find_known_names(text: str, tokens: Sequence[Token], situation: Situation) -> tuple[Who, ...]:
    """Only what the situation file names, in any language and case ending it gives."""
    known, parties = situation_gazetteer(situation), parties_by_state(situation)
    found: list[Who] = []
    at = 0
    while at < len(tokens):
        end, entries = known.at(tokens, at)
        if not entries:
            at += 1
            continue
        entry, span = entries[0], tokens[at].span.to(tokens[end - 1].span)
        party = entry.party or parties.get(entry.state, "")
        rivals = tuple(other.name for other in entries) if len({other.entity for other in entries}) > 1 else ()
        if rivals:
            found.append(Who(span.of(text), entry.kind, span.of(text), span, candidates=rivals))
        else:
            found.append(
                Who(entry.name, entry.kind, span.of(text), span, entry.office, entry.state, entry.entity, party)
            )
        at = end
    return tuple(found)


def _quoted(tokens: Sequence[Token], quotations: Sequence[Quotation]) -> list[bool]:
    """For each token, whether it stands in somebody's own words."""
    flags = [False] * len(tokens)
    spans = [quotation.inner for quotation in quotations if quotation.use is QuotationUse.SPEECH]
    current = 0
    for at, token in enumerate(tokens):
        while current < len(spans) and spans[current].end <= token.span.start:
            current += 1
        flags[at] = current < len(spans) and spans[current].start <= token.span.start
    return flags
