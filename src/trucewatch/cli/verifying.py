"""``verify`` and ``rebuild``: whether a case still says what its log says."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
def verify(case: Path) -> None:
    """Recompute everything in CASE from its log and compare.

    The chain of entries, the bytes received, the texts, every span, and every derived table.
    """
    from trucewatch.case import Case

    with Case.open(case) as opened:
        for line in opened.verify():
            click.echo(line)


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
def rebuild(case: Path) -> None:
    """Make every table of CASE again from its log.

    As after an upgrade. Judgements are kept.
    """
    from trucewatch.case import Case

    with Case.open(case) as opened:
        opened.rebuild()
        click.echo(f"rebuilt {case}", err=True)
