"""The weights table of a case: an entry of its log, so that every grade can say by which table it was made.

Decides which table holds: the newest. A case made before there were such entries is graded by the program's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from trucewatch.corroboration import PARAMETERS as OWN_TABLE
from trucewatch.corroboration import Parameters, read_parameters, write_parameters
from trucewatch.record import Entry, Log

PARAMETERS = "parameters"  # the kind of entry


def current_parameters(log: Log) -> Parameters:
    """The weights table that the newest entry about it gives."""
    entry = log.last(PARAMETERS)
    return _parameters_of(log, entry) if entry else OWN_TABLE


def parameters_history(log: Log) -> Iterator[tuple[Entry, Parameters]]:
    """Every table that the case was graded by, oldest first, with its entry."""
    for entry in log.entries(PARAMETERS):
        yield entry, _parameters_of(log, entry)


def _parameters_of(log: Log, entry: Entry) -> Parameters:
    table = read_parameters(log.blob(entry.blobs[0].sha256).decode(), entry.body["name"])
    return replace(table, entry=entry.seq)


def log_parameters(log: Log, table: Parameters, name: str, at: datetime, by: str) -> Entry:
    """Write the table as an entry of its own."""
    blob = log.keep(write_parameters(table).encode(), "application/toml")
    return log.append(PARAMETERS, at=at, by=by, body={"name": name, "version": table.version}, blobs=(blob,))
