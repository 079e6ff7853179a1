"""Deeds of giving: which verbs and nouns of a sentence give, free, draw back, open, let through or set up what.

Decides from a closed list of verbs and the class of what they are done to; a verb whose object gives nobody anything
("released footage", "opened fire") is no deed. Never decides whether it was done, promised or refused; see
``undertakings``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from trucewatch.events.goods import (
    HUMANITARIAN,
    MILITARY,
    MONEY,
    OBSERVERS,
    OTHER,
    PRISONERS,
    RESOURCES,
    TERRITORY,
    TROOPS,
    TRUCE,
    WEAPONS,
    Goods,
    amount_in,
    goods_in,
    is_measure,
    thing_at,
)
from trucewatch.events.lexicon import word_set
from trucewatch.events.phrases import Phrase, phrase_ending, phrase_starting
from trucewatch.events.roles import BE, find_agent, find_subject
from trucewatch.events.targets import HUMAN, classify
from trucewatch.events.view import Sentence
from trucewatch.language.model import Tag
from trucewatch.values import Amount, Kind, Span


class Sort(Enum):
    """What kind of giving a word tells."""

    GIVE = "give"
    FREE = "free"
    TRADE = "trade"
    DRAW = "draw"  # move forces or guns
    LEAVE = "leave"  # a place, with the forces that hold it
    CEDE = "cede"
    DISARM = "disarm"
    DISBAND = "disband"
    OPEN = "open"
    EASE = "ease"
    LET = "let"
    RESTORE = "restore"
    SETUP = "set up"
    PAY = "pay"
    EXTEND = "extend"
    COME = "come"
    TRAIN = "train"
    WATCH = "watch over"  # a truce, a line, a withdrawal
    HOLD_IN = "stay in"  # barracks
    STORE = "store"  # arms, out of use
    RAISE = "raise"  # the number of those who watch
    REDUCE = "reduce"  # forces or arms
    CONTINUE = "continue"  # to help
    RECEIVE = "receive"  # told of whoever gets it
    MERGE = "merge"  # into one army
    CALM = "calm"  # one side's own halt of attacks
    CUE = "cue"  # tells the stage itself, with the goods behind it: "pledged 50 tanks"


#: Verb -> the particles it needs ("" for none) and what it then does.
_VERBS: dict[str, tuple[tuple[str, Sort], ...]] = {
    **{v: (("", Sort.GIVE),) for v in """send deliver supply provide donate lend contribute transfer ship dispatch
       airlift airdrop fly distribute deploy station share furnish""".split()},
    **{v: (("", Sort.FREE),) for v in "release free repatriate unfreeze".split()},
    **{v: (("", Sort.TRADE),) for v in "exchange swap".split()},
    **{v: (("", Sort.DRAW),) for v in "withdraw remove redeploy relocate confine regroup".split()},
    **{v: (("", Sort.LEAVE),) for v in "leave vacate quit evacuate".split()},
    **{v: (("", Sort.CEDE),) for v in "cede relinquish surrender decommission dismantle".split()},
    **{v: (("", Sort.DISBAND),) for v in "demobilise demobilize disband".split()},
    **{v: (("", Sort.OPEN),) for v in "open reopen re-open unblock".split()},
    **{v: (("", Sort.EASE),) for v in "lift ease suspend drop".split()},
    **{v: (("", Sort.LET),) for v in "allow permit admit".split()},
    **{v: (("", Sort.RESTORE),) for v in "restore repair rebuild clear resume reconnect mark".split()},
    **{v: (("", Sort.SETUP),) for v in "establish create form name appoint build install".split()},
    **{v: (("", Sort.PAY),) for v in "pay compensate fund finance repay reimburse".split()},
    **{v: (("", Sort.EXTEND),) for v in "extend prolong renew".split()},
    **{v: (("", Sort.COME),) for v in "cross arrive reach enter".split()},
    **{v: (("", Sort.WATCH),) for v in "monitor oversee supervise observe verify watch police patrol".split()},
    **{v: (("", Sort.HOLD_IN),) for v in "stay remain".split()},
    **{v: (("", Sort.STORE),) for v in "lock store collect scrap place".split()},
    **{v: (("", Sort.RAISE),) for v in "double triple increase raise enlarge expand reinforce".split()},
    **{v: (("", Sort.CONTINUE),) for v in "continue".split()},
    **{v: (("", Sort.REDUCE),) for v in "reduce halve abolish dissolve cut".split()},
    **{v: (("", Sort.MERGE),) for v in "integrate absorb merge".split()},
    **{v: (("", Sort.CALM),) for v in "halt cease pause abide respect".split()},
    **{v: (("", Sort.TRAIN),) for v in "train".split()},
    "disarm": (("", Sort.DISARM),),
    "hand": (("over", Sort.GIVE), ("in", Sort.CEDE), ("back", Sort.GIVE), ("to", Sort.GIVE)),
    "turn": (("over", Sort.GIVE), ("in", Sort.CEDE)),
    "give": (("up", Sort.CEDE), ("back", Sort.GIVE), ("", Sort.GIVE)),
    "bring": (("back", Sort.GIVE),),
    "stand": (("down", Sort.DISBAND),),
    "cover": (("", Sort.PAY),),
    "return": (("", Sort.GIVE),),
    "grant": (("", Sort.GIVE),),
    "lay": (("down", Sort.CEDE),),
    "put": (("beyond", Sort.CEDE), ("under", Sort.STORE)),
    "go": (("from", Sort.LEAVE),),
    "pull": (("back", Sort.DRAW), ("out", Sort.DRAW)),
    "draw": (("back", Sort.DRAW),),
    "move": (("back", Sort.DRAW), ("out", Sort.DRAW)),
    "fall": (("back", Sort.DRAW),),
    "gather": (("at", Sort.DRAW), ("in", Sort.DRAW)),
    "assemble": (("at", Sort.DRAW), ("in", Sort.DRAW)),
    "let": (("go", Sort.FREE), ("", Sort.LET)),
    "get": (("back", Sort.RECEIVE), ("", Sort.RECEIVE)),
    "receive": (("", Sort.RECEIVE),),
    "take": (("delivery", Sort.RECEIVE), ("back", Sort.DRAW), ("into", Sort.MERGE), ("in", Sort.MERGE)),
    "set": (("up", Sort.SETUP), ("free", Sort.FREE)),
}  # fmt: skip
#: Nouns of doing, before "of" or behind what is given ("the release of", "a prisoner exchange").
_NOUNS: dict[str, Sort] = {
    **dict.fromkeys("release repatriation".split(), Sort.FREE),
    **dict.fromkeys("exchange exchanges swap".split(), Sort.TRADE),
    **dict.fromkeys(
        "withdrawal withdrawals pullback pull-back pullout pull-out redeployment removal disengagement".split(), Sort.DRAW
    ),
    **dict.fromkeys("return handover hand-over delivery deliveries supply provision transfer dispatch".split(), Sort.GIVE),
    **dict.fromkeys("deployment stationing".split(), Sort.GIVE),
    **dict.fromkeys("evacuation".split(), Sort.LEAVE),
    **dict.fromkeys("reopening opening".split(), Sort.OPEN),
    **dict.fromkeys("lifting easing".split(), Sort.EASE),
    **dict.fromkeys("restoration clearance rebuilding repair resumption".split(), Sort.RESTORE),
    **dict.fromkeys("creation establishment".split(), Sort.SETUP),
    **dict.fromkeys("payment payments".split(), Sort.PAY),
    **dict.fromkeys("extension renewal prolongation".split(), Sort.EXTEND),
    **dict.fromkeys("disarmament decommissioning".split(), Sort.CEDE),
    **dict.fromkeys("demobilisation demobilization disbandment".split(), Sort.DISBAND),
}  # fmt: skip
_PASSAGES = word_set(
    """road roads crossing crossings border bridge bridges corridor corridors port ports airport airports airfield
    route routes highway checkpoint checkpoints gate gates railway line hospital hospitals school schools market
    markets canal strait waterway terminal passage embassy consulate office station archive archives camp camps"""
)
_BARRIERS = word_set(
    """blockade blockades siege sieges curfew embargo sanctions sanction ban bans restrictions tariffs tariff closure
    freeze tolls emergency embargoes charges complaint complaints"""
)
#: Verbs that say nothing where they only tell what somebody did: the sort counts as a promise or a term alone.
ONLY_AHEAD = frozenset({Sort.WATCH, Sort.HOLD_IN, Sort.STORE, Sort.RAISE, Sort.CALM, Sort.SETUP, Sort.RESTORE, Sort.LET, Sort.MERGE})
_SERVICES = word_set(
    """service services telecommunications banking internet telephone electricity power water gas flights
    trade links link ferry ferries bus buses trains supplies pipeline road roads bridge bridges house houses homes
    village hospital hospitals school schools mosque church mosques churches well wells borehole boreholes dam pump
    mine mines minefield minefields roadblock roadblocks barricade barricades trenches fortifications checkpoint
    checkpoints border boundary frontier barriers fence wall watchtowers posts rubble positions canal turbines aid line"""
)
_CREATED = word_set(
    """commission committee mechanism hotline mission force army court fund tribunal corridor zone zones area areas
    patrols office offices officer officers representative representatives commissioner envoy council panel body
    government administration posts line camps centre center shelter school clinic monument register assembly"""
)
THINGS = word_set(
    """bodies remains amnesty cattle cow cows goat goats sheep camels horses livestock herd herds boat boats property
    vehicle vehicles car cars plane lists list map maps documents records passports visas equipment passage access
    citizenship seats autonomy land licences licenses permits representative representatives delegation
    delegate envoy doctor doctors engineers experts team teams judge nurse nurses teachers cranes pumps
    scholarships shelter protection passage ashes archives relics crew"""
)
_NOT_PAID = word_set("tribute attention visit price respects toll homage heed dues lip")
_WILL_BE = {("will", "be"), ("shall", "be"), ("would", "be")}
_LET_IN = word_set(
    """in into through pass to enter leave return cross reach back out sail land resume access by work visit inspect
    party parties home onto""")  # fmt: skip
_PLACED = frozenset({"from", "back", "out", "behind", "beyond", "to"})
_SETTLED = word_set("settlements settlement enclave enclaves outpost outposts")
_STRICKEN = word_set("wounded sick patients injured civilians children elderly families")
_ABANDONED = word_set("slump recession talks agreement treaty pact race deal negotiations contest accord election market markets")
_FORCED = word_set("army military armed police armoured armored troops soldiers vehicles")
_HELD_BY = word_set("troops forces army armies soldiers sides side parties police fighters units rebels militias both")
_WATCHED = word_set(
    """truce ceasefire cease-fire withdrawal redeployment disengagement line it this them implementation elections camps
    compliance agreement accord release border zone crossings terms demilitarisation handover pullback calm peace"""
)
_TRUCES = word_set("truce ceasefire cease-fire armistice")
_ATTACKS = word_set("offensive attacks operations raids hostilities shelling bombing strikes bombardment")
_QUARTERS = word_set("barracks cantonments cantonment camps bases positions quarters")
_PARTICLE_REACH = 9
_POINTING = frozenset({Sort.GIVE, Sort.CEDE, Sort.DRAW, Sort.OPEN, Sort.PAY, Sort.RESTORE})
_NOMINATIVES = {("he",), ("she",), ("they",), ("we",), ("i",)}  # "returned he": no object
_POINTERS = frozenset({"them", "it", "they", "these", "those"})
_PRONOUNS = frozenset({"them", "they", "him", "her", "it"})


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed: tokens ``[start, end)``, the word that tells it, what is given. ``is_plain``: of no class of its own.

    ``what`` is "" where the words only point back at the goods: "hand them over".
    """

    at: int
    start: int
    end: int
    sort: Sort
    what: str
    amount: Amount | None = None
    thing: Phrase | None = None
    is_noun: bool = False
    is_passive: bool = False
    is_plain: bool = False


def find_deeds(sentence: Sentence) -> Iterator[Deed]:
    """The deeds of a sentence, in order."""
    for at, token in enumerate(sentence.tokens):
        found = None
        if token.lower == "there":
            found = _there(sentence, at)
        elif token.tag is Tag.VERB and (token.lemma in _VERBS or token.lower in _VERBS):
            found = _verb_deed(sentence, at)
        elif token.lower in _NOUNS and token.tag in {Tag.NOUN, Tag.VERB}:
            found = _noun_deed(sentence, at)
        if found is not None:
            yield found


def _there(sentence: Sentence, at: int) -> Deed | None:
    """The words "there is to be a mechanism", "there will be a hotline": something set up."""
    words = sentence.lowers(at + 1, at + 4)
    width = 3 if words[:3] in {("is", "to", "be"), ("are", "to", "be")} else 2 if words[:2] in _WILL_BE else 0
    thing = thing_at(sentence, at + 1 + width) if width else None
    what = _created(sentence, at, goods_in(sentence, thing)) if thing is not None else ""
    if thing is None or not what:
        return None
    return Deed(at + width, at + width, thing.end, Sort.SETUP, what, amount_in(sentence, thing.start, thing.end), thing, is_plain=True)


def is_passive(sentence: Sentence, at: int) -> bool:
    """Whether the verb is said of what it is done to: "were freed", "to be let through"."""
    return sentence.tokens[at].form in {"en", "past"} and bool(BE.intersection(sentence.lowers(at - 3, at)))


def _verb_deed(sentence: Sentence, at: int) -> Deed | None:
    turned = is_passive(sentence, at)
    token = sentence.tokens[at]
    for particle, sort in _VERBS.get(token.lemma) or _VERBS[token.lower]:
        placed = _place_of(sentence, at, particle) if particle else at
        if placed is None:
            continue
        deed = _with_object(sentence, at, placed, sort, turned=turned)
        if deed is not None:
            return deed
    return None


def _place_of(sentence: Sentence, at: int, particle: str) -> int | None:
    """Where the particle of a verb stands: right behind it, or behind its object."""
    for index in range(at + 1, min(len(sentence.tokens), at + _PARTICLE_REACH)):
        token = sentence.tokens[index]
        if token.lower == particle:
            return index
        if token.tag in {Tag.PUNCTUATION, Tag.VERB, Tag.SUBORDINATOR} or token.lower in {"from", "and", "to"}:
            return None
    return None


def _with_object(sentence: Sentence, at: int, placed: int, sort: Sort, *, turned: bool) -> Deed | None:
    if turned:
        thing = find_subject(sentence, at)
    else:
        thing = _object(sentence, at, placed)
    is_bare = at + 1 >= len(sentence.tokens) or sentence.tokens[at + 1].tag in {Tag.PUNCTUATION, Tag.PREPOSITION}
    if thing is None and sort is Sort.GIVE and is_bare:
        thing = _antecedent(sentence, at)
    goods = goods_in(sentence, thing) if thing is not None else None
    intransitive = goods is None and not turned
    if intransitive and sort in {Sort.OPEN, Sort.COME}:
        thing = find_subject(sentence, at)
        goods = goods_in(sentence, thing) if thing is not None else None
    if sort is Sort.COME and not intransitive:
        thing = find_subject(sentence, at)
        goods = goods_in(sentence, thing) if thing is not None else None
    what = _what(sentence, sort, at, goods)
    if not what and goods is not None and sort in _POINTING and _head(sentence, goods) in _POINTERS:
        return Deed(at, at, max(placed + 1, goods.end), sort, "", None, thing, is_passive=turned, is_plain=True)
    if not what and turned and (head := _before_relative(sentence, at)) is not None:
        thing, goods = head, goods_in(sentence, head)
        what = _what(sentence, sort, at, goods)
    if not what:
        return None
    start, end = at, placed + 1
    if goods is not None:
        start, end = min(start, goods.start), max(end, goods.end)
    amount = _counted(sentence, goods.amount, placed) if goods is not None else None
    is_plain = what == OTHER or sort in {Sort.RESTORE, Sort.SETUP, Sort.OPEN, Sort.TRAIN}
    return Deed(at, start, end, sort, what, amount, thing, is_passive=turned, is_plain=is_plain)


def _object(sentence: Sentence, at: int, placed: int) -> Phrase | None:
    """What follows the verb, without a particle that the tagger took for part of it."""
    first = at + 1 if placed != at + 1 else placed + 1
    if sentence.lowers(first, first + 1)[:1] in _NOMINATIVES:
        return None
    found = thing_at(sentence, first)
    if found is None and placed == at + 1 and sentence.lowers(first, first + 1) == ("to",):
        receiver = thing_at(sentence, first + 1)  # "hand over to A two of its nationals"
        found = thing_at(sentence, receiver.end) if receiver is not None else None
    elif found is not None and (second := _second_object(sentence, found)) is not None:
        return second
    if found is None:
        return None
    for index in range(found.start + 1, found.end):
        if sentence.tokens[index].lower == "back" or index == placed:
            return phrase_ending(sentence, index - 1)
    return None if found.start == found.head and sentence.tokens[found.head].lower == "back" else found


def _before_relative(sentence: Sentence, at: int) -> Phrase | None:
    """The subject that a clause parts from its verb: "prisoners who wish to go home are to be", "zones held by A are"."""
    for index in range(at - 1, max(0, at - 2 * _PARTICLE_REACH), -1):
        token = sentence.tokens[index]
        if token.lower in {"who", "which", "that", ";"} or (token.form == "en" and index < at - 3):
            return phrase_ending(sentence, index - 1) if token.lower != ";" else None
    return None


def _counted(sentence: Sentence, amount: Amount | None, placed: int) -> Amount | None:
    """The amount without the particle of its verb: who hands over 45 does not hand over more than 45."""
    if amount is None or amount.span is None or sentence.tokens[placed].lower != "over":
        return amount
    particle = sentence.tokens[placed].span
    if not amount.span.overlaps(particle) or placed + 1 >= len(sentence.tokens):
        return amount
    span = Span(sentence.tokens[placed + 1].span.start, amount.span.end)
    return replace(amount, high=amount.low, words=span.of(sentence.text), span=span)


def _second_object(sentence: Sentence, first: Phrase) -> Phrase | None:
    """The goods of "gave A a grant of 5 million": what follows whoever gets them."""
    following = sentence.tokens[first.end : first.end + 1]
    is_begun = bool(following) and following[0].tag in {Tag.DETERMINER, Tag.NUMBER}
    if not is_begun or goods_in(sentence, first).what or first.end in sentence.timed:
        return None
    second = thing_at(sentence, first.end)
    return second if second is not None and goods_in(sentence, second).what else None


def _antecedent(sentence: Sentence, at: int) -> Phrase | None:
    """The goods of "guarantees, something A is unwilling to provide": what stands before "something" or "which"."""
    for index in range(at - 1, max(0, at - _PARTICLE_REACH), -1):
        if sentence.tokens[index].lower in {"something", "which", "that"}:
            for last in range(index - 1, max(-1, index - 2 * _PARTICLE_REACH), -1):
                phrase = phrase_ending(sentence, last)
                if phrase is not None and goods_in(sentence, phrase).what not in {"", OTHER}:
                    return phrase
            return None
    return None


def _what(sentence: Sentence, sort: Sort, at: int, goods: Goods | None) -> str:
    """The class that a verb gives with what it is done to, or "" where that gives nobody anything."""
    rule = _RULES[sort]
    return rule(sentence, at, goods)


def _head(sentence: Sentence, goods: Goods | None) -> str:
    return sentence.tokens[goods.head].lower if goods is not None else ""


def _people(sentence: Sentence, goods: Goods) -> bool:
    """Whether the goods are people: soldiers, students, a person by name, "45 of them"."""
    span = sentence.tokens[goods.head].span
    words = sentence.lowers(goods.start, goods.end)
    if classify(words) in HUMAN or goods.what == TROOPS or (goods.what and goods.what == PRISONERS):
        return True
    if any(n.kind is Kind.PERSON and n.span is not None and n.span.overlaps(span) for n in sentence.names):
        return True
    head = sentence.tokens[goods.head]
    if _SEIZED.intersection(words):
        return True
    return head.lower in _PEOPLE or (head.tag is Tag.NUMBER and goods.amount is not None and not goods.what)


_SEIZED = word_set("captured kidnapped abducted detained jailed arrested imprisoned captive")
_PEOPLE = word_set(
    """men women children officers officer pilots pilot crew crews students sailors fishermen workers journalists
    them others farmers herders villagers conscripts activists leaders sons soldier fighter nurses members people
    relatives civilians nationals citizens boys girls brothers dissidents convicts patients monks priests teachers
    nationals suspects suspect sergeant corporal lieutenant captain major teenagers fisherman"""
)


def _freed(sentence: Sentence, at: int, goods: Goods | None) -> str:
    if goods is None:
        return ""
    if goods.what in {MONEY, HUMANITARIAN, RESOURCES}:
        return goods.what
    head = sentence.tokens[goods.head]
    is_named = sentence.tokens[at].lemma == "free" and head.tag is Tag.NAME and head.span not in _spans(sentence)
    return PRISONERS if is_named or _people(sentence, goods) else ""


def _spans(sentence: Sentence) -> set[Span]:
    """Where places stand: to free a town is to take it."""
    return {p.span for p in sentence.places if p.span is not None}


def _traded(sentence: Sentence, at: int, goods: Goods | None) -> str:
    if goods is None:
        return ""
    head = _head(sentence, goods)
    if head in THINGS:
        return OTHER
    return PRISONERS if head not in _PRONOUNS and _people(sentence, goods) else ""


def _given(sentence: Sentence, at: int, goods: Goods | None) -> str:
    """What is sent, supplied or handed over; people handed over or returned are prisoners."""
    if goods is None:
        return ""
    head, lemma = _head(sentence, goods), sentence.tokens[at].lemma
    if lemma in _HANDING and _is_land(sentence, goods):
        return TERRITORY
    if head in _PRONOUNS:
        return ""
    if lemma in _HANDING and _people(sentence, goods):
        return PRISONERS
    if goods.what and goods.what != TRUCE:
        return "" if goods.what in {TERRITORY} and lemma not in _HANDING | _GRANTING else goods.what
    return OTHER if head in THINGS else ""


def _is_land(sentence: Sentence, goods: Goods) -> bool:
    """Whether what is handed over is a place: a district, a town by name, a port."""
    if goods.what == TERRITORY:
        return True
    span = sentence.cover(goods.start, goods.end)
    is_named = any(p.span is not None and p.span.overlaps(span) for p in sentence.places)
    return is_named and (sentence.tokens[goods.head].tag is Tag.NAME or _head(sentence, goods) in _PASSAGES)


_HANDING = frozenset({"hand", "return", "transfer", "turn", "bring", "handover", "hand-over"})
_GRANTING = frozenset({"grant", "give"})


def _drawn(sentence: Sentence, at: int, goods: Goods | None) -> str:
    """What is drawn back: guns, forces, or the forces of whoever withdraws."""
    if goods is not None and goods.what in {TROOPS, WEAPONS}:
        return goods.what
    lemma = sentence.tokens[at].lemma
    if goods is not None and lemma in {"remove", "relocate"}:
        return OTHER if _head(sentence, goods) in _SERVICES else ""
    if goods is not None and goods.what != MONEY and not (goods.amount is not None and is_measure(goods.amount)):
        return ""
    if _ABANDONED.intersection(sentence.lowers(at + 1, at + 6)):
        return ""
    is_told = bool(_PLACED.intersection(sentence.lowers(at + 1, at + 4))) or goods is not None
    if lemma in {"gather", "assemble", "relocate", "redeploy", "regroup"} and not _is_force(sentence, at):
        return ""
    return TROOPS if is_told or is_passive(sentence, at) or lemma in {"gather", "withdraw"} else ""


def _left(sentence: Sentence, at: int, goods: Goods | None) -> str:
    """The places that forces leave are told with them: troops. Villagers who leave their homes give nothing."""
    if sentence.tokens[at].lemma == "evacuate" and goods is not None:
        if _head(sentence, goods) in _SETTLED:
            return TERRITORY
        if _STRICKEN.intersection(sentence.lowers(goods.start, goods.end)):
            return HUMANITARIAN
    if is_passive(sentence, at):
        return TERRITORY if goods is not None and (goods.what == TERRITORY) else ""
    return TROOPS if _is_force(sentence, at) else ""


def _is_force(sentence: Sentence, at: int) -> bool:
    """Whether the verb is said of forces, sides, or those the words before it pointed at."""
    subject = find_subject(sentence, at)
    if subject is None:
        return False
    words = subject.lowers(sentence)
    return bool(_HELD_BY.intersection(words)) or words in {("them",), ("they",)} or goods_in(sentence, subject).what == TROOPS


def _ceded(sentence: Sentence, at: int, goods: Goods | None) -> str:
    if goods is None:
        return ""
    if _head(sentence, goods) in {"them", "him", "her"} and sentence.tokens[at].lemma == "give":
        return PRISONERS
    return goods.what if goods.what in {TERRITORY, WEAPONS, PRISONERS} else ""


def _disarmed(sentence: Sentence, at: int, goods: Goods | None) -> str:
    return WEAPONS


def _disbanded(sentence: Sentence, at: int, goods: Goods | None) -> str:
    is_force = goods is not None and (goods.what == TROOPS or bool(_HELD_BY.intersection(sentence.lowers(goods.start, goods.end))))
    return TROOPS if is_force or _is_force(sentence, at) else ""


def _opened(sentence: Sentence, at: int, goods: Goods | None) -> str:
    if goods is None or _head(sentence, goods) not in _PASSAGES:
        return ""
    is_corridor = _head(sentence, goods) in {"corridor", "corridors"}
    is_secured = {"security", "buffer"}.intersection(sentence.lowers(goods.start, goods.end))
    return HUMANITARIAN if is_corridor and not is_secured else OTHER


def _eased(sentence: Sentence, at: int, goods: Goods | None) -> str:
    return OTHER if goods is not None and _head(sentence, goods) in _BARRIERS else ""


def _let(sentence: Sentence, at: int, goods: Goods | None) -> str:
    """What is let in, through or go; letting people be is nothing given."""
    if goods is None:
        return HUMANITARIAN if sentence.lowers(at + 1, at + 2) == ("in",) else ""
    head_noun = _head(sentence, goods)
    after = sentence.lowers(goods.end, goods.end + 3) + sentence.lowers(at + 1, at + 2)
    if goods.what == OBSERVERS or not (goods.what or _head(sentence, goods)):
        return goods.what
    if "go" in after and _people(sentence, goods):
        return PRISONERS
    if _STRICKEN.intersection(sentence.lowers(goods.start, goods.end)) and {"leave", "out", "cross"}.intersection(after):
        return HUMANITARIAN
    if is_passive(sentence, at):
        return goods.what if goods.what not in {"", TROOPS, WEAPONS} else OTHER if "to" in after else ""
    if head_noun in {"access", "passage"}:
        return goods.what or OTHER
    if head_noun in _NOUNS and (inner := _noun_deed(sentence, goods.head)) is not None:
        return inner.what
    is_through = "to" in sentence.lowers(goods.end, goods.end + 12) or bool(_LET_IN.intersection((*after, _head(sentence, goods)))) or is_passive(sentence, at)
    if goods.what and goods.what not in {TROOPS, WEAPONS}:
        return goods.what
    return OTHER if is_through and _head(sentence, goods) not in _PRONOUNS else ""


def _restored(sentence: Sentence, at: int, goods: Goods | None) -> str:
    if goods is None or _head(sentence, goods) not in _SERVICES:
        return ""
    head = _head(sentence, goods)
    if head in {"aid", "supplies"}:
        return goods.what or OTHER
    return OTHER


def _created(sentence: Sentence, at: int, goods: Goods | None) -> str:
    if goods is None or _head(sentence, goods) not in _CREATED:
        return ""
    if _head(sentence, goods) in {"zone", "zones"}:
        return TERRITORY
    return goods.what if goods.what in {OBSERVERS, TROOPS, HUMANITARIAN} else OTHER


def _paid(sentence: Sentence, at: int, goods: Goods | None) -> str:
    """What is paid is money, whatever the words for it; paying tribute, a visit or a price gives none."""
    if goods is None:
        return MONEY if sentence.lowers(at + 1, at + 2) == ("for",) else ""
    head = _head(sentence, goods)
    if sentence.tokens[at].lemma == "cover" and not head.startswith("cost"):
        return ""
    if head in THINGS:
        return OTHER
    is_said = bool(_NOT_PAID.intersection(sentence.lowers(goods.start, goods.end)))
    is_sum = goods.what == MONEY or goods.amount is not None or head in {"cost", "costs"}
    is_paid = sentence.tokens[at].lemma in {"pay", "compensate", "reimburse"} and not is_passive(sentence, at)
    return MONEY if not is_said and (is_sum or (is_paid and _people(sentence, goods)) or head in _POINTERS) else ""


def _extended(sentence: Sentence, at: int, goods: Goods | None) -> str:
    if goods is None:
        return ""
    head = _head(sentence, goods)
    if goods.what == TRUCE or "truce" in sentence.lowers(goods.start, goods.end):
        return TRUCE
    if head == "mandate" or goods.what == OBSERVERS:
        return OBSERVERS
    is_lasting = {"by", "until", "for", "beyond"}.intersection(sentence.lowers(goods.end, goods.end + 1))
    return TRUCE if head == "it" and (is_lasting or _TRUCES.intersection(sentence.lowers(0, at))) else ""


def _come(sentence: Sentence, at: int, goods: Goods | None) -> str:
    """Aid that came through; a convoy of soldiers is none."""
    if goods is None or goods.what != HUMANITARIAN:
        return ""
    return "" if _FORCED.intersection(sentence.lowers(goods.start, goods.end)) else HUMANITARIAN


def _watched(sentence: Sentence, at: int, goods: Goods | None) -> str:
    """Those who watch over a truce, its line or its terms; troops where they police it."""
    words = sentence.lowers(at + 1, at + 6)
    if is_passive(sentence, at):
        agent = find_agent(sentence, at)
        by = goods_in(sentence, agent).what if agent is not None else ""
        return by if by in {TROOPS, OBSERVERS} else ""
    if not _WATCHED.intersection(words):
        return ""
    return TROOPS if sentence.tokens[at].lemma in {"police", "patrol"} else OBSERVERS


def _held_in(sentence: Sentence, at: int, goods: Goods | None) -> str:
    return TROOPS if _QUARTERS.intersection(sentence.lowers(at + 1, at + 4)) else ""


def _stored(sentence: Sentence, at: int, goods: Goods | None) -> str:
    return WEAPONS if goods is not None and goods.what == WEAPONS else ""


def _raised(sentence: Sentence, at: int, goods: Goods | None) -> str:
    if goods is not None and _head(sentence, goods) == "mission":
        return OBSERVERS
    return goods.what if goods is not None and goods.what in {OBSERVERS, HUMANITARIAN} else ""


def _reduced(sentence: Sentence, at: int, goods: Goods | None) -> str:
    is_body = goods is not None and _head(sentence, goods) in {"guard", "militia", "army"}
    return goods.what if goods is not None and goods.what in {TROOPS, WEAPONS} else TROOPS if is_body else ""


def _continued(sentence: Sentence, at: int, goods: Goods | None) -> str:
    return goods.what if goods is not None and goods.what in {MILITARY, HUMANITARIAN, MONEY} else ""


def _received(sentence: Sentence, at: int, goods: Goods | None) -> str:
    """What somebody gets: goods of a class, or land got back."""
    if goods is None:
        return ""
    is_land = goods.what == TERRITORY and "back" not in sentence.lowers(at + 1, at + 2)
    return "" if is_land or goods.what in {TRUCE, TROOPS, PRISONERS, OTHER} else goods.what


def _merged(sentence: Sentence, at: int, goods: Goods | None) -> str:
    return TROOPS if {"army", "forces", "police", "guard"}.intersection(sentence.lowers(at + 1, at + 9)) else ""


def _calmed(sentence: Sentence, at: int, goods: Goods | None) -> str:
    """One side's own halt of its attacks, or its word that it keeps a truce."""
    words = sentence.lowers(at + 1, at + 6)
    is_kept = sentence.tokens[at].lemma in {"abide", "respect"}
    return TRUCE if (_TRUCES if is_kept else _ATTACKS).intersection(words) else ""


def _trained(sentence: Sentence, at: int, goods: Goods | None) -> str:
    return MILITARY if goods is not None and goods.what == TROOPS else ""


def _cued(sentence: Sentence, at: int, goods: Goods | None) -> str:
    return goods.what if goods is not None else ""


_RULES = {
    Sort.GIVE: _given, Sort.FREE: _freed, Sort.TRADE: _traded, Sort.DRAW: _drawn, Sort.LEAVE: _left, Sort.CEDE: _ceded,
    Sort.DISARM: _disarmed, Sort.DISBAND: _disbanded, Sort.OPEN: _opened, Sort.EASE: _eased, Sort.LET: _let,
    Sort.RESTORE: _restored, Sort.SETUP: _created, Sort.PAY: _paid, Sort.EXTEND: _extended, Sort.COME: _come,
    Sort.TRAIN: _trained, Sort.CUE: _cued, Sort.WATCH: _watched, Sort.HOLD_IN: _held_in, Sort.STORE: _stored,
    Sort.RAISE: _raised, Sort.MERGE: _merged, Sort.REDUCE: _reduced, Sort.CONTINUE: _continued,
    Sort.RECEIVE: _received, Sort.CALM: _calmed,
}  # fmt: skip


def _owned_deed(sentence: Sentence, at: int, sort: Sort, start: int) -> Deed | None:
    """The words "the pilot's release", "their release"; "Arania's withdrawal from the ridge"."""
    before = sentence.tokens[at - 1] if at else None
    is_owned = before is not None and (before.lower in {"'s", "'"} or before.lower in _OWNERS)
    if sort is Sort.FREE and is_owned:
        return Deed(at, start, at + 1, sort, PRISONERS, is_noun=True)
    is_placed = sentence.lowers(at + 1, at + 2) in {("from",), ("to",), ("behind",)}
    is_troop = before is not None and before.lower in {"troop", "military", "force", "army"}
    if sort is Sort.DRAW and (is_troop or (is_placed and is_owned)):
        return Deed(at, start, at + 1, sort, TROOPS, is_noun=True)
    return None


_OWNERS = frozenset({"their", "his", "her", "its"})


def _noun_deed(sentence: Sentence, at: int) -> Deed | None:
    """The words "the release of all hostages", or "a prisoner exchange"."""
    sort, tokens = _NOUNS[sentence.tokens[at].lower], sentence.tokens
    whole = phrase_ending(sentence, at)
    start = whole.start if whole is not None else at
    thing = thing_at(sentence, at + 2) if sentence.lowers(at + 1, at + 2) == ("of",) else None
    if thing is None and (owned := _owned_deed(sentence, at, sort, start)) is not None:
        return owned
    if thing is None and start < at and tokens[at - 1].lower not in {"'s", "'"} and tokens[at - 1].tag is not Tag.DETERMINER:
        thing = phrase_ending(sentence, at - 1)
    if thing is None:
        return None
    goods = goods_in(sentence, thing)
    what = _what(sentence, sort, at, goods) if sort is not Sort.DRAW or goods.what in {TROOPS, WEAPONS} else goods.what
    if not what:
        return None
    end = max(at + 1, goods.end)
    amount = goods.amount or amount_in(sentence, start, at)
    return Deed(at, start, end, sort, what, amount, thing, is_noun=True, is_plain=what == OTHER)
