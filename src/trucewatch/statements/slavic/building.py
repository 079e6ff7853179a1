"""Sayings to statements: units become spans, phrases become people.

Decides whose words they are as far as that is certain, in which form, and what stands around them. Finds nothing new.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from trucewatch.language.model import Analysis
from trucewatch.language.organs import give_organs
from trucewatch.statements.model import WITHOUT_CONTENT, Act, Form, Statement
from trucewatch.statements.placing import speaker_names, with_id
from trucewatch.statements.slavic.lines import Line, read_lines
from trucewatch.statements.slavic.model import Range, Saying
from trucewatch.statements.slavic.qualifying import Qualifiers, Surroundings
from trucewatch.statements.slavic.sayings import sayings_of
from trucewatch.statements.slavic.speakers import Memory, who_is
from trucewatch.values import Kind, Span, Who

_NESTING = 6  # sayings before one that may hold it


@dataclass(frozen=True, slots=True)
class Made:
    """A statement with the saying it was made of."""

    saying: Saying
    statement: Statement


class Builder:
    """Makes the statements of one document, line by line, remembering who spoke last."""

    def __init__(self, analysis: Analysis, tongue: str) -> None:
        self.analysis = analysis
        self.tongue = tongue
        self.memory = Memory()
        self.surroundings = Surroundings(analysis)
        self.inner = frozenset(quotation.inner for quotation in analysis.quotations)
        self.qualifiers: Qualifiers | None = None

    def qualifiers_of(self, line: Line) -> Qualifiers:
        """The line's qualifying words; the last line's are kept."""
        if self.qualifiers is None or self.qualifiers.line is not line:
            self.qualifiers = Qualifiers(line)
        return self.qualifiers

    def made(self) -> Iterator[Made]:
        """Every statement, in the order of lines and cues."""
        previous: Line | None = None
        lines = list(read_lines(self.analysis, self.tongue))
        for at, line in enumerate(lines):
            sayings = sayings_of(line)
            found = [made for saying in sayings for made in self.of(saying, previous)]
            found = self.nested(found)
            if found and at + 1 < len(lines):
                found[-1] = self.with_further(found[-1], line, lines[at + 1])
            yield from found
            if not line.is_spoken:
                previous = line

    def of(self, saying: Saying, previous: Line | None) -> Iterator[Made]:
        """The statements of one saying: none, one, or one per side of a mutual accusation."""
        speakers = give_organs(who_is(self.analysis, saying, self.memory), self.analysis.situation)
        content = self.content(saying)
        if saying.is_foregoing and previous is not None:
            content = self.foregoing(saying.line, previous)
        if not saying.line.units[saying.cue[0]].is_word and all(who.kind is Kind.UNKNOWN for who in speakers):
            return  # a heading and what it is about
        if not (speakers or self.is_direct(content)) or not (content or saying.act in WITHOUT_CONTENT):
            return
        statement = self.statement(saying, speakers, content)
        self.memory.note(saying, statement)
        if saying.is_mutual and len(speakers) == 1:
            speakers = self.both_sides(saying) or speakers
        if saying.is_mutual and len(speakers) == 2:
            for one, other in ((speakers[0], speakers[1]), (speakers[1], speakers[0])):
                yield Made(saying, with_id(replace(statement, speakers=(one,), accused=(other,))))
        else:
            yield Made(saying, with_id(statement))

    def both_sides(self, saying: Saying) -> tuple[Who, ...]:
        """The two parties that the report has named up to the end of the line, or that it names at all; () for more."""
        end = saying.line.units[-1].span.end
        named = [who for who in self.analysis.names if who.party and who.span is not None]
        for near in ([who for who in named if who.span is not None and who.span.end <= end], named):
            sides = {who.party: who for who in near}
            if len(sides) == 2:
                return tuple(sides.values())
        return ()

    def content(self, saying: Saying) -> tuple[Span, ...]:
        """What was said, a quotation without its marks."""
        return tuple(self.part(saying.line, part) for part in saying.content)

    @staticmethod
    def part(line: Line, part: Range) -> Span:
        """One part of what was said; a quotation alone without its marks."""
        quotation = line.quotation(part[0]) if part[0] == part[1] else None
        return quotation.inner if quotation is not None else line.span(*part)

    def foregoing(self, line: Line, previous: Line) -> tuple[Span, ...]:
        """The sentence before, where it is of the same paragraph, or a paragraph of its own right before."""
        if line.block - previous.block > 1:
            return ()
        last = len(previous) - 1
        while last > 0 and not previous.units[last].is_word and previous.units[last].quotation is None:
            last -= 1
        return (self.part(previous, (0, last)),)

    def is_direct(self, content: Sequence[Span]) -> bool:
        """Whether all of it is what stands between quotation marks."""
        return bool(content) and all(span in self.inner for span in content)

    def form(self, saying: Saying, content: Sequence[Span], qualifiers: Qualifiers) -> Form:
        """Whose words they are: all between marks or after a dialogue's dash, some, or none."""
        if not content:
            return Form.INDIRECT
        if saying.line.is_spoken or self.is_direct(content):
            return Form.DIRECT
        return Form.MIXED if qualifiers.has_quotation(saying) else Form.INDIRECT

    def statement(self, saying: Saying, speakers: tuple[Who, ...], content: tuple[Span, ...]) -> Statement:
        """One statement with all that surrounds it."""
        qualifiers = self.qualifiers_of(saying.line)
        line = saying.line
        cue = line.span(*saying.cue)
        accused = () if saying.accused is None else who_is(self.analysis, saying, self.memory, saying.accused)
        accused = give_organs(accused, self.analysis.situation)
        return Statement(
            id="",
            document=self.analysis.document.id,
            speakers=speakers,
            act=saying.act,
            form=self.form(saying, content, qualifiers),
            content=content,
            cue=cue,
            sentence=self.surroundings.sentence(cue),
            source=None if saying.subject is None else line.span(saying.subject.first, saying.subject.last),
            accused=accused,
            when=self.surroundings.when(saying),
            conditions=tuple(qualifiers.conditions(saying)),
            hedges=tuple(qualifiers.hedges(saying)),
            is_negated=saying.is_negated or (saying.act is Act.DENY and bool(content)),
            extractor=f"rules-{self.tongue}/1",
        )

    def nested(self, found: list[Made]) -> list[Made]:
        """The statements with the chain that carried each; a citation of nothing but a saying gives way to it."""
        covered: set[int] = set()
        out: list[Made] = []
        for at, made in enumerate(found):
            outer = _outer(found, at)
            if outer is None or speaker_names(outer.statement) == speaker_names(made.statement):
                out.append(made)
                continue
            if _is_wholly(outer, made):
                covered.add(id(outer.statement))
            via = (*outer.statement.via, *outer.statement.speakers)
            out.append(Made(made.saying, with_id(replace(made.statement, via=via))))
        return [made for made in out if id(made.statement) not in covered]

    def with_further(self, made: Made, line: Line, following: Line) -> Made:
        """The statement with the quotation that goes on after it as a sentence of its own."""
        is_direct = made.statement.form is Form.DIRECT and made.saying.subject is not None
        is_last = not any(unit.is_word for unit in line.units[made.saying.region[1] + 1 :])
        if not (is_direct and is_last and following.block == line.block and following.units[0].quotation is not None):
            return made
        if any(unit.is_word for unit in following.units[1:]):
            return made
        inner = following.units[0].quotation.inner
        return Made(made.saying, with_id(replace(made.statement, content=(*made.statement.content, inner))))


def _outer(found: Sequence[Made], at: int) -> Made | None:
    """The nearest saying, before or behind, that says what holds the cue of the one at ``at``."""
    cue = found[at].statement.cue
    near = [*reversed(found[max(0, at - _NESTING) : at]), *found[at + 1 : at + _NESTING]]
    holds = (one for one in near if cue is not None and any(span.contains(cue) for span in one.statement.content))
    return next(holds, None)


def _is_wholly(outer: Made, inner: Made) -> bool:
    """Whether the outer saying says nothing but that the inner one was said."""
    if len(outer.statement.content) != 1 or inner.saying.subject is None or not inner.statement.content:
        return False
    held = outer.statement.content[0]
    line = inner.saying.line
    start = min(line.span(*inner.saying.cue).start, line.units[inner.saying.subject.first].span.start)
    start = min(start, *(span.start for span in inner.statement.content))
    end = max(inner.statement.content[-1].end, line.units[inner.saying.subject.last].span.end)
    return start - held.start <= 1 and held.end - end <= 1
