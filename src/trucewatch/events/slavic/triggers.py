"""Russian and Ukrainian words that tell of an incident, with the ACLED sub-event type they stand for.

Decides which verbs and nouns are triggers and what each takes. Whether one counts where it stands is for
``candidates``. Own compilation over the ACLED codebook's definitions; names no place and no party.

What a trigger takes: o an object; p what stands behind "on", "at" or "into"; s nothing, its subject suffers it. What
it asks for: H people, P a place, W a weapon among its words, F a verb that opens fire, A any place or person at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from trucewatch.events.rules import (
    ABDUCTION,
    ARREST,
    DISRUPTED,
    LOOTING,
    PROTEST,
    RIOT,
    TERRITORY,
    TRANSFER,
    Need,
    Rule,
)
from trucewatch.events.weapons import AIR, ATTACK, CLASH, EXPLOSIVE, SHELLING
from trucewatch.language.slavic.conjugation import Form, forms_of, passives_of
from trucewatch.language.slavic.declension import forms_of_noun

_ACTS = {
    "air": AIR, "shelling": SHELLING, "attack": ATTACK, "clash": CLASH, "explosive": EXPLOSIVE, "looting": LOOTING,
    "abduction": ABDUCTION, "arrest": ARREST, "disrupted": DISRUPTED, "territory": TERRITORY, "transfer": TRANSFER,
    "protest": PROTEST, "riot": RIOT,
}  # fmt: skip
_NEEDS = {"H": Need.HUMAN, "P": Need.PLACE, "W": Need.WEAPON, "A": Need.OBJECT, "F": Need.SIDES}

#: act, what it takes and asks for (g: the weapon or target decides the act; c: a consequence; n: needs a cause), harm.
_VERBS = {
    "ru": """
shelling o -: обстрелять:обстрелян обстреливать
air pgA -: ударить ударять бить/бь
air ogA -: поразить:поражен поражать
air o -: бомбить разбомбить:разбомблен бомбардировать
attack ogA -: атаковать:атакован
attack pgA -: напасть=напа/напад нападать
clash pgA -: стрелять выстрелить
clash oA -: штурмовать
attack oH -: казнить:казнен расстрелять:расстрелян расстреливать пытать замучить:замучен обезглавить:обезглавлен
attack ogcH killed: убить/убь:убит убивать
attack ogH killed: ликвидировать:ликвидирован застрелить:застрелен зарезать/зареж
attack sgcH killed: погибнуть=погиб погибать
attack sgcnH killed: умереть=умер скончаться
attack ogcH wounded: ранить:ранен
attack sgcnH wounded: пострадать
looting ogcA damaged: повредить:поврежден повреждать
looting ogcA destroyed: разрушить:разрушен разрушать уничтожить:уничтожен уничтожать
looting oA -: поджечь=поджег~подожг:подожжен разграбить:разграблен сжечь=сжег~сожг:сожжен грабить ограбить:ограблен
    жечь=жег~жг/жж громить разгромить:разгромлен
looting sgcA -: загореться/загор сгореть=сгоре
attack oH -: избить/изобь:избит избивать побить/побь:избит изнасиловать:изнасилован зарезать/зареж
abduction oH -: похитить:похищен похищать
arrest o -: арестовать:арестован арестовывать
arrest oH -: задержать:задержан задерживать
explosive oA -: взорвать/взорв:взорван подорвать/подорв:подорван взрывать
explosive sA -: подорваться/подорв взорваться/взорв взрываться разорваться/разорв сдетонировать сработать
shelling pgW -: попасть=попа/попад упасть=упа/упад выпустить:выпущен запустить:запущен выпускать запускать
    бросить:брошен сбросить:сброшен
    кинуть метнуть швырнуть
territory oP -: захватить:захвачен захватывать занять:занят оккупировать:оккупирован освободить:освобожден
    отбить:отбит
territory pP -: вторгнуться=вторг
transfer oP -: вывести=выве:выведен отвести=отве:отведен
disrupted oW -: сбить/собь:сбит сбивать перехватить:перехвачен перехватывать
clash - -: отстреливаться перестреливаться
protest A -: протестовать митинговать
""",
    "uk": """
shelling o -: обстріляти:обстріляний обстрілювати
air pgA -: вдарити ударити вдаряти поцілити влучити влучати
air ogA -: уразити:уражений вразити:вражений уражати
air o -: бомбити розбомбити:розбомблений бомбардувати
attack ogA -: атакувати:атакований
attack pgA -: напасти=напа/напад нападати
clash pgA -: стріляти вистрілити
clash oA -: штурмувати
attack oH -: стратити:страчений розстріляти:розстріляний розстрілювати катувати закатувати:закатований
attack ogcH killed: вбити/вб':вбитий убити/уб':убитий вбивати
attack ogH killed: ліквідувати:ліквідований застрелити:застрелений
attack sgcH killed: загинути гинути
attack sgcnH killed: померти=помер
attack ogcH wounded: поранити:поранений травмувати:травмований
attack sgcnH wounded: постраждати
looting ogcA damaged: пошкодити:пошкоджений пошкоджувати
looting ogcA destroyed: зруйнувати:зруйнований руйнувати знищити:знищений знищувати
looting oA -: підпалити:підпалений розграбувати:розграбований пограбувати:пограбований спалити:спалений палити
    громити розгромити:розгромлений
looting sgcA -: загорітися згоріти
attack oH -: побити/поб'ю:побитий бити зґвалтувати:зґвалтований
abduction oH -: викрасти=викра/викрад:викрадений викрадати
arrest o -: заарештувати:заарештований арештувати:арештований
arrest oH -: затримати:затриманий затримувати
explosive oA -: підірвати/підірв:підірваний висадити підривати
explosive sA -: підірватися/підірв вибухнути вибухати розірватися/розірв здетонувати спрацювати
shelling pgW -: впасти=впа/впад випустити:випущений запустити:запущений випускати запускати кинути:кинутий
    скинути:скинутий
    жбурнути
territory oP -: захопити:захоплений захоплювати зайняти:зайнятий окупувати:окупований звільнити:звільнений
    відбити:відбитий
territory pP -: вторгнутися=вторг
transfer oP -: вивести=виве:виведений відвести=відве:відведений
disrupted oW -: збити/зіб':збитий збивати перехопити:перехоплений
clash - -: відстрілюватися перестрілюватися
protest A -: протестувати мітингувати
""",
}

#: Nouns of both languages: with what they take as a genitive behind them (o whom or what it was done to, a who did it).
_NOUNS = """
shelling ao -: обстрел обстріл артобстрел артобстріл минобстрел
air pgA -: удар
air a -: авиаудар авіаудар авиаудари авианалет/авианалет авіаналіт/авіанальот бомбардировка бомбежка бомбардування
air pgA -: налет/налет наліт/нальот
attack pgA -: атака нападение напад
attack oH -: расстрел розстріл казнь страта убийство вбивство убивство пытка тортури катування
attack ocH killed: гибель загибель
explosive A -: взрыв вибух подрыв підрив детонация детонація
clash - -: перестрелка перестрілка стычка сутичка боестолкновение
explosive - -: теракт самоподрыв
attack oH -: избиение побиття линчевание резня різанина расправа розправа
shelling a -: канонада
clash A -: бой/бо бій/бо столкновение зіткнення штурм
clash gA -: выстрел постріл стрельба стрілянина
clash apgF -: огонь/огн вогонь/вогн
abduction oH -: похищение викрадення
arrest oH -: арест арешт задержание затримання
territory oP -: захват захоплення
territory pP -: вторжение вторгнення
looting oA -: поджог підпал диверсия диверсія грабеж мародерство мародерство
protest A -: митинг мітинг демонстрация демонстрація
riot A -: беспорядки заворушення
"""

#: Verbs that carry a deed named by a noun: their subject is the doer.
_CARRYING = {
    "ru": """нанести=нанес/нанес:нанесен наносить совершить:совершен совершать осуществить:осуществлен осуществлять
    провести=прове/провед:проведен предпринять:предпринят открыть:открыт открывать вести=ве/вед начать:начат
    продолжать продолжить:продолжен
    устроить:устроен""",
    "uk": """завдати/завдад:завданий завдавати здійснити:здійснений здійснювати вчинити:вчинений
    провести=прове:проведений
    відкрити:відкритий відкривати вести=ві~ве/вед розпочати:розпочатий продовжувати продовжити
    влаштувати:влаштований нанести=наніс~нанес""",
}


@dataclass(frozen=True, slots=True)
class Trigger:
    """One word that tells of an incident. ``form`` is that of a verb, None for a noun."""

    rule: Rule
    takes: str
    form: Form | None = None
    lemma: str = ""

    @property
    def is_noun(self) -> bool:
        """Whether it names the deed."""
        return self.form is None


@cache
def triggers() -> Mapping[str, Trigger]:
    """Every form of every trigger, in both languages: a report in one quotes the other."""
    found: dict[str, Trigger] = {}
    for tongue, table in _VERBS.items():
        for rule, takes, verb in _rows(table):
            for word, form in verb_forms(verb, tongue):
                found.setdefault(word, Trigger(rule, takes, form, verb))
    for rule, takes, noun in _rows(_NOUNS):
        for word in forms_of_noun(noun):
            found.setdefault(word, Trigger(rule, takes, None, noun))
    return found


@cache
def carriers() -> Mapping[str, Form]:
    """Every form of the verbs that carry a deed named by a noun."""
    return {
        word: form
        for tongue, verbs in _CARRYING.items()
        for verb in verbs.split()
        for word, form in verb_forms(verb, tongue)
    }


def verb_forms(verb: str, tongue: str) -> Iterator[tuple[str, Form]]:
    """Every form of a verb as the tables write it: its infinitive, its passive behind ":", and all that is finite."""
    active, _, passive = verb.partition(":")
    infinitive = active.partition("/")[0].partition("=")[0]
    yield infinitive, Form("infinitive")
    if passive:
        yield from passives_of(passive, tongue)
    yield from forms_of(active, tongue)


def _rows(table: str) -> Iterator[tuple[Rule, str, str]]:
    for row in table.strip().replace("\n    ", " ").splitlines():
        head, _, words = row.partition(": ")
        act, marks, harm = head.split()
        need = next((_NEEDS[mark] for mark in marks if mark in _NEEDS), Need.NOTHING)
        rule = Rule(_ACTS[act], need, "c" in marks, "g" in marks, harm.strip("-"), "n" in marks, "s" in marks)
        for word in words.split():
            yield rule, "".join(mark for mark in marks if mark in "opsa"), word
