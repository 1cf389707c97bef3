import pytest

from legalkg.api.negotiation import best_media_type

OFFERS = ("application/json", "text/html", "text/turtle")
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, "application/json"),
        ("", "application/json"),
        ("*/*", "application/json"),
        (BROWSER, "text/html"),
        ("text/turtle", "text/turtle"),
        ("TEXT/Turtle ; Q=0.5", "text/turtle"),
        ("text/*", "text/html"),
        ("text/*;q=0.5, text/turtle;q=0.6", "text/turtle"),
        ("text/html;q=0, */*", "application/json"),
        ("application/json;q=0, */*;q=0.1", "text/html"),
        ("application/json;q=0.2, text/turtle;q=0.9", "text/turtle"),
        ("text/html;level=1", "text/html"),
        ("image/png", None),
        ("*/*;q=0", None),
        ("text/html;q=nonsense", None),
        (",,;", None),
    ],
)
def test_the_best_of_what_is_offered(accept: str | None, chosen: str | None) -> None:
    assert best_media_type(accept, OFFERS) == chosen
