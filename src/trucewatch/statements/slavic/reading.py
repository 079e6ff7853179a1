"""A line under the rules: where what was said must end, and who stands as the subject of a cue.

Decides bounds and subjects only. What was said is for ``contents``, ``direct`` and ``citing``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from trucewatch.language.lexicon import word_set
from trucewatch.language.slavic import words
from trucewatch.language.slavic.forms import form_in
from trucewatch.statements.slavic.lines import Line, Unit
from trucewatch.statements.slavic.phrases import (
    Phrase,
    body_inside,
    is_infinitive,
    is_verb_like,
    opens_insertion,
    past_prepositional,
    phrase_at,
    subject_before,
)
from trucewatch.statements.slavic.verbs import Verb

THAT = word_set("что чтобы якобы будто що щоб нібито начебто мовляв")
WHAT = word_set("как почему где когда сколько ли як чому де коли скільки чи")
SELF = word_set("этом том это сем чем этот цьому тому це те що чому")
INSIDE = word_set("в во у")
REACH = 26  # units between a cue and the comma or colon that opens what was said
_DOCUMENTS = tuple(
    sorted(
        word_set(
            """сообщени заявлени доклад отчет письм сводк докумен релиз пресс-релиз обращени публикаци послани
            повідомленн заяв доповід звіт лист зведенн реліз пресреліз зверненн публікаці"""
        )
    )
)
_TOLD = word_set("слова информацию сообщения сообщение сведения данные інформацію повідомлення відомості дані")


class LineReading:
    """One line with its ends."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.units = line.units
        self.last = len(line) - 1
        while self.last >= 0 and self.units[self.last].text in {".", "!", "?", "…", ";"}:
            self.last -= 1
        self.stops = sorted(self.stop_positions())

    def stop_positions(self) -> Iterator[int]:
        """Units at which a content ends at the latest: a further cue of the same speaker, a citing tail."""
        for at in range(1, len(self.units) - 1):
            is_comma = self.units[at].text == ","
            may_join = is_comma or self.units[at].lower in {"и", "а", "но", "та", "і", "й", "але"}
            is_result = self.line.at(at + 1) == "так" and self.line.at(at + 2) == "что"
            if (may_join and self.is_further(at + 1)) or (is_comma and (is_result or self.is_tail(at))):
                yield at

    def is_further(self, at: int) -> bool:
        """Whether a further cue of the same speaker stands there: "добавив, что", "также отметил, что"."""
        for ahead in range(at, min(at + 3, len(self.units))):
            verb = self.units[ahead].verb
            if verb is not None:
                is_gerund = verb.form.kind == "gerund" and self.units[at - 1].text == ","
                return (is_gerund or self.units[at - 1].text != ",") and self.opens_clause(ahead)
            if self.units[ahead].lower not in words.ADVERBS | words.CONJUNCTIONS:
                return False
        return False

    def opens_clause(self, cue: int) -> bool:
        """Whether "что" or a colon follows the cue closely."""
        for at in range(cue + 1, min(cue + 8, len(self.units))):
            if self.units[at].text == ":":
                return True
            if self.units[at].text == ",":
                return self.line.at(at + 1) in THAT | WHAT
        return False

    def is_tail(self, comma: int) -> bool:
        """Whether the comma opens an inverted cue that cites the whole: ", сообщает агентство"."""
        at = comma + 1
        while at < len(self.units) and (self.units[at].is_dash or self.line.at(at) in {"как", "як"}):
            at += 1
        verb = self.units[at].verb if at < len(self.units) else None
        if verb is None or "t" not in verb.takes or verb.form.kind != "finite":
            return False
        subject = self.subject_after(at)
        return subject is not None and not self.opens_clause(subject.last)

    def end_from(self, start: int) -> int:
        """The last unit of a content that begins at ``start``."""
        found = bisect_right(self.stops, start)
        end = self.stops[found] - 1 if found < len(self.stops) else self.last
        while end > start and self.units[end].text in {",", "—", "–", "-", ";"}:
            end -= 1
        return end

    def subject(self, at: int, verb: Verb, start: int, *, may_follow: bool = True) -> tuple[Phrase | None, int]:
        """Who speaks, and the last unit of cue and subject together; behind the cue only where it ``may_follow``."""
        if verb.form.kind == "impersonal":
            return self.document_source(start, at)
        before = subject_before(self.line, start, at) if verb.form.kind == "finite" else None
        if before is not None and not self.is_object(before):
            return before, at
        if verb.form.kind == "finite" and verb.form.number == "p":
            body = body_inside(self.line, start, at)
            if body is not None:
                return body, at
            body = self.body_after(at, verb)
            if body is not None:
                return body, body.last
        after = self.subject_after(at) if verb.form.kind == "finite" and may_follow else None
        return (after, after.last) if after is not None else (None, at)

    def own_start(self, start: int, at: int) -> int:
        """Where a cue's own words begin, behind another verb of the same subject: "встретился в среду и сказал"."""
        return next((i + 1 for i in range(at - 1, start - 1, -1) if is_verb_like(self.units[i])), start)

    def body_after(self, at: int, verb: Verb) -> Phrase | None:
        """The body of "сообщили в министерстве", behind a plural cue."""
        if verb.form.number != "p" or self.line.at(at + 1) not in INSIDE:
            return None
        return body_inside(self.line, at + 1, len(self.units))

    def past_insertion(self, end: int) -> int:
        """The last unit of a participle or relative clause in commas behind a phrase, or the phrase's own last."""
        if self.line.at(end + 1) != "," or end + 2 >= len(self.units) or not opens_insertion(self.line, end + 2):
            return end
        closing = (i for i in range(end + 2, min(end + REACH, self.last)) if self.line.at(i) == ",")
        return next(closing, end + 1) - 1

    def is_object(self, phrase: Phrase) -> bool:
        """Whether the words in front are what was said and no speaker: "об этом", "это"."""
        return self.line.at(phrase.first) in SELF or self.line.at(phrase.core - 1) in _TOLD

    def subject_after(self, at: int) -> Phrase | None:
        """The subject behind its verb: past adverbs, times and addressees."""
        ahead = at + 1
        while ahead < len(self.units) and ahead - at < REACH:
            unit = self.units[ahead]
            if unit.lower in words.ADVERBS or unit.is_time or self.is_addressee(ahead):
                ahead += 1
            elif unit.lower in words.PREPOSITIONS:
                ahead = self.past_adjunct(ahead)
                if ahead < 0:
                    return None
            elif self.is_no_subject(unit):
                return None
            else:
                return phrase_at(self.line, ahead)
        return None

    @staticmethod
    def is_no_subject(unit: Unit) -> bool:
        """Whether no subject can begin with the unit: a mark, a verb, "как"."""
        is_verb = (is_verb_like(unit) and unit.who is None) or is_infinitive(unit)
        return unit.lower in {"как", "як"} or not unit.is_word or is_verb

    def is_addressee(self, at: int) -> bool:
        """Whether the word is told something: "журналистам", or an agency in Latin letters before an office."""
        lower = self.line.at(at)
        is_latin = lower.isascii() and lower.isalpha() and bool(form_in(self.line.at(at + 1), words.OFFICES))
        return is_latin or lower in words.ADDRESSEES

    def past_adjunct(self, at: int) -> int:
        """One past "в среду", "в интервью агентству"; -1 where no subject stands behind it."""
        ahead = at + 1
        while ahead < len(self.units) and self.units[ahead].is_time:
            ahead += 1
        if ahead == at + 1:
            ahead = past_prepositional(self.line, at, min(at + REACH, len(self.units)))
        is_over = ahead >= len(self.units) or not self.units[ahead].is_word
        return -1 if is_over else ahead

    def document_source(self, start: int, cue: int) -> tuple[Phrase | None, int]:
        """Whose document says it: "говорится в сообщении министерства", "в заявлении мэрии говорится"."""
        for at in range(start, min(cue + 6, len(self.units) - 1)):
            lower = self.line.at(at + 1)
            if self.line.at(at) in INSIDE | {"на"} and lower.startswith(_DOCUMENTS):
                owner = phrase_at(self.line, at + 2) if at + 2 != cue else None
                if owner is not None and (owner.core <= cue or at > cue):
                    return owner, max(cue, owner.last if at > cue else cue)
        return None, cue
