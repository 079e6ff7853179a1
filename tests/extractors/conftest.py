"""One extractor at a time, for the contract that holds for all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from extractor_backends import BACKENDS, Backend

from trucewatch.extractors import Extractor


@pytest.fixture(params=BACKENDS, ids=lambda backend: backend.name)
def backend(request: pytest.FixtureRequest) -> Backend:
    """Each extractor there is."""
    made: Backend = request.param
    return made


@pytest.fixture
def extractor(backend: Backend) -> Iterator[Extractor]:
    """The extractor itself, made for one test."""
    with backend.make() as made:
        yield made
