"""Fit what each figure of likeness speaks for, on the tuned half of the evaluation corpora, and write it as a table.

    python tools/fit_relation.py ../shared/eval/lineage

writes ``src/trucewatch/lineage/weights.py``; a person reads the difference and commits it. The model is a sum of
rising broken lines, one for each figure, so that more in common never speaks against a derivation: what differs
between the corpora for other reasons than copying, such as length or style, finds nothing to hold on to. Fitted by
penalised logistic regression with no negative slopes (Newton steps, each a small bounded quadratic); the groups of
pairs weigh what ``_SHARES`` says, however many pairs they hold. All pairs count once whole and, since independent
accounts here are longer than rewrites, once cut to a length drawn from their id.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain, pairwise
from math import exp, log1p
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "quality"))

from lineage_corpus import is_kept_aside  # noqa: E402
from relation_pairs import LabelledPair, beside, independent, rewritten, siblings, strangers  # noqa: E402

from trucewatch.lineage import Sketch  # noqa: E402
from trucewatch.lineage.likeness import measure  # noqa: E402

TABLE = ROOT / "src/trucewatch/lineage/weights.py"
#: Of one half of all weight, derived and not. Others are held out: regenerations and small models' rewrites, of which
#: many keep nothing, and the students' answers, to see what carries over.
_DERIVED = dict.fromkeys(("paraphrased", "plain", "sensational", "restyled", "siblings", "large model"), 1 / 6)
_APART = {"basil": 0.3, "basil quoting": 0.1, "ecb": 0.3, "beside": 0.2, "strangers": 0.1}
_SHARES = {**_DERIVED, **_APART}
_LENGTHS = (60, 90, 120, 180, 250, 350, 500)  # words
_LEAST_WORDS = 15  # telling words; the verdict says nothing below 25, and the fit sees what lies beyond its edge
_MOST = {"beside": 3_000, "strangers": 2_000, "ecb": 2_000}  # pairs; more of them take longer and change nothing
_ARTICLES = 4_000  # of the pool
_QUANTILES = (0.05, 0.2, 0.4, 0.6, 0.8, 0.95)  # of the figures above nought
_PENALTY = 0.3
_STEPS, _SWEEPS = 40, 200
_BINS = 12  # of the calibration

Vector = list[float]
Knots = tuple[int, ...]
Points = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Case:
    """One pair as the fit sees it."""

    figures: tuple[int, ...]
    is_derived: bool
    weight: float


def main(folder: Path) -> None:
    """Fit, calibrate, write."""
    names, found = chosen(labelled(folder))
    cases = weighed(found)
    knots = [_knots(column) for column in zip(*(case.figures for case in cases), strict=True)]
    design = [_row(case.figures, knots) for case in cases]
    slopes = fitted(design, cases)
    lines = _lines(knots, slopes[1:])
    logits = [_logit(row, slopes) for row in design]
    TABLE.write_text(
        _written(round(1000 * slopes[0]), zip(names, lines, strict=True), calibrated(logits, cases)), encoding="utf-8"
    )
    print(f"{len(cases)} cases; wrote {TABLE.relative_to(ROOT)}")


def labelled(folder: Path) -> Iterable[LabelledPair]:
    """All pairs of the half that is tuned on."""
    every = chain(
        rewritten(folder), siblings(folder), independent(folder), beside(folder), strangers(folder, _ARTICLES)
    )
    return (pair for pair in every if pair.group in _SHARES and not is_kept_aside(pair.key))


def chosen(pairs: Iterable[LabelledPair]) -> tuple[Sequence[str], list[tuple[str, bool, tuple[int, ...]]]]:
    """The names of the figures; group, label and figures of each pair, whole and cut."""
    seen: Counter[str] = Counter()
    names: Sequence[str] = ()
    found = []
    for pair in pairs:
        seen[pair.group] += 1
        if seen[pair.group] > _MOST.get(pair.group, 10**9):
            continue
        for a, b in ((pair.a, pair.b), _cut_pair(pair)):
            likeness = measure(a, b, pair.ignored)
            if likeness.order_least >= _LEAST_WORDS:
                names, figures = zip(*likeness.telling(), strict=True)
                found.append((pair.group, pair.is_derived, figures))
    return names, found


def _cut_pair(pair: LabelledPair) -> tuple[Sketch, Sketch]:
    """Both cut to one length where they are independent; a rewrite and its source in proportion."""
    drawn = sha256(f"{pair.a.document} {pair.b.document}".encode()).digest()[0]
    words, longest = _LENGTHS[drawn % len(_LENGTHS)], max(pair.a.size, pair.b.size, 1)
    if longest <= words or not pair.is_derived:
        return _cut(pair.a, words), _cut(pair.b, words)
    return _cut(pair.a, pair.a.size * words // longest), _cut(pair.b, pair.b.size * words // longest)


def _cut(sketch: Sketch, words: int) -> Sketch:
    """The sketch of the document's first words."""
    placed = [(key, at) for key, at in zip(sketch.words, sketch.word_at, strict=True) if at < words]
    runs = [(key, at) for key, at in zip(sketch.grams, sketch.gram_at, strict=True) if at < words - 2]
    kept = {key for key, _ in placed}
    return replace(
        sketch,
        size=min(words, sketch.size),
        words=tuple(key for key, _ in placed),
        word_at=tuple(at for _, at in placed),
        grams=tuple(key for key, _ in runs),
        gram_at=tuple(at for _, at in runs),
        names=tuple(key for key in sketch.names if key in kept),
        numbers=tuple(key for key in sketch.numbers if key in kept),
    )


def weighed(found: Sequence[tuple[str, bool, tuple[int, ...]]]) -> list[Case]:
    """Each group with its share of all weight, in all as many as there are cases."""
    counts = Counter(group for group, _, _ in found)
    total = sum(_SHARES[group] for group in counts)
    return [
        Case(figures, is_derived, _SHARES[group] / counts[group] / total * len(found))
        for group, is_derived, figures in found
    ]


def _knots(figures: Sequence[int]) -> Knots:
    ordered = sorted(figure for figure in figures if figure)
    return tuple(sorted({0, *(ordered[int(share * (len(ordered) - 1))] for share in _QUANTILES)}))


def _row(figures: Sequence[int], knots: Sequence[Knots]) -> Vector:
    """One, then for each figure how far it has come from each knot to the next."""
    row = [1.0]
    for figure, places in zip(figures, knots, strict=True):
        row += [min(max(figure - low, 0), high - low) / (high - low) for low, high in pairwise(places)]
    return row


def fitted(design: Sequence[Vector], cases: Sequence[Case]) -> Vector:
    """The offset and the slopes, none negative, that make the labels likeliest."""
    slopes = [0.0] * len(design[0])
    best = _loss(design, cases, slopes)
    for _ in range(_STEPS):
        gradient, curvature = _derivatives(design, cases, slopes)
        aim = _bounded(gradient, curvature, slopes)
        share = 1.0
        while share > 1e-3:
            tried = [old + share * (new - old) for old, new in zip(slopes, aim, strict=True)]
            loss = _loss(design, cases, tried)
            if loss < best:
                break
            share /= 2
        if share <= 1e-3 or best - loss < 1e-3:
            break
        slopes, best = tried, loss
    return slopes


def _logit(row: Vector, slopes: Vector) -> float:
    return sum(value * slope for value, slope in zip(row, slopes, strict=True))


def _loss(design: Sequence[Vector], cases: Sequence[Case], slopes: Vector) -> float:
    total = _PENALTY / 2 * sum(slope * slope for slope in slopes[1:])
    for row, case in zip(design, cases, strict=True):
        margin = _logit(row, slopes) * (1 if case.is_derived else -1)
        total += case.weight * (log1p(exp(-margin)) if margin > -500 else -margin)
    return total


def _derivatives(design: Sequence[Vector], cases: Sequence[Case], slopes: Vector) -> tuple[Vector, list[Vector]]:
    size = len(slopes)
    gradient = [0.0, *(_PENALTY * slope for slope in slopes[1:])]
    curvature = [[_PENALTY if i == j else 0.0 for j in range(size)] for i in range(size)]
    for row, case in zip(design, cases, strict=True):
        likely = 1 / (1 + exp(-max(-500.0, min(500.0, _logit(row, slopes)))))
        pull, bend = case.weight * (likely - case.is_derived), case.weight * max(1e-6, likely * (1 - likely))
        filled = [at for at, value in enumerate(row) if value]
        for i in filled:
            gradient[i] += pull * row[i]
            line, part = curvature[i], bend * row[i]
            for j in filled:
                line[j] += part * row[j]
    return gradient, curvature


def _bounded(gradient: Vector, curvature: list[Vector], slopes: Vector) -> Vector:
    """The least of the quadratic around ``slopes`` where no slope but the offset is negative."""
    found, slant = list(slopes), list(gradient)
    for _ in range(_SWEEPS):
        for at, line in enumerate(curvature):
            moved = found[at] - slant[at] / line[at]
            change = (moved if at == 0 else max(0.0, moved)) - found[at]
            if change:
                found[at] += change
                slant = [old + change * bent for old, bent in zip(slant, line, strict=True)]
    return found


def _lines(knots: Sequence[Knots], slopes: Vector) -> list[list[tuple[int, int]]]:
    """For each figure, the points of its broken line: figure, milli-logits."""
    lines, at = [], 0
    for places in knots:
        height, points = 0.0, [(places[0], 0)]
        for place, rise in zip(places[1:], slopes[at : at + len(places) - 1], strict=True):
            height += 1000 * rise
            points.append((place, round(height)))
        at += len(places) - 1
        lines.append(points)
    return lines


def calibrated(logits: Sequence[float], cases: Sequence[Case]) -> list[tuple[int, int]]:
    """Milli-logits, and how many in a thousand of the pairs thereabouts are derived; pooled until it rises."""
    ordered = sorted((logit, case.weight, case.is_derived) for logit, case in zip(logits, cases, strict=True))
    per_bin = sum(weight for _, weight, _ in ordered) / _BINS / 2
    bins: list[list[float]] = [[0.0, 0.0, 0.0]]  # weight, logits, derived
    for logit, weight, is_derived in ordered:
        if bins[-1][0] >= per_bin:
            bins.append([0.0, 0.0, 0.0])
        bins[-1] = [bins[-1][0] + weight, bins[-1][1] + weight * logit, bins[-1][2] + weight * is_derived]
    pooled: list[list[float]] = []
    for each in bins:
        pooled.append(each)
        while len(pooled) > 1 and pooled[-2][2] / pooled[-2][0] >= pooled[-1][2] / pooled[-1][0]:
            last = pooled.pop()
            pooled[-1] = [old + new for old, new in zip(pooled[-1], last, strict=True)]
    points = [(round(1000 * total / weight), round(1000 * derived / weight)) for weight, total, derived in pooled]
    return [(logit, min(999, max(1, share))) for logit, share in points]


def _written(offset: int, lines: Iterable[tuple[str, Points]], certainty: Points) -> str:
    figures = "".join(f'    "{name}": {_points(line)},\n' for name, line in lines)
    return (
        '"""What each figure of likeness speaks for. Written by ``tools/fit_relation.py``; not edited by hand.\n\n'
        "Fitted on the tuned half of the evaluation corpora: machine rewrites of news against independent accounts of\n"
        'one event. Points are (figure, milli-logits), joined by straight lines; beyond the last it is level.\n"""'
        "\n\nfrom __future__ import annotations\n\nPoints = tuple[tuple[int, int], ...]\n"
        f"\nOFFSET = {offset}\n"
        f"LINES: dict[str, Points] = {{\n{figures}}}\n"
        "#: Milli-logits and how many in a thousand were derived, of as many derived as independent pairs.\n"
        f"CERTAINTY: Points = {_points(certainty)}\n"
    )


def _points(points: Points) -> str:
    return str(tuple(points))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
