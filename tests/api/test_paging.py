"""Parts of long answers: walked through by their links no entry is missed or given twice."""

import pytest
from starlette.requests import Request

from legalkg.api.paging import Part


def request(query: str = "") -> Request:
    scope = {"type": "http", "path": "/documents", "query_string": query.encode(), "headers": [], "server": ("x", 80)}
    return Request({**scope, "scheme": "http", "root_path": "", "method": "GET"})


@pytest.mark.parametrize(
    ("limit", "offset", "total", "following", "before"),
    [
        (3, 0, 7, "limit=3&offset=3", None),
        (3, 3, 7, "limit=3&offset=6", "limit=3&offset=0"),
        (3, 6, 7, None, "limit=3&offset=3"),
        (3, 1, 7, "limit=3&offset=4", "limit=1&offset=0"),  # no overlap
        (3, 0, 3, None, None),
        (3, 0, 0, None, None),
        (3, 100, 7, None, "limit=3&offset=4"),  # beyond the end the part before is the last
    ],
)
def test_links(limit: int, offset: int, total: int, following: str | None, before: str | None) -> None:
    links = Part(limit, offset, total).links(request())
    assert links == {name: f"/documents?{query}" for name, query in (("next", following), ("prev", before)) if query}


def test_other_parameters_go_on_and_how_many_there_are_is_said() -> None:
    headers = Part(2, 0, 5).headers(request("type=Ch%E1%BB%89+th%E1%BB%8B&limit=9"))
    assert headers["Total-Count"] == "5"
    assert headers["Link"] == '</documents?type=Ch%E1%BB%89+th%E1%BB%8B&limit=2&offset=2>; rel="next"'
