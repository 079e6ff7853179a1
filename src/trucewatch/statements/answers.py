"""Assertions that deny: somebody answers an accusation, or calls what is said untrue.

Decides whether an assertion says that something told is not so: because its predicate is falsehood ("is a fake",
"called it pure invention"), or because its main clause is negative and its speaker's side stands accused. Which
accusation it answers is for ``denials``. A negative sentence that answers nobody stays an assertion.
"""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.language.model import Tag
from trucewatch.statements.allegations import NAMING, OWN, is_done, is_harmful
from trucewatch.statements.clauses import NOT, Clause
from trucewatch.statements.cue_words import SAID_THINGS, listed
from trucewatch.statements.denials import stems_of
from trucewatch.statements.frames import Frame, Reading
from trucewatch.statements.harm_verbs import PEACEABLE, UNDENYING
from trucewatch.statements.model import Act, Statement
from trucewatch.statements.phrases import phrase_after
from trucewatch.statements.sayings import Saying
from trucewatch.statements.sides import share_side
from trucewatch.statements.speakers import who_is
from trucewatch.values import Who

#: What is said of things that are not so. Own compilation.
_FALSE = listed("""
    lie lies falsehood falsehoods fabrication fabrications fake fakes forgery hoax fiction fairy nonsense
    invention inventions untrue untruth baseless groundless unfounded fabricated false fantasy propaganda disinformation
    staged concocted invented doctored theatre pretext distortion distortions libel bunk hogwash unsubstantiated
    exaggerated overblown unproven faked rumour rumor
    slander absurd ridiculous rubbish preposterous myth smear
    """)
_TRUE = frozenset({"true", "correct", "truth", "accurate", "so", "right"})
_BEFORE_PREDICATE = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.ADVERB, Tag.QUOTE, Tag.PARTICLE, Tag.NOUN})
_PREDICATE = 5  # words of a predicate: "a complete and utter fabrication"
_REPLIES = listed("reply answer respond retort counter rebut object protest insist maintain")
_PARTS = listed("nothing part role hand responsible involved behind involvement innocent responsibility")
_POINTING = listed("it this that these those they there")
_MINE = listed("it they he she i")
_LOOK_BACK = 8  # statements before an answer among which the accusation stands
_JUST_TOLD = 3  # statements before an answer that need not accuse anybody to be contradicted
_UNNEGATING = frozenset({"only", "just", "yet", "until", "longer"})  # "not only", "not yet": nothing is denied


def is_denial(
    reading: Reading,
    saying: Saying,
    clauses: Sequence[Clause],
    speakers: Sequence[Who],
    earlier: Sequence[Statement],
) -> bool:
    """Whether what is asserted denies something told."""
    if saying.cue is None or saying.cue.is_negated or saying.cue.entry.is_inferred:
        return False
    if not clauses or not speakers or _is_called_false(reading, saying):
        return _is_called_false(reading, saying)
    is_untrue = any(_is_false(clause) for clause in clauses[:2])
    if is_untrue or _was_never(clauses[0]) or _is_disclaimed(clauses[0]):
        return True
    if any(_is_disowned(reading, clause, speakers) for clause in clauses):
        return True
    return _is_answer(reading, saying, clauses[0], speakers, earlier)


def _is_answer(
    reading: Reading, saying: Saying, clause: Clause, speakers: Sequence[Who], earlier: Sequence[Statement]
) -> bool:
    """Whether a clause answers what was told before it: with its contrary, with a reply, with another name for it."""
    is_reply = saying.cue is not None and saying.cue.entry.lemma in _REPLIES
    if _is_contrary(clause):
        is_met = _stands_accused(speakers, earlier) is not None
        return is_met or is_reply or _contradicts(reading, clause, speakers, earlier)
    if is_reply and not clause.modal:
        return _stands_accused(speakers, earlier[-_JUST_TOLD:]) is not None
    if not _says_what_it_was(clause):
        return False
    return bool(earlier) and _stands_accused(speakers, earlier) == len(earlier) - 1


def _is_contrary(clause: Clause) -> bool:
    """Whether a clause says that something did not happen or is not so."""
    after = {clause.frame.at(i) for i in range(clause.group, clause.verb + 4)}
    return (
        clause.is_negated and clause.modal not in {"will", "would", "should", "must", "may"} and not after & _UNNEGATING
    )


def _was_never(clause: Clause) -> bool:
    """As in "were never in our hands", "it had never fired first": a charge against the speaker's own side is met."""
    if "never" not in clause.helpers | set(clause.words()) or clause.modal:
        return False
    frame = clause.frame
    reach = range(clause.subject.first if clause.subject else clause.group, min(clause.last, clause.verb + 8) + 1)
    is_past = any(
        frame.words[i].form == "past" or frame.at(i) in {"have", "has"} for i in range(clause.group, clause.verb + 1)
    )
    head = clause.subject.head if clause.subject is not None else clause.group
    is_named = frame.tag(head) is Tag.NAME and frame.at(clause.subject.first if clause.subject else head) not in OWN
    return is_past and not is_named and any(frame.at(i) in OWN | {"they"} for i in reach)


def _is_disclaimed(clause: Clause) -> bool:
    """As in "had nothing to do with it", "was not behind the raid", "its forces had not fired"."""
    frame, words = clause.frame, list(clause.words())[:6]
    if not clause.is_negated or clause.modal:
        return False
    if clause.lemma in {"have", "be", "play", "take"} and set(words) & _PARTS:
        return True
    if clause.lemma == "know" and "nothing" in words and set(words) & {"of", "about"}:
        return True
    if clause.subject is not None and frame.at(clause.subject.first + 1) == "such":
        return True  # "no such attack took place"
    is_own = clause.subject is not None and frame.at(clause.subject.first) in OWN | {"it", "they", "he", "she", "i"}
    return is_own and not clause.is_passive and is_harmful(clause)


def _is_disowned(reading: Reading, clause: Clause, speakers: Sequence[Who]) -> bool:
    """Whether the speaker's own side is said not to have done a deed: "had laid none", "that was no man of ours"."""
    frame, subject = clause.frame, clause.subject
    if subject is None or clause.modal or "to" in clause.helpers:
        return False
    after = [frame.at(i) for i in range(clause.verb + 1, min(clause.last, clause.verb + 4) + 1)]
    if clause.lemma == "be" and frame.at(subject.head) in _POINTING:
        return clause.is_negated and _is_us(reading, clause, after, speakers)
    is_side = any(who.party for who in speakers)
    if clause.is_passive:  # "none of our guns were used"
        words = {frame.at(i) for i in range(subject.first, subject.last + 1)}
        return is_side and clause.is_negated and bool(words & OWN)
    if not (clause.is_negated or set(after[:2]) & {"none", "nobody", "nothing", "neither"}) or set(after) & _UNNEGATING:
        return False
    own = who_is(reading, frame, subject)
    is_own = frame.at(subject.first) in OWN | _MINE or (bool(own) and share_side(own, speakers))
    return is_side and is_own and clause.lemma not in UNDENYING | PEACEABLE and is_done(clause)


def _is_us(reading: Reading, clause: Clause, after: Sequence[str], speakers: Sequence[Who]) -> bool:
    """Whether a predicate names the speaker's own side: "that was not us", "it was not the army that had fired"."""
    frame, at = clause.frame, clause.verb + 1
    named = phrase_after(frame, at + (frame.at(at) in NOT), appositions=False)
    return bool({"us", "ours", "our", "me"} & set(after)) or share_side(who_is(reading, frame, named), speakers)


def _says_what_it_was(clause: Clause) -> bool:
    """As in "these were old army mines", "it was a collision": what was told is given another name."""
    subject = clause.subject
    if subject is None or clause.lemma != "be" or clause.modal:
        return False
    return clause.frame.at(subject.head) in _POINTING or clause.frame.at(subject.first) == "the"


def _contradicts(reading: Reading, clause: Clause, speakers: Sequence[Who], earlier: Sequence[Statement]) -> bool:
    """Whether a clause about the past says that something just told by another was not so."""
    frame = clause.frame
    is_past = any(frame.words[i].form in {"past", "en"} for i in range(clause.group, clause.verb + 1))
    if not is_past or clause.modal:
        return False
    start = clause.subject.first if clause.subject is not None else clause.group
    mine = stems_of(reading.text, (frame.span(start, clause.last),))
    others = [told for told in earlier[-_JUST_TOLD:] if told.speakers and not share_side(told.speakers, speakers)]
    return any(mine & stems_of(reading.text, told.content) for told in others)


def _stands_accused(speakers: Sequence[Who], earlier: Sequence[Statement]) -> int | None:
    """The latest of the earlier statements that accuses the speakers' side."""
    for index in range(len(earlier) - 1, max(-1, len(earlier) - 1 - _LOOK_BACK), -1):
        told = earlier[index]
        if told.act is Act.ALLEGE and share_side(told.accused, speakers) and not share_side(told.speakers, speakers):
            return index
    return None


def _is_false(clause: Clause) -> bool:
    """As in "the letter is a fake", "that is not true", "there is no truth in"."""
    if clause.lemma != "be" or clause.modal:
        return False
    return _is_falsehood(clause.frame, clause.verb + 1, clause.last, is_negated=clause.is_negated)


def _is_falsehood(frame: Frame, start: int, last: int, *, is_negated: bool) -> bool:
    """Whether a predicate at ``start`` is falsehood, or the contrary of truth."""
    words: list[str] = []
    for at in range(start, min(last, start + _PREDICATE) + 1):
        word = frame.at(at)
        words.append(word)
        if word in _FALSE or (word == "made" and frame.at(at + 1) == "up"):
            return not is_negated
        if word in _TRUE:
            return is_negated or bool({"not", "no", "n't", "hardly"} & set(words))
        if frame.tag(at) not in _BEFORE_PREDICATE and word not in {
            "and",
            "nothing",
            "but",
            "an",
            "a",
            "no",
            "not",
            "as",
        }:
            return False
    return False


def _is_called_false(reading: Reading, saying: Saying) -> bool:
    """As in "called the report pure invention", "dismissed that account as a fairy tale"; or ends on "is a fake"."""
    cue, frame = saying.cue, saying.frame
    if cue is None or not saying.content.parts:
        return False
    first, last = saying.content.parts[-1]
    if cue.entry.lemma in NAMING | {"dismiss"}:
        return any(_is_false_word(reading, frame, at) for at in range(first + 1, last + 1))
    for at in range(last, max(first, last - _PREDICATE), -1):
        if frame.tag(at) is Tag.AUX and frame.words[at].lemma == "be":
            return _is_falsehood(frame, at + 1, last, is_negated=False)
    return False


def _is_false_word(reading: Reading, frame: Frame, at: int) -> bool:
    """Whether a word, or words quoted in its place, call something false; the thing called is no lie itself."""
    quotation = frame.words[at].quotation
    if quotation is not None:
        inner = reading.frames_in(quotation, frame)
        return any(one.at(i) in _FALSE for one in inner[:1] for i in range(min(len(one), _PREDICATE)))
    is_thing = frame.at(at + 1) in SAID_THINGS or frame.tag(at + 1) in {Tag.NOUN, Tag.NAME}
    return frame.at(at) in _FALSE and (not is_thing or frame.at(at) == "fairy")
