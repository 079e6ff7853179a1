"""Citing without a clause of its own: "по словам X", "как сообщил X", "об этом сообщил X".

Decides which words the citation covers. Never decides whom it names.
"""

from __future__ import annotations

from itertools import pairwise

from trucewatch.language.lexicon import word_set
from trucewatch.language.slavic import words
from trucewatch.statements.model import Act
from trucewatch.statements.slavic.contents import ABOUT
from trucewatch.statements.slavic.direct import Direct
from trucewatch.statements.slavic.model import Range, Saying
from trucewatch.statements.slavic.phrases import Phrase, phrase_at
from trucewatch.statements.slavic.reading import SELF, THAT
from trucewatch.statements.slavic.verbs import Verb

SOURCES: dict[str, frozenset[str]] = {
    "по": word_set(
        """словам данным информации мнению утверждению утверждениям версии оценке оценкам сообщению сообщениям
        заявлению свидетельству сведениям подсчетам расчетам признанию"""
    ),
    "со": word_set("слов ссылкой"),
    "за": word_set(
        """словами даними інформацією повідомленням повідомленнями версією оцінкою оцінками твердженням твердженнями
        підрахунками відомостями свідченнями"""
    ),
    "зі": word_set("слів"),
    "на": word_set("думку переконання"),
    "согласно": word_set("данным заявлению сообщению информации докладу отчету"),
    "згідно": word_set("даними повідомленням заявою доповіддю звітом"),
}
_THEIR = word_set("его ее их його її їх їхніми їхніх їхньою собственным")
_TAIL_MARKS = frozenset({",", "—", "–", "-"})


class Citing(Direct):
    """A line with its citations."""

    def cited_as(self, at: int, verb: Verb) -> Saying | None:
        """Как сообщил X, …; …, как сообщает X."""
        opener = at - 1
        while opener >= 0 and (self.line.at(opener) in words.ADVERBS or self.units[opener].is_time):
            opener -= 1
        subject: Phrase | None = None
        if opener >= 1 and self.line.at(opener) not in {"как", "як"} and self.line.at(opener - 1) in {"как", "як"}:
            subject, opener = phrase_at(self.line, opener), opener - 1
        if opener < 0 or self.line.at(opener) not in {"как", "як"}:
            return None
        if opener and self.line.at(opener - 1) not in {",", "—", "–"}:
            return None
        found = subject or self.body_after(at, verb) or self.subject_after(at)
        if found is None:
            return None
        end = max(found.last, at)
        content = self.around(opener, end)
        if not content:
            return None
        return Saying(
            self.line, verb.act, (opener, at) if opener == at - 1 else (at, at), found, content, region=(opener, end)
        )

    def headed(self) -> Saying | None:
        """A headline that names its speaker before a colon or behind a dash."""
        return self.before_colon() or self.behind_dash()

    def behind_dash(self) -> Saying | None:
        """As in "Мост цел, – Генштаб": only a headline, and only where the speaker ends it."""
        if not self.line.is_headline:
            return None
        at = next((i for i in range(self.last - 1, 0, -1) if self.units[i].is_dash), -1)
        subject = phrase_at(self.line, at + 1) if at > 1 else None
        if subject is None or subject.core <= self.last or subject.is_pronoun:
            return None
        left = self.left_of(at)
        if left is None or not any(self.units[i].is_word for i in left):
            return None
        return Saying(self.line, Act.ASSERT, (at, at), subject, [left], region=(at, self.last))

    def before_colon(self) -> Saying | None:
        """As in "Генштаб: мост цел"."""
        subject = phrase_at(self.line, 0) if self.units else None
        if subject is not None and not self.line.is_headline and not self.opens_speech(subject.core):
            return None
        if subject is None or self.line.at(subject.core) != ":" or subject.core >= self.last:
            return None
        content, _ = self.after_colon(subject.core) or ([], None)
        cue = (subject.core, subject.core)
        return Saying(self.line, Act.ASSERT, cue, subject, content, region=(0, subject.core)) if content else None

    def opens_speech(self, colon: int) -> bool:
        """Whether a quotation follows a colon at once."""
        return self.line.at(colon) == ":" and colon < self.last and self.units[colon + 1].quotation is not None

    def around(self, first: int, last: int) -> list[Range]:
        """What stands on both sides of an insertion: before its comma, and after the comma that closes it."""
        content: list[Range] = []
        if first > 1 and self.line.at(first - 1) in {",", "—", "–"}:
            left = self.left_of(first - 1)
            if left is not None:
                content.append(left)
        after = last + 1
        if after < self.last and self.units[after].text in _TAIL_MARKS | {":"}:
            after += 1 + (self.units[after + 1].is_dash)
            if after <= self.last and self.line.at(after) not in THAT:
                content.append((after, self.end_from(after) if not self.units[after].quotation else after))
        return content

    def according(self, at: int) -> Saying | None:
        """По словам X, …; за даними X, …."""
        noun = at + 1
        possessive = self.line.at(noun) in _THEIR
        noun += possessive
        if self.line.at(noun) == "з":
            noun += 1
        if self.line.at(noun) not in SOURCES[self.units[at].lower]:
            return None
        subject = None if possessive else phrase_at(self.line, noun + 1)
        if subject is None and not possessive:
            return None
        end = noun if subject is None else self.past_insertion(subject.last)
        is_first = all(unit.is_closed_class for unit in self.units[:at])
        if not is_first and self.line.at(at - 1) not in {",", "—", "–"}:
            return None
        if is_first and self.line.at(end + 1) not in {",", "—", "–", ":"}:
            return None
        content = self.around(at if not is_first else 0, end)
        if not content:
            return None
        found = Saying(self.line, Act.ASSERT, (at, noun), subject, content, region=(at, end))
        found.is_possessive = possessive
        return found

    def foregoing(self, at: int, verb: Verb, subject: Phrase | None, start: int) -> Saying | None:
        """As in "Об этом сообщил Берг": what was said is the sentence before, or stands in front of the cue."""
        if (
            start + 1 < at
            and self.line.at(start) in ABOUT
            and self.line.at(start + 1) not in SELF
            and "o" in verb.takes
        ):
            if subject is None or subject.first < at:
                return None
            return Saying(self.line, verb.act, (at, at), subject, [(start + 1, at - 1)], region=(at, subject.last))
        head = [self.line.at(i) for i in range(start, at)]
        pairs = set(pairwise(head))
        if (
            start
            or not pairs & {("об", "этом"), ("о", "этом"), ("про", "це")}
            or subject is None
            or "t" not in verb.takes
        ):
            return None
        return Saying(self.line, verb.act, (at, at), subject, [], is_foregoing=True, region=(start, subject.last))
