"""The way in: what is new, changed, bad or gone, and that the order does not matter."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad

from legalkg.extractors.model import CitedDocument
from legalkg.kg.collection import Collection
from legalkg.kg.database import Database
from legalkg.kg.errors import StoreError
from legalkg.kg.identity.keys import BASE
from legalkg.kg.model import Conflict
from legalkg.kg.output.export import sorted_quads
from legalkg.kg.rdf.vocabulary import REGISTER
from tests.kg.kg_factories import (
    CT28,
    KL57,
    KNOWN,
    Made,
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
from tests.narrowing import value_of

LETTER = """ĐẢNG ỦY SỞ TÀI CHÍNH
*
Số 12-CV/ĐU

Kính gửi: Các chi bộ trực thuộc

Thực hiện Kết luận số {number} ngày 15 tháng 6 năm 2023 của Bộ Chính trị, Đảng ủy đề nghị các chi bộ thực hiện.
"""


def dump(collection: Collection) -> list[Quad]:
    return list(sorted_quads(collection.store))


def tables(database: Database) -> dict[str, list[tuple[float | str | None, ...]]]:
    """All that the catalogue holds."""
    names = (
        "facts",
        "held_keys",
        "lookups",
        "resolutions",
        "candidates",
        "documents",
        "keys",
        "links",
        "pending_graphs",
    )
    found = {name: sorted(database.fetch_all(f"SELECT * FROM {name}"), key=str) for name in names}  # noqa: S608
    return {
        **found,
        "documents": sorted((row[1:] for row in found["documents"]), key=str),
    }  # rows are numbered as they come


@contextmanager
def inside(*documents: Made) -> Iterator[tuple[Collection, Database]]:
    """A collection in memory that holds some documents, and the database under it."""
    with collection_of(*documents) as collection:
        yield collection, collection.parts.tables.database


def outcomes(collection: Collection, ref: str) -> dict[str, tuple[str, str]]:
    return {view.text: (view.outcome, view.rule) for view in collection.citations(collection.find(ref))}


# --- files ---


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(LETTER.format(number="57-KL/TW"), encoding="utf-8")
    return tmp_path / "in"


@pytest.fixture
def collection() -> Iterator[Collection]:
    with empty() as opened:
        yield opened


def test_a_second_run_over_the_same_files_changes_nothing(folder: Path, collection: Collection) -> None:
    first = collection.ingest([folder])
    assert (first.new, first.changed, first.unchanged, first.failed) == (1, 0, 0, ())
    before = dump(collection)
    second = collection.ingest([folder, folder / "a.txt"])
    assert (second.new, second.changed, second.failed) == (0, 0, ())
    assert second.unchanged >= 1
    assert dump(collection) == before


def test_a_changed_file_replaces_what_it_said(folder: Path, collection: Collection) -> None:
    collection.ingest([folder])
    (folder / "a.txt").write_text(LETTER.format(number="58-KL/TW"), encoding="utf-8")
    report = collection.ingest([folder])
    assert (report.new, report.changed, report.unchanged) == (0, 1, 0)
    assert {d.number for d in collection.documents()} == {"12-CV/ĐU", "58-KL/TW"}
    assert "57-KL/TW" not in str(dump(collection))


def test_a_bad_file_is_reported_and_the_rest_goes_on(folder: Path, collection: Collection) -> None:
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.txt").write_bytes(b"\x00\xff\xfe\x00binary\x00" * 50)
    report = collection.ingest([folder, folder / "missing.txt"])
    assert report.new == 1
    names = ("b.txt", "c.txt", "missing.txt")
    assert {name for failure in report.failed for name in names if name in failure.reason} == {
        "b.txt", "c.txt", "missing.txt",
    }  # fmt: skip


def test_a_file_that_goes_bad_leaves_nothing_stale(folder: Path, collection: Collection) -> None:
    collection.ingest([folder])
    (folder / "a.txt").write_bytes(b"")
    assert len(collection.ingest([folder]).failed) == 1
    assert collection.documents() == ()
    assert "782" not in str(dump(collection))


def test_a_file_that_is_gone_keeps_what_was_read(folder: Path, collection: Collection) -> None:
    collection.ingest([folder])
    (folder / "a.txt").unlink()
    assert len(collection.ingest([folder / "a.txt"]).failed) == 1
    assert collection.find("12-CV/ĐU").held


def test_a_pipe_is_not_waited_for(folder: Path, collection: Collection) -> None:
    os.mkfifo(folder / "pipe.txt")
    (failure,) = collection.ingest([folder / "pipe.txt"]).failed
    assert "pipe.txt" in failure.reason


def test_a_file_without_a_letterhead_is_held_under_its_hash(folder: Path, collection: Collection) -> None:
    (folder / "a.txt").write_text("Một đoạn văn không có gì.", encoding="utf-8")
    assert collection.ingest([folder]).new == 1
    (document,) = collection.documents()
    assert document.held
    assert document.id.startswith("van-ban-")
    assert collection.chain(document).steps == ()


def test_two_files_of_one_document(folder: Path, collection: Collection) -> None:
    (folder / "b.txt").write_text(LETTER.format(number="58-KL/TW"), encoding="utf-8")
    report = collection.ingest([folder])
    assert report.duplicates == {str(folder / "b.txt"): str(folder / "a.txt")}
    assert {d.number for d in collection.documents()} == {"12-CV/ĐU", "57-KL/TW"}  # the first counts
    (folder / "a.txt").write_text("Nay là văn bản khác.", encoding="utf-8")
    collection.ingest([folder])
    assert {d.number for d in collection.documents()} == {"12-CV/ĐU", "58-KL/TW", None}  # now the second does


# --- what comes in changes what others mean ---


def test_a_citation_is_resolved_when_its_document_comes_in_and_created_again_when_it_goes() -> None:
    with collection_of(letter_782()) as collection:
        assert outcomes(collection, "782-CV/ĐU")["Kết luận 57-KL/TW"] == ("created", "resolution/no-candidate")
        put(collection, conclusion_57())
        assert outcomes(collection, "782-CV/ĐU")["Kết luận 57-KL/TW"] == ("resolved", "resolution/same-identity")
        put(collection, made("1-KL/TW", "Kết luận", "2023-01-01", "Bộ Chính trị", path="57.txt"))
        assert outcomes(collection, "782-CV/ĐU")["Kết luận 57-KL/TW"] == ("created", "resolution/no-candidate")


def test_edges_move_to_the_document_that_comes_in() -> None:
    with collection_of(letter_782()) as collection:
        put(collection, directive_28())
        target = BASE + "chi-thi_28-ct-tu_2023-10-16_ho-chi-minh"
        assert target in {step.target.iri for step in collection.chain(collection.find("782-CV/ĐU")).steps}
        assert collection.find("28-CT/TU").iri == target  # nothing is left of the citation's own identity


def test_an_undated_citation_becomes_ambiguous_when_a_second_candidate_comes_in() -> None:
    undated = made(
        "1/BC", "Báo cáo", "2025-01-01", "Bộ", cites=[("implements", cited("35-CT/TW", "Chỉ thị"))], path="b.txt"
    )
    first = made("35-CT/TW", "Chỉ thị", "2019-05-30", "Bộ Chính trị", path="1.txt")
    second = made("35-CT/TW", "Chỉ thị", "2024-06-14", "Bộ Chính trị", path="2.txt")
    with collection_of(undated) as collection:
        put(collection, first)
        assert outcomes(collection, "1/BC")["Chỉ thị 35-CT/TW"] == ("resolved", "resolution/only-candidate")
        put(collection, second)
        assert outcomes(collection, "1/BC")["Chỉ thị 35-CT/TW"] == ("ambiguous", "resolution/several-candidates")
        assert collection.chain(collection.find("1/BC")).steps == ()


def test_a_file_whose_number_changed_leaves_nothing_stale() -> None:
    other = made("783-CV/ĐU", "Công văn", issuer="Đảng ủy Sở Giáo dục và Đào tạo", cites=[(None, CT28)], path="782.txt")
    with inside(letter_782()) as (collection, database), inside(other) as (fresh, database_of_fresh):
        put(collection, other)
        assert dump(collection) == dump(fresh)
        assert tables(database) == tables(database_of_fresh)


DOCUMENTS = (
    letter_782(),
    directive_28(),
    guidance_110(),
    conclusion_57(),
    made("1/BC", "Báo cáo", "2025-01-01", "Bộ", cites=[("implements", cited("57-KL/TW", "Kết luận"))], path="1.txt"),
)


def report(number: str, date: str | None, *citations: CitedDocument, path: str) -> Made:
    return made(number, "Báo cáo", date, "Bộ Tài chính", cites=[("implements", c) for c in citations], path=path)


OPEN_QUESTIONS = (
    *DOCUMENTS,
    made("35-CT/TW", "Chỉ thị", "2019-05-30", "Bộ Chính trị", title="về đại hội đảng", path="35a.txt"),
    made("35-CT/TW", "Chỉ thị", "2024-06-14", "Bộ Chính trị", title="về kê khai tài sản", path="35b.txt"),
    report("2/BC-BTC", "2025-01-02", cited("35-CT/TW", "Chỉ thị"), path="2.txt"),
    report("3/BC-BTC", "2025-01-03", cited("35-CT/TW", "Chỉ thị", title="về kê khai tài sản"), path="3.txt"),
    report("4/BC-BTC", "2025-01-04", cited("35-CT/TW", "Chỉ thị", None, "Bộ Chính trị khóa XII"), path="4.txt"),
    report("5/BC-BTC", "2025-01-05", cited("78/2025/NĐ-CP", "Nghị định", "2025-04-01"), path="5.txt"),
    report("6/BC-BTC", "2025-01-06", cited("78/2025/NĐ-CP", "Nghị định", "2025-01-04"), path="6.txt"),
    report("7/BC-BTC", None, cited("28-CT/TU", "Chỉ thị"), cited(name="Bộ luật Dân sự", type="Bộ luật"), path="7.txt"),
)
"""Documents whose citations are ambiguous, partial, or at odds until others have come in."""


@cache
def settled() -> tuple[list[Quad], dict[str, list[tuple[float | str | None, ...]]], tuple[Conflict, ...]]:
    with inside(*OPEN_QUESTIONS) as (whole, database):
        return dump(whole), tables(database), whole.conflicts()


@settings(deadline=None, max_examples=25)
@given(st.permutations(OPEN_QUESTIONS), st.integers(1, 5))
def test_the_order_does_not_matter(order: list[Made], batch: int) -> None:
    with inside() as (collection, database):
        for documents in (order[start : start + batch] for start in range(0, len(order), batch)):
            put(collection, *documents)
        assert dump(collection) == settled()[0]
        assert tables(database) == settled()[1]
        assert collection.conflicts() == settled()[2]


def test_the_open_questions_end_in_every_way() -> None:
    with collection_of(*OPEN_QUESTIONS) as collection:
        held = collection.documents(held=True, limit=None)
        found = {view.rule for document in held for view in collection.citations(document)}
        rules = ("several-candidates", "title-decides", "only-candidate", "same-identity", "no-candidate")
        assert found >= {f"resolution/{rule}" for rule in rules}
        assert len(collection.conflicts()) == 1


def test_what_goes_leaves_the_collection_as_if_it_had_never_come() -> None:
    nothing = made("9-KL/TW", "Kết luận", "2020-01-01", "Bộ Chính trị", path="28.txt")
    rest = [document for document in DOCUMENTS if document.source.id != "28.txt"]
    with inside(*DOCUMENTS) as (collection, database), inside(*rest, nothing) as (other, database_of_other):
        put(collection, nothing)
        assert dump(collection) == dump(other)
        assert tables(database) == tables(database_of_other)


def test_what_the_register_knows_of_a_cited_law_is_said_in_a_graph_of_its_own() -> None:
    law = cited(type="Bộ luật", name="Bộ luật Dân sự")
    with collection_of(made("1/BC", "Báo cáo", "2018-01-01", "Bộ", cites=[(None, law)])) as collection:
        document = collection.find("Bộ luật Dân sự")
        assert (document.number, document.date, document.held) == ("91/2015/QH13", "2015-11-24", False)
        said = {value_of(quad.object) for quad in collection.store.match(NamedNode(document.iri), None, None, REGISTER)}
        assert {"91/2015/QH13", "2015-11-24"} <= said
        assert {value_of(quad.subject) for quad in collection.store.match(None, None, None, REGISTER)} >= {document.iri}
        put(collection, made("1/BC", "Báo cáo", "2018-01-01", "Bộ"))
        assert list(collection.store.match(None, None, None, REGISTER)) == []


# --- stores on disk ---


def test_an_ingest_that_was_broken_off_is_finished_when_the_store_opens(tmp_path: Path) -> None:
    with Collection.open(tmp_path / "s", known_documents=KNOWN) as collection:
        put(collection, conclusion_57())
        put(collection, letter_782(), project=False)  # as if the process ended here
    with (
        Collection.open(tmp_path / "s", known_documents=KNOWN) as collection,
        collection_of(conclusion_57(), letter_782()) as whole,
    ):
        assert dump(collection) == dump(whole)


def test_a_reader_sees_what_a_writer_adds_and_cannot_write(tmp_path: Path) -> None:
    with Collection.open(tmp_path / "s", known_documents=KNOWN) as writer:
        put(writer, letter_782())
        with Collection.open(tmp_path / "s", read_only=True, known_documents=KNOWN) as reader:
            assert len(reader.chain(reader.find("782-CV/ĐU")).steps) == 4
            put(writer, directive_28(), guidance_110())
            assert len(reader.chain(reader.find("782-CV/ĐU")).steps) == 6
            with pytest.raises(StoreError, match="read-only"):
                reader.ingest([tmp_path])


def test_a_missing_collection(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no collection"):
        Collection.open(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()


def test_asking_does_not_load_what_only_reading_files_needs() -> None:
    heavy = ("docx", "pypdfium2", "rdflib", "spacy", "networkx")
    code = f"import sys, legalkg.kg.collection; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_new_extractor_reads_again(folder: Path, collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    collection.ingest([folder])
    monkeypatch.setattr("legalkg.kg.ingest.ingester.fingerprint", lambda: "next")
    report = collection.ingest([folder])
    assert (report.again, report.changed, report.unchanged) == (1, 0, 0)
    assert collection.ingest([folder]).unchanged == 1
    assert KL57.number in {d.number for d in collection.documents()}


def test_what_changes_is_marked_for_the_full_text_index() -> None:
    with empty() as collection:
        worklist = collection.parts.tables.worklist
        (iri,) = put(collection, made("1-CT/TW", title="lúa gạo", path="a.txt"), project=False)
        assert worklist.words(9) == [iri]
        worklist.end_words([iri])
        (other,) = put(collection, made("2-CT/TW", title="cà phê", path="a.txt"), project=False)
        assert worklist.words(9) == sorted([iri, other])
