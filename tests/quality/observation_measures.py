"""Counts in real status reports of a monitoring mission: are they found, with what stands beside them?

Reports whose number has an odd hash are kept aside: nothing was tuned on them. Of those, 25 were read count by count
before any rule ran on them: ``observation_labels.json`` holds places and figures, and no words. A label may be
"optional": a count that one may take for the mission's or not, neither asked for nor held against the rules.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from corpora import EVAL, NOBODY, hash_of_files
from floors import Measured

from trucewatch.documents import Document, Received, read
from trucewatch.events import Observation, find_events
from trucewatch.language import analyse
from trucewatch.statements import find_statements

REPORTS = EVAL / "statements" / "agreements" / "ukraine" / "reports"
LABELS = Path(__file__).with_name("observation_labels.json")


class LabelError(Exception):
    """The text is no longer the one that was labelled."""


def is_kept_aside(number: int) -> bool:
    """Whether a report is one to report on, not to tune on."""
    return hashlib.sha256(str(number).encode()).digest()[0] % 2 == 1


def read_report(number: int, folder: Path = REPORTS) -> Document:
    """One report, as the program reads its page."""
    name = f"report_UA_{number}.html"
    return read(Received(raw=(folder / name).read_bytes(), name=name, language="en"))


def observations(document: Document) -> tuple[Observation, ...]:
    """What the rules find."""
    analysis = analyse(document, NOBODY)
    return find_events(analysis, find_statements(analysis)).observations


@cache
def labels() -> dict[int, Any]:
    """The labels by report."""
    return {int(number): labelled for number, labelled in json.loads(LABELS.read_text(encoding="utf-8")).items()}


def _is_right(found: Observation, label: dict[str, Any]) -> bool:
    count = found.count
    if count is None or count.span is None or found.kind != label["kind"]:
        return False
    return count.span.start <= label["at"][0] < count.span.end and label["count"] in {count.low, count.high}


def _is_optional(found: Observation, labelled: dict[str, Any]) -> bool:
    span = found.count.span if found.count else None
    return span is not None and any(span.start <= start < span.end for start, _ in labelled["optional"])


def compare(number: int, folder: Path = REPORTS) -> Iterator[tuple[Observation | None, dict[str, Any] | None]]:
    """Pairs of what was found and what was labelled; either may be missing."""
    document, labelled = read_report(number, folder), labels()[number]
    if not document.text_sha256.startswith(labelled["text"]):
        raise LabelError(f"report {number} is read otherwise than when it was labelled")
    found = [each for each in observations(document) if each.count is not None]
    for label in labelled["counts"]:
        hit = next((each for each in found if _is_right(each, label)), None)
        yield hit, label
    right = {each.id for each in found for label in labelled["counts"] if _is_right(each, label)}
    for each in found:
        if each.id not in right and not _is_optional(each, labelled):
            yield each, None


def _area_is_right(found: Observation, label: dict[str, Any]) -> bool:
    """Whether the area's words overlap those labelled; where none is labelled, whether none was found."""
    span = found.where.span if found.where else None
    if "area" not in label:
        return span is None
    start, end = label["area"]
    return span is not None and span.start <= end and start <= span.end


def _previous_is_right(found: Observation, label: dict[str, Any]) -> bool:
    told = {found.previous.low, found.previous.high} if found.previous else {None}
    return label.get("previous") in told


def _weapon_is_right(found: Observation, label: dict[str, Any]) -> bool:
    return bool(found.weapon == label.get("weapon", ""))


_FIELDS = {
    "area": _area_is_right,
    "period before": _previous_is_right,
    "weapon": _weapon_is_right,
}
_LABELLED = {"area": "area", "period before": "previous", "weapon": "weapon"}


def tally(folder: Path = REPORTS) -> Counter[str]:
    """How many counts were found, missed and made up, and how many fields are right of those labelled."""
    counts: Counter[str] = Counter()
    for number in labels():
        for found, label in compare(number, folder):
            counts["found" if found and label else "missed" if label else "made up"] += 1
            if found is None or label is None:
                continue
            for field, is_right in _FIELDS.items():
                counts[f"{field} asked"] += _LABELLED[field] in label
                counts[f"{field} right"] += _LABELLED[field] in label and is_right(found, label)
                counts[f"{field} all right"] += is_right(found, label)
    return counts


def all_figures(folder: Path = REPORTS) -> dict[str, int]:
    """Precision, recall and F1 of counts with their kind; the share of fields that are right where one is labelled."""
    counts = tally(folder)
    found, missed, made_up = counts["found"], counts["missed"], counts["made up"]
    figures = {
        "precision": 1000 * found // (found + made_up),
        "recall": 1000 * found // (found + missed),
        "f1": 2000 * found // (2 * found + missed + made_up),
    }
    for field in _FIELDS:
        figures[field] = 1000 * counts[f"{field} right"] // counts[f"{field} asked"]
        figures[f"{field} or none"] = 1000 * counts[f"{field} all right"] // found
    return figures


def corpus_of(folder: Path = REPORTS) -> str:
    """The hash of the labels and of the pages they are of."""
    return hash_of_files((LABELS, *(folder / f"report_UA_{number}.html" for number in labels())))[:16]


def measure() -> Measured:
    """What the floors are of."""
    return corpus_of(), all_figures()
