"""Ranks the sentences of reports by how much each bears on a clause.

Decides a score from what both are about (the subjects of the clause, and where it holds), from whether the sentence
tells of deeds, counts or levels rather than of meetings and papers, and from the words that the two share, of which
rare ones count more. Never says that a clause was breached: that takes an incident, and ``assess``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from trucewatch.agreements.relevance.bearings import BEARS, MEANS, SETTINGS
from trucewatch.agreements.relevance.model import Bearing, Passage
from trucewatch.agreements.relevance.subjects import Subject, subjects_of, subjects_told
from trucewatch.situation.model import Clause

_WHOLE = 1000
# The shares below, per mille, were chosen on the half of the labelled pairs that is for tuning.
_BY_WORDS = 150  # of the score, what shared words decide
_ELSEWHERE = 430  # left of a score where the sentence does not say that it is where the clause holds
_ONLY_THERE = 130  # where it is there, and of nothing else the clause is about
_STRAY = 400  # left where a clause is about a place alone, and the sentence tells of something else there
_TALK = 400  # left where only words, visits or papers are told of
_EARLIER = 400  # left where it tells of the time before

_TALKING = re.compile(
    r"\b(?:visit(?:ed|s|ing)?|met with|travell?ed|addressed|published|presented|issued|thematic report|briefed"
    r"|updated the|reported to|call(?:ed|s)? (?:up)?on|called for|urged|reiterated|welcomed|expressed|is ready to"
    r"|assessed the state|monitor(?:ed|ing)? the (?:\w+ )?(?:situation|process)|in a (?:joint )?statement"
    r"|re-?affirmed)\b",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"\b(?:recorded|observed|noted|saw|heard|spotted|registered|corroborated|confirmed|decrease\w*|increase\w*|reduc\w*"
    r"|spike|drop\w*|level\w*|noting|recording|denied|deny|facilitat\w*|repaired|removed|released|exchanged|complian\w*"
    r"|violation of)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:before|prior to)\b[^.;]{0,40}\b"
    r"(?:measures|cease-?\s?fire|truce|agreement|took effect|entry into force)",
    re.IGNORECASE,
)
#: Where a clause goes on to its conditions, aims and dates: what stands before says what it is about.
_FURTHER = re.compile(
    r"\b(?:starting|provided that|after|in order to|with the aim|on the basis|based (?:primarily )?on|which will"
    r"|including|with the exception|with the understanding)\b",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"(?<=[a-z])- (?=[a-z]{2})(?!and |or )")
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6  # letters


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a clause is about: its main subjects, where it holds, and its stems."""

    main: tuple[Subject, ...]
    setting: tuple[Subject, ...]
    stems: frozenset[str]


def rank(clause: str, passages: Sequence[Passage], told: Iterable[Subject] = ()) -> tuple[Bearing, ...]:
    """The passages that bear on a clause of these words and subjects, most first; ties in the order given."""
    wanted = _wanted(clause, told)
    weights = _weights(passages)
    found = [_bearing(wanted, passage, weights) for passage in passages]
    return tuple(sorted((each for each in found if each.reasons), key=lambda each: -each.score))


def rank_for(clause: Clause, passages: Sequence[Passage]) -> tuple[Bearing, ...]:
    """The passages that bear on a clause as any of its readings has it, most first."""
    terms = [reading.terms for reading in clause.readings]
    words = (text for each in clause.readings for text in (each.summary, *each.terms.exceptions))
    told = subjects_told(
        (act for each in terms for act in each.acts),
        (target for each in terms for target in each.targets),
        (clause.unit,),
    )
    return rank(". ".join(part for part in (clause.title, *words) if part), passages, told)


def _wanted(clause: str, told: Iterable[Subject]) -> _Wanted:
    heads = (subjects_of(clause[: further.start()]) for further in _FURTHER.finditer(clause))
    named = next((head for head in heads if head), None) or subjects_of(clause)
    subjects = [*named, *sorted(set(told) - set(named))]
    main = [each for each in subjects if each not in SETTINGS and each is not Subject.HARM]
    setting = [each for each in subjects if each in SETTINGS]
    if main and main[0] in MEANS:
        setting = [*(each for each in main if each not in MEANS), *setting]
        main = [each for each in main if each in MEANS]
    return _Wanted(tuple(main), tuple(setting), _stems(_plain(clause)))


def _bearing(wanted: _Wanted, passage: Passage, weights: Mapping[str, int]) -> Bearing:
    text = _plain(passage.text)
    told = {*subjects_of(text), *subjects_told(passage.acts, passage.targets, passage.things)}
    score, reasons = _share_subjects(wanted, told)
    is_done = bool(passage.acts or passage.things or _DOING.search(text))
    for is_so, left, reason in (
        (not is_done and _TALKING.search(text), _TALK, "tells of words or visits, not of deeds"),
        (_BEFORE.search(text), _EARLIER, "tells of the time before it began"),
    ):
        if score and is_so:
            score, reasons = score * left // _WHOLE, [*reasons, reason]
    shared = sorted(wanted.stems & _stems(text))
    if shared:
        reasons = [*reasons, f"shares the words {', '.join(f'{stem}…' for stem in shared)}"]
    whole = score * (_WHOLE - _BY_WORDS) + _share_words(shared, wanted.stems, weights) * _BY_WORDS
    return Bearing(passage=passage, score=whole // _WHOLE, reasons=tuple(reasons))


def _share_subjects(wanted: _Wanted, told: Collection[Subject]) -> tuple[int, list[str]]:
    main, about = _best(wanted.main, told)
    setting, there = _best(wanted.setting, told)
    if not wanted.main:
        is_stray = any(each not in SETTINGS and each is not Subject.HARM for each in told)
        return (setting * _STRAY // _WHOLE if is_stray else setting), there
    if not wanted.setting:
        return main, about
    apart = _WHOLE - _ELSEWHERE - _ONLY_THERE
    return (main * _ELSEWHERE + main * setting * apart // _WHOLE + setting * _ONLY_THERE) // _WHOLE, [*about, *there]


def _best(wanted: Iterable[Subject], told: Collection[Subject]) -> tuple[int, list[str]]:
    """How much the best of what is told bears on the best of what is wanted, and what that is."""
    best, what = 0, list[str]()
    for subject in wanted:
        for other in sorted(told):
            weight = BEARS.get((subject, other), _WHOLE if subject is other else 0)
            if weight > best:
                best, what = weight, [f"tells of {other}"]
    return best, what


def _plain(text: str) -> str:
    """The text on one line, words that a line's end broke made whole."""
    return _BROKEN.sub("", " ".join(text.split()))


@lru_cache(8192)
def _stems(text: str) -> frozenset[str]:
    return frozenset(word.casefold()[:_STEM] for word in _WORD.findall(text))


def _weights(passages: Sequence[Passage]) -> dict[str, int]:
    """How telling each stem is: the bits of its rarity."""
    counts: Counter[str] = Counter(stem for passage in passages for stem in _stems(_plain(passage.text)))
    return {stem: (len(passages) // count).bit_length() for stem, count in counts.items()}


def _share_words(shared: Iterable[str], stems: Iterable[str], weights: Mapping[str, int]) -> int:
    whole = sum(weights.get(stem, 1) for stem in stems)
    return sum(weights.get(stem, 1) for stem in shared) * _WHOLE // whole if whole else 0
