"""The server as a whole: headers, the description, how it starts and ends."""

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from legalkg.api.app import create_app
from legalkg.api.settings import Settings
from legalkg.kg.collection import Collection
from legalkg.kg.errors import StoreError

METHODS = {"get", "post", "put", "delete", "patch"}


@pytest.mark.parametrize(
    "address", ["/documents", "/documents?format=html", "/about", "/health", "/nowhere", "/static/style.css"]
)
def test_every_answer_guards_itself(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'self'; ")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_start_leads_to_the_documents(client: TestClient) -> None:
    assert client.get("/", follow_redirects=False).headers["location"] == "/documents"


@pytest.mark.parametrize("address", ["/docs", "/redoc"])
def test_pages_that_load_from_other_hosts_are_off(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_the_description_is_complete(client: TestClient) -> None:
    description = client.get("/openapi.json").json()
    operations = [
        (path, method, operation)
        for path, methods in description["paths"].items()
        for method, operation in methods.items()
        if method in METHODS
    ]
    assert {path for path, _, _ in operations} >= {
        "/documents", "/documents/{id}", "/documents/{id}/citations", "/documents/{id}/chain",
        "/documents/{id}/picture", "/sparql", "/search", "/find", "/schema", "/ontology", "/health",
    }  # fmt: skip
    for path, method, operation in operations:
        name = f"{method} {path}"
        assert operation["summary"], name
        assert operation["description"], name
        assert operation["tags"], name
        assert "200" in operation["responses"], name
        for parameter in operation.get("parameters", []):
            assert parameter.get("description"), f"{name}: {parameter['name']}"
        for status, answer in operation["responses"].items():
            if status >= "400":
                assert "application/problem+json" in answer["content"], f"{name}: {status}"


def test_every_route_is_in_the_description_or_a_page(client: TestClient) -> None:
    described = set(client.get("/openapi.json").json()["paths"])
    assert isinstance(client.app, FastAPI)
    routes = {route.path for route in client.app.routes if isinstance(route, APIRoute)}
    assert routes - described <= {"/", "/about"}


def test_examples_of_the_description_work(client: TestClient) -> None:
    tried = 0
    for path, methods in client.get("/openapi.json").json()["paths"].items():
        parameters = methods.get("get", {}).get("parameters", [])
        examples = {one["name"]: one["schema"]["examples"][0] for one in parameters if "examples" in one["schema"]}
        inside = {name: value for name, value in examples.items() if f"{{{name}}}" in path}
        asked = {name: value for name, value in examples.items() if name not in inside}
        assert all(one["name"] in examples for one in parameters if one.get("required")), path
        if "get" in methods:
            answer = client.get(path.format(**inside), params=asked)
            assert answer.status_code == 200, (path, answer.text)
            tried += bool(examples)
    assert tried > 8


def test_a_missing_collection_is_told_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="legalkg ingest"):
        create_app(Settings(store=str(tmp_path / "nowhere")))


def test_the_collection_is_closed_at_the_end_only_if_the_server_opened_it(store: Path, collection: Collection) -> None:
    with TestClient(create_app(Settings(store=str(store)), collection), base_url="http://localhost") as client:
        assert client.get("/health").status_code == 200
    assert collection.count() > 0
    app = create_app(Settings(store=str(store)))
    with TestClient(app):
        pass
    with pytest.raises(StoreError):
        app.state.collection.count()
