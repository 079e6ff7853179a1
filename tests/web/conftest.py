"""Built cases, and browsers that never leave this process."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient
from web_samples import build

from trucewatch.cli.commands import run
from trucewatch.web import application

BASE = "http://127.0.0.1:8470"


@pytest.fixture(scope="session")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of a closed case of invented reports, hostile ones among them."""
    path = tmp_path_factory.mktemp("web") / "sorn.case"
    build(path)
    return path


@pytest.fixture(scope="session")
def demo_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of a demonstration case."""
    folder = tmp_path_factory.mktemp("demo")
    assert run(["demo", "--into", str(folder)]) == 0
    return folder / "ukraine-2025.case"


@pytest.fixture(scope="session")
def client(sample_path: Path) -> TestClient:
    """A browser on the invented case."""
    return TestClient(application(sample_path), base_url=BASE, raise_server_exceptions=False)


@pytest.fixture(scope="session")
def demo(demo_path: Path) -> TestClient:
    """A browser on the demonstration case."""
    return TestClient(application(demo_path), base_url=BASE, raise_server_exceptions=False)
