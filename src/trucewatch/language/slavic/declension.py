"""The case forms of a Russian or Ukrainian common noun, made from its nominative.

Decides by the noun's ending alone, and gives every form either language could make of it: a form too many stands in no
text. A noun that loses or changes a vowel is written with its stem: ``налет=налёт``, ``боец/бойц``.
"""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.language.lexicon import word_set

_FEMININE = ("а", "ы", "и", "і", "е", "у", "ой", "ою", "ам", "ами", "ах", "")
_SOFT = ("я", "и", "і", "ї", "ю", "е", "ей", "ею", "єю", "ями", "ям", "ях", "й", "ь")
_MASCULINE = ("", "а", "у", "ом", "е", "і", "ы", "и", "ов", "ів", "ам", "ами", "ах", "ові")
_SOFT_MASCULINE = (
    "ь",
    "й",
    "я",
    "ю",
    "ем",
    "єм",
    "е",
    "є",
    "и",
    "і",
    "ї",
    "ев",
    "єв",
    "їв",
    "ів",
    "ей",
    "ям",
    "ями",
    "ях",
)
_THIRD = ("ь", "и", "і", "ью", "ей", "ям", "ями", "ях")
_NEUTER = ("о", "а", "у", "ом", "е", "і", "ам", "ами", "ах", "")
_VERBAL = ("е", "я", "ю", "ем", "и", "й", "ям", "ями", "ях")
_SIBILANT = ("", "а", "у", "ем", "е", "і", "и", "ей", "ів", "ам", "ами", "ах")
_THIRD_DECLENSION = word_set("казнь гибель загибель часть помощь")
_BY_ENDING = {
    "а": _FEMININE, "я": _SOFT, "ь": _SOFT_MASCULINE, "й": _SOFT_MASCULINE, "о": _NEUTER, "і": _NEUTER,
    "ы": (*_FEMININE, "ов", "ів"), "и": (*_FEMININE, "ов", "ів"),
}  # fmt: skip
_MOVABLE = "бвгджзклмнпрстчшщ"


def forms_of_noun(noun: str) -> Iterator[str]:
    """Every form of the noun; a stem behind "/" is that of all forms but the nominative."""
    noun, _, stem = noun.partition("/")
    if stem:
        yield noun
        yield from (stem + ending for ending in _endings_behind(noun))
        return
    base, endings = _declined(noun)
    yield from (base + ending for ending in endings)
    if noun.endswith("ка") and noun[-3] in _MOVABLE:
        yield from (noun[:-2] + "ок", noun[:-2] + "ек", noun[:-2] + "ці")
    elif noun.endswith("ка"):
        yield noun[:-2] + "ці"


def _endings_behind(noun: str) -> tuple[str, ...]:
    """The endings of a noun whose stem changes."""
    if noun[-1] in "ьй":
        return _SOFT_MASCULINE
    return _FEMININE if noun[-1] == "а" else _NEUTER if noun[-1] == "о" else (*_MASCULINE, "ем", "ев", "ів")


def _declined(noun: str) -> tuple[str, tuple[str, ...]]:
    """What the noun keeps in all its forms, and the endings behind it."""
    last = noun[-1]
    if noun in _THIRD_DECLENSION:
        return noun[:-1], _THIRD
    if noun.endswith(("ие", "ье", "ще")):
        return noun[:-1], (*_VERBAL, "")
    if noun.endswith(("ння", "ття", "ддя", "лля", "ття")):
        return noun[:-1], ("я", "ю", "ям", "і", "ями", "ях", "")
    if last in _BY_ENDING:
        return noun[:-1], _BY_ENDING[last]
    return noun, _SIBILANT if last in "жчшщ" else _MASCULINE
