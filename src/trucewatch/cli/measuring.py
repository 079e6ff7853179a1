"""``eval statements``: what the engine finds in an annotated corpus, held against its annotations."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from trucewatch.cli.output import output_options, write_rows

if TYPE_CHECKING:
    from trucewatch.evaluation import Article, Finder, Scores

_OWN = "By the engine's own guidelines. By PolNeAR's, attitudes count (--attitudes); by GUM's, thoughts (--discourse)."
_COLUMNS = ("measure", "precision", "recall", "f1", "low", "high", "found", "annotated")


@click.group()
def evaluation() -> None:
    """Measure the engine on annotated texts of your own."""


@evaluation.command()
@click.argument("corpus", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--extractor",
    default="rules",
    show_default=True,
    metavar="NAME",
    help="Whose statements to measure.",
)
@click.option("--attitudes", is_flag=True, help="Count the rules' attitudes too (hopes, supports), as PolNeAR does.")
@click.option(
    "--discourse",
    is_flag=True,
    help="Count the rules' thoughts too, and cut as corpora of discourse relations do (UD English GUM).",
)
@click.option("--language", default="en", show_default=True, help="Of texts that do not say it themselves.")
@output_options
def statements(corpus: Path, extractor: str, attitudes: bool, discourse: bool, language: str, form: str | None) -> None:
    """Hold what is found in DIR against its annotations.

    DIR is a folder of .txt and .ann files (PolNeAR, brat), of reports in our gold format, or of JSON lines with tokens
    and labels (CofeNet). For source, cue and content: exact, begin and Jaccard as CofeNet counts, per paragraph; then
    contents by type, at four fifths of overlap, and with their source. Low and high are the middle 95 % over texts
    drawn again with replacement.
    """
    from trucewatch.evaluation import read_corpus, score

    finder = _finder(extractor, attitudes=attitudes, discourse=discourse)
    articles = read_corpus(corpus, language)
    begun = time.process_time()
    found = [finder(article) for article in articles]
    spent = time.process_time() - begun
    scores = [score(article, one) for article, one in zip(articles, found, strict=True)]
    write_rows(_rows(scores), _COLUMNS, form)
    click.echo(_told(articles, extractor, spent), err=True)
    if extractor == "rules" and not (attitudes or discourse):
        click.echo(_OWN, err=True)


def _finder(name: str, *, attitudes: bool, discourse: bool) -> Finder:
    from trucewatch.errors import UsageError
    from trucewatch.evaluation import by_discourse, by_engine, by_extractor, by_rules
    from trucewatch.evaluation.finding import NOWHERE
    from trucewatch.extractors.choosing import choose

    if attitudes and discourse:
        raise UsageError("--attitudes and --discourse are two guidelines", "one at a time can be measured", "give one")
    if name == "rules":
        return by_rules if attitudes else by_discourse if discourse else by_engine
    if attitudes or discourse:
        option = "--attitudes" if attitudes else "--discourse"
        raise UsageError(f"{option} is of the rules alone", f"{name} has none apart", "leave it out")
    return by_extractor(choose(name, NOWHERE))


def _rows(scores: Sequence[Scores]) -> Iterator[dict[str, Any]]:
    from trucewatch.evaluation import share_interval, total

    for measure, tally in total(scores).tallies.items():
        low, high = share_interval(scores, measure)
        figures = (tally.precision, tally.recall, tally.share, low, high)
        counts = (tally.found, tally.there)
        yield dict(zip(_COLUMNS, (measure, *(round(figure, 3) for figure in figures), *counts), strict=True))


def _told(articles: Sequence[Article], extractor: str, spent: float) -> str:
    from trucewatch.evaluation import digest
    from trucewatch.language.tokens import cut

    tokens = sum(1 for article in articles for _ in cut(article.text))
    return (
        f"{len(articles):,} texts, {tokens:,} tokens, sha256 {digest(articles)[:16]}; {extractor}: "
        f"{tokens / max(spent, 1e-9):,.0f} tokens per second of processor time"
    )


eval = evaluation  # noqa: A001 -- the name of the command
