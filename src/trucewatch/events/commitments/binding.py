"""Whether what was read commits anybody: is it between anybody, and no attack, flight or private business.

Decides on one reading with its stage and people. Never decides the stage; see ``finding``.
"""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.events.commitments.deeds import Deed
from trucewatch.events.commitments.giving_verbs import ONLY_AHEAD, Sort
from trucewatch.events.commitments.goods import HUMANITARIAN, MONEY, OBSERVERS, OTHER, TROOPS, WEAPONS
from trucewatch.events.commitments.telling import Undertaking
from trucewatch.events.mentions.triggers import verbs
from trucewatch.events.view import Sentence
from trucewatch.language.lexicon import word_set
from trucewatch.situation.model import Stage
from trucewatch.values import Kind, Who

BOUND = frozenset({Stage.AGREED, Stage.SIGNED})
_MOVES = frozenset({Sort.REDUCE, Sort.MERGE, Sort.DRAW, Sort.LEAVE, Sort.CEDE, Sort.DISARM, Sort.DISBAND})
_HANDED = frozenset({Sort.GIVE, Sort.PAY, Sort.OPEN, Sort.EASE, Sort.LET})
_GIVING = frozenset({Sort.GIVE, Sort.PAY, Sort.TRADE})
_DUES = word_set(
    """compensation reparations ransom families family victims widows widow mines demining reconstruction rebuilding
    rebuild salaries refugees observers monitors mission bridge"""
)
_KEEPING = word_set(
    """peacekeeping peace-keeping peacekeepers reassurance stabilisation stabilization multinational force mission
    monitoring truce ceasefire peace observers guarantee"""
)
_CAPTIVE = word_set("prisoner prisoners pow pows captive captives surrendered surrendering hostage hostages detainees")
_RAIDS = word_set("raid raids operation operations assault rescue attack commandos stormed")


@dataclass(frozen=True, slots=True)
class Reading:
    """A deed as one sentence tells it. ``is_agreed_of`` is whether an agreement has been told of."""

    sentence: Sentence
    deed: Deed
    told: Undertaking
    stage: Stage
    givers: tuple[Who, ...]
    seekers: tuple[Who, ...]
    receivers: tuple[Who, ...]
    is_agreed_of: bool

    @property
    def is_bound(self) -> bool:
        """Whether it is a term of an agreement."""
        return self.stage in BOUND


def commits(reading: Reading) -> bool:
    """Whether it is a commitment at all."""
    return (
        _is_between_anybody(reading)
        and not _is_idle(reading)
        and (reading.stage is not Stage.DELIVERED or _is_given(reading))
        and not _is_own_business(reading)
        and (reading.is_bound or not reading.deed.is_plain or _is_told_of_sides(reading))
    )


def _is_between_anybody(reading: Reading) -> bool:
    is_somebodys = bool(reading.givers or reading.seekers or reading.receivers or reading.deed.amount)
    return is_somebodys or reading.is_bound or _is_impersonal(reading.deed, reading.stage)


def _is_idle(reading: Reading) -> bool:
    """Whether the words only say what could be, what somebody does anyway, or that both are to cease fire."""
    deed, stage = reading.deed, reading.stage
    if reading.told.is_possible and (stage is not Stage.CONDITIONAL or deed.is_plain):
        return True
    if deed.sort in ONLY_AHEAD and stage is Stage.DELIVERED and not _is_let_through(deed):
        return True
    is_mutual = reading.is_bound or len(reading.givers) != 1 or stage in {Stage.SOUGHT, Stage.DELIVERED}
    return deed.sort is Sort.CALM and is_mutual


def _is_own_business(reading: Reading) -> bool:
    """Whether it is a private payment, a permission between private people, or troops moved for one's own war."""
    deed = reading.deed
    if reading.is_bound:
        return False
    if deed.what == MONEY:
        return not _is_public_money(reading)
    if deed.sort is Sort.LET and deed.what == OTHER and reading.told.at == deed.at:
        return not any(_is_side(w) for w in reading.givers)
    if deed.what == TROOPS and deed.sort is Sort.GIVE:
        is_due = reading.is_agreed_of or reading.stage in {Stage.REFUSED, Stage.WITHDRAWN}
        return not (reading.receivers or is_due or _keeps_peace(reading.sentence, deed))
    return False


def _is_told_of_sides(reading: Reading) -> bool:
    """Whether what is of no class of its own is held out, handed over or refused by anybody in particular."""
    stage, givers = reading.stage, reading.givers
    if givers and stage in {Stage.OFFERED, Stage.CONDITIONAL, Stage.REFUSED}:
        return True
    handed = _GIVING if stage is Stage.DELIVERED else _HANDED
    if any(w.party or w.state or w.entity for w in givers) or (givers and reading.deed.sort in handed):
        return True
    is_sought = bool(givers or reading.seekers) and not reading.told.is_future
    return is_sought and stage is not Stage.DELIVERED


def _is_let_through(deed: Deed) -> bool:
    """Whether it is told as done that something of a class was let through."""
    return deed.what == HUMANITARIAN or (deed.sort is Sort.LET and deed.what != OTHER)


def _is_side(who: Who) -> bool:
    """Whether somebody is a side, a state or a body that the situation knows, or one of theirs."""
    return bool(who.party or who.entity or (who.state and who.kind is not Kind.PERSON))


def _is_public_money(reading: Reading) -> bool:
    """Whether money is anybody's commitment at all: no rent, wage, donation to a campaign or price."""
    sentence, deed, told, people = reading.sentence, reading.deed, reading.told, reading.givers + reading.receivers
    if deed.sort is Sort.CUE and not (deed.amount or people):
        return False
    is_due = bool(_DUES.intersection(sentence.lowers(deed.start, deed.end + 8)))
    is_promised = told.at != deed.at and told.stage in {Stage.OFFERED, Stage.REFUSED}
    return is_due or is_promised or any(_is_side(w) or w.kind is Kind.STATE for w in people)


def _is_impersonal(deed: Deed, stage: Stage) -> bool:
    """Whether it is told without anybody: "the prisoners will be freed", "the exchange took place"."""
    is_turned = deed.is_passive or deed.is_noun
    return deed.sort is Sort.EXTEND or (
        is_turned and not deed.is_plain and (deed.what != HUMANITARIAN or stage is not Stage.DELIVERED)
    )


def _keeps_peace(sentence: Sentence, deed: Deed) -> bool:
    return bool(_KEEPING.intersection(sentence.lowers(deed.start, deed.end + 12)))


def _is_given(reading: Reading) -> bool:
    """Whether something told as done gives anybody anything: no attack, no retreat or surrender, nobody rescued."""
    sentence, deed = reading.sentence, reading.deed
    if deed.what == WEAPONS and any(_CAPTIVE.intersection(w.name.casefold().split()) for w in reading.givers):
        return False
    is_handed_in = deed.sort is Sort.CEDE and deed.what == WEAPONS
    if deed.sort in _MOVES and deed.what != HUMANITARIAN and not is_handed_in:
        return reading.is_agreed_of or deed.is_noun
    if deed.sort is Sort.FREE and _RAIDS.intersection(sentence.lowers(0, len(sentence.tokens))):
        return False
    if deed.what in {TROOPS, WEAPONS}:
        is_contribution = sentence.tokens[deed.at].lemma == "contribute"
        is_due = deed.sort is Sort.GIVE and (reading.is_agreed_of or _is_deployed(sentence, deed))
        return (is_handed_in or bool(reading.receivers) or is_contribution or is_due) and not _is_attack(sentence, deed)
    if deed.what == OBSERVERS:
        return "to" in sentence.lowers(deed.end, deed.end + 3)
    return True


def _is_deployed(sentence: Sentence, deed: Deed) -> bool:
    """The words "some 600 soldiers had deployed to the sector": told of a count of them and a place."""
    is_to = sentence.lowers(deed.at + 1, deed.at + 2) in {("to",), ("along",), ("in",)}
    return sentence.tokens[deed.at].lemma == "deploy" and deed.amount is not None and is_to


def _is_attack(sentence: Sentence, deed: Deed) -> bool:
    """Whether troops or drones are sent against somebody: "sent troops into", "sent soldiers to destroy"."""
    after = sentence.lowers(deed.end, deed.end + 2)
    return after[:1] == ("into",) or (after[:1] == ("to",) and bool(after[1:]) and after[1] in verbs())
