"""What can be given, let through, moved or set up, and of which class it is.

Decides the class of a noun phrase (troops, observers, weapons, money, guarantees, assistance, aid, prisoners,
territory, resources, other) and how much of it is meant. Own compilation; names nobody. Never decides whether anybody
gives it; see ``deeds``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from trucewatch.events.phrases import Phrase, phrase_ending, phrase_starting
from trucewatch.events.view import Sentence
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag
from trucewatch.values import Amount, Span

TROOPS, OBSERVERS, WEAPONS, MONEY = "troops", "observers", "weapons", "money"
GUARANTEES, MILITARY, HUMANITARIAN = "security guarantees", "military assistance", "humanitarian aid"
TRUCE, TERRITORY, PRISONERS, RESOURCES, OTHER = "ceasefire", "territory", "prisoners", "resources", "other"

_OBSERVING = word_set(
    """monitor monitors monitoring observe observer observers observing verify verification verifying supervise
    supervision supervising supervisory oversee overseeing inspect inspection inspections watch verifiers
    observation lookout"""
)
_ARMED = word_set("military security defence defense lethal weapons arms")
_ARMED_SYSTEMS = word_set(
    "defence defense missile rocket radar weapons artillery ammunition armoured armored anti-aircraft air-defence live"
)
_HUMANE = word_set("humanitarian food medical relief emergency refugee winter aid evacuation wounded")
_SECURED = frozenset({"security"})

#: Head noun -> class. What only its modifiers tell apart stands in ``_MODIFIED``.
_HEADS: dict[str, str] = {
    **dict.fromkeys(word_set("prisoner prisoners pow pows captive captives hostage hostages detainee"), PRISONERS),
    **dict.fromkeys(word_set("detainees internee internees inmates abductees"), PRISONERS),
    **dict.fromkeys(word_set("monitor monitors observer observers inspectors verifiers"), OBSERVERS),
    **dict.fromkeys(
        word_set(
            """troops troop soldier soldiers peacekeepers contingent contingents battalion battalions brigade
            brigades marines infantry garrison garrisons fighters army armies division divisions regiment regiments
            platoon snipers patrols militia militias battlegroup policemen gunmen commandos paratroopers sappers
            guards servicemen conscripts reservists detachment detachments squad squads outposts"""
        ),
        TROOPS,
    ),
    **dict.fromkeys(
        word_set(
            """weapons weapon arms ammunition tanks tank howitzers howitzer missiles missile launchers interceptors
            jets warplanes helicopters shells munitions rifles drones radars batteries weaponry artillery guns gun
            mortars mortar rockets warships armour explosives arsenal arsenals"""
        ),
        WEAPONS,
    ),
    **dict.fromkeys(
        word_set(
            """money compensation salaries salary stipend stipends arrears bounty subsidies wages pay pensions funds
            funding cash grant grants loan loans ransom reparations payment payments"""
        ),
        MONEY,
    ),
    **dict.fromkeys(
        word_set(
            """food flour bread rice wheat maize sorghum millet medicine medicines drugs vaccines tents blankets
            relief ambulance ambulances convoy convoys rations seed seeds fuel diesel petrol kerosene necessities
            generators lorries trucks truck lorry doctors medics nurses surgeons corridor corridors incubators milk
            clothing clothes firewood mattresses beds insulin vaccine foodstuffs meals parcels"""
        ),
        HUMANITARIAN,
    ),
    **dict.fromkeys(
        word_set(
            """village villages hill hills hilltop ridge ridges land lands territory territories island islands
            islet islets enclave enclaves valley heights strip pastures pasture fields hamlet hamlets town towns
            salient peninsula district districts province provinces region county oilfields"""
        ),
        TERRITORY,
    ),
    **dict.fromkeys(word_set("oil gas grain electricity water coal minerals cotton timber"), RESOURCES),
    **dict.fromkeys(word_set("guarantee guarantees assurance assurances"), GUARANTEES),
    **dict.fromkeys(word_set("truce ceasefire cease-fire armistice truces"), TRUCE),
}  # fmt: skip
_FORCES = word_set("force forces personnel company companies unit units police advisers men")
_HELP = word_set("assistance aid support help package packages supplies supply shipments shipment")
_SYSTEMS = word_set("systems rounds vehicles boats batteries vehicle carriers")
_BODIES_THAT_WATCH = word_set("commission committee mechanism mission team teams panel body centre center group posts")
_CURRENCY = word_set("usd eur gbp jpy cad aud chf cny rub uah inr ils try")
_COINS = word_set(
    """dollar dollars euro euros pounds pound peso pesos crowns francs shillings rupees rubles roubles yen lira
    dinars dirhams riyals baht pula naira birr kroner kronor marks $ € £ ¥"""
)
#: Heads that only measure or carry what "of", "with" or "for" names.
_CARRIERS = word_set(
    """tonnes tons tonne ton kg kilos kilograms kilogrammes litres liters sacks bags boxes crates pallets barrels
    loads truckloads shipment shipments delivery deliveries consignment consignments convoy convoys trucks lorries
    ship ships barge barges vessels planes planeloads columns number third thirds quarter hundreds dozens thousands
    scores million billion package packages worth head supply supplies quantities total group batch remainder rest
    majority part half all some force"""
)
_SCALES = frozenset({"bn", "m", "million", "billion"})
_CAPTIVES = frozenset({"prisoners", "captives", "hostages", "detainees"})
_LIVESTOCK = word_set("cattle cow cows goat goats sheep camels horses")
#: People whom letting out or carrying out helps.
STRICKEN = word_set("wounded sick patients injured civilians children elderly families")
_DEAD = frozenset({"bodies", "body", "remains"})  # "the bodies of nine soldiers" are no soldiers
_MEASURES = word_set("km kilometre kilometer mile metre meter m day week month hour")
_CARRYING = frozenset({"of", "with", "carrying", "in", "worth"})
_RESPONDING = 6  # tokens behind a body in which it is told that it watches


@dataclass(frozen=True, slots=True)
class Goods:
    """Tokens ``[start, end)`` of a sentence that name something given, its class ("" for none), and how much."""

    what: str
    start: int
    end: int
    head: int
    amount: Amount | None


def thing_at(sentence: Sentence, first: int) -> Phrase | None:
    """The phrase that begins at a token, also where an amount opens it: "up to 30,000 troops", "some €2bn"."""
    if first >= len(sentence.tokens):
        return None
    while first + 1 < len(sentence.tokens) and sentence.tokens[first].tag is Tag.QUOTE:
        first += 1
    start = sentence.tokens[first].span.start
    amount = next((a for a in sentence.amounts if a.span is not None and a.span.start == start), None)
    if amount is None or amount.span is None:
        if sentence.tokens[first].tag in {Tag.PREPOSITION, Tag.PARTICLE}:
            return None
        found = phrase_starting(sentence, first)
        return _before_measure(sentence, found) if found is not None else None
    end = sentence.index_at(amount.span.end - 1) + 1
    after = end + (sentence.lowers(end, end + 1) in {("more",), ("other",), ("further",), ("extra",)})
    rest = phrase_starting(sentence, after)
    return Phrase(first, rest.end, rest.head) if rest is not None else Phrase(first, end, end - 1)


def _before_measure(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """The phrase without the measure that ends it: of "its artillery ten kilometres", the artillery."""
    for amount in sentence.amounts:
        if amount.span is not None and phrase.span(sentence).contains(amount.span) and is_measure(amount):
            return phrase_ending(sentence, sentence.index_at(amount.span.start) - 1)
    return phrase


def is_measure(amount: Amount) -> bool:
    """Whether an amount only measures how far or how long."""
    return amount.unit.lower().removesuffix("s") in _MEASURES


def goods_in(sentence: Sentence, phrase: Phrase) -> Goods:
    """What a phrase names, with the "of …" that says what a measure or a vehicle holds."""
    for at in range(phrase.start, phrase.end):
        if sentence.tokens[at].lower in _DEAD and not _CAPTIVES.intersection(phrase.lowers(sentence)):
            return Goods(OTHER, phrase.start, phrase.end, at, amount_in(sentence, phrase.start, phrase.end))
    inner = _inner(sentence, phrase)
    end = inner.end if inner is not None else phrase.end
    amount = amount_in(sentence, phrase.start, end)
    if amount is None and sentence.tokens[phrase.head].lower == "men":
        return Goods("", phrase.start, end, phrase.head, None)
    what = _class(sentence, phrase, end, amount)
    if inner is not None:
        amount = _counted(sentence, amount, inner)
        what = _class(sentence, inner, end, None) or what
    return Goods(what, phrase.start, end, inner.head if inner is not None else phrase.head, amount)


def _counted(sentence: Sentence, amount: Amount | None, inner: Phrase) -> Amount | None:
    """The amount with the unit that "of" names behind it: "10 of the 40 tanks" are ten tanks."""
    if amount is None or amount.unit or amount.span is None or amount.span.overlaps(inner.span(sentence)):
        return amount
    return replace(amount, unit=sentence.tokens[inner.head].lower)


def _inner(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """What a measure or a vehicle holds: the flour in "500 tonnes of flour"."""
    head = sentence.tokens[phrase.head]
    is_sum = head.tag is Tag.NUMBER or head.lower in _COINS | _SCALES
    if not (head.lower in _CARRIERS or is_sum) or sentence.lowers(phrase.end, phrase.end + 1)[:1] == ():
        return None
    if sentence.tokens[phrase.end].lower not in _CARRYING:
        return None
    found = phrase_starting(sentence, phrase.end + 1)
    is_known = found is not None and bool(_class(sentence, found, found.end, None))
    return found if is_known or head.lower in _CARRIERS else None


def _class(sentence: Sentence, phrase: Phrase, end: int, amount: Amount | None) -> str:
    head, words = sentence.tokens[phrase.head].lower, phrase.lowers(sentence)
    if amount is not None and is_money(amount):
        return MONEY
    if head not in _HEADS and head.removesuffix("s") + "s" in _HEADS:
        head = head.removesuffix("s") + "s"
    if head in _HEADS:
        return _HEADS[head] if _is_such(head, words, _HEADS[head]) else ""
    if head in _BODIES_THAT_WATCH:
        near = (*words, *sentence.lowers(end, end + _RESPONDING))
        return OBSERVERS if _OBSERVING.intersection(near) else OTHER if head != "group" else ""
    return _modified(sentence, phrase, head, words)


def _is_such(head: str, words: tuple[str, ...], what: str) -> bool:
    """Whether a head that also names other things is of its class here: guarantees are so only of security."""
    if what == GUARANTEES:
        return bool(_SECURED.intersection(words))
    if head == "relief" and {"tax", "debt"}.intersection(words):
        return False
    return not (head in {"arms", "drugs", "fields"} and len(words) > 1 and words[-2] in {"his", "her", "oil"})


def _modified(  # noqa: PLR0911 - one rule a line
    sentence: Sentence, phrase: Phrase, head: str, words: tuple[str, ...]
) -> str:
    """The class that the words before a head tell: "armoured vehicles", "medical supplies", "peacekeeping force"."""
    carried = next((_HEADS[w] for w in reversed(words[:-1]) if w in _HEADS), "") if head in _CARRIERS else ""
    if carried in {HUMANITARIAN, RESOURCES}:
        return HUMANITARIAN
    if head in _SYSTEMS:
        return WEAPONS if _ARMED_SYSTEMS.intersection(words) else ""
    if head in {"aid", "supplies"}:
        return MILITARY if _ARMED.intersection(words[:-1]) else HUMANITARIAN
    if head in _HELP:
        before = words[:-1]
        return HUMANITARIAN if _HUMANE.intersection(before) else MILITARY if _ARMED.intersection(before) else ""
    if head in {"training", "intelligence"}:
        return MILITARY
    if head in {"access", "passage"}:
        return HUMANITARIAN if _HUMANE.intersection(words[:-1]) else ""
    if head == "hospital" and "field" in words:
        return HUMANITARIAN
    if head in _FORCES:
        return OBSERVERS if _OBSERVING.intersection(words) else TROOPS
    sides = any(n.span is not None and n.span.overlaps(phrase.span(sentence)) for n in sentence.names)
    return PRISONERS if not sides and {"prisoner", "hostage"}.intersection(words) else ""


def goods_before(sentence: Sentence, end: int) -> str:
    """The class of the last goods named before a token; "" where none are."""
    for at in range(min(end, len(sentence.tokens)) - 1, -1, -1):
        token = sentence.tokens[at]
        if token.lower in _DEAD | _LIVESTOCK:
            return OTHER
        if token.lower in _HEADS and token.tag is Tag.NOUN and _HEADS[token.lower] not in {TRUCE, GUARANTEES}:
            return _HEADS[token.lower]
    return ""


def head_of(sentence: Sentence, goods: Goods | None) -> str:
    """The word that says what the goods are; "" for none."""
    return sentence.tokens[goods.head].lower if goods is not None else ""


def is_money(amount: Amount) -> bool:
    """Whether an amount is a sum: in a currency by code or sign, or counted in coins."""
    return amount.unit.lower() in _CURRENCY or amount.unit.lower() in _COINS


def amount_in(sentence: Sentence, start: int, end: int) -> Amount | None:
    """The first amount within the tokens, else the sum right before them ("€2bn in arms")."""
    if start >= end:
        return None
    span = sentence.cover(start, end)
    return next((a for a in sentence.amounts if a.span is not None and a.span.overlaps(span)), None)


def sum_before(sentence: Sentence, start: int) -> tuple[Amount, int] | None:
    """The sum that goods are worth and where it begins: "€2bn in arms", "40 million dollars of aid"."""
    if start < 2 or sentence.tokens[start - 1].lower not in {"in", "of"}:
        return None
    beside: Span = sentence.tokens[start - 2].span
    for amount in sentence.amounts:
        if amount.span is not None and amount.span.overlaps(beside) and is_money(amount):
            return amount, sentence.index_at(amount.span.start)
    return None
