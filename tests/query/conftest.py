"""The small made-up world of `fixture.trig`, ready for queries."""

from pathlib import Path

import pytest

from graph.query.session import Session
from graph.store.dataset import open_store

FIXTURE = Path(__file__).parent / "fixture.trig"


@pytest.fixture(scope="session")
def session() -> Session:
    return Session(open_store(FIXTURE))


@pytest.fixture(scope="session")
def queries() -> Path:
    return Path(__file__).parents[2] / "ontology" / "queries"
