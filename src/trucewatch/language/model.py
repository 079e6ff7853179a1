"""What every extractor needs to know of a text: tokens, quotations, names, times, places, amounts.

An ``Analysis`` is made once per document and read by all later rooms. Every item carries the span it was read from.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trucewatch.documents.model import Document
from trucewatch.situation.model import Situation
from trucewatch.values import Amount, Span, When, Where, Who


class Tag(StrEnum):
    """Coarse part of speech: as much as the rules need, told by lexicon, shape and neighbours."""

    __hash__ = str.__hash__  # an Enum's own is some ten times slower, and every rule asks "is the tag one of"

    NAME = "name"  # part of a proper name
    NOUN = "noun"
    VERB = "verb"  # finite or not; see Token.form
    AUX = "aux"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    PRONOUN = "pronoun"
    DETERMINER = "determiner"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"  # and, or, but
    SUBORDINATOR = "subordinator"  # that, if, because, while, who, which
    PARTICLE = "particle"  # not, to
    NUMBER = "number"
    QUOTE = "quote"
    PUNCTUATION = "punctuation"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number, quotation mark or punctuation mark. ``sentence`` indexes ``Document.sentences``.

    ``lower`` is the text case-folded with typographic apostrophes made plain; ``lemma`` the base form where known.
    ``form`` for verbs: "base", "s", "past", "ing", "en" (past participle) or "". A participle before its noun ("a
    damaged house") is an ADJECTIVE that keeps the verb's lemma and form. English clitics are tokens of their own:
    the ’s of a possessor is a PARTICLE with lemma "'s", n’t a PARTICLE, ’s/’re/’ve/’ll after a pronoun an AUX.
    """

    span: Span
    text: str
    lower: str
    lemma: str
    tag: Tag
    sentence: int
    form: str = ""


class QuotationUse(StrEnum):
    """What a pair of quotation marks does."""

    __hash__ = str.__hash__  # an Enum's own is some ten times slower

    SPEECH = "speech"
    NAME = "name"  # a nickname, a title of a work, a term: the “coalition of the willing”
    SCARE = "scare"  # a word held at arm's length, or a fragment too short to tell


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch inside quotation marks. ``span`` includes the marks, ``inner`` does not.

    ``is_closed`` is False where the paragraph ended first (closed there). ``continues`` is True where the next
    paragraph opens with a mark again without this one having closed: both are then one utterance. ``depth`` is 1
    outside, 2 for a quotation in a quotation.
    """

    span: Span
    inner: Span
    use: QuotationUse
    depth: int = 1
    is_closed: bool = True
    continues: bool = False


def tongue_of(document: Document) -> str:
    """The language of a document without its region or script: "uk" for "uk-UA"."""
    return document.language.lower().partition("-")[0]


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that the later rooms read of one document. Every tuple is in text order.

    ``names`` are mentions (``Who.span`` is set) including titles and offices before or after the name in
    ``Who.office``, group nouns ("Russian troops") and resolved pronouns; mentions of the same person share ``name``.
    ``is_understood`` is False where the language is one this engine has no rules for: then only tokens, numbers and
    names from the situation file are filled in, and later rooms extract nothing and say so. A later room
    may have rules for fewer languages than this one.
    """

    document: Document
    situation: Situation
    tokens: tuple[Token, ...]
    quotations: tuple[Quotation, ...]
    names: tuple[Who, ...]
    times: tuple[When, ...]
    places: tuple[Where, ...]
    amounts: tuple[Amount, ...]
    is_understood: bool = True
