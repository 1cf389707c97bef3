"""Collections that are damaged, or lack a part: one clear message, or made again."""

import shutil
from pathlib import Path

import pytest

from legalkg.kg.collection import Collection
from legalkg.kg.errors import ArchiveDamaged, StoreError
from legalkg.kg.output.export import sorted_quads
from tests.kg.kg_factories import KNOWN, conclusion_57, directive_28, letter_782, put


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Collection.open(tmp_path / "s", known_documents=KNOWN) as collection:
        put(collection, letter_782(), directive_28(), conclusion_57())
    return tmp_path / "s"


def use(folder: Path) -> None:
    with Collection.open(folder, read_only=True, known_documents=KNOWN) as collection:
        collection.chain(collection.find("782-CV/ĐU"))
        collection.search("đối ngoại")
        for document in collection.documents(held=True):
            collection.text(document)


def test_a_file_that_is_no_archive(folder: Path) -> None:
    (folder / "archive.sqlite").write_bytes(b"This is no database. " * 400)
    for read_only in (True, False):
        with pytest.raises(ArchiveDamaged, match=r"archive\.sqlite cannot be opened: .*it is damaged: put back a copy"):
            Collection.open(folder, read_only=read_only)


def test_an_archive_that_is_cut_off(folder: Path) -> None:
    file = folder / "archive.sqlite"
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    with pytest.raises(ArchiveDamaged, match="it is damaged: put back a copy"):
        use(folder)


def test_an_archive_with_a_damaged_page(folder: Path) -> None:
    file = folder / "archive.sqlite"
    content = bytearray(file.read_bytes())
    content[8192:-4096] = b"\xff" * (len(content) - 8192 - 4096)
    file.write_bytes(content)
    with pytest.raises(ArchiveDamaged, match="it is damaged: put back a copy"):
        use(folder)


def test_a_graph_that_is_missing_is_made_again_from_the_archive(folder: Path) -> None:
    with Collection.open(folder, read_only=True, known_documents=KNOWN) as collection:
        before = list(sorted_quads(collection.store))
    shutil.rmtree(folder / "graph")
    with pytest.raises(StoreError, match=r"no graph store in .*call 'legalkg rebuild'"):
        use(folder)
    Collection.open(folder, known_documents=KNOWN).close()
    with Collection.open(folder, read_only=True, known_documents=KNOWN) as collection:
        assert list(sorted_quads(collection.store)) == before


@pytest.mark.parametrize("files", ["*.sst", "CURRENT", "MANIFEST-*"])
def test_a_graph_that_lacks_files(folder: Path, files: str) -> None:
    for part in (folder / "graph").glob(f"*/{files}"):
        part.unlink()
    for read_only in (True, False):
        with pytest.raises(StoreError, match=r"remove the folder .*graph"):
            Collection.open(folder, read_only=read_only, known_documents=KNOWN)
    shutil.rmtree(folder / "graph")
    Collection.open(folder, known_documents=KNOWN).close()
    use(folder)


def test_a_graph_with_damaged_files(folder: Path) -> None:
    for part in (folder / "graph").glob("snapshot-*/*.sst"):
        content = bytearray(part.read_bytes())
        content[: len(content) // 2] = b"\xff" * (len(content) // 2)
        part.write_bytes(content)
    with pytest.raises(StoreError, match="graph store"):
        use(folder)
