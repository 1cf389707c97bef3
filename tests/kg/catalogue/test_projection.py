"""Catalogue and graph follow the archive, whatever happened to one of them."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode, Quad

from legalkg.kg.collection import Collection
from legalkg.kg.errors import StoreError
from legalkg.kg.output.export import sorted_quads
from legalkg.kg.rdf.vocabulary import document_of_graph, is_document_graph
from tests.kg.kg_factories import (
    KNOWN,
    cited,
    collection_of,
    conclusion_57,
    directive_28,
    empty,
    guidance_110,
    letter_782,
    made,
    put,
)

LAW = cited("91/2015/QH13", "Bộ luật", "2015-11-24", "Quốc hội", "Bộ luật Dân sự")
DOCUMENTS = (letter_782(), directive_28(), guidance_110(), conclusion_57())


def dump(collection: Collection) -> list[Quad]:
    return list(sorted_quads(collection.store))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Collection.open(tmp_path / "s", known_documents=KNOWN) as collection:
        put(collection, letter_782(), conclusion_57())
    return tmp_path / "s"


def opened(folder: Path) -> Collection:
    return Collection.open(folder, known_documents=KNOWN)


def test_a_graph_that_is_gone_is_made_again(folder: Path) -> None:
    with opened(folder) as collection:
        before = dump(collection)
    shutil.rmtree(folder / "graph")
    with opened(folder) as collection:
        assert dump(collection) == before
        assert collection.find("782-CV/ĐU").held


def test_a_graph_put_back_from_an_older_copy_is_brought_up_to_date(folder: Path) -> None:
    shutil.copytree(folder / "graph", folder.parent / "copy")
    with opened(folder) as collection:
        put(collection, directive_28())
        put(collection, guidance_110())
        now = dump(collection)
    shutil.rmtree(folder / "graph")
    shutil.move(folder.parent / "copy", folder / "graph")
    with opened(folder) as collection:
        assert dump(collection) == now


def test_with_an_older_copy_of_the_archive_no_graph_stays_without_its_source(folder: Path) -> None:
    shutil.copy(folder / "archive.sqlite", folder.parent / "copy.sqlite")
    with opened(folder) as collection:
        before = dump(collection)
        put(collection, directive_28())
        put(collection, guidance_110())
    shutil.copy(folder.parent / "copy.sqlite", folder / "archive.sqlite")
    with opened(folder) as collection:
        assert dump(collection) == before


def test_the_graph_of_another_archive_is_not_thrown_away_unasked(folder: Path, tmp_path: Path) -> None:
    with Collection.open(tmp_path / "other", known_documents=KNOWN) as collection:
        put(collection, directive_28())
    shutil.copy(tmp_path / "other" / "archive.sqlite", folder / "archive.sqlite")
    with pytest.raises(StoreError, match="another archive"):
        opened(folder)
    with Collection.open(folder, known_documents=KNOWN, reconcile=False) as collection:
        collection.ingester().rebuild()
    with opened(folder) as collection, collection_of(directive_28()) as fresh:
        assert dump(collection) == dump(fresh)


def test_a_rebuild_changes_nothing(folder: Path) -> None:
    with opened(folder) as collection:
        before = dump(collection)
        collection.ingester().rebuild()
        assert dump(collection) == before


def test_a_store_that_was_emptied_half_way_is_emptied_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(folder) as collection:
        before = dump(collection)

        def half() -> None:
            collection.store.replace_graphs(dict.fromkeys(list(collection.store.graphs())[:2], ()))
            raise StoreError("killed")

        monkeypatch.setattr(collection.store, "clear", half)
        with pytest.raises(StoreError, match="killed"):
            collection.ingester().rebuild()
    with opened(folder) as collection:
        assert dump(collection) == before


def test_nothing_is_written_where_nothing_changed(folder: Path) -> None:
    with opened(folder) as collection:
        step = collection.parts.tables.database.fetch_one("SELECT * FROM graph_state")
    with opened(folder) as collection:
        collection.ingester().project()
        assert collection.parts.tables.database.fetch_one("SELECT * FROM graph_state") == step


@pytest.mark.parametrize("batch", [1, 2, 3])
def test_the_size_of_a_batch_does_not_matter(batch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legalkg.kg.catalogue.projection.BATCH", batch)
    monkeypatch.setattr("legalkg.kg.catalogue.projection.FEW", 0)
    with empty() as collection:
        put(collection, *DOCUMENTS)
        now = dump(collection)
    monkeypatch.undo()
    with collection_of(*DOCUMENTS) as whole:
        assert now == dump(whole)


@pytest.mark.parametrize("method", ["load", "replace_graphs", "change", "flush"])
def test_a_store_that_fails_in_the_middle_loses_nothing(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legalkg.kg.catalogue.projection.BATCH", 2)
    monkeypatch.setattr("legalkg.kg.catalogue.projection.FEW", 0)
    with empty() as collection:
        put(collection, letter_782(), conclusion_57())
        works = getattr(collection.store, method)
        calls = []

        def fails(*arguments: Any) -> Any:
            calls.append(arguments)
            if len(calls) == 1:
                raise StoreError("no space left")
            return works(*arguments)

        monkeypatch.setattr(collection.store, method, fails)
        with pytest.raises(StoreError, match="no space"):
            put(collection, directive_28(), guidance_110())
        collection.ingester().project()
        with collection_of(*DOCUMENTS) as whole:
            assert dump(collection) == dump(whole)


def test_a_law_that_is_read_again_does_not_have_all_written_again_that_cite_it(monkeypatch: pytest.MonkeyPatch) -> None:
    law = made("91/2015/QH13", "Bộ luật", "2015-11-24", "Quốc hội", title="Bộ luật Dân sự", path="law.txt")
    citing = [made(f"{n}/BC", "Báo cáo", "2018-01-01", "Bộ", cites=[(None, LAW)], path=f"{n}.txt") for n in range(5)]
    longer = law.source.model_copy(update={"text": law.source.text + "Thêm một dòng."})
    with collection_of(law, *citing) as collection:
        written: list[NamedNode] = []
        replace = collection.store.replace_graphs

        def replaces(graphs: Mapping[NamedNode, Iterable[Quad]]) -> None:
            written.extend(graphs)
            replace(graphs)

        monkeypatch.setattr(collection.store, "replace_graphs", replaces)
        collection.ingester().put("/tep/law.txt", "0" * 64, longer, law.extraction)
        collection.ingester().project()
        assert [document_of_graph(graph.value) for graph in written if is_document_graph(graph.value)] == [
            collection.find("91/2015/QH13").iri
        ]
        assert len(collection.cited_by(collection.find("91/2015/QH13"))) == len(citing)


def test_progress_ends_with_all_that_was_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legalkg.kg.catalogue.projection.BATCH", 2)
    seen: list[tuple[int, int]] = []
    with empty() as collection:
        put(collection, *DOCUMENTS, project=False)
        collection.parts.projection.run(lambda done, total: seen.append((done, total)))
    assert seen[:2] == [(2, 4), (4, 4)]
