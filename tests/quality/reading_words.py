"""What each figure of statements and events means: on which texts, how many, and what was aimed at. Words only."""

from __future__ import annotations

from dataclasses import replace

from quality_words import About

_POLNEAR = "420 articles"
_ROLES = {"source": "sources", "cue": "cues", "content": "contents"}
_TYPES = {
    "direct": "contents wholly between quotation marks",
    "mixed": "contents with quotation marks inside",
    "indirect": "contents without quotation marks; thoughts and support among them",
}
_POLNEAR_AIMS = {"source": 640, "cue": 670, "content": 570, "direct": 900, "direct, with its source": 920, "mixed": 620}
_POLNEAR_AIMS |= {"indirect": 440}


def polnear(figure: str) -> About | None:
    """The words for a figure of PolNeAR: told by its name."""
    what = _polnear(figure)
    return About(what, _POLNEAR, _POLNEAR_AIMS.get(figure)) if what else None


def _polnear(figure: str) -> str:
    if figure in _ROLES:
        return f"F1 of {_ROLES[figure]}, both ends exact, paragraph by paragraph"
    kind, _, rest = figure.partition(" ")
    if kind in {"begin", "jaccard"} and rest in _ROLES:
        what = "F1 of where they begin" if kind == "begin" else "mean of the best overlap in tokens"
        return f"{_ROLES[rest]}: {what} (CofeNet)"
    kind, _, rest = figure.partition(", ")
    if kind not in _TYPES:
        return ""
    how = {
        "": "F1, both ends exact",
        "80 % overlap": "F1 at four fifths of overlap",
        "with its source": "of those annotated with a source in their paragraph, found and with that source",
    }
    return f"{_TYPES[kind]}: {how[rest]}" if rest in how else ""


_RUSSIAN = "59 Russian sentences that no rule was tuned on, mostly of fiction"
RUSSIAN = {
    role: About(f"F1 of {words}, token by token", _RUSSIAN, aim)
    for (role, words), aim in zip(_ROLES.items(), (750, 800, 820), strict=True)
}

_GUM = "140 texts of GUM's open genres"
GUM = {
    role: About(f"F1 of {words}, both ends exact, paragraph by paragraph", _GUM, aim)
    for (role, words), aim in zip(_ROLES.items(), (700, 740, 500), strict=True)
}
GUM_HELD = {role: replace(about, part="the held third of them") for role, about in GUM.items()}

_PLOVER = "322 sentences of the PLOVER gold, or one half; one event annotated in each though many tell several"
EVENTS = {
    "act class F1": About("F1 of violence and street protest as classes over all sentences", _PLOVER, 700),
    "recall": About("sentences of violence or protest in which an event of that class is found", _PLOVER),
    "actor": About("of those, the actor is the one annotated", _PLOVER, 750),
    "target": About("of those, the target is the one annotated", _PLOVER, 700),
    "calm": About("sentences of other classes in which no violence is seen", _PLOVER),
    "consult": About("sentences of meetings in which a gathering is found", _PLOVER),
}

_GOLD_AIM = 750
_GOLD = {
    "statements": "contents that share half of the shorter one",
    "statements, exact content": 'the same, and the content alike but for marks and "that"',
    "statements, right speaker": "the same as the first, and a speaker",
    "statements, right act": "the same as the first, and the act",
    "allegations": "accuser and accused",
    "denials": "act, content and speaker of denials",
    "denial target": "denials that point into a sentence of what they deny",
    "events told": "ACLED type, and a trigger in its sentences",
    "casualties": "kind and both bounds of harm, each once a report",
    "commitments": "class, in the same sentence",
    "gatherings": "trigger in its sentences",
}
_AIMED = frozenset({"allegations", "denials", "events told", "casualties", "commitments", "gatherings"})
_PARTS = {"dev": "reports of `gold/` that may be looked at", "held": "reports of `gold/` whose errors nobody is shown"}
_LANGUAGES = {"en": "English", "ru": "Russian", "uk": "Ukrainian"}


def gold(figure: str, language: str, split: str) -> About | None:
    """The words for a figure of our own gold."""
    if figure not in _GOLD:
        return None
    aim = _GOLD_AIM if figure in _AIMED and split == "held" else None
    return About(f"F1: {_GOLD[figure]}", f"{_LANGUAGES[language]} {_PARTS[split]}", aim)
