"""The order in which a document is read: tokens, tags, quotations, names, times, places, amounts."""

from __future__ import annotations

from collections.abc import Callable

from trucewatch.documents.model import Document
from trucewatch.language import slavic
from trucewatch.language.amounts import find_amounts
from trucewatch.language.gazetteer import place_gazetteer
from trucewatch.language.model import Analysis, Quotation, Token, tongue_of
from trucewatch.language.names import find_known_names, find_names
from trucewatch.language.places import find_known_places, find_places
from trucewatch.language.quotations import find_quotations
from trucewatch.language.tags import tag_tokens
from trucewatch.language.times import find_times, published_day
from trucewatch.language.tokens import cut, sentence_numbers
from trucewatch.situation.model import Situation
from trucewatch.values import Kind

#: How the tokens and quotations of a document become its analysis.
Reader = Callable[[Document, Situation, tuple[Token, ...], tuple[Quotation, ...]], Analysis]


def read_quotations(document: Document) -> tuple[Quotation, ...]:
    """What stands inside quotation marks, without the rest of the analysis."""
    return _cut(document)[1]


def analyse(document: Document, situation: Situation) -> Analysis:
    """Everything the later rooms read of one document; ``is_understood`` says whether there were rules for it."""
    tokens, quotations = _cut(document)
    reader = _READERS.get(tongue_of(document), _read_known)
    return reader(document, situation, tokens, quotations)


def _cut(document: Document) -> tuple[tuple[Token, ...], tuple[Quotation, ...]]:
    pieces = tuple(cut(document.text))
    sentences = tuple(sentence_numbers([piece.start for piece in pieces], document.sentences))
    tokens = tag_tokens(pieces, sentences)
    return tokens, find_quotations(document.text, document.blocks, tokens)


def _read_english(
    document: Document, situation: Situation, tokens: tuple[Token, ...], quotations: tuple[Quotation, ...]
) -> Analysis:
    text = document.text
    names = find_names(text, tokens, quotations, situation)
    times = find_times(text, tokens, document.published)
    persons = tuple(
        who.span for who in names if who.span is not None and who.kind in {Kind.PERSON, Kind.BODY, Kind.SOURCE}
    )
    places = find_places(text, tokens, situation, persons, published_day(document.published))
    amounts = find_amounts(text, tokens, times)
    return Analysis(document, situation, tokens, quotations, names, times, places, amounts)


def _read_known(
    document: Document, situation: Situation, tokens: tuple[Token, ...], quotations: tuple[Quotation, ...]
) -> Analysis:
    """A language without rules: only what the situation file names, and numbers."""
    names = find_known_names(document.text, tokens, situation)
    places = find_known_places(document.text, tokens, situation, place_gazetteer(situation))
    amounts = find_amounts(document.text, tokens, ())
    return Analysis(document, situation, tokens, quotations, names, (), places, amounts, is_understood=False)


#: Languages there are rules for. A document in no telling language is read as English only if it says so.
_READERS: dict[str, Reader] = {"en": _read_english, "ru": slavic.read, "uk": slavic.read}
