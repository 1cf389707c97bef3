"""POST /check and /extract: the same answers as the library's, for texts and files of strangers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from legalkg.api.app import create_app
from legalkg.api.settings import Settings
from legalkg.extractors.model import Extraction, SourceText
from legalkg.extractors.pipeline import extract
from legalkg.extractors.reading import read_bytes
from legalkg.kg.check.check import check
from legalkg.kg.check.model import CheckedText
from legalkg.kg.collection import Collection
from tests.api.conftest import SAMPLES

WORDS = "Sở thực hiện Nghị định số 175/2025/NĐ-CP ngày 03/6/2025 và Luật Phí và lệ phí."
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_a_text(client: TestClient, collection: Collection) -> None:
    answer = client.post("/check", json={"text": WORDS, "as_of": "2025-10-20"})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    wanted = check(collection, SourceText(id="text", text=WORDS), date(2025, 10, 20))
    assert CheckedText.model_validate(answer.json()) == wanted
    assert answer.json()["objects"] is True
    assert [one["outcomes"] for one in answer.json()["citations"]] == [["differs", "agrees"], ["agrees"]]


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("28-CT-TU.docx", WORD),
        ("28-CT-TU.docx", "application/octet-stream"),
        ("782-CV-DU.pdf", "application/pdf"),
        ("5363-CT-CS.html", "text/html; charset=utf-8"),
        ("67-2025-TT-BTC.txt", "text/plain"),
    ],
)
def test_a_file(client: TestClient, collection: Collection, name: str, media_type: str) -> None:
    data = (SAMPLES / name).read_bytes()
    headers = {"content-type": media_type}
    answer = client.post(f"/check?name={name}&as_of=2025-12", content=data, headers=headers)
    assert answer.status_code == 200, answer.text
    wanted = check(collection, read_bytes(data, name), date(2025, 12, 31))
    assert CheckedText.model_validate(answer.json()) == wanted


def test_what_a_text_says_in_the_public_format(client: TestClient, collection: Collection) -> None:
    before = collection.count()
    answer = client.post("/extract", json={"text": WORDS})
    assert Extraction.model_validate(answer.json()) == extract(SourceText(id="text", text=WORDS))
    assert collection.count() == before


@pytest.mark.parametrize("path", ["/check", "/extract"])
@pytest.mark.parametrize(
    ("body", "media_type", "status", "words"),
    [
        (b"", "application/json", 422, "body"),
        (b"[]", "application/json", 422, "body"),
        (b'{"text": ""}', "application/json", 422, "body.text"),
        (b'{"text": 5}', "application/json", 422, "body.text"),
        (b'{"text": "a", "other": 1}', "application/json", 422, "body.other"),
        (b'{"text": "a", "as_of": "2025-02-30"}', "application/json", 422, "body.as_of"),
        (b'{"text": "a", "as_of": {}}', "application/json", 422, "body.as_of"),
        (b'{"text": "a", "as_of": 0}', "application/json", 422, "body.as_of"),
        (b'{"text": "  "}', "application/json", 400, "the text is empty"),
        (b"", "text/plain", 400, "text.txt: is empty"),
        (b"PK\x03\x04 broken", WORD, 400, "text.docx: is damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "application/octet-stream", 400, "text: "),
        (b"a", "image/png", 415, "send a text as application/json"),
        (b"a", "", 415, "send a text as application/json"),
    ],
)
def test_what_cannot_be_read_is_a_problem(
    client: TestClient, path: str, body: bytes, media_type: str, status: int, words: str
) -> None:
    answer = client.post(path, content=body, headers={"content-type": media_type})
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert words in answer.json()["detail"]


@pytest.fixture(params=["pool", "one process"])
def narrow(store: Path, request: pytest.FixtureRequest) -> Iterator[TestClient]:
    """A server that takes little, with its processes or without."""
    app = create_app(Settings(store=str(store), max_text_bytes=1024))
    opened = TestClient(app, base_url="http://localhost")
    if request.param == "one process":
        yield opened
        return
    with opened:
        yield opened


def test_a_text_that_is_too_long_is_refused(narrow: TestClient) -> None:
    assert narrow.post("/check", json={"text": "a" * 900}).status_code == 200
    answer = narrow.post("/check", json={"text": "a" * 1100})
    assert (answer.status_code, "1024 bytes" in answer.json()["detail"]) == (413, True)


def test_citations_are_looked_up(client: TestClient, collection: Collection) -> None:
    text = "Theo khoản 3 Điều 7 Nghị định số 10/2022/NĐ-CP và Kế hoạch số 9991/KH-BTC ngày 01/02/2024."
    first, second = client.post("/citation-lookup", json={"text": text}).json()
    decree = collection.find("10/2022/NĐ-CP")
    assert text[first["start"] : first["end"]] == first["quote"] == "Nghị định số 10/2022/NĐ-CP"
    assert (first["outcome"], first["document"]["iri"]) == ("resolved", decree.iri)
    assert (first["citation"]["number"], first["pinpoints"]) == ("10/2022/NĐ-CP", ["dieu_7__khoan_3"])
    assert client.get(first["url"]).json()["iri"] == decree.iri
    assert (second["outcome"], second["document"], second["url"]) == ("created", None, None)


def test_an_ambiguous_citation_has_its_candidates(hostile: TestClient) -> None:
    (found,) = hostile.post("/citation-lookup", json={"text": "Theo Chỉ thị số 28-CT/TU."}).json()
    assert (found["outcome"], found["document"], len(found["candidates"])) == ("ambiguous", None, 2)
