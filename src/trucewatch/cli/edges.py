"""Edges of a corpus to a file or to standard output, as they come.

Decides the columns and the form. A file is written beside its name and moved there when all is well.
"""

from __future__ import annotations

import csv
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trucewatch.errors import UsageError

if TYPE_CHECKING:
    from trucewatch.lineage import Derivation

Write = Callable[[Sequence["Derivation"]], None]
Row = dict[str, str | int]

_TEXTS = ("parent", "child", "kind", "direction")
_SHOWN = (*_TEXTS, "confidence", "reasons")
FORMS = (".parquet", ".csv", ".ndjson", ".jsonl")


@contextmanager
def edge_writer(output: Path | None) -> Iterator[Write]:
    """Something to hand edges to, batch after batch. Without a file: a table on a terminal, JSON lines in a pipe."""
    if output is None:
        with _standard_output() as write:
            yield write
        return
    if output.suffix.lower() not in FORMS:
        raise UsageError(f"{output} has no known form", "its ending says which form", f"end it with {', '.join(FORMS)}")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=output.parent, prefix=f".{output.name}.") as folder:
            fresh = Path(folder) / output.name
            with _file_writer(fresh) as write:
                yield write
            fresh.replace(output)
    except OSError as error:
        raise UsageError(f"{output} cannot be written", error.strerror or str(error), "choose another place") from None


def row_of(edge: Derivation) -> Row:
    """One edge, flat: texts, then figures per mille."""
    is_known = edge.direction != "unknown"
    row: Row = {"parent": edge.parent, "child": edge.child, "kind": str(edge.kind)}
    row |= {"direction": "parent first" if is_known else "unknown", "confidence": edge.confidence}
    row["reasons"] = " ".join(edge.reasons)
    return row | {"direction_confidence" if name == "direction" else name: figure for name, figure in edge.features}


@contextmanager
def _standard_output() -> Iterator[Write]:
    from trucewatch.cli.output import write_rows

    if not sys.stdout.isatty():
        yield lambda edges: write_rows(map(row_of, edges), (), "lines")
        return
    rows: list[Row] = []
    yield lambda edges: rows.extend(map(row_of, edges))
    write_rows(rows, _SHOWN, "table")


@contextmanager
def _file_writer(path: Path) -> Iterator[Write]:
    with ExitStack() as stack:
        if path.suffix.lower() == ".parquet":
            yield _parquet(path, stack)
        elif path.suffix.lower() == ".csv":
            yield _csv(stack.enter_context(path.open("w", encoding="utf-8-sig", newline="")))
        else:
            file = stack.enter_context(path.open("w", encoding="utf-8"))
            yield lambda edges: file.writelines(json.dumps(row_of(edge), ensure_ascii=False) + "\n" for edge in edges)


def _columns() -> list[str]:
    """All columns, known before there is an edge: an empty file has them too."""
    from dataclasses import fields

    from trucewatch.lineage.likeness import Likeness

    figures = [field.name for field in fields(Likeness)]
    none = Likeness(**dict.fromkeys(figures, 0))
    return [*_SHOWN, *(name for name, _ in none.features("parent", "child")), "direction_confidence"]


def _csv(file: Any) -> Write:
    from trucewatch.publish.shown import is_formula

    columns = _columns()
    writer = csv.writer(file)
    writer.writerow(columns)

    def cell(value: str | int) -> str | int:
        return f"'{value}" if isinstance(value, str) and is_formula(value) else value

    return lambda edges: writer.writerows(
        [cell(row.get(column, 0)) for column in columns] for row in map(row_of, edges)
    )


def _parquet(path: Path, stack: ExitStack) -> Write:
    import pyarrow as pa
    import pyarrow.parquet as pq

    texts = {*_TEXTS, "reasons"}
    schema = pa.schema([(name, pa.string() if name in texts else pa.int32()) for name in _columns()])
    writer = stack.enter_context(pq.ParquetWriter(path, schema, compression="zstd"))

    def write(edges: Sequence[Derivation]) -> None:
        if edges:
            writer.write_table(pa.Table.from_pylist([row_of(edge) for edge in edges], schema=schema))

    return write
