"""Who said what, in whose words, and what the saying did."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trucewatch.values import Span, When, Who


class Act(StrEnum):
    """What the saying does (PLOVER's verbal acts, with assertion and its kin told apart)."""

    ASSERT = "assert"
    ALLEGE = "allege"  # accuses somebody of something
    DENY = "deny"
    CONFIRM = "confirm"
    ACKNOWLEDGE = "acknowledge"
    PLEDGE = "pledge"
    OFFER = "offer"
    DEMAND = "demand"
    REQUEST = "request"
    REFUSE = "refuse"
    THREATEN = "threaten"
    WARN = "warn"
    APOLOGISE = "apologise"
    RETRACT = "retract"
    DECLINE = "decline to comment"
    ANNOUNCE = "announce"
    CITE = "cite"


#: What somebody may do by words that tell nothing: "declined to comment", "traded accusations", "apologised".
WITHOUT_CONTENT = frozenset({Act.DECLINE, Act.ALLEGE, Act.APOLOGISE})


class Form(StrEnum):
    """Whose words they are."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One saying in one document.

    ``content`` are the spans of what was said, without quotation marks, in text order; () only for DECLINE and for
    allegations whose content is wholly elliptical. ``speakers`` holds more than one for a joint statement; for a
    reciprocal accusation there is one statement per accuser. ``accused`` is set for ALLEGE where named. ``via`` is the
    chain that carried it ("AFP, citing the army, said the governor had said": speaker governor, via AFP, the army).
    ``denies`` are spans elsewhere in the document that a denial points at. ``is_negated`` means the content is
    asserted not to be so. ``source`` are the words that name the speaker, the whole noun phrase with its appositions.
    ``extractor`` names who found it.
    """

    id: str
    document: str
    speakers: tuple[Who, ...]
    act: Act
    form: Form
    content: tuple[Span, ...]
    cue: Span | None
    sentence: Span
    source: Span | None = None
    addressees: tuple[Who, ...] = ()
    accused: tuple[Who, ...] = ()
    via: tuple[Who, ...] = ()
    when: When | None = None
    occasion: Span | None = None
    conditions: tuple[Span, ...] = ()
    hedges: tuple[Span, ...] = ()
    denies: tuple[Span, ...] = ()
    is_negated: bool = False
    extractor: str = ""
