"""What two sketches say of how two documents are related, and how sure that is.

Decides the kind: exact, edited, rewritten, same event, unrelated. Never says which came first, and never claims a
derivation across languages: names and numbers alone cannot tell a translation from an independent report.

Provenance of the figures: fitted on half of the development pairs (machine rewrites of news against the independent
accounts of BASIL, cleaned of shared agency copy, split by source text), read off on the other half; see
``tests/quality/lineage_floors.json`` for what they reach.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import exp

from trucewatch.lineage.likeness import Likeness, measure
from trucewatch.lineage.model import DerivationKind, Sketch

#: Milli-logits of "rewritten" against "independent", by two looks of which the surer counts: how much of the shorter
#: stands in order in the other, and how much of what they share does. The second finds rewrites that leave most of
#: their source out, the first those that stand among other matter. More figures did not carry over.
_ORDER, _NAMES, _OFFSET = 12, 2, -4_700
_ORDER_THEN, _ORDER_SHARED, _OFFSET_SHARED = 3, 10, -8_200
REWRITTEN_FROM = 0  # milli-logits: of independent accounts of one event some 2 to 4 % lie above
LEAST_ORDER = 150  # below, what is shared stands in no order worth the name
#: Two short reports of one matter share few words, and chance puts some of those in order. A rewrite takes this many
#: beyond chance, or this much of the wording in runs of three. Of 307 rewrites found without it, 3 are lost by it.
_LEAST_BEYOND, _LEAST_GRAMS = 7, 90
EDITED_FROM = 450  # of the runs of three of either side: machine rewrites have a median of 270, shared copy above 600
LEAST_WORDS = 25  # fewer telling words on one side prove nothing but an exact copy
LEAST_EXACT = 8  # words: "Read the full story" copied is not a copied story
PASSAGE_REACH = 250  # shared runs packed into less of the longer text: it quotes the shorter, as a digest does
_SAME_NAMES, _SAME_ORDER, _SAME_SHARED = 400, 100, 20  # same event: medians of BASIL are 464, 125 and 58
_FOREIGN_ENTITIES, _FOREIGN_NUMBERS = 3, 1  # what two languages must share to be held side by side


@dataclass(frozen=True, slots=True)
class Verdict:
    """One relation without its direction. ``note`` is a sentence where the kind alone would mislead."""

    kind: DerivationKind
    confidence: int
    likeness: Likeness
    note: str = ""


def weigh(a: Sketch, b: Sketch, ignored: Collection[int] = frozenset()) -> Verdict:
    """How ``a`` and ``b`` are related, leaving out ``ignored`` keys (boilerplate). Symmetric."""
    likeness = measure(a, b, ignored)
    if a.exact == b.exact and min(a.size, b.size) >= LEAST_EXACT and (likeness.order_least or not ignored):
        return Verdict(DerivationKind.EXACT, 1000, likeness)
    if _is_foreign(a, b):
        return _weigh_foreign(likeness)
    return weigh_likeness(likeness)


def weigh_likeness(likeness: Likeness) -> Verdict:
    """The verdict that the figures alone give on two documents of one language that are not word for word the same."""
    if likeness.order_least < LEAST_WORDS:
        return Verdict(DerivationKind.UNRELATED, 500, likeness, "One of the two is too short to tell.")
    return _weigh_wording(likeness)


def _is_foreign(a: Sketch, b: Sketch) -> bool:
    return bool(a.language and b.language) and a.language != b.language and "und" not in {a.language, b.language}


def logit_of(likeness: Likeness) -> int:
    """How far the likeness speaks for a rewrite rather than an independent report, in milli-logits."""
    names = _NAMES * likeness.names
    whole = _ORDER * likeness.order + names + _OFFSET
    shared = _ORDER_THEN * likeness.order + _ORDER_SHARED * likeness.order_shared + names + _OFFSET_SHARED
    return max(whole, shared)


def _weigh_wording(likeness: Likeness) -> Verdict:
    logit = logit_of(likeness)
    confidence = round(1000 / (1 + exp(-logit / 1000)))
    grams = max(likeness.grams_a, likeness.grams_b)
    is_telling = likeness.beyond_chance >= _LEAST_BEYOND or grams >= _LEAST_GRAMS
    if grams >= EDITED_FROM or (logit >= REWRITTEN_FROM and likeness.order >= LEAST_ORDER and is_telling):
        is_edited = grams >= EDITED_FROM
        kind = DerivationKind.EDITED if is_edited else DerivationKind.REWRITTEN
        note = "One stands as a passage of the other, as in a digest." if likeness.reach < PASSAGE_REACH else ""
        return Verdict(kind, min(999, max(confidence, 950 if is_edited else 0)), likeness, note)
    if likeness.names >= _SAME_NAMES and likeness.order >= _SAME_ORDER and likeness.shared >= _SAME_SHARED:
        return Verdict(DerivationKind.SAME_EVENT, max(1, 1000 - confidence), likeness)
    return Verdict(DerivationKind.UNRELATED, max(1, 1000 - confidence), likeness)


def _weigh_foreign(likeness: Likeness) -> Verdict:
    shared = likeness.entities * likeness.entities_least // 1000
    numbers = likeness.numbers * likeness.numbers_least // 1000
    if shared >= _FOREIGN_ENTITIES and numbers >= _FOREIGN_NUMBERS and likeness.numbers >= 500:
        note = f"Possible translation: {shared} known names and {numbers} numbers are in both."
        return Verdict(DerivationKind.SAME_EVENT, 500, likeness, note)
    return Verdict(DerivationKind.UNRELATED, 500, likeness)
