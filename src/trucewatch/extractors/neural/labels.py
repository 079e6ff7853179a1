"""The labels of the tagger, and the best sequence of them.

Decides which label may follow which (an inside only after its own beginning or inside), and finds the sequence with
the highest sum of what the encoder gives each word and what each step from label to label weighs (Viterbi).
Never looks at words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

#: Roles in the order in which CofeNet's label file names them.
ROLES = ("source", "cue", "content")
LABELS = ("O", *(f"{mark}-{role}" for role in ROLES for mark in "BI"))
FORBIDDEN = -1e4


def may_follow(before: str | None, label: str) -> bool:
    """Whether a label may come after another, or at the beginning (None)."""
    return not label.startswith("I-") or (before is not None and before[2:] == label[2:])


def constrained(transitions: Sequence[Sequence[float]], labels: Sequence[str] = LABELS) -> list[list[float]]:
    """The transitions with what may not be made impossible."""
    return [
        [weight if may_follow(before, label) else FORBIDDEN for label, weight in zip(labels, row, strict=True)]
        for before, row in zip(labels, transitions, strict=True)
    ]


def best_path(
    scores: Sequence[Sequence[float]], transitions: Sequence[Sequence[float]], labels: Sequence[str] = LABELS
) -> list[str]:
    """The labels of the words of one stretch. ``transitions`` are already ``constrained``."""
    if not scores:
        return []
    count = range(len(labels))
    into = [[transitions[before][label] for before in count] for label in count]
    best = [score if may_follow(None, label) else FORBIDDEN for label, score in zip(labels, scores[0], strict=True)]
    back: list[list[int]] = []
    for row in scores[1:]:
        sums = [[have + step for have, step in zip(best, steps, strict=True)] for steps in into]
        from_where = [max(count, key=line.__getitem__) for line in sums]
        best = [sums[label][from_where[label]] + row[label] for label in count]
        back.append(from_where)
    at = max(count, key=best.__getitem__)
    path = [at]
    for from_where in reversed(back):
        at = from_where[at]
        path.append(at)
    return [labels[at] for at in reversed(path)]


def runs(labels: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """(role, first word, word after the last) of every stretch with one role."""
    opened = 0
    for at, label in enumerate([*labels, "O"]):
        before = labels[at - 1] if at else "O"
        if before != "O" and not label.startswith("I-"):
            yield before[2:], opened, at
        if label.startswith("B-"):
            opened = at
