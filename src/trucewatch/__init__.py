"""Who is said to have broken a truce, who denies it, and how many independent origins stand behind it.

    from trucewatch import Case, Filters, Received

Names are loaded when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trucewatch.case import Case as Case
    from trucewatch.case import Filters as Filters
    from trucewatch.documents import Received as Received

__version__ = "0.1.0"
__all__ = ["Case", "Filters", "Received", "__version__"]

_HOMES = {"Case": "trucewatch.case", "Filters": "trucewatch.case", "Received": "trucewatch.documents"}


def __getattr__(name: str) -> object:
    """Load a public name from the room it lives in."""
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'trucewatch' has no attribute {name!r}")
