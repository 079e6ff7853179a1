"""Where the corpus engine meets its compiler.

Decides how a function becomes native code and what is said where the compiler is missing. The code is kept beside
the sources or, where that folder is read-only, in the user's cache; where neither can be written it is compiled anew
in each process. ``NUMBA_CACHE_DIR`` names another place.
"""

from __future__ import annotations

from collections.abc import Callable
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


def native(function: Function) -> Function:
    """``function`` compiled on its first call for the types it is called with."""
    try:
        return cast(Function, numba.njit(cache=True, **_OPTIONS)(function))
    except RuntimeError:  # no folder to keep the code in
        return cast(Function, numba.njit(**_OPTIONS)(function))


def inlined(function: Function) -> Function:
    """``function`` written into each native function that calls it: for what is done for each byte or word."""
    return cast(Function, numba.njit(inline="always", **_OPTIONS)(function))
