"""Names of places in Russian and Ukrainian that the situation does not know, looked up in the gazetteer in any case.

Decides which nominatives of the gazetteer a written form can be of, by the rules of ``forms``. Which of several places
is meant is for ``world``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from trucewatch.gazetteer import (
    Toponym,
    alike,
    find_other_names,
    find_regions_by_adjective,
    find_regions_near,
    key_of,
    ranked,
)
from trucewatch.language.lexicon import word_set
from trucewatch.language.slavic.forms import is_form_of

_ENDING = 3  # letters at most by which a case differs from the nominative
_LEAST = 3  # letters of a name that are looked up
_LONGEST = 3  # words of a name
_VOWELS = str.maketrans("оеє", "іії")  # a vowel that stands for another in the nominative: Рогу, Ріг; Києва, Київ
_SHORTEST = 4  # letters of a name: shorter ones are forms of too many words
_SOFTENED = {"ці": "ку", "зі": "гу", "сі": "ху"}
_ADJECTIVE = word_set("ий ый ого ому ому им ым ій ой ом а ая у ую ою е ое і ие их ых")
_REGIONS = ("обл", "кра", "республ", "провинц", "провінц", "мухафаз", "губерн")


@lru_cache(maxsize=4096)
def find_towns(name: str) -> tuple[Toponym, ...]:
    """Every populated place of which the name is a form, the largest first; those it names outright alone."""
    words = key_of(name).split(" ")
    if len(words[0]) < _SHORTEST or len(words) > _LONGEST:
        return ()
    plain = [_plain(word) for word in words]
    exact: set[int] = set()
    found: set[int] = set()
    for written in (words, plain) if plain != words else (words,):
        for key, numbers in _near(written[0]):
            names = key.split(" ")
            if names == words:
                exact.update(numbers)
            elif len(names) == len(words) and all(map(_is_form, written, names)):
                found.update(numbers)
    return ranked(exact or found)


def _plain(word: str) -> str:
    """The word with the consonant that its nominative has: Кременчуці, Кременчуку; Розі, Рогу."""
    return word[:-2] + _SOFTENED[word[-2:]] if word[-2:] in _SOFTENED and len(word) > _SHORTEST else word


def _is_form(word: str, name: str) -> bool:
    """Whether the word is the name in some case, or the adjective of a name that is one: "лисичанського"."""
    if is_form_of(word, name):
        return True
    return name.endswith(("ск", "ськ", "цк", "цьк")) and word.startswith(name) and word[len(name) :] in _ADJECTIVE


def _near(word: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The names that begin as the word does, whatever its ending and its last vowel are."""
    stem = word[: max(_LEAST, len(word) - _ENDING)]
    yield from find_other_names(stem)
    other = stem[:-1] + stem[-1].translate(_VOWELS)
    if other != stem:
        yield from find_other_names(other)


@lru_cache(maxsize=1024)
def find_areas(name: str) -> tuple[Toponym, ...]:
    """Every region that "Зедская область" or "Зедщина" can mean; a district is none."""
    first, *rest = name.split()
    if rest and not rest[-1].startswith(_REGIONS):
        return ()
    return find_regions_by_adjective(first)


@lru_cache(maxsize=1024)
def find_areas_outright(name: str) -> tuple[Toponym, ...]:
    """Every region whose own name the word is a form of: "Крыму"."""
    word = alike(key_of(name))
    return tuple(region for base, region in find_regions_near(word) if is_form_of(word, base))
