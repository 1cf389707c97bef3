"""A server over the samples, and one over documents that somebody wrote to do harm."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from legalkg.api.app import create_app
from legalkg.api.settings import Settings
from legalkg.kg.collection import Collection
from legalkg.kg.model import Document
from tests.api.api_factories import HOSTILE, TWINS, put

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("samples") / "store"
    with Collection.open(path) as collection:
        assert not collection.ingest([SAMPLES]).failed
    return path


@pytest.fixture(scope="session")
def collection(store: Path) -> Iterator[Collection]:
    with Collection.open(store, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="session")
def client(store: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(store=str(store))), base_url="http://localhost") as opened:
        yield opened


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("hostile") / "store"
    with Collection.open(path) as collection:
        put(collection, HOSTILE, *TWINS)
    with TestClient(create_app(Settings(store=str(path))), base_url="http://localhost") as opened:
        yield opened


@pytest.fixture(scope="session")
def letter(collection: Collection) -> Document:
    return collection.find("782-CV/ĐU")
