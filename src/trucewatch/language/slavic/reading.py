"""The order in which a Russian or Ukrainian document is read: names, times, places, amounts."""

from __future__ import annotations

from trucewatch.documents.model import Document
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Analysis, Quotation, Token
from trucewatch.language.places import find_known_places
from trucewatch.language.slavic.amounts import find_amounts
from trucewatch.language.slavic.names import find_names
from trucewatch.language.slavic.states import place_names
from trucewatch.language.slavic.times import find_expressions
from trucewatch.language.times import resolve
from trucewatch.situation.model import Situation

_NEARS = word_set("возле около близ вблизи под недалеко біля поблизу неподалік коло під")


def read(
    document: Document, situation: Situation, tokens: tuple[Token, ...], quotations: tuple[Quotation, ...]
) -> Analysis:
    """Everything the later rooms read of a Russian or Ukrainian document."""
    text = document.text
    times = resolve(text, tokens, find_expressions(tokens), document.published)
    return Analysis(
        document,
        situation,
        tokens,
        quotations,
        find_names(text, tokens, situation),
        times,
        find_known_places(text, tokens, situation, place_names(situation), _NEARS),
        find_amounts(text, tokens, times),
    )
