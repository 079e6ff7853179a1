"""What each figure of lineage means: which texts it is measured on, how many, and what was aimed at.

Words only; ``quality_page`` puts the figures beside them. Counts hold for the corpora whose hash the floors name.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class About:
    """What a figure counts, on which part of the corpora, and the aim (per mille; None where nothing was aimed at)."""

    what: str
    part: str
    aim: int | None = None


_PAIRS = "455 rewrites of 152 sources kept aside"
_POOL = "the last 3,000 articles of the pool"
_NO_HALF = "no half kept aside"

LINEAGE: dict[str, About] = {
    "source in top 16": About(
        "rewrites whose source is among the sixteen candidates",
        f"{_PAIRS}, among {_POOL}; how much is searched was chosen on all rewrites",
        970,
    ),
    "hard source in top 16": About("the same, of regenerations: new text from the same facts", "28 of them", 800),
}

_NEWS = "250 machine rewrites of news, regenerations left out"
_MODELS = "288 rewrites by seven models, kept aside"
_HUMAN = "57 answers that students copied, reworded or rewrote from an encyclopedia"
_RIGHT, _TOLD = "directions told that are right", "pairs found related whose direction is told at all"
_LABELS = "57 names that the rules found in real articles, read by hand: says nothing of names they never found"
DIRECTION: dict[str, About] = {
    "news: right": About(f"{_RIGHT}, without any time", _NEWS, 900),
    "news: told": About(_TOLD, _NEWS, 500),
    "models: right": About(_RIGHT, _MODELS, 900),
    "models: told": About(_TOLD, _MODELS, 500),
    "human: right": About(_RIGHT, _HUMAN, 900),
    "human: told": About(_TOLD, _HUMAN, 500),
    "news with days: right": About(
        "the same with days of publication, one in thirty of them wrong by up to three", _NEWS, 980
    ),
    "news with days: told": About(_TOLD, _NEWS),
    "siblings left undirected": About(
        "rewrites of one unseen text of which none is called the other's source",
        "301 pairs kept aside that are not the same word for word",
    ),
    "excerpts not called copies": About(
        "openings of sources that are not called derived from a rewrite of the whole", "150 sources, cut by us"
    ),
    "calibration": About(
        "1,000 less the mean distance between how sure and how often right", "news, models and siblings together"
    ),
    "credit lines: right": About("outlets found in credit lines that the report does take from", _LABELS),
    "credit lines: found": About("of the outlets that the report takes from, those still found", _LABELS),
}

_FABLES = "160 links of 32 fables kept aside"
_NEWS_LINKS = "202 links of 14 pairs, made by hand, kept aside"
ALIGNMENT: dict[str, About] = {
    "fable links F1": About("links between sentences against a person's, in free retellings", _FABLES, 620),
    "news links F1": About("the same, in machine rewrites of news", _NEWS_LINKS),
    "news links precision": About("of the links made in those, the ones that a person made", _NEWS_LINKS),
}

_CHANGED = {
    "own": "pairs of sentences of our own that differ in one fact",
    "news": "sentences of news edited by fixed rules",
}
_FACTS = {
    "precision": "of the changes said to bear on: {}, those that do",
    "recall": "of those that do, the ones found",
}


def word_changes(figure: str) -> About | None:
    """The words for a figure of word changes: told by its name, of which there is one for each kind of fact."""
    corpus, _, rest = figure.partition(" ")
    kind, _, side = rest.rpartition(" ")
    if corpus in _CHANGED and side in _FACTS:
        return About(_FACTS[side].format(kind), _CHANGED[corpus])
    return None


_EDITED = "2,610 edits of a quotation of each of 93 articles kept aside"
_READ = "162 quotations in 44 machine rewrites kept aside, read by hand (17 altered, 5 to 60 of each other kind)"
_SIDES = {
    "precision": "of the quotations said to be {}, those that are",
    "recall": "of those that are {}, the ones found",
}


def quotations(figure: str) -> About | None:
    """The words for a figure of quotations: told by its name, of which there is one for each edit and each change."""
    kind, _, edit = figure.partition(": ")
    if kind == "edit" and edit:
        return About("so edited, those of which the right change is told and no other", _EDITED)
    corpus, _, rest = figure.partition(" ")
    change, _, side = rest.rpartition(" ")
    if corpus in {"edited", "read"} and side in _SIDES:
        aim = {"altered precision": 970, "altered recall": 950}.get(rest)
        return About(_SIDES[side].format(change), _EDITED if corpus == "edited" else _READ, aim)
    return None


_GROUPS = {
    "rewrites": "machine rewrites of news kept aside",
    "regenerations": "regenerations kept aside: new text from the same facts",
    "large models' rewrites": "rewrites by larger models kept aside, mostly compressing",
    "small models' rewrites": "rewrites by smaller models kept aside, often torn",
    "siblings": "301 pairs of rewrites of one unseen text kept aside, no two the same word for word",
    "basil": "47 pairs of accounts of one event kept aside that share little wording",
    "basil quoting": "19 others of that corpus, that share wording inside quotation marks alone",
    "ecb": "1,273 pairs of accounts kept aside, from a second corpus, without shared wording outside quotation marks",
    "beside": "rewrites beside the nearest texts that are not their sources, kept aside",
    "strangers": "candidates across outlets, kept aside, that share hardly a run of five words",
}
_RELATION: dict[str, About] = {
    "answers told": About(
        "students' answers called derived that are, and not that are not", "95; tuned on nowhere", 950
    ),
    "calibration": About(
        "1,000 less the expected error of the confidence", "rewrites and accounts of one event kept aside"
    ),
    "copies across outlets found": About(
        "pairs that share copy and are found to derive", f"silver pairs; {_NO_HALF}", 990
    ),
    "near-copy edges across outlets that are right": About(
        "edges of the corpus engine over three tenths of the runs of five that a reader found to be copies",
        "all 22 of the pool, read by hand; two of the engine's faults were mended after the first reading of 30",
        980,
    ),
    "outlets quoting alike kept apart": About(
        "pairs that share quotations alone, kept apart", f"silver pairs; {_NO_HALF}"
    ),
    "pairs read and found no copies kept apart": About(
        "pairs across outlets that a draft of the verdict had bound and a reader did not, kept apart",
        "read by hand while the verdict was fitted: no blind test",
    ),
}
_AIMS = {"rewrites told apart at 5 % of basil": 970, "rewrites told apart at 1 % of basil": 930, "rewrites found": 900}


def relation(figure: str) -> About | None:
    """The words for a figure of the verdict: told by its name, of which there is one for each group of pairs."""
    if figure in _RELATION:
        return _RELATION[figure]
    name, _, bar = figure.partition(" told apart at ")
    if bar:
        rate, _, group = bar.partition(" of ")
        what = f"those that score above all but {rate} of {group}"
        return About(what, f"{_GROUPS[name]}; too short ones left out", _AIMS.get(figure))
    for end, what in ((" found", "those whose verdict is that one derives"), (" kept apart", "those not bound")):
        name = figure.removesuffix(end)
        if name != figure and name in _GROUPS:
            return About(what, _GROUPS[name], _AIMS.get(figure))
    return None


DIRECTION_NOTE = """
Thresholds and the last weights were chosen with these figures in view: they are floors against loss, no blind test.
"""
