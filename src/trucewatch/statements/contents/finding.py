"""What one cue says was said: the words after it, before it, or on both sides.

Decides which of them they are, and where a content after its cue ends. Never looks beyond the frame.
"""

from __future__ import annotations

from trucewatch.language.model import Tag
from trucewatch.statements.contents.before import around, without_right
from trucewatch.statements.contents.between import is_end, past_day, skip_adjuncts
from trucewatch.statements.contents.model import Content, Range
from trucewatch.statements.contents.objects import ADDRESSED, NAMING, take_target
from trucewatch.statements.cue_words import listed
from trucewatch.statements.cues import Cue
from trucewatch.statements.frames import COMMAS, STOPS, Frame
from trucewatch.statements.limits import (
    cut_before,
    end_of_gap,
    end_of_gerund,
    end_of_infinitive,
    end_of_name,
    end_of_object,
    find_limit,
    has_finite,
    is_finite,
    trim,
)
from trucewatch.statements.model import Act
from trucewatch.statements.phrases import RELATIVES, left_edge, phrase_after
from trucewatch.statements.subjects import Subject

#: Verbs that mean something else with a plain object: "added urgency", "observed the summit".
_WITH_CLAUSE = listed("add observe note maintain hold contend recall find show conclude complain")
_COUNTING = listed("poll survey study census audit review inquiry investigation")
_SPEECH_REACH = 10  # words between a cue and the speech it reports, with an addressee and a place between


def find_content(frame: Frame, cue: Cue, subject: Subject, later: list[tuple[Cue, Subject]]) -> Content | None:  # noqa: PLR0911 - one rule a line
    """What ``cue`` says was said; None where the verb reports nothing here. ``later`` are the cues after it."""
    content = Content()
    if cue.form == "preposition":
        return _according(frame, cue, subject, content)
    if frame.at(cue.last) == "from":
        return content
    if cue.is_passive:
        return _passive(frame, cue, subject, later, content)
    if cue.is_bare and subject.phrase is None:
        return None
    start = cue.last + 1
    if cue.entry.lemma == "hold responsible":
        content.target = phrase_after(frame, cue.head + 1, stops=frozenset({frame.at(cue.last)}), appositions=False)
    if subject.is_after and subject.phrase is not None:
        return around(frame, cue.first, subject.phrase.last + 1, content)
    if _trails_speech(frame, cue, subject):
        start = take_target(frame, cue, start, content)
        return around(frame, cue.first if subject.phrase is None else subject.phrase.first, start, content)
    start = take_target(frame, cue, start, content)
    is_of_blame = cue.entry.lemma == "lay blame" or (
        cue.head != cue.last and cue.form == "past" and cue.entry.lemma.startswith("trade")
    )
    start = past_day(frame, start) if is_of_blame else skip_adjuncts(frame, start, content, cue)
    if is_end(frame, start):
        return without_right(frame, cue, subject, start, content)
    return _right(frame, cue, subject, (start, find_limit(frame, cue, subject, start, later)), content)


def _trails_speech(frame: Frame, cue: Cue, subject: Subject) -> bool:
    """As in "“…,” she said on the radio": direct speech stands right before the words that report it."""
    if subject.phrase is None or not subject.is_own or cue.is_bare or not cue.takes("tqo"):
        return False
    return frame.is_quotation(subject.phrase.first - 1) and frame.at(cue.last + 1) not in {"that", ":"}


def _right(frame: Frame, cue: Cue, subject: Subject, bounds: Range, content: Content) -> Content | None:
    """The content within ``bounds``, where the cue may take what begins there."""
    start, end = bounds
    if frame.at(start) == "to" and frame.words[min(start + 1, end)].form == "base":
        end = end_of_infinitive(frame, start, end)
    elif content.target is not None and frame.words[min(start + 1, end)].form == "ing":
        end = end_of_gerund(frame, start, end)
    if frame.at(start) == "that" and not _is_determiner(frame, cue, start):
        content.has_that = True
        start += 1 + (frame.at(start + 1) in COMMAS)
    if not _may_take(frame, cue, start, content) or start > end or _is_thing(frame, cue, subject, (start, end)):
        return _speech_ahead(frame, cue, content)
    gap = _gap_head(frame, cue, subject, start)
    end = end_of_gap(frame, start, end) if gap is not None else _end_of_thing(frame, cue, start, end, content)
    content.parts.append((start, end))
    if gap is not None:
        content.parts.append(gap)
    first = start - 1 if content.has_that else start
    if content.target is not None and cue.entry.lemma not in ADDRESSED:
        first = content.target.first
    content.whole.append((first, end))
    return content


def _end_of_thing(frame: Frame, cue: Cue, start: int, end: int, content: Content) -> int:
    """Where a content without "that" ends: a name between marks with them, a thing before what goes on from it."""
    if not content.has_that and content.target is None and cue.act is not Act.CITE:
        end = end_of_object(frame, start, end)
    if cue.entry.lemma not in NAMING:
        return end
    if frame.tag(start) is Tag.QUOTE:
        return next((at for at in range(start + 1, end + 1) if frame.tag(at) is Tag.QUOTE), end)
    return end_of_name(frame, start, end)


def _is_determiner(frame: Frame, cue: Cue, at: int) -> bool:
    """As in "dismissed that account": no clause opens here, since the cue takes none and a noun follows."""
    return (
        frame.at(at) == "that"
        and cue.form != "noun"
        and not cue.takes("tTo")
        and frame.tag(at + 1) in {Tag.NOUN, Tag.ADJECTIVE, Tag.NAME}
    )


def _gap_head(frame: Frame, cue: Cue, subject: Subject, start: int) -> Range | None:
    """As in "a cell that prosecutors say robbed the bank": the cell, of which the content says what it did."""
    phrase = subject.phrase
    if phrase is None or not subject.is_own or subject.is_after or phrase.is_relative or not cue.takes("t"):
        return None
    if start != cue.last + 1 or not is_finite(frame, start) or frame.tag(start) is Tag.NOUN:
        return None
    last = phrase.first - 1
    last -= frame.at(last) in RELATIVES
    last -= frame.at(last) in COMMAS
    first = left_edge(frame, last)
    return None if first is None or frame.words[last].is_time else (first, last)


def _is_thing(frame: Frame, cue: Cue, subject: Subject, bounds: Range) -> bool:
    """As in "added urgency to the calls": an object, where the verb says something only with a clause or speech."""
    start, end = bounds
    if cue.entry.lemma not in _WITH_CLAUSE or frame.is_quotation(start) or frame.at(start - 1) == "that":
        return False
    if subject.phrase is not None and frame.words[subject.phrase.head].lemma in _COUNTING:
        return False  # "the poll showed a lead"
    return not has_finite(frame, start, end)


def _speech_ahead(frame: Frame, cue: Cue, content: Content) -> Content | None:
    """Direct speech a few words on, after a comma or colon, where the words between are no content themselves."""
    if not cue.takes("qo"):
        return None
    for at in range(cue.last + 2, min(len(frame), cue.last + _SPEECH_REACH)):
        if frame.is_quotation(at):
            if frame.at(at - 1) not in COMMAS | {":", "that"}:
                return None
            content.parts.append((at, at))
            content.whole.append((at - (frame.at(at - 1) == "that"), at))
            return content
        if frame.at(at) in STOPS:
            return None
    return None


def _may_take(frame: Frame, cue: Cue, start: int, content: Content) -> bool:  # noqa: PLR0911 - one rule a line
    """Whether the words at ``start`` fit one of the cue's frames."""
    if content.has_that:
        return cue.takes("tTo") or cue.form == "noun"
    word, tag = frame.at(start), frame.tag(start)
    if frame.is_quotation(start):
        return cue.takes("qto n")
    if word == "to" and frame.words[min(start + 1, len(frame) - 1)].form == "base":
        return cue.takes("i") or (cue.takes("o") and content.target is not None)
    if cue.form == "noun":
        return False
    if cue.entry.lemma == "lay blame":
        return word in {"for", "on"}
    if word in {"whether", "if", "how", "what", "why", "who", "when", "where", "which"}:
        return cue.takes("wtno")
    if cue.takes("o") and content.target is not None:
        return True
    if cue.takes("t"):
        return word not in {"of", "about", "for"} or cue.takes("n")
    if cue.takes("n"):
        return _is_determiner(frame, cue, start) or tag not in {
            Tag.PREPOSITION,
            Tag.CONJUNCTION,
            Tag.AUX,
            Tag.SUBORDINATOR,
            Tag.PARTICLE,
            None,
        }
    return False


def _according(frame: Frame, cue: Cue, subject: Subject, content: Content) -> Content | None:
    """As in "According to X, S", "S, according to X", and "A, according to X, B"."""
    if subject.phrase is None:
        return None
    after = subject.phrase.last + 1
    leads = cue.first == 0 or all(frame.at(i) in {"but", "and", "however"} | COMMAS for i in range(cue.first))
    if not leads:
        return around(frame, cue.first, after, content)
    if frame.at(after) in COMMAS:
        after += 1
    end = trim(frame, len(frame) - 1)
    if after > end:
        return None
    content.parts = [(after, end)]
    content.whole = [(after, end)]
    return content


def _passive(
    frame: Frame, cue: Cue, subject: Subject, later: list[tuple[Cue, Subject]], content: Content
) -> Content | None:
    """As in "X was accused of Z by Y": the content follows "of"; without such words nothing is known of it."""
    is_short = cue.first == cue.head and cue.first > 0
    if is_short and not (subject.phrase is not None and cue.act is not None):
        return None
    from_, end = cue.last + 1, trim(frame, len(frame) - 1)
    for other, its_subject in later:
        cut = cut_before(frame, other, its_subject, from_)
        if cut is not None:
            end = min(end, cut)
    for at in range(from_, min(end, from_ + 25)):
        if frame.at(at) in {"of", "for", "that", "to", "about", "whether", "if"} and cue.takes("o"):
            stop = next(
                (
                    i
                    for i in range(at + 1, end + 1)
                    if frame.at(i) == "by" and i > at + 1 and frame.words[i - 1].form != "ing"
                ),
                None,
            )
            content.parts.append(
                (
                    at + 1,
                    end if stop is None or stop > end or frame.words[min(stop + 1, end)].form == "ing" else stop - 1,
                )
            )
            content.whole.extend(content.parts)
            return content
    return content
