"""Gatherings in Russian and Ukrainian: meetings, talks, summits, visits and calls, in their plain forms.

Decides which nouns and verbs tell that people of several sides came together, who they were, when and where. Never
decides whether two documents mean one meeting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from trucewatch.events.gathered import is_compatible, is_tied, join
from trucewatch.events.gatherings.attendance import MEETING
from trucewatch.events.model import Factuality, Gathering
from trucewatch.events.rules import OTHER, Rule
from trucewatch.events.slavic.clauses import Clauses
from trucewatch.events.slavic.mentions import Scene
from trucewatch.events.slavic.roles import Deed, Roles
from trucewatch.events.slavic.settings import find_when, is_told_as_place, is_with
from trucewatch.events.slavic.triggers import Trigger, verb_forms
from trucewatch.language.lexicon import begins, word_set
from trucewatch.language.slavic.conjugation import Form
from trucewatch.language.slavic.declension import forms_of_noun
from trucewatch.values import Span, Where, Who, make_id

_NOUNS = {
    "meeting": "встреча зустріч совещание нарада заседание засідання",
    "talks": "переговоры переговори перемовини консультация консультація",
    "summit": "саммит саміт",
    "visit": "визит візит",
}
_VERBS = {
    "ru": {"meeting": "встретиться встречаться собраться=собра/собер собираться", "visit": "посетить посещать"},
    "uk": {
        "meeting": "зустрітися/зустрін зустрічатися зібратися=зібра/збер збиратися",
        "visit": "відвідати відвідувати",
    },
}
_CALLS = {("телефонн", "разговор"), ("телефонн", "бесед"), ("телефонн", "розмов"), ("по", "телефон"), ("телефоном", "")}
_WITH = word_set("с со з із зі")
_AMONG = word_set("между между между між")
_WITHOUT = {("без", "участия"), ("без", "участі")}
_TO_COME = begins("""пройд состоит будет будут планир намечен запланир готов должн відбуд буде будуть заплан має
    мають""")
_CANCELLED = begins("отмен отлож перенес сорва скасова відкла перенес зірва отказ відмов")
_AIMS = {("для", "обсуждения"), ("для", "обговорення"), ("чтобы", "обсудить"), ("щоб", "обговорити"), ("по", "вопросу")}
_LOOK_BACK = 12


def find_gatherings(scene: Scene, sentences: Iterable[Clauses]) -> tuple[Gathering, ...]:
    """The gatherings of a document, each once, in the order they are first told."""
    kept: list[Gathering] = []
    for clauses in sentences:
        for at, kind in _told(clauses):
            found = _read(scene, clauses, at, kind)
            if found is None:
                continue
            recent = range(len(kept) - 1, max(-1, len(kept) - 1 - _LOOK_BACK), -1)
            same = next((i for i in recent if is_compatible(kept[i], found) and _is_again(kept[i], found)), None)
            if same is None:
                kept.append(found)
            else:
                kept[same] = join(kept[same], found, is_told=False, is_title=False)
    return tuple(sorted(kept, key=lambda gathering: (gathering.trigger, gathering.id)))


def _is_again(one: Gathering, other: Gathering) -> bool:
    """Whether the later is told of as one already known: tied to it, or with nobody named anew."""
    return is_tied(one, other) or not other.participants


def _told(clauses: Clauses) -> Iterator[tuple[int, str]]:
    """The words that tell of a gathering, with its kind."""
    known = _words()
    for at, word in enumerate(clauses.words):
        if word in known and not (at and clauses.tokens[at].text[:1].isupper()):
            yield at, known[word][0]
        elif any(word.startswith(one) and clauses.at(at + 1).startswith(two) for one, two in _CALLS if two):
            yield at, "call"


@cache
def _words() -> dict[str, tuple[str, Form | None]]:
    found: dict[str, tuple[str, Form | None]] = {
        word: (kind, form)
        for tongue, kinds in _VERBS.items()
        for kind, verbs in kinds.items()
        for verb in verbs.split()
        for word, form in verb_forms(verb, tongue)
    }
    for kind, nouns in _NOUNS.items():
        found.update((word, (kind, None)) for noun in nouns.split() for word in forms_of_noun(noun))
    return found


def _read(scene: Scene, clauses: Clauses, at: int, kind: str) -> Gathering | None:
    """The gathering told there; None where it was called off, or nothing is told of it."""
    form = _words()[clauses.words[at]][1] if clauses.words[at] in _words() else None
    near = clauses.words[max(0, at - 6) : at + 8]
    if any(word.startswith(_CANCELLED) for word in near) or (form is not None and form.kind == "gerund"):
        return None
    deed = Deed(at, Trigger(Rule(OTHER), "", form, kind), None, None)
    when, where = find_when(clauses, deed, frozenset()), _place(clauses, at, kind)
    people, away = _attendance(clauses, at, form)
    if when is None and where is None and not people:
        return None
    if form is not None and kind == "meeting" and not people:
        return None  # "встретиться с трудностями"
    trigger = clauses.tokens[at].span
    is_past = scene.history.is_past(when)
    return Gathering(
        id=make_id("gat", scene.document, kind, str(trigger.start)),
        document=scene.document,
        kind=kind,
        trigger=trigger,
        sentence=clauses.sentence.span,
        spans=(clauses.sentence.span,),
        when=when,
        where=where,
        participants=tuple(who for who in people if who.name not in {other.name for other in away}),
        absentees=away,
        purpose=_purpose(clauses, at),
        factuality=Factuality.BACKGROUND if is_past else _factuality(form, near),
        extractor=scene.extractor,
    )


def _factuality(form: Form | None, near: tuple[str, ...]) -> Factuality:
    is_future = form is not None and form.kind in {"finite", "infinitive"} and not form.is_past
    return Factuality.PLANNED if is_future or any(word.startswith(_TO_COME) for word in near) else Factuality.REPORTED


def _place(clauses: Clauses, at: int, kind: str) -> Where | None:
    """The place told nearest to a gathering; what is visited is one without a preposition."""
    visited = clauses.where.get(at + 1) if kind == "visit" else None
    if visited is not None:
        return visited
    trigger = clauses.tokens[at].span
    near = [
        (abs(first - at), place)
        for place in clauses.sentence.places
        if place.span is not None
        and is_with(clauses, trigger, place.span)
        and is_told_as_place(clauses, first := clauses.sentence.index_at(place.span.start))
    ]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _attendance(clauses: Clauses, at: int, form: Form | None) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """Those who come together, and those who are said to stay away."""
    roles = Roles(clauses)
    first, end = clauses.clause_start(at), clauses.clause_end(at)
    there, away = dict[str, Who](), dict[str, Who]()
    verb = at if form is not None else next((i for i in range(first, end) if clauses.is_verb(i)), -1)
    subject = roles.subject(verb, None) if verb >= 0 else None
    if subject is not None:
        there[subject.name] = subject
    for here in range(first, end):
        who = clauses.who.get(here)
        if who is None or who.kind not in MEETING or roles.first_of(here) != here or _is_only_place(clauses, here):
            continue
        if (clauses.at(here - 2), clauses.at(here - 1)) in _WITHOUT:
            away[who.name] = who
        elif here > at or who is subject or clauses.at(here - 1) in _WITH | _AMONG:
            there[who.name] = who
    return tuple(there.values()), tuple(away.values())


def _is_only_place(clauses: Clauses, at: int) -> bool:
    return at in clauses.where and is_told_as_place(clauses, at)


def _purpose(clauses: Clauses, at: int) -> Span | None:
    """What they come together for: "для обсуждения перемирия", "чтобы обсудить …"."""
    for here in range(at + 1, min(len(clauses.words) - 2, at + 16)):
        if (clauses.words[here], clauses.words[here + 1]) in _AIMS:
            end = clauses.clause_end(here + 1)
            return clauses.sentence.cover(here, end) if end > here + 2 else None
    return None
