"""What a Russian or Ukrainian denial points at where its own words only point: "эти сообщения", "ці звинувачення".

Decides by whose side the denied sayings name, never by which side that is; else at what somebody
else said right before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Analysis
from trucewatch.statements.model import Act, Statement
from trucewatch.statements.placing import speaker_names
from trucewatch.statements.sides import share_side
from trucewatch.statements.slavic.acting import FALSE
from trucewatch.values import Span, Who

_POINTING = word_set(
    """эти это этот эту этого такие ці це цю цей цього такі обвинения обвинение звинувачення закиди этому цьому слова
    сообщения повідомлення"""
)
_LONGEST = 12  # words of a verdict ("ложь от первого до последнего слова")
_JUST = 3  # sayings before a denial among which it points where nothing names its side
_REPORTING = frozenset({Act.ALLEGE, Act.ASSERT, Act.CONFIRM, Act.ANNOUNCE})


def link_anaphors(analysis: Analysis, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, each denial that only points with the spans it points at."""
    return tuple(_linked(analysis, at, statements) for at in range(len(statements)))


def _linked(analysis: Analysis, at: int, statements: Sequence[Statement]) -> Statement:
    denial = statements[at]
    if denial.act is not Act.DENY or denial.denies or not _is_pointing(analysis, denial):
        return denial
    told = [one for one in statements[:at] if one.act in _REPORTING and _names_side(analysis, one, denial.speakers)]
    told = told or _just_told(analysis, statements[max(0, at - _JUST) : at], denial)
    if not told:
        return denial
    of_one = [one for one in told if speaker_names(one) == speaker_names(told[-1])]
    return replace(denial, denies=tuple(span for one in of_one for span in one.content))


def _just_told(analysis: Analysis, before: Sequence[Statement], denial: Statement) -> list[Statement]:
    """The accusation that somebody else made right before; for a bare "это" or a verdict, whatever they said."""
    others = [one for one in before if one.act in _REPORTING and not share_side(one.speakers, denial.speakers)]
    charges = [one for one in others if one.act is Act.ALLEGE]
    words = " ".join(span.of(analysis.document.text) for span in denial.content).lower().split()
    is_open = len(words) == 1 or any(word.startswith(FALSE) for word in words)
    return (charges or (others if is_open else []))[-1:]


def _is_pointing(analysis: Analysis, denial: Statement) -> bool:
    words = [word.lower() for span in denial.content for word in span.of(analysis.document.text).split()]
    firsts = [word.lower() for span in denial.content for word in span.of(analysis.document.text).split()[:1]]
    is_verdict = len(words) <= _LONGEST and any(word.startswith(FALSE) for word in words)
    return is_verdict or (bool(firsts) and all(word in _POINTING for word in firsts))


def _names_side(analysis: Analysis, told: Statement, speakers: Sequence[Who]) -> bool:
    """Whether what was told names the side of the one who denies, and somebody else told it."""
    if not speakers or share_side(told.speakers, speakers):
        return False
    named = [who for who in analysis.names if who.span is not None and _is_in(who.span, told.content)]
    return share_side([*named, *told.accused], speakers)


def _is_in(span: Span, content: Sequence[Span]) -> bool:
    return any(part.contains(span) for part in content)
