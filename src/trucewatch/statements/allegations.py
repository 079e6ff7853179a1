"""Assertions that accuse: somebody says that another side did harm.

Decides from the main clause of what was said: who its subject is, or its agent in the passive, and whether the verb
does harm. Which side anybody is on plays no part but that it is not the speaker's own. Direct speech is left as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.language.model import Tag
from trucewatch.statements.cue_words import listed
from trucewatch.statements.frames import Frame, Reading
from trucewatch.statements.model import Act
from trucewatch.statements.phrases import Phrase, phrase_after
from trucewatch.statements.sayings import Saying
from trucewatch.statements.sides import share_side
from trucewatch.statements.speakers import who_is
from trucewatch.values import Kind, Who

#: What is wrong or war to do to others. Own compilation.
_HARMFUL = listed("""
    attack shell bomb bombard strike hit kill murder execute massacre wound injure maim shoot torture rape abduct kidnap
    seize storm raid loot burn torch destroy target violate breach invade ambush mine poison gas besiege blockade expel
    """)
_BE = frozenset({"be"})
_NOT = frozenset({"not", "n't", "never", "no"})
_UNREAL = listed("will would could may might should can must shall wo 'll 'd")
_AGENT_REACH = 10  # words between the passive verb and "by"
_SIDES = frozenset({Kind.STATE, Kind.GROUP, Kind.BODY, Kind.PERSON})


def find_accused(reading: Reading, saying: Saying, act: Act, speakers: Sequence[Who]) -> tuple[Who, ...]:
    """Whom an assertion accuses; () where it accuses nobody, or only the speaker's own side."""
    cue, frame = saying.cue, saying.frame
    if act is not Act.ASSERT or cue is None or cue.is_negated or not speakers or not saying.content.parts:
        return ()
    first, last = saying.content.parts[0]
    if frame.is_quotation(first):
        return ()
    phrase = _doer(frame, first, last)
    accused = who_is(reading, frame, phrase) if phrase is not None and frame.tag(phrase.head) is not Tag.PRONOUN else ()
    if not accused or any(not _is_side(one) or share_side([one], speakers) for one in accused):
        return ()
    return accused


def _doer(frame: Frame, first: int, last: int) -> Phrase | None:
    """Who does harm in the clause that opens at ``first``: its subject, or after "by" in the passive."""
    subject = phrase_after(frame, first, appositions=False)
    if subject is None:
        return None
    verb = subject.last + 1
    while verb <= last and frame.tag(verb) in {Tag.AUX, Tag.ADVERB, Tag.PARTICLE}:
        verb += 1
    helpers = {frame.words[i].lemma for i in range(subject.last + 1, min(verb, last + 1))}
    words = {frame.at(i) for i in range(subject.last + 1, verb)}
    if verb > last or frame.tag(verb) is not Tag.VERB or frame.words[verb].lemma not in _HARMFUL:
        return None
    if words & (_NOT | _UNREAL) or "to" in words:
        return None
    is_passive = bool(helpers & _BE) and frame.words[verb].form in {"en", "past"}
    return _agent(frame, verb, last) if is_passive else subject


def _agent(frame: Frame, verb: int, last: int) -> Phrase | None:
    """The phrase after "by"; None where nobody is named."""
    for at in range(verb + 1, min(last, verb + _AGENT_REACH)):
        if frame.at(at) == "by" and frame.words[at + 1].form != "ing":
            return phrase_after(frame, at + 1, appositions=False)
    return None


def _is_side(who: Who) -> bool:
    """Whether this is somebody with a side to be accused for: known by party or state."""
    return who.kind in _SIDES and bool(who.party or who.state)
