"""Who did it and whom it was done to, resolved as far as the sentence and its statement allow.

Decides which phrase is somebody who can act. A drone, a blast or a place does nothing by itself: the actor is then
whoever the words say sent it, or nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trucewatch.events.mentions.triggers import nouns
from trucewatch.events.model import Harm
from trucewatch.events.needs import Candidate
from trucewatch.events.phrases import HEADS, Phrase, who_of
from trucewatch.events.standing import is_same_side
from trucewatch.events.targets import classify
from trucewatch.events.view import Sentence
from trucewatch.events.weapons import weapon_at
from trucewatch.language.model import Tag
from trucewatch.situation.model import Situation
from trucewatch.statements.model import Act, Statement
from trucewatch.values import Kind, Who

_OTHER = frozenset({"other", "other's", "others", "opponent", "rival", "foe", "enemy", "adversary"})
_FIRST_PERSON = frozenset({"we", "our", "us", "i", "my"})
_THIRD_PERSON = frozenset({"they", "it", "he", "she", "them", "who", "which", "that"})
_ACTING = frozenset({"military", "peacekeepers", "civilians", "prisoners of war"})
_ITS = frozenset({"its", "their", "his", "her"})
_MACHINES = frozenset({"tank", "tanks", "launcher", "launchers", "battery", "batteries"})
_PRIVATE = frozenset(
    {"extremists", "extremist", "settlers", "settler", "separatists", "protesters", "demonstrators", "residents"}
    | {"villagers", "civilians", "citizens", "activists", "criminals", "hackers", "youths", "teenagers"}
)
_SIDES = frozenset({"side", "sides", "both", "each", "party", "parties", "warring"})


def find_actor(
    sentence: Sentence, candidate: Candidate, statement: Statement | None, situation: Situation
) -> Who | None:
    """Who is said to have done it: the doer of the trigger, else whom the statement accuses or speaks for."""
    found = _from_phrase(sentence, candidate.doer, statement, situation)
    if found is not None and not _is_accuser(found, statement):
        return found
    if statement is None:
        return None
    if statement.accused:
        return _resolved(statement.accused[0])
    is_own_denial = statement.act is Act.DENY and len(statement.speakers) == 1
    return side_of(statement.speakers[0], situation) if is_own_denial else None


def _is_accuser(actor: Who, statement: Statement | None) -> bool:
    """Whether the accuser came out as the accused, where the statement names another: word order misread."""
    if statement is None or statement.act is not Act.ALLEGE or not statement.accused:
        return False
    by_accuser = any(is_same_side(actor, s) for s in statement.speakers)
    return by_accuser and not any(is_same_side(actor, a) for a in statement.accused)


def side_of(who: Who, situation: Situation) -> Who:
    """The party somebody speaks for; themselves where they belong to none."""
    party = next((p for p in situation.parties if p.id == who.party), None)
    if party is None:
        return who
    return replace(
        who, name=party.name, kind=Kind.STATE if party.state else Kind.GROUP, office="", entity="", state=party.state
    )


def _from_phrase(
    sentence: Sentence, phrase: Phrase | None, statement: Statement | None, situation: Situation
) -> Who | None:
    if phrase is None:
        return None
    words = phrase.lowers(sentence)
    if statement is not None and _OTHER.intersection(words) and statement.accused:
        return _resolved(statement.accused[0])
    if statement is not None and statement.speakers and _says_we(sentence, phrase, statement):
        return side_of(statement.speakers[0], situation)
    return None if _OTHER.intersection(words) else _named(sentence, phrase, words)


def _resolved(who: Who) -> Who | None:
    """Nobody, where "the other" could not be resolved."""
    return None if _OTHER.intersection(who.name.lower().split()) and not who.party else who


def _says_we(sentence: Sentence, phrase: Phrase, statement: Statement) -> bool:
    words = sentence.tokens[phrase.start : phrase.end]
    is_we = any(word.lower in _FIRST_PERSON and word.text != "US" for word in words)
    return is_we or _is_speaker(sentence, phrase, statement)


def _named(sentence: Sentence, phrase: Phrase, words: tuple[str, ...]) -> Who | None:
    """Whoever the phrase itself names, if they can act."""
    who = who_of(sentence, phrase)
    if _is_weapon_or_deed(words):
        return _sender(sentence, phrase, who) or (who if words[-1] in _MACHINES else None)
    if not _can_act(sentence, phrase, who):
        return None
    who = _whose(sentence, phrase, _of_no_state(words, who))
    sides = [s for s in sentence.sides if s.span is not None and s.span.overlaps(phrase.span(sentence))]
    is_thing = who.kind is Kind.GROUP and who not in sentence.names and classify(words) not in _ACTING
    return sides[0] if is_thing and len(sides) == 1 else who


def _is_weapon_or_deed(words: tuple[str, ...]) -> bool:
    """Whether the phrase is a weapon or what is done with one ("tank shelling"): neither does anything by itself."""
    is_armed = any(weapon_at(words, at) for at in range(len(words)))
    return (is_armed and classify(words) != "military") or (words[-1:] in nouns()) or words[-1] in _MACHINES


def _of_no_state(words: tuple[str, ...], who: Who) -> Who:
    """Extremists, settlers or rebels called by a country's name are not that country's forces."""
    if words[-1] not in _PRIVATE or who.entity or who.kind is not Kind.GROUP:
        return who
    return replace(who, party="")


def _whose(sentence: Sentence, phrase: Phrase, who: Who) -> Who:
    """The side of "its troops": the last side named before it in the sentence."""
    own = next((i for i in range(phrase.start, phrase.end) if sentence.tokens[i].lower in _ITS), None)
    if who.party or who.state or own is None:
        return who
    start = sentence.tokens[own].span.start
    before = [s for s in (*sentence.names, *sentence.sides) if s.span and s.span.end <= start and (s.party or s.state)]
    if not before:
        return who
    nearest = max(before, key=lambda s: (s.span.end if s.span else 0, bool(s.party)))
    if sentence.tokens[phrase.head].lower in _ITS or _is_weapon_or_deed(phrase.lowers(sentence)):
        return nearest
    return replace(who, state=nearest.state, party=nearest.party)


def _is_speaker(sentence: Sentence, phrase: Phrase, statement: Statement) -> bool:
    """Whether a pronoun that opens what one speaker said stands for that speaker: "the army said it had struck …"."""
    if len(statement.speakers) != 1 or sentence.tokens[phrase.head].lower not in {"it", "they", "he", "she"}:
        return False
    if any(n.span is not None and n.span.overlaps(phrase.span(sentence)) for n in sentence.names):
        return False
    at = phrase.span(sentence).start
    return any(0 <= at - part.start <= len("that ") for part in statement.content)


def _sender(sentence: Sentence, phrase: Phrase, who: Who) -> Who | None:
    """Whose weapon it was: the name inside the phrase ("Aran drones", "drones from Beld")."""
    span = phrase.span(sentence)
    inside = [s for s in sentence.sides if s.span is not None and s.span.overlaps(span)]
    inside = inside or [n for n in sentence.names if n.span is not None and n.span.overlaps(span)]
    if not inside:
        owner = _whose(sentence, phrase, replace(who, state="", party=""))
        return owner if owner.party or owner.state else None
    return inside[0] if inside[0].party or inside[0].state or not who.party else who


def _can_act(sentence: Sentence, phrase: Phrase, who: Who) -> bool:
    """Whether the phrase names people or a body; events, times and abstractions do nothing."""
    words = phrase.lowers(sentence)
    if words[-1] in _THIRD_PERSON | _OTHER:
        return who.kind is not Kind.GROUP or bool(who.party or who.state)
    if who.party or who.entity or who.state or who.kind in {Kind.PERSON, Kind.BODY, Kind.STATE}:
        return not any(
            p.span is not None and p.span.contains(phrase.span(sentence)) and not who.party for p in sentence.places
        )
    if sentence.tokens[phrase.head].lower in _SIDES:
        return False
    return classify(words) in _ACTING or sentence.tokens[phrase.head].tag is Tag.NAME


def find_target(sentence: Sentence, candidate: Candidate, harms: Sequence[Harm] = ()) -> Who | None:
    """The people or body it was done to, where the words name any; a building is a class and words, not a Who.

    Where the words for the deed name nobody, whoever suffered by it: in "a raid that killed two monks", the monks.
    """
    return _target_in(sentence, candidate.done_to) or next(
        (who for harm in harms if (who := _sufferer(sentence, harm)) is not None), None
    )


def _sufferer(sentence: Sentence, harm: Harm) -> Who | None:
    """The people that a harm was done to; None where the words give but a number."""
    if harm.span is None or harm.kind in {"damaged", "destroyed"} or harm.amount.high == 0:
        return None
    first, last = sentence.index_at(harm.span.start), sentence.index_at(harm.span.end - 1)
    head = next((at for at in range(last, first - 1, -1) if sentence.tokens[at].tag in HEADS), None)
    if head is None or sentence.tokens[head].tag is Tag.NUMBER:
        return None
    return who_of(sentence, Phrase(first, last + 1, head))


def _target_in(sentence: Sentence, phrase: Phrase | None) -> Who | None:
    if phrase is None:
        return None
    who = who_of(sentence, phrase)
    is_people = classify(phrase.lowers(sentence)) in _ACTING
    head = sentence.tokens[phrase.head].span
    if any(p.span is not None and p.span.overlaps(head) for p in sentence.places):
        return None
    is_named = any(n.span is not None and n.span.overlaps(head) for n in sentence.names)
    if is_named and (who.party or who.state or who.entity or who.kind in {Kind.PERSON, Kind.BODY}):
        return who
    return who if is_people else None
