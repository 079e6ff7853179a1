"""What stands beside a trigger, and whether that is what it needs before it tells of an incident.

Decides by the phrases beside it and the words near it: what can be hit, held, thrown or stolen, who can fight, who
fills a street. Turns away figures of speech ("struck a deal", "killed the bill"). Never decides who says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from trucewatch.events.phrases import Phrase
from trucewatch.events.rules import DISRUPTED, Need, Rule
from trucewatch.events.targets import HUMAN, WRECKABLE, classify, is_figurative, is_person_noun
from trucewatch.events.view import Sentence
from trucewatch.events.weapons import CLASH, weapon_at
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag
from trucewatch.values import Kind

_CROWDS = word_set(
    """people residents protesters protestors demonstrators activists supporters opponents students workers crowds
    crowd thousands hundreds dozens women villagers relatives families mourners youths veterans farmers refugees
    opposition marchers"""
)
_HELD = frozenset({"residential", "energy", "other infrastructure", "port"})
_PROTESTING = word_set(
    """protest protests protesters protestors demonstrators marchers protesting demonstrating against demanding
    anti-government anti-war anti-truce street streets marched police activists"""
)
_FIGHTING = word_set(
    """clashes fighting firefight firefights gunbattle gunbattles skirmish skirmishes raid raids incursion shootout
    gunfire fire"""
)
_MANY = frozenset({"dozens", "scores", "hundreds", "thousands"})
_POSTS = word_set(
    """base bases position positions outpost outposts stronghold strongholds checkpoint checkpoints post posts
    airfield"""
)
_DENIED = frozenset({"no", "without", "never"})
#: What kills without anybody's hand.
NATURE = word_set(
    """tsunami earthquake quake flood floods flooding landslide landslides cyclone hurricane typhoon storm storms
    drought famine epidemic pandemic cholera virus disease wildfire wildfires avalanche heatwave eruption collision
    derailment cancer illness"""
)
_REACH_OF_NATURE = 8
_EFFECTS = word_set(
    "kill kills killed leave leaves left wound wounds wounded injure injures injured claim claims claimed"
)
_BREAKING_OUT = word_set("erupt erupts erupted rage rages raged raging flare flares flared broke rock rocks rocked")
_SIDED = frozenset({"sides", "armies", "forces", "factions", "armed", "clans", "tribes"})
_ROADS = word_set("road roads highway highways street streets bridge railway crossing motorway junction tracks")
_THROWN = word_set(
    """stone stones rock rocks bottle bottles firebomb firebombs grenade grenades molotov molotovs projectiles bricks
    fireworks"""
)
_GOODS = word_set(
    """cattle cow cows goat goats sheep camel camels livestock herd herds animals horses car cars vehicle vehicles
    truck trucks lorry lorries food grain maize flour wheat rice aid supplies money cash fuel medicine medicines
    belongings property possessions valuables phones jewellery weapons ammunition equipment bank banks shop shops
    store stores warehouse warehouses convoy travellers passengers villagers traders harvest crops"""
)
_MOVABLE = _GOODS | word_set(
    """goods cargo documents assets helicopter helicopters tank tanks jet jets aircraft plane planes drone drones guns
    rifles howitzer howitzers launcher launchers boat boats ship ships vessel vessels tanker tankers trawler trawlers"""
)
_BASES = word_set(
    "headquarters base bases outpost outposts camp post posts garrison stronghold trench trenches bunker bunkers"
)
_HEARING = word_set("heard hear hearing recorded rang reported there broke erupted noted observed registered")
_LIVES = frozenset({"life", "lives"})
_PEOPLE = HUMAN | {"military", "humanitarian", "hospital"}
_AGAINST = frozenset({"against", "on", "at", "in", "over", "near"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One trigger that counts: tokens ``[start, end)``, its rule, and the phrases beside it."""

    start: int
    end: int
    rule: Rule
    is_noun: bool
    doer: Phrase | None
    done_to: Phrase | None
    is_definite: bool = False  # "the attack": may be one already spoken of


def has_needs(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether what the trigger needs stands beside it."""
    head = sentence.tokens[candidate.done_to.head].lower if candidate.done_to is not None else ""
    if is_figurative(head) or _is_refused(sentence, candidate) or _is_harmless(sentence, candidate, head):
        return False
    if candidate.rule.is_consequence and NATURE.intersection(
        sentence.lowers(candidate.start - _REACH_OF_NATURE, candidate.start)
    ):
        return False  # "the flood killed nine"
    return _has_effect(sentence, candidate) or _TESTS[candidate.rule.need](sentence, candidate)


def _has_effect(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a verb right behind the noun says what it did, or that it broke out: "clashes kill 12"."""
    if not candidate.is_noun or candidate.rule.need not in {Need.OBJECT, Need.SIDES, Need.HEARD}:
        return False
    after = sentence.lowers(candidate.end, candidate.end + 4)
    if _BREAKING_OUT.intersection(after[:2]):
        return True
    told = next((i for i, word in enumerate(after) if word in _EFFECTS), None)
    if told is None or any(t.tag is Tag.PUNCTUATION for t in sentence.tokens[candidate.end : candidate.end + told]):
        return False
    behind = sentence.tokens[candidate.end + told + 1 : candidate.end + told + 5]
    return any(t.tag is Tag.NUMBER or t.lower in _MANY for t in behind)


def _is_harmless(sentence: Sentence, candidate: Candidate, head: str) -> bool:
    """Shots into the air, shots told only with their day, and what those "who burn houses" do at all times."""
    if head in {"air", "sky"} or (candidate.end in sentence.timed and _is_of_fire(sentence, candidate)):
        return True
    after = sentence.lowers(candidate.end, candidate.end + 1)
    if after in {("silent",), ("quiet",)}:
        return True  # "the guns fell silent"
    first = sentence.tokens[candidate.start]
    is_present = not candidate.is_noun and first.tag is Tag.VERB and first.form in {"base", "s"}
    return is_present and sentence.lowers(candidate.start - 1, candidate.start) == ("who",)


def _is_of_fire(sentence: Sentence, candidate: Candidate) -> bool:
    return sentence.tokens[candidate.end - 1].lower in {"on", "at", "into"}


def _is_crowd(sentence: Sentence, candidate: Candidate) -> bool:
    """People in number who take to the street: "thousands rallied", "protesters marched"."""
    words = candidate.doer.lowers(sentence) if candidate.doer is not None else ()
    is_many = words[-1:] and (words[-1].endswith("s") and classify(words) == "civilians")
    is_counted = candidate.doer is not None and any(
        t.tag is Tag.NUMBER for t in sentence.tokens[candidate.doer.start : candidate.doer.end]
    )
    if (is_many or is_counted) and not candidate.is_noun:
        return True
    if candidate.is_noun:
        near = sentence.lowers(candidate.start - 10, candidate.end + 10)
        return bool((_CROWDS | _PROTESTING).intersection(words) or _PROTESTING.intersection(near))
    return bool((_CROWDS | _PROTESTING).intersection(words))


def _is_refused(sentence: Sentence, candidate: Candidate) -> bool:
    """The words "No attacks were reported": the trigger is said not to be; "no such attack" denies one told of."""
    before = sentence.lowers(candidate.start - 3, candidate.start)
    return candidate.is_noun and bool(_DENIED.intersection(before)) and not is_denied_noun(sentence, candidate)


def is_denied_noun(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether somebody denies what was told: "said no such assault had taken place"."""
    return candidate.is_noun and ("no", "such") in pairwise(sentence.lowers(candidate.start - 3, candidate.start))


def _has_weapon(sentence: Sentence, candidate: Candidate) -> bool:
    """A weapon that is fired or brought down, or that itself explodes."""
    if candidate.done_to is not None and "warning" in candidate.done_to.lowers(sentence):
        return False  # "fired warning shots"
    acts_itself = not candidate.is_noun and candidate.rule.act != DISRUPTED
    return _is_weapon(sentence, candidate.done_to) or (acts_itself and _is_weapon(sentence, candidate.doer))


def _is_weapon(sentence: Sentence, phrase: Phrase | None) -> bool:
    if phrase is None:
        return False
    words = phrase.lowers(sentence)
    return any(weapon_at(words, at) for at in range(len(words)))


def _is_human(sentence: Sentence, phrase: Phrase | None) -> bool:
    if phrase is None:
        return False
    span = phrase.span(sentence)
    named = any(n.span is not None and n.span.overlaps(span) for n in sentence.names)
    words = phrase.lowers(sentence)
    counted = _MANY.intersection(words) or any(t.tag is Tag.NUMBER for t in sentence.tokens[phrase.start : phrase.end])
    return bool(classify(words) or named or counted or is_person_noun(sentence.tokens[phrase.head].lower))


def _is_people(sentence: Sentence, phrase: Phrase | None) -> bool:
    """People by a word for them; a name alone may be a team, a firm or a rival."""
    if phrase is None:
        return False
    head = sentence.tokens[phrase.head].lower
    return classify(phrase.lowers(sentence)) in _PEOPLE or head in {"them", "him", "her"} or is_person_noun(head)


def _is_thing(sentence: Sentence, candidate: Candidate) -> bool:
    """Something built, driven or sailed, as the words for it say."""
    return candidate.done_to is not None and classify(candidate.done_to.lowers(sentence)) in WRECKABLE


def _heads(sentence: Sentence, phrase: Phrase | None, words: frozenset[str]) -> bool:
    return phrase is not None and bool(words.intersection(phrase.lowers(sentence)))


def _is_base(sentence: Sentence, candidate: Candidate) -> bool:
    """Armed people who set up a base; anybody else's camp is their own affair."""
    words = candidate.doer.lowers(sentence) if candidate.doer is not None else ()
    is_armed = classify(words) == "military" or any(
        candidate.doer is not None and s.span is not None and s.span.overlaps(candidate.doer.span(sentence))
        for s in (*sentence.sides, *sentence.names)
        if s.party
    )
    return is_armed and _heads(sentence, candidate.done_to, _BASES)


def _blocks_road(sentence: Sentence, candidate: Candidate) -> bool:
    return _heads(sentence, candidate.done_to, _ROADS) and _is_crowd(sentence, candidate)


def _is_turned_on(sentence: Sentence, candidate: Candidate) -> bool:
    """A weapon that was used on somebody: "used mortars against the town", "accused them of using mortars"."""
    weapon = candidate.done_to
    if weapon is None or not _is_weapon(sentence, weapon) or _is_only_gun(sentence, weapon):
        return False
    after = sentence.lowers(weapon.end, weapon.end + 1)
    if after == ("to",):
        return False  # "used drones to strike": the strike is told by its own verb
    is_charged = sentence.lowers(candidate.start - 1, candidate.start) in {("of",), ("with",)}
    return is_charged or bool(_AGAINST.intersection(after))


def _is_only_gun(sentence: Sentence, phrase: Phrase) -> bool:
    words = phrase.lowers(sentence)
    return all(found[1] == CLASH for at in range(len(words)) if (found := weapon_at(words, at)) is not None)


def _is_heard(sentence: Sentence, candidate: Candidate) -> bool:
    """Shots and shooting that somebody heard or that a place or time is told of; what was fired, its verb tells."""
    around = sentence.lowers(candidate.start - 3, candidate.end + 4)
    if {"fired", "firing", "fire", "warning"}.intersection(around):
        return False
    near = sentence.lowers(candidate.start - 8, candidate.end + 6)
    return candidate.done_to is not None or bool(
        _HEARING.intersection(near) or sentence.places or sentence.times or sentence.statements
    )


def _is_on_life(sentence: Sentence, candidate: Candidate) -> bool:
    after = sentence.lowers(candidate.end, candidate.end + 6)
    return after[:1] in {("on",), ("against",)} and bool(_LIVES.intersection(after))


def _is_place(sentence: Sentence, phrase: Phrase | None) -> bool:
    """Whether the phrase is something that can be held: a place by name, or a town, post or site."""
    if phrase is None:
        return False
    span = phrase.span(sentence)
    words = phrase.lowers(sentence)
    if classify(words) in HUMAN or is_person_noun(words[-1]):
        return False
    if (
        classify(words) in _HELD
        or _POSTS.intersection(words)
        or any(p.span is not None and p.span.overlaps(span) for p in sentence.places)
    ):
        return True
    is_person = any(n.span is not None and n.span.overlaps(span) and n.kind is Kind.PERSON for n in sentence.names)
    return sentence.tokens[phrase.head].tag is Tag.NAME and not is_person


def _can_be_held(sentence: Sentence, candidate: Candidate) -> bool:
    """A place, or people; cargo, arms and machines that are seized are neither."""
    is_movable = _heads(sentence, candidate.done_to, _MOVABLE)
    return not is_movable and (_is_place(sentence, candidate.done_to) or _is_people(sentence, candidate.done_to))


def _has_sides(sentence: Sentence, candidate: Candidate) -> bool:
    """A clash needs armed people beside it; a plain word of fighting is enough where a place or time is told."""
    near = sentence.lowers(candidate.start - 12, candidate.end + 14)
    if not candidate.is_noun and _heads(sentence, candidate.doer, _SIDED):
        return True
    if classify_any(near) or any(weapon_at(near, at) for at in range(len(near))):
        return True
    is_plain = candidate.is_noun and sentence.tokens[candidate.end - 1].lower in _FIGHTING
    return is_plain and bool(sentence.places or sentence.times)


def classify_any(words: tuple[str, ...]) -> bool:
    """Whether any of the words alone names armed people."""
    return any(classify((word,)) == "military" for word in words)


def _is_hittable(sentence: Sentence, candidate: Candidate) -> bool:
    """Something that weapons hit, or a weapon that hits. Somebody by name needs a weapon: words "hit" rivals daily."""
    near = sentence.lowers(candidate.start - 6, candidate.end + 10)
    is_armed = any(weapon_at(near, at) for at in range(len(near))) or _is_weapon(sentence, candidate.doer)
    target = candidate.done_to
    if target is not None:
        return bool(classify(target.lowers(sentence))) or _is_place_by_name(sentence, target) or is_armed
    return is_armed or (candidate.is_noun and (bool(sentence.places or sentence.times) or candidate.is_definite))


def _is_place_by_name(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the head names a place, a state or a group: "struck Oresk"; not a person, not "Oresk's fitness"."""
    head = sentence.tokens[phrase.head]
    if any(p.span is not None and p.span.overlaps(phrase.span(sentence)) for p in sentence.places):
        return True
    names = [n for n in sentence.names if n.span is not None and n.span.overlaps(head.span)]
    if not names:
        return head.tag is Tag.NAME
    return all(n.kind in {Kind.STATE, Kind.GROUP} and (n.state or n.party) for n in names)


_TESTS: dict[Need, Callable[[Sentence, Candidate], bool]] = {
    Need.NOTHING: lambda _sentence, _candidate: True,
    Need.WEAPON: _has_weapon,
    Need.HUMAN: lambda sentence, candidate: (
        _is_human(sentence, candidate.done_to) or (candidate.is_definite and candidate.done_to is None)
    ),
    Need.PEOPLE: lambda sentence, candidate: _is_people(sentence, candidate.done_to),
    Need.THING: _is_thing,
    Need.PLACE: lambda sentence, candidate: _is_place(sentence, candidate.done_to),
    Need.HELD: _can_be_held,
    Need.BASE: _is_base,
    Need.AIMED: _is_turned_on,
    Need.THROWN: lambda sentence, candidate: _heads(sentence, candidate.done_to, _THROWN),
    Need.GOODS: lambda sentence, candidate: _heads(sentence, candidate.done_to, _GOODS),
    Need.ROAD: _blocks_road,
    Need.HEARD: _is_heard,
    Need.LIFE: _is_on_life,
    Need.SIDES: _has_sides,
    Need.CROWD: _is_crowd,
    Need.OBJECT: _is_hittable,
}
