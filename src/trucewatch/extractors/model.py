"""What an extractor proposes, and what becomes of it.

An extractor reads a document and claims words; it makes no record. ``grounding`` alone turns claims into records, so
that whatever proposes (rules, a parser, a trained tagger, a language model), every record is exact spans of the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from trucewatch.documents.model import Document
from trucewatch.statements import Statement
from trucewatch.values import Span

#: As the language of an extractor: it reads every language (the wildcard of RFC 4647).
ANY_LANGUAGE = "*"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that an extractor says stand in the text.

    ``at`` is the code point where it says they begin: exact where it works on offsets, a hint where it guesses, None
    where it has no idea. Nothing is believed: the words must be found.
    """

    words: str
    at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One statement as an extractor proposes it. Propose in text order: repeats are told apart by it.

    ``content`` is what was said, piece by piece where other words interrupt it, with or without quotation marks; whose
    words they are (direct, mixed, indirect) follows from the quotation marks and is not for an extractor to say.
    ``cue`` are the words that report it, ``source`` the words beside them that name who speaks ("he", "the ministry"),
    ``speaker`` the fullest name of the same somebody elsewhere in the text, where the extractor knows it.
    ``act`` is a word of ``statements.Act``, or "" where the cue is to tell. ``within`` are the code points that the
    extractor had before it, where that was not the whole text.
    """

    content: tuple[Piece, ...] = ()
    cue: Piece | None = None
    source: Piece | None = None
    speaker: Piece | None = None
    addressee: Piece | None = None
    accused: Piece | None = None
    act: str = ""
    is_negated: bool = False
    within: tuple[int, int] | None = None


class Extractor(Protocol):
    """Whatever reads a document and proposes statements.

    ``name`` says which extractor with which model ("spacy:en_core_web_sm"); ``version``, which has no "/", changes
    whenever the same text might be read otherwise. ``languages`` are primary language subtags, or ``ANY_LANGUAGE``. A
    document in another language is never handed to ``extract``.
    """

    @property
    def name(self) -> str:
        """Which extractor, with which model."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever the same text might be read otherwise."""
        ...

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it reads."""
        ...

    def extract(self, document: Document) -> Iterable[Candidate]:
        """The statements that it proposes. Raises a TrucewatchError where it cannot read the document."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """All that one extractor proposed for one document. This, not the extractor, is what the record keeps.

    ``left_out`` is True where it proposed more than ``proposing.MOST_CANDIDATES``; the rest was not kept.
    """

    extractor: str
    version: str
    candidates: tuple[Candidate, ...]
    left_out: bool = False


class Reason(StrEnum):
    """Why words that an extractor claimed are not in a record."""

    EMPTY = "no words"
    TOO_LONG = "more words than a statement has"
    ABSENT = "not in the text"
    REPEATED = "in the text more than once, and nothing tells which"
    ACROSS = "crosses the bounds of a quotation"
    OVERLAP = "two pieces of what was said overlap"
    INSIDE = "the words that report it are among those reported"
    UNTOLD = "no cue and no speaker in the text, and not a quotation"
    NOTHING = "nothing was said, and the act needs something said"
    NO_ACT = "no such act"
    SPENT = "the document's search was used up"
    DOUBLE = "proposed before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """Words that were not grounded. ``candidate`` counts from 0; ``part`` is a field of ``Candidate``.

    ``is_whole`` where the candidate was dropped for it, not the part alone.
    """

    candidate: int
    part: str
    reason: Reason
    words: str
    is_whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounded:
    """What became of a proposal: the records, all exact spans, and everything that was not believed.

    ``moved`` are the contents whose bounds the quotation marks decided against the extractor: (claimed, kept).
    """

    statements: tuple[Statement, ...]
    rejections: tuple[Rejection, ...] = ()
    moved: tuple[tuple[Span, Span], ...] = ()
