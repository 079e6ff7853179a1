"""``lineage``: who copied whom in a plain corpus, without a case."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

if TYPE_CHECKING:
    from trucewatch.lineage.corpus import Article, BadLine, Reader

_FILE = click.Path(dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)
_SHOWN = 20  # bad lines told one by one
_AT_ONCE = 4_096  # articles between two writings


@click.command()
@click.argument("corpus", nargs=-1, required=True)
@click.option("-o", "--output", type=_FILE, help="Write edges there: .parquet, .csv, .ndjson.")
@click.option("--into", type=_FOLDER, help="Keep what was read; add to it next time.")
@click.option("--id", "id_", default="", metavar="FIELD", help="The field that holds the id.")
@click.option("--text", default="", metavar="FIELD", help="The field that holds the text.")
@click.option("--source", default="", metavar="FIELD", help="The field that says who published it.")
@click.option("--published", default="", metavar="FIELD", help="The field that says when.")
@click.option("--title", default="", metavar="FIELD", help="The field that holds the headline.")
def lineage(
    corpus: tuple[str, ...],
    output: Path | None,
    into: Path | None,
    id_: str,
    text: str,
    source: str,
    published: str,
    title: str,
) -> int:
    """Tell who copied whom in a corpus, without a case.

    CORPUS is JSON lines, packed or not; several files, or - for standard input. Each document is held against all
    before it. A line that cannot be read is named with the reason and stops nothing; the exit code is then 3.
    """
    from trucewatch.cli.edges import edge_writer
    from trucewatch.lineage.corpus import Engine, Reader

    named = {"id": id_, "text": text, "source": source, "published": published, "title": title}
    reader = Reader({part: name for part, name in named.items() if name})
    bad = _Bad()
    with ExitStack() as stack:
        engine = stack.enter_context(Engine(into))
        write = stack.enter_context(edge_writer(output))
        for batch in _batches(_articles(corpus, reader, bad)):
            write(engine.add(batch, refuse=bad.refuse))
        if into is not None:
            engine.save()
    bad.sum_up()
    click.echo(f"{len(engine):,} documents held", err=True)
    return 3 if bad.count else 0


class _Bad:
    """What could not be read: the first of it told one by one, all of it counted."""

    def __init__(self) -> None:
        self.count = 0

    def line(self, bad: BadLine) -> None:
        """A line that is no article."""
        self._tell(f"refused        {bad.name}, line {bad.number}: {bad.why}")

    def refuse(self, article: Article, why: str) -> None:
        """An article that the engine did not take."""
        self._tell(f"refused        {article.id}: {why}")

    def _tell(self, what: str) -> None:
        from trucewatch.cli.output import printable

        self.count += 1
        if self.count <= _SHOWN:
            click.echo(printable(what), err=True)

    def sum_up(self) -> None:
        """How many more there were than were told."""
        if self.count > _SHOWN:
            click.echo(f"refused        {self.count - _SHOWN:,} more", err=True)


def _articles(corpus: Sequence[str], reader: Reader, bad: _Bad) -> Iterator[Article]:
    from trucewatch.lineage.corpus import BadLine

    for name in corpus:
        with ExitStack() as stack:
            for found in reader.read(_opened(name, stack), "standard input" if name == "-" else name):
                if isinstance(found, BadLine):
                    bad.line(found)
                else:
                    yield found


def _opened(name: str, stack: ExitStack) -> BinaryIO:
    from trucewatch.errors import UsageError

    if name == "-":
        return sys.stdin.buffer
    try:
        return stack.enter_context(Path(name).open("rb"))
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(f"cannot read {name}", why, "give JSON lines, or - for a pipe") from None


def _batches(articles: Iterator[Article]) -> Iterator[list[Article]]:
    from itertools import islice

    while batch := list(islice(articles, _AT_ONCE)):
        yield batch
