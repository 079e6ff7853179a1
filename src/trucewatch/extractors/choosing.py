"""Which extractor a user means by "spacy:en_core_web_sm" or "llm:qwen3:8b".

Decides what such a name is made of, and says what to install where an extra is missing. Loads only what is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from trucewatch.errors import UsageError
from trucewatch.extractors.model import Extractor
from trucewatch.situation import Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a user asks of an extractor beside its name. ``may_leave`` lets the text of reports leave the machine."""

    endpoint: str = ""
    may_leave: bool = False
    timeout: int = 300
    key: str = field(default="", repr=False)


def choose(name: str, situation: Situation, wish: Wish | None = None) -> Extractor:
    """The extractor of that name. Raises UsageError where there is none, or where what it needs is not installed."""
    kind, _, model = name.strip().partition(":")
    make = _MAKERS.get(kind)
    if make is None:
        raise UsageError(f"no extractor {kind!r}", "", f"use {', '.join(_EXAMPLES)}")
    return make(model, situation, wish or Wish())


def _rules(_model: str, situation: Situation, _wish: Wish) -> Extractor:
    from trucewatch.extractors.rules import Rules  # noqa: PLC0415 - each maker loads its own

    return Rules(situation)


def _llm(model: str, _situation: Situation, wish: Wish) -> Extractor:
    from trucewatch.extractors.llm import LanguageModel  # noqa: PLC0415
    from trucewatch.extractors.llm.endpoint import Endpoint  # noqa: PLC0415

    endpoint = Endpoint(wish.endpoint, may_leave=wish.may_leave, timeout=wish.timeout, key=wish.key)
    return LanguageModel(model, endpoint)


def _neural(model: str, _situation: Situation, _wish: Wish) -> Extractor:
    from trucewatch.extractors.neural import Neural  # noqa: PLC0415

    return Neural(Path(model))


def _spacy(model: str, _situation: Situation, _wish: Wish) -> Extractor:
    from trucewatch.extractors.pipelines import load  # noqa: PLC0415

    return load(model)


def _russian(_model: str, _situation: Situation, _wish: Wish) -> Extractor:
    from trucewatch.extractors.russian import Russian  # noqa: PLC0415

    return Russian()


_MAKERS: dict[str, Callable[[str, Situation, Wish], Extractor]] = {
    "llm": _llm,
    "neural": _neural,
    "rules": _rules,
    "ru": _russian,
    "spacy": _spacy,
}
_EXAMPLES = ("llm:MODEL", "neural:FILE.onnx", "spacy:MODEL", "ru")
