from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.standins.running import Providers


@pytest.fixture(scope="session")
def shared_providers() -> Iterator[Providers]:
    with Providers(seed=1) as providers:
        yield providers


@pytest.fixture
def providers(shared_providers: Providers) -> Iterator[Providers]:
    """Give the providers, well-behaved again before each test."""
    calm = {
        "faults": 0.0,
        "lag": 0.0,
        "list_faults": 0.0,
        "outage": 0,
        "refuse": {},
        "has_activity": True,
        "page_size": 50,
    }
    shared_providers.set(**calm)
    yield shared_providers
    shared_providers.set(**calm)
