"""Russian and Ukrainian by rules: what their words name, in every case.

Decides names, times, places and amounts as far as written words and the situation file tell. Never decides who said
what.
"""

from __future__ import annotations

from trucewatch.language.slavic.reading import read

__all__ = ["read"]
