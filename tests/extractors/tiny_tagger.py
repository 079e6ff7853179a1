"""A tagger of two tables, small enough to read: what a word is worth as each label, and what its place to marks is.

It is a real ONNX file with all that a tagger says of itself, and it really tags: known names are sources, known verbs
cues, what stands between quotation marks or goes on after "that" is content. A ``seed`` makes the tables chance.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import onnx
from onnx import TensorProto, helper

from trucewatch.extractors.neural.features import QUOTES
from trucewatch.extractors.neural.labels import LABELS

PIECES = (
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "that",
    ".",
    ",",
    "said",
    "denied",
    "accused",
    "berg",
    "dos",
    "##land",
    "army",
    "he",
    "karvian",
)
_STRONG = 9.0
_WORTH = {
    **dict.fromkeys(("said", "denied", "accused"), "B-cue"),
    **dict.fromkeys(("berg", "dos", "army", "he", "karvian"), "B-source"),
    **dict.fromkeys((".", ",", "karvian"), "O"),
    "that": "B-content",
}
_PLACES = {1: "B-content", 2: "I-content", 3: "I-content", 4: "I-content"}


def write_tagger(path: Path, seed: int | None = None, **about: Any) -> Path:
    """The tagger as a file. What it says of itself may be changed; None leaves it out."""
    chance = None if seed is None else random.Random(seed)  # noqa: S311 -- a model of chance
    words = [_row(_WORTH.get(piece), 1.0, chance) for piece in PIECES]
    places = [_row(_PLACES.get(place), 2.0, chance) for place in range(QUOTES)]
    said = {"format": 1, "title": "tiny", "labels": LABELS, "steps": _steps(), "size": 32, "languages": ["en"]} | about
    model = _model(words, places)
    helper.set_model_props(
        model,
        {
            "trucewatch": json.dumps({key: value for key, value in said.items() if value is not None}),
            "vocabulary": "\n".join(PIECES),
        },
    )
    onnx.save(model, str(path))
    return path


def _row(label: str | None, weight: float, chance: random.Random | None) -> list[float]:
    if chance is not None:
        return [chance.gauss(0, 2) for _ in LABELS]
    if label is None:
        return [0.0] * len(LABELS)
    return [weight * _STRONG * (one == label) for one in LABELS]


def _steps() -> list[list[float]]:
    """What goes on goes on: content until something else is worth more."""
    steps = [[-_STRONG / 2 * label.startswith("B-") for label in LABELS] for _ in LABELS]  # nothing begins of itself
    for before in ("B-content", "I-content"):
        steps[LABELS.index(before)][LABELS.index("I-content")] = _STRONG / 6
    return steps


def _model(words: list[list[float]], places: list[list[float]]) -> onnx.ModelProto:
    tables = {"words": words, "places": places}
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["windows", "pieces"])
        for name in ("ids", "case", "quote", "mask")
    ]
    scores = helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["windows", "pieces", len(LABELS)])
    nodes = [
        helper.make_node("Gather", ["words", "ids"], ["by_word"]),
        helper.make_node("Gather", ["places", "quote"], ["by_place"]),
        helper.make_node("Add", ["by_word", "by_place"], ["scores"]),
    ]
    weights = [
        helper.make_tensor(name, TensorProto.FLOAT, [len(rows), len(LABELS)], [one for row in rows for one in row])
        for name, rows in tables.items()
    ]
    graph = helper.make_graph(nodes, "tiny", inputs, [scores], weights)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
