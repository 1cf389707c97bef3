"""HEAD gives the headers of a GET and no content."""

import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize("path", ["/documents", "/health", "/ontology", "/documents/khong-co", "/static/style.css"])
def test_head_is_get_without_content(client: TestClient, path: str) -> None:
    head, get = client.head(path), client.get(path)
    assert head.status_code == get.status_code
    assert head.content == b""
    assert head.headers.get("content-length") == get.headers.get("content-length")
    assert head.headers["content-type"] == get.headers["content-type"]


def test_other_methods_stay_forbidden(client: TestClient) -> None:
    assert client.delete("/documents").status_code == 405
