"""Russian and Ukrainian: who said what, by rules over lines, cues and case endings.

Decides where what was said begins and ends, and who says it where that is certain. Never decides whether it is true.
"""

from __future__ import annotations

from trucewatch.statements.slavic.finding import find_statements
from trucewatch.statements.slavic.lines import READ, opens_with_dash
from trucewatch.statements.slavic.naming import Naming, act_of

__all__ = ["READ", "Naming", "act_of", "find_statements", "opens_with_dash"]
