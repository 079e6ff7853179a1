"""What each figure of findings means: which data it is measured on, how much of it, and what was aimed at.

Words only; ``quality_page`` puts the figures beside them. Counts hold for the data whose hash the floors name.
"""

from __future__ import annotations

from quality_words import About

INCIDENTS_NOTE = """
Headlines of 2014 to 2017 that UCDP GED's coders put under events in Ukraine; the memory book is left out. The input is
what a reader has: outlet, day of publication and headline, with a situation that names nobody in them; neither the
event's day nor its place. "Odd" are the 472 articles with an event of odd number (292 pairs share one): nothing was
tuned on them, and nobody looked at their errors. "Even" are the 335 articles all of whose events have even numbers
(177 pairs). Pairs are of distinct articles. "Told": both headlines tell a deed, and the two deeds are one incident;
"or followed up": a headline that speaks of the conflict and tells no deed stands to the main news of its day as a
follow-up.

On the same articles, putting together all that appeared on one day gives precision .808, recall .722 and F1 .763 (odd),
and .719, .593 and .650 (even): only what killed is coded, so few days have two events, and the day is nearly all that
headlines share. Fitted on the even half, no other sign has weight beside it. What the program puts together belongs
together more often; what it leaves apart says nothing of a conflict ("urges restraint"), and an analyst would not file
that under a killing. Filing a million mentions grows with nothing but the file: see `docs/explanation/speed.md`. A
figure of .471 for one day, reported elsewhere, is of the years to 2021, which are not held here.
"""

_PART = {
    "odd": "472 articles with an event of odd number, never looked at",
    "even": "335 articles with events of even numbers only, tuned on",
}
_WHAT = {
    "precision": "pairs put under one incident that share an event",
    "recall": "pairs that share an event and are put under one incident",
    "f1": "both of these in one",
}


def incidents(figure: str) -> About | None:
    """What a figure of incidents means."""
    half, _, rest = figure.partition(", ")
    told, _, kind = rest.partition(": ")
    if half not in _PART or kind not in _WHAT:
        return None
    aim = 620 if (half, told, kind) == ("odd", "told or followed up", "f1") else None
    return About(_WHAT[kind], f"{_PART[half]}; {told}", aim)
