"""Assertions that accuse: somebody says that another side did harm.

Decides from the clauses of what was said: who did the deed (the subject, the agent of a passive, whose fire or strike
it was, who "the gunmen" are said to be) and whether it harms or breaks a promise. Which side anybody is on plays no
part but that it is not the speaker's own. What is only feared, planned or denied accuses nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trucewatch.language.model import Tag
from trucewatch.statements.agents import is_agent_noun, is_group_noun
from trucewatch.statements.clauses import Clause
from trucewatch.statements.cue_words import listed
from trucewatch.statements.frames import Frame, Reading
from trucewatch.statements.harm_verbs import HARMFUL, HARMFUL_WITH, PEACEABLE
from trucewatch.statements.pairs import opposed_to, other_side
from trucewatch.statements.phrases import POSSESSIVES, Phrase, phrase_after
from trucewatch.statements.sayings import Saying
from trucewatch.statements.sides import share_side, side_in
from trucewatch.statements.speakers import who_is
from trucewatch.values import Kind, Who

OWN = frozenset({"our", "its", "their", "his", "her", "my", "we", "us"})

#: Said of somebody, these blame: "is lying", "was behind the blast", "are responsible".
_BLAMING = listed("lie fabricate blame")
_BLAMED_AS = listed("behind responsible guilty blame liars aggressor aggressors")
#: Nouns of harm, which whoever stands before them did: "a Karvian strike", "rebel assault".
_DEEDS = listed("""
    strike strikes airstrike airstrikes attack attacks raid raids assault assaults shelling bombing bombardment
    offensive ambush incursion incursions fire gunfire shellfire massacre aggression invasion violation violations
    provocation
    provocations drone drones rocket rockets missile missiles shells mortar mortars ramming seizure abduction killing
    killings sabotage
    """)
#: Nouns of deeds alone, which somebody is said to have done "by" or "of": not "drones by Karvia".
_DONE = _DEEDS - listed("drone drones rocket rockets missile missiles shells mortar mortars fire")
_FIRE = listed("fire gunfire shellfire shells shots rounds rockets missiles bullets drones mortars shelling grenades")
_WEAPONS = listed("""
    howitzers artillery guns tanks jets helicopters helicopter aircraft warplanes drones drone gunboats boat ship vessel
    warship bombers snipers sniper mortars batteries f-16s planes rockets missiles navy forces troops plane jet mortar
    """)
_CULPRITS = listed(
    "gunmen attackers attacker killers killer assailants culprits perpetrators bombers bomber raiders gunman"
)
_ARMED = listed("""
    forces troops soldiers fighters militants rebels gunmen insurgents militia militias militiamen terrorists guerrillas
    settlers bandits separatists paramilitaries mercenaries
    """)
_STRANGERS = listed("""
    gang gangs smugglers outsiders strangers thugs looters deserters extremists radicals saboteurs provocateurs youths
    poachers traffickers mob thieves vigilantes hardliners elements
    """)
_BANDS = listed("side fighters gunmen men militants camp")
_CRIMES = listed("""
    breach breaches violation violations massacre crime crimes aggression atrocity atrocities genocide provocation
    terrorism murder betrayal piracy barbarism
    """)
_LYING_WHERE = listed("in on at between along near to off")  # "mines lie in the road": nobody lies
_OBJECT_OPENERS = frozenset({Tag.DETERMINER, Tag.NAME, Tag.PRONOUN, Tag.NOUN, Tag.ADJECTIVE, Tag.NUMBER})
_MODIFYING = frozenset({Tag.NAME, Tag.ADJECTIVE, Tag.NOUN})
_AGENT_REACH = 10  # words between the passive verb and "by"
_NOUN_REACH = 24  # words of a clause in which the noun of a deed is looked for
_SIGHTING = listed("see spot sight observe notice film photograph")
_FAULT = listed("responsibility blame fault guilt")
#: What a truce or a promise obliges to; what is not done of it is complained of.
_OWED = listed("""
    keep honour honor respect observe comply implement fulfil fulfill withdraw release return hand free pay deliver
    stop cease allow open lift disarm cooperate co-operate pull remove surrender account answer
    """)
_FAILING = listed("fail refuse neglect")
_CONDEMNING = listed("condemn denounce criticise criticize rebuke slam blast lambaste berate chide assail castigate")
_CALLING = listed("call label brand describe")
NAMING = listed("call label brand describe denounce characterise characterize condemn")
_LINKS = listed("not no nothing hardly")
_SUFFERED = listed("come face suffer repel repulse halt withstand resist survive foil thwart condemn")
_AT_POSTS = listed("checkpoint checkpoints roadblock roadblocks post custody captivity hands")


def find_accused(
    reading: Reading, saying: Saying, clauses: Sequence[Clause], speakers: Sequence[Who]
) -> tuple[Who, ...] | None:
    """Whom an assertion accuses; () where it accuses without a name, None where it accuses nobody but its own side."""
    if (saying.cue is not None and saying.cue.is_negated) or not speakers or not saying.content.parts:
        return None
    is_wronged = False
    for clause in clauses:
        failing = _failing(reading, clause, speakers)
        if failing:
            return failing
        if clause.is_negated or clause.modal or ("to" in clause.helpers and clause.lemma != "blame"):
            continue
        accused = _accused_in(reading, clause, speakers)
        if accused:
            return accused
        is_wronged = is_wronged or _is_wronged(reading, clause, speakers)
    named = tuple(_of_object(reading, saying, speakers)) or _condemned(reading, saying, speakers)
    return named if named or is_wronged or is_called_wrong(saying) else None


def _accused_in(reading: Reading, clause: Clause, speakers: Sequence[Who]) -> tuple[Who, ...]:
    """Whoever a clause says did harm, not of the speaker's own side."""
    for phrase in _doers(clause):
        found = tuple(_whom(reading, clause.frame, phrase, speakers))
        if found:
            return found
    if clause.subject is None or clause.is_passive or clause.lemma in _SUFFERED:
        bounds = (clause.verb + 1, clause.last)
        found = tuple(_doers_of_nouns(reading, clause.frame, bounds, speakers))[:1]
        if found:
            return found
    return _opposed_doers(reading, clause, speakers)


def _opposed_doers(reading: Reading, clause: Clause, speakers: Sequence[Who]) -> tuple[Who, ...]:
    """Whoever of another party is said by a party to have done what is no peaceable deed: "had circled over a camp"."""
    frame, phrase = clause.frame, clause.subject
    is_sighting = clause.is_passive and clause.lemma in _SIGHTING
    if (
        phrase is None
        or (clause.lemma in PEACEABLE | HARMFUL_WITH.keys() and not is_sighting)
        or frame.tag(phrase.head) is Tag.PRONOUN
    ):
        return ()
    if not any(who.party for who in speakers) or not is_done(clause):
        return ()
    if clause.is_passive and not is_sighting:
        phrase = _agent(frame, clause.verb, clause.last)
    if phrase is None:
        return ()
    doers = who_is(reading, frame, phrase)
    is_opposed = all(who.party and _is_side(frame, phrase, who) for who in doers) and not share_side(doers, speakers)
    return doers if is_opposed else ()


def is_done(clause: Clause) -> bool:
    """Whether the verb tells of something done, not of how things are or always have been."""
    frame = clause.frame
    words = [frame.words[i] for i in range(clause.group, clause.verb + 1)]
    is_did = clause.helpers & {"did", "have", "has", "had"}
    return words[-1].form in {"past", "en"} or bool(is_did) or (words[-1].form == "ing" and len(words) > 1)


def _failing(reading: Reading, clause: Clause, speakers: Sequence[Who]) -> tuple[Who, ...]:
    """Whoever of another side is said not to have done what they owe: "never kept its word", "failed to pay"."""
    frame, phrase = clause.frame, clause.subject
    is_owing = clause.is_negated and clause.lemma in _OWED and is_done(clause)
    is_failing = clause.lemma in _FAILING and not clause.is_negated and frame.at(clause.verb + 1) == "to"
    if phrase is None or clause.is_passive or not (is_owing or is_failing):
        return ()
    others = who_is(reading, frame, phrase)
    is_side = all((who.party or who.state) and who.span is not None for who in others)
    return others if is_side and any(who.party for who in speakers) and not share_side(others, speakers) else ()


def _condemned(reading: Reading, saying: Saying, speakers: Sequence[Who]) -> tuple[Who, ...]:
    """Whom a side or a person is condemned for: "denounced the government for cutting off water"."""
    cue, frame = saying.cue, saying.frame
    if cue is None or cue.entry.lemma not in _CONDEMNING or cue.is_passive:
        return ()
    phrase = phrase_after(frame, cue.last + 1, appositions=False)
    if phrase is None or phrase.head + 1 >= len(frame):
        return ()
    accused = who_is(reading, frame, phrase)
    is_for = frame.at(phrase.last + 1) in {"for", "over"} or any(
        frame.at(i) == "for" for i in range(phrase.head, phrase.last)
    )
    is_alone = phrase.last + 1 >= len(frame) or frame.at(phrase.last + 1) in {".", ",", ";"}
    is_somebody = all(who.party or who.state or who.kind is Kind.PERSON for who in accused)
    return accused if (is_for or is_alone) and is_somebody and not share_side(accused, speakers) else ()


def _of_object(reading: Reading, saying: Saying, speakers: Sequence[Who]) -> Iterator[Who]:
    """Whose deed it was that is named: "called the raid by Karvian troops a massacre"."""
    if saying.cue is not None and saying.cue.entry.lemma in _CALLING:
        first, last = saying.content.parts[0]
        yield from list(_doers_of_nouns(reading, saying.frame, (first, last), speakers))[:1]


def _whom(reading: Reading, frame: Frame, phrase: Phrase, speakers: Sequence[Who]) -> Iterator[Who]:
    """The sides that the phrase names, where none is the speaker's own."""
    if frame.tag(phrase.head) is Tag.PRONOUN:
        yield from _they(reading, frame, phrase, speakers)
        return
    if frame.at(phrase.head) in _DEEDS and phrase.first < phrase.head:
        side = side_in(reading, frame.span(phrase.first, phrase.head - 1))  # "Karvian strikes killed nine"
        if side is not None and not share_side([side], speakers):
            yield side
        return
    opposed = other_side(reading, frame, phrase, speakers)
    if opposed is not None:
        yield opposed
        return
    accused = who_is(reading, frame, phrase)
    is_own = any(frame.at(i) in OWN for i in range(phrase.first, phrase.head + 1))
    if is_own or share_side(accused, speakers):
        return
    head = frame.at(phrase.head)
    is_band = head in _ARMED | _STRANGERS or (is_agent_noun(head) and head not in _CULPRITS)
    if is_band or all(_is_side(frame, phrase, one) for one in accused):
        yield from accused


def _they(reading: Reading, frame: Frame, phrase: Phrase, speakers: Sequence[Who]) -> Iterator[Who]:
    """As in "They shot him," said by one of two sides: the other."""
    start = frame.words[phrase.first].span.start
    if frame.at(phrase.head) == "they" and reading.speech_at(start) is not None:
        opposed = opposed_to(reading, start, speakers)
        if opposed is not None:
            yield opposed


def _doers(clause: Clause) -> Iterator[Phrase]:
    """The phrases that may name who did the harm that a clause tells: its subject, its agent, a culprit, an origin."""
    subject, frame, after = clause.subject, clause.frame, clause.verb + 1
    found: list[Phrase | None] = []
    if is_harmful(clause):
        is_fired = clause.is_passive and subject is not None and frame.at(subject.head) in _WEAPONS
        found.append(_agent(frame, clause.verb, clause.last) if clause.is_passive and not is_fired else subject)
    if subject is not None and clause.lemma == "be" and frame.at(subject.head) in _CULPRITS:
        found.append(phrase_after(frame, after, appositions=False))
    if subject is not None and frame.at(subject.head) in _FAULT and clause.lemma in {"lie", "rest", "fall", "belong"}:
        found = [phrase_after(frame, after + 1, appositions=False)]
    if clause.lemma == "be" and (named := _work_of(clause)):
        found.append(phrase_after(frame, named, appositions=False))
    if _comes_from(clause):
        found.append(phrase_after(frame, after + 1, appositions=False))
    yield from (phrase for phrase in found if phrase is not None)


def _work_of(clause: Clause) -> int:
    """Where those are named whose work something is: "was the work of", "it was"; 0 where nobody is."""
    frame, after = clause.frame, clause.verb + 1
    words = tuple(frame.at(i) for i in range(after, after + 3))
    if words in {("the", "work", "of"), ("the", "doing", "of"), ("the", "handiwork", "of")}:
        return after + 3
    is_it = clause.subject is not None and frame.at(clause.subject.head) in {"it", "this", "that"}
    return after if is_it and frame.words[clause.verb].form == "past" and not clause.is_passive else 0


def is_harmful(clause: Clause) -> bool:
    """Whether the verb, with what it is done to, tells of harm or of a promise broken."""
    lemma, frame = clause.lemma, clause.frame
    if lemma == "be":
        return any(word in _BLAMED_AS for word in list(clause.words())[:4])
    if lemma in _BLAMING:
        return frame.at(clause.verb + 1) not in _LYING_WHERE
    if lemma in HARMFUL:
        return True
    objects = HARMFUL_WITH.get(lemma)
    if objects is None:
        return False
    is_bare = frame.at(clause.verb + 1) == "first" or frame.tag(clause.verb + 1) not in _OBJECT_OPENERS
    if lemma == "fire" and not clause.is_passive and is_bare:
        return True  # at somebody; who "fired the minister" dismissed him
    subject = clause.subject
    done = range(subject.first, subject.head + 1) if clause.is_passive and subject is not None else ()
    return any(word in objects for word in [*list(clause.words())[:6], *(frame.at(i) for i in done)])


def _is_wronged(reading: Reading, clause: Clause, speakers: Sequence[Who]) -> bool:
    """Whether the speaker's own side suffered it: "our post was shelled", "its post had come under fire"."""
    subject = clause.subject
    if subject is None or not _is_own(reading, clause.frame, subject, speakers):
        return False
    if clause.is_passive:
        return clause.lemma in HARMFUL
    return clause.lemma == "come" and clause.frame.at(clause.verb + 1) == "under" and "fire" in set(clause.words())


def _is_own(reading: Reading, frame: Frame, phrase: Phrase, speakers: Sequence[Who]) -> bool:
    """Whether the words are of the speaker's side: "our", "its", or a name of theirs."""
    return frame.at(phrase.first) in OWN or share_side(who_is(reading, frame, phrase), speakers)


def _comes_from(clause: Clause) -> bool:
    """As in "the first shells had come from the Karvian side"."""
    subject, frame = clause.subject, clause.frame
    is_fire = subject is not None and any(frame.at(i) in _FIRE for i in range(subject.first, subject.head + 1))
    return is_fire and frame.at(clause.verb + 1) == "from" and clause.lemma in {"come", "be", "fire", "launch"}


def _doers_of_nouns(reading: Reading, frame: Frame, bounds: tuple[int, int], speakers: Sequence[Who]) -> Iterator[Who]:
    """Whose the strike is that somebody died in, came under or repelled: before the noun, or after "by" or "from"."""
    start, last = bounds
    for at in range(start, min(last, start + _NOUN_REACH) + 1):
        is_deed = frame.at(at) in _DEEDS and frame.tag(at) is not Tag.VERB
        if is_deed or frame.at(at) in _AT_POSTS:
            first = _modified_from(frame, at, start)
            side = side_in(reading, frame.span(first, at - 1)) if first < at else None
            if side is not None and not share_side([side], speakers):
                yield side
        named = _named_after(frame, at, last) if is_deed else None
        if named is not None:
            yield from _whom(reading, frame, named, speakers)


def _modified_from(frame: Frame, at: int, start: int) -> int:
    """The first of the words that stand right before a noun and tell which: "the Karvian army's", not its article."""
    first = at
    while first > start and (frame.tag(first - 1) in _MODIFYING or frame.at(first - 1) in POSSESSIVES):
        first -= 1
    return first


def _named_after(frame: Frame, at: int, last: int) -> Phrase | None:
    """As in "fire from Karvia", "the ramming of a boat by a Karvian vessel"."""
    if frame.at(at + 1) in {"by", "from"}:
        return phrase_after(frame, at + 2, appositions=False)
    return _agent(frame, at, last) if frame.at(at) in _DONE else None


def _agent(frame: Frame, verb: int, last: int) -> Phrase | None:
    """The phrase after "by"; None where nobody is named."""
    for at in range(verb + 1, min(last, verb + _AGENT_REACH)):
        if frame.at(at) == "by" and frame.words[at + 1].form != "ing":
            return phrase_after(frame, at + 1, appositions=False)
    return None


def is_called_wrong(saying: Saying) -> bool:
    """As in "called the strike a grave breach of the truce", "described it as an act of aggression"."""
    cue, frame = saying.cue, saying.frame
    if cue is None or cue.entry.lemma not in NAMING:
        return False
    for first, last in saying.content.parts:
        for at in range(first + 1, last + 1):
            if frame.at(at) in _CRIMES and not any(frame.at(i) in _LINKS for i in range(first + 1, at)):
                return True
            if frame.tag(at) is Tag.PREPOSITION and frame.at(at) not in {"as", "of", "by", "in", "on"}:
                break
    return False


def _is_side(frame: Frame, phrase: Phrase, who: Who) -> bool:
    """Whether this is somebody with a side to be accused for, or its weapons: known by party or state."""
    if not (who.party or who.state):
        return False
    if who.kind is not Kind.UNKNOWN:
        return who.kind is not Kind.SOURCE
    head = frame.at(phrase.head)
    return is_agent_noun(head) or is_group_noun(head) or head in _WEAPONS or head in _BANDS
