"""A tagger behind the extractors' protocol: a document in, candidates out.

Decides that a "that" before what was said is no part of it, as for every statement, though corpora count it in; beyond
that, nothing that ``features``, ``labels`` and ``linking`` do not. The quotation marks that the tagger is told of are
those that ``language`` finds, and what is proposed is exact spans.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from trucewatch.documents.model import Document
from trucewatch.extractors.model import Candidate, Piece
from trucewatch.extractors.neural.features import Stretch, divide, pack, read_words
from trucewatch.extractors.neural.labels import best_path, runs
from trucewatch.extractors.neural.linking import Attribution, Tagged, link
from trucewatch.extractors.neural.model import Model
from trucewatch.language import Quotation, read_quotations
from trucewatch.values import Span

_JOINT = re.compile(r"(?:that|что|що)\s+", re.IGNORECASE)
_TOGETHER = 8  # windows that are run at once


class Neural:
    """A tagger from one ONNX file. Raises a TrucewatchError where it cannot be loaded."""

    def __init__(self, path: Path) -> None:
        self._model = Model(path)
        self.name = f"neural:{self._model.about.title}"
        self.version = self._model.version
        self.languages = self._model.about.languages

    def extract(self, document: Document) -> Iterator[Candidate]:
        """Every attribution that the tagger finds, in text order."""
        for attribution in link(list(self.tagged(document)), document.sentences):
            yield _candidate(document.text, attribution)

    def tagged(self, document: Document) -> Iterator[Tagged]:
        """What the tagger finds, paragraph by paragraph."""
        by_paragraph = list(self._stretches(document))
        labelled = self._labelled([stretch for stretches in by_paragraph for stretch in stretches])
        for stretches in by_paragraph:
            found: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
            for words, labels in islice(labelled, len(stretches)):
                for role, first, last in runs(labels):
                    found[role].append(words[first].span.to(words[last - 1].span))
            yield Tagged(found["source"], found["cue"], found["content"])

    def _stretches(self, document: Document) -> Iterator[list[Stretch]]:
        """The words of each paragraph, in as many parts as windows need."""
        quotations = read_quotations(document)
        for block in document.blocks:
            inside = _within(quotations, block.span)
            words = read_words(document.text, block.span, inside, self._model.vocabulary)
            sentences = document.sentences
            yield list(divide(words, sentences, self._model.about.size - 2)) if words else []

    def _labelled(self, stretches: Sequence[Stretch]) -> Iterator[tuple[Stretch, list[str]]]:
        """Each stretch with the labels of its words."""
        about = self._model.about
        windows = pack(stretches, about.size)
        while group := list(islice(windows, _TOGETHER)):
            for window, scores in zip(group, self._model.scores(group), strict=True):
                for words, each in zip(window, scores, strict=True):
                    yield words, best_path(each, about.steps, about.labels)


def _within(quotations: Sequence[Quotation], span: Span) -> Sequence[Quotation]:
    """The quotations of one paragraph; all are in text order."""
    first = bisect_left(quotations, span.start, key=lambda one: one.span.start)
    return quotations[first : bisect_left(quotations, span.end, key=lambda one: one.span.start)]


def _candidate(text: str, found: Attribution) -> Candidate:
    return Candidate(
        content=tuple(Piece(span.of(text), span.start) for span in map(partial(_said, text), found.content)),
        cue=_piece(text, found.cue),
        source=_piece(text, found.source),
        speaker=_piece(text, found.speaker),
    )


def _said(text: str, content: Span) -> Span:
    """The content without the word that only joins it to its cue; whole where there is nothing else."""
    joint = _JOINT.match(text, content.start, content.end)
    return Span(joint.end(), content.end) if joint and joint.end() < content.end else content


def _piece(text: str, span: Span | None) -> Piece | None:
    return None if span is None else Piece(span.of(text), span.start)
