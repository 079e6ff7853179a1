"""The Russian half of adaq as a measure of attribution: source, cue and content by token F1.

Reads the corpus from the evaluation folder and never changes it. Its sentences come as tokens; spaces are put back as
print sets them. The guidelines' ends are met by rule: "что" and quotation marks belong to the content.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from trucewatch.documents import Block, BlockKind, Document
from trucewatch.evaluation import Scores
from trucewatch.evaluation.rows import set_as_print
from trucewatch.extractors import Extractor, ground, propose
from trucewatch.language import analyse
from trucewatch.situation.model import Situation
from trucewatch.statements import Statement
from trucewatch.statements.slavic.building import Builder, Made
from trucewatch.values import Span

ROLES = ("content", "source", "cue")
_LEADS = ("что ", "чтобы ", "будто ")
NOWHERE = Situation(id="nowhere", title="Nowhere", parties=())


@dataclass(frozen=True)
class Sentence:
    """One labelled sentence: its text, where each token stands, and each token's role."""

    name: str
    text: str
    spans: tuple[Span, ...]
    roles: tuple[str, ...]


def read_sentences(path: Path) -> list[Sentence]:
    """Every sentence of the file, in its order."""
    rows: dict[str, list[tuple[str, str]]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            rows.setdefault(row["sentence_num"], []).append((row["text"], row["tags"]))
    return [_sentence(name, tokens) for name, tokens in rows.items()]


def is_kept_aside(sentence: Sentence) -> bool:
    """Whether the sentence is only measured, never tuned on: half of them, by a hash of their names."""
    return hashlib.sha256(sentence.name.encode()).digest()[0] % 2 == 1


def digest(sentences: Iterable[Sentence]) -> str:
    """The hash of exactly what is scored."""
    state = hashlib.sha256()
    for sentence in sentences:
        state.update(repr((sentence.name, sentence.text, sentence.roles)).encode())
    return state.hexdigest()


#: What is found in a sentence: roles with the words that have them.
Finder = Callable[[Sentence], Iterable[tuple[str, Span]]]


def measure(sentences: Iterable[Sentence], find: Finder | None = None) -> Scores:
    """Statements against the labels: the engine's, unless another finder is given."""
    scores = Scores()
    for sentence in sentences:
        found = found_roles(sentence, find or _spans)
        for role in ROLES:
            there = {(at, at + 1) for at, label in enumerate(sentence.roles) if label == role}
            scores.add(role, {(at, at + 1) for at, label in enumerate(found) if label == role}, there)
    return scores


def by_extractor(extractor: Extractor) -> Finder:
    """What another extractor finds, once grounded. "что" before what was said is put to it, as the guidelines do."""

    def find(sentence: Sentence) -> Iterator[tuple[str, Span]]:
        document = _document(sentence.text)
        for statement in ground(propose(extractor, document), analyse(document, NOWHERE)).statements:
            yield from _parts_of(sentence.text, statement)
            for span in statement.content:
                before = sentence.text[: span.start]
                lead = next((word for word in _LEADS if before.endswith(word)), "")
                if lead:
                    yield "content", Span(span.start - len(lead), span.end)

    return find


def found_roles(sentence: Sentence, find: Finder) -> tuple[str, ...]:
    """The role that each token is given; the outermost saying's where several hold it."""
    labels = ["None"] * len(sentence.spans)
    for role, span in sorted(find(sentence), key=lambda item: item[1].start - item[1].end):
        for at, token in enumerate(sentence.spans):
            if labels[at] == "None" and span.contains(token):
                labels[at] = role
    return tuple(labels)


def _spans(sentence: Sentence) -> Iterator[tuple[str, Span]]:
    for made in Builder(analyse(_document(sentence.text), NOWHERE), "ru").made():
        yield from _roles_of(sentence.text, made)


def _roles_of(text: str, made: Made) -> Iterator[tuple[str, Span]]:
    if made.saying.lead is not None:
        yield "content", made.saying.line.span(*made.saying.lead)
    yield from _parts_of(text, made.statement)


def _parts_of(text: str, statement: Statement) -> Iterator[tuple[str, Span]]:
    if statement.cue is not None:
        yield "cue", statement.cue
    if statement.source is not None:
        yield "source", statement.source
    for span in statement.content:
        low, high = span.start, span.end
        if text[low - 1 : low] in {'"', "«", "“"} and text[high : high + 1] in {'"', "»", "”"}:
            low, high = low - 1, high + 1
        yield "content", Span(low, high)


def _document(text: str) -> Document:
    whole = Span(0, len(text))
    return Document(
        id="adaq",
        sha256="",
        media_type="text/plain",
        text=text,
        text_sha256="",
        language="ru",
        blocks=(Block(whole, BlockKind.BODY),),
        sentences=(whole,),
        reader="adaq",
    )


def _sentence(name: str, tokens: list[tuple[str, str]]) -> Sentence:
    text, spans = set_as_print(word for word, _ in tokens)
    return Sentence(name, text, tuple(spans), tuple(role for _, role in tokens))
