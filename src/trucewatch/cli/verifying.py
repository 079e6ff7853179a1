"""``verify`` and ``rebuild``: whether a case still says what its log says."""

from __future__ import annotations

from pathlib import Path

import click

from trucewatch.cli.running import chosen_runner, runner_options


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@runner_options
def verify(case: Path, workers: int, runner: str) -> None:
    """Recompute everything in CASE from its log and compare.

    The chain of entries, the bytes received, the texts, every span, and every derived table.
    """
    from trucewatch.case import Case

    with chosen_runner(runner, workers) as where, Case.open(case, runner=where) as opened:
        for line in opened.verify():
            click.echo(line)


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@runner_options
def rebuild(case: Path, workers: int, runner: str) -> None:
    """Make every table of CASE again from its log.

    As after an upgrade. Judgements are kept.
    """
    from trucewatch.case import Case

    with chosen_runner(runner, workers) as where, Case.open(case, runner=where) as opened:
        opened.rebuild()
        click.echo(f"rebuilt {case}", err=True)
