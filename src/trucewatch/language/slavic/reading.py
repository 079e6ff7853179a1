"""The order in which a Russian or Ukrainian document is read: names, times, places, amounts."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from trucewatch.documents.model import Document
from trucewatch.language.model import Analysis, Quotation, Token
from trucewatch.language.slavic.amounts import find_amounts
from trucewatch.language.slavic.names import find_names
from trucewatch.language.slavic.places import find_places
from trucewatch.language.slavic.times import find_expressions
from trucewatch.language.times import resolve
from trucewatch.situation.model import Situation


def read(
    document: Document, situation: Situation, tokens: tuple[Token, ...], quotations: tuple[Quotation, ...]
) -> Analysis:
    """Everything the later rooms read of a Russian or Ukrainian document."""
    text = document.text
    tokens = tuple(_plain(token) for token in tokens)
    times = resolve(text, tokens, find_expressions(tokens), document.published)
    names = find_names(text, tokens, situation)
    return Analysis(
        document,
        situation,
        tokens,
        quotations,
        names,
        times,
        find_places(text, tokens, situation, names, times),
        find_amounts(text, tokens, times),
    )


def _plain(token: Token) -> Token:
    """The token with its small letters as the tables write them: no stress marks, letters composed."""
    if not any(unicodedata.combining(letter) for letter in token.lower):
        return token
    composed = unicodedata.normalize("NFC", token.lower.replace(_STRESS, ""))
    return replace(token, lower=composed or token.lower)


_STRESS = "\u0301"
