"""What stands after a cue: the clause, the colon, the object, the infinitive.

Decides which words were said and where they end. A construction that is not listed gives nothing.
"""

from __future__ import annotations

from trucewatch.language.lexicon import word_set
from trucewatch.language.slavic import words
from trucewatch.statements.slavic.lines import Unit
from trucewatch.statements.slavic.model import Range
from trucewatch.statements.slavic.phrases import is_infinitive, is_verb_like
from trucewatch.statements.slavic.reading import REACH, SELF, THAT, WHAT, LineReading
from trucewatch.statements.slavic.verbs import Verb

ABOUT = word_set("о об обо про")
_TO = word_set("к ко до")
_OBJECT_PRONOUNS = word_set("его ее их него себя его її їх його себе мене нас")


class Contents(LineReading):
    """A line with what may follow a cue."""

    def content_after(self, at: int, cue_end: int, verb: Verb) -> tuple[list[Range], Range | None]:
        """What was said, and the "что" in front of it; ([], None) where nothing follows that the verb takes."""
        if "t" in verb.takes:
            opened = self.clause_after(cue_end)
            if opened is not None:
                return opened
        start = max(at, cue_end) + 1
        while start <= self.last and (
            self.units[start].is_time or self.line.at(start) in words.ADVERBS | words.ADDRESSEES
        ):
            start += 1
        if start > self.last:
            return [], None
        part = self.object_at(start, verb)
        return ([part], None) if part is not None else ([], None)

    def clause_after(self, cue_end: int) -> tuple[list[Range], Range | None] | None:
        """The content that "что", a colon or an opening quotation begins."""
        at = cue_end + 1
        while at <= self.last and at - cue_end < REACH:
            unit, is_next = self.units[at], at == cue_end + 1
            if unit.text == ":":
                return self.after_colon(at)
            if unit.quotation is not None:
                return ([(at, at)], None) if is_next else None
            if unit.text == "," or (unit.lower in THAT and is_next):
                opened = self.subordinate(at + (unit.text == ","))
                if opened is not None:
                    return opened
                at = self.closing_comma(at)
            elif self.is_passed(unit):
                at += 1
            else:
                return None
            if at < 0:
                return None
        return None

    def subordinate(self, at: int) -> tuple[list[Range], Range | None] | None:
        """The clause that "что", "будто" or a question word at the unit opens."""
        if self.line.at(at) in THAT and at < self.last:
            is_quoted = self.line.quotation(at + 1) is not None and not self.units[min(at + 2, self.last)].is_word
            return [(at + 1, at + 1 if is_quoted else self.end_from(at + 1))], (at, at)
        return ([(at, self.end_from(at))], None) if self.line.at(at) in WHAT and at <= self.last else None

    @staticmethod
    def is_passed(unit: Unit) -> bool:
        """Whether the unit may stand between a cue and the comma or colon that opens what was said."""
        if unit.is_word:
            return unit.who is not None or not is_verb_like(unit)
        return unit.text in {"(", ")", "-"}

    def after_colon(self, colon: int) -> tuple[list[Range], Range | None] | None:
        """What a colon opens: a quotation, or the rest of the sentence."""
        first = colon + 1
        if first < len(self.units) and self.units[first].is_dash:
            first += 1
        if first > self.last:
            return None
        if self.units[first].quotation is not None and not (first < self.last and self.units[first + 1].is_word):
            return [(first, first)], None
        return [(first, self.last if self.line.is_spoken else self.end_from(first))], None

    def closing_comma(self, at: int) -> int:
        """The comma that closes what the given one opens, where "что" or nothing but a time stands between."""
        for ahead in range(at + 1, min(at + 14, self.last)):
            if self.units[ahead].text == ",":
                return ahead
            if not self.units[ahead].is_word or self.units[ahead].verb is not None:
                return -1
        return -1

    def object_at(self, start: int, verb: Verb) -> Range | None:
        """What the verb takes without a clause: an object, "about" with a noun, an infinitive, "to" with a noun."""
        lower = self.line.at(start)
        if "o" in verb.takes and lower in ABOUT and self.line.at(start + 1) not in SELF:
            return self.to_boundary(start + 1)
        if "i" in verb.takes:
            at = self.infinitive_from(start)
            if at >= 0:
                return (at, self.end_from(at))
        if "k" in verb.takes:
            at = next((i for i in range(start, min(start + 5, self.last)) if self.line.at(i) in _TO), -1)
            return self.to_boundary(at + 1) if at >= 0 else None
        if "n" in verb.takes and self.units[start].is_word and lower not in words.PREPOSITIONS | words.SUBORDINATORS:
            return self.to_boundary(start) if lower not in words.PRONOUNS | _OBJECT_PRONOUNS else None
        return None

    def infinitive_from(self, start: int) -> int:
        """Where an infinitive stands, past whoever is urged; -1 where none does before a mark."""
        for at in range(start, min(start + 8, self.last + 1)):
            unit = self.units[at]
            if not unit.is_word or unit.lower in words.SUBORDINATORS:
                return -1
            if is_infinitive(unit):
                return at - (self.line.at(at - 1) in words.NEGATIONS)
        return -1

    def is_joined_cue(self, at: int) -> bool:
        """Whether "and" joins another cue of the same speaker: an object has no verb of its own to join."""
        verb = self.units[at + 1].verb if at < self.last else None
        return (
            self.line.at(at) in {"и", "а", "но", "та", "і", "й", "але"}
            and verb is not None
            and verb.form.kind == "finite"
        )

    def to_boundary(self, start: int) -> Range | None:
        """An object to the first comma that does not go on with it."""
        if start > self.last:
            return None
        limit = self.end_from(start)
        for at in range(start, limit + 1):
            goes_on = self.line.at(at + 1).startswith(("котор", "як", "что", "що", "если", "якщо"))
            if self.units[at].text in {",", ";"} and not goes_on:
                return (start, at - 1) if at > start else None
            if at > start and (self.units[at].is_dash or self.is_joined_cue(at)):
                return (start, at - 1)
        return (start, limit)
