"""What was suffered: how many were killed, wounded, captured, missing or displaced; what was damaged or destroyed.

Decides which words of a sentence tell harm and to whom. Ranges stay ranges; a plural without a number stays open.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from trucewatch.events.model import Harm
from trucewatch.events.phrases import Phrase, phrase_ending, phrase_starting, with_coordinates
from trucewatch.events.roles import find_object, find_subject, is_passive
from trucewatch.events.targets import classify
from trucewatch.events.view import Sentence
from trucewatch.language.model import Tag
from trucewatch.values import Amount

_VERBS: dict[str, str] = {
    **dict.fromkeys(
        ("killed", "kill", "kills", "killing", "executed", "executing", "murdered", "slain", "beheaded", "massacred"),
        "killed",
    ),
    **dict.fromkeys(("wounded", "wounding", "injured", "injuring", "wound", "injures", "hurt", "maimed"), "wounded"),
    **dict.fromkeys(("captured", "capturing", "abducted", "kidnapped", "kidnapping", "abducting"), "captured"),
    **dict.fromkeys(("displaced", "displacing", "uprooted"), "displaced"),
    **dict.fromkeys(("damaged", "damaging", "damages"), "damaged"),
    **dict.fromkeys(("destroyed", "destroying", "destroys", "demolished", "levelled", "leveled", "razed"), "destroyed"),
}
_STATES = {
    "dead": "killed",
    "missing": "missing",
    "homeless": "displaced",
    "wounded": "wounded",
    "injured": "wounded",
    "unaccounted": "missing",
}
_INTRANSITIVE = frozenset({"died", "perished", "drowned"})
_DEATHS = frozenset({"death", "deaths", "killing", "execution", "murder", "lives"})
_TOLLS = {
    "casualties": ("killed", "wounded"),
    "victims": ("killed", "wounded"),
    "deaths": ("killed",),
    "fatalities": ("killed",),
    "injuries": ("wounded",),
}
_SUFFERING = frozenset({"received", "sustained", "suffered"})
_WITHOUT = frozenset({"no", "without"})
_REPORTING = frozenset({"report", "reports", "reported", "word", "information", "immediate", "immediately", "saw"})
_PEOPLE = frozenset({"killed", "wounded", "missing", "displaced", "captured"})
_THINGS = frozenset(
    {"energy", "hospital", "residential", "port", "shipping", "transport", "other infrastructure", "humanitarian"}
)
_ONE = frozenset({"a", "an", "one"})


def find_harms(sentence: Sentence) -> Iterator[tuple[int, Harm]]:
    """Each harm a sentence tells, with the token that tells it."""
    for at, token in enumerate(sentence.tokens):
        yield from ((at, harm) for harm in _none_suffered(sentence, at))
        if _is_negated(sentence, at) or _is_attributive(sentence, at):
            continue
        for kind, phrase in _told_at(sentence, at, token.lower):
            if (harm := _harm(sentence, kind, phrase)) is not None:
                yield at, harm


def _none_suffered(sentence: Sentence, at: int) -> Iterator[Harm]:
    """Harm that is said not to be: "caused no casualties", "no one was hurt". None reported is not none."""
    word = sentence.tokens[at].lower
    if word not in _TOLLS and word not in _VERBS:
        return
    before = sentence.lowers(max(0, at - 5), at)
    is_none = word in _TOLLS and bool(_WITHOUT.intersection(before[-3:]))
    is_nobody = word in _VERBS and (("no", "one") in pairwise(before) or "nobody" in before)
    if not (is_none or is_nobody) or _REPORTING.intersection((*before, *sentence.lowers(at + 1, at + 4))):
        return
    span = sentence.tokens[at].span
    for kind in _TOLLS[word] if is_none else (_VERBS[word],):
        yield Harm(kind, Amount(0, 0, words=span.of(sentence.text), span=span), "", span)


def _is_negated(sentence: Sentence, at: int) -> bool:
    return bool({"not", "n't", "no", "nobody", "without", "never"}.intersection(sentence.lowers(at - 4, at)))


def _is_attributive(sentence: Sentence, at: int) -> bool:
    """Whether the word only describes a noun: "a damaged house", "wounded soldiers were moved"."""
    tokens = sentence.tokens
    if not 0 < at < len(tokens) - 1 or tokens[at].lower not in _VERBS or tokens[at].lower.endswith("ing"):
        return False
    return tokens[at - 1].tag in {Tag.DETERMINER, Tag.ADJECTIVE} and tokens[at + 1].tag in {
        Tag.NOUN,
        Tag.NAME,
        Tag.ADJECTIVE,
    }


def _told_at(sentence: Sentence, at: int, word: str) -> Iterator[tuple[str, Phrase]]:
    if word in _VERBS:
        phrase = _sufferer(sentence, at)
        if phrase is not None:
            yield from ((_VERBS[word], p) for p in with_coordinates(sentence, phrase))
    elif word in _STATES or word in _INTRANSITIVE:
        phrase = _before(sentence, at)
        if phrase is not None:
            yield _STATES.get(word, "killed"), phrase
    elif word in {"wounds", "injuries"} and (phrase := _injured(sentence, at)) is not None:
        yield "wounded", phrase
    elif word in _DEATHS and sentence.lowers(at + 1, at + 2) == ("of",):
        phrase = phrase_starting(sentence, at + 2)
        if phrase is not None:
            yield "killed", phrase


def _injured(sentence: Sentence, at: int) -> Phrase | None:
    """Who "received gunshot wounds", "suffered injuries"."""
    verb = next((i for i in range(at - 1, max(-1, at - 5), -1) if sentence.tokens[i].lower in _SUFFERING), None)
    return None if verb is None else find_subject(sentence, verb)


def _sufferer(sentence: Sentence, at: int) -> Phrase | None:
    if is_passive(sentence, at):
        return find_subject(sentence, at)
    shared = sentence.lowers(at + 1, at + 2) in {("and",), ("or",)} and sentence.lowers(at + 2, at + 3)
    if shared and shared[0] in _VERBS:
        return find_object(sentence, at + 2)
    return find_object(sentence, at)


def _before(sentence: Sentence, at: int) -> Phrase | None:
    """Who is dead or missing: "left two people dead", "12 were missing", "four died", "shot dead four"."""
    if at and sentence.tokens[at].lower == "dead" and sentence.tokens[at - 1].tag is Tag.VERB:
        return find_object(sentence, at) or find_subject(sentence, at - 1)
    if (
        sentence.tokens[at].tag is Tag.NOUN
        and sentence.tokens[at - 1 : at]
        and sentence.tokens[at - 1].tag is Tag.NUMBER
    ):
        return phrase_ending(sentence, at)
    return phrase_ending(sentence, at - 1) or find_subject(sentence, at)


def _harm(sentence: Sentence, kind: str, phrase: Phrase) -> Harm | None:
    words = phrase.lowers(sentence)
    group = classify(words)
    amount = _amount(sentence, phrase)
    if kind in _PEOPLE and not group and amount.low is None and amount.high is None and not _is_named(sentence, phrase):
        return None
    if (kind in _PEOPLE) == (group in _THINGS) or (kind not in _PEOPLE and not group):
        return None
    return Harm(kind, amount, group or _head_word(sentence, phrase), phrase.span(sentence))


def _head_word(sentence: Sentence, phrase: Phrase) -> str:
    head = sentence.tokens[phrase.head]
    return "" if head.tag is Tag.NUMBER else head.text


def _is_named(sentence: Sentence, phrase: Phrase) -> bool:
    span = phrase.span(sentence)
    return any(
        n.span is not None and n.span.overlaps(span) and n.kind.value in {"person", "group"} for n in sentence.names
    )


def _amount(sentence: Sentence, phrase: Phrase) -> Amount:
    """The number in the phrase; one for "a soldier"; open bounds where the words give no number."""
    span = phrase.span(sentence)
    for amount in sentence.amounts:
        if amount.span is not None and amount.span.overlaps(span):
            return amount
    words = phrase.lowers(sentence)
    number = 1 if words[0] in _ONE and not words[-1].endswith("s") else None
    return Amount(number, number, "", words=span.of(sentence.text), span=span)
