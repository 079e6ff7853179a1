"""Cues of thought and knowledge before a clause: "I know it looks odd", "able to determine that", "she was like, wait".

Decides which words introduce what somebody holds, notices or lets others know, in every form of the verb, also where
nobody is said to have said it. These are no statements: only corpora that take attribution for a relation of discourse
count them, and only ``find_sayings`` with ``thoughts`` reads them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trucewatch.language.model import Tag
from trucewatch.statements.cue_words import listed
from trucewatch.statements.cues import ENTRIES, Cue, Entry, group_start
from trucewatch.statements.frames import COMMAS, STOPS, Frame
from trucewatch.statements.limits import is_finite
from trucewatch.statements.phrases import phrase_after

#: Verbs that take a clause of what is known or thought, beside those of the cue list.
_VERBS = listed("""
    know think believe feel see hear find show mean guess suppose presume assume imagine notice realise realize
    recognise recognize remember forget understand learn prove demonstrate establish hold reason ensure discover doubt
    expect hope wish decide agree determine conclude infer pretend dream sense figure pray worry bet
    """)
#: Of these, the ones that people say so often that any verb after them is of their clause: "I think maybe it's late".
_PLAIN = listed("think believe know guess suppose figure bet")
#: Verbs of the cue list that report a clause in any form: "to say that", "able to argue that".
_SAID = frozenset(
    lemma
    for entries in ENTRIES.values()
    for entry in entries
    if " " not in (lemma := entry.lemma) and set("tT") & set(entry.frames)
)
_STATES = listed("sure aware certain proud happy glad afraid convinced confident mindful sorry unsure unaware clear")
_ASKING = listed("whether if how what why who when where which")
_BE = listed("be been being is are was were am 's ’s 're ’re 'm ’m")
_ADVERBS = listed("just kind of sort really literally so then also only always still both all not n't n’t never even")
_CLAUSE_REACH = 14


def find_thoughts(frame: Frame, found: Sequence[Cue]) -> Iterator[Cue]:
    """The cues of thought that are not among those found, or of which these read less than a clause."""
    known = {cue.head: cue for cue in found}
    for at, word in enumerate(frame.words):
        if word.quotation is not None:
            continue
        cue = _verb(frame, at, known.get(at)) or _state(frame, at) or _quoting(frame, at)
        if cue is not None:
            yield cue


def _verb(frame: Frame, at: int, known: Cue | None) -> Cue | None:
    """A verb with a clause after it."""
    word = frame.words[at]
    if word.tag is not Tag.VERB or (word.lemma not in _VERBS and word.lemma not in _SAID):
        return None
    if known is not None and known.takes("t"):
        return None
    entry = Entry(word.lemma, None, "tqw")
    last = at + (word.lemma == "feel" and frame.at(at + 1) == "like")
    is_plain = (word.lemma in _PLAIN or last > at) and frame.at(last + 1) not in _ASKING and _has_verb(frame, last + 1)
    if not is_plain and not opens_clause(frame, last + 1):
        return None
    if known is not None:
        return replace(known, entry=entry, last=max(last, known.last))
    first, _ = group_start(frame, at)
    form = "infinitive" if frame.at(first - 1) == "to" and word.form == "base" else word.form
    return Cue(first, last, at, entry, form)


def _state(frame: Frame, at: int) -> Cue | None:
    """As in "made sure that", "I'm not sure which", "proud that"."""
    if frame.at(at) not in _STATES or not (frame.at(at + 1) in _ASKING | {"that"} or opens_clause(frame, at + 1)):
        return None
    before = at - 1
    while frame.at(before) in _ADVERBS or frame.tag(before) is Tag.ADVERB:
        before -= 1
    if frame.at(before) in _BE:
        return Cue(before, at, at, Entry("be sure", None, "tw"), "past")
    if before >= 0 and frame.words[before].lemma == "make" and frame.at(at) == "sure":
        first, _ = group_start(frame, before)
        return Cue(first, at, before, Entry("make sure", None, "tw"), frame.words[before].form)
    return None


def _quoting(frame: Frame, at: int) -> Cue | None:
    """As in "I was like, maybe": a form of "be" and "like" before somebody's words."""
    if frame.at(at) != "like" or at + 2 >= len(frame):
        return None
    before = at - 1
    while frame.at(before) in _ADVERBS:
        before -= 1
    is_own = before > 0 and frame.at(before) in _BE and frame.tag(before - 1) is Tag.PRONOUN
    is_person = is_own and frame.at(before - 1) not in {"it", "that", "this", "what", "which", "there"}
    is_paused = frame.at(at + 1) in COMMAS
    if not is_person or not (is_paused or frame.is_quotation(at + 1) or opens_clause(frame, at + 1)):
        return None
    return Cue(before, at + is_paused, before, Entry("be like", None, "tqn"), "past")


def opens_clause(frame: Frame, at: int) -> bool:
    """Whether a clause of its own begins at ``at``: "that" or a question word and a verb, or a subject and its verb."""
    if frame.is_quotation(at):
        return True
    if frame.at(at) == "that" and frame.tag(at) is not Tag.DETERMINER:
        return True
    if frame.at(at) in _ASKING:
        return frame.at(at + 1) != "to" and _has_verb(frame, at + 1)
    phrase = phrase_after(frame, at, appositions=False)
    if phrase is None:
        return False
    verb = phrase.last + 1
    while frame.tag(verb) is Tag.ADVERB:
        verb += 1
    return is_finite(frame, verb) and frame.words[verb].form != "en"


def _has_verb(frame: Frame, start: int) -> bool:
    """Whether a finite verb comes before the clause ends."""
    for at in range(start, min(len(frame), start + _CLAUSE_REACH)):
        if frame.at(at) in STOPS | COMMAS:
            return False
        if is_finite(frame, at):
            return True
    return False
