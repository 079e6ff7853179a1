"""What is not a case, or not to be written now, is said in one clear error."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from case_samples import SITUATION, clock, reports

from trucewatch.case import Case
from trucewatch.errors import CaseError, SituationError, TrucewatchError


def _missing(path: Path) -> None:
    path.unlink()


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("Dear diary, " * 500, encoding="utf-8")


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def _overwritten(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[100:3000] = b"\xff" * 2900
    path.write_bytes(raw)


def _other_database(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE birds (name TEXT)")
    connection.close()


def _other_version(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    "harm", [_missing, _folder, _empty, _text, _truncated, _overwritten, _other_database, _other_version]
)
def test_what_is_no_case_is_said(built_path: Path, tmp_path: Path, harm: Callable[[Path], None]) -> None:
    """Missing, a folder, empty, text, cut short, overwritten, another program's or another version's: a CaseError
    that names the file and says what to try, and nothing is created or changed.
    """
    path = tmp_path / "x.case"
    path.write_bytes(built_path.read_bytes())
    harm(path)
    with pytest.raises(CaseError) as caught:
        Case.open(path)
    assert str(path) in caught.value.what
    assert caught.value.try_


def test_a_case_is_never_overwritten(case: Case) -> None:
    """Creating where something is already is refused, and it stays as it was."""
    before = case.digest()
    with pytest.raises(CaseError, match="exists"):
        Case.create(case.path, SITUATION, clock=clock)
    assert case.digest() == before


@pytest.mark.parametrize(("situation", "folder"), [("id = ", "."), (SITUATION, "none")])
def test_a_failed_creation_leaves_nothing(tmp_path: Path, situation: str, folder: str) -> None:
    """A broken situation or a folder that does not exist is refused before any file is made."""
    with pytest.raises((SituationError, CaseError)):
        Case.create(tmp_path / folder / "a.case", situation, clock=clock)
    assert list(tmp_path.iterdir()) == []


def test_a_second_writer_gets_a_clean_error(case: Case) -> None:
    """While one process is inside a transaction, another that would add is told that the case is in use; it can still
    read, and once the first is done, both can write.
    """
    with Case.open(case.path, clock=clock) as other:
        other._connection.execute("PRAGMA busy_timeout=20")
        with case.log.transaction():
            assert len(other.documents()) == len(case.documents())
            with pytest.raises(CaseError, match="in use"):
                other.review(case.review_queue()[0], "accept", by="bo")
        assert other.review(case.review_queue()[0], "accept", by="bo")
        assert case.review(case.review_queue()[0], "accept", by="ana")


def test_another_engine_must_derive_again_first(case: Case) -> None:
    """A case that another release derived is not added to before it is rebuilt; then it is whole."""
    case._connection.execute("UPDATE meta SET value = 'trucewatch 0.0.1' WHERE key = 'engine'")
    with pytest.raises(CaseError, match="derived again") as caught:
        list(case.add(reports()))
    assert "rebuild" in caught.value.try_
    with pytest.raises(TrucewatchError, match="another engine"):
        list(case.verify())
    case.rebuild()
    assert list(case.verify())
