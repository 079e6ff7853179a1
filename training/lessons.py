"""Annotated articles as what the tagger learns from: windows of words with a label each, as tensors.

Words, features and windows are those that the tagger is run with (``trucewatch.extractors.neural``), so nothing can
differ between training and use. Windows are cut anew each time, so that a paragraph is seen with different neighbours.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from trucewatch.evaluation import Article, Range, document_of, flatten
from trucewatch.extractors.neural.features import Stretch, divide, lay_out, pack, read_words
from trucewatch.extractors.neural.labels import LABELS
from trucewatch.extractors.neural.wordpieces import Vocabulary
from trucewatch.language import read_quotations

NUMBER = {label: number for number, label in enumerate(LABELS)}
#: Words that are not cut, and the number of the label of each.
Taught = tuple[Stretch, tuple[int, ...]]


@dataclass(frozen=True)
class Lesson:
    """One article, paragraph by paragraph."""

    name: str
    stretches: tuple[Taught, ...]


@dataclass(frozen=True)
class Batch:
    """Windows as tensors. ``places`` says, for each stretch, where its words' first pieces are among all pieces."""

    ids: Tensor
    case: Tensor
    quote: Tensor
    mask: Tensor
    places: Tensor
    labels: Tensor
    real: Tensor


def lesson_of(article: Article, vocabulary: Vocabulary, size: int) -> Lesson:
    """An article with the labels that its annotations give each word."""
    document = document_of(article.text, article.language)
    quotations = read_quotations(document)
    marked = flatten(article.text, article.gold)
    stretches: list[Taught] = []
    for block in document.blocks:
        inside = [one for one in quotations if block.span.contains(one.span)]
        here = {
            role: [one for one in spans if block.span.start <= one[0] < block.span.end]
            for role, spans in marked.items()
        }
        words = read_words(article.text, block.span, inside, vocabulary)
        stretches += [(part, label_words(part, here)) for part in divide(words, document.sentences, size - 2) if part]
    return Lesson(article.name, tuple(stretches))


def label_words(words: Stretch, marked: Mapping[str, Iterable[Range]]) -> tuple[int, ...]:
    """The label of each word, given the spans of each role. An inside that lost its begin to another span begins."""
    roles = [("", -1)] * len(words)
    for number, (role, start, end) in enumerate((role, *span) for role, spans in marked.items() for span in spans):
        for at, word in enumerate(words):
            if word.span.start < end and start < word.span.end:
                roles[at] = (role, number)
    before = ("", -1)
    labels = []
    for one in roles:
        labels.append("O" if not one[0] else f"{'I' if one == before else 'B'}-{one[0]}")
        before = one
    return tuple(NUMBER[label] for label in labels)


def windows(lessons: Iterable[Lesson], size: int, chance: random.Random | None = None) -> list[tuple[Taught, ...]]:
    """Windows of all lessons; with ``chance``, each lesson's first cut anywhere, and all in any order."""
    found = [window for lesson in lessons for window in _windows(lesson, size, chance)]
    if chance is not None:
        chance.shuffle(found)
    return found


def _windows(lesson: Lesson, size: int, chance: random.Random | None) -> Iterator[tuple[Taught, ...]]:
    first = chance.randint(size // 4, size) if chance else None
    taught = iter(lesson.stretches)
    for window in pack((words for words, _ in lesson.stretches), size, first):
        yield tuple(next(taught) for _ in window)


def batch_of(group: Sequence[tuple[Taught, ...]], vocabulary: Vocabulary) -> Batch:
    """Windows as tensors."""
    rows = [lay_out((words for words, _ in window), vocabulary) for window in group]
    length = max(len(row) for row, _ in rows)
    table = torch.zeros(len(rows), length, 4, dtype=torch.long)
    places = []
    for at, (row, firsts) in enumerate(rows):
        table[at, : len(row)] = torch.tensor(row)
        places += [torch.tensor(one) + at * length for one in firsts]
    pad = torch.nn.utils.rnn.pad_sequence
    labels = [torch.tensor(numbers) for window in group for _, numbers in window]
    real = pad([torch.ones(len(one)) for one in places], batch_first=True)
    ids, case, quote, mask = table.unbind(-1)
    return Batch(ids, case, quote, mask, pad(places, batch_first=True), pad(labels, batch_first=True), real)
