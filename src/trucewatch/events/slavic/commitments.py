"""Commitments in Russian and Ukrainian, in their plain forms: who would give what to whom, and how far that has come.

Decides by a verb of promising, asking, refusing or giving and the goods it takes. A ceasefire is an agreement, not
something given. Never decides whether a promise was kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from trucewatch.documents.model import BlockKind
from trucewatch.events.model import Commitment
from trucewatch.events.rules import OTHER, Rule
from trucewatch.events.slavic.clauses import Clauses, Phrase
from trucewatch.events.slavic.mentions import Scene
from trucewatch.events.slavic.roles import Deed, Roles
from trucewatch.events.slavic.settings import find_when
from trucewatch.events.slavic.stems import Stems
from trucewatch.events.slavic.triggers import Trigger, verb_forms
from trucewatch.events.standing import governing
from trucewatch.language.lexicon import word_set
from trucewatch.language.slavic.conjugation import Form
from trucewatch.situation.model import Stage
from trucewatch.statements.model import Act
from trucewatch.values import Amount, Kind, Span, Who, make_id

_CUES = {
    Stage.OFFERED: """ru пообещать обещать обязаться гарантировать предложить предлагать
        uk пообіцяти обіцяти зобов'язатися гарантувати запропонувати пропонувати""",
    Stage.AGREED: """ru согласиться согласовать/согласу:согласован одобрить:одобрен договориться утвердить:утвержден
        uk погодитися погодити:погоджений схвалити:схвалений домовитися затвердити:затверджений""",
    Stage.REFUSED: "ru отказаться/откаж отказываться отклонить uk відмовитися відмовлятися відхилити",
    Stage.WITHDRAWN: """ru приостановить:приостановлен заморозить:заморожен uk призупинити:призупинений
        заморозити:заморожений""",
    Stage.SOUGHT: """ru потребовать требовать попросить/попрос просить/прос призвать/призов призывать запросить
        uk вимагати зажадати просити попросити закликати закликати запросити""",
    Stage.PLANNED: "ru планировать рассматривать обсуждать обсудить uk планувати розглядати обговорювати обговорити",
    Stage.DELIVERED: """ru передать:передан передавать поставить:поставлен поставлять выделить:выделен выделять
        предоставить:предоставлен предоставлять вернуть:возвращен направить:направлен отправить:отправлен
        освободить:освобожден отпустить:отпущен обменяться вывести=выве:выведен отвести=отве:отведен доставить:доставлен
        uk передати:переданий передавати поставити:поставлений постачати виділити:виділений виділяти надати:наданий
        надавати повернути:повернений направити:направлений відправити:відправлений звільнити:звільнений
        відпустити:відпущений обмінятися вивести=виве:виведений відвести=відве:відведений доставити:доставлений""",
}
_MUST = word_set("должен должна должны должно обязан обязаны має мають повинен повинна повинні зобов'язані")
_READY = word_set("готов готова готово готовы готовий готові")
_INTENDING = word_set("намерен намерена намерены")
_GOODS = Stems({
    "security guarantees": "гарант~",
    "humanitarian aid": "гуманитарн~ гуманітарн~ медикамент~ лекарств~ продовольств~ ліки вода",
    "military assistance": "военную військову военной військової",
    "weapons": """оружи~ зброя боеприпас~ боєприпас~ ракет~ снаряд~ танк гаубиц~ беспилотн~ безпілотн~ дрон~ комплекс~
        системы системи систем систему вооружен~ озброєн~ истребител~ винищувач~ бронемашин~ бронетехник~ орудие""",
    "observers": "наблюдатель спостерігач~",
    "troops": """войска військ~ войск военных военнослуж~ військових солдат~ контингент~ бригад~ миротворц~
    миротворців
        батальон~ отряд отряды сили силы подразделени~ підрозділ~""",
    "prisoners": """задержанн~ затриман~ заключенн~ в'язн~ ув'язнен~ пленных пленными пленные полонен~
    військовополонен~ военнопленн~ заложник~
    заручник~""",
    "other": "тело тела тіла тіло",
    "territory": "территори~ територі~",
    "money": "доллар~ долар~ евро євро гривн~ гривен~ рубл~ миллион~ мільйон~ миллиард~ мільярд~ млн млрд",
    "resources": "минерал~ мінерал~ ресурс~",
})  # fmt: skip
_FREEING = ("переда", "верн", "повер", "освобо", "звіль", "отпус", "відпус", "обмен", "обмін", "привез")
_MOVING = ("выве", "виве", "отве", "відве", "направ", "отправ", "відправ")
_AID = ("помощ", "допомог", "поддержк", "підтримк")
_DATIVE = ("у", "ю", "е", "и", "і", "ї", "ам", "ям", "ому", "ему", "ові", "еві", "ой", "ій")
_IFS = word_set("если якщо")
_REACH = 14
_NEAR = 8  # words between a promise and the giving that it is of
_BY_ACT = {
    Act.PLEDGE: Stage.OFFERED, Act.OFFER: Stage.OFFERED, Act.DEMAND: Stage.SOUGHT, Act.REQUEST: Stage.SOUGHT,
    Act.REFUSE: Stage.REFUSED,
}  # fmt: skip


def find_commitments(scene: Scene, sentences: Iterable[Clauses]) -> tuple[Commitment, ...]:
    """The commitments of a document, in text order; what a headline promises is told by the text below it."""
    found = [(clauses, one) for clauses in sentences for one in _of_sentence(scene, clauses)]
    in_text = {one.what for clauses, one in found if clauses.sentence.kind is not BlockKind.HEADLINE}
    return tuple(
        one for clauses, one in found if clauses.sentence.kind is not BlockKind.HEADLINE or one.what not in in_text
    )


def _is_freed(clauses: Clauses, at: int, what: str) -> bool:
    """Whether people are handed over or let go: then soldiers too are prisoners, not forces that are sent."""
    return what == "troops" and clauses.words[at].startswith(_FREEING)


def _is_deed(clauses: Clauses, at: int) -> bool:
    """Whether forces moved already: an event and no commitment; so is what an accusation tells."""
    form = _words()[clauses.words[at]][1] if clauses.words[at] in _words() else None
    is_done = form is not None and (form.is_past or form.kind == "passive") and clauses.words[at].startswith(_MOVING)
    accusing = governing(clauses.sentence, clauses.tokens[at].span)
    return is_done or any(statement.act is Act.ALLEGE for statement in accusing)


def _of_sentence(scene: Scene, clauses: Clauses) -> Iterator[Commitment]:
    """One commitment for each kind of goods that a sentence commits, at the stage that its first cue tells."""
    taken = set[str]()
    for at, stage in _cues(clauses):
        if _is_deed(clauses, at):
            continue
        for what, phrase in _goods(clauses, at):
            what = "prisoners" if _is_freed(clauses, at, what) else what  # noqa: PLW2901
            if what == "money" and (worth := _worth_of(clauses, phrase)) is not None:
                what, phrase = worth  # noqa: PLW2901
            if what not in taken:
                taken.add(what)
                yield _read(scene, clauses, at, stage, what, phrase)


def _worth_of(clauses: Clauses, phrase: Phrase) -> tuple[str, Phrase] | None:
    """What the money buys where that follows at once: "500 млн долларов военной помощи"."""
    for start in range(phrase.start, min(phrase.end + 2, len(clauses.words))):
        further = clauses.phrase_at(start)
        what = _class_of(clauses.of(further)) if further is not None else ""
        if further is not None and what not in {"", "money"}:
            return what, Phrase(phrase.start, further.end)
    return None


def _cues(clauses: Clauses) -> Iterator[tuple[int, Stage]]:
    """The words that commit, with the stage each tells; one behind a promise is left to the promise."""
    known = _words()
    governed = -_NEAR
    for at, word in enumerate(clauses.words):
        if word in _READY | _INTENDING:
            governed = at
            yield at, Stage.OFFERED if word in _READY else Stage.PLANNED
        elif word in known and clauses.at(at - 1) != "не":
            stage, form = known[word]
            if form.kind in {"impersonal", "gerund"} or (form.kind == "infinitive" and at - governed < _NEAR):
                continue
            if form.kind == "infinitive":
                if not any(clauses.at(at - back) in _MUST for back in (1, 2, 3)):
                    continue  # nobody promises it
                stage = Stage.AGREED
            governed = at
            is_to_come = stage is Stage.DELIVERED and not form.is_past and form.kind == "finite"
            yield at, Stage.OFFERED if is_to_come else stage


@cache
def _words() -> Mapping[str, tuple[Stage, Form]]:
    found: dict[str, tuple[Stage, Form]] = {}
    for stage, listed in _CUES.items():
        tongue = "ru"
        for verb in listed.split():
            if verb in {"ru", "uk"}:
                tongue = verb
                continue
            for word, form in verb_forms(verb, tongue):
                found.setdefault(word, (stage, form))
    return found


def _goods(clauses: Clauses, at: int) -> Iterator[tuple[str, Phrase]]:
    """What the cue commits, behind it in its clause; before it where the cue is a passive."""
    form = _words().get(clauses.words[at], (None, Form("")))[1]
    is_in_front = form.kind == "passive" or (form.kind == "finite" and form.number == "p" and not form.is_past)
    first = clauses.clause_start(at) if is_in_front else at + 1
    here, end = first, min(clauses.clause_end(at + 1), at + _REACH)
    if clauses.at(end) == "," and clauses.at(end + 1) in {"что", "що", "чтобы", "щоб"}:
        end = min(clauses.clause_end(end + 2), end + _REACH)
    while here < end:
        phrase = clauses.phrase_at(here)
        if phrase is None:
            here += 1
            continue
        what = _class_of(clauses.of(phrase))
        if what:
            yield what, phrase
        here = max(phrase.end, here + 1)


def _class_of(words: tuple[str, ...]) -> str:
    """What is given: aid by its kind, goods before the money that they are worth."""
    found = next((what for word in words if (what := _GOODS.of(word))), "")
    if any(word.startswith(_AID) for word in words):
        is_military = found == "military assistance" or any(
            word.startswith(("воен", "оборон", "військ")) for word in words
        )
        return "humanitarian aid" if found == "humanitarian aid" else "military assistance" if is_military else ""
    is_only_adjective = found == "military assistance" or (found == "humanitarian aid" and len(words) == 1)
    if found == "security guarantees" and not any(word.startswith(("безоп", "безпек")) for word in words):
        return ""
    return "" if is_only_adjective else found


def _read(scene: Scene, clauses: Clauses, at: int, stage: Stage, what: str, phrase: Phrase) -> Commitment:
    trigger = clauses.tokens[at].span
    statements = governing(clauses.sentence, trigger)
    statement = statements[0] if statements else None
    if statement is not None and stage is Stage.DELIVERED:
        stage = _BY_ACT.get(statement.act, stage)
    form = _words().get(clauses.words[at], (None, None))[1]
    doer = None if form is not None and form.kind == "passive" else Roles(clauses).subject(at, phrase)
    if doer is None and statement is not None and len(statement.speakers) == 1:
        doer = statement.speakers[0]
    others = tuple(who for who in _dative(clauses, at, phrase) if doer is None or who.name != doer.name)
    is_sought = stage is Stage.SOUGHT
    deed = Deed(at, Trigger(Rule(OTHER), "", form, what), None, doer)
    conditions = tuple(_conditions(clauses, at))
    named = (doer,) if doer is not None else ()
    return Commitment(
        id=make_id("com", scene.document, what, str(trigger.start), str(phrase.start)),
        document=scene.document,
        what=what,
        stage=Stage.CONDITIONAL if conditions and stage is Stage.OFFERED else stage,
        span=trigger.to(clauses.span(phrase)),
        sentence=clauses.sentence.span,
        givers=others if is_sought else named,
        receivers=named if is_sought else others,
        seekers=named if is_sought else (),
        amount=_amount(clauses, phrase),
        conditions=conditions,
        when=find_when(clauses, deed, frozenset()),
        extractor=scene.extractor,
    )


def _dative(clauses: Clauses, at: int, phrase: Phrase) -> Iterator[Who]:
    """To whom: a side in the dative near the goods, or behind "от" where something is asked of it."""
    for here in range(at + 1, min(len(clauses.words), max(phrase.end, at) + 5)):
        who = clauses.who.get(here)
        if who is None or clauses.who.get(here - 1) is who or who.kind is Kind.SOURCE:
            continue
        before = clauses.at(here - 1)
        is_asked = before in {"от", "від"}
        is_given = clauses.words[here].endswith(_DATIVE) and not clauses.preposition_before(here)
        if is_asked or is_given:
            yield who


def _amount(clauses: Clauses, phrase: Phrase) -> Amount | None:
    """The number of what is given."""
    first, last = clauses.tokens[max(0, phrase.start - 3)].span, clauses.tokens[phrase.end - 1].span
    near = first.to(last)
    return next((a for a in clauses.sentence.amounts if a.span is not None and near.contains(a.span)), None)


def _conditions(clauses: Clauses, at: int) -> Iterator[Span]:
    """The clause behind "если" in the same sentence."""
    for here in range(max(0, at - _REACH), len(clauses.words)):
        if clauses.words[here] in _IFS:
            yield clauses.sentence.cover(here, max(here + 1, clauses.clause_end(here + 1)))
