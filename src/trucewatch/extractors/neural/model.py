"""A tagger in one ONNX file: what it needs to be told, and the scores it gives.

Decides whether a file is a tagger of ours: four inputs of numbers, one output of scores, and beside them its
vocabulary, labels, the weights of steps between labels, the size of its windows and its languages. Runs on one thread,
and asks no network for anything.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trucewatch.errors import InputError, UsageError
from trucewatch.extractors.neural.features import Stretch, lay_out
from trucewatch.extractors.neural.labels import LABELS, constrained
from trucewatch.extractors.neural.wordpieces import Vocabulary

if TYPE_CHECKING:
    import onnxruntime

FORMAT = 1
INPUTS = ("ids", "case", "quote", "mask")
_SMALLEST = 8  # pieces of a window: below, no sentence would fit into one
_MAKE = "make one as training/README.md says"
#: One window: whole stretches that are read together.
Window = Sequence[Stretch]
Scores = list[list[float]]


@dataclass(frozen=True)
class About:
    """What a model says of itself."""

    title: str
    labels: tuple[str, ...]
    steps: list[list[float]]  # what each step from label to label weighs, what may not be made impossible
    size: int
    languages: tuple[str, ...]


class Model:
    """An encoder with its vocabulary. ``version`` changes with any byte of the file."""

    def __init__(self, path: Path) -> None:
        self._session = _session(path)
        self.about, self.vocabulary = _described(self._session, path)
        self.version = hashlib.sha256(path.read_bytes()).hexdigest()[:12]

    def scores(self, windows: Sequence[Window]) -> list[list[Scores]]:
        """For each window and each of its stretches, a score for each label of each word."""
        import numpy as np  # noqa: PLC0415 -- onnxruntime brings it

        rows = [lay_out(window, self.vocabulary) for window in windows]
        table = np.zeros((len(INPUTS), len(rows), max(len(row) for row, _ in rows)), dtype=np.int64)
        for at, (row, _) in enumerate(rows):
            table[:, at, : len(row)] = np.array(row).T
        (scores,) = self._session.run(None, dict(zip(INPUTS, table, strict=True)))
        return [[scores[at][firsts].tolist() for firsts in places] for at, (_, places) in enumerate(rows)]


def _session(path: Path) -> onnxruntime.InferenceSession:
    try:
        import onnxruntime  # noqa: PLC0415 -- an extra
    except ModuleNotFoundError as error:
        raise UsageError(
            "the tagger cannot be run", f"{error.name} is not installed", "pip install 'trucewatch[neural]'"
        ) from error
    if not path.is_file():
        raise InputError(f"{path} is not there", "no such file", f"name the .onnx file of a tagger, or {_MAKE}")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's own errors share no root
        raise InputError(f"{path} is no model", str(error).partition("\n")[0], _MAKE) from error


def _described(session: onnxruntime.InferenceSession, path: Path) -> tuple[About, Vocabulary]:
    """What the file says beside its weights. Refuses a model that is no tagger of ours."""
    beside: dict[str, str] = session.get_modelmeta().custom_metadata_map
    try:
        about: dict[str, Any] = json.loads(beside["trucewatch"])
        vocabulary = Vocabulary.of(beside["vocabulary"].split("\n"))
        labels = tuple(about["labels"])
        inputs, (output,) = session.get_inputs(), session.get_outputs()
        is_ours = about["format"] == FORMAT and set(labels) == set(LABELS) and vocabulary.is_whole
        if not is_ours or tuple(one.name for one in inputs) != INPUTS or output.shape[-1] != len(labels):
            raise InputError(f"{path} is no tagger", "it is of another format", _MAKE)
        described = About(
            title=str(about["title"]),
            labels=labels,
            steps=constrained(about["steps"], labels),
            size=max(_SMALLEST, int(about["size"])),
            languages=tuple(about["languages"]),
        )
    except (KeyError, ValueError, TypeError) as error:
        raise InputError(f"{path} is no tagger", f"it lacks what a tagger says of itself ({error})", _MAKE) from error
    return described, vocabulary
