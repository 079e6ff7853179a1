"""The file of a case: made whole or not at all, opened only if it is one.

Decides what is a case and of which version. Never repairs one: what is wrong is said.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from trucewatch.case.schema import APPLICATION_ID, SCHEMA_VERSION, create_tables
from trucewatch.errors import CaseError
from trucewatch.record import Log, connect, explained

_CACHE_KIB = 4_096  # pages kept in memory, whatever the size of the case: a hundred reports fill it


def create_file(path: Path, engine: str) -> sqlite3.Connection:
    """An empty case under a name beside ``path``: see ``put_in_place``. Raises CaseError where ``path`` is taken."""
    if path.exists():
        raise CaseError(f"{path} exists", "a case is never overwritten", "choose another name, or add to it")
    if not path.absolute().parent.is_dir():
        raise CaseError(f"{path} cannot be made", "its folder does not exist", "make the folder first")
    _beside(path).unlink(missing_ok=True)
    with explained(path):
        sqlite3.connect(_beside(path)).close()
        _beside(path).touch()
        connection = connect(_beside(path))
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        Log.create(connection)
        with Log(connection).transaction():
            create_tables(connection)
            connection.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)")
            rows = (("schema", SCHEMA_VERSION), ("engine", engine))
            connection.executemany("INSERT INTO meta VALUES (?, ?)", rows)
        return connection


def put_in_place(path: Path) -> None:
    """Give the case its name, now that it is whole and closed."""
    _beside(path).rename(path)


def open_file(path: Path) -> sqlite3.Connection:
    """The case at ``path``. Raises CaseError where there is none, or not of this version."""
    if not path.is_file():
        raise CaseError(
            f"no case at {path}", "there is no such file", f"make one: trucewatch init {path} --situation FILE"
        )
    connection = connect(path)
    try:
        with explained(path):
            _check(path, connection)
            connection.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")
    except BaseException:
        connection.close()
        raise
    return connection


def _check(path: Path, connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise CaseError(f"{path} is not a case", "it is an SQLite file of something else", "name another file")
    if (found := get_meta(connection, "schema")) != SCHEMA_VERSION:
        raise CaseError(
            f"{path} is of another version",
            f"expected schema {SCHEMA_VERSION}, got {found}",
            "use the release that wrote it",
        )


def get_meta(connection: sqlite3.Connection, key: str) -> str:
    """One value that the case keeps about itself."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""


def set_meta(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Change one value that the case keeps about itself, inside the caller's transaction."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")
