"""A built case for tests that only read, and a fresh copy for those that write."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from case_samples import build, clock

from trucewatch.case import Case


@pytest.fixture(scope="session")
def built_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of a closed case that holds all sample reports."""
    path = tmp_path_factory.mktemp("case") / "sorn.case"
    build(path).close()
    return path


@pytest.fixture
def case(built_path: Path, tmp_path: Path) -> Iterator[Case]:
    """A copy of the built case, open."""
    path = tmp_path / "sorn.case"
    shutil.copy(built_path, path)
    with Case.open(path, clock=clock) as case:
        yield case
