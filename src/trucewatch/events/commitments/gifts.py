"""What a verb of giving gives, by what it is done to: goods let through, people freed, roads opened, money paid.

Decides the class of what is given, or "" where a verb with that object gives nobody anything: who releases footage,
opens fire or pays tribute. Never decides whether it was done; see ``undertakings``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from trucewatch.events.commitments.giving_verbs import NOUNS, Sort, is_passive
from trucewatch.events.commitments.goods import (
    HUMANITARIAN,
    MILITARY,
    MONEY,
    OBSERVERS,
    OTHER,
    PRISONERS,
    RESOURCES,
    STRICKEN,
    TERRITORY,
    TROOPS,
    TRUCE,
    WEAPONS,
    Goods,
    goods_in,
    head_of,
    thing_at,
)
from trucewatch.events.targets import HUMAN, classify
from trucewatch.events.view import Sentence
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag
from trucewatch.values import Kind, Span


@dataclass(frozen=True, slots=True)
class Doing:
    """The verb or noun at token ``at``, and what it is done to."""

    sentence: Sentence
    at: int
    goods: Goods | None


Rule = Callable[[Doing], str]


_PASSAGES = word_set(
    """road roads crossing crossings border bridge bridges corridor corridors port ports airport airports airfield
    route routes highway checkpoint checkpoints gate gates railway line hospital hospitals school schools market
    markets canal strait waterway terminal passage embassy consulate office station archive archives camp camps"""
)
_BARRIERS = word_set(
    """blockade blockades siege sieges curfew embargo sanctions sanction ban bans restrictions tariffs tariff
    closure freeze tolls emergency embargoes charges complaint complaints"""
)
SERVICES = word_set(
    """service services telecommunications banking internet telephone electricity power water gas flights trade
    links link ferry ferries bus buses trains supplies pipeline road roads bridge bridges house houses homes village
    hospital hospitals school schools mosque church mosques churches well wells borehole boreholes dam pump mine
    mines minefield minefields roadblock roadblocks barricade barricades trenches fortifications checkpoint
    checkpoints border boundary frontier barriers fence wall watchtowers posts rubble positions canal turbines aid
    line"""
)
_SHARES = word_set("ministries seats share posts pardon amnesty")
_MOVEMENTS = word_set("patrols patrol flights overflights exercises drills manoeuvres")
_CREATED = word_set(
    """line lines commission committee mechanism hotline mission force army court fund tribunal corridor zone zones
    area areas patrols office offices officer officers representative representatives commissioner envoy council
    panel body government administration posts line camps centre center shelter school clinic monument register
    assembly"""
)
THINGS = word_set(
    """tapes film films bodies remains amnesty cattle cow cows goat goats sheep camels horses livestock herd herds
    boat boats property vehicle vehicles car cars plane lists list map maps documents records passports visas
    equipment passage access citizenship seats autonomy land licences licenses permits representative
    representatives delegation delegate envoy doctor doctors engineers experts team teams judge nurse nurses
    teachers cranes pumps scholarships shelter protection passage ashes archives relics crew"""
)
_NOT_PAID = word_set("tribute attention visit price respects toll homage heed dues lip")
_LET_IN = word_set(
    """in into through pass to enter leave return cross reach back out sail land resume access by work visit inspect
    party parties home onto""")  # fmt: skip
_FORCED = word_set("army military armed police armoured armored troops soldiers vehicles")
POINTERS = frozenset({"them", "it", "they", "these", "those"})
PRONOUNS = frozenset({"them", "they", "him", "her", "it"})
_SEIZED = word_set("captured kidnapped abducted detained jailed arrested imprisoned captive")
_PEOPLE = word_set(
    """men women children officers officer pilots pilot crew crews students sailors fishermen workers journalists
    them others farmers herders villagers conscripts activists leaders sons soldier fighter nurses members people
    relatives civilians nationals citizens boys girls brothers dissidents convicts patients monks priests teachers
    nationals suspects suspect sergeant corporal lieutenant captain major teenagers fisherman"""
)
_HANDING = frozenset({"hand", "return", "transfer", "turn", "bring", "handover", "hand-over"})
_GRANTING = frozenset({"grant", "give"})


def is_people(sentence: Sentence, goods: Goods) -> bool:
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


def _freed(doing: Doing) -> str:
    sentence, at, goods = doing.sentence, doing.at, doing.goods
    if goods is None:
        return ""
    if goods.what in {MONEY, HUMANITARIAN, RESOURCES}:
        return goods.what
    head = sentence.tokens[goods.head]
    is_named = sentence.tokens[at].lemma == "free" and head.tag is Tag.NAME and head.span not in _spans(sentence)
    return PRISONERS if is_named or is_people(sentence, goods) else ""


def _spans(sentence: Sentence) -> set[Span]:
    """Where places stand: to free a town is to take it."""
    return {p.span for p in sentence.places if p.span is not None}


def _traded(doing: Doing) -> str:
    sentence, goods = doing.sentence, doing.goods
    if goods is None:
        return ""
    head = head_of(sentence, goods)
    if head in THINGS:
        return OTHER
    return PRISONERS if head not in PRONOUNS and is_people(sentence, goods) else ""


def _given(doing: Doing) -> str:
    """What is sent, supplied or handed over; people handed over or returned are prisoners."""
    sentence, at, goods = doing.sentence, doing.at, doing.goods
    if goods is None:
        return ""
    head, lemma = head_of(sentence, goods), sentence.tokens[at].lemma
    if lemma in _HANDING and _is_land(sentence, goods):
        return TERRITORY
    if head in PRONOUNS:
        return ""
    if lemma in _HANDING and is_people(sentence, goods):
        return PRISONERS
    if goods.what and goods.what != TRUCE:
        return "" if goods.what == TERRITORY and lemma not in _HANDING | _GRANTING else goods.what
    return OTHER if head in THINGS else ""


def _is_land(sentence: Sentence, goods: Goods) -> bool:
    """Whether what is handed over is a place: a district, a town by name, a port."""
    if goods.what == TERRITORY:
        return True
    span = sentence.cover(goods.start, goods.end)
    is_named = any(p.span is not None and p.span.overlaps(span) for p in sentence.places)
    return is_named and (sentence.tokens[goods.head].tag is Tag.NAME or head_of(sentence, goods) in _PASSAGES)


def _opened(doing: Doing) -> str:
    sentence, goods = doing.sentence, doing.goods
    if goods is None or head_of(sentence, goods) not in _PASSAGES:
        return ""
    is_corridor = head_of(sentence, goods) in {"corridor", "corridors"}
    is_secured = {"security", "buffer"}.intersection(sentence.lowers(goods.start, goods.end))
    return HUMANITARIAN if is_corridor and not is_secured else OTHER


def _eased(doing: Doing) -> str:
    sentence, at, goods = doing.sentence, doing.at, doing.goods
    if goods is None:
        return ""
    is_paused = sentence.tokens[at].lemma == "suspend" and head_of(sentence, goods) in _MOVEMENTS
    return OTHER if is_paused or head_of(sentence, goods) in _BARRIERS else ""


def _let(doing: Doing) -> str:  # noqa: PLR0911 - one rule a line
    """What is let in, through or go; letting people be is nothing given."""
    sentence, at, goods = doing.sentence, doing.at, doing.goods
    if goods is None:
        return HUMANITARIAN if sentence.lowers(at + 1, at + 2) == ("in",) else ""
    head_noun = head_of(sentence, goods)
    after = sentence.lowers(goods.end, goods.end + 3) + sentence.lowers(at + 1, at + 2)
    if goods.what == OBSERVERS or not (goods.what or head_of(sentence, goods)):
        return goods.what
    if "go" in after and is_people(sentence, goods):
        return PRISONERS
    if STRICKEN.intersection(sentence.lowers(goods.start, goods.end)) and {"leave", "out", "cross"}.intersection(after):
        return HUMANITARIAN
    if is_passive(sentence, at):
        return goods.what if goods.what not in {"", TROOPS, WEAPONS} else OTHER if "to" in after else ""
    if head_noun in {"access", "passage"}:
        return goods.what or OTHER
    if head_noun in NOUNS:
        return _inner_gift(sentence, goods.head)
    is_through = (
        "to" in sentence.lowers(goods.end, goods.end + 12)
        or bool(_LET_IN.intersection((*after, head_of(sentence, goods))))
        or is_passive(sentence, at)
    )
    if goods.what and goods.what not in {TROOPS, WEAPONS}:
        return goods.what
    return OTHER if is_through and head_of(sentence, goods) not in PRONOUNS else ""


def _inner_gift(sentence: Sentence, at: int) -> str:
    """What "allow the return of inspectors" lets: what the noun's own verb would give."""
    thing = thing_at(sentence, at + 2) if sentence.lowers(at + 1, at + 2) == ("of",) else None
    goods = goods_in(sentence, thing) if thing is not None else None
    return goods.what if goods is not None and goods.what not in {TROOPS, WEAPONS} else OTHER


def _restored(doing: Doing) -> str:
    sentence, goods = doing.sentence, doing.goods
    if goods is None or head_of(sentence, goods) not in SERVICES:
        return ""
    head = head_of(sentence, goods)
    if head in {"aid", "supplies"}:
        return goods.what or OTHER
    return OTHER


def created(doing: Doing) -> str:
    """What setting up a commission, a zone, a force or an office gives."""
    sentence, goods = doing.sentence, doing.goods
    if goods is None or head_of(sentence, goods) not in _CREATED:
        return ""
    if head_of(sentence, goods) in {"zone", "zones"}:
        return TERRITORY
    return goods.what if goods.what in {OBSERVERS, TROOPS, HUMANITARIAN} else OTHER


def _paid(doing: Doing) -> str:
    """What is paid is money, whatever the words for it; paying tribute, a visit or a price gives none."""
    sentence, at, goods = doing.sentence, doing.at, doing.goods
    if goods is None:
        return MONEY if sentence.lowers(at + 1, at + 2) == ("for",) else ""
    head = head_of(sentence, goods)
    if sentence.tokens[at].lemma == "cover" and not head.startswith("cost"):
        return ""
    if head in THINGS:
        return OTHER
    is_said = bool(_NOT_PAID.intersection(sentence.lowers(goods.start, goods.end)))
    is_sum = goods.what == MONEY or goods.amount is not None or head in {"cost", "costs"}
    is_paid = sentence.tokens[at].lemma in {"pay", "compensate", "reimburse"} and not is_passive(sentence, at)
    return MONEY if not is_said and (is_sum or (is_paid and is_people(sentence, goods)) or head in POINTERS) else ""


def _come(doing: Doing) -> str:
    """Aid that came through; a convoy of soldiers is none."""
    sentence, goods = doing.sentence, doing.goods
    if goods is None or goods.what != HUMANITARIAN:
        return ""
    return "" if _FORCED.intersection(sentence.lowers(goods.start, goods.end)) else HUMANITARIAN


def _continued(doing: Doing) -> str:
    goods = doing.goods
    return goods.what if goods is not None and goods.what in {MILITARY, HUMANITARIAN, MONEY} else ""


def _followed(doing: Doing) -> str:
    """Nothing by itself: what follows is more of what was named before; see ``deeds``."""
    del doing
    return ""


def _received(doing: Doing) -> str:
    """What somebody gets: goods of a class, or land got back."""
    sentence, at, goods = doing.sentence, doing.at, doing.goods
    if goods is None:
        return ""
    if head_of(sentence, goods) in _SHARES:
        return OTHER
    is_land = goods.what == TERRITORY and "back" not in sentence.lowers(at + 1, at + 2)
    return "" if is_land or goods.what in {TRUCE, TROOPS, PRISONERS, OTHER} else goods.what


def _cued(doing: Doing) -> str:
    goods = doing.goods
    return goods.what if goods is not None else ""


RULES: Mapping[Sort, Rule] = {
    Sort.GIVE: _given, Sort.FREE: _freed, Sort.TRADE: _traded, Sort.OPEN: _opened, Sort.EASE: _eased, Sort.LET: _let,
    Sort.RESTORE: _restored, Sort.SETUP: created, Sort.PAY: _paid, Sort.COME: _come, Sort.CONTINUE: _continued,
    Sort.RECEIVE: _received, Sort.FOLLOW: _followed, Sort.CUE: _cued,
}  # fmt: skip
