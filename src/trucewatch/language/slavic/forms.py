"""Whether a Russian or Ukrainian word is a case form of a name or noun, told by endings.

Decides from the base that the nominative leaves when its own ending is taken off, and from a table of endings. Never
makes a form up: it only compares two written words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from trucewatch.language.lexicon import word_set

_ADJECTIVE = word_set(
    """ий ый ой ій ого его ього ому ему ьому ым им ім ом ем ая яя ую юю ею ое ее ые ие ых их ыми ими а я у ю ої ьої ою
    е є і ї"""
)
_FEMININE = word_set("а я ы и у ю е ой ей ою ею єю і ї є йо ам ям ами ями ах ях")
_MASCULINE = word_set("""а у ю я ом ем ём єм ям им ым е і ї и ы ові еві єві ов ев ів їв ей ам ами ах ями ях ою ой""")
_SOFT = word_set("ь й я ю ем ём єм ом е є и і ї ю ею єю ям ями ях ів їв ев ей еві єві ові")
_NEUTER = word_set("о е є а я у ю ом ем ям і и ам ами ах ями ях ові еві")
_PLURAL = word_set("ы и і ї а я ов ев ів їв ей ам ям ами ями ах ях у ю")
_PAST = re.compile(r"(?:[аеиоуыяіїє]л(?:а|о|и)?(?:с[яь])?|[аиіїуюяо]в(?:ся|сь)|ла(?:с[яь])|ли(?:с[яь])?)$")
_PAST_UK = re.compile(r"(?:[аиія]в(?:ся)?|[аиія]л[аои](?:с[яь])?)$")
_NOT_PAST = word_set(
    """прав справ держав застав управ капитала канала персонала материала журнала телеканала вокзала потенциала
    сигнала финала генерала адмирала трибунала телеканалу дела села числа тыла штабла газохранилища глава слова права
    держава справа управа застава сила силы мила школа скала шкала сторона правила начала тела тело тіла тіло"""
)
_SHORTEST = 3  # letters a base must leave; shorter names are compared whole
_HARD = "бвгґджзклмнпрстфхцчшщ"


@lru_cache(maxsize=4096)
def _bases(name: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """What the nominative leaves without its ending, each with the endings that may stand there instead."""
    found: list[tuple[str, frozenset[str]]] = []
    if name[-2:] in {"ий", "ый", "ой", "ій", "ая", "яя", "ое", "ее", "ые", "ие"}:
        found.append((name[:-2], _ADJECTIVE))
    last = name[-1]
    if last in "ая":
        found.append(
            (name[:-1], _FEMININE | _ADJECTIVE if name[-3:] in {"ова", "ева", "єва", "іна", "ина"} else _FEMININE)
        )
        if name.endswith("ка"):
            found.append((name[:-2] + "ц", _FEMININE))
        if name.endswith("га"):
            found.append((name[:-2] + "з", _FEMININE))
    elif last in "ьй":
        found.append((name[:-1], _SOFT))
        found.extend((base, _SOFT) for base in (_without_vowel(name),) if base)
    elif last in "оеє":
        found.append((name[:-1], _NEUTER))
    elif last in "иыії":
        found.append((name[:-1], _PLURAL))
    elif last in _HARD:
        found.append((name, _MASCULINE))
        found.extend((other, _MASCULINE) for other in _alternating(name))
    return tuple((base, endings) for base, endings in found if len(base) >= _SHORTEST)


def _without_vowel(name: str) -> str:
    """The base where the last vowel falls out: Трускавець, Трускавця; соловей's -ей, -ья."""
    return name[:-3] + "ц" if name.endswith("ець") else name[:-2] + "ь" if name.endswith("ей") else ""


def _alternating(name: str) -> tuple[str, ...]:
    """The base where its last vowel changes or falls out: Київ, Києва; Ріг, Рогу; полковник's -ец, -ца."""
    before = name[:-2]
    vowel = name[-2:-1]
    if vowel == "і":
        return (before + "о" + name[-1], before + "е" + name[-1])
    if vowel == "ї":
        return (before + "є" + name[-1],)
    if vowel in {"о", "е"} and name[-1] in "кцнл" and len(before) >= _SHORTEST:
        return (before + name[-1],)
    return ()


@lru_cache(maxsize=65536)
def is_form_of(word: str, name: str) -> bool:
    """Whether the word is the name, in some case. Both in lower case."""
    if word == name:
        return True
    return any(word.startswith(base) and word[len(base) :] in endings for base, endings in _bases(name))


def form_in(word: str, nominatives: frozenset[str]) -> str:
    """The nominative of the list that the word is a form of, or "". The word itself wins, then the longest."""
    if word in nominatives:
        return word
    return _form_in(word, nominatives)


@lru_cache(maxsize=65536)
def _form_in(word: str, nominatives: frozenset[str]) -> str:
    near = [name for name in nominatives if name[:_SHORTEST] == word[:_SHORTEST] and is_form_of(word, name)]
    return max(near, key=lambda name: (len(name), name), default="")


def looks_past(word: str) -> bool:
    """Whether the word, in lower case, has the ending of a verb in the past and is no noun that has it too."""
    return word not in _NOT_PAST and (_PAST.search(word) is not None or _PAST_UK.search(word) is not None)
