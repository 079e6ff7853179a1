"""What two packed sketches share outside quotation marks: the told figures of ``likeness``, in native code.

Decides nothing: it counts. Asked only of pairs that may be derivations, since it reads both lists again.
"""

from __future__ import annotations

from trucewatch.lineage.corpus.arrays import Bytes, Codes, Numbers, whole
from trucewatch.lineage.corpus.compiling import native
from trucewatch.lineage.corpus.sketches import STEP
from trucewatch.lineage.likeness import HARDLY_TOLD


@native
def tell_newer(places: Numbers, masks: Bytes, count: int, quoted: Numbers, width: int, told: Numbers) -> int:
    """Which keys of the newer document, each ``width`` words long, touch no quotation; how many are no furniture."""
    at_quote, plain = 0, 0
    for at in range(count):
        while at_quote < len(quoted) and quoted[at_quote + 1] <= places[at]:
            at_quote += 2
        is_told = at_quote >= len(quoted) or places[at] < quoted[at_quote] - width + 1
        told[at] = is_told
        plain += whole(is_told and not masks[at])
    return plain


@native
def tell_older(codes: Codes, steps: Bytes, quoted: Numbers, width: int, told: Numbers) -> None:
    """The same of the older document's packed keys, the empty ones among them."""
    at_quote, place = 0, 0
    for at in range(len(codes)):
        place += whole(steps[at] & STEP)
        while at_quote < len(quoted) and quoted[at_quote + 1] <= place:
            at_quote += 2
        told[at] = codes[at] and (at_quote >= len(quoted) or place < quoted[at_quote] - width + 1)


@native
def is_hardly_told(older: int, newer: int) -> bool:
    """Whether so little is told that the whole text is."""
    return min(older, newer) < HARDLY_TOLD
