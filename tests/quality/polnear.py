"""PolNeAR as a measure of attribution: source, cue and content by exact match, paragraph by paragraph.

Reads the corpus from the evaluation folder and never changes it. The score follows CofeNet's: each paragraph is a unit,
a span counts when its role and both ends agree, and where one attribution stands inside another's content the outer
one is scored. Counting is by characters, not by the scorer's own tokens, which differs from CofeNet's only in how
overlapping attributions are cut (some 8 % fewer gold spans).

PolNeAR counts attitudes ("hopes", "supports") as attributions; the engine sees them and reports none, so the sayings
that it works with are measured, not the statements it keeps. The guidelines' ends are met by rule: quotation marks and
"that" belong to the content, the accused and the urged too.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from trucewatch.documents import Block, BlockKind, Document, split_sentences
from trucewatch.language import analyse
from trucewatch.situation.model import Situation
from trucewatch.statements.frames import Reading
from trucewatch.statements.sayings import Saying, find_sayings
from trucewatch.values import Span

ROLES = ("content", "source", "cue")
Range = tuple[int, int]
Marked = dict[str, list[Range]]
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_NOWHERE = Situation(id="nowhere", title="Nowhere", parties=())
_OPENING, _CLOSING = "“\"'‘", "”\"'’"


@dataclass(frozen=True)
class Article:
    """One annotated article. ``gold`` holds, per attribution, the ranges of each role."""

    name: str
    text: str
    gold: tuple[Marked, ...]


@dataclass
class Tally:
    """Spans that agree, that were found, and that are there."""

    hits: int = 0
    found: int = 0
    there: int = 0

    @property
    def f1(self) -> int:
        """F1 in per mille."""
        return round(2000 * self.hits / (self.found + self.there)) if self.found + self.there else 0


@dataclass
class Scores:
    """One tally per role, and one for contents that are wholly between quotation marks ("direct")."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))

    def add(self, role: str, found: set[Range], there: set[Range]) -> None:
        """Count one article."""
        tally = self.tallies[role]
        tally.hits += len(found & there)
        tally.found += len(found)
        tally.there += len(there)

    def per_mille(self) -> dict[str, int]:
        """F1 of each role in per mille."""
        return {role: tally.f1 for role, tally in sorted(self.tallies.items())}


def read_articles(folder: Path) -> list[Article]:
    """The articles of one part, by name; the first annotator of each in sorted order."""
    annotations: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotations.setdefault(path.stem.rsplit("_", 1)[0], path)
    texts = sorted((folder / "text").glob("*.txt"))
    return [_article(path, annotations[path.stem]) for path in texts]


def digest(articles: Iterable[Article]) -> str:
    """The hash of exactly what is scored."""
    state = hashlib.sha256()
    for article in articles:
        state.update(repr((article.name, article.text, article.gold)).encode())
    return state.hexdigest()


def measure(articles: Iterable[Article]) -> Scores:
    """The engine's sayings against the annotations."""
    scores = Scores()
    for article in articles:
        there = flatten(article.text, article.gold)
        found = flatten(article.text, [_marked(saying) for saying in _sayings(article.text)])
        for role in ROLES:
            scores.add(role, found[role], there[role])
        scores.add("direct", _quoted(article.text, found["content"]), _quoted(article.text, there["content"]))
    return scores


def document_of(text: str) -> Document:
    """The article as a document: every line a paragraph of the body."""
    blocks = tuple(Block(Span(*ends), BlockKind.BODY) for ends in _paragraphs(text))
    sentences = tuple(sentence for block in blocks for sentence in split_sentences(text, block.span))
    return Document(
        id="polnear",
        sha256="",
        media_type="text/plain",
        text=text,
        text_sha256="",
        language="en",
        blocks=blocks,
        sentences=sentences,
        reader="polnear",
    )


def flatten(text: str, attributions: Iterable[Marked]) -> dict[str, set[Range]]:
    """One label per character: the attribution with the longest content first, later ones only where nothing is."""
    paragraphs = list(_paragraphs(text))
    taken = bytearray(len(text))
    out: dict[str, set[Range]] = {role: set() for role in ROLES}
    for marked in sorted(attributions, key=lambda one: -sum(end - start for start, end in one.get("content", []))):
        for role in ROLES:
            for start, end in _clipped(text, paragraphs, marked.get(role, [])):
                if not any(taken[start:end]):
                    taken[start:end] = b"\1" * (end - start)
                    out[role].add((start, end))
    return out


def _paragraphs(text: str) -> Iterator[Range]:
    for found in _PARAGRAPH.finditer(text):
        yield _stripped(text, *found.span())


def _stripped(text: str, start: int, end: int) -> Range:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _clipped(text: str, paragraphs: list[Range], ranges: Iterable[Range]) -> Iterator[Range]:
    """The ranges cut at the ends of paragraphs."""
    for start, end in ranges:
        for low, high in paragraphs:
            if low < end and start < high:
                cut = _stripped(text, max(start, low), min(end, high))
                if cut[0] < cut[1]:
                    yield cut


def _quoted(text: str, contents: set[Range]) -> set[Range]:
    return {(a, b) for a, b in contents if text[a] in _OPENING and text[b - 1] in _CLOSING}


def _sayings(text: str) -> list[Saying]:
    return find_sayings(Reading(analyse(document_of(text), _NOWHERE)))


def _marked(saying: Saying) -> Marked:
    """The saying with the ends that the guidelines ask for."""
    frame, phrase, cue = saying.frame, saying.subject.phrase, saying.cue
    spans = {
        "content": [frame.span(*part) for part in saying.content.whole] + saying.further,
        "source": [] if phrase is None else [frame.span(phrase.first, phrase.last)],
        "cue": [] if cue is None else [frame.span(cue.first, cue.last)],
    }
    if not spans["content"]:
        return {}
    return {role: [(span.start, span.end) for span in found] for role, found in spans.items()}


def _article(path: Path, annotation: Path) -> Article:
    text = path.read_bytes().decode("utf-8")  # offsets count its carriage returns too
    spans: dict[str, list[Range]] = {}
    events: list[list[tuple[str, str]]] = []
    for line in annotation.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            ends = rest.partition("\t")[0].partition(" ")[2]
            spans[key] = [(int(a), int(b)) for a, b in (pair.split() for pair in ends.split(";") if pair.strip())]
        elif key.startswith("E"):
            events.append([(role, target) for role, _, target in (part.partition(":") for part in rest.split())])
    text, moved = _plain_marks(text)
    gold = tuple(_attribution(text, event, spans, moved) for event in events)
    return Article(path.stem, text, gold)


def _attribution(text: str, event: list[tuple[str, str]], spans: dict[str, list[Range]], moved: list[int]) -> Marked:
    """One attribution with fragments joined where only white space parts them."""
    marked: Marked = {}
    for name, target in event:
        role = name.rstrip("0123456789").lower()
        if role in ROLES:
            marked.setdefault(role, []).extend((moved[a], moved[b]) for a, b in spans[target])
    return {role: _joined(text, sorted(ranges)) for role, ranges in marked.items()}


def _joined(text: str, ranges: list[Range]) -> list[Range]:
    joined: list[Range] = []
    for start, end in ranges:
        if joined and not text[joined[-1][1] : start].strip(" \t\r\u00a0"):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _plain_marks(text: str) -> tuple[str, list[int]]:
    """The text with the corpus's doubled marks ('' and ``) as quotation marks, and where each character went."""
    out: list[str] = []
    moved = [0] * (len(text) + 1)
    at = 0
    while at < len(text):
        moved[at] = len(out)
        if text[at : at + 2] in {"''", "``"}:
            moved[at + 1] = len(out)
            out.append('"')
            at += 2
        else:
            out.append(text[at])
            at += 1
    moved[len(text)] = len(out)
    return "".join(out), moved
