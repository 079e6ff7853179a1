"""What a saying does, where the cue alone does not tell.

Decides whether a cue in its place is a statement at all, and as which act: rejecting a claim denies, rejecting an offer
refuses; "did not say whether" declines. Knows nothing of speakers.
"""

from __future__ import annotations

from trucewatch.language.model import Tag
from trucewatch.statements.agents import is_agent_noun
from trucewatch.statements.cue_words import SAID_THINGS, listed
from trucewatch.statements.frames import Frame
from trucewatch.statements.limits import has_finite
from trucewatch.statements.model import WITHOUT_CONTENT, Act
from trucewatch.statements.sayings import Saying

_SILENT = listed("comment respond reply answer say confirm disclose reveal specify explain")
_PROPOSED = listed("""
    proposal proposals offer plan truce ceasefire cease-fire terms deal agreement draft invitation mediation this it
    conditions roadmap
    """)
_FINDING = frozenset({"find", "determine"})
_FINDERS = listed("""
    commission inquiry investigation court tribunal mission panel committee group team body monitor investigator
    observer judge inspector rapporteur prosecutor expert council agency office
    """)
_FINDERS_PLURAL = frozenset(noun + "s" for noun in _FINDERS)
_BELIEFS = frozenset({"believe", "think", "accept"})
_UNSAID = listed("""
    comment say answer discuss respond elaborate confirm give name provide specify speak disclose
    """)
_UNNAMED = listed("named identified quoted interviewed drawn")
_TAKEN_BACK = frozenset({"withdraw", "correct", "take back", "walk back", "rescind", "disown"})
_WITHHELD = listed("passage access entry permission visa visas admission")
_LIVES = frozenset({"life", "lives", "victim", "victims"})  # what a war claims is no saying
_OBJECT_REACH = 8  # words after the cue in which the thing rejected or withdrawn is named


def act_of(saying: Saying) -> Act | None:  # noqa: PLR0911 - one rule a line
    """The act of the saying, or None where it is no statement."""
    cue = saying.cue
    if cue is None:
        return Act.ASSERT
    act = _act_by_object(saying)
    if act is None or (cue.is_open and not has_speech(saying)):
        return None
    if _is_supposed(saying) or _is_withheld(saying):
        return None
    if cue.is_negated or _is_nobody(saying):
        return _negated(saying)
    if cue.entry.lemma == "dismiss" and not (_is_of_something_said(saying) or _says_as_what(saying)):
        return None
    if cue.entry.lemma in _REFUSING:
        return _refused(saying, act)
    if cue.entry.lemma in _TAKEN_BACK:
        return act if _is_of_something_said(saying) else None
    if not saying.content.parts and not saying.further:
        return act if act in WITHOUT_CONTENT or cue.takes("x") else None
    return act if _is_plausible(saying) else None


def _act_of_cue(saying: Saying) -> Act | None:
    """The act of the cue; investigators, monitors and courts say what they "found that" was so."""
    cue, phrase = saying.cue, saying.subject.phrase
    if cue is None or cue.act is not None or cue.entry.lemma not in _FINDING or phrase is None:
        return None if cue is None else cue.act
    parts = saying.content.parts
    is_said = (saying.content.has_that or (bool(parts) and parts[0][1] < cue.first)) and not cue.is_planned
    return Act.ASSERT if is_said and saying.frame.at(phrase.head) in _FINDERS | _FINDERS_PLURAL else None


#: What an object makes of a verb: what is expressed, called for, declared or promised tells what the words do.
_BY_OBJECT = (
    ({"express", "voice"}, listed("regret regrets remorse sorrow apology apologies condolences"), Act.APOLOGISE),
    ({"call for", "call on", "appeal for"}, listed("calm restraint patience dialogue reconciliation"), Act.REQUEST),
    (
        {"declare", "proclaim"},
        listed("truce ceasefire cease-fire pause halt cessation armistice curfew emergency war"),
        Act.ANNOUNCE,
    ),
    (
        {"promise", "vow", "pledge", "swear"},
        listed("revenge retaliation retaliate avenge crush destroy punish response"),
        Act.THREATEN,
    ),
    ({"promise", "vow", "pledge", "swear"}, listed("strike attack hunt annihilate"), Act.THREATEN),
)


def _act_by_object(saying: Saying) -> Act | None:
    """The act of the cue with the first words of its object."""
    cue = saying.cue
    if cue is None:
        return None
    for lemmas, objects, act in _BY_OBJECT:
        if cue.entry.lemma in lemmas and _object_words(saying, 4) & objects and not saying.content.has_that:
            return act
    return _act_of_cue(saying)


def _is_withheld(saying: Saying) -> bool:
    """As in "denied the patrol passage": something not given, and nothing said."""
    is_deny = saying.cue is not None and saying.cue.entry.lemma == "deny"
    return is_deny and bool(_WITHHELD & _object_words(saying, _OBJECT_REACH)) and not has_speech(saying)


def _is_supposed(saying: Saying) -> bool:
    """Whether the saying is only supposed: "if both sides agree to stop"."""
    phrase, frame = saying.subject.phrase, saying.frame
    if phrase is None or not saying.subject.is_own or saying.subject.is_after or has_speech(saying):
        return False
    return frame.at(phrase.first - 1) in {"if", "unless", "whether"} and frame.at(phrase.first - 2) != "as"


def _says_as_what(saying: Saying) -> bool:
    """As in "dismissed the report as a lie": what is said of the object."""
    return any(saying.frame.at(i) == "as" for first, last in saying.content.parts for i in range(first, last + 1))


def _is_nobody(saying: Saying) -> bool:
    """Whether the subject is nobody: "neither side confirmed"."""
    phrase = saying.subject.phrase
    return phrase is not None and saying.frame.at(phrase.first) in {"neither", "nobody", "none", "no"}


def has_speech(saying: Saying) -> bool:
    """Whether direct speech is part of what was said."""
    if saying.further:
        return True
    return any(saying.frame.is_quotation(i) for a, b in saying.content.parts for i in range(a, b + 1))


def _negated(saying: Saying) -> Act | None:
    """A saying that was not made: "did not respond" declines, "does not believe" asserts the contrary."""
    cue = saying.cue
    if cue is None or (cue.is_planned and cue.is_passive is False and not _is_nobody(saying)):
        return None
    if cue.entry.lemma in _BELIEFS:
        return Act.ASSERT
    if cue.entry.act is Act.DECLINE or cue.entry.lemma in {"comment", "respond", "reply", "answer", "confirm"}:
        return Act.DECLINE
    asks = _object_words(saying, 1) & {"whether", "if", "how", "why", "what", "who", "when", "where", "which"}
    return Act.DECLINE if cue.entry.lemma in _SILENT and asks else None


_REFUSING = frozenset({"decline", "refuse", "reject", "rule out"})


def _refused(saying: Saying, act: Act) -> Act:
    """What a refusal is: of words, a silence; of something said, a denial; of a thing to be done, itself."""
    lemma = "" if saying.cue is None else saying.cue.entry.lemma
    if lemma in {"decline", "refuse"}:
        return Act.DECLINE if _is_left_unsaid(saying) else act
    if lemma == "reject":
        return Act.DENY if _is_of_something_said(saying) else Act.REFUSE
    is_of_fact = saying.content.has_that or "possibility" in _object_words(saying, 3)
    return Act.DENY if is_of_fact else act


def _is_left_unsaid(saying: Saying) -> bool:
    """Whether what is declined is to speak, or to be named; "to be a party to it" is a refusal."""
    words = _object_words(saying, 2)
    return bool(words & _UNSAID) or ("be" in words and bool(_object_words(saying, 3) & _UNNAMED))


def _object_words(saying: Saying, reach: int) -> set[str]:
    """The first words after the cue and its object."""
    frame = saying.frame
    start = saying.content.parts[0][0] if saying.content.parts else (saying.cue.last + 1 if saying.cue else 0)
    return {frame.at(i) for i in range(start, start + reach)}


def _is_of_something_said(saying: Saying) -> bool:
    """Whether the object is a saying ("the claim", "its report") and not a thing or a plan."""
    if saying.cue is None:
        return False
    frame, start = saying.frame, saying.cue.last + 1
    for at in range(start, start + _OBJECT_REACH):
        if frame.at(at) in SAID_THINGS:
            return True
        if frame.tag(at) is Tag.PREPOSITION:
            return False
    return False


def _is_plausible(saying: Saying) -> bool:
    """Whether a cue that often means something else means a saying here."""
    cue, frame = saying.cue, saying.frame
    if cue is None or not saying.content.parts:
        return True
    first = saying.content.parts[0][0]
    if cue.entry.lemma in {"call", "label", "brand", "dub"}:
        is_name = cue.is_passive or _is_reduced(saying)
        return not is_name and _names_something(frame, first, saying.content.parts[0][1])
    if cue.entry.lemma == "claim":
        return not any(frame.at(i) in _LIVES for i in range(first, min(first + _OBJECT_REACH, len(frame))))
    if cue.entry.lemma == "accept":
        return bool(_object_words(saying, _OBJECT_REACH) & _PROPOSED)
    if cue.entry.lemma == "fear":
        return has_finite(frame, first, saying.content.parts[0][1])
    return not (cue.entry.lemma in {"order", "offer", "command"} and cue.form == "en")


def _is_reduced(saying: Saying) -> bool:
    """As in "of a group called Dawn": the words say what something is named, not who names it."""
    phrase, cue, frame = saying.subject.phrase, saying.cue, saying.frame
    if phrase is None or cue is None or cue.first != cue.head or cue.form not in {"past", "en"}:
        return False
    if frame.at(phrase.first) in {"a", "an"} or frame.tag(phrase.first - 1) is Tag.PREPOSITION:
        return True
    is_thing = frame.tag(phrase.head) is Tag.NOUN and not is_agent_noun(frame.words[phrase.head].lemma)
    return is_thing and frame.tag(cue.last + 1) is Tag.NAME


def _names_something(frame: Frame, first: int, last: int) -> bool:
    """As in "called it a lie": an object and then what it is called, or a quotation."""
    if any(frame.is_quotation(i) or frame.tag(i) is Tag.QUOTE for i in range(first, last + 1)):
        return True
    return frame.tag(first) in {Tag.PRONOUN, Tag.NAME} or (
        frame.tag(first) is Tag.DETERMINER
        and any(frame.tag(i) is Tag.DETERMINER for i in range(first + 2, min(last, first + 6)))
    )
