"""Text files that the user names: situation files and the like."""

from __future__ import annotations

from pathlib import Path

from trucewatch.errors import UsageError


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
