"""What a Russian or Ukrainian saying does by what it says, whatever verb reports it.

Decides that an assertion which lays harm to another side accuses, and that one which calls what was said false, or says
no to a charge against its speaker's side, denies. Never looks at which side that is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from trucewatch.language.lexicon import begins, word_set
from trucewatch.language.model import Analysis, Token
from trucewatch.language.organs import organ_party
from trucewatch.language.slavic import words
from trucewatch.language.slavic.sides import Sides
from trucewatch.language.tokens import fold
from trucewatch.statements.model import Act, Statement
from trucewatch.statements.placing import with_id
from trucewatch.statements.sides import share_side
from trucewatch.values import Kind, Who

#: By their beginnings, words of harm that somebody does to somebody.
_HARM = begins(
    """обстрел обстрі атак удар вдар бомб взорв взрыв підірв підрив вибух стрел стріл застрел застріл расстрел розстріл
    казн страт убит убил вбив вбит наруш поруш захват захоп похи викра ранил порани поджег поджо підпал сжег сожг спал
    разгра розгра пограб пыта катув уничтож знищ разруш зруйн огонь вогонь гранат снаряд срыв зрива сорва зірва
    повред пошкод напал напад расправ грабит грабув мародер минир мінува замин заміну прячет ховає прихов удержив
    утрим избил побил побит бьют б'ют вторг вдер блокир блоку препят перешко угрож погрож сорвал зрив провок
    штурм занял зайняв захвач выстрел обезгл издев знуща пленил полон причаст причетн винова винува
    виновн прикрыва прикрива депорт выселя виселя"""
)
#: By their beginnings, what is said of things that are not so.
FALSE = begins(
    """лож лжи неправд фейк выдумк вымыс сказк казк казкою брехн вигадк маячн клевет наклеп бред нісеніт абсурд нонсенс
    чуш дурниц вранье брешут"""
)
#: By their beginnings, what one's own side may say it has not done: harm, and coming and going with arms.
_DEED = (*_HARM, "стрел", "стріл", "целил", "цілил", "причаст", "причетн", "нанос", "завдав", "применя", "застосов",
         "входил", "заход", "пересека", "перетин", "участвов", "брал", "виновн", "винн", "трога", "чіпа",
         "участи")  # fmt: skip
_LONGEST_VERDICT = 12  # words; a saying that says more does not only call another false
_NO = word_set("не нет ни никто ничего никогда немає ні ніхто нічого ніколи жоден жодна жодного неправда")
_NOBODY = word_set("никто ніхто никаких жодних жоден ніяких никакого жодного ни")
_WAS = ("было", "були", "було", "были", "вел", "нанос", "завдав", "мало")
_TO_COME = ("ет", "ит", "ут", "ют", "ят", "ат", "ем", "им", "ить", "уть", "ють", "ять", "ає", "имо", "емо")
_READ = 240  # words of one saying that are read, so that sayings in sayings cost no more than their length
_LOOK_BACK = 5  # sayings before an answer among which the charge stands
_NEAR = 12  # words between a side and the harm laid to it
_NOMINATIVE = ("ий", "ый", "ой", "ая", "ое", "ие", "ые", "ські", "цькі", "зькі", "ська", "цька", "зька", "ське", "цьке",
               "ими", "ыми", "им", "ым")  # fmt: skip
_OPEN = frozenset({Act.ASSERT, Act.CONFIRM, Act.ANNOUNCE, Act.PLEDGE})
#: Armed bodies in the nominative, which act.
_ACTORS = word_set(
    """армия военные войска солдаты полиция полицейские повстанцы боевики мятежники сепаратисты партизаны силовики
    армія військові війська солдати поліція поліцейські повстанці бойовики заколотники сепаратисти партизани"""
)
#: By their beginnings, what one side owes another under a truce; left undone, it is complained of.
_OWED = begins(
    """верн поверн пропуск пропуст выполн викон отвел отвод відв освобо звільн отпус відпус соблюд дотрим пуска допус
    выве выво вив переда сдал здал исполня прекра припин"""
)
_LIABILITY = ("ответственност", "відповідальн", "вина", "вину", "провина")
_ENEMIES = word_set("противник враг неприятель соседи сосед ворог супротивник сусіди сусід")
_BANDS = word_set(
    """контрабандисты бандиты мародеры преступники наемники террористы браконьеры диверсанты провокаторы вооруженные
    контрабандисти бандити мародери злочинці найманці терористи браконьєри диверсанти провокатори озброєні"""
)
_FROM = word_set("с со из з із зі")
_LINES = ("берег", "позиц", "сторон", "територ", "террит", "направл", "боку", "окоп", "пост")


def told_by_content(analysis: Analysis, statements: Sequence[Statement]) -> list[Statement]:
    """The statements, in the order given, each with the act that its content does."""
    reader = _Reader(analysis)
    found: list[Statement] = []
    for statement in statements:
        found.append(reader.read(statement, found[-_LOOK_BACK:]) if statement.act in _OPEN else statement)
    return found


class _Reader:
    """The words of one document, by the spans of what was said."""

    def __init__(self, analysis: Analysis) -> None:
        self.tokens = analysis.tokens
        self.starts = [token.span.start for token in analysis.tokens]
        self.situation = analysis.situation
        self.sides = Sides(analysis.situation)
        self.names = {who.span.start: who for who in analysis.names if who.span is not None}

    def read(self, statement: Statement, before: Sequence[Statement]) -> Statement:
        """The statement with its act."""
        said = list(islice(self.said(statement), _READ))
        lowers = [token.lower.replace("ё", "е") for token in said]
        is_no = self.is_verdict(lowers) or self.is_answer(statement, lowers, before)
        if is_no or self.is_disowned(statement, said, lowers):
            return with_id(replace(statement, act=Act.DENY, is_negated=True))
        accused = self.accused(statement, said, lowers) if statement.act is not Act.PLEDGE else None
        if accused is None:
            return statement
        return with_id(replace(statement, act=Act.ALLEGE, accused=(accused,)))

    def said(self, statement: Statement) -> Iterator[Token]:
        """The tokens of what was said."""
        for span in statement.content:
            yield from self.tokens[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]

    @staticmethod
    def is_verdict(lowers: Sequence[str]) -> bool:
        """Whether it says of something told that it is false: "это ложь", "ці слова — брехня"."""
        ends = [at for at, word in enumerate(lowers) if word in {".", "!", "?"}]
        first = lowers[: ends[0]] if ends else lowers
        return len(first) <= _LONGEST_VERDICT and any(word.startswith(FALSE) for word in first)

    @staticmethod
    def is_answer(statement: Statement, lowers: Sequence[str], before: Sequence[Statement]) -> bool:
        """Whether it says no to a charge against its speaker's side."""
        charged = any(
            one.act is Act.ALLEGE and share_side(one.accused, statement.speakers) for one in before if one.accused
        )
        noes = [at for at, word in enumerate(lowers) if word in _NO]
        is_no = any(word not in {"не", "ни", "ні"} for word in (lowers[at] for at in noes)) or any(
            at + 1 < len(lowers) and not lowers[at + 1].endswith(_TO_COME) for at in noes
        )
        return charged and is_no

    def is_disowned(self, statement: Statement, said: Sequence[Token], lowers: Sequence[str]) -> bool:
        """Whether it says that its speaker's side did not do harm, or nobody of it: "мы не стреляли"."""
        if not any(who.party for who in statement.speakers):
            return False
        for at, word in enumerate(lowers):
            if not (word.startswith(_DEED) and _is_denied(lowers, at)):
                continue
            others = [who for i in range(at) if (who := self.acting(said, lowers, i)) is not None]
            if not others or share_side(others, statement.speakers):
                return True
        return False

    def accused(self, statement: Statement, said: Sequence[Token], lowers: Sequence[str]) -> Who | None:
        """The other side, where it acts and harm is told near it."""
        liable = self.liable(said, lowers)
        if liable is not None and not share_side((liable,), statement.speakers):
            return liable
        harms = [at for at, word in enumerate(lowers) if word.startswith(_HARM) and not _is_denied(lowers, at)]
        undone = (at for at, word in enumerate(lowers) if word.startswith(_OWED) and lowers[at - 1 : at] == ["не"])
        harms += [at for at in undone if not _is_perfective(lowers[at])]
        if not harms:
            return None
        for at, token in enumerate(said):
            who = self.acting(said, lowers, at) or self.firing_from(said, lowers, at)
            who = who or self.opposed(statement, token, lowers[at])
            if who is None or share_side((who,), statement.speakers):
                continue
            if not (who.party or who.state or lowers[at] in _BANDS):
                continue
            if any(abs(at - harm) <= _NEAR for harm in harms):
                return replace(who, words=token.text, span=token.span) if who.span is None else who
        return None

    def liable(self, said: Sequence[Token], lowers: Sequence[str]) -> Who | None:
        """Whom responsibility lies with: "ответственность лежит на Фронте"."""
        at = next((i for i, word in enumerate(lowers) if word.startswith(_LIABILITY)), -1)
        on = next((i for i in range(at + 1, len(lowers)) if lowers[i] == "на"), -1) if at >= 0 else -1
        return self.side_at(said, lowers, on + 1) if 0 < on < len(said) - 1 else None

    def side_at(self, said: Sequence[Token], lowers: Sequence[str], at: int) -> Who | None:
        """The side that the word names in whatever case: by name, by adjective, or as a bare armed body."""
        who = self.names.get(said[at].span.start) or self.sides.by_adjective(said, at)
        if who is not None and (who.party or who.state):
            return who
        party = organ_party(lowers[at], self.situation)
        return Who(said[at].text, Kind.GROUP, said[at].text, said[at].span, party=party) if party else None

    def acting(self, said: Sequence[Token], lowers: Sequence[str], at: int) -> Who | None:
        """The side that stands there as whoever acts: a name in the nominative, an adjective of those who act."""
        is_placed = at > 0 and lowers[at - 1] in words.PREPOSITIONS
        if is_placed:
            return None
        who = self.names.get(said[at].span.start)
        party = organ_party(lowers[at], self.situation) if lowers[at] in _ACTORS else ""
        if party:
            return Who(said[at].text, Kind.GROUP, said[at].text, said[at].span, party=party)
        if who is not None and who.kind is not Kind.PERSON and fold(who.words) in self.sides.nominatives:
            return who
        return self.sides.by_adjective(said, at) if lowers[at].endswith(_NOMINATIVE) else None

    def opposed(self, statement: Statement, token: Token, word: str) -> Who | None:
        """Whom one of two sides calls its enemy; a band without a side is itself."""
        if word in _BANDS:
            return Who(token.text, Kind.GROUP, token.text, token.span)
        if word not in _ENEMIES:
            return None
        own = {who.party for who in statement.speakers if who.party}
        others = {who.party: who for who in self.names.values() if who.party and who.party not in own}
        if len(own) != 1 or len(others) != 1:
            return None
        return replace(next(iter(others.values())), words=token.text, span=token.span)

    def firing_from(self, said: Sequence[Token], lowers: Sequence[str], at: int) -> Who | None:
        """Whose bank or lines fire comes from: "с толмарского берега", "з боку Карвії"."""
        if at == 0 or lowers[at - 1] not in _FROM:
            return None
        near = lowers[at + 1 : at + 3]
        if lowers[at] in {"стороны", "боку"} and at + 1 < len(said):
            return self.side_at(said, lowers, at + 1)
        return self.sides.by_adjective(said, at) if any(word.startswith(_LINES) for word in near) else None


def _is_perfective(word: str) -> bool:
    """Whether a verb without "will" is to come: "не отпустит"; what is not done now or was not stays undone."""
    return word.endswith(("ит", "нет", "аст", "дет", "ить", "сть", "ять"))


def _is_denied(lowers: Sequence[str], at: int) -> bool:
    """Whether the harm is said not to be: "не обстреливали", "обстрелов не было", "ніхто з військових не заходив"."""
    is_absent = lowers[at + 1 : at + 2] == ["нет"] or lowers[at + 1 : at + 2] == ["немає"]
    is_undone = lowers[at + 1 : at + 2] == ["не"] and any(w.startswith(_WAS) for w in lowers[at + 2 : at + 3])
    is_denied = bool(_NO.intersection(lowers[max(0, at - 2) : at])) or bool(_NOBODY.intersection(lowers[:at]))
    return is_absent or is_undone or is_denied
