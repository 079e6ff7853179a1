"""Where the corpus engine meets its compiler.

Decides how a function becomes native code and what is said where the compiler is missing. The code is kept beside
the sources or, where that folder is read-only, in the user's cache; where neither can be written it is compiled anew
in each process. ``NUMBA_CACHE_DIR`` names another place. Kept code is that of all sources together: a function holds
others that are written into it, and constants of other modules.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, cast

from trucewatch.errors import UsageError

try:
    import numba
except ImportError as error:
    raise UsageError(
        "the corpus engine is not installed",
        f"it needs {error.name or 'numba'}, which comes with the extra 'corpus'",
        "pip install 'trucewatch[corpus]'",
    ) from error

Function = TypeVar("Function", bound=Callable[..., Any])

#: Without counted references: counting them, atomically, for each array in each call took five sixths of the time.
#: Hence native functions are handed all the room they need, and make none.
_OPTIONS: dict[str, Any] = {"nogil": True, "error_model": "numpy", "_nrt": False}


def stamp_of(folder: Path) -> str:
    """Stands for all sources in a folder."""
    total = sha256()
    for path in sorted(folder.rglob("*.py")):
        total.update(path.read_bytes())
    return total.hexdigest()[:12]


#: The compiler looks at the time of a function's own file alone, which installers set to one and the same.
_STAMP = stamp_of(Path(__file__).parents[1])


def native(function: Function) -> Function:
    """``function`` compiled on its first call for the types it is called with."""
    function.__qualname__ = f"{function.__qualname__}_{_STAMP}"  # names the file that its code is kept in
    try:
        return cast(Function, numba.njit(cache=True, **_OPTIONS)(function))
    except RuntimeError:  # no folder to keep the code in
        return cast(Function, numba.njit(**_OPTIONS)(function))


def inlined(function: Function) -> Function:
    """``function`` written into each native function that calls it: for what is done for each byte or word."""
    return cast(Function, numba.njit(inline="always", **_OPTIONS)(function))
