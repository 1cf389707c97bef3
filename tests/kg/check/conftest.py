"""The samples, against which drafts are checked."""

from collections.abc import Iterator

import pytest

from legalkg.extractors.resources import data_path
from legalkg.kg.collection import Collection


@pytest.fixture(scope="session")
def samples() -> Iterator[Collection]:
    with Collection.in_memory() as collection:
        assert collection.ingest([data_path("samples")]).failed == ()
        yield collection
