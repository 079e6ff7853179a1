"""Which language a document is in.

Decides by script and function words first, which settles English, Russian and Ukrainian news at little cost, and asks
py3langid for the rest. Says ``und`` where there is too little text to tell. Never translates, and never overrules a
language given by the user.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Any

from trucewatch.documents.abbreviations import words

_SAMPLE = 3_000  # code points: enough for every language tried
_MIN_LETTERS = 20  # fewer letters than this fit too many languages
_MIN_HITS = 12  # function words per hundred words; English news runs at about 40, and its neighbours below 5 of these
_MIN_WORDS = 12
_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS = {
    "en": words("the of and to in that for is on was with by as at from has have had his which were said"),
    "ru": words("и в не на что с по из как это его от были был было также при или они для чтобы после"),
    "uk": words("і й та в у не на що з із за до як це його від були був було також або вони для щоб після під"),
}
_TELLING = {"ru": words("ы э ъ ё"), "uk": words("і ї є ґ")}  # letters the other of the two does not have


def detect_language(text: str, languages: Sequence[str] = ()) -> str:
    """BCP 47 code of the language of ``text``; only one of ``languages`` if any are given."""
    sample = text[:_SAMPLE]
    said = _WORD.findall(sample.lower())
    if sum(map(len, said)) < _MIN_LETTERS:
        return "und"
    found = _by_function_words(said)
    if found and (not languages or found in languages):
        return found
    return _by_model(sample, tuple(sorted(set(languages))))


def is_surely_other(text: str, language: str) -> bool:
    """Whether the small words of ``text`` leave no doubt that it is in another language than its file says."""
    found = _by_function_words(_WORD.findall(text[:_SAMPLE].lower()))
    return bool(found) and found != language


def _by_function_words(said: Sequence[str]) -> str:
    """One of the languages above where its function words and letters leave no doubt, else ""."""
    if len(said) < _MIN_WORDS:
        return ""
    hits = {code: sum(1 for word in said if word in known) for code, known in _FUNCTION_WORDS.items()}
    best = max(hits, key=lambda code: (hits[code], code))
    if hits[best] * 100 < _MIN_HITS * len(said):
        return ""
    if best == "en":
        return "en"
    letters = {code: sum(not telling.isdisjoint(word) for word in said) for code, telling in _TELLING.items()}
    other = "uk" if best == "ru" else "ru"
    return best if letters[best] > 4 * letters[other] else ""


@functools.cache
def _model(languages: tuple[str, ...]) -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - loading takes a third of a second

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=False)
    known = set(model.labels)
    wanted = [code for code in languages if code in known]
    if wanted:
        model.set_languages(wanted)
    return model


def _by_model(sample: str, languages: tuple[str, ...]) -> str:
    return str(_model(languages).classify(sample)[0])
