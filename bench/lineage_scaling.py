"""How the cost of lineage grows with what is filed: 1,000 to 100,000 articles, datasketch beside it up to 30,000.

One process per system takes one growing stream of articles (``recombined``: real ones first) and, at each size, looks
up the rewrites of texts that were filed at the very start. Making the stream is not counted. Prints, as Markdown:

- processor time per 1,000 articles since the size before, and its ratio to that;
- the most memory held up to there above that of a process which only makes the stream, and per article;
- how often a rewrite's source is still among the best sixteen (for datasketch: among all it gives).

Prints figures; asserts nothing.

    python bench/lineage_scaling.py [--upto 100000] [--only case,datasketch]
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import chain, islice

from lineage_input import Query, Text, read_input
from lineage_systems import SYSTEMS, System, is_here
from own_process import in_own_process, peak_mib, say, spent
from recombined import articles

_SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
_MOST = {
    "corpus": 100_000,
    "case": 10_000,
    "datasketch": 30_000,
}  # the systems measured, and the size at which each stops
_BASE = "nothing"
_ALL_MADE = 30_000  # from here on, making the stream holds nothing more
_BATCH = 1_000
_WARM = 100
_ASKED = 1_000  # rewrites looked up at each size


@dataclass(frozen=True, slots=True)
class Stage:
    """One size: seconds of processor time since the size before, MiB so far, rewrites looked up and found."""

    size: int
    taken: float
    peak: float
    asked: int
    found: int


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each system and print its rows; or, as a child, grow one and print its stages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--upto", type=int, default=_SIZES[-1], help="the largest size")
    parser.add_argument("--only", default=",".join(_MOST), help="which systems, of: " + ", ".join(_MOST))
    parser.add_argument("--child", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.child:
        print(json.dumps([asdict(stage) for stage in grow(options.child, options.upto)]))
        return
    base = {stage.size: stage.peak for stage in _stages(_BASE, min(options.upto, _ALL_MADE))}
    print("| system | articles | CPU-s per 1,000 | ratio | MiB over the stream | KiB an article | source found |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for name in filter(is_here, options.only.split(",")):
        show(name, _stages(name, min(options.upto, _MOST[name])), base)


def _stages(name: str, upto: int) -> list[Stage]:
    say(f"{name}: growing to {upto:,}")
    return [Stage(**stage) for stage in in_own_process(__file__, "--child", name, "--upto", str(upto))]


def grow(name: str, upto: int) -> Iterator[Stage]:
    """One system, stage by stage."""
    origins, queries = _origins()
    system = None if name == _BASE else _warmed(name, origins, queries)
    stream, before = chain(origins, articles(upto - len(origins))), 0
    for size in (size for size in _SIZES if size <= upto):
        taken = _take(system, islice(stream, size - before))
        yield Stage(size, taken, peak_mib(), len(queries), _found(system, queries))
        before = size


def _origins() -> tuple[list[Text], list[Query]]:
    """The texts that rewrites were made from, and the rewrites; both bounded."""
    given = read_input(articles=_ASKED)
    queries = [query for query in given.queries if query.kind not in {"seven models", "sibling"}][:_ASKED]
    wanted = {query.wanted for query in queries}
    return [text for text in given.texts if text.id in wanted], queries


def _warmed(name: str, texts: Sequence[Text], queries: Sequence[Query]) -> System:
    """A fresh system, after another of its kind has imported and compiled what it needs."""
    warm = SYSTEMS[name].make()
    warm.take(texts[:_WARM])
    warm.ask([Text("", query.text) for query in queries[:_WARM]])
    return SYSTEMS[name].make()


def _take(system: System | None, coming: Iterator[Text]) -> float:
    """Seconds of processor time for taking what comes, batch by batch; making it is not counted."""
    taken = 0.0
    while batch := list(islice(coming, _BATCH)):
        started = spent()
        if system:
            system.take(batch)
        taken += spent() - started
    return taken


def _found(system: System | None, queries: Sequence[Query]) -> int:
    if not system:
        return 0
    asked = system.ask([Text("", query.text) for query in queries])
    return sum(query.wanted in found for query, found in zip(queries, asked, strict=True))


def show(name: str, stages: Sequence[Stage], base: dict[int, float]) -> None:
    """Print one row per size."""
    before, last = 0, 0.0
    for stage in stages:
        each = stage.taken * 1000 / (stage.size - before)
        held = stage.peak - base.get(stage.size, max(base.values()))
        print(
            f"| {SYSTEMS[name].title} | {stage.size:,} | {each:.2f} | {f'{each / last:.2f}' if last else ''}"
            f" | {held:.0f} | {held * 1024 / stage.size:.1f} | {stage.found / stage.asked:.3f} |",
            flush=True,
        )
        before, last = stage.size, each


if __name__ == "__main__":
    main()
