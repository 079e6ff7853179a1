"""How a description stands to what happened, and whoever says it to the description, in Russian and Ukrainian.

Decides factuality and stance from the words before a deed and the statement it stands in. Never decides whether a claim
is true.
"""

from __future__ import annotations

from itertools import pairwise

from trucewatch.events.model import Factuality, Stance
from trucewatch.events.slavic.clauses import Clauses
from trucewatch.events.slavic.roles import Deed
from trucewatch.events.standing import MOOD_BY_ACT, Standing, is_same_side
from trucewatch.language.lexicon import begins, expressions, word_set
from trucewatch.statements.model import Act, Statement
from trucewatch.values import Who

_REACH = 8  # words before a deed that can change what it stands for

#: By their beginnings: what is only stopped, banned or kept away is no deed.
_PREVENTED = begins("""прекра прекрат припин остано предотвра запоб воздерж утрим запре заборон морато отказ відмов
    защи захис захищ избеж избег уник недопу отраз отраж відби відбит пауз приостан призупин переста сорва зірва
    дезэскал гаранти безопасн безпек угаса стих""")
_AGAINST = word_set("без против проти")
_FEARED = begins("""угроз опас риск боится бояться боятся загроз побою ризик небезпе боїться предупрежд попереджа
    грозит""")
_PLANNED = begins("""планир намер готов собира будет будут пообещ обеща угрожа пригроз план намір готу збира буде
    будуть пообіц обіц погрож планує намаг стрем прагн""")
_HYPOTHETICAL = word_set(
    """если якщо бы б би может могут мог могла могли может возможный возможного возможную возможном возможных возможные
    може можуть міг могла могли можливий можливого можливу можливих можливі случае разі чи ли либо должны повинні
    потенциальный потенциального потенційний потенційного якби"""
)
#: Verbs behind which an infinitive tells what was done.
_DOING = begins("""начал продолж удал сумел смог успел стал попыта пыта поча продовж вдал зумі зміг встиг став
    намагал спроб""")
_HEDGES = word_set(
    """якобы предположительно вероятно видимо предполагаемый предполагаемого предполагаемых нібито начебто ймовірно
    імовірно вірогідно можливо возможно"""
)
_NONE = word_set("не нет немає нема никаких жодних ни ні")
_UNKNOWN = expressions(
    """не удалось установить|невозможно установить|не установлено|не установили|неизвестно|неясно|не ясно|не ясен
    не могут установить|не может установить|не смогли установить|не смогла установить|не может подтвердить
    не вдалося встановити|неможливо встановити|не встановлено|не встановили|невідомо|незрозуміло|не зрозуміло
    не можуть встановити|не може встановити|не змогла встановити|не змогли встановити|не може підтвердити
    не удалось определить|не вдалося визначити|не может сказать|не може сказати|не берется сказать|не удается установить
    не смогла определить|не смогли определить|не змогла визначити|не змогли визначити"""
)
_FINDING = ("установить", "встановити", "определить", "визначити", "выяснить", "з'ясувати")
_FAILED = {("не", "удалось"), ("не", "вдалося"), ("не", "смогли"), ("не", "змогли"), ("не", "может"), ("не", "може")}
_WHO = word_set("кто кем чей чья чьи чьё кого хто ким чий чия чиї яка какая откуда звідки якою какой которая котора")
_HISTORY = expressions(
    """лет назад|год назад|года назад|років тому|рік тому|роки тому|в прошлом году|минулого року|торік|в прошлом веке
    с начала войны|с начала вторжения|с начала конфликта|за время войны|за годы войны|в годы войны|з початку війни
    від початку війни|від початку вторгнення|з початку вторгнення|за роки війни|під час війни|во время войны
    с начала полномасштабного вторжения|від початку повномасштабного вторгнення|годовщина|годовщину|річниця|річницю
    десятилетия назад|десять лет назад"""
)
_WARS = ("вторж", "вторгн", "оккупац", "окупац")


def is_prevented(clauses: Clauses, deed: Deed) -> bool:
    """Whether the deed is only what somebody would stop, ban or be kept from: no event at all."""
    if not deed.trigger.is_noun and _kind(deed) != "infinitive":
        return False
    near = _before(clauses, deed.at)[-5:]
    return any(word.startswith(_PREVENTED) for word in near) or bool(_AGAINST.intersection(near[-3:]))


def modality(clauses: Clauses, deed: Deed) -> Factuality | None:
    """What the words of the clause make of a deed; None where it is told as a fact."""
    near = _before(clauses, deed.at)
    if is_negated(clauses, deed):
        return Factuality.DENIED
    if any(word.startswith(_FEARED) for word in (*near, *_governing(clauses, deed.at))):
        return Factuality.FEARED
    if _HYPOTHETICAL.intersection((*near, clauses.at(deed.at + 1))):
        return Factuality.HYPOTHETICAL
    if _is_to_come(deed) or any(word.startswith(_PLANNED) for word in near):
        return Factuality.PLANNED
    if _kind(deed) == "infinitive" and not any(word.startswith(_DOING) for word in near[-3:]):
        return Factuality.HYPOTHETICAL
    return None


_HAPPENED = ("был", "бул", "произ", "зафикс", "зафікс", "відбу", "нано", "нанес", "завдав", "стал")


def is_negated(clauses: Clauses, deed: Deed) -> bool:
    """Whether the words say that it was not done: "не обстреливали", "обстрелов не было", "атак нет"."""
    if not deed.trigger.is_noun:
        is_of_auxiliary = clauses.at(deed.at - 1).startswith(_HAPPENED[:2]) and clauses.at(deed.at - 2) == "не"
        return clauses.at(deed.at - 1) == "не" or is_of_auxiliary
    if deed.trigger.rule.is_consequence:
        return False
    after = clauses.words[deed.at + 1 : min(clauses.clause_end(deed.at), deed.at + 7)]
    is_none_after = any(
        word in {"нет", "немає", "нема"} or (word == "не" and "".join(after[at + 1 : at + 2]).startswith(_HAPPENED))
        for at, word in enumerate(after)
    )
    return is_none_after or bool(_NONE.intersection(_before(clauses, deed.at)[-3:]))


def _kind(deed: Deed) -> str:
    return deed.trigger.form.kind if deed.trigger.form is not None else ""


def _is_to_come(deed: Deed) -> bool:
    """Whether the verb stands in the future: a perfective without the past's ending."""
    form = deed.trigger.form
    is_perfective = deed.trigger.lemma.startswith(_PERFECTIVE)
    return form is not None and form.kind == "finite" and not form.is_past and is_perfective


_PERFECTIVE = (
    "об",
    "ата",
    "уда",
    "вда",
    "пора",
    "ура",
    "вра",
    "унич",
    "зни",
    "зах",
    "взор",
    "підір",
    "подор",
    "разр",
    "зруй",
    "повре",
    "пошк",
    "уби",
    "вби",
    "рас",
    "роз",
)


def _before(clauses: Clauses, at: int) -> tuple[str, ...]:
    """The words before a deed in its clause, or the whole of it where a condition opens the clause."""
    first = max(clauses.clause_start(at), at - _REACH)
    opener = clauses.at(clauses.clause_start(at) - 1)
    return ((opener,) if opener in {"если", "якщо", "якби"} else ()) + clauses.words[first:at]


def _governing(clauses: Clauses, at: int) -> tuple[str, ...]:
    """The last words of the clause on which "что" makes this one depend."""
    opener = clauses.clause_start(at) - 1
    is_dependent = clauses.at(opener) in {"что", "що", "чтобы", "щоб"} and clauses.at(opener - 1) == ","
    return clauses.words[max(0, opener - 4) : opener - 1] if is_dependent else ()


_TAKING_BACK = ("отозва", "отзыва", "дезавуир", "відклика", "дезавую")
_CLAIMED = (
    *("заявлени", "сообщени", "утверждени", "обвинени", "слова"),
    *("заяву", "заяви", "повідомленн", "твердженн", "звинуваченн"),
)
_OBJECT = 3  # words from the verb to what is taken back


def is_unattributed(clauses: Clauses) -> bool:
    """Whether the sentence says that nobody can say who did it."""
    words = clauses.words
    if any(word.startswith(_FINDING) for word in words) and any(pair in _FAILED for pair in pairwise(words)):
        return bool(_WHO.intersection(words)) or "винного" in words or "виновного" in words
    for at, word in enumerate(words):
        for pattern in _UNKNOWN_BY_FIRST.get(word, ()):
            end = at + len(pattern)
            if words[at:end] == pattern and _WHO.intersection(words[end : end + 5]):
                return True
    return False


_UNKNOWN_BY_FIRST: dict[str, tuple[tuple[str, ...], ...]] = {
    first: tuple(pattern for pattern in _UNKNOWN if pattern[0] == first) for first in sorted({p[0] for p in _UNKNOWN})
}
_HISTORY_BY_FIRST: dict[str, tuple[tuple[str, ...], ...]] = {
    first: tuple(pattern for pattern in _HISTORY if pattern[0] == first) for first in sorted({p[0] for p in _HISTORY})
}


def is_history(clauses: Clauses, deed: Deed) -> bool:
    """Whether words make it history: "лет назад", "від початку війни", or a whole invasion or occupation."""
    words = clauses.words
    if words[deed.at].startswith(_WARS) and not any(at != deed.at for at, _ in clauses.triggers[:1]):
        return True
    return any(
        words[at : at + len(pattern)] == pattern
        for at, word in enumerate(words)
        for pattern in _HISTORY_BY_FIRST.get(word, ())
    )


def standing_of(clauses: Clauses, deed: Deed, statement: Statement | None, actor: Who | None) -> Standing:
    """How the deed stands, in one statement or in the report's own voice."""
    if (retracting := retracting_before(clauses, deed.at)) is not None:
        named = statement.id if statement is not None else ""
        return Standing(Factuality.CLAIMED, Stance.ALLEGES, (retracting,), named, is_retracted=True)
    mood = modality(clauses, deed)
    if statement is None:
        return _own_voice(clauses, deed, mood)
    common = (statement.speakers, statement.id)
    if is_unattributed(clauses):
        return Standing(Factuality.CLAIMED, Stance.CANNOT_ATTRIBUTE, *common)
    if statement.act is Act.DENY or statement.is_negated or mood is Factuality.DENIED:
        return Standing(Factuality.DENIED, Stance.DENIES, *common)
    return Standing(mood or _mood_of(statement, deed), _stance(statement, actor), *common)


def retracting_before(clauses: Clauses, deed: int) -> Who | None:
    """Whoever takes back a claim that the deed is part of: "отозвала заявление о том, что", "відкликав слова про"."""
    for at in range(deed - 1, -1, -1):
        if clauses.words[at].startswith(_TAKING_BACK):
            objects = clauses.words[at + 1 : at + 1 + _OBJECT]
            if any(word.startswith(_CLAIMED) for word in objects):
                named = [n for n, _ in clauses.who.items() if clauses.clause_start(at) <= n < at]
                return clauses.who[named[0]] if named else None
    return None


def _own_voice(clauses: Clauses, deed: Deed, mood: Factuality | None) -> Standing:
    if is_unattributed(clauses):
        return Standing(Factuality.REPORTED, Stance.CANNOT_ATTRIBUTE)
    opener = clauses.at(clauses.clause_start(deed.at) - 1)  # "якобы" opens clauses too
    if mood is None and _HEDGES.intersection((*_before(clauses, deed.at), opener)):
        return Standing(Factuality.CLAIMED, Stance.ALLEGES)
    return Standing(mood or Factuality.REPORTED, Stance.REPORTS)


def _mood_of(statement: Statement, deed: Deed) -> Factuality:
    """What the act of saying makes of a deed that its words leave open: one in the past is claimed whatever the act."""
    form = deed.trigger.form
    is_past = form is not None and (form.is_past or form.kind == "passive")
    return Factuality.CLAIMED if is_past else MOOD_BY_ACT.get(statement.act, Factuality.CLAIMED)


def _stance(statement: Statement, actor: Who | None) -> Stance:
    if statement.act is Act.ALLEGE:
        return Stance.ALLEGES
    is_nobody = actor is None or not (actor.party or actor.state or actor.entity)
    is_own = is_nobody or any(is_same_side(actor, speaker) for speaker in statement.speakers if actor is not None)
    return Stance.CONFIRMS if is_own or statement.act in {Act.CONFIRM, Act.ACKNOWLEDGE} else Stance.ALLEGES
