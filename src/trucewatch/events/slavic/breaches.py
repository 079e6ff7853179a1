"""Russian and Ukrainian words that call an act a breach of a truce.

Decides which mentions such words belong to: those of the same sentence and claim; a bare accusation becomes a
mention of its own, of no particular act. Never decides whether it was one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from trucewatch.events.drafts import Draft
from trucewatch.events.model import Stance
from trucewatch.events.rules import OTHER, Rule
from trucewatch.events.slavic.clauses import Clauses
from trucewatch.events.slavic.mentions import Scene, drafts_of
from trucewatch.events.slavic.roles import Deed, Roles
from trucewatch.events.slavic.triggers import Trigger, verb_forms
from trucewatch.events.violations import UNREAL, Breach, with_breaches
from trucewatch.language.slavic.conjugation import Form
from trucewatch.language.slavic.declension import forms_of_noun

_BREAKING = {
    "ru": "нарушить:нарушен нарушать сорвать/сорв:сорван срывать",
    "uk": "порушити:порушений порушувати зірвати/зірв:зірваний зривати",
}
_BREACHES = "нарушение порушення срыв зрив"
_TRUCES = (
    "перемир", "прекращени", "припиненн", "режим", "тишин", "тиші", "договор", "договорён", "домовлен", "соглашен",
    "угод", "моратор", "обязательств", "зобов'яз", "услови", "умов",
)  # fmt: skip
_REACH = 7  # words between a breach and what was broken


def mark_breaches(scene: Scene, sentences: Iterable[Clauses], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with ``is_violation`` set where the words say so, and the bare accusations added, in text order."""
    breaches = (
        Breach(clauses.sentence, clauses.tokens[deed.at].span, _bare(scene, clauses, deed))
        for clauses in sentences
        for deed in _breaches(clauses)
    )
    return with_breaches(drafts, breaches)


def _breaches(clauses: Clauses) -> Iterator[Deed]:
    known = _words()
    for at, word in enumerate(clauses.words):
        if word not in known:
            continue
        form = known[word]
        near = clauses.words[at + 1 : at + _REACH]
        if form is not None and form.kind == "passive":
            near = clauses.words[max(0, at - _REACH) : at + _REACH]
        if any(other.startswith(_TRUCES) for other in near):
            trigger = Trigger(Rule(OTHER), "", form, word)
            roles = Roles(clauses)
            doer = roles.doer_of_noun(at, trigger, -1) if form is None else roles.subject(at, None)
            yield Deed(at, trigger, None, doer)


@cache
def _words() -> dict[str, Form | None]:
    found: dict[str, Form | None] = {
        word: form
        for tongue, verbs in _BREAKING.items()
        for verb in verbs.split()
        for word, form in verb_forms(verb, tongue)
    }
    found.update((word, None) for noun in _BREACHES.split() for word in forms_of_noun(noun))
    return found


def _bare(scene: Scene, clauses: Clauses, deed: Deed) -> Iterator[Draft]:
    """A mention of no particular act for each claim that the truce was broken; without a claim there is none."""
    for draft in drafts_of(scene, clauses, Roles(clauses), deed, (deed,), ()):
        mention = draft.mention
        if mention.factuality in UNREAL or not mention.claimants:
            continue
        is_nobody = mention.stance is Stance.CONFIRMS and mention.actor is None
        stance = Stance.ALLEGES if is_nobody else mention.stance  # nobody calls their own deed a breach
        yield replace(draft, mention=replace(mention, stance=stance, is_violation=True), is_anaphoric=False)
