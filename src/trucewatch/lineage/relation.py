"""What two sketches say of how two documents are related, and how sure that is.

Decides the kind: exact, edited, rewritten, same event, unrelated. Never says which came first, and never claims a
derivation across languages: names and numbers alone cannot tell a translation from an independent report.

What each figure of likeness speaks for stands in ``weights.py``; ``tools/fit_relation.py`` says how it was fitted, and
``tests/quality/lineage_floors.json`` what it reaches on the half of the corpora that it was not fitted on. Confidence
is of as many derived as independent pairs: 900 means that nine in ten such pairs were derived.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass

from trucewatch.lineage.likeness import Likeness, measure
from trucewatch.lineage.model import DerivationKind, Sketch
from trucewatch.lineage.weights import CERTAINTY, LINES, OFFSET, Points

REWRITTEN_FROM = 500  # milli-logits: of independent accounts of one event some 2 % lie above, of rewrites 95 %
#: The same between two reports of one outlet: it has its earlier report at hand.
OWN_FROM = -500
LEAST_ORDER = 150  # below, what is shared stands in no order worth the name
#: Two short reports of one matter share few words, and chance puts some of those in order. A rewrite takes this many
#: beyond chance, or this much of the wording in runs of three. Of 307 rewrites found without it, 3 are lost by it.
_LEAST_BEYOND, _LEAST_GRAMS = 7, 90
EDITED_FROM = 450  # of the runs of three of either side: machine rewrites have a median of 270, shared copy above 600
#: Of the told runs of three: one in five is no likeness of subject. Of independent accounts one in a hundred has more.
_COPIED_FROM = 200
#: Page furniture of one outlet in another's report, or a passage both took from a third: a patch in order, and few of
#: the names. Of 1,772 rewrites found without this, 4 are lost by it; of 37 edges that were wrong, 19 go.
_PATCH_SPREAD, _PATCH_NAMES = 40, 500
#: Less than this told outside quotation marks, in order or in runs of three, and all that two reports share is quoted.
_LEAST_TOLD, _LEAST_TOLD_GRAMS = 3, 50
LEAST_WORDS = 25  # fewer telling words on one side prove nothing but an exact copy
LEAST_EXACT = 8  # words: "Read the full story" copied is not a copied story
PASSAGE_REACH = 250  # shared runs packed into less of the longer text: it quotes the shorter, as a digest does
_SAME_NAMES, _SAME_ORDER, _SAME_SHARED = 400, 100, 20  # same event: medians of BASIL are 464, 125 and 58
_COPIED = 950  # confidence in a copy of wording, per mille
_PASSAGE = "One stands as a passage of the other, as in a digest."
_QUOTING = "Both quote the same words at length; what each tells beside them is its own."
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
    return weigh_likeness(likeness, OWN_FROM if a.source and a.source == b.source else REWRITTEN_FROM)


def weigh_likeness(likeness: Likeness, rewritten_from: int = REWRITTEN_FROM) -> Verdict:
    """The verdict that the figures alone give on two documents of one language that are not word for word the same."""
    if likeness.order_least < LEAST_WORDS:
        return Verdict(DerivationKind.UNRELATED, 500, likeness, "One of the two is too short to tell.")
    return _weigh_wording(likeness, rewritten_from)


def _is_foreign(a: Sketch, b: Sketch) -> bool:
    return bool(a.language and b.language) and a.language != b.language and "und" not in {a.language, b.language}


def logit_of(likeness: Likeness) -> int:
    """How far the likeness speaks for a derivation rather than an independent report, in milli-logits."""
    return OFFSET + sum(_read_off(LINES[name], figure) for name, figure in likeness.telling())


def _read_off(points: Points, place: int) -> int:
    """The height of a broken line at ``place``; level before its first point and beyond its last."""
    at = bisect_left(points, (place,))
    if at == 0 or at == len(points):
        return points[min(at, len(points) - 1)][1]
    (low, height), (high, top) = points[at - 1 : at + 1]
    return height + (top - height) * (place - low) // (high - low)


def _weigh_wording(likeness: Likeness, rewritten_from: int) -> Verdict:
    logit = logit_of(likeness)
    confidence = _read_off(CERTAINTY, logit)
    grams = max(likeness.grams_a, likeness.grams_b)
    is_held = likeness.order >= LEAST_ORDER or grams >= EDITED_FROM
    if is_held and (_is_copied(likeness) or (logit >= rewritten_from and _is_telling(likeness))):
        kind = DerivationKind.EDITED if grams >= EDITED_FROM else DerivationKind.REWRITTEN
        note = _PASSAGE if likeness.reach < PASSAGE_REACH else ""
        return Verdict(kind, max(confidence, _COPIED if _is_copied(likeness) else 0), likeness, note)
    if grams >= EDITED_FROM:
        return Verdict(DerivationKind.SAME_EVENT, 1000 - confidence, likeness, _QUOTING)
    if likeness.names >= _SAME_NAMES and likeness.order >= _SAME_ORDER and likeness.shared >= _SAME_SHARED:
        return Verdict(DerivationKind.SAME_EVENT, 1000 - confidence, likeness)
    return Verdict(DerivationKind.UNRELATED, 1000 - confidence, likeness)


def _is_copied(likeness: Likeness) -> bool:
    """Whether so much wording outside quotation marks is the same that nothing else need be asked."""
    return likeness.told_grams >= _COPIED_FROM and likeness.told_beyond_chance >= _LEAST_BEYOND


def _is_telling(likeness: Likeness) -> bool:
    """Whether there is enough to go by, outside quotation marks, and not in one place alone."""
    grams = max(likeness.grams_a, likeness.grams_b)
    is_much = likeness.beyond_chance >= _LEAST_BEYOND or grams >= _LEAST_GRAMS
    is_quoted = likeness.told_beyond_chance < _LEAST_TOLD and likeness.told_grams < _LEAST_TOLD_GRAMS
    is_patch = likeness.spread <= _PATCH_SPREAD and likeness.names < _PATCH_NAMES
    return is_much and not is_quoted and not is_patch


def _weigh_foreign(likeness: Likeness) -> Verdict:
    shared = likeness.entities * likeness.entities_least // 1000
    numbers = likeness.numbers * likeness.numbers_least // 1000
    if shared >= _FOREIGN_ENTITIES and numbers >= _FOREIGN_NUMBERS and likeness.numbers >= 500:
        note = f"Possible translation: {shared} known names and {numbers} numbers are in both."
        return Verdict(DerivationKind.SAME_EVENT, 500, likeness, note)
    return Verdict(DerivationKind.UNRELATED, 500, likeness)
