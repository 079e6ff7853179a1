"""Trucewatch's statements against textacy and a small spaCy pipeline, on the same texts in the same run.

Each system runs in a process of its own, on one thread, turn by turn. All get the same texts as strings. Prints, as
Markdown, per system:

- tokens per second of processor time (median and best of the turns), and how many times spaCy's that is;
- seconds of starting (imports, tables, a first text), which count nowhere else;
- what it finds of the direct quotations that people annotated: exact F1, F1 at four fifths of overlap, and how often
  the content is found with the right source;
- on how many texts it raised an error: these count as texts in which it found nothing.

Tokens are ours for all. ``--texts`` is any folder that ``trucewatch eval statements`` reads; without it PolNeAR's
development part where it lies beside the project, else the reports in gold/. ``--pipeline`` is an installed spaCy
pipeline or a folder that ``bench/spacy_pipeline.py`` made; without it one is made of the same shape with weights of
chance, which is blind and somewhat faster than a trained one. ``--tagger`` adds the [neural] extractor with that
model. Asserts nothing.

    python bench/statements_peers.py [--texts DIR] [--pipeline NAME] [--tagger FILE] [--turns 3] [--only NAMES]
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import statistics
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from own_process import in_own_process, say, spent

from trucewatch.evaluation import (
    Article,
    Marked,
    Scores,
    by_extractor,
    digest,
    document_of,
    of_statements,
    read_corpus,
    score,
    total,
)
from trucewatch.language.tokens import cut
from trucewatch.situation import Situation

ROOT = Path(__file__).parents[1]
_CORPORA = Path(os.environ.get("TRUCEWATCH_EVAL", ROOT.parent / "shared" / "eval"))
_NOWHERE = Situation(id="nowhere", title="Nowhere", parties=())
_WARM = "“We will go,” Ann Berg said on Monday. She denied that the army had fired."
_SHOWN = ("direct", "direct, 80 % overlap", "direct, with its source")
YARDSTICK = "spacy"

#: What a system does with one text: the attributions it finds, or None where it looks for none.
Finds = Callable[[Article], list[Marked] | None]


@dataclass(frozen=True, slots=True)
class Result:
    """What one turn of one system came to: seconds of processor time, errors, and its measures in per mille."""

    start: float
    spent: float
    errors: int = 0
    measures: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class System:
    """One row: how it is made, what libraries it needs, and what it is called."""

    title: str
    make: Callable[[argparse.Namespace], Finds]
    needs: tuple[str, ...] = ()


def _default(_: argparse.Namespace) -> Finds:
    """Everything that the default reads of a report: analysis, statements, events."""
    from trucewatch.events import find_events  # noqa: PLC0415 -- importing is part of starting
    from trucewatch.language import analyse  # noqa: PLC0415 -- the same
    from trucewatch.statements import find_statements  # noqa: PLC0415 -- the same

    def find(article: Article) -> list[Marked]:
        analysis = analyse(document_of(article.text), _NOWHERE)
        statements = find_statements(analysis)
        find_events(analysis, statements)
        return of_statements(article.text, statements)

    return find


def _spacy(options: argparse.Namespace) -> Finds:
    """The pipeline alone: what anything built on it pays first."""
    pipeline = _load(options.pipeline)

    def find(article: Article) -> None:
        pipeline(article.text)

    return find


def _textacy(options: argparse.Namespace) -> Finds:
    """What textacy calls direct quotations, over the pipeline."""
    from textacy.extract import direct_quotations  # noqa: PLC0415 -- only where it is installed

    pipeline = _load(options.pipeline)

    def find(article: Article) -> list[Marked]:
        return [_of_triple(triple) for triple in direct_quotations(pipeline(article.text))]

    return find


def _neural(options: argparse.Namespace) -> Finds:
    """A trained tagger, its candidates grounded."""
    from trucewatch.extractors.neural import Neural  # noqa: PLC0415 -- importing is part of starting

    return by_extractor(Neural(Path(options.tagger)))


SYSTEMS = {
    "default": System("Trucewatch, default: analysis, statements, events", _default),
    "neural": System("Trucewatch, [neural], candidates grounded", _neural, ("onnxruntime",)),
    "spacy": System("spaCy, small pipeline alone", _spacy, ("spacy",)),
    "textacy": System("textacy, direct quotations over it", _textacy, ("spacy", "textacy")),
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure all systems and print the table; or, as a child, measure one and print its result."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, default=_texts(), help="annotated texts, in any format that eval reads")
    parser.add_argument("--pipeline", default="", help="a spaCy pipeline: a name or a folder")
    parser.add_argument("--tagger", default="", help="a model for the [neural] extractor")
    parser.add_argument("--turns", type=int, default=3, help="how often each system is measured")
    parser.add_argument("--only", default=",".join(SYSTEMS), help="which systems, of: " + ", ".join(SYSTEMS))
    parser.add_argument("--child", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.child:
        sys.stdout.write(json.dumps(asdict(measure(options.child, options))))
        return
    with TemporaryDirectory() as folder:
        told = (
            options.pipeline
            or "of weights of chance: faster than a trained one, and what is found with it does not count"
        )
        names = [name for name in options.only.split(",") if _is_here(name, options)]
        if not options.pipeline and any("spacy" in SYSTEMS[name].needs for name in names):
            options.pipeline = _made(Path(folder) / "pipeline")
        show(_turns(names, options), read_corpus(options.texts), f"{options.texts}; spaCy's pipeline {told}")


def measure(name: str, options: argparse.Namespace) -> Result:
    """One system on all texts, in this process."""
    articles = read_corpus(options.texts)
    begun = spent()
    find = SYSTEMS[name].make(options)
    find(Article("warm", _WARM, ()))
    started = spent()
    found = [_tried(find, article) for article in articles]
    ended = spent()
    scores = [score(article, one) for article, one in zip(articles, found, strict=True) if one is not None]
    failed = [score(article, []) for article, one in zip(articles, found, strict=True) if one is None]
    whole = total([*scores, *failed]) if name != YARDSTICK else Scores()
    return Result(started - begun, ended - started, found.count(None), whole.per_mille())


def _tried(find: Finds, article: Article) -> list[Marked] | None:
    """What is found; None where the system raised an error."""
    try:
        return find(article) or []
    except Exception as error:  # noqa: BLE001 -- that a peer fails, and how, is what is counted
        say(f"{article.name}: {type(error).__name__}: {str(error)[:60]}")
        return None


def _turns(names: Sequence[str], options: argparse.Namespace) -> dict[str, list[Result]]:
    turns: dict[str, list[Result]] = defaultdict(list)
    given = ("--texts", str(options.texts), "--pipeline", options.pipeline, "--tagger", options.tagger)
    for turn in range(options.turns):
        for name in names:
            turns[name].append(Result(**in_own_process(__file__, "--child", name, *given)))
            say(f"turn {turn + 1}: {name} {turns[name][-1].spent:.1f} s of processor time")
    return turns


def show(turns: dict[str, list[Result]], articles: Sequence[Article], told: str) -> None:
    """The table, and what it was measured on."""
    tokens = sum(1 for article in articles for _ in cut(article.text))
    rate = partial(_rate, tokens)
    print(f"{len(articles):,} texts, {tokens:,} tokens, sha256 {digest(articles)[:16]}: {told}; one thread each.\n")
    print(
        "| system | tokens per CPU-s, median (best) | × spaCy | start, CPU-s | direct: exact F1 | at 80 % overlap"
        " | found with its source | errors |\n|---|---:|---:|---:|---:|---:|---:|---:|"
    )
    for name, results in turns.items():
        base = statistics.median(map(rate, turns[YARDSTICK])) if YARDSTICK in turns else 0.0
        median, best = statistics.median(map(rate, results)), max(map(rate, results))
        measures = results[-1].measures
        cells = [
            SYSTEMS[name].title,
            f"{median:,.0f} ({best:,.0f})",
            f"{median / base:.1f}" if base else "–",
            f"{statistics.median(result.start for result in results):.1f}",
            *(f"{measures[one] / 1000:.3f}" if one in measures else "–" for one in _SHOWN),
            f"{results[-1].errors}",
        ]
        print("| " + " | ".join(cells) + " |", flush=True)


def _rate(tokens: int, result: Result) -> float:
    return tokens / max(result.spent, 1e-9)


def _of_triple(triple: Any) -> Marked:
    """A speaker, a cue and a content as spaCy's tokens, as ranges of characters."""
    content = triple.content
    return {
        "content": [(content.start_char, content.end_char)],
        "source": _extent(triple.speaker),
        "cue": _extent(triple.cue),
    }


def _extent(tokens: Sequence[Any]) -> list[tuple[int, int]]:
    return [(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))]


def _load(pipeline: str) -> Any:
    import spacy  # noqa: PLC0415 -- only where it is installed

    return spacy.load(pipeline)


def _made(folder: Path) -> str:
    from spacy_pipeline import make  # noqa: PLC0415 -- needs spaCy

    make(None).to_disk(folder)
    return str(folder)


def _is_here(name: str, options: argparse.Namespace) -> bool:
    """Whether a system can be run here; says why not."""
    missing = [library for library in SYSTEMS[name].needs if importlib.util.find_spec(library) is None]
    why = f"{', '.join(missing)} not installed here" if missing else ""
    if name == "neural" and not options.tagger:
        why = "no --tagger given"
    if why:
        say(f"{name}: {why}; left out")
    return not why


def _texts() -> Path:
    """PolNeAR's development part where it is, else our own gold."""
    beside = _CORPORA / "statements" / "polnear" / "dev"
    return beside if beside.exists() else ROOT / "gold" / "en"


if __name__ == "__main__":
    main()
