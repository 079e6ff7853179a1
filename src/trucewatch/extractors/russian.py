"""Russian by a parser: slovnet's syntax and morphology, with the models that the natasha package carries.

A second opinion beside the default rules for Russian, of another kind of evidence. Decides only how words are cut and
which sentences are parsed together; what is read off a tree, ``trees`` decides. Needs no download at run time.
Natasha's own classes are not used: its ``MorphVocab`` asks for a module that current setuptools no longer has.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

from trucewatch.documents.model import Document
from trucewatch.errors import UsageError
from trucewatch.extractors.model import Candidate
from trucewatch.extractors.trees.model import Node, Tree
from trucewatch.extractors.trees.reading import read_trees
from trucewatch.extractors.trees.stretches import to_parse
from trucewatch.values import Span

_RULES = "2"
_NEEDED = ("natasha", "navec", "slovnet", "razdel")
_VECTORS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
_SYNTAX, _MORPH = "model/slovnet_syntax_news_v1.tar", "model/slovnet_morph_news_v1.tar"
_TOGETHER = 16  # sentences parsed at once
_LONGEST = 300  # words of a sentence that is parsed; a parser's memory grows with the square of them


class Russian:
    """The parser, loaded. Raises UsageError where the extra is not installed."""

    name = "ru"
    languages = ("ru",)

    def __init__(self) -> None:
        missing = [name for name in _NEEDED if find_spec(name) is None]
        if missing:
            raise UsageError(
                "the parser of [ru] cannot be used",
                f"not installed: {', '.join(missing)}",
                "pip install 'trucewatch[ru]'",
            )
        slovnet, folder = import_module("slovnet"), _models()
        self.version = f"{_RULES}-{version('slovnet')}-{version('natasha')}"
        vectors = import_module("navec").Navec.load(str(folder / _VECTORS))
        self._syntax = slovnet.Syntax.load(str(folder / _SYNTAX))
        self._morph = slovnet.Morph.load(str(folder / _MORPH), batch_size=_TOGETHER)
        self._syntax.navec(vectors)
        self._morph.navec(vectors)
        self._tokenize = import_module("razdel").tokenize

    def extract(self, document: Document) -> Iterator[Candidate]:
        """The statements that its parses tell of."""
        yield from read_trees(document, self._trees(document))

    def _trees(self, document: Document) -> Iterator[Tree]:
        sentences = (self._words(document.text, span) for span in to_parse(document, document.sentences))
        short = (words for words in sentences if 0 < len(words) <= _LONGEST)
        while batch := list(islice(short, _TOGETHER)):
            texts = [[span.of(document.text) for span in words] for words in batch]
            for words, parse, tags in zip(batch, self._syntax.map(texts), self._morph.map(texts), strict=True):
                yield Tree([_node(*each, document.text) for each in zip(words, parse.tokens, tags.tokens, strict=True)])

    def _words(self, text: str, sentence: Span) -> list[Span]:
        found = self._tokenize(sentence.of(text))
        return [Span(sentence.start + each.start, sentence.start + each.stop) for each in found]


def _node(span: Span, parse: Any, tagged: Any, text: str) -> Node:
    return Node(span, span.of(text).lower(), tagged.pos, parse.rel, int(parse.head_id) - 1)


def _models() -> Path:
    """Where the natasha package keeps its models; nothing of it is run."""
    found = find_spec("natasha")
    places = found.submodule_search_locations if found is not None else None
    folder = Path(next(iter(places or ("",)))) / "data"
    if not (folder / _SYNTAX).is_file():
        raise UsageError(
            "the parser of [ru] cannot be used", f"no models in {folder}", "pip install --force-reinstall natasha"
        )
    return folder
