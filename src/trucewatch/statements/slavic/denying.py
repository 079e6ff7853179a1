"""What a Russian or Ukrainian denial points at where its own words only point: "эти сообщения", "ці звинувачення".

Decides by whose side the denied sayings name, never by which side that is; points at nothing where no saying names the
side of whoever denies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Analysis
from trucewatch.statements.model import Act, Statement
from trucewatch.statements.sides import share_side
from trucewatch.values import Span, Who

_POINTING = word_set("эти это этот эту этого такие ці це цю цей цього такі обвинения обвинение звинувачення")
_REPORTING = frozenset({Act.ALLEGE, Act.ASSERT, Act.CONFIRM, Act.ANNOUNCE})


def link_anaphors(analysis: Analysis, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, each denial that only points with the spans it points at."""
    return tuple(_linked(analysis, at, statements) for at in range(len(statements)))


def _linked(analysis: Analysis, at: int, statements: Sequence[Statement]) -> Statement:
    denial = statements[at]
    if denial.act is not Act.DENY or denial.denies or not _is_pointing(analysis, denial):
        return denial
    told = [one for one in statements[:at] if one.act in _REPORTING and _names_side(analysis, one, denial.speakers)]
    if not told:
        return denial
    of_one = [one for one in told if _names(one) == _names(told[-1])]
    return replace(denial, denies=tuple(span for one in of_one for span in one.content))


def _is_pointing(analysis: Analysis, denial: Statement) -> bool:
    words = [word.lower() for span in denial.content for word in span.of(analysis.document.text).split()[:1]]
    return bool(words) and all(word in _POINTING for word in words)


def _names(statement: Statement) -> tuple[str, ...]:
    return tuple(who.name for who in statement.speakers)


def _names_side(analysis: Analysis, told: Statement, speakers: Sequence[Who]) -> bool:
    """Whether what was told names the side of the one who denies, and somebody else told it."""
    if not speakers or share_side(told.speakers, speakers):
        return False
    named = [who for who in analysis.names if who.span is not None and _is_in(who.span, told.content)]
    return share_side([*named, *told.accused], speakers)


def _is_in(span: Span, content: Sequence[Span]) -> bool:
    return any(part.contains(span) for part in content)
