"""The forms that a Russian or Ukrainian verb takes, made from its infinitive.

Decides past, present or future of the third person, gerunds, the impersonal present ("сообщается") and, from its stem,
the short passive participle ("обстрелян", "обстріляно"). A verb that does not follow its class names its stems:
``infinitive=past/present``, the past's masculine apart from the others by "~".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_GIVING = (
    "переда",
    "отда",
    "сда",
    "зда",
    "дода",
    "выда",
    "прода",
    "пода",
    "нада",
    "завда",
    "відда",
    "вида",
    "разда",
    "розда",
)
_VOWELS = "аеиоуыэюяєії"


@dataclass(frozen=True, slots=True)
class Form:
    """One form: what kind it is (finite, gerund, impersonal), and gender or number where the past tells it."""

    kind: str
    number: str = ""  # m, f, n, p (plural), s (singular, gender unknown), "" where it does not tell
    is_past: bool = False


def forms_of(verb: str, tongue: str) -> Iterator[tuple[str, Form]]:
    """Every form of a verb as the table writes it."""
    infinitive, _, present = verb.partition("/")
    infinitive, _, past = infinitive.partition("=")
    is_reflexive = infinitive.endswith(("ся", "сь"))
    bare = infinitive[:-2] if is_reflexive else infinitive
    maker = _Ukrainian(bare, past, present) if tongue == "uk" else _Russian(bare, past, present)
    for word, form in maker.forms():
        if not is_reflexive:
            yield word, form
        else:
            yield from ((reflexive, form) for reflexive in maker.reflexive(word))


def passives_of(stem: str, tongue: str) -> Iterator[tuple[str, Form]]:
    """The forms of a passive participle that can be a predicate, from its masculine: "обстрелян", "обстріляний"."""
    if tongue == "uk":
        base = stem.removesuffix("ий")
        yield from ((base + ending, Form("passive", number)) for ending, number in _UKRAINIAN_PASSIVE)
    else:
        yield stem, Form("passive", "m")
        yield from ((stem + ending, Form("passive", number)) for ending, number in ("аf", "оn", "ыp"))


_UKRAINIAN_PASSIVE = (("ий", "m"), ("а", "f"), ("о", "n"), ("е", "n"), ("і", "p"))


class _Verb:
    """What both languages share."""

    def __init__(self, infinitive: str, past: str, present: str) -> None:
        self.stem = infinitive[:-2]  # both languages write two letters: -ть, -ти
        self.past, _, others = (past or self.stem).partition("~")
        self.past_others = others or self.past
        self.present = present
        self.infinitive = infinitive

    def forms(self) -> Iterator[tuple[str, Form]]:
        if self.stem.endswith(_GIVING):  # "дать" and its kin follow no class
            yield self.stem + self.gives, Form("finite", "s")
            yield self.stem + self.give, Form("finite", "p")
        yield from self.past_forms()
        singular, plural, others = self.present_forms()
        yield singular, Form("finite", "s")
        yield from ((word, Form("finite", "p")) for word in plural)
        yield from ((word, Form("finite", "s")) for word in others)
        yield from ((word, Form("impersonal")) for word in self.impersonal(singular))
        yield from ((word, Form("gerund")) for word in self.gerunds())

    def past_forms(self) -> Iterator[tuple[str, Form]]:
        yield self.past + (self.masculine if self.past[-1] in _VOWELS else ""), Form("finite", "m", is_past=True)
        yield from (
            (self.past_others + "л" + vowel, Form("finite", number, is_past=True))
            for vowel, number in ("аf", "оn", "иp")
        )

    masculine, gives, give = "л", "ст", "дут"

    def reflexive(self, word: str) -> tuple[str, ...]:
        raise NotImplementedError

    def present_forms(self) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        raise NotImplementedError

    def impersonal(self, singular: str) -> tuple[str, ...]:
        raise NotImplementedError

    def gerunds(self) -> tuple[str, ...]:
        raise NotImplementedError


class _Russian(_Verb):
    def present_forms(self) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        if self.present:
            stem = self.present
            return stem + "ет", (stem + "ут",), (stem + "у", stem + "ем")
        if self.stem.endswith("ова"):
            stem = self.stem[:-3] + "у"
        elif self.stem.endswith(("знава", "дава")):
            stem = self.stem[:-2]
        elif self.stem.endswith("и"):
            stem = self.stem[:-1]
            return stem + "ит", (stem + "ят", stem + "ат"), (stem + "им",)
        elif self.stem.endswith("ну"):
            stem = self.stem[:-1]
            return stem + "ет", (stem + "ут",), (stem + "ем",)
        else:
            stem = self.stem
        return stem + "ет", (stem + "ют",), (stem + "ю", stem + "ем")

    def impersonal(self, singular: str) -> tuple[str, ...]:
        return (singular + "ся",)

    def gerunds(self) -> tuple[str, ...]:
        if self.past[-1] not in _VOWELS:
            return (self.past + "ши",)
        base = self.stem.removesuffix("и")
        present = base[:-3] + "уя" if base.endswith("ова") else base + "я"
        return (self.past + "в", self.past + "вши", present)

    def reflexive(self, word: str) -> tuple[str, ...]:
        if word.endswith("в"):
            return (word + "шись",)
        return (word + "сь",) if word[-1] in _VOWELS else (word + "ся",)


class _Ukrainian(_Verb):
    masculine, gives, give = "в", "сть", "дуть"

    def present_forms(self) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        if self.present:
            stem = self.present
            return stem + "е", (stem + "уть",), (stem + "у", stem + "емо")
        if self.stem.endswith(("ува", "юва")) or self.stem.endswith(("знава", "дава")):
            stem = self.stem[:-2]
        elif self.stem.endswith("и"):
            stem = self.stem[:-1]
            return stem + "ить", (stem + "ять", stem + "ать", stem + "лять"), (stem + "имо",)
        elif self.stem.endswith("ну"):
            stem = self.stem[:-1]
            return stem + "е", (stem + "уть",), (stem + "емо",)
        else:
            stem = self.stem
        return stem + "є", (stem + "ють",), (stem + "ю", stem + "ємо")

    def impersonal(self, singular: str) -> tuple[str, ...]:
        return (singular + ("ся" if singular.endswith("ть") else "ться"),)

    def gerunds(self) -> tuple[str, ...]:
        _, plural, _ = self.present_forms()
        present = tuple(word[:-2] + "чи" for word in plural)
        return (self.past + ("вши" if self.past[-1] in _VOWELS else "ши"), *present)

    def reflexive(self, word: str) -> tuple[str, ...]:
        return (word + "ся", word + "сь")
