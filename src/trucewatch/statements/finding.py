"""The order in which statements are found: frames, sayings, chains, values, denials, turns of a conversation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from trucewatch.language.model import Analysis, tongue_of
from trucewatch.statements import slavic
from trucewatch.statements.building import build
from trucewatch.statements.chains import cited_by, is_citing, is_wholly, outer_of, owns, quoted_by
from trucewatch.statements.denials import link_denials
from trucewatch.statements.dialogue import with_turns
from trucewatch.statements.frames import Reading
from trucewatch.statements.model import Statement
from trucewatch.statements.placing import position
from trucewatch.statements.sayings import Saying, find_sayings
from trucewatch.values import Who

_ANSWERED = 12  # statements before one that it may answer


def find_statements(analysis: Analysis) -> tuple[Statement, ...]:
    """Everything that the document says somebody said, in text order; () for a language without rules."""
    find = _FINDERS.get(tongue_of(analysis.document))
    if find is None or not analysis.is_understood or not analysis.document.text:
        return ()
    return with_turns(analysis, find(analysis))


def _find_english(analysis: Analysis) -> tuple[Statement, ...]:
    reading = Reading(analysis)
    found: list[Statement] = []
    for sayings in _by_frame(find_sayings(reading)):
        found.extend(_of_frame(reading, sayings, found))
    found.sort(key=position)
    return link_denials(reading.document, found)


#: The rules of each language.
_FINDERS: dict[str, Callable[[Analysis], tuple[Statement, ...]]] = {
    "en": _find_english,
    "ru": slavic.find_statements,
    "uk": slavic.find_statements,
}


def _by_frame(sayings: Sequence[Saying]) -> Iterator[list[Saying]]:
    """The sayings of each frame together."""
    groups: dict[int, list[Saying]] = {}
    for saying in sayings:
        groups.setdefault(saying.frame.number, []).append(saying)
    yield from (groups[number] for number in sorted(groups))


def _of_frame(reading: Reading, sayings: list[Saying], earlier: Sequence[Statement]) -> Iterator[Statement]:
    """The statements of one frame, with the chain that carried each; outer sayings come before those inside them."""
    carried: dict[int, tuple[Who, ...]] = {}
    made: dict[int, tuple[Statement, ...]] = {}
    covered: set[int] = set()
    told = list(earlier[-_ANSWERED:])
    for saying in sorted(sayings, key=lambda one: one.cue.head if one.cue else -1):
        if is_citing(saying):
            continue
        outer = outer_of(saying, sayings)
        via = carried.get(id(outer), ()) if outer is not None else ()
        statements = build(reading, saying, (*via, *quoted_by(reading, saying)), told)
        if outer is not None and statements and made.get(id(outer)):
            if owns(saying):
                continue  # "withdrew her claim that": one saying, not two
            if _same_speaker(statements, made[id(outer)]):
                statements = tuple(replace(statement, via=via[:-1]) for statement in statements)
            elif is_wholly(outer, saying):
                covered.add(id(outer))
        cited = cited_by(reading, saying, sayings)
        if cited:
            statements = tuple(replace(s, speakers=cited, via=(*s.via, *s.speakers)) for s in statements)
        made[id(saying)] = statements
        told.extend(statements)
        carried[id(saying)] = _carriers(statements)
    yield from (s for key, statements in made.items() if key not in covered for s in statements)


def _carriers(statements: Sequence[Statement]) -> tuple[Who, ...]:
    """The chain that a saying inside these statements comes through."""
    return tuple(who for statement in statements[:1] for who in (*statement.via, *statement.speakers))


def _same_speaker(statements: Sequence[Statement], outer: Sequence[Statement]) -> bool:
    """Whether somebody reports their own words."""
    return {who.name for who in statements[0].speakers} == {who.name for who in outer[0].speakers}
