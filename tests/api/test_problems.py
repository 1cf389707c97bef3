"""Every error is a problem (RFC 9457); a browser gets a page."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from fastapi.testclient import TestClient

from legalkg.api.app import create_app
from legalkg.api.settings import Settings
from legalkg.kg.collection import Collection
from legalkg.kg.model import Document

ID = "cong-van_782-cv-du_2024_so-giao-duc-va-dao-tao-ho-chi-minh"


def problem(answer: httpx.Response, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    found: dict[str, Any] = answer.json()
    assert found["status"] == status
    assert found["title"]
    assert found["type"]
    assert "Traceback" not in answer.text
    return found


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/nowhere", 404),
        ("GET", "/documents/nowhere", 404),
        ("GET", "/documents/nowhere/chain", 404),
        ("GET", "/documents/nowhere/picture", 404),
        ("GET", "/documents/..%2f..%2fetc%2fpasswd", 404),
        ("GET", "/documents/a%00b", 404),
        ("GET", "/documents/%ff%fe", 404),
        ("GET", f"/documents/{'a' * 300}", 404),
        ("GET", f"/documents/{'a' * 5000}", 422),
        ("GET", "/documents/%3Cscript%3Ealert(1)%3C%2Fscript%3E", 404),
        ("GET", "/static/..%2f..%2fapp.py", 404),
        ("GET", "/static/../../app.py", 404),
        ("GET", "/find?ref=" + quote("999-XX/YY"), 404),
        ("GET", "/find", 422),
        ("GET", "/find?ref=" + "9" * 400, 422),
        ("GET", "/documents?limit=0", 422),
        ("GET", "/documents?limit=many", 422),
        ("GET", "/documents?offset=-1", 422),
        ("GET", "/documents?offset=99999999999999999999", 422),
        ("GET", "/documents?year=0", 422),
        ("GET", "/documents?held=perhaps", 422),
        ("GET", "/documents?words=" + "a" * 301, 422),
        ("GET", "/documents?format=turtle", 422),
        ("GET", "/documents?format=exe", 422),
        ("POST", "/documents", 405),
        ("DELETE", f"/documents/{ID}", 405),
        ("PUT", "/sparql", 405),
        ("GET", "/sparql", 400),
        ("GET", "/search", 422),
    ],
)
def test_every_error_is_a_problem(client: TestClient, method: str, address: str, status: int) -> None:
    problem(client.request(method, address), status)


@pytest.mark.parametrize("accept", ["image/png", "application/xml", "text/html;q=0, image/png"])
def test_what_is_not_offered(client: TestClient, accept: str) -> None:
    problem(client.get(f"/documents/{ID}", headers={"accept": accept}), 406)


def test_what_is_allowed_instead_is_said(client: TestClient) -> None:
    assert client.post("/documents").headers["allow"] == "GET, HEAD"
    assert client.put("/sparql").headers["allow"] == "GET, HEAD, POST"
    assert client.post("/static/style.css").headers["allow"] == "GET, HEAD"


def test_the_nearest_documents_are_suggested(client: TestClient, letter: Document) -> None:
    found = problem(client.get("/find?ref=782-CV/ĐB"), 404)
    assert letter.id in [document["id"] for document in found["suggestions"]]
    assert found["instance"] == "/find"


def test_a_number_in_place_of_an_id_is_answered_with_the_id(client: TestClient, letter: Document) -> None:
    found = problem(client.get("/documents/782-CV-ĐU"), 404)
    assert [document["id"] for document in found["suggestions"]][:1] == [letter.id]


def test_a_number_of_several_documents(hostile: TestClient) -> None:
    found = problem(hostile.get("/find?ref=28-CT/TU"), 409)
    assert {document["issuer"] for document in found["candidates"]} == {"Tỉnh ủy Sơn La", "Tỉnh ủy Hà Giang"}
    for candidate in found["candidates"]:
        assert hostile.get(candidate["url"]).json()["iri"] == candidate["iri"]


def test_wrong_input_is_named_part_by_part(client: TestClient) -> None:
    found = problem(client.get("/documents?limit=0&year=abc"), 422)
    assert {one["where"] for one in found["errors"]} == {"query.limit", "query.year"}


def test_a_browser_gets_a_page_that_leads_on(client: TestClient, letter: Document) -> None:
    answer = client.get("/find?ref=782-CV/ĐB", headers={"accept": "text/html"})
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert f'href="/documents/{letter.id}"' in answer.text
    assert "Có phải bạn tìm" in answer.text


def test_a_collection_that_cannot_be_read(store: Path) -> None:
    collection = Collection.open(store, read_only=True)
    client = TestClient(create_app(Settings(store=str(store)), collection), base_url="http://localhost")
    collection.close()
    answer = client.get("/health")
    found = problem(answer, 503)
    assert str(store) not in found["detail"]
    assert answer.headers["retry-after"]


class Broken(Collection):
    def __init__(self) -> None:
        pass

    def check(self) -> dict[str, str | None]:
        raise ZeroDivisionError("secret words")


def test_a_defect_says_nothing_of_itself(store: Path) -> None:
    client = TestClient(
        create_app(Settings(store=str(store)), Broken()), base_url="http://localhost", raise_server_exceptions=False
    )
    answer = client.get("/health")
    problem(answer, 500)
    assert "secret" not in answer.text
