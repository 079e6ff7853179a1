"""A browser if there is one, and pages to look at in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from browser_watch import CHROMIUM
from starlette.testclient import TestClient

from trucewatch.cli.commands import run
from trucewatch.web import application


@pytest.fixture(scope="session", autouse=True)
def chromium() -> str:
    """Where Chromium is. Without it these tests are skipped, but where CI is "true" they fail."""
    if CHROMIUM is None:
        why = "no chromium on PATH: pages were not looked at in a browser (Debian: apt-get install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(why)
        pytest.skip(why)
    return CHROMIUM


@pytest.fixture(scope="session")
def demo(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the demonstration's cases and bulletins."""
    assert chromium
    folder = tmp_path_factory.mktemp("demo")
    assert run(["demo", "--into", str(folder)]) == 0
    return folder


@pytest.fixture(scope="session")
def pages(demo: Path) -> TestClient:
    """The pages of a demonstration case."""
    return TestClient(application(demo / "ukraine-2025.case"), base_url="http://127.0.0.1")
