"""The triggers of a language in all their forms: verbs, verbs with particles, nouns.

Decides which forms a trigger has, and what words call an act a breach. Whether one counts where it stands is for
``candidates``.
"""

from __future__ import annotations

from functools import cache

from trucewatch.events.mentions.trigger_words import IRREGULAR, NOUNS, PHRASAL, VERBS
from trucewatch.events.rules import Rule
from trucewatch.language.lexicon import word_set


def _forms(base: str) -> set[str]:
    stem = base.removesuffix("e")
    regular = {base, base + ("es" if base.endswith(("sh", "ch", "ss")) else "s"), stem + "ing"}
    known = set(IRREGULAR.get(base, "").split())
    return regular | known | (set() if known else {stem + "ed"})


@cache
def verbs() -> dict[str, Rule]:
    """Every form of every trigger verb."""
    return {form: rule for bases, rule in VERBS for base in bases.split() for form in _forms(base)}


@cache
def phrasal() -> dict[str, tuple[tuple[tuple[str, ...], Rule], ...]]:
    """Every form of the first word of a phrasal trigger -> what may follow it."""
    found: dict[str, list[tuple[tuple[str, ...], Rule]]] = {}
    for base, rest, rule in PHRASAL:
        for form in sorted(_forms(base)):
            found.setdefault(form, []).append((rest, rule))
    return {form: tuple(entries) for form, entries in found.items()}


@cache
def nouns() -> dict[tuple[str, ...], Rule]:
    """Every noun trigger, by its words."""
    return {tuple(p.split()): rule for group, rule in NOUNS for p in group.replace("\n", "|").split("|") if p.split()}


@cache
def noun_openers() -> frozenset[str]:
    """The first word of every noun trigger."""
    return frozenset(words[0] for words in nouns())


#: "violated the truce": verbs and nouns that call an act a breach, and what may be breached.
BREACH_VERBS = word_set(
    """violate violates violated violating breach breaches breached breaching break breaks broke broken breaking
    shatter shatters shattered shattering flout flouts flouted flouting"""
)
BREACH_NOUNS = word_set("violation violations breach breaches")
BREACHED = word_set(
    """truce ceasefire cease-fire agreement agreements deal armistice accord accords treaty pact terms moratorium
    commitments obligations"""
)
