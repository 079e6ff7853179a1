"""Text files that the user names: situation files and the like, with what they take in from beside them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from trucewatch.errors import SituationError, UsageError

if TYPE_CHECKING:
    from trucewatch.situation import Assembled, Situation


def read_text(path: Path) -> str:
    """The file as UTF-8 text, or a clear error."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise UsageError(f"{path} is not there", "no such file", "check the path") from None
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{path} is not UTF-8", f"byte {error.start} cannot be read", "save it as UTF-8 and try again"
        ) from None
    except OSError as error:
        raise UsageError(f"{path} cannot be opened", error.strerror or str(error), "check the permissions") from None


def read_whole(path: Path) -> Assembled:
    """A situation or agreement file as one text with the files that it names, which lie beside it."""
    from trucewatch.situation import assemble

    return assemble(read_text(path), str(path), lambda name: read_text(_beside(path, name)))


def _beside(path: Path, name: str) -> Path:
    """The file ``name`` in the folder of ``path`` or below: a file from elsewhere takes in no others from here."""
    folder = path.resolve().parent
    wanted = (folder / name).resolve()
    if not wanted.is_relative_to(folder):
        raise UsageError(
            f"{name} does not lie beside {path}", "files are taken in from that folder only", "copy it there"
        )
    return wanted


def faults_of(path: Path, whole: Assembled) -> tuple[tuple[str, SituationError], ...]:
    """Every fault, with the file that it stands in."""
    from trucewatch.situation import check_situation

    located = (whole.relocate(error) for error in check_situation(whole.text))
    return tuple((name if name == str(path) else str(path.parent / name), error) for name, error in located)


def read_checked(path: Path) -> tuple[Situation, str]:
    """A situation with its whole text. Raises the first fault, named by the file and line that it stands in."""
    from trucewatch.situation import read_situation

    whole = read_whole(path)
    faults = faults_of(path, whole)
    if not faults:
        return read_situation(whole.text, str(path)), whole.text
    name, first = faults[0]
    more = f" ({len(faults) - 1} more found)" if len(faults) > 1 else ""
    where = f"{name}, line {first.line}: " if first.line else f"{name}: "
    raise SituationError(where + first.what, first.why + more, first.try_, line=first.line)


def check_file(path: Path) -> Situation:
    """The situation of a file, where it is right; otherwise every fault is listed and the command ends."""
    import click

    from trucewatch.situation import read_situation

    whole = read_whole(path)
    faults = faults_of(path, whole)
    for name, fault in faults:
        click.echo(f"{name}:{fault.line}: {fault}" if fault.line else f"{name}: {fault}", err=True)
        if fault.try_:
            click.echo(f"  Try: {fault.try_}", err=True)
    if faults:
        raise click.exceptions.Exit(faults[0][1].exit_code)
    return read_situation(whole.text, str(path))
