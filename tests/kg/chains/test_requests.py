"""How often a server is asked for a chain: by its depth, not by its documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from legalkg.kg.chains.query import ChainQuery
from legalkg.kg.collection import Collection
from legalkg.kg.location import Location
from legalkg.kg.store.http import Answered, HttpClient
from tests.kg.conftest import Server
from tests.kg.kg_factories import KNOWN, Made, cited, collection_of, made, put

DEPTH = 4
WIDE = 5
EACH_LEVEL = 4
"""Requests: what leads on, of which relation, what is said of it, its quotes."""


def report(level: int, number: int) -> Made:
    """One of the reports of a level; it carries out all of the level below."""
    below = [
        ("implements", cited(f"{level - 1}{n}/BC-BTC", "Báo cáo", "2024-01-01", "Bộ Tài chính")) for n in range(WIDE)
    ]
    return made(
        f"{level}{number}/BC-BTC",
        "Báo cáo",
        "2024-01-01",
        "Bộ Tài chính",
        cites=below if level > 1 else (),
        path=f"{level}{number}.txt",
    )


REPORTS = [report(level, number) for level in range(1, DEPTH + 1) for number in range(WIDE)]


@pytest.fixture
def remote(server: Server, tmp_path: Path) -> Iterator[Collection]:
    with Collection.open(Location(tmp_path / "s", server.endpoint()), known_documents=KNOWN) as collection:
        put(collection, *REPORTS)
        yield collection


@pytest.mark.parametrize(("root", "direction"), [(f"{DEPTH}0/BC-BTC", "up"), ("10/BC-BTC", "down")])
def test_a_level_costs_the_same_however_many_documents_are_on_it(
    remote: Collection, root: str, direction: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = ChainQuery("up" if direction == "up" else "down")
    requests: list[str] = []
    send = HttpClient.send

    def counted(client: HttpClient, method: str, address: str, content: bytes = b"", **more: object) -> Answered:
        requests.append(content.decode())
        return send(client, method, address, content, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(HttpClient, "send", counted)
    chain = remote.chain(remote.find(root), query)
    assert max(chain.depths.values()) == DEPTH - 1
    assert len(chain.steps) == WIDE + WIDE * WIDE * (DEPTH - 2)
    assert 0 < len(requests) <= EACH_LEVEL * DEPTH
    with collection_of(*REPORTS) as local:
        assert local.chain(local.find(root), query) == chain


def test_the_size_of_what_is_asked_for_at_once_does_not_matter(
    remote: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    with collection_of(*REPORTS) as local:
        steps = local.steps()
    assert remote.steps() == steps
    monkeypatch.setattr("legalkg.kg.chains.stated.AT_ONCE", 7)
    monkeypatch.setattr("legalkg.kg.chains.steps.AT_ONCE", 3)
    monkeypatch.setattr("legalkg.kg.store.endpoint.AT_ONCE", 2)
    assert remote.steps() == steps
