"""Who did it and to what, by case endings, prepositions and the voice of the verb.

Decides the phrase that suffers a deed and whoever does it. Where an ending could be two cases, word order decides, and
where that does not either, nobody is named. Never looks at which party it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from trucewatch.events.slavic.clauses import (
    NO_NOUN,
    Clauses,
    Phrase,
    is_adjective,
    is_instrumental,
    is_nominative,
    is_person_word,
    kind_of,
)
from trucewatch.events.slavic.targets import TARGETS, classify, is_people
from trucewatch.events.slavic.triggers import Trigger, carriers, triggers
from trucewatch.events.slavic.weapons import WEAPONS
from trucewatch.language.lexicon import word_set
from trucewatch.language.slavic import words as listed
from trucewatch.language.tokens import fold
from trucewatch.values import Kind, Who

_ON = word_set("по на в во у проти против")
_FROM_SIDE = {("со", "стороны"), ("з", "боку"), ("із", "боку"), ("зі", "сторони")}
_FIRE = ("обстр", "артобстр", "минобстр", "мінобстр")
_NOT_FORCES = word_set("силы стороны сили сторони власти власть влада союзники дети люди діти источники джерела")
_FORCES = word_set("вс зс флот авиация авіація артиллерия артилерія пехота піхота ополчение ополчення")  # whose is said
_OF_SOMEBODY = _NOT_FORCES | listed.BODIES | _FORCES  # who act where it is said whose they are
_DOERS = (
    listed.GROUPS
    | listed.OFFICES
    | word_set(
        "неизвестные неизвестный невідомі невідомий злоумышленники зловмисники нападавшие нападники мародеры мародери"
    )
)
_REACH = 12  # words between a deed and what it was done to
_OURS = word_set("наши наших нашими нашим мы наші нашу нашого нашу ми")


@dataclass(frozen=True, slots=True)
class Deed:
    """One trigger where it stands, with the phrases beside it."""

    at: int
    trigger: Trigger
    done_to: Phrase | None
    doer: Who | None
    carrier: int = -1  # the verb that carries a deed named by a noun


class Roles:
    """The deeds of one sentence."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.words = clauses.words

    def deed(self, at: int, trigger: Trigger) -> Deed:
        """The trigger with whoever did it and what it was done to."""
        if trigger.is_noun:
            carrier = self.carrier(at)
            done_to = self.behind_noun(at, trigger)
            return Deed(at, trigger, done_to, self.doer_of_noun(at, trigger, carrier), carrier)
        is_passive = trigger.form is not None and trigger.form.kind == "passive"
        if is_passive and "p" in trigger.takes:
            return Deed(at, trigger, self.behind_on(at + 1) or self.in_front_on(at), self.agent(at))
        if trigger.rule.is_suffered:
            return Deed(at, trigger, self.subject_phrase(at) or self.object_after(at), self.agent(at))
        done_to = self.suffered(at) if is_passive else self.object_of(at, trigger)
        return Deed(at, trigger, done_to, self.agent(at) if is_passive else self.subject(at, done_to))

    # what it was done to

    def object_of(self, at: int, trigger: Trigger) -> Phrase | None:
        """What an active verb was done to: behind "on", else the object behind or in front of the verb."""
        if "p" in trigger.takes:
            return self.behind_on(at + 1) or self.in_front_on(at)
        after = self.object_after(at)
        if after is not None and not self.is_subject(after):
            return after
        return self.object_before(at) or after

    def behind_on(self, start: int) -> Phrase | None:
        """The phrase behind "on", "at" or "into"; one that says when or how is passed over."""
        for at in range(start, min(start + _REACH, len(self.words))):
            if self.clauses.is_break(at) or (at > start and self.clauses.is_verb(at)):
                return None
            if self.words[at] in _ON and at + 1 not in self.clauses.sentence.timed:
                found = self.clauses.phrase_at(at + 1)
                if found is not None and self.can_be_hit(found):
                    return found
        return None

    def in_front_on(self, at: int) -> Phrase | None:
        """The phrase behind "on" in front of a deed: "по селу ударили"."""
        for back in range(at - 1, max(self.clauses.clause_start(at), at - _REACH) - 1, -1):
            if self.words[back] == "по" and back + 1 not in self.clauses.sentence.timed:
                found = self.clauses.phrase_at(back + 1)
                return found if found is not None and self.can_be_hit(found) else None
        return None

    def object_after(self, at: int) -> Phrase | None:
        """The first phrase without a preposition behind a verb, past adverbs, times and weapons."""
        ahead = at + 1
        while ahead < len(self.words) and ahead - at < _REACH and not self.clauses.is_break(ahead):
            word = self.words[ahead]
            if word in listed.PREPOSITIONS:
                ahead = self.past_adjunct(ahead)
                continue
            if ahead in self.clauses.sentence.timed or word in listed.ADVERBS:
                ahead += 1
                continue
            if self.clauses.is_verb(ahead) or word in listed.SUBORDINATORS | listed.CONJUNCTIONS | listed.PRONOUNS:
                return None
            found = self.clauses.phrase_at(ahead)
            if found is None:
                ahead += 1
            elif self.is_instrument(found):
                ahead = found.end
            else:
                return found
        return None

    def past_adjunct(self, at: int) -> int:
        """One past a prepositional phrase."""
        ahead = at + 1
        while ahead < len(self.words) and is_adjective(self.words[ahead]):
            ahead += 1
        return min(ahead + 1, len(self.words))

    def object_before(self, at: int) -> Phrase | None:
        """What stands in front of a verb and did not do it: "Село обстреляли"."""
        found = self.subject_phrase(at)
        is_doer = found is not None and (self.is_subject(found) or self.is_armed(found))
        return None if found is None or is_doer else found

    def subject_phrase(self, at: int) -> Phrase | None:
        """The nearest phrase before a verb that no preposition governs."""
        for back in self.clauses.people_back(at):
            start = self.start_of(back)
            is_word = self.words[back] not in NO_NOUN
            if is_word and back not in self.clauses.sentence.timed and not self.clauses.preposition_before(start):
                found = self.clauses.phrase_at(start)
                if found is not None and found.end > back and not self.clauses.is_verb(back):
                    return found
        return None

    def start_of(self, at: int) -> int:
        """Where the phrase that ends at a word begins."""
        start = at
        while start > 0 and at - start < 7:
            before = self.clauses.phrase_at(start - 1)
            is_other = (
                start - 1 in self.clauses.where and self.clauses.where.get(start) is not self.clauses.where[start - 1]
            )
            if before is None or before.end <= at or is_other:
                return start
            start -= 1
        return start

    def suffered(self, at: int) -> Phrase | None:
        """What a passive says it was done to: before it, else behind it."""
        before = self.subject_phrase(at)
        if before is not None and not self.is_doing_phrase(before) and self.can_be_hit(before):
            return before
        after = self.object_after(at)
        return after if after is not None and self.can_be_hit(after) else before

    def behind_noun(self, at: int, trigger: Trigger) -> Phrase | None:
        """What a deed named by a noun was done to."""
        if "p" in trigger.takes:
            return self.behind_on(at + 1)
        found = self.clauses.phrase_at(at + 1)
        if found is None or self.is_instrument(found):
            return self.behind_on(at + 1)
        is_sides = self.words[at].startswith(_FIRE) and self.named_force(found) is not None
        return self.behind_on(found.end) if is_sides else found

    def can_be_hit(self, phrase: Phrase) -> bool:
        """Whether the phrase names something of a class, a place or somebody."""
        inside = range(phrase.start, phrase.end)
        is_known = any(at in self.clauses.who or at in self.clauses.where for at in inside)
        return is_known or bool(classify(self.clauses.of(phrase)))

    # who did it

    def subject(self, at: int, done_to: Phrase | None) -> Who | None:
        """Whoever is the subject of an active verb, before it or behind it."""
        taken = range(0) if done_to is None else range(done_to.start, done_to.end)
        for back in self.clauses.people_back(self.main_verb_of(at)):
            if back not in taken and (who := self.acting(back)) is not None:
                return who
        for ahead in range(at + 1, min(at + _REACH, self.clauses.clause_end(at + 1))):
            if ahead not in taken and (who := self.acting(ahead)) is not None:
                return who
        return None

    def main_verb_of(self, at: int) -> int:
        """The word from which a verb's subject is looked for: a gerund has that of the clause before its comma."""
        trigger = triggers().get(self.words[at])
        form = trigger.form if trigger is not None else None
        opener = self.clauses.clause_start(at) - 1
        is_gerund = form is not None and form.kind == "gerund" and self.clauses.at(opener) == ","
        return opener if is_gerund else at

    def acting(self, at: int) -> Who | None:
        """Whoever the word names as a subject in the nominative; a weapon stands for whose it is."""
        who = self.clauses.who.get(at)
        if (who is not None and self.clauses.where.get(at) is None) or (who is not None and not self.is_placed(at)):
            return who if self.is_nominative(who) and not self.clauses.preposition_before(self.first_of(at)) else None
        if WEAPONS.of(self.words[at]) and is_nominative(self.words[at]):
            return self.whose(at)
        return self.people(at)

    def people(self, at: int) -> Who | None:
        """People without a name who act: "боевики", "неизвестные"."""
        word = self.words[at]
        is_owned = word in _OF_SOMEBODY
        if not (word in _DOERS or is_owned) or self.clauses.preposition_before(at):
            return None
        if word in listed.OFFICES:
            return self.holder(at)
        side = self.clauses.sides.by_adjective(self.clauses.tokens, at - 1) if at else None
        start = at - 1 if side is not None else at
        owner, end = self.owner(at) if side is None else (side, at + 1)
        if is_owned and owner is None:
            return None
        span = self.clauses.sentence.cover(start, end)
        text = span.of(self.clauses.sentence.text)
        named = (owner.state, owner.party) if owner is not None else ("", "")
        return Who(text, kind_of(word), text, span, state=named[0], party=named[1])

    def holder(self, at: int) -> Who:
        """Whoever holds an office without being named: "президент Карвии"."""
        owner, end = self.owner(at)
        span = self.clauses.sentence.cover(at, end)
        text = span.of(self.clauses.sentence.text)
        state, party = ("", "") if owner is None else (owner.state, owner.party)
        return Who(text, Kind.PERSON, text, span, text, state, party=party)

    def owner(self, at: int) -> tuple[Who | None, int]:
        """The side or state named right behind a word, as its genitive ("войска Карвии"), and the word after it."""
        owner = self.clauses.who.get(at + 1)
        if owner is None or not (owner.party or owner.state) or owner.kind is Kind.PERSON:
            return None, at + 1
        end = at + 1
        while self.clauses.who.get(end) is owner:
            end += 1
        return owner, end

    def is_placed(self, at: int) -> bool:
        """Whether the word only says where: behind a preposition."""
        return bool(self.clauses.preposition_before(self.first_of(at)))

    def first_of(self, at: int) -> int:
        """The first word of the name that a word is part of."""
        who = self.clauses.who.get(at)
        while at and self.clauses.who.get(at - 1) is who and who is not None:
            at -= 1
        return at

    def is_nominative(self, who: Who) -> bool:
        """Whether a name stands in the nominative, or in letters that no case changes."""
        words = fold(who.words).split()
        if fold(who.words) in self.clauses.sides.nominatives or who.words.isupper():
            return True
        head = next((word for word in words if is_person_word(word)), words[-1])
        is_adjective_too = all(is_nominative(word) for word in words[: words.index(head)])
        is_known = bool(who.entity) or (who.kind is not Kind.PERSON and who.name != who.words)
        if is_known and not is_person_word(head):
            return False  # in the nominative it would be among the names
        return is_nominative(head) and is_adjective_too

    def agent(self, at: int) -> Who | None:
        """Whoever a passive names in the instrumental: "обстрелян карвийскими войсками"."""
        ahead, end = at + 1, self.clauses.clause_end(at + 1)
        for here in range(ahead, min(end, at + _REACH)):
            who = self.clauses.who.get(here) or self.of_adjective(here)
            if who is not None and is_instrumental(self.words[here]):
                return who
            if (self.words[here], self.clauses.at(here + 1)) in _FROM_SIDE:
                return self.clauses.who.get(here + 2)
        return None

    def of_adjective(self, at: int) -> Who | None:
        """The side whose adjective stands there."""
        return self.clauses.sides.by_adjective(self.clauses.tokens, at)

    def doer_of_noun(self, at: int, trigger: Trigger, carrier: int) -> Who | None:
        """Whoever did a deed named by a noun: its adjective, genitive or instrumental, or its carrier's subject."""
        for back in range(at - 1, max(at - 4, -1), -1):
            if self.clauses.is_break(back) or self.clauses.is_verb(back) or self.words[back] in listed.PREPOSITIONS:
                break
            if (side := self.of_adjective(back)) is not None:
                return side
        return self.behind_doer(at, trigger) or self.carrying(carrier)

    def behind_doer(self, at: int, trigger: Trigger) -> Who | None:
        """The genitive of "удар Карвии по селу", the instrumental of "обстрел села Карвией", "со стороны Карвии"."""
        end = min(self.clauses.clause_end(at + 1), at + _REACH)
        found = self.clauses.phrase_at(at + 1)
        if found is not None and ("p" in trigger.takes or self.words[at].startswith(_FIRE)):
            named = self.named_force(found)
            if named is not None:
                return named
        for here in range(at + 1, end):
            if (self.words[here], self.clauses.at(here + 1)) in _FROM_SIDE:
                return self.clauses.who.get(here + 2) or self.clauses.who.get(here + 3)
            who = self.clauses.who.get(here)
            is_first = who is not None and self.first_of(here) == here
            if who is not None and is_first and is_instrumental(self.last_word(who)) and not self.is_placed(here):
                return who
        return None

    @staticmethod
    def last_word(who: Who) -> str:
        """The last word of a name."""
        return fold(who.words).split()[-1]

    def named_force(self, phrase: Phrase) -> Who | None:
        """The side or its forces that head a phrase behind a noun; a weapon stands for whose it is."""
        at = phrase.start
        who = self.clauses.who.get(at)
        if who is not None and (who.party or who.state) and who.kind is not Kind.PERSON:
            return None if self.clauses.where.get(at) is not None and who.kind is not Kind.STATE else who
        if WEAPONS.of(self.words[at]) or (at + 1 < phrase.end and WEAPONS.of(self.words[at + 1])):
            return self.whose(at if WEAPONS.of(self.words[at]) else at + 1)
        return None

    def whose(self, weapon: int) -> Who | None:
        """The side of a weapon: its adjective, or the name behind it."""
        for back in range(weapon - 1, max(weapon - 3, -1), -1):
            if (side := self.of_adjective(back)) is not None:
                return side
        who = self.clauses.who.get(weapon + 1) or self.clauses.who.get(weapon)
        return who if who is not None and (who.party or who.state) else None

    # a verb that carries the deed

    def carrier(self, noun: int) -> int:
        """The verb that carries a deed named by a noun, within its clause; -1 where none does."""
        known = carriers()
        first, end = self.clauses.clause_start(noun), self.clauses.clause_end(noun)
        near = (at for at in range(max(first, noun - 8), min(end, noun + 6)) if self.words[at] in known)
        return next(near, -1)

    def carrying(self, carrier: int) -> Who | None:
        """The subject of the verb that carries a deed, or whoever its passive names."""
        if carrier < 0:
            return None
        form = carriers()[self.words[carrier]]
        return self.agent(carrier) if form.kind == "passive" else self.subject(carrier, None)

    # kinds of phrase

    def is_subject(self, phrase: Phrase) -> bool:
        """Whether somebody in the nominative heads the phrase."""
        return any(self.acting(at) is not None for at in range(phrase.start, phrase.end))

    def is_armed(self, phrase: Phrase) -> bool:
        """Whether the phrase is a weapon that acts: "беспилотник атаковал"."""
        return any(WEAPONS.of(word) for word in self.clauses.of(phrase)[:2])

    def is_doing_phrase(self, phrase: Phrase) -> bool:
        """Whether the phrase in front of a passive is a weapon in the instrumental."""
        words = self.clauses.of(phrase)
        return bool(WEAPONS.of(words[0])) and is_instrumental(words[0])

    def is_instrument(self, phrase: Phrase) -> bool:
        """Whether the phrase says with what or by whom: a weapon or force in the instrumental."""
        words = self.clauses.of(phrase)
        head = next((word for word in words if WEAPONS.of(word)), "")
        if head:
            return is_instrumental(head)
        first = self.clauses.who.get(phrase.start)
        return first is not None and is_instrumental(self.last_word(first))

    def target_of(self, phrase: Phrase | None) -> Who | None:
        """The people or body that a phrase names; a building is a class and words."""
        if phrase is None:
            return None
        for at in range(phrase.start, phrase.end):
            who = self.clauses.who.get(at)
            if who is not None and self.clauses.where.get(at) is None:
                return who
        words = self.clauses.of(phrase)
        if not is_people(classify(words)) or not any(TARGETS.of(word) for word in words):
            return None
        span = self.clauses.span(phrase)
        side = next(self._sides(phrase), None)
        who = Who(span.of(self.clauses.sentence.text), Kind.GROUP, span.of(self.clauses.sentence.text), span)
        return who if side is None else replace(who, state=side.state, party=side.party)

    def _sides(self, phrase: Phrase) -> Iterator[Who]:
        for at in range(phrase.start, phrase.end):
            side = self.of_adjective(at)
            if side is not None:
                yield side

    def says_ours(self, deed: Deed) -> bool:
        """Whether the speaker's own side did it: "наши войска", "мы"."""
        return any(self.words[at] in _OURS for at in range(max(0, deed.at - 4), deed.at))
