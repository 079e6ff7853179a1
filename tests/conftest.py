"""What every test may count on."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from trucewatch.errors import UsageError
from trucewatch.pipeline import LocalRunner, PoolRunner, Runner
from trucewatch.spark import SparkRunner, find_localhost

# Shared, noisy machines: no deadline, and the same examples each time so that a red run can be repeated.
settings.register_profile(
    "house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.load_profile("house")


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkRunner]:
    """A Spark on this machine, started once: that takes seconds."""
    if importlib.util.find_spec("pyspark") is None or shutil.which("java") is None:
        pytest.skip(
            "PySpark or Java is missing: nothing is tested on Spark; tools/setup test brings it or says why not"
        )
    try:
        find_localhost()
    except UsageError as error:
        pytest.skip(f"nothing is tested on Spark: {error}")
    with SparkRunner.local(2) as runner:
        yield runner


@pytest.fixture(params=["here", "processes", "spark"])
def runner(request: pytest.FixtureRequest) -> Iterator[Runner]:
    """Every runner there is."""
    if request.param == "spark":
        yield request.getfixturevalue("spark")
    elif request.param == "processes":
        with PoolRunner(2) as pool:
            yield pool
    else:
        yield LocalRunner()
