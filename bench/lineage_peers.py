"""Trucewatch's lineage against the libraries that people use for it, on the same texts in the same run.

Each system runs in a process of its own, on one thread, turn by turn, several times over. All do the same: look every
text up among those before it and file it, then look every rewrite up. Texts come in as strings, so reading words out of
them counts. Prints, as Markdown, per system:

- texts per second of processor time and megabytes per second, as median and best of the turns, and its ratio to
  datasketch as it comes;
- peak memory above that of a process which only holds the texts, and how much of it was there before the first text;
- processor time of starting: imports, tables, compiling, and the first texts, which count nowhere else;
- how often a rewrite's source is among the best sixteen, and among all that is given; how many that is per rewrite;
- how many copies across outlets are found, which is what MinHash is for.

Prints figures; asserts nothing. A system whose library is missing is named and left out.

    python bench/lineage_peers.py [--articles 0] [--turns 3] [--only case,datasketch]
"""

from __future__ import annotations

import argparse
import json
import statistics
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace

from lineage_input import Input, Query, Text, read_input
from lineage_systems import ASKED, SYSTEMS, TOP, YARDSTICK, Entry, Found, System, is_here
from own_process import in_own_process, peak_mib, say, spent

_BASE = "nothing"  # the system that only holds the texts
_WARM = 100  # texts that a system of the same kind takes before the clock starts
_BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Result:
    """What one turn of one system came to. Seconds of processor time, MiB, counts."""

    told: str
    digest: str
    megabytes: float
    texts: int
    start: float = 0.0
    spent: float = 0.0
    peak: float = 0.0
    before: float = 0.0
    top: dict[str, int] = field(default_factory=dict)
    found: dict[str, int] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)
    given: int = 0
    copies: int = 0
    copies_there: int = 0


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure all systems and print the table; or, as a child, measure one and print its result."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=0, help="how many articles beside the sources; 0 for all")
    parser.add_argument("--turns", type=int, default=3, help="how often each system is measured")
    parser.add_argument("--only", default=",".join(SYSTEMS), help="which systems, of: " + ", ".join(SYSTEMS))
    parser.add_argument("--child", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.child:
        print(json.dumps(asdict(measure(options.child, read_input(options.articles)))))
        return
    names = [name for name in options.only.split(",") if is_here(name)]
    turns: dict[str, list[Result]] = defaultdict(list)
    for turn in range(options.turns):
        for name in (_BASE, *names):
            answer = in_own_process(__file__, "--child", name, "--articles", str(options.articles))
            turns[name].append(Result(**answer))
            say(f"turn {turn + 1}: {name} {turns[name][-1].spent:.1f} s of processor time")
    show(turns)


def measure(name: str, given: Input) -> Result:
    """One system on the whole input, in this process."""
    megabytes, texts = given.size / 1e6, len(given.texts) + len(given.queries)
    bare = Result(given.told, given.digest, megabytes, texts, peak=peak_mib())
    if name == _BASE:
        return bare
    entry, begun = SYSTEMS[name], spent()
    warm = entry.make()
    warm.take(given.texts[:_WARM])
    warm.ask([Text("", query.text) for query in given.queries[:_WARM]])
    del warm
    started, before = spent(), peak_mib()
    system = entry.make()
    filed = _take(system, given.texts, entry)
    asked = _ask(system, given.queries, entry)
    ended = spent()
    top, found, there = _rewrites_found(given.queries, asked)
    return replace(
        bare,
        start=started - begun,
        spent=ended - started,
        peak=peak_mib(),
        before=before,
        top=top,
        found=found,
        asked=there,
        given=sum(map(len, asked)),
        copies=_copies_found(given, filed),
        copies_there=len(given.copies),
    )


def _take(system: System, texts: Sequence[Text], entry: Entry) -> Found:
    step = _BATCH if entry.takes_batches else len(texts)
    return [found for at in range(0, len(texts), step) for found in system.take(texts[at : at + step])]


def _ask(system: System, queries: Sequence[Query], entry: Entry) -> Found:
    texts = [Text("", query.text) for query in queries]
    step = _BATCH if entry.takes_batches else len(texts)
    return [found for at in range(0, len(texts), step) for found in system.ask(texts[at : at + step])]


def _rewrites_found(queries: Sequence[Query], asked: Found) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """By kind of rewrite: sources among the best sixteen, sources among all that is given, rewrites."""
    kinds = dict.fromkeys(query.kind for query in queries)
    top, found, there = (dict.fromkeys(kinds, 0) for _ in range(3))
    for query, given in zip(queries, asked, strict=True):
        answer = [_origin(one, queries) for one in given]
        there[query.kind] += 1
        top[query.kind] += query.wanted in answer[:TOP]
        found[query.kind] += query.wanted in answer
    return top, found, there


def _origin(found: str, queries: Sequence[Query]) -> str:
    """What is found; where that is a rewrite looked up and filed before, what it was made from."""
    return queries[int(found.removeprefix(ASKED))].wanted if found.startswith(ASKED) else found


def _copies_found(given: Input, filed: Found) -> int:
    pairs = {frozenset((text.id, other)) for text, found in zip(given.texts, filed, strict=True) for other in found}
    return len(pairs & set(given.copies))


def show(turns: dict[str, list[Result]]) -> None:
    """The table, and what it was measured on."""
    base = turns.pop(_BASE)
    first = base[0]
    print(f"{first.told}; {first.megabytes:.0f} MB, sha256 {first.digest}; {len(base)} turns, one thread each.\n")
    print(
        "| system | texts per CPU-s, median (best) | MB per CPU-s | × datasketch (× with xxhash) | MiB over the texts"
        " | of it at the start | start, CPU-s | source in top 16 | source in all given | given per rewrite"
        " | copies found |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
    )
    floor = statistics.median(result.peak for result in base)
    rates = {name: _rate(results) for name, results in turns.items()}
    for name, results in turns.items():
        print(f"| {SYSTEMS[name].title} | " + " | ".join(_cells(name, results, floor, rates)) + " |", flush=True)
    _show_kinds(turns)


def _rate(results: Sequence[Result]) -> float:
    return statistics.median(result.texts / result.spent for result in results)


def _cells(name: str, results: Sequence[Result], floor: float, rates: dict[str, float]) -> list[str]:
    last, rate = results[-1], rates[name]
    ratios = [f"{rate / rates[one]:.1f}" if one in rates else "–" for one in (YARDSTICK, f"{YARDSTICK}-xxhash")]
    peak, before = (statistics.median(getattr(result, key) for result in results) for key in ("peak", "before"))
    return [
        f"{rate:,.0f} ({max(result.texts / result.spent for result in results):,.0f})",
        f"{rate * last.megabytes / last.texts:.1f}",
        f"{ratios[0]} ({ratios[1]})",
        f"{peak - floor:.0f}",
        f"{before - floor:.0f}",
        f"{statistics.median(result.start for result in results):.1f}",
        _share(last.top, last.asked) if SYSTEMS[name].is_ranked else "–",
        _share(last.found, last.asked),
        f"{last.given / max(1, sum(last.asked.values())):.1f}",
        f"{last.copies} of {last.copies_there}",
    ]


def _share(found: dict[str, int], asked: dict[str, int]) -> str:
    return f"{sum(found.values()) / max(1, sum(asked.values())):.3f}"


def _show_kinds(turns: dict[str, list[Result]]) -> None:
    """Source among what is given, by kind of rewrite."""
    asked = next(iter(turns.values()))[-1].asked if turns else {}
    print("\nSource among all that is given, by kind of rewrite:\n")
    print("| system | " + " | ".join(f"{kind} ({count:,})" for kind, count in asked.items()) + " |")
    print("|---|" + "---:|" * len(asked))
    for name, results in turns.items():
        shares = (results[-1].found[kind] / count for kind, count in asked.items())
        print(f"| {SYSTEMS[name].title} | " + " | ".join(f"{share:.3f}" for share in shares) + " |")
    libraries = {f"{', '.join(SYSTEMS[name].needs)} {SYSTEMS[name].licence}" for name in turns if SYSTEMS[name].licence}
    print("\nLicences of the peers: " + "; ".join(sorted(libraries)) + ".")


if __name__ == "__main__":
    main()
