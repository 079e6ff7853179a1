"""What was suffered, in Russian and Ukrainian: how many were killed or wounded, what was damaged or destroyed.

Decides which words of a sentence tell harm, and which number is theirs: the one behind a verb before the one in front.
Ranges stay ranges; a plural without a number stays open; what is not known is not none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from trucewatch.events.model import SUFFERED_BY_PEOPLE, Harm
from trucewatch.events.slavic.clauses import Clauses, Phrase
from trucewatch.events.slavic.roles import Roles
from trucewatch.events.slavic.targets import HUMAN, SUFFERERS, classify, is_people
from trucewatch.events.slavic.triggers import triggers
from trucewatch.language.lexicon import word_set
from trucewatch.values import Amount

_ALSO = {
    "эвакуировали": "displaced", "эвакуированы": "displaced", "евакуювали": "displaced", "евакуйовано": "displaced",
    "похитили": "captured", "похищены": "captured", "викрали": "captured", "викрадено": "captured",
    "казнили": "killed", "казнены": "killed", "расстреляли": "killed", "расстреляны": "killed", "розстріляли": "killed",
    "розстріляно": "killed", "стратили": "killed", "страчено": "killed", "расстрелял": "killed", "розстріляв": "killed",
    "расстреле": "killed", "розстрілі": "killed", "казни": "killed", "страті": "killed", "убийстве": "killed",
    "вбивстві": "killed", "гибель": "killed", "загибель": "killed", "гибели": "killed", "загибелі": "killed",
    "скончался": "killed", "скончалась": "killed", "скончались": "killed", "раненые": "wounded",
}  # fmt: skip
_IN_CAPTIVITY = {("в", "плен"), ("у", "полон"), ("в", "полон")}
_MISSING = {("без", "вести"), ("безвісти", "зниклими"), ("зникли", "безвісти")}
_INJURIES = ("ранени", "травм", "поранен", "увечь", "осколочн", "контуз")
_RECEIVED = word_set(
    """получил получила получили получено получить зазнав зазнала зазнали дістав дістала дістали отримав отримала
    отримали зазнало получают"""
)
_FILLERS = word_set(
    """еще ще также також уже вже были был была было бул була було були при этом цьому всего всього и й та і как минимум
    двое-трое тоже теж людей человек осіб стало стали составило до достигло зросла зросло выросло возросло кількість
    количество число погибших раненых пострадавших ранения поранення травмы травми"""
)
_COORDINATING = word_set("и і й та")
_UNKNOWN = word_set("о об про информации інформації данных даних сведений відомостей сообщений повідомлень уточняется")
_NEAR = 4  # words between a harm and its number
_HURT = HUMAN | {"military", "humanitarian", "hospital"}


def find_harms(clauses: Clauses, roles: Roles) -> Iterator[tuple[int, Harm]]:
    """Each harm that a sentence tells, with the word that tells it."""
    for at, kind, is_noun in _told(clauses):
        none = _none(clauses, at, kind, is_noun=is_noun)
        if none is not None:
            yield at, none
        elif not _is_negated(clauses, at):
            yield from ((at, harm) for harm in _suffered(clauses, roles, at, kind, is_noun=is_noun))


def _told(clauses: Clauses) -> Iterator[tuple[int, str, bool]]:
    """The words that tell harm: where, of what kind, and whether they name those who suffered."""
    known = triggers()
    for at, word in enumerate(clauses.words):
        trigger = known.get(word)
        if word in _ALSO:
            yield at, _ALSO[word], False
        elif trigger is not None and trigger.rule.harm and trigger.form is not None:
            if trigger.form.kind in {"finite", "passive"}:
                yield at, trigger.rule.harm, False
        elif kind := SUFFERERS.of(word):
            yield at, kind, True
        elif word in _RECEIVED and any(clauses.at(at + step).startswith(_INJURIES) for step in (1, 2, 3)):
            yield at, "wounded", False
        elif (word, clauses.at(at + 1)) in _IN_CAPTIVITY:
            yield at, "captured", False
        elif (word, clauses.at(at + 1)) in _MISSING:
            yield at, "missing", False


def _is_negated(clauses: Clauses, at: int) -> bool:
    return "не" in {clauses.at(at - 1), clauses.at(at - 2)}


def _none(clauses: Clauses, at: int, kind: str, *, is_noun: bool) -> Harm | None:
    """Harm that is said not to be: "погибших нет", "ніхто не постраждав", "без жертв". None known of is not none."""
    before = clauses.words[max(clauses.clause_start(at), at - 4) : at]
    after = clauses.words[at + 1 : min(clauses.clause_end(at + 1), at + 5)]
    if is_noun:
        is_none = bool({"нет", "немає", "нема"}.intersection(after)) or "без" in before
        is_none = is_none or after[:2] == ("не", "было") or after[:2] == ("не", "було") or "нет" in before[-2:]
    else:
        is_none = bool({"никто", "ніхто"}.intersection(before)) and "не" in before
    if not is_none or _UNKNOWN.intersection((*before, *after)):
        return None
    span = clauses.tokens[at].span
    return Harm(kind, Amount(0, 0, words=span.of(clauses.sentence.text), span=span), "", span)


def _suffered(clauses: Clauses, roles: Roles, at: int, kind: str, *, is_noun: bool) -> Iterator[Harm]:
    """The harm with its number and who or what suffered it; nothing where the words tell neither."""
    amount = _amount(clauses, at, is_noun=is_noun)
    if amount is not None:
        yield from _counted(clauses, kind, amount)
        return
    if is_noun:
        return
    phrase = _sufferer(clauses, roles, at)
    if phrase is None:
        return
    words = clauses.of(phrase)
    group = classify(words)
    if not _may_suffer(kind, group) and not _is_named(clauses, kind, phrase):
        return
    number = 1 if _is_one(clauses, at, phrase) else None
    span = clauses.span(phrase)
    yield Harm(kind, Amount(number, number, "", words=span.of(clauses.sentence.text), span=span), group, span)


def _sufferer(clauses: Clauses, roles: Roles, at: int) -> Phrase | None:
    """The phrase that a harm without a number is told of."""
    trigger = triggers().get(clauses.words[at])
    if trigger is None:
        return None
    return roles.deed(at, trigger).done_to


def _may_suffer(kind: str, group: str) -> bool:
    """Whether what is of a class can suffer such harm: people are killed, things are destroyed."""
    return group in _HURT if kind in SUFFERED_BY_PEOPLE else bool(group) and group not in HUMAN


def _is_named(clauses: Clauses, kind: str, phrase: Phrase) -> bool:
    """Whether somebody who is named suffered."""
    return kind in SUFFERED_BY_PEOPLE and any(at in clauses.who for at in range(phrase.start, phrase.end))


def _is_one(clauses: Clauses, at: int, phrase: Phrase) -> bool:
    """Whether the verb or the noun tells that it was one."""
    trigger = triggers().get(clauses.words[at])
    form = trigger.form if trigger is not None else None
    is_subject = trigger is not None and (trigger.rule.is_suffered or (form is not None and form.kind == "passive"))
    if form is not None and is_subject:
        is_alone = not _COORDINATING.intersection(clauses.of(phrase))
        is_singular = form.number in {"m", "f"} or (
            form.number == "n" and clauses.words[phrase.end - 1].endswith(("у", "ю", "о", "е"))
        )
        return is_alone and is_singular
    last = clauses.words[phrase.end - 1]
    is_plural = last.endswith(("ей", "ов", "ев", "ів", "їв", "ых", "их", "ні", "ы", "и", "і"))
    return not is_plural and is_people(classify(clauses.of(phrase))) and last.endswith(("а", "я", "у", "ю", "го"))


def _amount(clauses: Clauses, at: int, *, is_noun: bool) -> Amount | None:
    """The number of those who suffered: of a noun the one in front, of a verb the one behind before that in front."""
    ways = (_before, _after) if is_noun else (_after, _before)
    return next((found for way in ways if (found := way(clauses, at)) is not None), None)


def _after(clauses: Clauses, at: int) -> Amount | None:
    """The number that begins behind the word, past words that tell nothing."""
    ahead = at + 1
    while ahead <= at + _NEAR and ahead < len(clauses.words):
        start = clauses.tokens[ahead].span.start
        found = next(
            (a for a in clauses.sentence.amounts if a.span is not None and a.span.start <= start < a.span.end), None
        )
        if found is not None:
            return found
        if clauses.words[ahead] not in _FILLERS | {"—", "–", "-", ":"}:
            return None
        ahead += 1
    return None


def _before(clauses: Clauses, at: int) -> Amount | None:
    """The number whose phrase ends in front of the word: "двое мирных жителей погибли", "14 раненых"."""
    back = at - 1
    while back >= 0 and at - back <= 2 * _NEAR and not clauses.is_break(back):
        end = clauses.tokens[back].span.end
        found = next((a for a in clauses.sentence.amounts if a.span is not None and a.span.end == end), None)
        if found is not None:
            return found
        if clauses.is_verb(back) and clauses.words[back] not in _FILLERS:
            return None
        back -= 1
    return None


def _counted(clauses: Clauses, kind: str, amount: Amount) -> Iterator[Harm]:
    """The harm of a number, with the class of whom or what it counts."""
    if amount.span is None or amount.unit in _NOT_COUNTED:
        return
    first = clauses.sentence.index_at(amount.span.start)
    phrase = clauses.phrase_at(clauses.sentence.index_at(amount.span.end - 1) + 1)
    words = clauses.of(phrase) if phrase is not None else ()
    group = classify(words)
    if not _may_suffer(kind, group) and (group or kind not in SUFFERED_BY_PEOPLE):
        return
    last = phrase.end if phrase is not None and group else first + 1
    span = amount.span.to(clauses.tokens[max(last - 1, first)].span)
    unit = "people" if is_people(classify((amount.unit,))) else ""  # told to readers of English, like the class
    yield Harm(kind, replace(amount, unit=unit), group, span)


_NOT_COUNTED = word_set(
    "километров километра км кілометрів часов час годин дней дня днів суток лет року percent метров метрів"
)
