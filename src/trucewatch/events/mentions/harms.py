"""What was suffered: how many were killed, wounded, captured, missing or displaced; what was damaged or destroyed.

Decides which words of a sentence tell harm, to whom and to how many. Ranges stay ranges; a plural without a number
stays open; nobody is a number. Never decides which event it was suffered in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from trucewatch.events.mentions import harm_words as words_of
from trucewatch.events.mentions.counts import Sufferers, counted
from trucewatch.events.model import Harm
from trucewatch.events.phrases import (
    Phrase,
    coordinates_before,
    is_counted,
    phrase_ending,
    phrase_starting,
    with_coordinates,
)
from trucewatch.events.roles import BE, HAVE, find_object, find_subject, is_passive
from trucewatch.events.targets import classify
from trucewatch.events.view import Sentence
from trucewatch.language.model import Tag
from trucewatch.values import Amount

_NOT = frozenset({"not", "n't", "without", "never"})
_WITH = frozenset({("together", "with"), ("along", "with"), ("as", "well", "as"), ("alongside",)})
_PUT = frozenset({("put",), ("puts",), ("putting",), ("counted",)})
_OPEN_TOLL = frozenset({"number", "toll"})
_SHOT = frozenset({"shot", "hit", "struck", "stabbed"})
_OWN_PEOPLE = frozenset({"military", "civilians"})
_DYING = frozenset({"dead", "died", "killed", "killing", "death", "fatally"})
_REACH = 14  # tokens between "the toll" and its number

Told = Iterator[tuple[str, tuple[Phrase, ...]]]


def find_harms(sentence: Sentence) -> Iterator[tuple[int, Harm]]:
    """Each harm a sentence tells, with the token that tells it."""
    for at, token in enumerate(sentence.tokens):
        if token.lower in words_of.TOLLS or token.lower == "life":
            yield from ((at, harm) for harm in _none_suffered(sentence, at))
        reader = _READERS.get(token.lower)
        if reader is None or _is_negated(sentence, at):
            continue
        for kind, phrases in reader(sentence, at):
            yield from ((at, harm) for harm in counted(sentence, kind, Sufferers(phrases, _with(sentence, at))))
    yield from _running_tolls(sentence)


def _is_negated(sentence: Sentence, at: int) -> bool:
    return bool(_NOT.intersection(sentence.lowers(at - 4, at)))


def _none_suffered(sentence: Sentence, at: int) -> Iterator[Harm]:
    """Harm that is said not to be: "caused no casualties", "without loss of life"; not "no reports of casualties"."""
    phrase = phrase_ending(sentence, at)
    if phrase is None:
        return
    words = sentence.lowers(phrase.start - 1, phrase.end)
    before = sentence.lowers(phrase.start - 3, phrase.start)
    is_none = words[0] == "without" or "no" in words[:2] or (words[0] in {"or", "nor", "and"} and "no" in before)
    is_loss = sentence.tokens[at].lower != "life" or before[-2:] in {("loss", "of"), ("losses", "of")}
    if sentence.tokens[at].lower == "life":
        is_none = bool({"no", "without"}.intersection(sentence.lowers(at - 4, at - 1)))
    if not (is_none and is_loss):
        return
    span = phrase.span(sentence)
    for kind in words_of.TOLLS.get(sentence.tokens[at].lower, ("killed",)):
        yield Harm(kind, Amount(0, 0, words=span.of(sentence.text), span=span), "", span)


def _with(sentence: Sentence, at: int) -> Phrase | None:
    """Those who suffered "together with" the others."""
    for width in (1, 2, 3):
        if sentence.lowers(at + 1, at + 1 + width) in _WITH:
            return phrase_starting(sentence, at + 1 + width)
    return None


def _by_verb(sentence: Sentence, at: int) -> Told:
    word = sentence.tokens[at].lower
    is_state = word in words_of.STATES
    if _is_attributive(sentence, at):
        return
    phrases = _sufferers(sentence, at)
    if phrases:
        yield words_of.VERBS[word], phrases
    elif is_state:
        yield from _by_state(sentence, at)


def _is_attributive(sentence: Sentence, at: int) -> bool:
    """Whether the word only describes a noun: "a damaged house", "wounded soldiers were moved"."""
    tokens = sentence.tokens
    if not 0 < at < len(tokens) - 1 or tokens[at].lower.endswith("ing"):
        return False
    return tokens[at - 1].tag in {Tag.DETERMINER, Tag.ADJECTIVE} and tokens[at + 1].tag in {
        Tag.NOUN,
        Tag.NAME,
        Tag.ADJECTIVE,
    }


def _sufferers(sentence: Sentence, at: int) -> tuple[Phrase, ...]:
    if sentence.tokens[at].tag in {Tag.NOUN, Tag.NAME} and not is_counted(sentence, at + 1):
        return ()
    if is_passive(sentence, at):
        subject = find_subject(sentence, at)
        return () if subject is None else coordinates_before(sentence, subject)
    shared = sentence.lowers(at + 1, at + 2) in {("and",), ("or",)} and sentence.lowers(at + 2, at + 3)
    found = find_object(sentence, at + 2 if shared and shared[0] in words_of.VERBS else at)
    return () if found is None else with_coordinates(sentence, found)


def _by_state(sentence: Sentence, at: int) -> Told:
    """Who is dead or missing: "left two people dead", "12 were missing", "shot dead four", "five of the wounded"."""
    kind = words_of.STATES[sentence.tokens[at].lower]
    if kind == "wounded" and sentence.lowers(at - 2, at) == ("of", "the"):
        part = phrase_ending(sentence, at - 3)
        if part is not None and BE.intersection(sentence.lowers(at + 1, at + 2)):
            yield kind, (part,)
        return
    phrase = _before(sentence, at)
    if phrase is not None:
        yield kind, coordinates_before(sentence, phrase)


def _before(sentence: Sentence, at: int) -> Phrase | None:
    tokens = sentence.tokens
    if at and tokens[at].lower == "dead" and tokens[at - 1].tag is Tag.VERB:
        return find_object(sentence, at) or find_subject(sentence, at - 1)
    if tokens[at].tag is Tag.NOUN and at and tokens[at - 1].tag is Tag.NUMBER:
        return phrase_ending(sentence, at)
    if at and tokens[at - 1].tag is Tag.DETERMINER:
        return None  # "the dead", "the wounded": those told of elsewhere
    return phrase_ending(sentence, at - 1) or find_subject(sentence, at)


def _by_subject(sentence: Sentence, at: int) -> Told:
    """Whoever "died", "drowned", "disappeared"; the ship that "sank"."""
    kind = words_of.SUFFERED_BY_SUBJECT[sentence.tokens[at].lower]
    subject = find_subject(sentence, at) or phrase_ending(sentence, at - 1)
    if kind == "destroyed" and subject is not None and not is_passive(sentence, at):
        subject = find_object(sentence, at) or subject
    if kind == "killed" and sentence.tokens[at - 1].lower == "," and (one := _named_before(sentence, at)) is not None:
        subject = one
    if subject is not None:
        yield kind, coordinates_before(sentence, subject)


def _named_before(sentence: Sentence, at: int) -> Phrase | None:
    """The number of "one, a girl of six, died of her wounds"."""
    for opening in range(at - 2, max(0, at - 12), -1):
        if sentence.tokens[opening].lower == ",":
            is_number = sentence.tokens[opening - 1].tag is Tag.NUMBER
            return Phrase(opening - 1, opening, opening - 1) if is_number else None
    return None


def _by_loss(sentence: Sentence, at: int) -> Told:
    """The nouns "the death of a monk", "cost the lives of six", "claimed four lives"."""
    if sentence.lowers(at + 1, at + 2) == ("of",):
        phrase = phrase_starting(sentence, at + 2)
        if phrase is not None:
            yield "killed", with_coordinates(sentence, phrase)
    elif sentence.tokens[at].lower in {"lives", "life"}:
        phrase = phrase_ending(sentence, at) or phrase_ending(sentence, at - 1)
        if phrase is not None and words_of.TAKEN_LIVES.intersection(sentence.lowers(phrase.start - 3, phrase.start)):
            yield "killed", (phrase,)
    elif sentence.tokens[at].lower in words_of.COUNTED_TOLLS:
        yield from _by_count(sentence, at)


def _by_count(sentence: Sentence, at: int) -> Told:
    """The nouns "nine deaths", "four injuries"; in "suffered injuries", whoever did."""
    phrase = phrase_ending(sentence, at)
    word = sentence.tokens[at].lower
    if phrase is not None and any(t.tag is Tag.NUMBER for t in sentence.tokens[phrase.start : phrase.end]):
        yield words_of.COUNTED_TOLLS[word], (phrase,)
    elif word in words_of.WOUNDS:
        yield from _by_wounds(sentence, at)


def _by_wounds(sentence: Sentence, at: int) -> Told:
    """Who "suffered burns", was "treated for burns", the "men with gunshot wounds"; whom a strike "wounds"."""
    found = phrase_starting(sentence, at + 1)
    if sentence.tokens[at].lower == "wounds" and found is not None:
        yield "wounded", with_coordinates(sentence, found)
        return
    for back in range(at - 1, max(-1, at - 5), -1):
        word = sentence.tokens[back].lower
        if word in words_of.SUFFERING:
            found = find_subject(sentence, back)
        elif word == "with":
            found = phrase_ending(sentence, back - 1)
        elif word == "for" and sentence.tokens[back - 1].lower in words_of.TREATING:
            found = find_subject(sentence, back - 1)
        else:
            continue
        if found is not None:
            yield "wounded", coordinates_before(sentence, found)
        return


def _by_limb(sentence: Sentence, at: int) -> Told:
    """Who "lost a leg", "has a broken arm", "was shot in the leg"."""
    before = sentence.lowers(at - 4, at)
    if _SHOT.intersection(before) and "in" in before and not _DYING.intersection(sentence.lowers(0, at + 20)):
        yield from _shot_in(sentence, at)
        return
    if "lost" not in before and not ({"broken", "fractured"}.intersection(before) and HAVE.intersection(before)):
        return
    verb = next(i for i in range(at - 1, -1, -1) if sentence.tokens[i].lower in HAVE | {"lost"})
    subject = find_subject(sentence, verb)
    if subject is not None:
        yield "wounded", (subject,)


def _shot_in(sentence: Sentence, at: int) -> Told:
    verb = next(i for i in range(at - 1, -1, -1) if sentence.tokens[i].lower in _SHOT)
    found = find_subject(sentence, verb) if is_passive(sentence, verb) else find_object(sentence, verb)
    if found is not None:
        yield "wounded", coordinates_before(sentence, found)


def _by_hospital(sentence: Sentence, at: int) -> Told:
    """Who "is in hospital", "were taken to hospital"."""
    before = sentence.lowers(at - 3, at)
    if len(before) < 3 or "dead" in sentence.lowers(at - 6, at):
        return
    verb = next((i for i in range(at - 1, at - 4, -1) if sentence.tokens[i].lower in BE | words_of.BROUGHT), None)
    if verb is None or sentence.tokens[verb + 1].lower not in {"in", "to"}:
        return
    is_moved = sentence.tokens[verb].lower in words_of.BROUGHT
    if is_moved and not is_passive(sentence, verb):
        return
    subject = find_subject(sentence, verb)
    if subject is not None:
        yield "wounded", coordinates_before(sentence, subject)


def _by_bodies(sentence: Sentence, at: int) -> Told:
    """The words "the bodies of six men were found", "six bodies"."""
    if sentence.lowers(at + 1, at + 2) == ("of",):
        phrase = phrase_starting(sentence, at + 2)
    else:
        phrase = phrase_ending(sentence, at)
    phrases = with_coordinates(sentence, phrase) if phrase is not None else ()
    is_one = sentence.tokens[at].lower == "body" and "found" in sentence.lowers(at - 4, at + 16)
    is_told = any(t.tag in {Tag.NUMBER, Tag.NAME} for p in phrases for t in sentence.tokens[p.start : p.end])
    if is_one or is_told:
        yield "killed", phrases


def _by_fire(sentence: Sentence, at: int) -> Told:
    """What was "set ablaze"; what "burned down"."""
    verb = next((i for i in range(at - 1, max(-1, at - 8), -1) if sentence.tokens[i].lower in {"set", "setting"}), None)
    if verb is None:
        return
    if verb < at - 1:
        phrase = phrase_starting(sentence, verb + 1)
    else:
        phrase = find_subject(sentence, verb) if is_passive(sentence, verb, 2) else phrase_starting(sentence, at + 1)
    if phrase is not None:
        yield "destroyed", with_coordinates(sentence, phrase) if verb < at - 1 else coordinates_before(sentence, phrase)


def _by_flight(sentence: Sentence, at: int) -> Told:
    """Who "fled their homes", was "forced to flee"."""
    is_forced = sentence.lowers(at - 1, at) == ("to",)
    is_home = {"home", "homes", "village", "villages", "town", "area"}.intersection(sentence.lowers(at + 1, at + 4))
    if not (is_forced or is_home):
        return
    subject = phrase_ending(sentence, at - 2) if is_forced else find_subject(sentence, at)
    if subject is not None and any(t.tag is Tag.NUMBER for t in sentence.tokens[subject.start : subject.end]):
        yield "displaced", (subject,)


def _by_loss_of_men(sentence: Sentence, at: int) -> Told:
    """Those whom their own side "lost": people told with a number."""
    found = find_object(sentence, at)
    if found is not None and is_counted(sentence, at + 1) and classify(found.lowers(sentence)) in _OWN_PEOPLE:
        yield "killed", (found,)


def _by_captives(sentence: Sentence, at: int) -> Told:
    """The words "took seven prisoners", "were taken prisoner"."""
    phrase = phrase_ending(sentence, at)
    if phrase is None:
        return
    before = sentence.lowers(phrase.start - 1, phrase.start)
    is_counted = any(t.tag is Tag.NUMBER for t in sentence.tokens[phrase.start : phrase.end])
    if is_counted and {"took", "taking", "take", "taken"}.intersection(before):
        yield "captured", (phrase,)
    elif sentence.tokens[at - 1].lower == "taken" and (subject := find_subject(sentence, at - 1)) is not None:
        yield "captured", coordinates_before(sentence, subject)


def _running_tolls(sentence: Sentence) -> Iterator[tuple[int, Harm]]:
    """The numbers of "the death toll rose to nine", "put the number of dead at 17"."""
    for at, token in enumerate(sentence.tokens):
        if token.lower not in _OPEN_TOLL and not (token.lower in words_of.STATES and _is_put(sentence, at)):
            continue
        if kind := _kind_of_toll(sentence, at):
            amount = _number_of_toll(sentence, at)
            if amount is not None and amount.span is not None:
                yield at, Harm(kind, amount, "", amount.span)


def _is_put(sentence: Sentence, at: int) -> bool:
    """The words "put the dead at 28"."""
    before = sentence.lowers(at - 2, at)
    return sentence.tokens[at].lower in words_of.STATES and before[-1:] == ("the",) and before[:1] in _PUT


def _kind_of_toll(sentence: Sentence, at: int) -> str:
    if sentence.tokens[at].lower in words_of.STATES:
        return words_of.STATES[sentence.tokens[at].lower]
    if sentence.tokens[at].lower == "toll":
        is_deaths = {"death", "casualty"}.intersection(sentence.lowers(at - 1, at)) or "the" in sentence.lowers(
            at - 1, at
        )
        return "killed" if is_deaths else ""
    if sentence.lowers(at + 1, at + 2) != ("of",):
        return ""
    near = sentence.lowers(at + 2, at + 6)
    kinds = (words_of.STATES.get(w) or words_of.VERBS.get(w) or words_of.COUNTED_TOLLS.get(w) for w in near)
    return next((kind for kind in kinds if kind in {"killed", "wounded", "missing"}), "")


def _number_of_toll(sentence: Sentence, at: int) -> Amount | None:
    for amount in sentence.amounts:
        if amount.span is None:
            continue
        first = sentence.index_at(amount.span.start)
        if at < first <= at + _REACH and sentence.tokens[first - 1].lower in words_of.RISING:
            return amount
    return None


_Reader = Callable[[Sentence, int], Told]
_READERS: dict[str, _Reader] = {
    **dict.fromkeys(words_of.FLEEING, _by_flight),
    **dict.fromkeys(("lost", "losing"), _by_loss_of_men),
    **dict.fromkeys(words_of.WOUNDS, _by_wounds),
    **dict.fromkeys(words_of.LIMBS, _by_limb),
    **dict.fromkeys(words_of.HOSPITALS, _by_hospital),
    **dict.fromkeys(words_of.BODIES, _by_bodies),
    **dict.fromkeys(words_of.ABLAZE, _by_fire),
    **dict.fromkeys(words_of.CAPTIVES, _by_captives),
    **dict.fromkeys(words_of.LOSSES | frozenset(words_of.COUNTED_TOLLS), _by_loss),
    **dict.fromkeys(words_of.SUFFERED_BY_SUBJECT, _by_subject),
    **dict.fromkeys(words_of.STATES, _by_state),
    **dict.fromkeys(words_of.VERBS, _by_verb),
}
