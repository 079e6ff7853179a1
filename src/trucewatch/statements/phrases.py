"""Noun phrases around a cue: who the subject is, whole and head apart.

Decides by tags and commas where a noun phrase begins and ends. Knows nothing of who is meant.
"""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.language.model import Tag
from trucewatch.statements.cue_words import listed
from trucewatch.statements.frames import COMMAS, STOPS, Frame

#: No noun phrase of a speaker, with its apposition, is longer than this many words.
LONGEST_PHRASE = 60

POSSESSIVES = frozenset({"'s", "'", "’s", "’"})
RELATIVES = frozenset({"who", "which", "that"})
_HEADS = frozenset({Tag.NAME, Tag.NOUN, Tag.NUMBER})
_INNER = _HEADS | {Tag.ADJECTIVE}
_LINKS = listed("""
    of for in at from to on with near within inside outside under against
    between among by
    """)
_OWNERS = frozenset({"his", "her", "their", "its", "our", "my"})
_ANDS = frozenset({"and", "or", "&", "nor"})
_BEFORE_DETERMINERS = _LINKS | _ANDS | {"all", "both", "no", "such"}  # "no such attack", "such a raid"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: words ``first`` to ``last`` with its appositions; the part that names it ends at ``head``.

    ``is_relative`` where the words are "who" or "which"; then ``antecedent`` is what they stand for.
    """

    first: int
    last: int
    head: int
    is_relative: bool = False
    antecedent: tuple[int, int] | None = None

    @property
    def named_by(self) -> tuple[int, int]:
        """First and last word of the part that names the speaker."""
        return self.antecedent or (self.first, self.head)


def phrase_before(frame: Frame, end: int) -> Phrase | None:
    """The noun phrase that ends just before word ``end``, with appositions: the subject of a verb group there."""
    last = end - 1
    if 0 < last < len(frame) and frame.words[last].is_time:
        return _before_time(frame, last)
    if frame.at(last) in RELATIVES:
        return _relative(frame, last)
    if frame.at(last) in COMMAS:
        return _with_apposition(frame, last)
    if frame.at(last) in {"—", "–", "--"}:
        return _with_dashes(frame, last)
    first = left_edge(frame, last)
    if first is None:
        return None
    return Phrase(_with_list(frame, first, last), last, last)


def _before_time(frame: Frame, last: int) -> Phrase | None:
    """As in "The mayor on Friday said": the phrase before a time; "a report published Friday" keeps it."""
    at = last
    while at >= 0 and (frame.words[at].is_time or frame.at(at) in {"on", "in", "late", "early", "last"}):
        at -= 1
    if at < 0 or frame.is_quotation(at) or frame.at(at) in COMMAS:
        return None
    if frame.words[at].form == "en":
        before = left_edge(frame, at - 1)
        return None if before is None else Phrase(before, last, at - 1)
    return phrase_before(frame, at + 1)


def _relative(frame: Frame, at: int) -> Phrase | None:
    """As in "who" or "which" as a subject, with the noun phrase it stands for."""
    before = at - 1 if frame.at(at - 1) not in COMMAS else at - 2
    first = left_edge(frame, before)
    if first is None:
        return None if frame.at(at) == "that" else Phrase(at, at, at, is_relative=True)
    if frame.at(at) == "that" and frame.tag(before) is Tag.PRONOUN:
        return None
    return Phrase(at, at, at, is_relative=True, antecedent=(first, before))


def _with_apposition(frame: Frame, comma: int) -> Phrase | None:
    """As in "Anna Berg, the mayor of Tolm, " before a verb: the nearest opening comma with a noun phrase before it."""
    for opener in range(comma - 1, max(-1, comma - LONGEST_PHRASE), -1):
        if frame.is_quotation(opener) or frame.at(opener) in {";", ":"}:
            return None
        if frame.at(opener) not in COMMAS or not _opens_aside(frame, opener + 1):
            continue
        first = left_edge(frame, opener - 1)
        if first is None or frame.tag(first - 1) is Tag.PREPOSITION or frame.words[opener - 1].is_time:
            continue
        if first == opener - 1 and frame.tag(first) is Tag.NUMBER and frame.at(first - 1) in COMMAS:
            continue  # an age
        is_name = _is_apposition(frame, opener + 1)
        goes_on = frame.at(first - 1) in COMMAS or (frame.at(first - 1) == "also" and frame.at(first - 2) == "but")
        may_describe = is_name or frame.tag(first) is Tag.DETERMINER
        deeper = _with_apposition(frame, first - 1) if goes_on and may_describe else None
        if deeper is not None and _describes(frame, first, deeper):
            return Phrase(deeper.first, comma - 1, deeper.head)
        return Phrase(_with_list(frame, first, opener - 1), comma - 1 if is_name else opener - 1, opener - 1)
    return None


def _describes(frame: Frame, first: int, named: Phrase) -> bool:
    """Whether the phrase from ``first`` is itself an apposition to a name: "Berg, secretary for trade and ports"."""
    return frame.tag(first) is Tag.DETERMINER or (
        frame.tag(named.head) is Tag.NAME and frame.tag(first) in {Tag.NOUN, Tag.ADJECTIVE}
    )


def _with_dashes(frame: Frame, dash: int) -> Phrase | None:
    """As in "The mayor — a doctor — " before a verb."""
    for opener in range(dash - 1, max(-1, dash - LONGEST_PHRASE), -1):
        if frame.at(opener) in {"—", "–", "--"}:
            first = left_edge(frame, opener - 1)
            return None if first is None else Phrase(first, dash - 1, opener - 1)
    return None


def _opens_aside(frame: Frame, at: int) -> bool:
    """Whether what follows a comma may stand between a subject and its verb."""
    return _is_apposition(frame, at) or frame.tag(at) in {Tag.VERB, Tag.PREPOSITION, Tag.ADVERB, Tag.SUBORDINATOR}


def _is_apposition(frame: Frame, at: int) -> bool:
    """Whether what follows a comma says who the subject is."""
    if frame.at(at) in {"who", "whose", "which"}:
        return True
    return (
        frame.tag(at) in {Tag.DETERMINER, Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.NUMBER} and not frame.words[at].is_time
    )


def _with_list(frame: Frame, first: int, last: int) -> int:
    """The first word of a list that the phrase ends ("A, B and C")."""
    if not any(frame.at(i) in _ANDS for i in range(first, last)):
        return first
    while frame.at(first - 1) in COMMAS:
        earlier = left_edge(frame, first - 2)
        if earlier is None or frame.tag(earlier - 1) in {Tag.PREPOSITION, Tag.VERB}:
            break
        first = earlier
    return first


def left_edge(frame: Frame, last: int) -> int | None:
    """The first word of the plain noun phrase that ends at ``last``, or None where no noun phrase ends there."""
    if last < 0 or frame.is_quotation(last):
        return None
    if frame.tag(last) is Tag.PRONOUN:
        return _pronoun_edge(frame, last)
    if frame.at(last) == ")":
        opener = next((i for i in range(last, max(-1, last - 12), -1) if frame.at(i) == "("), None)
        return None if opener is None else left_edge(frame, opener - 1)
    is_head = _is_nominal(frame, last) or frame.at(last) in {"these", "those", "all", "both", "some", "others", "many"}
    if not is_head:
        return None
    first = last
    at = last - 1
    while at >= max(0, last - LONGEST_PHRASE) and _continues_left(frame, at, first):
        first = at
        at -= 1
    return _trimmed(frame, first, last)


def _is_nominal(frame: Frame, at: int) -> bool:
    """Whether a word can be part of a noun phrase; after an article a verb's base form is a noun ("the crowd")."""
    if frame.tag(at) in _INNER:
        return True
    return frame.tag(at) is Tag.VERB and frame.words[at].form == "base" and frame.at(at - 1) in {"the", "a", "an"}


def _pronoun_edge(frame: Frame, last: int) -> int | None:
    """A pronoun stands alone, save in "each of them", "some of us"."""
    if frame.at(last - 1) in {"of", "to"} and last >= 2:
        return left_edge(frame, last - 2)
    return last


def _continues_left(frame: Frame, at: int, first: int) -> bool:  # noqa: PLR0911 - one rule a line
    """Whether the phrase that begins at ``first`` also takes in the word before it."""
    word, tag = frame.words[at], frame.tag(at)
    if frame.is_quotation(at) or (word.is_time and not frame.words[first].is_time and word.lower not in POSSESSIVES):
        return frame.is_quotation(at) and frame.tag(first) in _INNER and frame.tag(at - 1) is Tag.DETERMINER
    begins = frame.tag(first) is Tag.DETERMINER or frame.tag(first) is Tag.PRONOUN
    if _is_nominal(frame, at) or word.lower in POSSESSIVES or word.lower in {"-", "/"}:
        return not begins
    if tag is Tag.QUOTE:
        return not begins and frame.at(at - 1) not in COMMAS | STOPS
    if tag is Tag.DETERMINER or (tag is Tag.PRONOUN and word.lower in {"his", "her", "their", "its", "our", "my"}):
        return not begins or frame.at(at) in {"all", "both"}
    if word.lower in _LINKS or word.lower in _ANDS:
        is_participle = frame.words[at - 1].form == "en" and frame.tag(at - 1) is Tag.VERB
        if at > 1 and is_participle and frame.tag(at - 2) in _INNER:
            return True  # "officials briefed on the plan"
        return frame.tag(at - 1) in _INNER or frame.at(at - 1) in {")", "some", "many", "most", "all", "one", "those"}
    if tag is Tag.VERB:
        return word.form in {"en", "ing"} and frame.tag(at - 1) in _INNER and not begins
    return tag is Tag.ADVERB and frame.tag(first) in {Tag.ADJECTIVE, Tag.NUMBER}


def _trimmed(frame: Frame, first: int, last: int) -> int | None:
    """The phrase without a leading link, conjunction or mark."""
    while first < last and (
        frame.at(first) in _LINKS | _ANDS | POSSESSIVES
        or frame.tag(first) in {Tag.VERB, Tag.ADVERB, Tag.PUNCTUATION}
        or (frame.words[first].is_time and not frame.words[last].is_time)
    ):
        first += 1
    return None if frame.words[last].is_time and frame.words[first].is_time else first


def is_each_other(frame: Frame, at: int) -> bool:
    """Whether "each other", "one another" or "the other" stands at ``at``."""
    return (frame.at(at), frame.at(at + 1)) in {("each", "other"), ("one", "another"), ("the", "other")}


def phrase_after(
    frame: Frame, start: int, *, stops: frozenset[str] = frozenset(), appositions: bool = True
) -> Phrase | None:
    """The noun phrase that begins at ``start``: an inverted subject, an addressee, the accused."""
    at = start
    if frame.tag(at) is Tag.PRONOUN and frame.at(at) not in _OWNERS and frame.at(at + 1) != "of":
        return Phrase(at, at, at)
    while at < min(len(frame), start + LONGEST_PHRASE) and _continues_right(frame, at, start, stops):
        at += 1
    last = at - 1
    while last >= start and (
        frame.at(last) in _LINKS | _ANDS or frame.tag(last) in {Tag.ADVERB, Tag.QUOTE, Tag.DETERMINER}
    ):
        last -= 1
    if last < start or not any(_is_nominal(frame, i) or frame.tag(i) is Tag.PRONOUN for i in range(start, last + 1)):
        return None
    return Phrase(start, _apposition_end(frame, last) if appositions else last, last)


def _continues_right(frame: Frame, at: int, start: int, stops: frozenset[str]) -> bool:  # noqa: PLR0911 - one rule a line
    """Whether the phrase that began at ``start`` also takes in word ``at``."""
    word, tag = frame.words[at], frame.tag(at)
    if frame.is_quotation(at) or word.lower in stops or (word.is_time and at > start):
        return False
    if _is_nominal(frame, at) or word.lower in POSSESSIVES:
        return True
    if tag is Tag.DETERMINER or tag is Tag.PRONOUN:
        return at == start or frame.at(at - 1) in _BEFORE_DETERMINERS
    if word.lower in _LINKS:
        return (
            at > start
            and (frame.tag(at + 1) in _INNER | {Tag.DETERMINER, Tag.PRONOUN})
            and not frame.words[at + 1].is_time
        )
    if word.lower in _ANDS:
        return frame.tag(at + 1) in _INNER | {Tag.DETERMINER}
    if word.lower in {"(", ")", "-", "/"}:
        return at > start
    return tag is Tag.ADVERB and frame.tag(at + 1) in {Tag.NUMBER, Tag.ADJECTIVE}


def _apposition_end(frame: Frame, last: int) -> int:
    """The last word of an apposition that follows the phrase: ", head of the war crimes department"."""
    if frame.at(last + 1) not in COMMAS or last + 2 >= len(frame) or not _is_apposition(frame, last + 2):
        return last
    is_clause = False
    for at in range(last + 2, min(len(frame), last + LONGEST_PHRASE)):
        is_clause = is_clause or frame.at(at) in {"who", "whose", "which", "that"}
        if frame.is_quotation(at) or frame.at(at) in STOPS | COMMAS | {":"}:
            return at - 1
        if not is_clause and (frame.tag(at) is Tag.AUX or frame.words[at].form in {"past", "s"}):
            return last
    return len(frame) - 1
