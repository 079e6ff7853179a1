"""Who copied whom: derivations between documents, the aligned sentences, and what happened to quotations.

Confidence is an integer per mille. A derivation says how and why; a story is built only from derivations that were
verified pair by pair, never by closing over chains of likeness.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trucewatch.values import Span


class DerivationKind(StrEnum):
    """How two documents are related."""

    EXACT = "exact"
    EDITED = "edited"  # much of the wording kept
    REWRITTEN = "rewritten"  # the sentences kept in order, the wording changed
    COMMON_SOURCE = "common source"  # both from a text the case may not hold
    TRANSLATED = "translated"
    SAME_EVENT = "same event"  # independent accounts of one event: not a derivation, adds an origin
    UNRELATED = "unrelated"


class Direction(StrEnum):
    """Which of two related documents came first. ``A_TO_B``: B derives from A."""

    A_TO_B = "a to b"
    B_TO_A = "b to a"
    UNKNOWN = "unknown"


class SentenceChange(StrEnum):
    """What became of a sentence."""

    KEPT = "kept"
    REWORDED = "reworded"
    MERGED = "merged"
    SPLIT = "split"
    MOVED = "moved"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class WordChange:
    """One run of words that differs: spans in A and B, None where nothing stands on that side.

    ``bears_on`` names what the change touches: "number", "date", "name", "negation", "hedge", "attribution", or "" for
    wording alone.
    """

    a: Span | None
    b: Span | None
    bears_on: str = ""


@dataclass(frozen=True, slots=True)
class AlignedSentence:
    """One row of an alignment. ``a``/``b`` are sentences of each side; () on the side where there is none."""

    change: SentenceChange
    a: tuple[Span, ...]
    b: tuple[Span, ...]
    likeness: int = 0  # per mille
    words: tuple[WordChange, ...] = ()


class QuotationChange(StrEnum):
    """What became of a quotation from version A to version B."""

    VERBATIM = "verbatim"  # typography, ellipses, brackets and spelling variants aside
    TRIMMED = "trimmed"
    ALTERED = "altered"  # words changed inside the quotation marks
    UNQUOTED = "turned into indirect speech"
    QUOTED = "turned from indirect speech into a quotation"
    REATTRIBUTED = "attributed to someone else"
    DROPPED = "dropped"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class QuotationPair:
    """One quotation followed from A to B. Spans exclude the quotation marks; for UNQUOTED/QUOTED the marks-free side
    is the sentence that carries the same content. ``speaker_a`` and ``speaker_b`` are the names beside the verbs of
    speech, where each stands; None where no name does.
    """

    change: QuotationChange
    a: Span | None
    b: Span | None
    likeness: int = 0  # per mille
    words: tuple[WordChange, ...] = ()
    speaker_a: Span | None = None
    speaker_b: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What lineage keeps of one document: keys and positions, small enough to store and join without the text.

    Keys are 63-bit integers, the same in every process. ``exact`` is of the whole body, spacing and typography aside.
    ``words`` are the distinct words that can tell texts apart, in order of first use, with their word positions in
    ``word_at``; ``names`` and ``numbers`` are those of them with a capital or digits. ``grams`` are a fixed quarter of
    all runs of three words, ``gram_at`` their positions. ``quotations`` are whole quotations of four words or more, and
    ``quoted`` the (first word, past the last) of the outermost of them.
    ``entities`` are situation ids found in the text, in order, and ``crossings`` their pairs with numbers: what a
    translation keeps. ``lines`` are (key within the source, first word, past the last) of each paragraph;
    ``credits`` who is credited, folded.
    """

    document: str
    source: str
    language: str
    exact: int
    size: int
    words: tuple[int, ...] = ()
    word_at: tuple[int, ...] = ()
    names: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    grams: tuple[int, ...] = ()
    gram_at: tuple[int, ...] = ()
    quotations: tuple[int, ...] = ()
    quoted: tuple[tuple[int, int], ...] = ()
    entities: tuple[int, ...] = ()
    crossings: tuple[int, ...] = ()
    lines: tuple[tuple[int, int, int], ...] = ()
    credits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """One verified relation between two documents of the case.

    ``child`` derives from ``parent``; where the direction is unknown the ids are in text order and ``direction`` says
    so. ``reasons`` are plain sentences, hardest evidence first; ``features`` are (name, figure) pairs that explain it.
    ``added`` are the child's sentences that say what the parent nowhere does: none where the direction is unknown.
    """

    child: str
    parent: str
    kind: DerivationKind
    direction: Direction
    confidence: int
    reasons: tuple[str, ...]
    features: tuple[tuple[str, int], ...] = ()
    added: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two documents held side by side: how they are related, sentence by sentence and quotation by quotation."""

    a: str
    b: str
    kind: DerivationKind
    direction: Direction
    confidence: int
    reasons: tuple[str, ...]
    features: tuple[tuple[str, int], ...]
    sentences: tuple[AlignedSentence, ...]
    quotations: tuple[QuotationPair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The documents that derive from one another. ``roots`` are those with no held parent.

    ``has_unseen_root`` is True where two versions share a source that the case does not hold ("both from a version we
    do not hold"). ``origins`` is how many independent documents stand behind the story: 1 for a source and its
    rewrites. ``related`` are documents of other stories that give an independent or foreign-language account of
    the same event: to be shown beside this story, never counted with it.
    """

    id: str
    documents: tuple[str, ...]
    derivations: tuple[Derivation, ...]
    roots: tuple[str, ...]
    has_unseen_root: bool
    origins: int
    title: str = ""
    related: tuple[str, ...] = ()
