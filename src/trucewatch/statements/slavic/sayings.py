"""Sayings of one line: a cue, who speaks, and which words were said, all as units.

Decides by construction alone, with the act that the verb does. A construction that is not listed here gives nothing.
Never decides who the speaker is.
"""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.language.lexicon import begins, word_set
from trucewatch.language.slavic import words
from trucewatch.language.slavic.conjugation import Form
from trucewatch.language.slavic.forms import form_in
from trucewatch.statements.model import Act
from trucewatch.statements.slavic.acting import FALSE
from trucewatch.statements.slavic.citing import SOURCES, Citing
from trucewatch.statements.slavic.lines import Line
from trucewatch.statements.slavic.model import Range, Saying
from trucewatch.statements.slavic.phrases import Phrase, clause_start, is_verb_like, subject_before
from trucewatch.statements.slavic.reading import INSIDE, REACH
from trucewatch.statements.slavic.verbs import REJECTING, SILENT, Verb

_SAID_THINGS = begins(
    """обвинен утвержден заявлен сообщен информац слух причастн ответственн вину вины верси звинувачен тверджен заяв
    повідомлен інформац чутк причетн відповідальн провин версі данные дані закид упрек"""
)
#: By their beginnings, in the instrumental, what a deed is called that accuses whoever did it.
_CRIMES = begins(
    """нарушением порушенням преступлен злочин провокаци провокаці агресси агресі убийств вбивств террор терор
    геноцид варварств предательств зрад разбо розбо пиратств піратств"""
)
_EXCLUDING = ("исключ", "виключ")
_COMMENT = word_set(
    """комментировать комментариев комментария комментарии прокомментировать отвечать ответить говорить коментувати
    прокоментувати коментарів коментаря коментарі відповідати відповісти говорити"""
)
_ASKING = ("прос", "попрос", "прин", "просив", "перепрос")
_ABSTAINING = ("воздерж", "утрим")
_COMMENTS = ("коммент", "комент")
_PARDON = word_set("прощения извинения извинений вибачення пробачення вибачень")
_POINTING = word_set("это эти этот эту этого такие все це ці цей цю цього такі усі")
_POINTED = 4  # words of what stands between subject and verb
_OWN = word_set("свою своей свои своє свою своєї свої своих своїх любую любые любі будь-яку всякую")
_NOBODY = word_set("никто ніхто жоден жодна жодне")
_BLAME = word_set("ответственность вину відповідальність провину вина")
_FOLLOWS = 4  # units between what was said and a further cue of the same speaker
_MUTUAL = {("друг", "друга"), ("друг", "друг"), ("один", "одного"), ("одне", "одного"), ("одна", "одну")}


def sayings_of(line: Line) -> list[Saying]:
    """Every saying of the line, by the place of its cue."""
    return list(_Finder(line).sayings())


class _Finder(Citing):
    """One pass over the cues of a line."""

    def sayings(self) -> Iterator[Saying]:
        at = 0
        before = self.headed()
        if before is not None:
            yield before
        while at < len(self.units):
            found = self.at(at)
            if found is not None:
                found.follows = before if found.subject is None and _goes_on_from(before, at) else None
                before = found
                yield found
                at = max(found.cue[1], at)
            at += 1

    def at(self, at: int) -> Saying | None:
        unit = self.units[at]
        if unit.lower in SOURCES:
            return self.according(at)
        if unit.lower.startswith(_ASKING) or unit.lower.startswith(_ABSTAINING):
            found = self.set_phrase(at)
            if found is not None:
                return found
        if unit.verb is None and unit.who is None and is_verb_like(unit) and not unit.is_closed_class:
            return self.mannered(at)
        if unit.verb is None or (unit.text[:1].isupper() and at and unit.who is not None):
            return None
        return self.verbal(at, unit.verb)

    def set_phrase(self, at: int) -> Saying | None:
        """As in "попросил прощения", "принёс извинения", "від коментарів утримався"."""
        near = {self.line.at(i) for i in (*range(max(0, at - 3), at), *range(at + 1, at + 4))}
        is_silent = self.units[at].lower.startswith(_ABSTAINING) and any(w.startswith(_COMMENTS) for w in near)
        if not is_silent and not (near & _PARDON and self.units[at].lower.startswith(_ASKING)):
            return None
        act = Act.DECLINE if is_silent else Act.APOLOGISE
        start = clause_start(self.line, at)
        subject, end = self.subject(at, Verb(self.units[at].lower, act, "x", Form("finite")), start)
        return Saying(self.line, act, (at, at), subject, [], region=(start, max(at, end)))

    def mannered(self, at: int) -> Saying | None:
        """As in "«Кто стрелял?» — вздыхает она": a verb of no list that stands where speech is reported."""
        if clause_start(self.line, at) != at or not self.is_dash_opened(at, at):
            return None
        return self.inverted(at, Verb(self.units[at].lower, Act.ASSERT, "t", Form("finite")), at)

    def verbal(self, at: int, verb: Verb) -> Saying | None:
        act, is_negated = self.act_of(at, verb)
        if act is None or self.is_nobody(clause_start(self.line, at), at):
            return None
        if act is Act.DECLINE:
            return self.declined(at, verb)
        readers = {"a": self.accusing, "r": self.refusing, "x": self.apologising, "c": self.calling, "b": self.blaming}
        reader = readers.get(verb.takes)
        found = reader(at, verb) if reader is not None else self.saying(at, verb, act)
        if found is not None:
            found.is_negated = is_negated and verb.needs_negation is False
            found.number = verb.form.number
        return found

    def is_nobody(self, start: int, at: int) -> bool:
        """Whether the subject is nobody: "никто", "ни одна из сторон"."""
        return any(
            self.line.at(i) in _NOBODY or (self.line.at(i) in {"ни", "ні"} and self.line.at(i + 1).startswith("од"))
            for i in range(start, at)
        )

    def act_of(self, at: int, verb: Verb) -> tuple[Act | None, bool]:
        is_negated = self.line.at(at - 1) in words.NEGATIONS
        if not is_negated and verb.lemma.startswith(_EXCLUDING):
            return (Act.DENY if self.opens_clause(at) else None), False  # "исключил, что пуля выпущена отсюда"
        if not is_negated:
            return (None if verb.needs_negation else verb.act), False
        if verb.needs_negation:
            return verb.act, True
        if verb.act is Act.ACKNOWLEDGE:
            return Act.DENY, False
        return (Act.DECLINE if verb.lemma in SILENT else None), True

    def saying(self, at: int, verb: Verb, act: Act) -> Saying | None:
        start = clause_start(self.line, at)
        found = (self.cited_as(at, verb) or self.inverted(at, verb, start)) if "t" in verb.takes else None
        if found is not None:
            found.act = act
            return found
        subject, cue_end = self.subject(at, verb, start)
        content, lead = self.content_after(at, cue_end, verb)
        told = subject_before(self.line, start, at) if "n" in verb.takes and subject is not None else None
        if not content and told is not None and subject is not None and subject.first > at and told.core == at:
            content = [(told.first, told.core - 1)]  # "эти сведения подтвердил Берг"
        if not content and act in {Act.DENY, Act.CONFIRM}:
            pointed = self.pointed_at(start, at)
            if pointed is not None:
                subject, content = subject_before(self.line, start, pointed[0]) or subject, [pointed]
        if not content:
            return self.foregoing(at, verb, subject, start)
        if act is Act.DENY and verb.lemma in REJECTING and lead is None and not self.is_said_thing(content[0]):
            act = Act.REFUSE
        region = (self.own_start(start, at), max(content[0][0] - 1, at))
        return Saying(self.line, act, (at, at), subject, content, region=region, lead=lead)

    def pointed_at(self, start: int, at: int) -> Range | None:
        """What stands between subject and verb and only points: "это опроверг", "ці закиди відкинув"."""
        near = range(max(start, at - _POINTED), at)
        first = next((i for i in near if self.line.at(i) in _POINTING), -1)
        if first < 0:  # "правительство обвинения отвергло", "армия своей вины не признаёт"
            first = next((i for i in near if i > start and self.line.at(i).startswith(_SAID_THINGS)), -1)
            first -= first > start + 1 and self.line.at(first - 1) in _OWN
        last = at - 1 - (self.line.at(at - 1) in words.NEGATIONS)
        is_plain = 0 <= first <= last and all(
            self.units[i].is_word and not self.units[i].is_closed_class for i in range(first, last + 1)
        )
        return (first, last) if is_plain else None

    def is_said_thing(self, part: Range) -> bool:
        """Whether the object is a saying: "обвинения", "эти сообщения"."""
        near = [self.line.at(i) for i in range(part[0], min(part[0] + 4, part[1] + 1))]
        return any(word.startswith(_SAID_THINGS) for word in near)

    def accusing(self, at: int, verb: Verb) -> Saying | None:
        """X обвинил Y в том, что …; X обвинил Y в обстреле."""
        start = clause_start(self.line, at)
        subject, end = self.subject(at, verb, start, may_follow=False)
        first = end + 1
        link = next((i for i in range(first + 1, min(first + REACH, self.last)) if self.line.at(i) in INSIDE), -1)
        if link < 0 or any(not self.units[i].is_word and self.units[i].quotation is None for i in range(first, link)):
            return self.accusing_barely(at, subject, first, start)
        words_ = tuple(self.line.at(i) for i in range(first, link))
        is_mutual = words_[:2] in _MUTUAL
        content, lead = self.charge(link + 1)
        return Saying(
            self.line, Act.ALLEGE, (at, at), subject, content, None if is_mutual else (first, link - 1), is_mutual,
            region=(start, link), lead=lead,
        )  # fmt: skip

    def accusing_barely(self, at: int, subject: Phrase | None, first: int, start: int) -> Saying | None:
        """Тавень обвиняет Заречье; обвинили в нарушениях армию: the deed unsaid, or before who did it."""
        part = self.to_boundary(first)
        if part is None:
            return None
        begin, content = part[0], list[Range]()
        if (self.line.at(begin), self.line.at(begin + 1)) in _MUTUAL:
            return Saying(self.line, Act.ALLEGE, (at, at), subject, [], None, is_mutual=True, region=(start, at))
        if self.line.at(begin) in INSIDE | {"во"}:
            begin = next((i for i in range(part[0] + 2, part[1] + 1) if self.is_somebody(i)), -1)
            if begin < 0:
                return None
            content = [(part[0] + 1, begin - 1)]
        elif not self.is_somebody(begin):
            return None
        return Saying(self.line, Act.ALLEGE, (at, at), subject, content, (begin, part[1]), region=(start, at))

    def is_somebody(self, at: int) -> bool:
        """Whether a side, a body or people stand there, in any case."""
        unit = self.units[at]
        return unit.who is not None or any(form_in(unit.lower, nouns) for nouns in (words.BODIES, words.GROUPS))

    def charge(self, first: int) -> tuple[list[Range], Range | None]:
        """Of what somebody is accused, from the unit behind "в"."""
        if self.line.at(first) in {"том", "тому"}:
            opened = self.clause_after(first)
            if opened is not None:
                return opened
        part = self.to_boundary(first)
        return ([part] if part is not None else []), None

    def refusing(self, at: int, verb: Verb) -> Saying | None:
        """Отказался комментировать; отказался вывести войска; отказался от предложения."""
        start = clause_start(self.line, at)
        subject, end = self.subject(at, verb, start)
        near = {self.line.at(i) for i in range(end + 1, end + 4)}
        if near & _COMMENT:
            return Saying(self.line, Act.DECLINE, (at, at), subject, [], region=(start, at))
        first = end + 1
        if self.line.at(first) in {"от", "від"}:
            part = self.to_boundary(first + 1)
        else:
            infinitive = self.infinitive_from(first)
            part = (infinitive, self.end_from(infinitive)) if infinitive >= 0 else None
        return None if part is None else Saying(self.line, verb.act, (at, at), subject, [part], region=(start, at))

    def apologising(self, at: int, verb: Verb) -> Saying | None:
        start = clause_start(self.line, at)
        subject, end = self.subject(at, verb, start)
        part = self.to_boundary(end + 2) if self.line.at(end + 1) == "за" else None
        content = [part] if part is not None else []
        return Saying(self.line, verb.act, (at, at), subject, content, region=(start, end))

    def blaming(self, at: int, verb: Verb) -> Saying | None:
        """Возложил ответственность за обстрел на Y."""
        start = clause_start(self.line, at)
        subject, end = self.subject(at, verb, start, may_follow=False)
        if self.line.at(end + 1) not in _BLAME or self.line.at(end + 2) not in {"за", "на"}:
            return None
        part = self.to_boundary(end + 2)
        places = {self.line.at(i): i for i in range(part[1], part[0] - 1, -1)} if part is not None else {}
        if part is None or "на" not in places or "за" not in places:
            return None
        deed, on = places["за"], places["на"]
        content = (deed + 1, on - 1 if on > deed else part[1])
        accused = (on + 1, part[1] if on > deed else deed - 1)
        if content[0] > content[1] or accused[0] > accused[1]:
            return None
        return Saying(self.line, verb.act, (at, end + 1), subject, [content], accused, region=(start, at))

    def calling(self, at: int, verb: Verb) -> Saying | None:
        """Назвал удар «преступлением»: only where what it is called stands in quotation marks."""
        start = clause_start(self.line, at)
        subject, end = self.subject(at, verb, start)
        for ahead in range(end + 1, min(end + REACH, self.last + 1)):
            if self.units[ahead].lower.startswith(FALSE) and ahead > end + 1:
                content = [(end + 1, ahead)]
                return Saying(self.line, Act.DENY, (at, at), subject, content, region=(start, at))
            if self.units[ahead].quotation is not None and ahead > end + 1:
                content = [(end + 1, ahead)]
                return Saying(self.line, verb.act, (at, at), subject, content, region=(start, at))
            if self.units[ahead].lower.startswith(_CRIMES) and ahead > end + 1:
                return self.called_a_crime(at, subject, (end + 1, ahead), start)
            if not self.units[ahead].is_word or (is_verb_like(self.units[ahead]) and self.units[ahead].who is None):
                return None
        return None

    def called_a_crime(self, at: int, subject: Phrase | None, content: Range, start: int) -> Saying:
        """As in "назвала действия армии грубым нарушением": whoever stands in the object is accused."""
        named = next((i for i in range(content[0], content[1]) if self.is_somebody(i)), -1)
        accused = (named, named) if named >= 0 else None
        act = Act.ALLEGE if accused is not None else Act.ASSERT
        return Saying(self.line, act, (at, at), subject, [content], accused, region=(start, at))

    def declined(self, at: int, verb: Verb) -> Saying | None:
        start = clause_start(self.line, at)
        subject, end = self.subject(at, verb, start)
        return Saying(self.line, Act.DECLINE, (at, at), subject, [], region=(start, max(end, at)))


def _goes_on_from(before: Saying | None, at: int) -> bool:
    """Whether a cue without a subject stands right behind what the saying before it said."""
    if before is None or not before.content:
        return False
    return 0 < at - before.content[-1][1] <= _FOLLOWS
