"""The clauses of what was said: their subject, verb group and reach.

Decides where the main clauses of a content stand, in words reported and in direct speech alike, and whether each is
negated, passive or unreal. A content without a finite verb ("shelling the port") is one clause without a subject. Knows
nothing of who is meant or of what the saying does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.language.model import Tag
from trucewatch.statements.cue_words import listed
from trucewatch.statements.frames import COMMAS, DASHES, STOPS, Frame, Reading
from trucewatch.statements.phrases import Phrase, phrase_after
from trucewatch.statements.sayings import Saying

NOT = frozenset({"not", "n't", "never", "no", "neither", "nor", "nothing", "none", "nobody"})
MODALS = listed("will would could may might should can must shall wo ca 'll 'd")
_BE = listed("be been being is are was were am 's 're")
_ITSELF = listed("itself himself herself themselves ourselves myself all both each")
_OPENING = listed("that and but so yet however also then now still well yes")
_POINTING = frozenset({"this", "that", "these", "those", "it", "there"})
_JOINING = frozenset({"and", "but", "or"})
_MOST_CLAUSES = 8
_SUBJECT_REACH = 14  # words between a subject and its verb: "the two shepherds missing from Kolm were"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of ``frame``: its verb group from ``group`` to the main verb or copula at ``verb``, up to ``last``."""

    frame: Frame
    subject: Phrase | None
    group: int
    verb: int
    last: int

    @property
    def lemma(self) -> str:
        """The main verb's; "be" for a copula."""
        lemma = self.frame.words[self.verb].lemma
        return {"wounded": "wound", "injured": "injure"}.get(lemma, lemma)

    @property
    def helpers(self) -> frozenset[str]:
        """The words of the verb group before the main verb."""
        return frozenset(self.frame.at(i) for i in range(self.group, self.verb))

    @property
    def is_negated(self) -> bool:
        """Whether the clause says that it is not so: "did not fire", "no aircraft left", "knew nothing"."""
        if self.helpers & NOT or self.frame.at(self.verb + 1) in {*NOT, "n't"}:
            return True
        first = -1 if self.subject is None else self.subject.first
        return first >= 0 and bool({self.frame.at(first), self.frame.at(first - 1)} & NOT)

    @property
    def is_passive(self) -> bool:
        """Whether the subject is who it was done to."""
        is_done = self.frame.words[self.verb].form in {"en", "past"} or self.frame.at(self.verb) in {
            "wounded",
            "injured",
        }
        return is_done and bool(self.helpers & _BE) and self.lemma != "be"

    @property
    def modal(self) -> str:
        """The modal of the verb group; "" without one."""
        return next((word for i in range(self.group, self.verb) if (word := self.frame.at(i)) in MODALS), "")

    def words(self) -> Iterator[str]:
        """The words after the main verb."""
        return (self.frame.at(i) for i in range(self.verb + 1, self.last + 1))


def clauses_of(reading: Reading, saying: Saying) -> tuple[Clause, ...]:
    """The main clauses of what was said, in text order; a bounded number of them."""
    found: list[Clause] = []
    for frame, first, last in stretches_of(reading, saying):
        found.extend(_clauses(frame, first, last))
        if len(found) >= _MOST_CLAUSES:
            break
    return tuple(found[:_MOST_CLAUSES])


def stretches_of(reading: Reading, saying: Saying) -> Iterator[tuple[Frame, int, int]]:
    """The stretches of words said: the frame's own, and the sentences of direct speech."""
    frame = saying.frame
    for first, last in saying.content.parts:
        start = first
        for at in range(first, last + 1):
            quotation = frame.words[at].quotation
            if quotation is None:
                continue
            if start < at:
                yield frame, start, at - 1
            for inner in reading.frames_in(quotation, frame):
                yield inner, 0, len(inner) - 1
            start = at + 1
        if start <= last:
            yield frame, start, last
    for further in saying.further:
        for quotation in reading.quotations_in(further)[:1]:
            for inner in reading.frames_in(quotation, frame):
                yield inner, 0, len(inner) - 1


def _clauses(frame: Frame, first: int, last: int) -> Iterator[Clause]:
    """The main clause that opens at ``first``, and those that "and" joins to it."""
    main = _clause(frame, first, last)
    if main is None:
        return
    yield main
    at = main.verb + 1
    subject = main.subject
    while at < last:
        if frame.at(at) in _JOINING or (frame.at(at) in {";", "."} and at > first):
            joined = _joined(frame, at + 1, last, subject)
            if joined is not None:
                yield joined
                subject, at = joined.subject, joined.verb
        at += 1


def _joined(frame: Frame, at: int, last: int, subject: Phrase | None) -> Clause | None:
    """The clause after "and": with "that", with a subject of its own, or a verb that shares the one before."""
    while frame.tag(at) is Tag.ADVERB and at < last:
        at += 1
    if _is_finite(frame, at):
        return _grouped(frame, subject, at, last)
    if frame.at(at) == "that":
        return _clause(frame, at + 1, last)
    phrase = phrase_after(frame, at, appositions=False)
    return _grouped(frame, phrase, phrase.last + 1, last) if phrase and _is_finite(frame, phrase.last + 1) else None


def _clause(frame: Frame, first: int, last: int) -> Clause | None:
    """The clause that opens at ``first``."""
    at = _past_opening(frame, first, last)
    is_bare = frame.at(at) in _POINTING and _is_finite(frame, at + 1)
    subject = Phrase(at, at, at) if is_bare else phrase_after(frame, at, appositions=False)
    if subject is None:
        return _grouped(frame, None, at, last) if at <= last and frame.tag(at) in {Tag.VERB, Tag.AUX} else None
    for verb in range(subject.last + 1, min(last, subject.last + _SUBJECT_REACH) + 1):
        if _is_finite(frame, verb):
            return _grouped(frame, subject, verb, last)
        if frame.at(verb) in COMMAS | STOPS | DASHES and verb > subject.last + 1 and frame.at(verb) not in COMMAS:
            break
    return None


def _past_opening(frame: Frame, first: int, last: int) -> int:
    """The first word of the subject: after "that", a time, an adverb, or "On the 4th, "."""
    at = first
    while at < last:
        if frame.words[at].is_time or frame.at(at) in _OPENING | COMMAS or frame.tag(at) in {Tag.ADVERB, Tag.QUOTE}:
            at += 1
        elif frame.at(at) == "at" and frame.at(at + 1) in {"least", "most"}:
            at += 2
        elif frame.tag(at) is Tag.PREPOSITION and (comma := _next_comma(frame, at, last)):
            at = comma + 1
        else:
            break
    return at


def _next_comma(frame: Frame, start: int, last: int) -> int:
    """The comma that ends an opening phrase without a verb; 0 where there is none."""
    for at in range(start, min(last, start + 12)):
        if frame.at(at) in COMMAS:
            return at
        if _is_finite(frame, at):
            return 0
    return 0


def _grouped(frame: Frame, subject: Phrase | None, start: int, last: int) -> Clause | None:
    """The clause whose verb group begins at ``start``."""
    verb = at = start
    while at <= last:
        tag = Tag.VERB if _is_harmed(frame, at) else frame.tag(at)
        if tag is Tag.VERB and not (frame.words[at].lemma == "have" and frame.at(at + 1) in _ITSELF):
            verb = at
            break
        if tag in {Tag.AUX, Tag.VERB}:
            verb = at
        elif not (
            tag in {Tag.ADVERB, Tag.PARTICLE, Tag.QUOTE}
            or frame.at(at) in _ITSELF | NOT | {"yet", "once", "again", "repeatedly", "deliberately"}
            or (frame.words[at].is_time and at > start)
        ):
            break
        at += 1
    is_verb = frame.tag(verb) in {Tag.VERB, Tag.AUX} or _is_harmed(frame, verb)
    return Clause(frame, subject, start, verb, last) if is_verb else None


def _is_harmed(frame: Frame, at: int) -> bool:
    """As in "were wounded by snipers": a participle that is an adjective elsewhere."""
    return frame.at(at) in {"wounded", "injured"} and frame.at(at - 1) in _BE


def _is_finite(frame: Frame, at: int) -> bool:
    """Whether a finite verb stands at ``at``."""
    if frame.tag(at) is Tag.AUX:
        return frame.at(at - 1) != "to"
    return frame.tag(at) is Tag.VERB and (
        frame.words[at].form in {"past", "s"} or (frame.words[at].form == "base" and frame.at(at - 1) != "to")
    )
