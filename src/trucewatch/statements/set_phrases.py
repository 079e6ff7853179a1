"""Set phrases that report a saying without a cue verb of their own.

Decides on silences ("had no comment", "could not be reached", "no immediate response from"), on exchanges ("traded
blame") and on those quoted ("was quoted as saying"). Each comes back as a cue like any other.
"""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.language.model import Tag
from trucewatch.statements.cue_words import listed
from trucewatch.statements.cues import Cue, Entry
from trucewatch.statements.frames import Frame
from trucewatch.statements.model import Act

_SILENCE = Entry("no comment", Act.DECLINE, "x")
_QUOTED = Entry("be quoted", Act.ASSERT, "tqwn")
HOLD_RESPONSIBLE = Entry("hold responsible", Act.ALLEGE, "ox")
_LIABLE = frozenset({"responsible", "accountable", "liable"})
_LIABLE_REACH = 9  # words of "held the leaders of the eastern army fully responsible"
_QUOTED_REACH = 16  # words between "quoted" and "as saying": a name with its office
_KEEPING = listed("had has have made gave offered issued provided")
_ANSWERS = frozenset({"comment", "response", "reply", "reaction", "word", "answer"})
#: One of these stands in every silence.
_SILENT = _ANSWERS | {"silent", "mum", "quiet", "spoken", "return", "reached", "available"}
_STAYING = frozenset({"keep", "stay", "remain"})
_CALLS = frozenset({"call", "calls", "message", "messages", "email", "emails", "inquiries"})
_FILLERS = frozenset({"immediate", "immediately", "official", "further", "public", "formal", "be"})


_TRADED = frozenset({"trade", "exchange", "swap"})
_LAID = frozenset({"put", "lay", "place", "pin"})
_BLAMES = frozenset({"blame", "accusations", "allegations", "recriminations", "charges", "claims", "accusation"})


def find_exchanges(frame: Frame) -> Iterator[Cue]:
    """As in "traded blame", "exchanged accusations"."""
    if _BLAMES.isdisjoint(frame.vocabulary):
        return
    for at, word in enumerate(frame.words):
        if word.tag is Tag.VERB and word.lemma in _TRADED:
            end = next((i for i in range(at + 1, at + 4) if frame.at(i) in _BLAMES), None)
            if end is not None:
                yield Cue(at, end, at, Entry("trade blame", Act.ALLEGE, "tn"), word.form)


def find_blames(frame: Frame) -> Iterator[Cue]:
    """As in "put the blame for the fire on", "laid the blame on"."""
    if "blame" not in frame.vocabulary:
        return
    for at, word in enumerate(frame.words):
        if word.tag is Tag.VERB and word.lemma in _LAID and frame.at(at + 1) in {"the", "all", "full"}:
            end = next((i for i in range(at + 2, at + 5) if frame.at(i) == "blame"), None)
            if end is not None:
                yield Cue(at, end, at, Entry("lay blame", Act.ALLEGE, "on"), word.form)


def find_liabilities(frame: Frame) -> Iterator[Cue]:
    """As in "held the army responsible for the raid": the accused stands inside the phrase."""
    if _LIABLE.isdisjoint(frame.vocabulary):
        return
    for at, word in enumerate(frame.words):
        if word.tag is Tag.VERB and word.lemma == "hold" and word.quotation is None:
            end = next((i for i in range(at + 2, at + _LIABLE_REACH) if frame.at(i) in _LIABLE), None)
            if end is not None and word.form in {"past", "s", "ing"}:
                yield Cue(at, end, at, HOLD_RESPONSIBLE, word.form, is_bare=word.form == "ing")


def find_quoted(frame: Frame) -> Iterator[Cue]:
    """As in "was quoted as saying", "quoted the mayor as saying": the one quoted speaks."""
    if "saying" not in frame.vocabulary:
        return
    for at in range(2, len(frame)):
        if frame.at(at) != "saying" or frame.at(at - 1) != "as":
            continue
        verb = next((i for i in range(at - 2, max(-1, at - _QUOTED_REACH), -1) if _quotes(frame, i)), None)
        if verb is None:
            continue
        is_passive = verb == at - 2 and frame.tag(verb - 1) is Tag.AUX
        first = verb if is_passive else at - 1
        while is_passive and frame.tag(first - 1) is Tag.AUX:
            first -= 1
        if is_passive or verb < at - 2:
            yield Cue(first, at, at, _QUOTED, "past")


def _quotes(frame: Frame, at: int) -> bool:
    """Whether the word quotes somebody."""
    return frame.tag(at) is Tag.VERB and frame.words[at].lemma in {"quote", "cite", "report"}


def find_silences(frame: Frame) -> Iterator[Cue]:
    """The words that report that somebody said nothing. Each ends where its subject may follow after "from"."""
    if _SILENT.isdisjoint(frame.vocabulary):
        return
    for at in range(len(frame)):
        found = _no_comment(frame, at) or _out_of_reach(frame, at) or _kept_silent(frame, at)
        if found is not None:
            yield Cue(found[0], found[1], at, _SILENCE, "past")


def _no_comment(frame: Frame, at: int) -> tuple[int, int] | None:
    """As in "had no immediate comment", "was no response from"."""
    if frame.at(at) not in _KEEPING | {"was", "were", "is"} or frame.at(at + 1) != "no":
        return None
    end = at + 2
    while frame.at(end) in _FILLERS:
        end += 1
    if frame.at(end) not in _ANSWERS or (frame.at(at) not in _KEEPING and frame.at(end + 1) != "from"):
        return None
    return (at, end + 1) if frame.at(end + 1) == "from" else (at, end)


def _kept_silent(frame: Frame, at: int) -> tuple[int, int] | None:
    """As in "kept silent", "has not spoken publicly", "did not return calls"."""
    if (
        frame.tag(at) is Tag.VERB
        and frame.words[at].lemma in _STAYING
        and frame.at(at + 1) in {"silent", "mum", "quiet"}
    ):
        return at, at + 1
    if frame.tag(at) is not Tag.AUX or frame.at(at + 1) not in {"not", "n't"}:
        return None
    end = at + 2
    while frame.at(end) in _FILLERS or frame.at(end) == "yet":
        end += 1
    if frame.at(end) == "spoken":
        return at, end + (frame.at(end + 1) == "publicly")
    is_call = frame.at(end) == "return" and any(frame.at(i) in _CALLS for i in range(end + 1, end + 6))
    return (at, next(i for i in range(end + 1, end + 6) if frame.at(i) in _CALLS)) if is_call else None


def _out_of_reach(frame: Frame, at: int) -> tuple[int, int] | None:
    """As in "could not immediately be reached", "was not available for comment"."""
    if frame.tag(at) is not Tag.AUX or frame.at(at + 1) not in {"not", "n't"}:
        return None
    end = at + 2
    while frame.at(end) in _FILLERS:
        end += 1
    if frame.at(end) == "reached":
        return (at, end)
    return (at, end + 2) if frame.at(end) == "available" and frame.at(end + 2) == "comment" else None
