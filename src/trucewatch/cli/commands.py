"""The list of commands, and how an error becomes one line and an exit code."""

from __future__ import annotations

import importlib
import os
import sys

import click

from trucewatch import __version__
from trucewatch.errors import TrucewatchError

#: Command -> module that holds it, in the order in which a new user needs them.
COMMANDS = {
    "demo": "demo",
    "init": "filling",
    "add": "filling",
    "documents": "lists",
    "stories": "lists",
    "statements": "lists",
    "extract": "extracting",
    "disagreements": "lists",
    "mentions": "lists",
    "incidents": "lists",
    "commitments": "lists",
    "pledges": "lists",
    "needs": "lists",
    "gatherings": "lists",
    "observations": "lists",
    "counts": "lists",
    "agreements": "lists",
    "findings": "finding",
    "passages": "bearing",
    "show": "showing",
    "compare": "comparing",
    "lineage": "tracing",
    "review": "reviewing",
    "bulletin": "publishing",
    "export": "publishing",
    "serve": "serving",
    "verify": "verifying",
    "rebuild": "verifying",
    "parameters": "weighing",
    "situation": "situations",
    "agreement": "agreeing",
    "eval": "measuring",
}

EPILOG = """\b
Exit codes: 0 done, 1 unexpected, 2 wrong use, 3 a report could not be read,
4 the situation file is wrong, 5 the case is missing, locked or of another
version, or an id is not in it, 6 the record does not verify, 7 another
extractor is not there or does not answer.

Nothing leaves this machine: only `add` and `compare` with a URL open a connection,
and `extract --with llm:MODEL` one to this machine, unless you let text leave it.
"""


class Commands(click.Group):
    """Commands that are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- Click's signature
        """All commands, in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command, or None where there is no such command."""
        module = COMMANDS.get(cmd_name)
        if module is None:
            return super().get_command(ctx, cmd_name)
        command = getattr(importlib.import_module(f"trucewatch.cli.{module}"), cmd_name)
        assert isinstance(command, click.Command)  # noqa: S101 -- a wrong entry above is our own fault
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; suggest near ones where there is none."""
        import difflib

        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], COMMANDS, n=2)
            hint = f" Did you mean {' or '.join(near)}?" if near else " Try: trucewatch --help"
            ctx.fail(f"no command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)


@click.command(cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name=None, version=__version__, prog_name="trucewatch")
def trucewatch() -> None:
    """Read reports about a truce: who is said to have done what, who says so, who denies it, which clause it would
    breach under whose reading, and how many independent origins stand behind it.
    """


def run(arguments: list[str]) -> int:
    """Run one command and return the exit code. Every error is one line on stderr, with what to try."""
    try:
        # Without its standalone mode Click hands an exit code back as the result.
        code = trucewatch.main(args=arguments, prog_name="trucewatch", standalone_mode=False)
    except click.Abort:
        click.echo("Stopped. Everything acknowledged so far is kept.", err=True)
        return 130
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except TrucewatchError as error:
        complain(error)
        return error.exit_code
    except BrokenPipeError:
        # The reader of our output has gone; point stdout at nothing so that Python's last flush stays quiet.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code if isinstance(code, int) else 0


def complain(error: TrucewatchError) -> None:
    """Say an error in one line on stderr, and what to try in the next."""
    click.echo(f"Error: {error}", err=True)
    if error.try_:
        click.echo(f"Try: {error.try_}", err=True)
