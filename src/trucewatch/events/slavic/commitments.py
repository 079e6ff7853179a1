"""Commitments in Russian and Ukrainian, in their plain forms: who would give what to whom, and how far that has come.

Decides by a verb of promising, asking, refusing or giving and the goods it takes. A ceasefire is an agreement, not
something given. Never decides whether a promise was kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trucewatch.documents.model import BlockKind
from trucewatch.events.model import Commitment
from trucewatch.events.rules import OTHER, Rule
from trucewatch.events.slavic.clauses import Clauses, Phrase, is_person_word
from trucewatch.events.slavic.giving import (
    AID,
    BINDING,
    FREEING,
    GOODS,
    IFS,
    INTENDING,
    MOVING,
    MUST,
    NOUN_STAGES,
    NOUNS,
    PROLONGING,
    READY,
    SLIGHT,
    TRUCE,
    moves,
    words,
)
from trucewatch.events.slavic.mentions import Scene
from trucewatch.events.slavic.roles import Deed, Roles
from trucewatch.events.slavic.settings import find_when
from trucewatch.events.slavic.triggers import Trigger
from trucewatch.events.standing import governing
from trucewatch.language.lexicon import begins
from trucewatch.language.slavic.conjugation import Form
from trucewatch.situation.model import Stage
from trucewatch.statements.model import Act
from trucewatch.values import Amount, Kind, Span, Who, make_id

_DATIVE = ("у", "ю", "е", "и", "і", "ї", "ам", "ям", "ому", "ему", "ові", "еві", "ой", "ій")
_REACH = 14
_COUNTS = begins(
    "дв тр четыр чотир пят п'ят шест шіст сем сім восем вісім девят дев'ят десят одинн один несколь кілька"
)
_KIN = begins("брат сестр сын сина дочк мужа чоловіка отца батька коллег колег товарищ товариш")
_PEOPLE = begins(
    """человек людей люди юнош хлопц брат офицер офіцер жител мешкан граждан громадян пастух рыбак рибал инженер інженер
    женщин жінок жінк дет діт израил ізраїл палестин украин україн моряк"""
)
_THEM = frozenset({"их", "его", "ее", "їх", "його", "її"})
_PRONOUNS = frozenset({"вам", "нам", "ему", "ей", "им", "йому", "їй", "їм", "мне", "мені"})
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


def _is_deed(clauses: Clauses, at: int, what: str) -> bool:
    """Whether forces moved already: an event and no commitment; so is what an accusation tells."""
    form = words()[clauses.words[at]][1] if clauses.words[at] in words() else None
    is_done = form is not None and (form.is_past or form.kind == "passive") and clauses.words[at].startswith(MOVING)
    accusing = governing(clauses.sentence, clauses.tokens[at].span)
    return (is_done and what == "troops") or any(statement.act is Act.ALLEGE for statement in accusing)


def _of_sentence(scene: Scene, clauses: Clauses) -> Iterator[Commitment]:
    """A commitment for each thing that a sentence commits, at the stage that its first cue tells."""
    taken = set[int]()
    for at, stage, what, phrase in _given(clauses):
        if what == "money" and (worth := _worth_of(clauses, phrase)) is not None:
            what, phrase = worth  # noqa: PLW2901
        if _is_deed(clauses, at, what) or not taken.isdisjoint(range(phrase.start, phrase.end)):
            continue
        taken.update(range(phrase.start, phrase.end))
        yield _read(scene, clauses, at, stage, what, phrase)
        further = _further(clauses, phrase, what)
        if further is not None and taken.isdisjoint(range(further.start, further.end)):
            taken.update(range(further.start, further.end))
            yield _read(scene, clauses, at, stage, what, further)


def _further(clauses: Clauses, phrase: Phrase, what: str) -> Phrase | None:
    """What another gives by the same verb, left out: "Тавень вернула девятнадцать человек, Заречье — семнадцать"."""
    dash = next((i for i in range(phrase.end, len(clauses.words)) if clauses.words[i] in {"—", "–"}), -1)
    opener = next((i for i in range(dash - 1, max(dash - _NEAR, 0), -1) if clauses.words[i] in {",", ";"}), -1)
    if dash < 0 or opener < phrase.end or any(clauses.is_verb(i) for i in range(opener + 1, dash)):
        return None
    further = clauses.phrase_at(dash + 1)
    if further is None or _class_of(clauses.of(further)) not in {"", what}:
        return None
    return further if clauses.is_break(further.end) or clauses.at(further.end) in {"и", "та", "й", "і"} else None


def _given(clauses: Clauses) -> Iterator[tuple[int, Stage, str, Phrase]]:
    """What verbs commit, then what nouns of giving do, then what comes or goes, each with its cue and stage."""
    for at, stage in _cues(clauses):
        found = list(_goods(clauses, at))
        yield from ((at, stage, what, phrase) for what, phrase in found)
        if not found and clauses.words[at].startswith(BINDING):
            bound = _bound(clauses, at)
            if bound is not None:
                yield at, stage, "other", bound
    for at, word in enumerate(clauses.words):
        if word.startswith(NOUNS) and clauses.at(at + 1) and not clauses.is_verb(at):
            yield from ((at, _stage_of(clauses, at), what, phrase) for what, phrase in _behind(clauses, at))
        form = moves().get(word)
        if form is not None and _is_to_come(clauses, at, form):
            for back in (False, True):
                yield from ((at, Stage.OFFERED, what, phrase) for what, phrase in _moving(clauses, at, is_behind=back))


def _is_to_come(clauses: Clauses, at: int, form: Form) -> bool:
    """Whether somebody is to come or go: a future, or an infinitive that somebody must or promises."""
    if form.kind == "infinitive":
        return any(clauses.at(at - back) in MUST for back in (1, 2, 3))
    return form.kind == "finite" and not form.is_past


def _moving(clauses: Clauses, at: int, *, is_behind: bool) -> Iterator[tuple[str, Phrase]]:
    """The forces or people of the clause that come or go, before the verb or behind it."""
    here, end = (at + 1, clauses.clause_end(at + 1)) if is_behind else (clauses.clause_start(at), at)
    for start in range(here, end):
        what = GOODS.of(clauses.words[start])
        if what in {"troops", "weapons", "prisoners", "observers"} and not clauses.preposition_before(start):
            yield what, Phrase(start, start + 1)
            return


def _behind(clauses: Clauses, at: int) -> Iterator[tuple[str, Phrase]]:
    """What a noun of giving is of: "отвод тяжёлых вооружений"."""
    phrase = clauses.phrase_at(at + 1)
    what = _class_of(clauses.of(phrase)) if phrase is not None else ""
    if phrase is not None and clauses.words[at].startswith(PROLONGING):
        what = "ceasefire" if any(word.startswith(TRUCE) for word in clauses.of(phrase)) else ""
    if phrase is not None and what:
        yield what, Phrase(at, phrase.end)


def _stage_of(clauses: Clauses, at: int) -> Stage:
    """How far a noun of giving has come, by the words around it."""
    near = clauses.words[max(0, at - _REACH) : at + _NEAR]
    return next((s for s, stems in NOUN_STAGES if any(w.startswith(stems) for w in near)), Stage.PLANNED)


def _bound(clauses: Clauses, at: int) -> Phrase | None:
    """What is promised where it is no goods of a kind: "обещал не посылать траулеры"."""
    here = at + 1
    while here < min(len(clauses.words), at + _NEAR) and not _is_infinitive(clauses.words[here]):
        if clauses.is_break(here):
            return _object(clauses, at)
        here += 1
    end = clauses.clause_end(here)
    if here >= min(len(clauses.words), at + _NEAR):
        return _object(clauses, at)
    return Phrase(here, end) if here < end and not clauses.words[here].startswith(SLIGHT) else None


def _object(clauses: Clauses, at: int) -> Phrase | None:
    """The thing promised: "обещал генератор"."""
    start = at + 1 + (clauses.at(at + 1) in _PRONOUNS)
    phrase = clauses.phrase_at(start)
    is_thing = phrase is not None and phrase.start not in clauses.who and len(clauses.words[phrase.start]) > 3
    return phrase if is_thing and phrase is not None and not clauses.of(phrase)[0].startswith(SLIGHT + AID) else None


def _is_infinitive(word: str) -> bool:
    return len(word) > 4 and word.endswith(("ать", "ить", "еть", "уть", "ять", "ыть", "сти", "зти", "ати", "ити", "яти",
                                            "іти", "ути", "ться", "тися", "йти"))  # fmt: skip


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
    known = words()
    governed = -_NEAR
    for at, word in enumerate(clauses.words):
        if word in READY | INTENDING:
            governed = at
            yield at, Stage.OFFERED if word in READY else Stage.PLANNED
        elif word in known:
            stage, form = known[word]
            is_refused = clauses.at(at - 1) == "не"
            if form.kind in {"impersonal", "gerund"} or (form.kind == "infinitive" and at - governed < _NEAR):
                continue
            is_to_come = stage is Stage.DELIVERED and not form.is_past and form.kind == "finite"
            if is_refused and not is_to_come:
                continue
            if form.kind == "infinitive":
                if not any(clauses.at(at - back) in MUST for back in (1, 2, 3)):
                    continue  # nobody promises it
                stage = Stage.AGREED
            governed = at
            is_asked = clauses.at(clauses.clause_start(at) - 1) in IFS
            to_come = Stage.REFUSED if is_refused else Stage.SOUGHT if is_asked else Stage.OFFERED
            yield at, to_come if is_to_come else stage


def _goods(clauses: Clauses, at: int) -> Iterator[tuple[str, Phrase]]:
    """What the cue commits, behind it in its clause; before it where the cue is a passive."""
    form = words().get(clauses.words[at], (None, Form("")))[1]
    is_in_front = form.kind == "passive" or (form.kind == "finite" and form.number == "p" and not form.is_past)
    first = clauses.clause_start(at) if is_in_front else at + 1
    here, end = first, min(clauses.clause_end(at + 1), at + _REACH)
    if clauses.at(end) == "," and clauses.at(end + 1) in {"что", "що", "чтобы", "щоб"}:
        end = min(clauses.clause_end(end + 2), end + _REACH)
    while here < end:
        phrase = clauses.phrase_at(here)
        if phrase is None:
            if clauses.words[here] in _THEM and clauses.words[here - 1].startswith(FREEING) and here > at:
                yield "prisoners", Phrase(here, here + 1)
            here += 1
            continue
        what = _taken(clauses, here if is_in_front else at, at, phrase)
        if what:
            yield what, phrase
        here = max(phrase.end, here + 1)


def _taken(clauses: Clauses, start: int, at: int, phrase: Phrase) -> str:
    """What a phrase is as the object of a cue or of a giving behind it: soldiers let go are prisoners."""
    given = clauses.of(phrase)
    verbs = [clauses.words[at], *clauses.words[min(start, at) : phrase.end]]
    what = _class_of(given)
    if any(verb.startswith(PROLONGING) for verb in verbs) and any(word.startswith(TRUCE) for word in given):
        return "ceasefire"
    is_freed = any(verb.startswith(FREEING) for verb in verbs)
    if is_freed and (what == "troops" or (not what and _is_people(clauses, phrase))):
        return "prisoners"
    return what


def _is_people(clauses: Clauses, phrase: Phrase) -> bool:
    """Whether counted people are named: "двух пастухов", "17 человек"."""
    given = clauses.of(phrase)
    is_counted = any(word[:1].isdigit() or word.startswith(_COUNTS) for word in given)
    return any(word.startswith(_KIN) for word in given) or (
        is_counted and any(is_person_word(word) or word.startswith(_PEOPLE) for word in given)
    )


def _class_of(words: tuple[str, ...]) -> str:
    """What is given: aid by its kind, goods before the money that they are worth."""
    given = [word for word in words if not word.endswith(("ам", "ям", "ові"))] or words  # not whom it is given to
    found = next((what for word in given if (what := GOODS.of(word))), "")
    if any(word.startswith(AID) for word in words):
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
    form = words().get(clauses.words[at], (None, None))[1]
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
        if clauses.words[here] in IFS:
            yield clauses.sentence.cover(here, max(here + 1, clauses.clause_end(here + 1)))
