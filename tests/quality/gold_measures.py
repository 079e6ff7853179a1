"""Typed scores on the gold reports, for those that may be looked at while tuning (dev) and those that may not (held).

``python tests/quality/gold_measures.py`` prints a table for each language, ``--errors`` what is wrong on dev,
``--lift`` sets floors; ``ru`` or another language after these keeps to that language.
THE ERRORS OF HELD REPORTS ARE NEVER PRINTED, and nothing here can be asked for them.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import gold
from floors import Measured, lift
from gold_reading import digest, read_reports
from gold_scores import GIVEN, Counts, score

from trucewatch import evaluation

FLOORS = Path(__file__).with_name("gold_floors.json")
SPLITS = ("dev", "held")
FLOORED = {
    f"gold-{split}" if language == "en" else f"gold-{language}-{split}": (language, split)
    for language in gold.LANGUAGES
    for split in SPLITS
}


def total(per_report: Iterable[Counts]) -> Counts:
    """All counts together; a count of none stays."""
    whole: Counts = Counter()
    for counts in per_report:
        whole.update(counts)
    return whole


def f1(counts: Counts, measure: str) -> float:
    """Twice the hits over found and gold; 0 where there is neither."""
    both = counts[f"{measure}/found"] + counts[f"{measure}/gold"]
    return 2 * counts[f"{measure}/hit"] / both if both else 0.0


def measures(counts: Counts) -> list[str]:
    """The measures counted, in the order in which they were first met."""
    return list(dict.fromkeys(key.rpartition("/")[0] for key in counts))


def interval(per_report: Sequence[Counts], measure: str) -> tuple[float, float]:
    """The middle 95 % of the measure over reports drawn again with replacement; the same on every machine."""
    return evaluation.interval(per_report, lambda drawn: f1(total(drawn), measure))


@cache
def counted(language: str, split: str) -> tuple[Counts, ...]:
    """The counts of each report of one split of one language."""
    return tuple(score(report) for report in read_reports(language) if report.split == split)


def measure(language: str, split: str) -> Measured:
    """Each whole measure in per mille. What is right given a match has no floor: finding more may lower it."""
    whole = total(counted(language, split))
    names = [name for name in measures(whole) if not name.endswith(GIVEN)]
    return digest(language), {name: int(1000 * f1(whole, name)) for name in names}


def table(language: str) -> Iterator[str]:
    """Both splits of a language side by side, with intervals."""
    per_split = {split: counted(language, split) for split in SPLITS}
    whole = {split: total(per_split[split]) for split in SPLITS}
    sizes = " and ".join(f"{len(per_split[split])} {split}" for split in SPLITS)
    yield f"{language}: {sizes} reports. What is wrong on held ones is never shown: do not look, do not tune on them."
    for name in sorted(measures(total(whole.values()))):
        cells = []
        for split in SPLITS:
            low, high = interval(per_split[split], name)
            cells.append(f"{f1(whole[split], name):.2f} [{low:.2f}, {high:.2f}] of {whole[split][f'{name}/gold']:<4}")
        yield f"{name:36} {'   '.join(cells)}"


def dev_errors(language: str) -> Iterator[str]:
    """What is wrong on the reports that may be looked at; never on the others."""
    for report in read_reports(language):
        if report.split == "dev":
            lines: list[str] = []
            score(report, lines.append)
            yield from (f"{language}/{report.number} {line}" for line in lines)


def main(arguments: Sequence[str]) -> None:
    """Print the table, or dev's errors, or lift the floors."""
    languages = [language for language in gold.LANGUAGES if language in arguments] or list(gold.LANGUAGES)
    if "--lift" in arguments:
        for name, (language, split) in FLOORED.items():
            if language in languages:
                lift(name, measure(language, split), FLOORS)
    for language in languages:
        for line in dev_errors(language) if "--errors" in arguments else table(language):
            sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
