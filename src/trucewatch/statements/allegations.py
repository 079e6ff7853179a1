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
from trucewatch.statements.pairs import opposed_to, other_side
from trucewatch.statements.phrases import POSSESSIVES, Phrase, phrase_after
from trucewatch.statements.sayings import Saying
from trucewatch.statements.sides import share_side, side_in
from trucewatch.statements.speakers import who_is
from trucewatch.values import Kind, Who

OWN = frozenset({"our", "its", "their", "his", "her", "my", "we", "us"})

#: What is wrong or war to do to others. Own compilation.
_HARMFUL = listed("""
    attack shell bomb bombard strike hit kill murder execute massacre wound injure maim shoot torture rape abduct kidnap
    seize storm raid loot burn torch destroy target violate breach invade ambush mine poison gas besiege blockade expel
    ram detain harass sabotage plunder behead mutilate pound bulldoze rob desecrate starve deport provoke
    """)
#: Harm only with what it is done to: "broke the truce", "fired on the post", "blocked the road".
_WITH_OBJECT = {
    "break": listed("ceasefire truce agreement agreements deal promise promises word law treaty terms accord pact"),
    "fire": listed("rocket rockets shell shells mortar mortars missile missiles round rounds shot shots drone drones"),
    "open": listed("fire up"),
    "block": listed(
        "road roads convoy convoys aid access passage trucks relief food deliveries evacuation patrol patrols"
    ),
    "obstruct": listed("road roads convoy convoys aid access passage trucks relief monitors patrol patrols work"),
    "refuse": listed("passage access entry"),
    "deny": listed("passage access entry"),
    "launch": listed("attack attacks strike strikes assault offensive raid raids rockets missiles drones"),
    "carry": listed("attack attacks strike strikes assault raid raids killings massacre"),
    "commit": listed(
        "crime crimes massacre massacres atrocities atrocity murder genocide abuses violation violations act"
    ),
    "stage": listed("attack attacks provocation provocations ambush raid"),
    "plant": listed("bomb bombs mine mines explosives device it them"),
    "lay": listed("mine mines"),
    "cross": listed("line border boundary frontier"),
    "give": listed("order orders"),
    "order": listed("attack strike killing killings massacre raid shelling murder"),
    "use": listed("gas chemical cluster shields prisoners hospital hospitals civilians"),
    "drop": listed("bomb bombs mines explosives grenades"),
}
#: Said of somebody, these blame: "is lying", "was behind the blast", "are responsible".
_BLAMING = listed("lie fabricate")
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
    warship bombers snipers sniper mortars batteries f-16s planes rockets missiles navy forces troops plane jet
    """)
_CULPRITS = listed(
    "gunmen attackers attacker killers killer assailants culprits perpetrators bombers bomber raiders gunman"
)
_ARMED = listed("""
    forces troops soldiers fighters militants rebels gunmen insurgents militia militias militiamen terrorists guerrillas
    settlers bandits separatists paramilitaries mercenaries
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
        if clause.is_negated or clause.modal or "to" in clause.helpers:
            continue
        accused = next(_accused_in(reading, clause, speakers), None)
        if accused is not None:
            return (accused,)
        is_wronged = is_wronged or _is_wronged(reading, clause, speakers)
    named = tuple(_of_object(reading, saying, speakers))
    return named if named or is_wronged or is_called_wrong(saying) else None


def _accused_in(reading: Reading, clause: Clause, speakers: Sequence[Who]) -> Iterator[Who]:
    """Whoever a clause says did harm, not of the speaker's own side."""
    for phrase in _doers(clause):
        yield from _whom(reading, clause.frame, phrase, speakers)
    if clause.subject is None or clause.is_passive or clause.lemma in _SUFFERED:
        yield from _doers_of_nouns(reading, clause.frame, (clause.verb + 1, clause.last), speakers)


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
    is_armed = frame.at(phrase.head) in _ARMED and any(who.party for who in speakers)
    if is_armed or all(_is_side(frame, phrase, one) for one in accused):
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
        found.append(_agent(frame, clause.verb, clause.last) if clause.is_passive else subject)
    if subject is not None and clause.lemma == "be" and frame.at(subject.head) in _CULPRITS:
        found.append(phrase_after(frame, after, appositions=False))
    if _comes_from(clause):
        found.append(phrase_after(frame, after + 1, appositions=False))
    yield from (phrase for phrase in found if phrase is not None)


def is_harmful(clause: Clause) -> bool:
    """Whether the verb, with what it is done to, tells of harm or of a promise broken."""
    lemma, frame = clause.lemma, clause.frame
    if lemma == "be":
        return any(word in _BLAMED_AS for word in list(clause.words())[:4])
    if lemma in _BLAMING:
        return frame.at(clause.verb + 1) not in _LYING_WHERE
    if lemma in _HARMFUL:
        return True
    objects = _WITH_OBJECT.get(lemma)
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
        return clause.lemma in _HARMFUL
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
