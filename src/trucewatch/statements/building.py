"""Sayings to statements: positions become values.

Decides which sayings are statements, whose, in which form, and with what around them. Finds nothing new.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trucewatch.language.model import QuotationUse
from trucewatch.statements import circumstances
from trucewatch.statements.acts import act_of, has_speech
from trucewatch.statements.agents import is_agent
from trucewatch.statements.allegations import find_accused
from trucewatch.statements.answers import is_denial
from trucewatch.statements.clauses import clauses_of
from trucewatch.statements.contents import Range
from trucewatch.statements.cue_words import LOOSE_CUES, listed
from trucewatch.statements.frames import Reading
from trucewatch.statements.intentions import intended_act, threatens
from trucewatch.statements.model import WITHOUT_CONTENT, Act, Form, Statement
from trucewatch.statements.phrases import Phrase, phrase_after, phrase_before
from trucewatch.statements.placing import with_id
from trucewatch.statements.reciprocal import find_sides, is_mutual
from trucewatch.statements.sayings import Saying
from trucewatch.statements.speakers import who_is
from trucewatch.values import Kind, Span, Who

EXTRACTOR = "rules-en/1"
#: What lays a thing at somebody's door, and by which word.
_LAYING = {"blame": "on", "lay blame": "on", "attribute": "to", "ascribe": "to"}
_CLOSING = range(1, 3)  # a content ends this far inside its last quotation where only ".”" is left of it
_LINKING = listed("of for that about over on against with")
_ADDRESSED = frozenset({Act.REQUEST, Act.DEMAND, Act.WARN, Act.PLEDGE, Act.ASSERT, Act.OFFER, Act.THREATEN})
_NO_MATTER = frozenset({"comment", "respond", "a", "any", "repeated", "requests", "questions", "several"})
_SHORTEST_LOOSE = 6  # words of a quotation that nobody is named for, from which it is kept without a speaker


def build(
    reading: Reading, saying: Saying, via: tuple[Who, ...] = (), earlier: Sequence[Statement] = ()
) -> tuple[Statement, ...]:
    """The statements that one saying makes: none, one, or one per side of a mutual accusation.

    ``earlier`` are the statements before it, which it may answer.
    """
    act = act_of(saying)
    if act is None:
        return ()
    speakers = speakers_of(reading, saying)
    content = content_spans(reading, saying, act)
    if _is_no_comment(reading, content):
        act = Act.DECLINE
    if not _is_worth_keeping(saying, act, speakers, content, reading):
        return ()
    act, accused = _told_by_content(reading, saying, act, speakers, earlier)
    statement = _statement(reading, saying, act, speakers, content, via, accused)
    if not is_mutual(saying):
        return (statement,)
    sides = find_sides(reading, saying, speakers)
    if sides is None:
        return (replace(statement, accused=()),)
    pairs = (sides, (sides[1], sides[0]))
    return tuple(with_id(replace(statement, speakers=(one,), accused=(other,))) for one, other in pairs)


def _is_no_comment(reading: Reading, content: Sequence[Span]) -> bool:
    """Whether all that was said is that nothing will be."""
    words = "".join(span.of(reading.text) for span in content).casefold().strip(" .,!")
    return words == "no comment"


def speakers_of(reading: Reading, saying: Saying) -> tuple[Who, ...]:
    """Whoever speaks, shared with the saying it goes on from where it has no words of its own."""
    own = who_is(reading, saying.frame, saying.subject.phrase)
    if own or saying.follows is None:
        return own
    return speakers_of(reading, saying.follows)


def _is_worth_keeping(
    saying: Saying, act: Act, speakers: Sequence[Who], content: Sequence[Span], reading: Reading
) -> bool:
    """Whether enough is known: a speaker, direct speech, or somebody accused."""
    if saying.cue is None:
        words = sum(len(span.of(reading.text).split()) for span in content)
        return bool(speakers) or words >= _SHORTEST_LOOSE
    if (saying.cue.form == "noun" and not speakers) or _is_reader(speakers):
        return False
    if saying.cue.entry.lemma == ":" and not has_speech(saying) and all(who.kind is Kind.UNKNOWN for who in speakers):
        return False
    if not speakers:
        return has_speech(saying) or (act is Act.ALLEGE and saying.cue.is_passive)
    if saying.cue.entry.lemma in LOOSE_CUES and not any(_may_speak(who) for who in speakers):
        return False
    return bool(content) or act in WITHOUT_CONTENT


def _is_reader(speakers: Sequence[Who]) -> bool:
    """Whether only the reader would say it: "by signing up, you agree"."""
    return bool(speakers) and all(who.name.lower() == "you" for who in speakers)


def _may_speak(who: Who) -> bool:
    """Whether this is somebody, or may be: a name, a pronoun, a noun for people; not "the explosion"."""
    return who.kind is not Kind.UNKNOWN or len(who.words.split()) < 2 or is_agent(who)


def _statement(
    reading: Reading,
    saying: Saying,
    act: Act,
    speakers: tuple[Who, ...],
    content: tuple[Span, ...],
    via: tuple[Who, ...],
    accused: tuple[Who, ...],
) -> Statement:
    """One statement with all that surrounds it."""
    frame, cue = saying.frame, saying.cue
    target = accused or _target(reading, saying, act)
    is_denied = act is Act.DENY and cue is not None and cue.act is not Act.ASSERT  # not where the content itself denies
    is_negated = cue is not None and ((cue.is_negated and act is Act.ASSERT) or (is_denied and bool(content)))
    anchor = cue.head if cue is not None else saying.content.parts[0][0]
    return with_id(
        Statement(
            id="",
            document=reading.document.id,
            speakers=speakers,
            act=act,
            form=form_of(reading, content),
            content=content,
            cue=None if cue is None else frame.span(cue.first, cue.last),
            sentence=reading.sentence(frame.words[anchor].sentence),
            source=None
            if saying.subject.phrase is None
            else frame.span(saying.subject.phrase.first, saying.subject.phrase.last),
            addressees=() if act in {Act.ALLEGE, Act.DECLINE} else target,
            accused=target if act is Act.ALLEGE else (),
            via=via,
            when=circumstances.find_when(reading, saying),
            occasion=circumstances.find_occasion(saying),
            conditions=circumstances.find_conditions(saying),
            hedges=circumstances.find_hedges(saying),
            is_negated=is_negated,
            extractor=EXTRACTOR,
        )
    )


def _told_by_content(
    reading: Reading, saying: Saying, act: Act, speakers: tuple[Who, ...], earlier: Sequence[Statement]
) -> tuple[Act, tuple[Who, ...]]:
    """The act of an assertion told by what it says, and whom it accuses; another act stays what its cue makes it."""
    if act is Act.ALLEGE and _is_of_a_cause(reading, saying):
        return Act.ASSERT, ()
    if act not in {Act.WARN, Act.ASSERT}:
        return act, ()
    clauses = clauses_of(reading, saying)
    if act is Act.WARN:
        return (Act.THREATEN if threatens(reading, saying, clauses, speakers) else act), ()
    if is_denial(reading, saying, clauses, speakers, earlier):
        return Act.DENY, ()
    accused = find_accused(reading, saying, clauses, speakers)
    if accused is not None:
        return Act.ALLEGE, accused
    return intended_act(reading, saying, clauses, speakers) or act, ()


def _target(reading: Reading, saying: Saying, act: Act) -> tuple[Who, ...]:
    """Whoever is accused, told or urged."""
    if saying.cue is not None and act is Act.ALLEGE and saying.cue.is_passive:
        return who_is(reading, saying.frame, phrase_before(saying.frame, saying.cue.first))
    phrase = _blamed(saying) or saying.content.target
    if phrase is not None and (act is Act.ALLEGE or act in _ADDRESSED):
        occasion = circumstances.find_occasion(saying)
        if occasion is not None and occasion.start == saying.frame.words[phrase.first].span.start:
            return ()
        return who_is(reading, saying.frame, phrase)
    return _told(reading, saying)


def _blamed(saying: Saying) -> Phrase | None:
    """As in "blamed the fire on Karvia", "attributed it to Karvia": who stands last; the object is what was said."""
    at = _laid_on(saying)
    return None if at is None else phrase_after(saying.frame, at + 1, stops=frozenset({"for"}), appositions=False)


def _is_of_a_cause(reading: Reading, saying: Saying) -> bool:
    """As in "attributed the rise to the weather": nobody is accused."""
    if saying.cue is None or saying.cue.entry.lemma not in {"attribute", "ascribe"}:
        return False
    return not any(who.party or who.state or is_agent(who) for who in who_is(reading, saying.frame, _blamed(saying)))


def _laid_on(saying: Saying) -> int | None:
    """Where "on" stands in "blamed the fire on Karvia", "put the blame for the fire on Karvia"."""
    frame, parts = saying.frame, saying.content.parts
    if saying.cue is None or not parts or saying.cue.entry.lemma not in _LAYING:
        return None
    first, last = parts[0]
    reach = last if saying.cue.entry.lemma == "lay blame" else first + 1
    link = _LAYING[saying.cue.entry.lemma]
    return next((i for i in range(first, reach) if frame.at(i) == link and not frame.words[i + 1].is_time), None)


def _told(reading: Reading, saying: Saying) -> tuple[Who, ...]:
    """As in "said to reporters": the addressee in an adjunct."""
    frame = saying.frame
    for first, last in saying.content.adjuncts:
        if frame.at(first) == "to":
            return who_is(reading, frame, Phrase(first + 1, last, last))
    return ()


def content_spans(reading: Reading, saying: Saying, act: Act) -> tuple[Span, ...]:
    """What was said, without outer quotation marks, in text order."""
    if act is Act.DECLINE and _says_nothing(saying):
        return ()
    spans = [span for part in saying.content.parts for span in _spans(reading, saying, part)]
    for further in saying.further:
        spans.extend(quotation.inner for quotation in reading.quotations_in(further)[:1])
    return tuple(sorted(set(spans)))


def _says_nothing(saying: Saying) -> bool:
    """Whether a silence has no matter of its own: "to comment", "to a request for comment"."""
    if not saying.content.parts or has_speech(saying):
        return False
    first = saying.content.parts[0][0]
    return saying.frame.at(first) in {"to", "for"} and saying.frame.at(first + 1) in _NO_MATTER


def _spans(reading: Reading, saying: Saying, part: Range) -> list[Span]:
    """One part of the content as spans: quotations alone by what is inside their marks."""
    frame, (first, last) = saying.frame, part
    target = saying.content.target
    if target is not None and _blamed(saying) is not None:
        return [frame.span(target.first, target.last)]
    if saying.cue is not None and saying.cue.entry.lemma == "lay blame":
        return _blamed_for(saying, part)
    quotations = [frame.words[i].quotation for i in range(first, last + 1)]
    if all(quotation is not None for quotation in quotations):
        return [quotation.inner for quotation in quotations if quotation is not None]
    if (saying.content.target is not None and frame.at(first) in _LINKING and first < last) or (
        saying.cue is not None
        and saying.cue.entry.lemma == "trade blame"
        and frame.at(first) in _LINKING
        and first < last
    ):
        first += 1
    return [_unmarked(reading, frame.span(first, last))]


def _blamed_for(saying: Saying, part: Range) -> list[Span]:
    """What the blame is laid for: the words after "for", before or after whom it is laid on."""
    frame, (first, last) = saying.frame, part
    on, blamed = _laid_on(saying), _blamed(saying)
    if on is None or blamed is None:
        return []
    start, end = (first, on - 1) if on > first else (blamed.last + 1, last)
    start += frame.at(start) == "for"
    return [frame.span(start, end)] if start <= end else []


def _unmarked(reading: Reading, span: Span) -> Span:
    """The span without a quotation mark that pairs with its other end: “(so)” whole."""
    quotations = reading.quotations_in(span)
    if quotations and quotations[-1].is_closed and quotations[-1].span.end - span.end in _CLOSING:
        span = span.to(quotations[-1].span)
    if len(quotations) == 1 and quotations[0].span == span:
        return quotations[0].inner
    return span


def form_of(reading: Reading, content: Sequence[Span]) -> Form:
    """Whose words they are: all between marks, some, or none."""
    if not content:
        return Form.INDIRECT
    inner = {quotation.inner for quotation in reading.quotations}
    if all(span in inner for span in content):
        return Form.DIRECT
    for span in content:
        if span in inner or any(q.use is not QuotationUse.NAME for q in reading.quotations_in(span)):
            return Form.MIXED
    return Form.INDIRECT
