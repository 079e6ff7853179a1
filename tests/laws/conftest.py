"""The demonstration cases, built once."""

from __future__ import annotations

from pathlib import Path

import pytest
from demo_cases import build

from trucewatch.cli.demo import SITUATIONS


@pytest.fixture(scope="session", params=SITUATIONS)
def demo_path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of one demonstration case, closed. Copy it; do not change it."""
    path = tmp_path_factory.mktemp("demo") / f"{request.param}.case"
    build(path, request.param).close()
    return path
