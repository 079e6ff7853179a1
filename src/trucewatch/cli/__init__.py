"""The command line: a thin face over the case and what is published.

Data goes to stdout (a table on a terminal, one JSON object a line in a pipe), everything else to stderr. Every id that
is printed is accepted by the next command. Decides nothing about truces, and starts fast: a command's imports happen
when it runs.
"""

from __future__ import annotations

import sys
from pathlib import Path

__all__ = ["main"]

_HELP = Path(__file__).with_name("help.txt")


def main() -> None:
    """Run the command line. The bare help is kept as text, since loading Click costs more than the whole budget."""
    if sys.argv[1:] in ([], ["--help"], ["-h"]):
        sys.stdout.write(_HELP.read_text(encoding="utf-8"))
        return
    from trucewatch.cli.commands import run

    sys.exit(run(sys.argv[1:]))
