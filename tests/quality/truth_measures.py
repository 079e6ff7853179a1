"""How the origins ledger does where the truth is known: the flight data, by the very code that grades incidents.

Each item's values are rivals (``grade_rivals``); sources whose claim sets are nearly the same are established copies;
reliability is learned from earlier days alone (``Reliability``), a day being to the flights what resolved incidents are
to a case. "Corroborated" is digit 1. No figure of the ledger was fitted on any day.
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain
from pathlib import Path

from corpora import EVAL
from flight_claims import Day, Item, Value, is_same, read_days
from floors import Measured

from trucewatch.corroboration import PARAMETERS, Claim, Grade, Parameters, Reliability, grade_rivals
from trucewatch.corroboration.reliability import weight_of

FOLDER = EVAL / "truth" / "flight"
_LETTER = "F"  # nobody has judged any of these sources
_BINS = 10


@dataclass(frozen=True)
class Judged:
    """One value of one item as graded: how likely, whether corroborated, whether so."""

    item: Item
    odds: int
    is_corroborated: bool
    by_two_sources: bool
    is_true: bool

    @property
    def chance(self) -> float:
        """The probability that the grade stands for."""
        return 1 / (1 + math.exp(-self.odds / 1000))


def judge_days(
    days: Sequence[Day], parameters: Parameters = PARAMETERS, *, collapse: bool = True
) -> list[list[Judged]]:
    """Every day's values, each day graded with what the days before it taught."""
    heard: dict[str, dict[str, bool]] = {}
    judged = []
    for number, day in enumerate(days):
        lessons = Reliability(heard, parameters).apart_from("")
        table = replace(parameters, lessons=lessons)
        judged.append(list(chain.from_iterable(_judge(day, item, table, collapse=collapse) for item in _items(day))))
        heard |= {f"{number} {item}": _heard(day, item, collapse=collapse) for item in _items(day)}
    return judged


def _items(day: Day) -> list[Item]:
    return sorted(item for item in day.truth if item in day.claims)


def _heard(day: Day, item: Item, *, collapse: bool) -> dict[str, bool]:
    right: dict[str, bool] = {}
    for source, value in day.claims[item].items():
        origin = day.head[source] if collapse else source
        right[origin] = right.get(origin, True) and is_same(value, day.truth[item])
    return right


def _judge(day: Day, item: Item, table: Parameters, *, collapse: bool) -> Iterator[Judged]:
    origins = {source: day.head[source] if collapse else source for source in day.claims[item]}
    weights = {source: weight_of(_LETTER, table.lessons.get(origin), table) for source, origin in origins.items()}
    held = _held(day.claims[item], weights)
    claims = {
        str(value): [
            Claim(
                id=source,
                document=source,
                origin=f"source:{origins[source]}",
                name=source,
                supports=True,
                weight=weights[source],
            )
            for source in sources
        ]
        for value, sources in held.items()
    }
    derived = [edge for sources in held.values() for edge in _copies(sources, origins)]
    grades = grade_rivals(claims, derived, (), table)
    for value, sources in held.items():
        yield _judged(item, grades[str(value)], len(sources), is_true=is_same(value, day.truth[item]))


def _judged(item: Item, grade: Grade, sources: int, *, is_true: bool) -> Judged:
    return Judged(item, (grade.low + grade.high) // 2, grade.digit == 1, sources >= 2, is_true)


def _copies(sources: Sequence[str], origins: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Those of one group that say the same: all but the first are copies of it."""
    first: dict[str, str] = {}
    for source in sources:
        head = first.setdefault(origins[source], source)
        if head != source:
            yield source, head


def _held(said: Mapping[str, Value], weights: Mapping[str, int]) -> dict[Value, list[str]]:
    """Value -> who holds it; values within the tolerance are one, the one that most stand behind first."""
    left, held = dict(sorted(said.items())), dict[Value, list[str]]()
    while left:
        value = max(sorted(set(left.values()), key=str), key=lambda value: _behind(left, value, weights))
        held[value] = [source for source, other in left.items() if is_same(value, other)]
        left = {source: other for source, other in left.items() if source not in held[value]}
    return held


def _behind(said: Mapping[str, Value], value: Value, weights: Mapping[str, int]) -> tuple[int, int, int]:
    near = [source for source, other in said.items() if is_same(value, other)]
    exact = sum(weights[source] for source in near if said[source] == value)
    return sum(weights[source] for source in near), exact, len(near)


def figures_of(judged: Sequence[Judged]) -> dict[str, float]:
    """Accuracy, Brier score and calibration error of the likeliest values; what is corroborated, of false and true."""
    best: dict[Item, Judged] = {}
    for each in judged:
        if each.item not in best or each.odds > best[each.item].odds:
            best[each.item] = each
    top = list(best.values())
    false, true = ([each for each in judged if each.is_true is is_true] for is_true in (False, True))
    return {
        "accuracy": sum(each.is_true for each in top) / len(top),
        "brier": sum((each.chance - each.is_true) ** 2 for each in top) / len(top),
        "ece": _calibration_error(top),
        "false corroborated": sum(each.is_corroborated for each in false) / len(false),
        "recall": sum(each.is_corroborated for each in true) / len(true),
        "false by two sources": sum(each.by_two_sources for each in false) / len(false),
    }


def _calibration_error(judged: Sequence[Judged]) -> float:
    bins: dict[int, list[float]] = defaultdict(list)
    for each in judged:
        bins[min(_BINS - 1, int(each.chance * _BINS))].append(each.chance - each.is_true)
    return sum(abs(sum(apart)) for apart in bins.values()) / len(judged)


def flight(folder: Path = FOLDER) -> Measured:
    """Per mille, higher is better: of all days with earlier ones, and of the last three alone."""
    judged = judge_days(read_days(folder))
    measured = {}
    for name, days in (("", judged[1:]), ("days 4 to 6: ", judged[3:])):
        figures = figures_of(list(chain.from_iterable(days)))
        measured[f"{name}accuracy"] = round(1000 * figures["accuracy"])
        measured[f"{name}corroborated of true"] = round(1000 * figures["recall"])
        for cost in ("brier", "ece", "false corroborated"):
            measured[f"{name}1 - {cost}"] = round(1000 * (1 - figures[cost]))
    return _corpus_of(folder), measured


def _corpus_of(folder: Path) -> str:
    total = sha256()
    for path in sorted(folder.glob("*/*.txt")):
        total.update(f"{path.parent.name}/{path.name}\n".encode() + sha256(path.read_bytes()).digest())
    return total.hexdigest()


def main() -> None:
    """Print the figures, and beside them those of the same ledger without copies collapsed or without learning."""
    days = read_days(FOLDER)
    never = replace(PARAMETERS, enough=sys.maxsize)
    for name, judged in {
        "the ledger": judge_days(days),
        "copies not collapsed": judge_days(days, collapse=False),
        "nothing learned": judge_days(days, never),
        "neither": judge_days(days, never, collapse=False),
    }.items():
        for which, part in {"days 2 to 6": judged[1:], "days 4 to 6": judged[3:]}.items():
            figures = figures_of(list(chain.from_iterable(part)))
            words = ", ".join(f"{key} {figure:.4f}" for key, figure in figures.items())
            sys.stdout.write(f"{name}, {which}: {words}\n")
    sys.stdout.write(json.dumps(flight(), indent=2) + "\n")


if __name__ == "__main__":
    main()
