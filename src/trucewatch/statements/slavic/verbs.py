"""The verbs of saying that the Russian and Ukrainian rules know, with their acts and what they take.

What a verb takes: t a clause with "that", direct speech or a colon; o "about" and a noun; n an object; i an infinitive;
k "to" and a noun; c an object and what it is called; a whom it accuses, and of what; b blame for a thing on somebody;
r what it refuses; x nothing. Own compilation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from trucewatch.language.lexicon import word_set
from trucewatch.language.slavic.conjugation import Form, forms_of
from trucewatch.statements.model import Act

_TABLE = {
    "ru": """
assert to: сказать/скаж заявить заявлять сообщить сообщать рассказать/расскаж рассказывать говорить проинформировать
    информировать доложить докладывать написать/напиш писать/пиш передать передавать
assert t: отметить отмечать подчеркнуть подчеркивать добавить добавлять пояснить пояснять уточнить уточнять объяснить
    объяснять указать/укаж указывать утверждать констатировать напомнить напоминать ответить отвечать заметить замечать
    считать полагать парировать заверить заверять продолжить продолжать заключить резюмировать настаивать подытожить
    предположить предполагать допустить допускать твердить усомниться
    прокомментировать комментировать признаться/призна признаваться уверить уверять пожаловаться жаловаться
    посетовать сетовать возразить возражать прогнозировать выразить процитировать цитировать
assert tn: зафиксировать
assert c: назвать/назов называть
announce tno: объявить объявлять анонсировать
confirm tn: подтвердить подтверждать
acknowledge tn: признать признавать
deny tn: опровергнуть=опроверг опровергать отрицать отвергнуть=отверг отвергать
allege a: обвинить обвинять винить заподозрить подозревать упрекнуть=упрек упрекать уличить
allege b: возложить возлагать
pledge tin: пообещать обещать поклясться=покля/поклян клясться=кля/клян божиться гарантировать обязаться
demand tin: потребовать требовать
request tik: призвать/призов призывать попросить/попрос просить
warn to: предупредить предупреждать предостеречь=предостерег
threaten ti: пригрозить грозить угрожать
offer tin: предложить предлагать
refuse r: отказаться/откаж отказываться
apologise x: извиниться извиняться
""",
    "uk": """
assert to: сказати/скаж казати/каж заявити заявляти повідомити повідомляти розповісти=розпові/розповід розповідати
    говорити поінформувати проінформувати інформувати доповісти=допові/доповід доповідати написати/напиш писати/пиш
    передати передавати
assert t: зазначити зазначати відзначити відзначати наголосити наголошувати підкреслити підкреслювати додати додавати
    пояснити пояснювати уточнити уточнювати вказати/вкаж вказувати стверджувати нагадати нагадувати
    відповісти=відпові/відповід відповідати зауважити зауважувати вважати констатувати запевнити запевняти переконувати
    зізнатися зізнаватися поскаржитися скаржитися прогнозувати продовжити підсумувати
    припустити припускати твердити погодитися погоджуватися
    прокоментувати коментувати наполягати резюмувати процитувати цитувати з'ясувати встановити рапортувати
assert tn: зафіксувати
assert c: назвати/назв називати
announce tno: оголосити оголошувати анонсувати
confirm tn: підтвердити підтверджувати
acknowledge tn: визнати визнавати
deny tn: заперечити заперечувати спростувати спростовувати відкинути відкидати
allege a: звинуватити звинувачувати обвинуватити обвинувачувати винуватити підозрювати запідозрити дорікнути=дорікну
    дорікати
allege b: покласти=покла/поклад покладати
pledge tin: пообіцяти обіцяти поклястися=покля/поклян клястися=кля/клян божитися гарантувати зобов'язатися
demand tin: вимагати зажадати
request tik: закликати попросити/попрос просити
warn to: попередити попереджати застерегти=застеріг~застерег застерігати
threaten ti: пригрозити погрожувати
offer tin: запропонувати пропонувати
refuse r: відмовитися відмовлятися
apologise x: вибачитися вибачатися
""",
}
#: These say something only where they are denied: "не исключил, что".
_ONLY_NEGATED = {
    "ru": "исключить исключать скрывать скрыть/скро",
    "uk": "виключити виключати приховувати приховати",
}
#: Denied, these decline to answer; others say nothing.
SILENT = word_set(
    """подтвердить подтверждать прокомментировать комментировать ответить отвечать уточнить уточнять
    підтвердити підтверджувати прокоментувати коментувати відповісти=відпові/відповід відповідати уточнити уточнювати"""
)
REJECTING = word_set("отвергнуть=отверг отвергать відкинути відкидати")

#: Short adjectives that say what somebody holds to be so.
_SURE = {
    "ru": {"убежден": "m", "убеждена": "f", "убеждены": "p", "уверен": "m", "уверена": "f", "уверены": "p"},
    "uk": {"переконаний": "m", "переконана": "f", "переконані": "p", "певен": "m", "певна": "f", "певні": "p",
           "впевнений": "m", "впевнена": "f", "впевнені": "p"},
}  # fmt: skip
IMPERSONAL = {
    "ru": {"говорится": Act.ASSERT},
    "uk": {"йдеться": Act.ASSERT, "ідеться": Act.ASSERT, "мовиться": Act.ASSERT},
}


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb of saying."""

    lemma: str
    act: Act
    takes: str
    form: Form
    needs_negation: bool = False


def plain(word: str) -> str:
    """The word as the tables write it: small letters, ё as е."""
    return word.replace("ё", "е")


@cache
def verbs_of(tongue: str) -> Mapping[str, Verb]:
    """Every form of every verb of one language."""
    found: dict[str, Verb] = {}
    for verb, act, takes in _rows(_TABLE[tongue]):
        for word, form in forms_of(verb, tongue):
            found.setdefault(word, Verb(verb, act, takes, form))
    for verb in _ONLY_NEGATED[tongue].split():
        found.update((word, Verb(verb, Act.ASSERT, "tn", form, True)) for word, form in forms_of(verb, tongue))
    for word, number in _SURE[tongue].items():
        found[word] = Verb(word, Act.ASSERT, "t", Form("finite", number))
    for word, act in IMPERSONAL[tongue].items():
        found[word] = Verb(word, act, "to", Form("impersonal"))
    return found


def _rows(table: str) -> Iterator[tuple[str, Act, str]]:
    for row in table.strip().replace("\n ", " ").splitlines():
        head, _, verbs = row.partition(": ")
        act, takes = head.split()
        for verb in verbs.split():
            yield verb, Act(act), takes
