"""The order in which a document is read: tokens, tags, quotations, names, times, places, amounts."""

from __future__ import annotations

from trucewatch.documents.model import Document
from trucewatch.language.model import Analysis
from trucewatch.language.names import find_names
from trucewatch.language.quotations import find_quotations
from trucewatch.language.tags import tag_tokens
from trucewatch.language.tokens import cut, sentence_numbers
from trucewatch.situation.model import Situation


def analyse(document: Document, situation: Situation) -> Analysis:
    """Everything the later rooms read of one document."""
    pieces = tuple(cut(document.text))
    sentences = tuple(sentence_numbers([piece.start for piece in pieces], document.sentences))
    tokens = tag_tokens(pieces, sentences)
    quotations = find_quotations(document.text, document.blocks, tokens)
    names = find_names(document.text, tokens, quotations, situation)
    return Analysis(document, situation, tokens, quotations, names, (), (), ())
