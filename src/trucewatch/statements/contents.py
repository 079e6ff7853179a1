"""What was said: the words after the cue, before it, or on both sides.

Decides where a content begins and ends within one frame, what stands between it and the cue (addressee, occasion,
time), and who the object of an accusation is. Never looks beyond the frame.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from trucewatch.language.model import Tag
from trucewatch.statements.agents import is_somebody
from trucewatch.statements.cue_words import OCCASIONS, listed
from trucewatch.statements.cues import Cue
from trucewatch.statements.frames import COMMAS, DASHES, STOPS, Frame
from trucewatch.statements.limits import (
    CONTRASTS,
    OPENERS,
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
from trucewatch.statements.phrases import RELATIVES, Phrase, is_each_other, left_edge, phrase_after
from trucewatch.statements.subjects import Subject

#: Objects of these stand outside what was said.
_ADDRESSED = listed("tell remind inform assure reassure brief warn caution advise promise")
_OBJECT_STOPS = listed("""
    of that to for about on over with from against after by into as
    if whether how what why
    """)
_CHARGES = frozenset({"for", "on", "over"})  # "blamed her for the fire", "blamed the fire on her"
_ADJUNCT_PREPOSITIONS = listed("in at on during via through to from after before by of for over with following as")

#: Verbs that mean something else with a plain object: "added urgency", "observed the summit".
_WITH_CLAUSE = listed("add observe note maintain hold contend recall find show conclude complain")
_COUNTING = listed("poll survey study census audit review inquiry investigation")
_NAMING = listed(
    "call label brand dub describe term characterise characterize portray"
)  # "what it called “a lie” in retaliation for": the lie alone
_SPEECH_REACH = 10  # words between a cue and the speech it reports, with an addressee and a place between

_THAT_REACH = 14  # words between a cue and its "that", with place and time between

Range = tuple[int, int]


@dataclass(slots=True)
class Content:
    """The word ranges of a content, the wider ranges that take in an object, and what stood between."""

    parts: list[Range] = field(default_factory=list)
    whole: list[Range] = field(default_factory=list)
    target: Phrase | None = None  # accused, addressed or urged
    adjuncts: list[Range] = field(default_factory=list)
    has_that: bool = False


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
        return _around(frame, cue.first, subject.phrase.last + 1, content)
    if _trails_speech(frame, cue, subject):
        start = _take_target(frame, cue, start, content)
        return _around(frame, cue.first if subject.phrase is None else subject.phrase.first, start, content)
    start = _take_target(frame, cue, start, content)
    is_of_blame = cue.entry.lemma == "lay blame" or (
        cue.head != cue.last and cue.form == "past" and cue.entry.lemma.startswith("trade")
    )
    start = _past_day(frame, start) if is_of_blame else _skip_adjuncts(frame, start, content, cue)
    if _is_end(frame, start):
        return _without_right(frame, cue, subject, start, content)
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
    if content.target is not None and cue.entry.lemma not in _ADDRESSED:
        first = content.target.first
    content.whole.append((first, end))
    return content


def _end_of_thing(frame: Frame, cue: Cue, start: int, end: int, content: Content) -> int:
    """Where a content without "that" ends: a name between marks with them, a thing before what goes on from it."""
    if not content.has_that and content.target is None and cue.act is not Act.CITE:
        end = end_of_object(frame, start, end)
    if cue.entry.lemma not in _NAMING:
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


def _take_target(frame: Frame, cue: Cue, start: int, content: Content) -> int:
    """Take the object of "told", "accused", "urged"; the word after it."""
    if not cue.takes("o") or frame.is_quotation(start) or frame.at(start) in {"that", "to"} | COMMAS:
        return start
    if is_each_other(frame, start):
        content.target = Phrase(start, start + 1, start + 1)
        return start + 2
    stops = _OBJECT_STOPS | _ADJUNCT_PREPOSITIONS if cue.entry.lemma in _ADDRESSED else _OBJECT_STOPS
    called = _so_called(frame, start) if cue.act is Act.ALLEGE else None
    phrase = called or phrase_after(frame, start, stops=stops, appositions=False)
    if phrase is None or (called is None and _is_what_was_said(frame, cue, phrase)):
        return start
    content.target = phrase
    return phrase.last + 1


def _is_what_was_said(frame: Frame, cue: Cue, phrase: Phrase) -> bool:
    """Whether the words after the cue are no object of it but the content itself, or its beginning."""
    if cue.takes("n") and _is_end(frame, phrase.last + 1) and not is_somebody(frame, phrase):
        return True  # "urged restraint": what was urged, not who
    if not cue.takes("t"):
        return False
    is_clause = is_finite(frame, phrase.last + 1)
    return is_clause or (not cue.takes("n") and frame.at(phrase.last + 1) not in _OBJECT_STOPS | COMMAS)


def _so_called(frame: Frame, start: int) -> Phrase | None:
    """As in "blamed what it called “rebel-backed gangs”": the words between the marks name the accused."""
    if frame.at(start) != "what" or frame.words[min(start + 2, len(frame) - 1)].lemma not in _NAMING:
        return None
    first = start + 3 + (frame.tag(start + 3) is Tag.QUOTE)
    phrase = phrase_after(frame, first, appositions=False)
    closes = phrase is not None and frame.tag(phrase.last + 1) is Tag.QUOTE
    return Phrase(phrase.first, phrase.last + 1, phrase.head) if phrase is not None and closes else phrase


def _skip_adjuncts(frame: Frame, start: int, content: Content, cue: Cue | None = None) -> int:
    """Pass over times, occasions and asides between the cue and what was said."""
    at = start
    accuses = cue is not None and cue.act is Act.ALLEGE and content.target is not None
    for _ in range(6):
        begun = at
        if at < len(frame) and frame.quotation_free(at) and (frame.words[at].is_time or _is_loose_adverb(frame, at)):
            at += 1
        elif frame.at(at) in _ADJUNCT_PREPOSITIONS and not (accuses and _is_charge(frame, at)):
            at = _adjunct_end(frame, at, content)
        elif frame.at(at) in COMMAS:
            at = _aside_end(frame, at, content)
        if at == begun:
            break
    at = _that_ahead(frame, at)
    if frame.at(at) == ":" or (frame.at(at) in COMMAS and frame.is_quotation(at + 1)):
        at += 1
    return at


def _that_ahead(frame: Frame, start: int) -> int:
    """As in "in Tolm on Sunday that it fell": the "that" after words of place and time, else ``start``."""
    is_infinitive = frame.at(start) == "to" and start + 1 < len(frame) and frame.words[start + 1].form == "base"
    if frame.at(start) not in _ADJUNCT_PREPOSITIONS or is_infinitive:
        return start
    for at in range(start + 1, min(len(frame), start + _THAT_REACH)):
        if frame.at(at) == "that":
            subject = phrase_after(frame, at + 1, appositions=False)
            return at if subject is not None and is_finite(frame, subject.last + 1) else start
        is_verb = frame.tag(at) is Tag.AUX or frame.words[at].form in {"past", "s", "ing"}
        if is_verb or frame.is_quotation(at) or frame.at(at) in COMMAS | STOPS | DASHES | RELATIVES:
            return start
    return start


def _is_charge(frame: Frame, at: int) -> bool:
    """As in "blamed her for the fire", "blamed the fire on her"; "accused her on Tuesday of" only says when."""
    is_day = at + 1 < len(frame) and frame.words[at + 1].is_time
    return frame.at(at) in _CHARGES | {"to"} and not is_day


def _is_loose_adverb(frame: Frame, at: int) -> bool:
    """An adverb between cue and content, not one that begins the content."""
    return frame.tag(at) is Tag.ADVERB and (
        _is_end(frame, at + 1) or frame.at(at + 1) in {"that", ":"} | _ADJUNCT_PREPOSITIONS
    )


def _past_day(frame: Frame, start: int) -> int:
    """The word after "on Sunday": what an exchange of blame is over begins there."""
    is_named = frame.at(start) in {"on", "in"} and start + 1 < len(frame) and frame.words[start + 1].is_time
    return frame.past_time(start + is_named)


def _adjunct_end(frame: Frame, at: int, content: Content) -> int:
    """The word after "in a statement", "on Friday", "to reporters"; ``at`` where these are part of the content."""
    if frame.words[min(at + 1, len(frame) - 1)].is_time:
        return frame.past_time(at + 1)
    phrase = phrase_after(frame, at + 1, appositions=False)
    if phrase is None:
        return at
    end = _past_issue(frame, phrase.last + 1)
    is_occasion = any(frame.at(i) in OCCASIONS for i in range(phrase.first, end))
    closes = _is_end(frame, end) or frame.at(end) in {"that", ":"} or frame.is_quotation(end)
    if not is_occasion and not closes:
        return at
    if is_occasion or frame.at(at) != "of":
        content.adjuncts.append((at, phrase.last))
    return end


def _past_issue(frame: Frame, at: int) -> int:
    """The word after "aired Sunday", "prepared for the hall": how the medium came out; ``at`` where nothing says."""
    end = at + 1 + (frame.at(at + 1) == "on")
    if at >= len(frame) or frame.words[at].form not in {"past", "en"} or end >= len(frame):
        return at
    if not frame.words[end].is_time:
        phrase = phrase_after(frame, at + 2) if frame.at(at + 1) in {"for", "by", "to"} else None
        return at if phrase is None else phrase.last + 1
    return frame.past_time(end)


def _aside_end(frame: Frame, comma: int, content: Content) -> int:
    """The word after an aside between commas (", citing the army, "); ``comma`` where none is."""
    is_of_target = content.target is not None and frame.at(comma + 1) in {"which", "who"}
    if frame.tag(comma + 1) not in {Tag.VERB, Tag.PREPOSITION, Tag.ADVERB} and not is_of_target:
        return comma
    for at in range(comma + 2, min(len(frame), comma + 20)):
        if frame.is_quotation(at):
            return comma
        if frame.at(at) in COMMAS:
            closes = frame.at(at + 1) == "that" or (frame.is_quotation(at + 1) and frame.at(at - 1) != "that")
            if is_of_target:
                return at + 1 if closes or frame.at(at + 1) == "to" else comma
            if not closes:
                return comma
            content.adjuncts.append((comma + 1, at - 1))
            return at if frame.is_quotation(at + 1) else at + 1
    return comma


def _is_end(frame: Frame, at: int) -> bool:
    """Whether nothing can be content from here: the end, a stop, or a comma that pauses."""
    return at >= len(frame) or frame.at(at) in STOPS | COMMAS | DASHES | {")"}


def _without_right(frame: Frame, cue: Cue, subject: Subject, end: int, content: Content) -> Content | None:
    """The content of a cue with nothing after it: what stands before its subject, or nothing."""
    if cue.takes("tq") and not cue.is_bare:
        first = subject.phrase.first if subject.phrase is not None and subject.is_own else cue.first
        if _may_look_left(frame, first):
            return _around(frame, first, end, content)
    return content if cue.takes("x") or content.target is not None or cue.act is not None else None


def _may_look_left(frame: Frame, first: int) -> bool:
    """Whether a quotation or a comma, perhaps inside a closing mark, stands before the words that report."""
    if frame.tag(first - 1) is Tag.QUOTE:
        return first >= 3 and frame.at(first - 2) in COMMAS | STOPS
    return frame.is_quotation(first - 1) or (frame.at(first - 1) in COMMAS and first >= 2)


def _around(frame: Frame, first: int, after: int, content: Content) -> Content | None:
    """As in "A, X said, B": the words before ``first`` and, where the sentence goes on, those after ``after``."""
    left = _left(frame, first)
    if left is None:
        return None
    content.parts.append(left)
    after = _skip_adjuncts(frame, after, content)
    if frame.at(after) in COMMAS:
        after += 1
    if after < len(frame):
        content.parts.extend(_resumed(frame, left, after))
    content.whole.extend(content.parts)
    return content


def _left(frame: Frame, first: int) -> Range | None:
    """The content that ends before ``first``."""
    last = first - 1
    if frame.at(last) in COMMAS | DASHES:
        last -= 1
    if last < 0:
        return None
    if frame.is_quotation(last) and (last == 0 or frame.at(last - 1) in COMMAS | STOPS | {":", "and"}):
        return (last, last)
    start = last
    while start > 0 and not (frame.at(start - 1) == ";" or (frame.at(start - 1) == ":" and frame.is_quotation(start))):
        start -= 1
    while start < last and frame.at(start) in {"but", "and", "yet", "however", ","}:
        start += 1
    return (start, last)


def _resumed(frame: Frame, left: Range, after: int) -> list[Range]:
    """The rest of what was said after the reporting words."""
    if frame.is_quotation(after):
        return [(after, after)]
    if frame.is_quotation(left[1]) and left[0] == left[1]:
        return []
    if not has_finite(frame, after, len(frame) - 1):
        return []
    is_other = frame.words[after].form in {"ing", "en"} or frame.at(after) in CONTRASTS | OPENERS | {"who", "which"}
    end = trim(frame, len(frame) - 1)
    is_short = end - after < 2 and not any(frame.is_quotation(at) for at in range(after, end + 1))
    return [] if is_other or is_short or frame.at(after - 1) not in COMMAS else [(after, end)]


def _according(frame: Frame, cue: Cue, subject: Subject, content: Content) -> Content | None:
    """As in "According to X, S", "S, according to X", and "A, according to X, B"."""
    if subject.phrase is None:
        return None
    after = subject.phrase.last + 1
    leads = cue.first == 0 or all(frame.at(i) in {"but", "and", "however"} | COMMAS for i in range(cue.first))
    if not leads:
        return _around(frame, cue.first, after, content)
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
