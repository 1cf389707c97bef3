"""A server over the samples, and one over documents that somebody wrote to do harm."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from legalkg.api.app import create_app
from legalkg.api.settings import Settings
from legalkg.kg.collection import Collection
from tests.api.api_factories import HOSTILE, TWINS, put

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    path = tmp_path_factory.mktemp("samples") / "store"
    with Collection.open(path) as collection:
        assert not collection.ingest([SAMPLES]).failed
    return path


@pytest.fixture(scope="session")
def collection(store):
    with Collection.open(store, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="session")
def client(store):
    with TestClient(create_app(Settings(store=store)), base_url="http://localhost") as opened:
        yield opened


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile") / "store"
    with Collection.open(path) as collection:
        put(collection, HOSTILE, *TWINS)
    with TestClient(create_app(Settings(store=path)), base_url="http://localhost") as opened:
        yield opened


@pytest.fixture(scope="session")
def letter(collection):
    return collection.find("782-CV/ĐU")
