"""Where holding two versions side by side errs: which came first, which sentences answer each other, what was quoted.

As ``lineage_errors``: by id and class, never a word of a text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from alignment_measures import fables, links_of
from alignment_measures import news as news_links
from direction_measures import human, models, news
from lineage_corpus import document, is_kept_aside, rows
from lineage_errors import APART
from misses import Errors, Miss
from quotation_measures import LETTERS, ReadByHand, read_by_hand

from trucewatch.documents import Document
from trucewatch.lineage import Comparison, Direction, compare

_SURE = 950  # per mille
_DIRECTED = 250  # pairs of news held side by side, as in direction_measures
_CALLED = {letter: change.name.casefold() for change, letter in LETTERS.items()}


@cache
def _held(folder: Path, corpus: str) -> list[tuple[Document, Document, Comparison]]:
    """Related pairs of one corpus of direction, the source first."""
    given = {
        "news": [(pair.source, pair.rewrite) for pair in news(folder)[:_DIRECTED]],
        "models": list(models(folder)),
        "human": list(human(folder)),
    }
    sheets = [(first, then, compare(first, then)) for first, then in given[corpus]]
    return [(first, then, sheet) for first, then, sheet in sheets if sheet.kind not in APART]


def _how_sure(sheet: Comparison) -> str:
    sure = dict(sheet.features)["direction"]
    return f"{sheet.kind.value}, {'sure' if sure >= _SURE else 'less sure'} of the direction"


def wrong_directions(folder: Path, corpus: str) -> Iterator[Miss]:
    """Rewrites taken for the source of their source."""
    for first, then, sheet in _held(folder, corpus):
        if sheet.direction is Direction.B_TO_A:
            yield Miss(f"{first.id} {then.id}", _how_sure(sheet), sheet.confidence)


def untold_directions(folder: Path, corpus: str) -> Iterator[Miss]:
    """Rewrites of which it is not said which came first."""
    for first, then, sheet in _held(folder, corpus):
        if sheet.direction is Direction.UNKNOWN:
            yield Miss(f"{first.id} {then.id}", sheet.kind.value, sheet.confidence)


def directed_siblings(folder: Path) -> Iterator[Miss]:
    """Rewrites of one unseen source of which one is said to come from the other."""
    for row in rows(folder, "rewrite_siblings_news"):
        texts = row["versions"]["A"], row["versions"]["C"]
        if is_kept_aside(row["id"]) and texts[0] != texts[1]:
            sheet = compare(*(document(f"{row['id']}:{name}", text) for name, text in zip("AC", texts, strict=True)))
            if sheet.kind not in APART and sheet.direction is not Direction.UNKNOWN:
                yield Miss(f"{sheet.a} {sheet.b}", _how_sure(sheet), sheet.confidence)


def wrong_links(folder: Path, corpus: str) -> Iterator[Miss]:
    """Links between sentences that a person made and the program did not, or the other way round."""
    for pair in (fables if corpus == "fables" else news_links)(folder):
        made = links_of(pair)
        for a, b in sorted(made ^ pair.gold):
            links = made if (a, b) in made else pair.gold
            others = sum((i == a) != (j == b) for i, j in links)
            said = "made, not wanted" if (a, b) in made else "wanted, not made"
            yield Miss(f"{pair.name} {a}-{b}", f"{said}: {'one of several' if others else 'one to one'}", others)


@cache
def _outcomes(folder: Path) -> list[ReadByHand]:
    """Each quotation of the rewrites read by hand of which something wrong is said."""
    return [quotation for quotation in read_by_hand(folder) if not quotation.is_right]


def wrong_quotations(folder: Path, letter: str, side: str) -> Iterator[Miss]:
    """Quotations wrongly said to be what ``letter`` stands for (precision), or not said to be it (recall)."""
    for id_, said, labels, _ in _outcomes(folder):
        truth = labels[0]
        if letter == (said if side == "precision" else truth):
            other = truth if side == "precision" else said
            told = "traced to another" if said == truth else _CALLED.get(other, "not followed")
            yield Miss(id_, f"{'is' if side == 'precision' else 'said to be'} {told}", 0)


DIRECTION: Errors = {
    **{f"{corpus}: right": partial(wrong_directions, corpus=corpus) for corpus in ("news", "models", "human")},
    **{f"{corpus}: told": partial(untold_directions, corpus=corpus) for corpus in ("news", "models", "human")},
    "siblings left undirected": directed_siblings,
}


ALIGNMENT: Errors = {
    "fable links F1": partial(wrong_links, corpus="fables"),
    "news links F1": partial(wrong_links, corpus="news"),
}


QUOTATIONS: Errors = {
    f"read {name} {side}": partial(wrong_quotations, letter=letter, side=side)
    for letter, name in _CALLED.items()
    for side in ("precision", "recall")
}
