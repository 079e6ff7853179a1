"""A trained tagger as one ONNX file that needs nothing else: weights, vocabulary, labels, what it says of itself."""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import onnx
import torch
from chain import Chain
from encoder import Tagger

from trucewatch.extractors.neural.labels import LABELS
from trucewatch.extractors.neural.model import FORMAT, INPUTS

_OPSET = 17  # old enough for the onnxruntime of years ago


@dataclass(frozen=True)
class Provenance:
    """What a model says of itself: its name, its languages, and what it was made from."""

    title: str
    languages: Sequence[str]
    size: int
    trained_on: str
    epochs: float


def export(tagger: Tagger, chain: Chain, vocabulary: Sequence[str], about: Provenance, path: Path) -> None:
    """Write the model to ``path``."""
    tagger.eval()
    example = tuple(torch.ones(2, 16, dtype=torch.long) for _ in INPUTS)
    axes = {0: "windows", 1: "pieces"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the newer exporter needs a library more
        torch.onnx.export(
            tagger,
            example,
            str(path),
            input_names=list(INPUTS),
            output_names=["scores"],
            dynamic_axes=dict.fromkeys((*INPUTS, "scores"), axes),
            opset_version=_OPSET,
            dynamo=False,
        )
    model = onnx.load(str(path))
    said = {"format": FORMAT, "labels": LABELS, "steps": chain.steps.detach().tolist(), **asdict(about)}
    onnx.helper.set_model_props(model, {"trucewatch": json.dumps(said), "vocabulary": "\n".join(vocabulary)})
    onnx.save(model, str(path))
