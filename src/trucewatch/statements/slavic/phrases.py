"""Noun phrases of Russian and Ukrainian lines, as far as endings and neighbours tell them.

Decides where the words that name somebody begin and end. Never decides who that is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from trucewatch.language.gazetteer import is_cyrillic
from trucewatch.language.lexicon import word_set
from trucewatch.language.slavic import words
from trucewatch.language.slavic.forms import form_in, looks_past
from trucewatch.statements.slavic.lines import Line, Unit
from trucewatch.values import Kind

_LONGEST = 24  # units of one phrase
_LONGEST_TITLE = 60  # characters of a name in quotation marks: the agency «So-and-so»
_BACK = 40  # units before a cue in which its subject is looked for
_ADJECTIVE = re.compile(
    r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ом|ем|ой|ей|ую|юю|ых|их|ыми|ими|ій|ої|ьої|ою|ими|ім|ього)$"
)
_PARTICIPLE = re.compile(r"(?:вш|ющ|ущ|ащ|ящ|нн|вч|юч|уч)(?:ий|ая|ее|ие|его|ему|им|ем|ей|ую|их|ими|ый|ые|ого|а|і|е)$")
_GERUND = re.compile(r"(?:ясь|ась|вшись|ая|яя|вши|ючи|учи|ючись|учись|вшися)$")
_NO_INFINITIVES = word_set("сеть пять шесть часть власть область память ночь помощь речь новости области власти части")
#: Turns of speech between commas, by their first two words.
_TURNS = {("в", "свою"), ("у", "свою"), ("своей", "очередью"), ("своєю", "чергою"), ("со", "своей"), ("зі", "свого"),
          ("в", "частности"), ("между", "тем"), ("тем", "временем"), ("тим", "часом")}  # fmt: skip
_RELATIVE = ("котор", "який", "яка", "яке", "які", "знаком", "осведомлен", "близк", "наближен", "обізнан")
_COMMON_LINK = frozenset({"и", "і", "та", "й"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase by units, both ends included. ``core`` is where its apposition begins, or one past its end."""

    first: int
    last: int
    core: int
    is_pronoun: bool = False


def is_listed(lower: str) -> bool:
    """Whether the word is a noun for people, an office or a body, in some case."""
    return any(form_in(lower, nouns) for nouns in (words.OFFICES, words.BODIES, words.GROUPS))


def is_verb_like(unit: Unit) -> bool:
    """Whether the word looks like a past tense or is a verb of saying."""
    if unit.verb is not None:
        return True
    if unit.who is not None or unit.text[:1].isupper() or not is_cyrillic(unit.lower or " ") or len(unit.lower) < 4:
        return False
    return looks_past(unit.lower) and not is_listed(unit.lower)


def phrase_at(line: Line, at: int) -> Phrase | None:
    """The noun phrase that begins at a unit, or None where none can."""
    if at >= len(line):
        return None
    unit = line.units[at]
    if unit.lower in words.PRONOUNS:
        return Phrase(at, at, at + 1, is_pronoun=True)
    end = _end(line, at)
    if end == at:
        return None
    return Phrase(at, _apposition(line, end) - 1, end)


def _end(line: Line, start: int) -> int:
    """One past the phrase's last unit."""
    at = start
    while at < len(line) and at - start < _LONGEST:
        step = _step(line, start, at)
        if not step:
            break
        at += step
        done = line.units[at - 1].who
        if done is not None and done.kind is Kind.PERSON and not _same_name(line, at):
            joined = _joined(line, at)
            if not joined:
                break
            at += joined
    while at > start and (line.units[at - 1].is_closed_class or line.units[at - 1].is_dash):
        at -= 1
    return at


def _same_name(line: Line, at: int) -> bool:
    return at < len(line) and line.units[at].who is line.units[at - 1].who


def _step(line: Line, start: int, at: int) -> int:
    """How many units the phrase takes here: 0 where it ends."""
    unit = line.units[at]
    if unit.quotation is not None:
        before = line.at(at - 1)
        is_title = at > start and bool(form_in(before, words.BODIES) or form_in(before, words.OFFICES))
        return 1 if is_title and unit.span.end - unit.span.start <= _LONGEST_TITLE else 0
    if unit.is_time or (unit.who is None and is_verb_like(unit)):
        return 0
    if unit.lower in words.PREPOSITIONS:
        return 1 if at > start and _links(line, start, at) else 0
    if unit.lower in _COMMON_LINK:
        return _joined(line, at) if at > start else 0
    if not unit.is_word or unit.is_closed_class or unit.lower in words.ADDRESSEES:
        return 0
    return 0 if unit.lower[0].isdigit() else 1


def _links(line: Line, start: int, at: int) -> bool:
    """Whether a preposition belongs to an office: "уполномоченный по правам", "посол Карвии в Долии"."""
    if line.at(at) not in words.OFFICE_LINKS or not any(form_in(line.at(i), words.OFFICES) for i in range(start, at)):
        return False
    if line.at(at + 1) in words.TITLE_RELATIONS:
        return True
    for ahead in range(at + 1, min(at + 6, len(line))):
        unit = line.units[ahead]
        if unit.who is not None and unit.who.kind is Kind.PERSON:
            return True
        if not unit.is_word or unit.is_time or unit.is_closed_class:
            return False
    return False


def _joined(line: Line, at: int) -> int:
    """Two units where "and" joins another that can speak: "Берг и Хейл", "министр и посол"."""
    if line.at(at) not in _COMMON_LINK or at + 1 >= len(line):
        return 0
    after = line.units[at + 1]
    return 2 if after.who is not None or is_listed(after.lower) else 0


def _apposition(line: Line, end: int) -> int:
    """One past an apposition that follows in commas: "Берг, глава администрации,"."""
    if line.at(end) != "," or end + 1 >= len(line) or not form_in(line.at(end + 1), words.OFFICES):
        return end
    at = end + 1
    while at < len(line) and at - end < _LONGEST and _step(line, end + 1, at):
        at += 1
    is_over = at >= len(line) or line.units[at].text in {",", ".", "—", "–", "-", "!", "?", ")"}
    return at if is_over and at > end + 1 else end


def clause_start(line: Line, cue: int) -> int:
    """Where the clause of a cue begins: after the mark, quotation or subordinating word before it."""
    at = cue
    while at > 0 and cue - at < _BACK:
        unit = line.units[at - 1]
        if unit.quotation is None and not unit.is_word and unit.text not in {"(", ")", "%", "№", "/"}:
            if unit.text == "," and _is_inserted(line, at, cue):
                at = _insertion_start(line, at - 1)
                continue
            if unit.is_dash and at - 2 >= 0 and unit.text == "-" and line.units[at - 2].is_word:
                return at
            return at
        if unit.lower in words.SUBORDINATORS and unit.lower not in {"так", "потому", "тому"}:
            return at
        at -= 1
    return at


def _is_inserted(line: Line, at: int, cue: int) -> bool:
    """Whether the comma before ``at`` closes a participle or an apposition, so that the subject stands before it."""
    opened = _insertion_start(line, at - 1)
    if opened >= 0 and _is_time(line, opened + 1, at - 1):
        return True
    if at != cue and any(line.units[i].is_word and not _may_stand_between(line.units[i]) for i in range(at, cue)):
        return False
    return opened >= 0


def _may_stand_between(unit: Unit) -> bool:
    return unit.lower in words.ADVERBS or unit.is_time or unit.lower in words.PREPOSITIONS | words.NEGATIONS


def _insertion_start(line: Line, comma: int) -> int:
    """The comma that opens what the given comma closes, or -1 where it opens nothing inserted."""
    for at in range(comma - 1, max(comma - _LONGEST, -1), -1):
        if line.at(at) != ",":
            if line.units[at].text in {":", ";"} or line.units[at].is_dash:
                return -1
            continue
        is_title = bool(form_in(line.at(at + 1), words.OFFICES)) or (line.at(at + 1), line.at(at + 2)) in _TURNS
        return at if is_title or _is_time(line, at + 1, comma) or opens_insertion(line, at + 1) else -1
    return -1


def opens_insertion(line: Line, at: int) -> bool:
    """Whether a participle, a gerund or "который" opens what stands behind a comma."""
    is_relative = line.at(at).startswith(_RELATIVE)
    opened = line.units[at : at + 2]
    return is_relative or any(_PARTICIPLE.search(unit.lower) or _GERUND.search(unit.lower) for unit in opened)


def _is_time(line: Line, first: int, end: int) -> bool:
    """Whether nothing but a time stands there: ", 14 марта,"."""
    return all(unit.is_time for unit in line.units[first:end]) and first < end


def subject_before(line: Line, start: int, cue: int) -> Phrase | None:
    """The noun phrase in front of a cue that says something, past adverbs, times and prepositional phrases."""
    at = start
    while at < cue:
        unit = line.units[at]
        if unit.lower in words.PREPOSITIONS:
            at = past_prepositional(line, at, cue)
        elif unit.is_time or unit.lower in words.ADVERBS | words.CONJUNCTIONS | words.NEGATIONS or not unit.is_word:
            at += 1
        else:
            found = phrase_at(line, at)
            if found is None:
                return None
            return found if found.core <= cue else None
    return None


def past_prepositional(line: Line, at: int, cue: int) -> int:
    """One past a prepositional phrase: its noun with adjectives before and genitives after, up to a subject."""
    at += 1
    has_noun = False
    while at < cue:
        unit = line.units[at]
        if unit.quotation is not None:
            at += 1
            continue
        if not unit.is_word:
            return at
        if unit.lower in words.PREPOSITIONS - {"из", "із", "з"} or unit.lower in words.ADVERBS:
            return at
        if has_noun and _opens_subject(line, at):
            return at
        is_number = unit.is_time or unit.lower[:1].isdigit()
        is_adjective = _ADJECTIVE.search(unit.lower) is not None and unit.who is None and not is_listed(unit.lower)
        has_noun = has_noun or not (is_adjective or is_number)
        at += 1
    return at


def _opens_subject(line: Line, at: int) -> bool:
    """Whether a unit after a preposition's noun is a subject in the nominative and no genitive of that noun."""
    unit, before = line.units[at], line.units[at - 1]
    if unit.who is not None and unit.who is before.who:
        return False
    if unit.lower in words.PRONOUNS or any(
        unit.lower in nouns for nouns in (words.OFFICES, words.BODIES, words.GROUPS)
    ):
        return True
    if unit.who is not None and unit.who.kind is not Kind.PERSON and unit.text[:1].isupper():
        return unit.lower.endswith(("ия", "ія", "ь", "ан", "ин", "аль"))  # no genitive ends so
    if unit.who is not None:
        return unit.who.kind is Kind.PERSON and not unit.lower.endswith(
            ("а", "я", "у", "ю", "ы", "ым", "им", "ом", "і")
        )
    return unit.text[:1].isupper() and not unit.lower.endswith(("а", "я", "у", "ю", "ы", "и", "і", "ой", "ого"))


def body_inside(line: Line, start: int, cue: int) -> Phrase | None:
    """The body of "в министерстве заявили": what stands after "in", in front of a plural cue."""
    at = start
    while at < cue:
        unit = line.units[at]
        if unit.lower in {"в", "во", "у", "на"} and at + 1 < cue:
            found = phrase_at(line, at + 1)
            after = line.units[at + 1]
            is_body = form_in(after.lower, words.BODIES) or (
                after.who is not None and (after.who.kind in _SPEAKING or bool(after.who.party))
            )
            if found is not None and (is_body or _has_body(line, found)) and found.core <= cue:
                return found
        at += 1
    return None


_SPEAKING = frozenset({Kind.BODY, Kind.SOURCE, Kind.STATE})


def _has_body(line: Line, phrase: Phrase) -> bool:
    """Whether a body's noun stands in the phrase: "в карвийском генштабе"."""
    return any(form_in(line.at(i), words.BODIES) for i in range(phrase.first, phrase.core))


def is_infinitive(unit: Unit) -> bool:
    """Whether the word has an infinitive's ending."""
    lower = unit.lower
    ending = lower.endswith(("ать", "ять", "ить", "еть", "уть", "оть", "ыть", "ться", "тись", "чь", "сти", "зти", "ати",
                             "яти", "ити", "іти", "їти", "ути", "оти", "ерти", "йти", "тися"))  # fmt: skip
    return ending and len(lower) > 3 and unit.who is None and lower not in _NO_INFINITIVES
