"""What the words of a sentence bear on: its numbers, dates, names, negations, hedges, and who is said to say it.

Decides which words state such a thing and when two state the same. Never compares two sentences.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from trucewatch.lineage.figures import Figure, figures
from trucewatch.lineage.wording import Word
from trucewatch.lineage.wordlists import APPROXIMATIONS, ATTRIBUTIONS, COMMON_WORDS, HEDGES, NEGATIONS

_BOUNDS = {"least": "over", "over": "over", "most": "under", "up": "under", "many": "under"}
_COMPARED = {"more": "over", "less": "under", "fewer": "under"}
_AFTER = {"up": "to", "many": "as"}  # "up to 30", "as many as 30"
_HEDGE_BEFORE_TO = frozenset({"thought", "believed", "expected"})  # "is thought to have", not "he thought of"
_SPEAKER_REACH = 3  # words between a verb of speech and who speaks
_DEMONYM_ENDINGS = ("ian", "an", "n", "ese", "i", "ish")
_LEAST_ROOT = 4  # letters of a place's name before an ending makes its people
_MOST_NAMES = 60  # in one row

#: "speaker" is a word for who speaks: it tells something only where another speaks in its place.
Bearing = Figure
Names = Mapping[str, str]


def bearings(words: Sequence[Word], names: Names) -> Iterator[Bearing]:
    """Everything that the words bear on, each at its place."""
    found = [figure for figure in figures(words) if figure.what]
    yield from found
    in_figures = {at for figure in found for at in range(figure.start, figure.end)}
    numbers = {figure.start for figure in found if figure.what in {"number", "rank"}}
    for at, word in enumerate(words):
        if at in in_figures:
            continue
        if word.is_name or (word.starts and word.plain in names):
            yield Bearing(at, at + 1, "name", names.get(word.plain, word.plain))
        yield from _cues(words, at, numbers)


def _cues(words: Sequence[Word], at: int, numbers: Collection[int]) -> Iterator[Bearing]:
    word = words[at]
    forms = {word.plain, word.surface.casefold(), word.plain.removesuffix("n't")}
    if not forms.isdisjoint(NEGATIONS):
        yield Bearing(at, at + 1, "negation", ".")
    hedge = "." if not forms.isdisjoint(HEDGES) and _is_hedge(words, at) else _bound(words, at, numbers)
    if hedge:
        yield Bearing(at, at + 1, "hedge", hedge)
    if not forms.isdisjoint(ATTRIBUTIONS):
        yield Bearing(at, at + 1, "attribution", word.plain)
        yield from _speaker(words, at)


def _is_hedge(words: Sequence[Word], at: int) -> bool:
    after = words[at + 1].plain if at + 1 < len(words) else ""
    return words[at].plain not in _HEDGE_BEFORE_TO or after == "to"


def _bound(words: Sequence[Word], at: int, numbers: Collection[int]) -> str:
    """How the number that follows is bounded: "about 30", "at least nine", "up to 5,000", "fewer than 12"; or ""."""
    plain = words[at].plain
    if plain not in APPROXIMATIONS:
        return ""
    after = at + 1
    if plain in _AFTER:
        if words[after : after + 1] and words[after].plain == _AFTER[plain]:
            after += 1
        else:
            return ""
    if after not in numbers:
        return ""
    if plain == "than":
        return _COMPARED.get(words[at - 1].plain, "") if at else ""
    return _BOUNDS.get(plain, "about")


def _speaker(words: Sequence[Word], verb: int) -> Iterator[Bearing]:
    """The noun before a verb of speech, or after "according to", that says who speaks where no name does."""
    is_after = words[verb].plain == "according"
    places = range(verb + 1, verb + 2 + _SPEAKER_REACH) if is_after else range(verb - 1, verb - 1 - _SPEAKER_REACH, -1)
    for at in places:
        if not 0 <= at < len(words) or words[at].is_name:
            return
        plain = words[at].plain
        if plain not in COMMON_WORDS and not plain.endswith("ly") and len(plain) > len("to"):
            yield Bearing(at, at + 1, "speaker", plain)
            return


def names_among(words: Sequence[Word], known: Collection[str] = frozenset()) -> Names:
    """Every name -> itself, or its country's where that is among ``words``: "Norlandian" is no other than "Norlandia".

    A word that opens a sentence is a name where it is one elsewhere, or among ``known``, or stands before a name.
    """
    titles = {one.plain for one, after in pairwise(words) if one.starts and one.may_be_name and after.is_name}
    opening = {word.plain for word in words if word.starts and word.surface[0].isupper()}
    names = titles | {word.plain for word in words if word.is_name} | {plain for plain in opening if plain in known}
    every = sorted(names | opening)[:_MOST_NAMES]
    roots = {one: other for one in every for other in every if _is_people_of(one, other)}
    held = names | {roots[name] for name in names if name in roots}
    return {name: roots.get(name, name) for name in sorted(names | opening) if roots.get(name, name) in held}


def _is_people_of(people: str, country: str) -> bool:
    root = country.rstrip("ae") if len(country.rstrip("ae")) >= _LEAST_ROOT else country
    return len(root) >= _LEAST_ROOT and any(people in {root + end, country + end} for end in _DEMONYM_ENDINGS)
