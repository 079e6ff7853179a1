"""What the style of headlines leaves out: "24 dead in new fighting", "truce shattered, toll hits 67", "deadly clashes".

Decides harm and deed in a headline of which the rules for whole sentences make nothing: a number before a bare
participle, a toll that mounts, a fight called deadly. A report of one line without a full stop is all headline. Where
no word tells of a conflict nothing is read: people die of much else. Never decides who did it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from trucewatch.documents.model import BlockKind
from trucewatch.events.mentions import harm_words as words_of
from trucewatch.events.model import Harm
from trucewatch.events.needs import NATURE, Candidate
from trucewatch.events.rules import Rule
from trucewatch.events.view import Sentence
from trucewatch.events.weapons import ATTACK, CLASH
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag
from trucewatch.values import Amount

#: Beside harm these make it a deed of a conflict.
_CONFLICT = word_set(
    """violence fighting unrest confrontation combat clash clashes battle battles raid truce ceasefire cease-fire
    armistice shelling shelled bombardment offensive assault attack attacks ambush rebel rebels separatist separatists
    insurgents militants militia militias militiamen soldier soldiers serviceman servicemen troops army frontline
    front-line war mortar mortars artillery rocket rockets missile missiles sniper gunmen guerrillas fighters shootout
    gunbattle deadliest"""
)
_FIGHTS = word_set(
    "clash clashes fighting battle battles combat firefight gunbattle shootout skirmish skirmishes unrest"
)
#: What makes a headline one of the conflict, whether or not it tells a deed.
_NEWS = _CONFLICT | word_set(
    """dead death deaths dying killed killing bodies dies blood bloody bloodiest deadly casualties toll crash blast
    downed buries bury burial fire military forces protest protests protesters wounded injured shells rebel-held"""
)
_SUFFERING = {
    **dict.fromkeys(("killed", "dead", "slain", "die", "dies", "died"), "killed"),
    **dict.fromkeys(("wounded", "injured", "hurt"), "wounded"),
}
_MOUNTING = word_set("mounts spikes rises climbs grows soars mounting rising jumps hits tops reaches passes")
_DEADLY = frozenset({"deadly", "bloody"})
_ENDS = frozenset(".!?")
_LONGEST = 300  # code points of a headline
#: Tokens from a number to what those suffered, from "deadly" to what is, from "toll" to its verb.
_REACH, _NEAR, _TOLL = 4, 3, 6

_KILLING = Rule(ATTACK, is_consequence=True, is_generic=True)
_FIGHT = Rule(CLASH)


def is_headline(sentence: Sentence) -> bool:
    """Whether the sentence is in the style of headlines: it is one, or all that a report says, without a full stop."""
    return sentence.kind is BlockKind.HEADLINE or is_headline_alone(sentence.text)


def is_headline_alone(text: str) -> bool:
    """Whether a whole report is one line of headline length without a full stop."""
    line = text.strip()
    return 0 < len(line) <= _LONGEST and "\n" not in line and line[-1] not in _ENDS


def speaks_of_conflict(text: str) -> bool:
    """Whether a headline has a word of the conflict in it, whatever it tells."""
    return not _NEWS.isdisjoint(re.findall(r"[\w-]+", text.casefold()))


def terse_harms(sentence: Sentence) -> Iterator[tuple[int, Harm]]:
    """Harm as headlines tell it, with the token that tells it."""
    words = sentence.words
    for amount in sentence.amounts:
        if amount.span is None or (at := _suffering_after(sentence, sentence.index_at(amount.span.start))) is None:
            continue
        yield at, Harm(_SUFFERING[words[at]], amount, "", amount.span)
    for at, word in enumerate(words):
        if word == "toll" and _MOUNTING.intersection(words[at + 1 : at + 1 + _TOLL]):
            yield at, _killed(sentence, at, _amount_near(sentence, at))
        elif word in _DEADLY and _FIGHTS.intersection(words[at + 1 : at + 1 + _NEAR]):
            yield at, _killed(sentence, at, None)


def _killed(sentence: Sentence, at: int, told: Amount | None) -> Harm:
    """As many killed as are told; somebody, where no number is."""
    span = sentence.tokens[at].span
    return Harm("killed", told or Amount(1, None, "", words=span.of(sentence.text), span=span), "", span)


def _amount_near(sentence: Sentence, toll: int) -> Amount | None:
    """The number that the toll has reached."""
    for amount in sentence.amounts:
        if amount.span is not None and 0 < sentence.index_at(amount.span.start) - toll <= _TOLL + _REACH:
            return amount
    return None


def _suffering_after(sentence: Sentence, number: int) -> int | None:
    """The word behind a number that says what those counted suffered, in the same stretch without a comma."""
    if number in sentence.timed:
        return None
    for at in range(number + 1, min(number + 1 + _REACH, len(sentence.tokens))):
        if sentence.words[at] in _SUFFERING:
            return at
        if sentence.tokens[at].tag in {Tag.VERB, Tag.PREPOSITION} or sentence.words[at] in words_of.NOBODY | {","}:
            return None
    return None


def terse_deed(sentence: Sentence, harms: Sequence[tuple[int, Harm]]) -> list[Candidate]:
    """What the harm of a headline is of: a fight where one is named, else an attack; nothing without a conflict."""
    if not harms or NATURE.intersection(sentence.words) or not _CONFLICT.intersection(sentence.words):
        return []
    fights = [at for at, word in enumerate(sentence.words) if word in _FIGHTS]
    at = fights[0] if fights else harms[0][0]
    return [Candidate(at, at + 1, _FIGHT if fights else _KILLING, bool(fights), None, None)]
