"""Where what was said ends.

Decides which later words of the frame are no longer part of a content: another saying, a closing bracket, the comma
that ends a relative clause. Never looks beyond the frame.
"""

from __future__ import annotations

from trucewatch.language.model import Tag
from trucewatch.statements.cue_words import listed
from trucewatch.statements.cues import Cue
from trucewatch.statements.frames import COMMAS, DASHES, STOPS, Frame
from trucewatch.statements.subjects import Subject

_UNSAID = listed("offer provide give elaborate name specify cite say mention comment present produce explain")
CONTRASTS = listed("but while and although though whereas as yet")
_MEDIA = listed("interview statement tweet broadcast briefing")
_WHENS = listed("when after before while because since during")
_DOUBLE = frozenset('"“”„«»')
OPENERS = listed("as when while although though after before since if because")


def find_limit(frame: Frame, cue: Cue, subject: Subject, start: int, later: list[tuple[Cue, Subject]]) -> int:
    """The last word of the content that begins at ``start``."""
    end = len(frame) - 1
    for at in range(start, len(frame)):
        if frame.at(at) == ";" or (frame.at(at) == ")" and _unopened(frame, start, at)) or _says_no_more(frame, at):
            end = at - 1
            break
    if _closes_at_comma(frame, cue, subject):
        end = min(end, _next_comma(frame, start, end))
    for other, its_subject in later:
        if _stands_between(cue, other, its_subject):
            end = min(end, other.first - 1)
            break
        cut = cut_before(frame, other, its_subject, start, is_opening=cue.first == 0 and not subject.is_own)
        if cut is not None and cut >= start:
            end = min(end, cut)
            break
    return trim(frame, _occasion_at_end(frame, start, end), start)


def _occasion_at_end(frame: Frame, start: int, end: int) -> int:
    """As in "… in an interview with the BBC": how it was said, at the end of it; the word before, or ``end``."""
    for at in range(start + 2, end):
        if frame.at(at) in {"in", "during", "at"} and any(frame.at(i) in _MEDIA for i in range(at + 1, at + 6)):
            return at - 1
    return end


def _says_no_more(frame: Frame, at: int) -> bool:
    """As in ", without offering evidence", ", without elaborating": how it was said."""
    if frame.at(at) not in COMMAS or frame.at(at + 1) != "without" or at + 2 >= len(frame):
        return False
    return frame.words[at + 2].lemma in _UNSAID


def _unopened(frame: Frame, start: int, at: int) -> bool:
    """Whether a closing bracket was opened before ``start``."""
    return not any(frame.at(i) == "(" for i in range(start, at))


def _closes_at_comma(frame: Frame, cue: Cue, subject: Subject) -> bool:
    """Whether the clause is one that a comma ends: a relative clause between commas, or an opening subordinate one."""
    phrase = subject.phrase
    if phrase is not None and phrase.is_relative and subject.is_own:
        return frame.at(phrase.first - 1) in COMMAS
    first = phrase.first if phrase is not None and subject.is_own and not subject.is_after else cue.first
    return first > 0 and frame.at(first - 1) in OPENERS and (first == 1 or frame.at(first - 2) in COMMAS)


def _next_comma(frame: Frame, start: int, end: int) -> int:
    """The word before the next comma, or ``end``."""
    return next((i - 1 for i in range(start + 1, end + 1) if frame.at(i) in COMMAS), end)


def _stands_between(cue: Cue, other: Cue, subject: Subject) -> bool:
    """Whether ``cue`` stands in an aside between the other cue and its subject: "the mayor, citing the army, said"."""
    phrase = subject.phrase
    is_before = subject.is_own and not subject.is_after
    return is_before and phrase is not None and phrase.first < cue.first < other.first


def cut_before(frame: Frame, other: Cue, subject: Subject, start: int, *, is_opening: bool = False) -> int | None:  # noqa: PLR0911 - one rule a line
    """Where the content ends if the cue ``other`` reports a saying of its own, not a part of this one.

    After an opening participle ("Asked about it, she said …") any comma before a new subject ends it.
    """
    first = other.first
    if subject.is_own and subject.phrase is not None and not subject.is_after:
        first = min(first, subject.phrase.first)
    if first <= start:
        return None
    before = frame.at(first - 1)
    if is_opening and subject.is_own and before in COMMAS:
        return first - 2
    if not subject.is_own or other.form == "preposition":
        return _before_shared(frame, other, first)
    if before in CONTRASTS and frame.at(first - 2) in COMMAS:
        return first - 3
    if not _ends_after(frame, other):
        return None
    if frame.is_quotation(first - 1) or frame.tag(first - 1) is Tag.QUOTE:
        return first - 1
    return first - 2 if before in COMMAS else None


def _before_shared(frame: Frame, other: Cue, first: int) -> int | None:
    """Where the content ends before a cue without a subject of its own: ", adding that", "“overblown,” adding that"."""
    before = frame.at(first - 1)
    if before in COMMAS:
        return first - 2
    if frame.tag(first - 1) is Tag.QUOTE and frame.at(first - 2) in COMMAS:
        return first - 1
    if before in {"and", "but"}:
        return first - 3 if frame.at(first - 2) in COMMAS else first - 2
    return first - 1 if other.form == "preposition" else None


def _ends_after(frame: Frame, cue: Cue) -> bool:
    """Whether nothing but a time follows the cue: ", officials said on Tuesday."."""
    at = cue.last + 1
    while at < len(frame) and (frame.words[at].is_time or frame.at(at) == "on"):
        at += 1
    return at >= len(frame) or frame.at(at) in STOPS


def trim(frame: Frame, end: int, start: int = 0) -> int:
    """The last word up to ``end`` that is no closing mark; the mark that closes words from ``start`` on stays."""
    while end > 0:
        if frame.tag(end) is Tag.QUOTE and frame.at(end - 1) in STOPS:
            if _closes_words(frame, start, end):
                return end
        elif frame.at(end) not in STOPS | COMMAS | DASHES | {":"}:
            return end
        end -= 1
    return end


def _closes_words(frame: Frame, start: int, end: int) -> bool:
    """Whether the mark at ``end`` is the second of a pair that opens within the words from ``start`` on."""
    pair = _DOUBLE if frame.at(end) in _DOUBLE else {frame.at(end), "‘"}
    return sum(frame.tag(at) is Tag.QUOTE and frame.at(at) in pair for at in range(start, end)) % 2 == 1


def end_of_infinitive(frame: Frame, start: int, end: int) -> int:
    """Where an infinitive ends: before a comma with a new clause (", but it has not")."""
    for at in range(start + 1, end):
        if frame.at(at) in COMMAS and frame.at(at + 1) in CONTRASTS | {"which"} and has_finite(frame, at + 2, at + 8):
            return at - 1
    return end


def end_of_gerund(frame: Frame, start: int, end: int) -> int:
    """Where "of hiding arms" ends: before "and" with a finite verb, which goes on with the accuser ("and left")."""
    for at in range(start + 2, end):
        if frame.at(at) not in {"and", "but"}:
            continue
        verb = at + 1
        while frame.tag(verb) is Tag.ADVERB:
            verb += 1
        if is_finite(frame, verb) and frame.words[at - 1].form not in {"past", "s"}:
            if any(is_finite(frame, i) for i in range(start, at)) and frame.at(at - 1) not in COMMAS:
                continue  # "of saying that it won and lost": the verb goes with the clause inside
            return at - 2 if frame.at(at - 1) in COMMAS else at - 1
    return end


def end_of_object(frame: Frame, start: int, end: int) -> int:
    """Where a content without a verb of its own ends: before "but gave no number", "when asked", ", an old ally"."""
    for at in range(start, end):
        if at > start and _leaves_object(frame, at, end):
            return at - 2 if frame.at(at - 1) in COMMAS else at - 1
        if is_finite(frame, at) or frame.is_quotation(at) or frame.tag(at) is Tag.SUBORDINATOR:
            return end
    return end


def _leaves_object(frame: Frame, at: int, end: int) -> bool:
    """Whether the word at ``at`` goes on with the speaker, or says when or who, and not what was said."""
    word = frame.at(at)
    if word in {"and", "but"}:
        return is_finite(frame, at + 1)
    if frame.is_quotation(at + 1):
        return False
    if word in _WHENS or word in DASHES:
        return True
    if word in {"on", "in"} and frame.words[min(at + 1, end)].is_time:
        return True
    return word in COMMAS and not any(frame.at(i) in {"and", "or"} for i in range(at + 1, end))


def end_of_name(frame: Frame, start: int, end: int) -> int:
    """As in "called it “rotten” and left": the mark that closes the name, where the clause goes on after it."""
    marks = [at for at in range(start, end + 1) if frame.tag(at) is Tag.QUOTE]
    if len(marks) < 2:
        return end
    close = marks[1]
    goes_on = frame.at(close + 1) in COMMAS | DASHES | {"and", "but", "("} or frame.at(close - 1) in COMMAS
    is_other = len(marks) > 2 and marks[2] <= close + 3
    return close if goes_on and not is_other else end


def end_of_gap(frame: Frame, start: int, end: int) -> int:
    """Where a clause without a subject of its own ends: before the verb of the clause around it ("… was caught")."""
    for at in range(start + 2, end + 1):
        if frame.tag(at) is Tag.SUBORDINATOR or frame.at(at) in OPENERS or frame.is_quotation(at):
            return end
        if frame.at(at) in COMMAS:
            return at - 1
        if is_finite(frame, at) and frame.tag(at - 1) in {Tag.NOUN, Tag.NAME, Tag.NUMBER}:
            return at - 1
    return end


def has_finite(frame: Frame, start: int, end: int) -> bool:
    """Whether a finite verb stands from ``start`` to ``end``."""
    return any(is_finite(frame, i) or frame.is_quotation(i) for i in range(start, min(end + 1, len(frame))))


def is_finite(frame: Frame, at: int) -> bool:
    """Whether a finite verb stands at ``at``."""
    if frame.tag(at) is Tag.AUX or frame.at(at) in {"'d", "’d", "'ll", "’ll"}:
        return True
    return frame.tag(at) is Tag.VERB and frame.words[at].form in {"past", "s", "base"} and frame.at(at - 1) != "to"
