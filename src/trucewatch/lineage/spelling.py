"""Two spellings of one word: British and American forms, hyphens, initials.

Decides only whether two written forms may be the same word. Folding is one-way and makes non-words; it is never shown.
"""

from __future__ import annotations

import re

#: (ending, what it becomes). Own compilation; harmless where a word has one spelling, since both sides fold alike.
_ENDINGS = (
    (re.compile(r"(?<=[a-z]{3})our(?=$|s$|ed$|ing$|able$|ably$|ful$|ite$|hood$|er$|ers$)"), "or"),
    (re.compile(r"(?<=[a-z]{2})is(?=e$|es$|ed$|ing$|er$|ers$|ation$|ations$)"), "iz"),
    (re.compile(r"(?<=[a-z])lys(?=e$|es$|ed$|ing$)"), "lyz"),
    (re.compile(r"(?<=[a-z]{2})([bt])re(?=$|s$|d$)"), r"\1er"),
    (re.compile(r"(?<=[a-z]{2})enc(?=e$|es$)"), "ens"),
    (re.compile(r"(?<=[a-z]{2})([lpt])\1(?=ed$|ing$|er$|ers$|or$|ors$)"), r"\1"),
    (re.compile(r"(?<=[a-z]{2})ogue(?=$|s$)"), "og"),
    (re.compile(r"(?<=[a-z]{3})amme(?=$|s$)"), "am"),
    (re.compile(r"^gr[ae]y"), "gray"),
    (re.compile(r"[ao]e(?=[a-z]{3})"), "e"),
)
_LONGEST = 40  # letters; longer strings are not words


def fold_spelling(word: str) -> str:
    """``word`` (already folded by ``keys.fold``) with its spelling variants made one."""
    if not word.isascii() or not 4 <= len(word) <= _LONGEST:
        return word
    for ending, folded in _ENDINGS:
        word = ending.sub(folded, word)
    return word
