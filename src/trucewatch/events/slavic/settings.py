"""When and where a deed took place, with what, and what shows it, in Russian and Ukrainian.

Decides which of the sentence's times, places and weapons belong to a deed. The day of a saying is not the day of what
was said; a capital that speaks is not a place. Never resolves a time or locates a place.
"""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.events.settings import is_elsewhere
from trucewatch.events.slavic.clauses import RELATIVE, Clauses, is_adjective
from trucewatch.events.slavic.roles import Deed
from trucewatch.events.slavic.weapons import WEAPONS, act_by
from trucewatch.events.standing import governing
from trucewatch.language.lexicon import word_set
from trucewatch.language.slavic import words as listed
from trucewatch.values import Span, When, Where

_FAR = 1_000
_AT = word_set(
    "в во на по под у из із з с со возле около вблизи близ біля під поблизу коло до от від над через неподалік"
)
_SITES = (
    "сел", "город", "міст", "місте", "посел", "посёл", "селищ", "дерев", "хутор", "район", "област", "кра", "громад",
    "округ", "порт", "станиц", "окраин", "околиц", "центр", "сектор", "направлен", "напрям", "побереж", "узбереж",
)  # fmt: skip
_EVIDENCE = (
    "видео", "відео", "фото", "снимк", "снимок", "знімк", "знімок", "кадр", "запис", "обломк", "уламк", "осколк",
    "воронк", "вирв", "очевид", "свидетел", "свідк", "спутник", "супутник",
)  # fmt: skip
_VAGUE = ("запис", "осколк", "кадр", "воронк", "вирв")
_SHOWN = (
    "видно",
    "показ",
    "опублик",
    "опублік",
    "дрон",
    "спутник",
    "супутник",
    "камер",
    "найд",
    "знайд",
    "обнаруж",
    "вияв",
)
_REACH = 14  # words between a deed and its weapon


def find_when(clauses: Clauses, deed: Deed, others: frozenset[int]) -> When | None:
    """The time nearest to a deed that stands in the same saying, and not behind another deed."""
    trigger = clauses.tokens[deed.at].span
    best, least = None, _FAR
    for when in clauses.sentence.times:
        if when.span is None or not is_with(clauses, trigger, when.span):
            continue
        first = clauses.sentence.index_at(when.span.start)
        is_beyond = any(min(first, deed.at) < other < max(first, deed.at) for other in others)
        distance = abs(first - deed.at) + (_REACH if is_beyond else 0)
        if distance < least:
            best, least = when, distance
    return best


def is_with(clauses: Clauses, trigger: Span, other: Span) -> bool:
    """Whether both stand in the same saying, or both outside of any."""
    sentence = clauses.sentence
    if is_elsewhere(sentence, trigger, other):
        return False
    holding = governing(sentence, trigger)
    return not holding or any(part.contains(other) for one in holding for part in one.content)


def find_where(clauses: Clauses, deed: Deed) -> Where | None:
    """The place of a deed: what it was done to, else the first told behind it, else the last told before it."""
    trigger = clauses.tokens[deed.at].span
    after: Where | None = None
    before: Where | None = None
    for place in clauses.sentence.places:
        if place.span is None or not is_with(clauses, trigger, place.span):
            continue
        at = clauses.sentence.index_at(place.span.start)
        if _is_hit(clauses, deed, at):
            return place
        if not is_told_as_place(clauses, at):
            continue
        if at > deed.at:
            after = after or place
        else:
            before = place
    return after or before


def _is_hit(clauses: Clauses, deed: Deed, at: int) -> bool:
    """Whether the place is part of what was hit and names nobody."""
    if deed.done_to is None or not deed.done_to.start <= at < deed.done_to.end:
        return False
    return clauses.who.get(at) is None or is_told_as_place(clauses, at)


def is_told_as_place(clauses: Clauses, at: int) -> bool:
    """Whether the words before a name say that something was there: a preposition, or "село", "район"."""
    back = at - 1
    while back >= 0 and at - back < 5:
        word = clauses.words[back]
        if word in _AT or clauses.words[at].startswith(_SITES):
            return True
        if not (
            word.startswith(_SITES) or is_adjective(word) or back in clauses.where or word in {",", "и", "і", "та"}
        ):
            break
        back -= 1
    return clauses.at(at + 1).startswith(_SITES) or clauses.at(at - 1).startswith(_SITES)


def find_weapon(clauses: Clauses, deed: Deed) -> tuple[str, str]:
    """The weapon named nearest to the deed in its clause, and the act it makes; ("", "") where none is."""
    best, least = ("", ""), _REACH + 1
    first = max(_told_from(clauses, deed.at), deed.at - _REACH)
    for at in range(first, min(clauses.clause_end(deed.at), deed.at + _REACH)):
        name = WEAPONS.of(clauses.words[at])
        if not name or _is_only_there(clauses, deed, at):
            continue
        distance = abs(at - deed.at)
        if distance < least:
            best, least = (name, act_by(name)), distance
    return best


def _told_from(clauses: Clauses, at: int) -> int:
    """Where the clause of a deed begins; a relative one with what it is about: "беспилотник, который атаковал"."""
    first = clauses.clause_start(at)
    is_relative = clauses.at(first - 1).startswith(RELATIVE) and clauses.at(first - 2) == ","
    return clauses.clause_start(first - 2) if is_relative else first


def _is_only_there(clauses: Clauses, deed: Deed, at: int) -> bool:
    """Whether the weapon was hit, filmed from or stored rather than used."""
    is_target = deed.done_to is not None and deed.done_to.start <= at < deed.done_to.end
    before = clauses.at(at - 1)
    is_film = before in {"с", "з", "із"} and any(
        word.startswith(_EVIDENCE) for word in clauses.words[max(0, at - 4) : at]
    )
    is_stored = any(word.startswith("склад") for word in clauses.words[max(0, at - 3) : at])
    is_mined = clauses.words[at] in {"мине", "міні"} and before not in {"на", "минах"}
    return is_target or is_film or is_stored or is_mined


def find_evidence(clauses: Clauses) -> Iterator[Span]:
    """The words that name what something is shown by."""
    for at, word in enumerate(clauses.words):
        if not word.startswith(_EVIDENCE) or word in listed.GROUPS:
            continue
        near = clauses.words[max(0, at - 3) : at + 6]
        if word.startswith(_VAGUE) and not any(other.startswith(_SHOWN) for other in near):
            continue
        yield clauses.tokens[at].span
