"""Assertions that commit or urge: what somebody says they will do, will not do, or that others must do.

Decides from the main clause of what was said whether it pledges, offers, refuses, threatens, demands, announces,
apologises or owns up, whatever verb reports it. "Would" commits only in words reported, where it is the past of "will".
Never decides whether anybody keeps their word.
"""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.language.model import Tag
from trucewatch.statements.allegations import OWN
from trucewatch.statements.clauses import Clause
from trucewatch.statements.cue_words import listed
from trucewatch.statements.frames import Reading
from trucewatch.statements.model import Act
from trucewatch.statements.sayings import Saying
from trucewatch.statements.sides import share_side
from trucewatch.statements.speakers import who_is
from trucewatch.values import Who

_WILL = frozenset({"will", "shall", "'ll", "wo"})
_MUST = frozenset({"must", "should"})
_I = listed("i we it he she they who")
#: What is no undertaking: how things will be, or what somebody will think of them.
_STATES = listed("""
    be have need know see seem like love feel become remain think believe depend take mean hope want find look last get
    win lose benefit suffer expect hear learn study examine consider review assess transmit forward judge decide
    discuss continue monitor watch wait understand
    """)
#: What a side gives or ends, told without who does it: "the crossing would be reopened", "the rest would follow".
_GIVEN = listed("""
    free release return hand lift open reopen withdraw pay deliver exchange follow allow halt suspend restore
    compensate
    """)
_HOSTILE = listed("""
    retaliate attack strike destroy punish crush avenge shell bomb invade bombard kill hit respond annihilate target
    shoot hunt fire bury
    """)
_READY = listed("ready willing prepared open")
_SPEAKING = listed("comment say discuss answer confirm elaborate speculate disclose respond")
_SORRY = frozenset({"sorry"})
_APOLOGISING = frozenset({"apologise", "apologize", "regret"})
_MISTAKEN = listed("orders mistake error mistakenly accidentally accident wrongly negligence")
_SETTLED = listed("ceasefire truce agreement deal accord pact armistice terms pause cease-fire treaty")
_SETTLING = listed("agree reach sign conclude accept strike")
_OPEN_CALENDAR = listed("""
    hold meet resume begin start return take convene open publish release travel visit gather end close continue expire
    reconvene arrive leave
    """)
_CONDITIONS = listed("once if provided unless")
_READY_BY = listed("ready complete open")


def intended_act(reading: Reading, saying: Saying, clauses: Sequence[Clause], speakers: Sequence[Who]) -> Act | None:
    """The act of an assertion about what is to be done; None where it only asserts."""
    if saying.cue is None or saying.cue.is_negated or saying.cue.entry.is_inferred:
        return None
    acts = (_act_of(reading, saying, clause, speakers) for clause in clauses[:2])
    return next((act for act in acts if act is not None), None)


def threatens(reading: Reading, saying: Saying, clauses: Sequence[Clause], speakers: Sequence[Who]) -> bool:
    """Whether a warning is of what the speaker's own side will or will not do: "warned that it would strike back"."""
    if not clauses or not _is_own(reading, clauses[0], speakers):
        return False
    opening = clauses[0]
    return _is_future(saying, opening) and not opening.is_passive and opening.lemma not in _STATES


def _act_of(reading: Reading, saying: Saying, clause: Clause, speakers: Sequence[Who]) -> Act | None:
    """What one clause does."""
    if clause.subject is None:
        return None
    is_own = _is_own(reading, clause, speakers)
    if is_own:
        return _of_one_self(saying, clause)
    if clause.modal in _MUST and "have" not in clause.helpers:
        return Act.DEMAND
    if _is_given(saying, clause, speakers):
        return Act.PLEDGE
    if _is_settled(clause) or (_is_future(saying, clause) and _is_dated(clause)):
        return Act.ANNOUNCE
    return None


def _is_given(saying: Saying, clause: Clause, speakers: Sequence[Who]) -> bool:
    """As in "the prisoners would be freed": a side says what will be done, and nobody else is said to do it."""
    is_side = any(who.party for who in speakers) or bool(_CONDITIONS & set(clause.words()))
    is_by_nobody = (clause.is_passive and "by" not in set(clause.words())) or clause.lemma == "follow"
    return is_side and is_by_nobody and clause.lemma in _GIVEN and not clause.is_negated and _is_future(saying, clause)


def _of_one_self(saying: Saying, clause: Clause) -> Act | None:  # noqa: PLR0911 - one act a line
    """What a clause about the speaker's own side does."""
    words = list(clause.words())[:6]
    if clause.lemma == "be" and not clause.modal and not clause.is_negated:
        if words[:1] and words[0] in _SORRY:
            return Act.APOLOGISE
        return Act.OFFER if len(words) > 1 and words[0] in _READY and words[1] == "to" else None
    if clause.lemma in _APOLOGISING and not clause.modal:
        return Act.APOLOGISE
    if clause.lemma == "reserve" and "right" in words:
        return Act.THREATEN
    if _is_settled(clause):
        return Act.ANNOUNCE
    if _is_owned_up(clause):
        return Act.ACKNOWLEDGE
    return _promised(saying, clause)


def _promised(saying: Saying, clause: Clause) -> Act | None:
    """What an undertaking to do or not to do something is."""
    if not _is_future(saying, clause) or clause.is_passive or clause.lemma in _STATES or "have" in clause.helpers:
        return None
    if clause.lemma in _SPEAKING:
        return Act.DECLINE if clause.is_negated else None
    if clause.is_negated:
        return Act.REFUSE if clause.lemma not in _HOSTILE else Act.PLEDGE
    return Act.THREATEN if clause.lemma in _HOSTILE or _is_breaking_off(clause) else Act.PLEDGE


def _is_breaking_off(clause: Clause) -> bool:
    """As in "will pull out its battalion if the force is cut": what is threatened is to end what others want kept."""
    words = list(clause.words())
    is_ending = clause.lemma in {"withdraw", "pull", "leave", "quit", "end", "abandon", "suspend", "stop", "cancel"}
    return is_ending and bool({"if", "unless"} & set(words))


def _is_own(reading: Reading, clause: Clause, speakers: Sequence[Who]) -> bool:
    """Whether the clause is about the speaker's own side: "it", "we", "our troops", or by name."""
    subject, frame = clause.subject, clause.frame
    if subject is None:
        return False
    if frame.tag(subject.head) is Tag.PRONOUN and subject.first == subject.last:
        return frame.at(subject.head) in _I
    if any(frame.at(i) in OWN for i in range(subject.first, subject.head + 1)):
        return True
    return share_side(who_is(reading, frame, subject), speakers)


def _is_future(saying: Saying, clause: Clause) -> bool:
    """Whether the clause is about what is to come: "will", or "would" in words reported."""
    if clause.modal in _WILL:
        return True
    is_reported = clause.frame is saying.frame and saying.cue is not None
    return is_reported and clause.modal in {"would", "'d"}


def _is_dated(clause: Clause) -> bool:
    """As in "talks would resume on Monday": something set for a time."""
    frame = clause.frame
    has_time = any(frame.words[i].is_time for i in range(clause.verb + 1, clause.last + 1))
    is_set = clause.lemma in _OPEN_CALENDAR or (clause.lemma == "be" and bool(set(clause.words()) & _READY_BY))
    return has_time and is_set and not clause.is_negated


def _is_settled(clause: Clause) -> bool:
    """As in "said the two sides had agreed to a ceasefire"."""
    words = list(clause.words())[:12]
    is_plain = not (clause.modal or clause.is_negated or clause.is_passive or "to" in clause.helpers)
    return (
        is_plain
        and clause.lemma in _SETTLING
        and clause.frame.words[clause.verb].form != "base"
        and bool(_SETTLED & set(words))
    )


def _is_owned_up(clause: Clause) -> bool:
    """As in "one of our soldiers fired without orders"."""
    return not clause.is_negated and not clause.modal and bool(_MISTAKEN & set(clause.words()))
