"""What changed between two runs of words, and what each change touches.

Decides whether a difference touches a date, a number, a negation, a name, a hedge, an attribution, or wording alone. A
name, number or verb of speech that only stands elsewhere in the sentence is not touched; where two change places, one
is. Never decides whether the difference matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trucewatch.lineage.model import WordChange
from trucewatch.lineage.wording import Range, Word, differing, in_common_order, is_same_wording
from trucewatch.lineage.wordlists import APPROXIMATIONS, ATTRIBUTIONS, HEDGES, NEGATIONS, NOT_A_NUMBER_AFTER
from trucewatch.values import Span

#: In this order: a changed number in a date is a date, a changed negation outranks the wording round it.
_BEARINGS = ("date", "number", "negation", "name", "hedge", "attribution")
_DEMONYM_ENDINGS = ("ian", "an", "n", "ese", "i", "ish")
_LEAST_ROOT = 4  # letters of a place's name before an ending makes its people
_MOST_NAMES = 60  # in one row
_STEM = 5
#: What may stand elsewhere in a sentence and still be the same; a negation or hedge that wanders changes the meaning.
_MAY_WANDER = ("date", "number", "name", "attribution")

Touched = set[tuple[str, str]]  # (what, which)


def changes(a: Sequence[Word], b: Sequence[Word]) -> tuple[WordChange, ...]:
    """Every run of words that differs, in text order."""
    return changes_in(a, b, differing(a, b))


def changes_in(a: Sequence[Word], b: Sequence[Word], ranges: Iterable[tuple[Range, Range]]) -> tuple[WordChange, ...]:
    """The changes of wording in ``ranges`` of two runs of words, each with what it touches in view of all the words."""
    found = []
    touched: tuple[list[Touched], list[Touched]] | None = None
    for (a_start, a_end), (b_start, b_end) in ranges:
        old, new = a[a_start:a_end], b[b_start:b_end]
        if is_same_wording(old, new):
            continue
        touched = touched or _touched_in(a, b)
        ours, theirs = set().union(*touched[0][a_start:a_end]), set().union(*touched[1][b_start:b_end])
        beside = (*a[max(0, a_start - 1) : a_start], *a[a_end : a_end + 1])
        found.append(WordChange(_span(old), _span(new), _bearing(ours ^ theirs, beside)))
    return tuple(found)


def _span(words: Sequence[Word]) -> Span | None:
    return words[0].span.to(words[-1].span) if words else None


def _bearing(touched: Touched, beside: Sequence[Word]) -> str:
    """The weightiest thing touched; "" for wording alone. What stands on both sides has cancelled out."""
    kinds = {what for what, _ in touched}
    if "number" in kinds and any(word.is_date for word in beside):
        return "date"
    return next((what for what in _BEARINGS if what in kinds), "")


def _touched_in(a: Sequence[Word], b: Sequence[Word]) -> tuple[list[Touched], list[Touched]]:
    """What each word of either run bears on, without what only stands elsewhere."""
    names = _names((*a, *b))
    ours, theirs = [_bears_on(a, at, names) for at in range(len(a))], [_bears_on(b, at, names) for at in range(len(b))]
    for what in _MAY_WANDER:
        at_a, keys_a = _told(a, ours, what)
        at_b, keys_b = _told(b, theirs, what)
        settled_a, settled_b = in_common_order(keys_a, keys_b)
        for settled, places, touched in ((settled_a, at_a, ours), (settled_b, at_b, theirs)):
            for order in settled:
                touched[places[order]] = {one for one in touched[places[order]] if one[0] != what}
    return ours, theirs


def _told(words: Sequence[Word], touched: Sequence[Touched], what: str) -> tuple[list[int], list[str]]:
    """Where one kind of thing stands, and what must be the same for it to be the same thing.

    A number is the same only where it counts the same.
    """
    found = [(at, which) for at, things in enumerate(touched) for kind, which in things if kind == what]
    if what != "number":
        return [at for at, _ in found], [which for _, which in found]
    counted = [" ".join(word.plain[:_STEM] for word in words[at + 1 : at + 2]) for at, _ in found]
    return [at for at, _ in found], [f"{which} {noun}" for (_, which), noun in zip(found, counted, strict=True)]


def _bears_on(words: Sequence[Word], at: int, names: dict[str, str]) -> Touched:
    word = words[at]
    touched: Touched = set()
    if word.is_date:
        return {("date", word.plain)}
    if _is_number(words, at):
        touched.add(("number", word.plain))
    elif word.is_name or (word.starts and word.plain in names):
        touched.add(("name", names.get(word.plain, word.plain)))
    folded = word.surface.casefold()
    if word.plain in NEGATIONS or folded in NEGATIONS:
        touched.add(("negation", "."))
    if word.plain in HEDGES or folded in HEDGES or _is_approximation(words, at):
        touched.add(("hedge", "."))
    if word.plain in ATTRIBUTIONS or folded in ATTRIBUTIONS:
        touched.add(("attribution", word.plain))
    return touched


def _is_number(words: Sequence[Word], at: int) -> bool:
    is_pronoun = words[at].plain == "one" and at > 0 and words[at - 1].plain in NOT_A_NUMBER_AFTER
    return words[at].is_number and not is_pronoun


def _is_approximation(words: Sequence[Word], at: int) -> bool:
    """Whether a number follows: "about 30", "at least nine", "up to 5,000"."""
    after = at + 2 if words[at].plain == "up" and words[at + 1 : at + 2] and words[at + 1].plain == "to" else at + 1
    return words[at].plain in APPROXIMATIONS and after < len(words) and _is_number(words, after)


def _names(words: Sequence[Word]) -> dict[str, str]:
    """Every name -> itself, or its country's where that is among ``words``: "Norlandian" is no other than "Norlandia".

    A word that opens a sentence is a name where it is one elsewhere.
    """
    names = {word.plain for word in words if word.is_name}
    opening = {word.plain for word in words if word.starts and word.surface[0].isupper()}
    known = sorted(names | opening)[:_MOST_NAMES]
    roots = {one: other for one in known for other in known if _is_people_of(one, other)}
    held = names | {roots[name] for name in names if name in roots}
    return {name: roots.get(name, name) for name in sorted(names | opening) if roots.get(name, name) in held}


def _is_people_of(people: str, country: str) -> bool:
    root = country.rstrip("ae") if len(country.rstrip("ae")) >= _LEAST_ROOT else country
    return len(root) >= _LEAST_ROOT and any(people in {root + end, country + end} for end in _DEMONYM_ENDINGS)
