"""Any installed spaCy pipeline with a dependency parse, as an extractor.

Decides which pipeline is meant and whether it can do this work, and turns its parses into trees. What is read off a
tree, ``trees`` decides. Downloads nothing: a model is installed by the user, like any package, or named as a folder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from trucewatch.documents.model import Document
from trucewatch.errors import UsageError
from trucewatch.extractors.model import Candidate
from trucewatch.extractors.trees.model import Node, Tree
from trucewatch.extractors.trees.reading import read_trees
from trucewatch.extractors.trees.stretches import to_parse
from trucewatch.values import Span

_RULES = "2"  # of ``trees``, as far as these parses are concerned
_LONGEST = 50_000  # code points parsed at once: a parser's memory grows with them


class SpacyPipeline:
    """A loaded pipeline. Raises UsageError where it gives no dependency parse."""

    def __init__(self, nlp: Any, name: str = "") -> None:
        meta = nlp.meta
        self._nlp = nlp
        self.name = f"spacy:{name or '_'.join(filter(None, (meta.get('lang'), meta.get('name'))))}"
        self.version = f"{_RULES}-{meta.get('version') or '0'}-{import_module('spacy').__version__}"
        self.languages = (str(nlp.lang),)
        if not {"parser", "tree"} & set(nlp.pipe_names):
            has = ", ".join(nlp.pipe_names) or "nothing"
            raise UsageError(
                f"{self.name} has no dependency parser", f"it has {has}", "a pipeline with one, e.g. en_core_web_sm"
            )

    def extract(self, document: Document) -> Iterator[Candidate]:
        """The statements that its parses tell of."""
        yield from read_trees(document, self._trees(document))

    def _trees(self, document: Document) -> Iterator[Tree]:
        stretches = list(_stretches(document))
        parsed = self._nlp.pipe(_whole(span.of(document.text)) for span in stretches)
        for stretch, doc in zip(stretches, parsed, strict=True):
            for sentence in doc.sents:
                yield tree_of(list(sentence), stretch.start)


def load(name: str) -> SpacyPipeline:
    """The installed pipeline of that name, or the one in that folder. Raises UsageError where it cannot be had."""
    if find_spec("spacy") is None:
        raise UsageError("spaCy pipelines cannot be used", "spaCy is not installed", "pip install 'trucewatch[spacy]'")
    if not name:
        raise UsageError("no pipeline is named", "", "write it as spacy:MODEL, e.g. spacy:en_core_web_sm")
    try:
        return SpacyPipeline(import_module("spacy").load(name), name)
    except (OSError, ImportError, ValueError) as error:
        why = " ".join(str(error).split())[:160]
        raise UsageError(
            f"no spaCy pipeline {name!r}", why, "install it as its publisher says; nothing is fetched here"
        ) from error


def tree_of(tokens: Sequence[Any], offset: int) -> Tree:
    """One parsed sentence. White space that the tokenizer made a word of is no word of it."""
    words = [token for token in tokens if not token.is_space]
    places = {token.i: at for at, token in enumerate(words)}
    return Tree([_node(token, places, offset) for token in words])


def _node(token: Any, places: dict[int, int], offset: int) -> Node:
    start = offset + token.idx
    tag = token.pos_ or ("PUNCT" if not any(map(str.isalnum, token.text)) else "X")
    head = places.get(token.head.i, -1) if token.head.i != token.i else -1
    return Node(Span(start, start + len(token.text)), token.lower_, tag, token.dep_, head)


def _whole(text: str) -> str:
    """The text without half characters, which spaCy refuses: as many question marks."""
    return text.encode("utf-8", "replace").decode()


def _stretches(document: Document) -> Iterator[Span]:
    """What is parsed at once: a paragraph, or as much of it as fits."""
    for span in to_parse(document, (block.span for block in document.blocks)):
        for start in range(span.start, span.end, _LONGEST):
            yield Span(start, min(span.end, start + _LONGEST))
