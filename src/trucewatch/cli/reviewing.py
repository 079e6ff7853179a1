"""``review``: accept, correct, reject, undo, from the terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from trucewatch.cli.output import plain, printable
from trucewatch.errors import UsageError

if TYPE_CHECKING:
    from trucewatch.case import Case

_KEYS = "[a]ccept  [c]orrect  [x] reject  [space] skip  [u]ndo  [q]uit"


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--by", required=True, envvar="TRUCEWATCH_REVIEWER", help="Your name or initials; kept in the record.")
@click.option("--accept", multiple=True, metavar="ID", help="Accept this; may be given often.")
@click.option("--reject", multiple=True, metavar="ID", help="Reject this; may be given often.")
@click.option("--correct", metavar="ID", help="Correct this, with --set.")
@click.option("--resolve", metavar="ID", help="What is so is known: --set happened=yes or no, and by=PARTY.")
@click.option("--set", "changes", multiple=True, metavar="FIELD=VALUE", help="What is right; may be given often.")
@click.option("--merge", nargs=2, metavar="INCIDENT INCIDENT", help="These two are one.")
@click.option("--split", metavar="INCIDENT", help="Not all of it is one thing; with --off.")
@click.option("--off", multiple=True, metavar="MENTION", help="A mention that --split takes off; may be given often.")
@click.option("--undo", multiple=True, metavar="JUDGEMENT", help="Take a judgement back.")
@click.option("--note", default="", help="Why.")
def review(
    case: Path,
    by: str,
    accept: tuple[str, ...],
    reject: tuple[str, ...],
    correct: str | None,
    resolve: str | None,
    changes: tuple[str, ...],
    merge: tuple[str, str] | None,
    split: str | None,
    off: tuple[str, ...],
    undo: tuple[str, ...],
    note: str,
) -> None:
    """Judge what the machine proposes. Without options: one at a time, by key.

    Nothing is edited: every judgement is an entry in the record, and another entry can take it back.
    """
    from trucewatch.case import Case

    with Case.open(case) as opened:
        if accept or reject or correct or resolve or undo or merge or split:
            if correct and resolve:
                raise click.UsageError("--set belongs to one of --correct and --resolve. Try: one after the other")
            _decide(opened, {"accept": accept, "reject": reject}, by, note)
            for decision, item in (("correct", correct), ("resolve", resolve)):
                if item:
                    _judge(opened, item, decision, by, note, parse_changes(changes))
            _bind(opened, merge, split, off, by, note)
            for id_ in undo:
                click.echo(f"undone  {opened.undo(id_, by=by, note=note)}")
        elif changes:
            raise click.UsageError("--set needs --correct ID or --resolve ID")
        elif off:
            raise click.UsageError("--off needs --split INCIDENT")
        elif sys.stdin.isatty():
            Session(opened, by).run()
        else:
            raise click.UsageError("there is no terminal to ask on. Try: --accept ID, --reject ID or --undo JUDGEMENT")


def _decide(case: Case, items: dict[str, tuple[str, ...]], by: str, note: str) -> None:
    for decision, ids in items.items():
        for id_ in ids:
            _judge(case, id_, decision, by, note)


def _bind(
    case: Case, merge: tuple[str, str] | None, split: str | None, off: tuple[str, ...], by: str, note: str
) -> None:
    if merge:
        judgement = case.merge(*merge, by=by, note=note)
        click.echo(f"merge   {' '.join(merge)}  ({judgement})")
        if any(judgement == name for name, *_ in case.conflicts()):
            click.echo("a standing split keeps them apart: the merge is logged and shown as a conflict", err=True)
    if split:
        judgement = case.split(split, off, by=by, note=note)
        click.echo(f"split   {split} {' '.join(off)}  ({judgement})")


def parse_changes(pairs: Sequence[str]) -> dict[str, str]:
    """``field=value`` pairs as a mapping."""
    changes = {}
    for pair in pairs:
        field, sign, value = pair.partition("=")
        if not sign or not field.strip():
            raise UsageError(f"{pair!r} is no correction", "it has no =", "write it as field=value, e.g. act=deny")
        changes[field.strip()] = value.strip()
    if not changes:
        raise UsageError("a correction says what is right", "no field was given", "add --set field=value")
    return changes


def _judge(case: Case, id_: str, decision: str, by: str, note: str, changes: dict[str, str] | None = None) -> str:
    judgement = case.review(id_, decision, by=by, note=note, changes=changes or {})
    click.echo(f"{decision:<8}{id_}  ({judgement})")
    return judgement


class Session:
    """One sitting at the terminal: the queue, one item at a time, with undo."""

    def __init__(self, case: Case, by: str) -> None:
        self.case = case
        self.by = by
        self.done: list[str] = []

    def run(self) -> None:
        """Go through the queue until it is empty or the reviewer stops."""
        skipped: set[str] = set()
        while True:
            queue = [item for item in self.case.review_queue() if item not in skipped]
            if not queue:
                click.echo("Nothing is left to review.")
                return
            item = queue[0]
            self.present(item, len(queue))
            key = click.getchar()
            if key in "qQ\x04":
                return
            if key == " ":
                skipped.add(item)
            else:
                self.act(key, item)

    def present(self, item: str, left: int) -> None:
        """Show one item with its words."""
        from trucewatch.cli.showing import as_text

        click.echo(f"\n{left} to review\n" + printable(as_text(self.case.show(item))) + f"\n{_KEYS}")

    def act(self, key: str, item: str) -> None:
        """Do what the key says."""
        decisions: dict[str, Any] = {"a": "accept", "x": "reject"}
        if key in decisions:
            self.done.append(_judge(self.case, item, decisions[key], self.by, ""))
        elif key == "c":
            self.correct(item)
        elif key == "u" and self.done:
            click.echo(f"undone  {self.case.undo(self.done.pop(), by=self.by, note='')}")
        else:
            click.echo(f"No such key: {plain(key)!r}. {_KEYS}")

    def correct(self, item: str) -> None:
        """Ask for one correction."""
        from trucewatch.errors import TrucewatchError

        try:
            changes = parse_changes([click.prompt("field=value")])
            self.done.append(_judge(self.case, item, "correct", self.by, "", changes))
        except TrucewatchError as error:
            click.echo(f"{error}. Try: {error.try_}")
