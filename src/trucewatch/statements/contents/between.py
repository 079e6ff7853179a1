"""What stands between a cue and what was said: times, places, occasions, asides.

Decides where the words of a content may begin. Never what they are.
"""

from __future__ import annotations

from trucewatch.language.model import Tag
from trucewatch.statements.contents.model import Content
from trucewatch.statements.cue_words import OCCASIONS, listed
from trucewatch.statements.cues import Cue
from trucewatch.statements.frames import COMMAS, DASHES, STOPS, Frame
from trucewatch.statements.limits import is_finite
from trucewatch.statements.model import Act
from trucewatch.statements.phrases import RELATIVES, phrase_after

_CHARGES = frozenset({"for", "on", "over"})  # "blamed her for the fire", "blamed the fire on her"
ADJUNCT_PREPOSITIONS = listed("in at on during via through to from after before by of for over with following as")
_THAT_REACH = 14  # words between a cue and its "that", with place and time between


def skip_adjuncts(frame: Frame, start: int, content: Content, cue: Cue | None = None) -> int:
    """Pass over times, occasions and asides between the cue and what was said."""
    at = start
    accuses = cue is not None and cue.act is Act.ALLEGE and content.target is not None
    for _ in range(6):
        begun = at
        if at < len(frame) and frame.quotation_free(at) and (frame.words[at].is_time or _is_loose_adverb(frame, at)):
            at += 1
        elif frame.at(at) in ADJUNCT_PREPOSITIONS and not (accuses and _is_charge(frame, at)):
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
    if frame.at(start) not in ADJUNCT_PREPOSITIONS or is_infinitive:
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
        is_end(frame, at + 1) or frame.at(at + 1) in {"that", ":"} | ADJUNCT_PREPOSITIONS
    )


def past_day(frame: Frame, start: int) -> int:
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
    closes = is_end(frame, end) or frame.at(end) in {"that", ":"} or frame.is_quotation(end)
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


def is_end(frame: Frame, at: int) -> bool:
    """Whether nothing can be content from here: the end, a stop, or a comma that pauses."""
    return at >= len(frame) or frame.at(at) in STOPS | COMMAS | DASHES | {")"}
