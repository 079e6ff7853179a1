"""Agreements as Russian and Ukrainian reports speak of them: ceasefires, peace agreements, deals, exchanges.

Decides which nouns speak of one agreement, its kind and how far it has come, and which agreement of the situation it is
where that is certain. Never reads a clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache

from trucewatch.events.model import AgreementMention
from trucewatch.events.slavic.clauses import Clauses
from trucewatch.events.slavic.mentions import Scene
from trucewatch.events.slavic.stems import Stems
from trucewatch.events.stages import RANK
from trucewatch.language.gazetteer import Entry
from trucewatch.language.slavic.declension import forms_of_noun
from trucewatch.language.slavic.states import Cases
from trucewatch.situation.model import Situation, Stage
from trucewatch.values import Kind, Span, Who, make_id

_CEASEFIRE, _OTHER = "ceasefire", "other"
_TRUCES = "перемирие перемир'я"
_DEALS = "соглашение договор договоренность угода домовленість мораторий мораторій"
_CEASING = {
    ("прекращени", "огня"), ("припиненн", "вогню"), ("режим", "тишин"), ("режим", "тиші"), ("режим", "прекращени"),
    ("режим", "припиненн"),
}  # fmt: skip
_SWAPS = ("обмен", "обмін")
_SWAPPED = ("плен", "полонен", "военноплен", "військовополон", "заложн", "заручн", "тел", "тіл")
_KINDS = (
    ("ceasefire", ("огн", "вогн", "моратор", "тишин", "тиші", "перемир")),
    ("peace", ("мирно", "мирны", "мирна", "мирну", "миру")),
    ("resources", ("ресурс", "недр", "надр", "минерал", "мінерал", "копалин", "ископаем")),
    ("humanitarian", ("зернов", "гуманитар", "гуманітар", "коридор", "эвакуац", "евакуац")),
    ("exchange", ("обмен", "обмін")),
)
_STAGES = Stems({
    Stage.SIGNED: "подпис~ підпис~ ратифи~ ратифік~",
    Stage.IN_FORCE: """действует действует действовать вступил~ вступает соблюда~ наруш~ поруш~ діє чинне набув~ набуває
        дотрим~ дотримуються продлен~ продовжен~ продлил~ продовжил~ срыв~ зрив~ держится тримається""",
    Stage.AGREED: "договорил~ достигнут~ согласовал~ согласован~ домовил~ досягнут~ погодил~ объявил~ оголосил~",
    Stage.EXPIRED: "истек~ истёк~ закончил~ завершил~ сплив~ закінчил~ завершен~",
    Stage.REPUDIATED: "расторг~ разорвал~ вышел вышла розірва~ вийшла денонс~",
    Stage.REFUSED: "отверг~ отклонил~ отказал~ відкину~ відхил~ відмов~",
    Stage.PROPOSED: "предлож~ предлага~ запропон~ пропон~ проект~",
    Stage.SOUGHT: "требу~ потребов~ призва~ призыва~ добива~ вимага~ заклик~ домага~",
    Stage.NEGOTIATED: "обсужда~ обсудил~ обговор~ переговор~ перемов~",
})  # fmt: skip
_VIOLATED = ("наруш", "поруш", "срыв", "сорва", "зрив", "зірва")
_UNREAL = frozenset({"если", "якщо", "бы", "б", "би", "может", "могут", "може", "можуть", "чтобы", "щоб"})
_DAYS = {"день": 1, "дней": 1, "дня": 1, "днів": 1, "дні": 1, "сутки": 1, "суток": 1, "доба": 1, "діб": 1, "недел": 7,
         "тижн": 7, "месяц": 30, "місяц": 30}  # fmt: skip
_NONE = ("никак", "жодн", "ни", "ні", "любо", "будь", "нет", "без", "немає")
_REACH = 8


def find_agreements(scene: Scene, sentences: Iterable[Clauses]) -> tuple[AgreementMention, ...]:
    """The agreements that a document speaks of, in the order they are first spoken of."""
    kept: list[AgreementMention] = []
    for clauses in sentences:
        for at, kind in _told(clauses):
            found = _read(scene, clauses, at, kind)
            same = next((i for i, one in enumerate(kept) if _is_one(one, found)), None)
            if same is None:
                kept.append(found)
            else:
                kept[same] = _join(kept[same], found)
    return tuple(sorted(kept, key=lambda mention: (mention.trigger, mention.id)))


def _is_one(one: AgreementMention, other: AgreementMention) -> bool:
    is_other = bool(one.agreement and other.agreement) and one.agreement != other.agreement
    return one.kind == other.kind and not is_other


def _told(clauses: Clauses) -> Iterator[tuple[int, str]]:
    """The nouns that name an agreement, with its kind; a deal of no kind that is known is none."""
    known = _nouns()
    for at, word in enumerate(clauses.words):
        after = clauses.words[at + 1 : at + 5]
        if any(word.startswith(one) and clauses.at(at + 1).startswith(two) for one, two in _CEASING):
            if not clauses.at(at - 1).startswith("режим"):
                yield at, _CEASEFIRE
        elif word.startswith(_SWAPS) and any(other.startswith(_SWAPPED) for other in after[:2]):
            yield at, "exchange"
        elif word in known:
            if clauses.at(at - 1).startswith(_NONE) or clauses.at(at - 2).startswith(_NONE):
                continue
            near = (clauses.at(at - 1), word, *after) if known[word] == _OTHER else ()
            kind = _kind(near) if near else _CEASEFIRE
            if kind:
                yield at, kind


def _kind(near: tuple[str, ...]) -> str:
    return next((kind for kind, stems in _KINDS if any(word.startswith(stems) for word in near)), "")


@cache
def _nouns() -> dict[str, str]:
    found = {word: _CEASEFIRE for noun in _TRUCES.split() for word in forms_of_noun(noun)}
    found.update((word, _OTHER) for noun in _DEALS.split() for word in forms_of_noun(noun))
    found.update((word, _CEASEFIRE) for word in ("перемир'я", "перемир'ю", "перемир'ям", "перемир'ї"))
    return found


def _read(scene: Scene, clauses: Clauses, at: int, kind: str) -> AgreementMention:
    trigger = clauses.tokens[at].span
    stage = _stage(clauses, at)
    near = clauses.words[max(0, at - _REACH) : at]
    is_violated = any(word.startswith(_VIOLATED) for word in near) and not _UNREAL.intersection(near)
    return AgreementMention(
        id=make_id("agr", scene.document, kind, str(trigger.start)),
        document=scene.document,
        kind=kind,
        trigger=trigger,
        sentence=clauses.sentence.span,
        spans=(clauses.sentence.span,),
        agreement=_match(scene.situation, clauses, at, kind, stage),
        stage=stage,
        parties=_parties(clauses, at),
        duration_days=_duration(clauses, at),
        is_violated=is_violated,
        extractor=scene.extractor,
    )


def _stage(clauses: Clauses, at: int) -> Stage:
    """The stage that the nearest cue of the clause tells."""
    first, end = clauses.clause_start(at), clauses.clause_end(at)
    near = sorted(range(max(first, at - _REACH), min(end, at + _REACH)), key=lambda here: (abs(here - at), here))
    told = next((stage for here in near if (stage := _STAGES.of(clauses.words[here]))), "")
    if not told:
        return Stage.PROPOSED
    is_unreal = _UNREAL.intersection((*clauses.words[first:end], clauses.at(first - 1)))
    return Stage.PROPOSED if is_unreal and told in {Stage.IN_FORCE, Stage.SIGNED, Stage.AGREED} else Stage(told)


def _parties(clauses: Clauses, at: int) -> tuple[Who, ...]:
    """Those between whom it is: "между Карвией и Доландией"."""
    for here in range(at + 1, min(len(clauses.words), at + 6)):
        if clauses.words[here] in {"между", "між", "с", "із", "з"}:
            people = (clauses.who.get(i) for i in range(here + 1, min(len(clauses.words), here + 7)))
            return tuple({who.name: who for who in people if who is not None}.values())
    return ()


def _duration(clauses: Clauses, at: int) -> int | None:
    """For how many days: "30-дневное", "на 30 дней"."""
    start, end = clauses.tokens[max(0, at - 3)].span, clauses.tokens[min(len(clauses.words), at + 7) - 1].span
    for amount in clauses.sentence.amounts:
        if amount.span is None or amount.low is None or not start.to(end).contains(amount.span):
            continue
        days = next((days for stem, days in _DAYS.items() if amount.unit.startswith(stem)), 0)
        if days:
            return amount.low * days
    return None


def _match(situation: Situation, clauses: Clauses, at: int, kind: str, stage: Stage) -> str:
    """The situation's agreement that the words name, or its only ceasefire where one in force is spoken of."""
    _, entries = _known(situation).at(clauses.tokens, at)
    if len(entries) == 1:
        return entries[0].entity
    alike = [agreement for agreement in situation.agreements if agreement.kind == kind]
    return alike[0].id if len(alike) == 1 and kind == _CEASEFIRE and stage is Stage.IN_FORCE else ""


@lru_cache(maxsize=8)
def _known(situation: Situation) -> Cases:
    return Cases(
        (name, Entry(Kind.UNKNOWN, agreement.name, agreement.id))
        for agreement in situation.agreements
        for name in (agreement.name, *agreement.aliases)
    )


def _join(first: AgreementMention, later: AgreementMention) -> AgreementMention:
    names = {who.name for who in first.parties}
    spans: tuple[Span, ...] = tuple(sorted({*first.spans, *later.spans}))
    return replace(
        first,
        spans=spans,
        agreement=first.agreement or later.agreement,
        stage=max(first.stage, later.stage, key=lambda stage: RANK.index(stage) if stage in RANK else -1),
        parties=first.parties + tuple(who for who in later.parties if who.name not in names),
        duration_days=first.duration_days or later.duration_days,
        is_violated=first.is_violated or later.is_violated,
    )
