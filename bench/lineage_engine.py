"""How the corpus engine grows: documents per second of processor time, and bytes per document, from 1,000 on.

    python bench/lineage_engine.py CORPUS.jsonl.gz --upto 100000

A corpus smaller than asked for is stretched: further documents are drawn word by word from its own vocabulary, with
the lengths and paragraphs of its own documents, seeded. They have the corpus's frequencies and none of its phrases, so
that they fill the tables as news does and pair with nothing. The time from JSON to edges is measured: reading a line,
sketching, candidates, verdicts.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import random
import resource
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from trucewatch.lineage.corpus import Article, Engine


def lines_of(path: Path) -> list[bytes]:
    """The corpus, a JSON object a line."""
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
        return file.read().splitlines()


def stretched(lines: list[bytes]) -> Iterator[bytes]:
    """The corpus, then as many invented documents as are asked for."""
    yield from lines
    chance = random.Random(1)
    rows = [json.loads(line) for line in lines]
    words = [word for row in rows for word in row["text"].split()]
    for number in itertools.count():
        row = chance.choice(rows)
        shape = [len(paragraph.split()) for paragraph in row["text"].split("\n")]
        text = "\n".join(" ".join(chance.choices(words, k=size)) for size in shape)
        yield json.dumps({"id": f"made-{number}", "source": row["source"], "text": text}).encode()


class Row(msgspec.Struct):
    """What is read of a line."""

    id: str
    text: str
    source: str = ""
    date: str = ""


def main() -> None:
    """Add the corpus, and print a row each time it has doubled or so."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--upto", type=int, default=100_000)
    options = parser.parse_args()
    start = time.process_time()
    Engine().add([Article(id="warm", text="up")])
    print(f"first call (compiling, or loading what was compiled): {time.process_time() - start:.1f} CPU s")
    source = stretched(lines_of(options.corpus))
    decoder, engine = msgspec.json.Decoder(Row), Engine()
    print("documents   all: docs/CPU s   last: docs/CPU s   bytes a document   edges   peak MiB")
    total, edges = 0.0, 0
    for size in itertools.takewhile(
        lambda n: n <= options.upto, (1_000, 3_000, 10_000, 15_000, 30_000, 100_000, 300_000)
    ):
        batch = list(itertools.islice(source, size - len(engine)))
        start = time.process_time()
        rows = (decoder.decode(line) for line in batch)
        edges += len(engine.add(Article(id=r.id, text=r.text, source=r.source, published=r.date) for r in rows))
        spent = time.process_time() - start
        total += spent
        held = sum(engine.holdings.bytes_held().values()) // size
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{size:9,} {size / total:17,.0f} {len(batch) / spent:18,.0f} {held:18,} {edges:7,} {peak:10,}")


if __name__ == "__main__":
    main()
