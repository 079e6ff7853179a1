"""Whom a cue has for its object: told, accused, urged.

Decides whether the words after a cue are its object or what was said itself.
"""

from __future__ import annotations

from trucewatch.language.model import Tag
from trucewatch.statements.agents import is_somebody
from trucewatch.statements.contents.between import ADJUNCT_PREPOSITIONS, is_end
from trucewatch.statements.contents.model import Content
from trucewatch.statements.cue_words import listed
from trucewatch.statements.cues import Cue
from trucewatch.statements.frames import COMMAS, Frame
from trucewatch.statements.limits import is_finite
from trucewatch.statements.model import Act
from trucewatch.statements.phrases import Phrase, is_each_other, phrase_after

#: Objects of these stand outside what was said.
ADDRESSED = listed("tell remind inform assure reassure brief warn caution advise promise")
_OBJECT_STOPS = listed("""
    of that to for about on over with from against after by into as
    if whether how what why
    """)
NAMING = listed(
    "call label brand dub describe term characterise characterize portray"
)  # "what it called “a lie” in retaliation for": the lie alone


def take_target(frame: Frame, cue: Cue, start: int, content: Content) -> int:
    """Take the object of "told", "accused", "urged"; the word after it."""
    if not cue.takes("o") or frame.is_quotation(start) or frame.at(start) in {"that", "to"} | COMMAS:
        return start
    if is_each_other(frame, start):
        content.target = Phrase(start, start + 1, start + 1)
        return start + 2
    stops = _OBJECT_STOPS | ADJUNCT_PREPOSITIONS if cue.entry.lemma in ADDRESSED else _OBJECT_STOPS
    called = _so_called(frame, start) if cue.act is Act.ALLEGE else None
    phrase = called or phrase_after(frame, start, stops=stops, appositions=False)
    if phrase is None or (called is None and _is_what_was_said(frame, cue, phrase)):
        return start
    content.target = phrase
    return phrase.last + 1


def _is_what_was_said(frame: Frame, cue: Cue, phrase: Phrase) -> bool:
    """Whether the words after the cue are no object of it but the content itself, or its beginning."""
    if cue.takes("n") and is_end(frame, phrase.last + 1) and not is_somebody(frame, phrase):
        return True  # "urged restraint": what was urged, not who
    if not cue.takes("t"):
        return False
    is_clause = is_finite(frame, phrase.last + 1)
    return is_clause or (not cue.takes("n") and frame.at(phrase.last + 1) not in _OBJECT_STOPS | COMMAS)


def _so_called(frame: Frame, start: int) -> Phrase | None:
    """As in "blamed what it called “rebel-backed gangs”": the words between the marks name the accused."""
    if frame.at(start) != "what" or frame.words[min(start + 2, len(frame) - 1)].lemma not in NAMING:
        return None
    first = start + 3 + (frame.tag(start + 3) is Tag.QUOTE)
    phrase = phrase_after(frame, first, appositions=False)
    closes = phrase is not None and frame.tag(phrase.last + 1) is Tag.QUOTE
    return Phrase(phrase.first, phrase.last + 1, phrase.head) if phrase is not None and closes else phrase
