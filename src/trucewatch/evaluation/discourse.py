"""What is found in a text, cut as a corpus does that takes attribution for a relation of discourse (UD English GUM).

Decides two things that such guidelines settle otherwise than those of news. What counts: a clause or a quotation that
words of saying, thinking or knowing introduce, never a thing praised, wanted or denied. And the ends: the cue is the
word itself, without auxiliaries, negation and particles; the source is its phrase up to what a comma or a bracket
adds; a content is one clause, without the "but" and "because" that go on from it; an attribution inside another is cut
out of it. All of it is told by the words of the text, nothing by what is annotated. Other languages as they are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from trucewatch.evaluation.finding import NOWHERE, by_engine
from trucewatch.evaluation.model import Article, Marked, Range, document_of, joined
from trucewatch.language import analyse
from trucewatch.language.model import Tag, tongue_of
from trucewatch.statements.cue_words import listed
from trucewatch.statements.cues import Cue
from trucewatch.statements.frames import COMMAS, Frame, Reading
from trucewatch.statements.limits import is_finite
from trucewatch.statements.sayings import Saying, find_sayings
from trucewatch.statements.thoughts import opens_clause

_ASKING = listed("whether if how what why who when where which")
_OPEN = frozenset({"whether", "if", "why"})
#: Whose question is what they are about, not what somebody holds: "see what he wants", "tell him where it is".
_PERCEIVING = frozenset({"see", "tell", "learn", "hear"})
#: Verbs as often of a thing: "found a way that works".
_WITH_THING = listed("""
    find show report see hear propose declare recognize recognise expect write highlight learn imply
    """)
_CLAUSE_REACH = 25  # words within which a clause without "that" shows its verb
_CLOSERS = frozenset("?!")


def by_discourse(article: Article) -> list[Marked]:
    """The sayings and thoughts of an English text with the ends that GUM's guidelines ask for."""
    document = document_of(article.text, article.language)
    if tongue_of(document) != "en":
        return by_engine(article)
    reading = Reading(analyse(document, NOWHERE))
    kept = [saying for saying in find_sayings(reading, thoughts=True) if _tells_a_clause(saying)]
    return _unnested(article.text, [_marked(article.text, saying) for saying in kept])


def _tells_a_clause(saying: Saying) -> bool:
    """Whether what was said is a quotation or a clause, reported by words."""
    cue, content = saying.cue, saying.content
    if cue is None or cue.form == "noun" or _is_relative(saying):
        return False
    if saying.further or content.has_that or cue.form == "preposition":
        return True
    return any(_opens_clause(saying.frame, cue, part) for part in content.parts)


def _is_relative(saying: Saying) -> bool:
    """As in "what he said was new": the clause around it asserts, and not he."""
    phrase = saying.subject.phrase
    return phrase is not None and saying.frame.at(phrase.first - 1) in {"what", "whatever"}


def _opens_clause(frame: Frame, cue: Cue, part: Range) -> bool:
    """Whether a quotation, a question or a clause with a verb of its own is what ``cue`` takes in the words there."""
    first, last = part
    if frame.is_quotation(first):
        return True
    if frame.at(first) in _ASKING:
        return opens_clause(frame, first) and (frame.at(first) in _OPEN or cue.entry.lemma not in _PERCEIVING)
    if cue.entry.lemma in _WITH_THING or (cue.takes("o") and not cue.takes("tT")):
        return opens_clause(frame, first)
    if cue.entry.lemma == ":" or not cue.takes("tT"):
        return False
    return _has_verb(frame, first, min(last, first + _CLAUSE_REACH))


def _has_verb(frame: Frame, first: int, last: int) -> bool:
    """Whether a clause without "that" stands there: a finite verb before any comma, save after words that open it."""
    if frame.at(first) == "to" or frame.words[first].form == "ing":
        return False
    opens_late = frame.tag(first) in {Tag.PREPOSITION, Tag.ADVERB, Tag.SUBORDINATOR}
    for at in range(first, last + 1):
        if frame.at(at) in _ASKING | {"that"} or frame.is_quotation(at) or (frame.at(at) in COMMAS and not opens_late):
            return False
        if is_finite(frame, at):
            return True
    return False


def _marked(text: str, saying: Saying) -> Marked:
    """The saying with its ends."""
    frame, cue = saying.frame, saying.cue
    parts = [(first, _end(frame, first, last)) for first, last in saying.content.whole]
    content = [frame.span(*part) for part in parts] + saying.further
    return {
        "content": [_with_close(text, (span.start, span.end)) for span in content],
        "source": list(_sources(saying)),
        "cue": [] if cue is None or cue.entry.lemma == ":" else joined(text, _cue(frame, cue)),
    }


def _end(frame: Frame, first: int, last: int) -> int:
    """The last word of the first clause: before ", but it" and the like, which stand beside the attribution."""
    for at in range(first + 2, last):
        if frame.is_quotation(at):
            continue
        is_paused = frame.at(at - 1) in COMMAS
        if is_paused and frame.at(at) in {"but", "so", "and"} and opens_clause(frame, at + 1):
            return at - 2
        if frame.at(at) == "because" or (is_paused and frame.at(at) == "which"):
            return at - 1 - is_paused
    return last


def _cue(frame: Frame, cue: Cue) -> list[Range]:
    """The word that reports, with "to" of "according to" and the second word of "make sure" and "was like"."""
    heads = {cue.head}
    if cue.form == "preposition" or cue.entry.lemma in {"make sure", "be like"}:
        heads.add(cue.last - (frame.at(cue.last) in COMMAS))
    return [(frame.words[at].span.start, frame.words[at].span.end) for at in heads]


def _with_close(text: str, content: Range) -> Range:
    """With the question mark that ends it, or the stop after speech."""
    start, end = content
    closes = text[end : end + 1] in _CLOSERS or (text[end - 1] == "”" and text[end : end + 1] == ".")
    return start, end + (closes and end < len(text))


def _sources(saying: Saying) -> Iterator[Range]:
    """The phrase that names the source, up to a comma or a bracket; none where there is none."""
    frame, phrase = saying.frame, saying.subject.phrase
    if phrase is None:
        return
    first, last = phrase.first, min(phrase.last, max(phrase.head, phrase.first))
    last = next((at - 1 for at in range(first + 1, last + 1) if frame.at(at) in COMMAS | {"("}), last)
    span = frame.span(first, last)
    yield span.start, span.end


def _unnested(text: str, found: Sequence[Marked]) -> list[Marked]:
    """What stands inside the content of another cut out of that."""
    left = ((one, list(_left_of(one, found))) for one in found)
    return [{**one, "content": [(low, high) for low, high in ranges if text[low:high].strip()]} for one, ranges in left]


def _left_of(one: Marked, found: Sequence[Marked]) -> Iterator[Range]:
    for start, end in one["content"]:
        inner = sorted(
            hole
            for other in found
            if other is not one and _is_inside(other, (start, end))
            for role in ("source", "cue", "content")
            for hole in other[role]
        )
        yield from _without((start, end), inner)


def _is_inside(other: Marked, content: Range) -> bool:
    """Whether the other attribution's cue stands in this content."""
    return any(content[0] <= start and end <= content[1] for start, end in other["cue"])


def _without(whole: Range, holes: Iterable[Range]) -> Iterator[Range]:
    at, end = whole
    for low, high in holes:
        if low > at:
            yield at, min(low, end)
        at = max(at, high)
    if at < end:
        yield at, end
