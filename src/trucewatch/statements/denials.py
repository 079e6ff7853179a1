"""What a denial points at: the allegation, elsewhere in the document, that it answers.

Decides by who is accused and by shared words; points at nothing where several would do equally well on too little.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from trucewatch.statements.cue_words import listed
from trucewatch.statements.model import Act, Statement
from trucewatch.values import Span, Who

_WORD = re.compile(r"[^\W\d_]{4,}")
_EMPTY = listed("""
    that this with from have been were which their they them would could claim claims allegation allegations accusation
    accusations charge charges report reports involvement responsibility such being after over into having against about
    said says also there these those what when where while
    """)
_STEM = 5  # letters compared: "execut-ing" and "execut-ed" agree, "prison" and "prisoners" too


def link_denials(text: str, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, each denial with the spans that it denies."""
    return tuple(
        _linked(text, statement, statements) if statement.act is Act.DENY else statement for statement in statements
    )


def _linked(text: str, denial: Statement, statements: Sequence[Statement]) -> Statement:
    """One denial with what it points at: the best match, nearest before it on a tie."""
    scored = []
    for other in statements:
        if other.act is not Act.ALLEGE or not other.content or other.id == denial.id:
            continue
        score = _score(text, denial, other)
        if score > 0:
            is_before = other.sentence.start <= denial.sentence.start
            distance = abs(other.sentence.start - denial.sentence.start)
            scored.append((score, is_before, -distance, other.content))
    if not scored:
        return denial
    return replace(denial, denies=max(scored, key=lambda item: item[:3])[3])


def _score(text: str, denial: Statement, allegation: Statement) -> int:
    """How well the two meet: 0 is not at all."""
    meets = _is_accused(denial.speakers, allegation.accused)
    if allegation.accused and not meets and not denial.content:
        return 0
    shared = len(_stems(text, denial.content) & (_stems(text, allegation.content) | _names(allegation.accused)))
    if meets:
        return 2 + shared
    return shared if shared >= 2 else 0


def _is_accused(speakers: Sequence[Who], accused: Sequence[Who]) -> bool:
    """Whether somebody accused, or somebody of their party or state, speaks."""
    for one in speakers:
        for other in accused:
            same_party = bool(one.party) and one.party == other.party
            same_state = bool(one.state) and one.state == other.state
            if one.name == other.name or same_party or same_state or _names((one,)) & _names((other,)):
                return True
    return False


def _stems(text: str, spans: Sequence[Span]) -> set[str]:
    """The beginnings of the words that carry meaning."""
    words = (word.lower() for span in spans for word in _WORD.findall(span.of(text)))
    return {word[:_STEM] for word in words if word not in _EMPTY}


def _names(people: Sequence[Who]) -> set[str]:
    """The beginnings of the words of names."""
    return {word.lower()[:_STEM] for who in people for word in _WORD.findall(who.name)}
