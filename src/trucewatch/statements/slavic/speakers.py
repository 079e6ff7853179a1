"""Who the words of a phrase name: somebody the situation knows, or as the text writes them.

Decides a pronoun, or "the ministry" without a name, only where the saying before it leaves no other choice. Never looks
at which party it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.language.gazetteer import parties_by_state
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Analysis
from trucewatch.language.slavic import words
from trucewatch.language.slavic.forms import form_in
from trucewatch.language.slavic.states import state_names
from trucewatch.statements.model import Statement
from trucewatch.statements.slavic.lines import Line
from trucewatch.statements.slavic.model import Range, Saying
from trucewatch.statements.slavic.phrases import Phrase
from trucewatch.values import Kind, Span, Who

_FIRST_SECOND = word_set("я мы ты вы ми ви")
_READER = word_set("ты вы ти ви")
_BARE_BODY = word_set("ведомство ведомства ведомстве відомство відомства відомстві министерстве міністерстві")
_NEAR = 1  # paragraphs back to which a pronoun may reach


@dataclass(slots=True)
class Memory:
    """Who spoke last, in which paragraph, and up to where the text has been read."""

    speakers: tuple[Who, ...] = ()
    block: int = -9
    until: int = 0
    gender: str = ""

    def note(self, saying: Saying, statement: Statement) -> None:
        """Remember the speakers of a saying of the report's own voice."""
        if statement.speakers and statement.speakers[0].name.lower() not in words.PRONOUNS:
            self.speakers, self.block = statement.speakers, saying.line.block
            self.until = saying.line.units[saying.region[1]].span.end if saying.region[1] < len(saying.line) else 0


def who_is(analysis: Analysis, saying: Saying, memory: Memory, part: Range | None = None) -> tuple[Who, ...]:
    """Whoever a part of the line names: the subject of the saying, unless another part is asked for."""
    if part is not None:
        return _named(analysis, saying.line, part)
    if saying.follows is not None:
        return who_is(analysis, saying.follows, memory)
    if saying.is_possessive:
        return _recalled(analysis, saying, memory) or _as_written(analysis, saying.line, saying.cue[0] + 1)
    if saying.subject is None:
        return () if _is_impersonal(saying) else _recalled(analysis, saying, memory)
    if saying.subject.is_pronoun:
        return _of_pronoun(analysis, saying, memory, saying.subject.first)
    return _of_phrase(analysis, saying, memory, saying.subject)


def _of_pronoun(analysis: Analysis, saying: Saying, memory: Memory, at: int) -> tuple[Who, ...]:
    """Whom "he" or "they" means where that is certain, else the word; nobody where the reader is meant."""
    word = saying.line.at(at)
    if word in _READER:
        return ()
    known = () if word in _FIRST_SECOND else _recalled(analysis, saying, memory)
    return known or _as_written(analysis, saying.line, at)


def _of_phrase(analysis: Analysis, saying: Saying, memory: Memory, phrase: Phrase) -> tuple[Who, ...]:
    """Whom a noun phrase names, or its apposition where only that names a person."""
    line, core = saying.line, (phrase.first, phrase.core - 1)
    if phrase.first == phrase.last and line.at(phrase.first) in _BARE_BODY:
        return _recalled(analysis, saying, memory, bodies=True) or _named(analysis, line, core)
    return who_in(analysis, line, phrase)


def who_in(analysis: Analysis, line: Line, phrase: Phrase) -> tuple[Who, ...]:
    """Whom a noun phrase names by itself, or its apposition where only that names a person."""
    core, apposition = (phrase.first, phrase.core - 1), (phrase.core + 1, phrase.last)
    if phrase.last > phrase.core and not _has_person(line, core) and _has_person(line, apposition):
        return _named(analysis, line, apposition)
    return _named(analysis, line, core)


def _as_written(analysis: Analysis, line: Line, at: int) -> tuple[Who, ...]:
    """A pronoun that nothing resolves keeps its word."""
    span = line.units[at].span
    text = span.of(analysis.document.text)
    return (Who(text, Kind.UNKNOWN, text, span),)


def _is_impersonal(saying: Saying) -> bool:
    verb = saying.line.units[saying.cue[1]].verb
    return verb is not None and verb.form.kind == "impersonal"


def _recalled(analysis: Analysis, saying: Saying, memory: Memory, *, bodies: bool = False) -> tuple[Who, ...]:
    """The last speaker, where it is one, near, and nobody else was named since."""
    if len(memory.speakers) != 1 or not 0 <= saying.line.block - memory.block <= _NEAR:
        return ()
    last = memory.speakers[0]
    if bodies:
        return (last,) if last.kind in {Kind.BODY, Kind.SOURCE} else ()
    here = saying.line.span(*saying.cue).start
    since = (
        who
        for who in analysis.names
        if who.span is not None and memory.until <= who.span.start < here and who.kind is Kind.PERSON
    )
    return () if any(who.name != last.name for who in since) else (last,)


def _named(analysis: Analysis, line: Line, part: Range) -> tuple[Who, ...]:
    """Each of those that the words join by "and"."""
    first, last = part
    cut = next((i for i in range(first + 1, last) if line.at(i) in {"и", "і", "та", "й"}), -1)
    if cut > 0 and line.units[cut - 1].who is not line.units[cut + 1].who:
        both = (*_named(analysis, line, (first, cut - 1)), *_named(analysis, line, (cut + 1, last)))
        if len(both) == 2 and all(who.kind is not Kind.UNKNOWN for who in both):
            return both
    who = _one(analysis, line, part)
    return () if who is None else (who,)


def _one(analysis: Analysis, line: Line, part: Range) -> Who | None:
    """The one that the phrase names."""
    first, last = part
    span = line.span(first, last)
    text = span.of(analysis.document.text)
    inside = list(dict.fromkeys(unit.who for unit in line.units[first : last + 1] if unit.who is not None))
    person = next((who for who in reversed(inside) if who.kind is Kind.PERSON), None)
    if person is not None and _is_head(line, part):
        return person
    head = line.units[first]
    if head.who is not None and head.who.kind is not Kind.PERSON:
        return head.who
    state, party = _sides(analysis, line, part)
    kind = _kind(line, part)
    if kind is Kind.UNKNOWN:
        return _capital(analysis, line, part, span) or Who(text, Kind.UNKNOWN, text, span)
    entity = _owner(inside, kind)
    if entity is not None:
        return entity
    name = _nominative(line.at(first)) if first == last and not text.isupper() else text
    return Who(name, kind, text, span, text if kind is Kind.PERSON else "", state, party=party)


def _nominative(lower: str) -> str:
    """A single noun of the lists in the nominative, where only one noun can have this form."""
    found = {form_in(lower, nouns) for nouns in (words.OFFICES, words.BODIES, words.GROUPS)} - {""}
    is_plain = len(found) == 1 and not form_in(lower, words.OFFICES)  # an office may be singular or plural here
    return found.pop() if is_plain and lower not in found else lower


def _has_person(line: Line, part: Range) -> bool:
    """Whether a person's name stands in the words."""
    whos = (line.units[at].who for at in range(part[0], part[1] + 1))
    return any(who is not None and who.kind is Kind.PERSON for who in whos)


def _is_head(line: Line, part: Range) -> bool:
    """Whether the person named is who the phrase is about: it begins with the name or with an office."""
    head = line.units[part[0]]
    is_person = head.who is not None and head.who.kind is Kind.PERSON
    return is_person or not form_in(head.lower, words.BODIES) or bool(form_in(head.lower, words.OFFICES))


def _owner(inside: list[Who], kind: Kind) -> Who | None:
    """The body that the situation knows by a name inside the phrase, where the phrase is about a body."""
    return next((who for who in inside if kind is Kind.BODY and who.kind is Kind.BODY and who.entity), None)


def _kind(line: Line, part: Range) -> Kind:
    for at in range(part[0], min(part[0] + 4, part[1] + 1)):
        lower = line.at(at)
        if form_in(lower, words.GROUPS):
            return Kind.GROUP
        if form_in(lower, words.OFFICES):
            return Kind.PERSON
        if form_in(lower, words.BODIES):
            return Kind.BODY
    return Kind.UNKNOWN


def _sides(analysis: Analysis, line: Line, part: Range) -> tuple[str, str]:
    """The state and party that words inside the phrase name: "министр обороны Карвии"."""
    parties = parties_by_state(analysis.situation)
    for at in range(part[0], part[1] + 1):
        unit = line.units[at]
        if unit.who is not None and (unit.who.state or unit.who.party):
            return unit.who.state, unit.who.party
        state = _state_at(analysis, unit.span)
        if state:
            return state, parties.get(state, "")
    return "", ""


def _state_at(analysis: Analysis, span: Span) -> str:
    at = _token_at(analysis, span)
    _, entries = state_names().at(analysis.tokens, at)
    return entries[0].state if entries and entries[0].role in {"name", "demonym", "seat"} else ""


def _capital(analysis: Analysis, line: Line, part: Range, span: Span) -> Who | None:
    """A capital that speaks for its government: "Москва заявила"."""
    if part[0] != part[1]:
        return None
    _, entries = state_names().at(analysis.tokens, _token_at(analysis, line.units[part[0]].span))
    if not entries or entries[0].role not in {"capital", "seat"}:
        return None
    entry = entries[0]
    party = parties_by_state(analysis.situation).get(entry.state, "")
    return Who(entry.name, Kind.STATE, span.of(analysis.document.text), span, state=entry.state, party=party)


def _token_at(analysis: Analysis, span: Span) -> int:
    low, high = 0, len(analysis.tokens) - 1
    while low < high:
        middle = (low + high) // 2
        if analysis.tokens[middle].span.start < span.start:
            low = middle + 1
        else:
            high = middle
    return low
