"""Makes received text safe to show: what would act on the page or hide on it becomes visible instead.

Decides which characters are shown by their number. Never changes offsets: it is applied after text was cut into
pieces, and it never removes anything without a sign. Escaping for HTML is the template's work, not done here.
"""

from __future__ import annotations

import re

# Controls other than tab and line ends; bidi embeddings, overrides and isolates; invisible operators and fillers; byte
# order marks; line and paragraph separators; lone surrogates; noncharacters. Left alone: the joiners (U+200C, U+200D)
# and the direction marks (U+200E, U+200F, U+061C), which honest Persian, Hebrew and emoji text needs.
_HAZARDS = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u00ad\u115f\u1160\u180e\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\u206a-\u206f"
    "\u3164\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_SPACE = re.compile(r"\s+")
_RUNS = frozenset("=+-@\t\r\n＝＋－＠")  # what a spreadsheet takes for the start of a formula


def _number(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match.group()):04X}⟩"


def shown(text: str) -> str:
    """``text`` with every hazard written out as ``⟨U+202E⟩``."""
    return _HAZARDS.sub(_number, text)


def shown_plain(value: object) -> object:
    """Plain strings with hazards written out; markup that the templates made stays as it is."""
    return shown(value) if type(value) is str else value


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would run the cell instead of showing it."""
    return cell[:1] in _RUNS


def one_line(text: str, limit: int = 300) -> str:
    """``shown`` on one line, cut at ``limit`` characters with an ellipsis. Cuts at a space where one is near."""
    flat = _SPACE.sub(" ", shown(text[: limit * 4])).strip()
    if len(flat) <= limit and len(text) <= limit * 4:
        return flat
    head = flat[:limit]
    space = head.rfind(" ", limit - 30)
    return (head[:space] if space > 0 else head).rstrip() + " …"
