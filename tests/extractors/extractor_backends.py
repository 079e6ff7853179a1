"""Every extractor there is, each with a report in which it finds something: what the contract is held against.

To add one: a function that makes it (a context manager, so that it may start and stop what it needs, and may call
``pytest.skip`` with the reason where something is missing), and a ``Backend`` in ``BACKENDS``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from extractor_texts import VALLEY
from fake_llm import honest, served

from trucewatch.extractors import Extractor, Rules
from trucewatch.extractors.choosing import choose
from trucewatch.extractors.llm import LanguageModel
from trucewatch.extractors.llm.endpoint import Endpoint
from trucewatch.extractors.neural import Neural
from trucewatch.extractors.pipelines import SpacyPipeline

ENGLISH = (
    "“The bridge at Tolm is gone,” Karvian defence minister Anna Berg said on Monday. Dosland denied that its guns had "
    "fired.\nBerg accused Dosland of breaking the truce. A spokesman for the army said that four people were hurt."
)
RUSSIAN = "Министр обороны Анна Берг заявила, что мост разрушен. «Мы не стреляли», — сказал представитель армии."


@dataclass(frozen=True)
class Backend:
    """One extractor under the contract. ``is_repeatable`` where the same text always gives the same candidates."""

    name: str
    make: Callable[[], AbstractContextManager[Extractor]]
    text: str
    language: str = "en"
    is_repeatable: bool = True


@contextmanager
def _rules() -> Iterator[Extractor]:
    yield Rules(VALLEY)


@contextmanager
def _tagger() -> Iterator[Extractor]:
    """A tagger of two tables that tags."""
    for name in ("onnx", "onnxruntime"):
        pytest.importorskip(name, reason="the [neural] extra is not installed")
    from tiny_tagger import write_tagger  # noqa: PLC0415 -- needs the extra

    with TemporaryDirectory() as folder:
        yield Neural(write_tagger(Path(folder) / "tiny.onnx"))


@contextmanager
def _spacy() -> Iterator[Extractor]:
    """A pipeline with parses written by hand."""
    pytest.importorskip("spacy", reason="the [spacy] extra is not installed")
    from hand_parses import pipeline  # noqa: PLC0415 -- needs the extra

    yield SpacyPipeline(pipeline())


def russian() -> Extractor:
    """The Russian parser, or a skip that says so."""
    if any(find_spec(name) is None for name in ("natasha", "slovnet", "navec", "razdel")):
        pytest.skip("the [ru] extra is not installed: nothing is tested on its parser; tools/setup test brings it")
    return choose("ru", VALLEY)


@contextmanager
def _russian() -> Iterator[Extractor]:
    yield russian()


@contextmanager
def _llm() -> Iterator[Extractor]:
    with served(honest) as model:
        yield LanguageModel("fake", Endpoint(model.url, timeout=30))


BACKENDS = [
    Backend("rules", _rules, ENGLISH),
    Backend("rules in Russian", _rules, RUSSIAN, "ru"),
    Backend("spacy", _spacy, ENGLISH),
    Backend("ru", _russian, RUSSIAN, "ru"),
    Backend("neural", _tagger, ENGLISH),
    Backend("llm", _llm, ENGLISH, is_repeatable=False),
    Backend("llm in Russian", _llm, RUSSIAN, "ru", is_repeatable=False),
]
