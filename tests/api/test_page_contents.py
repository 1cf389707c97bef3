"""Pages: what they show, that they ask no other host, and that no text becomes markup."""

import csv
import re
from importlib.resources import files

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser, LexborNode

from legalkg.api.pages.marking import anchor_of
from legalkg.kg.chains.query import ChainQuery
from legalkg.kg.collection import Collection
from legalkg.kg.model import Document
from tests.api.api_factories import IMAGE, SCRIPT
from tests.narrowing import sure

HTML = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def page(client: TestClient, address: str, status: int = 200) -> LexborHTMLParser:
    answer = client.get(address, headers=HTML)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return LexborHTMLParser(answer.text)


def words(node: LexborNode) -> str:
    return " ".join(node.text().split())


def first(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    found = tree.css_first(selector)
    assert found is not None, selector
    return found


def attribute(node: LexborNode, name: str) -> str:
    return node.attributes[name] or ""


def tree_is_safe(tree: LexborHTMLParser) -> None:
    """No script, no handler, nothing from elsewhere."""
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            assert not name.startswith("on"), node.html
            assert name != "style", node.html
            if name in ("src", "href", "action"):
                assert value is not None
                assert value.startswith(("/", "#")), node.html
                assert not value.startswith("//"), node.html
    assert not tree.css("script, style, object, embed, base")
    assert {img.attributes["src"] for img in tree.css("img")} <= {"/static/icon.svg"}


# --- the list ---


def test_the_list(client: TestClient, collection: Collection) -> None:
    tree = page(client, "/documents")
    assert words(first(tree, "h1")) == "Danh sách văn bản"
    assert len(tree.css("ul.documents li")) == 50
    assert f"1–50 trong {collection.count()} văn bản" in words(first(tree, ".count"))
    assert words(first(tree, "nav.paging a[rel=next]")) == "Trang sau →"


def test_searching_works_without_diacritics_and_keeps_what_was_asked(client: TestClient) -> None:
    tree = page(client, "/documents?words=doi ngoai 782&held=true")
    assert [words(link) for link in tree.css("ul.documents:not(.snippets) .name")] == ["Công văn 782-CV/ĐU"]
    assert attribute(first(tree, "#words"), "value") == "doi ngoai 782"
    assert attribute(first(tree, "#held option[selected]"), "value") == "true"


def test_words_are_found_in_the_texts_too(client: TestClient) -> None:
    tree = page(client, "/documents?words=hoat dong ngoai khoa")
    hits = tree.css("ul.snippets li")
    assert "782-CV/ĐU" in words(hits[0])
    assert {words(mark).lower() for mark in hits[0].css("mark")} >= {"ngoại", "khóa"}


def test_pages_of_a_filtered_list_keep_the_filter(client: TestClient) -> None:
    tree = page(client, "/documents?held=false&limit=10&offset=10")
    for name in ("next", "prev"):
        assert "held=false" in attribute(first(tree, f"a[rel={name}]"), "href")


@pytest.mark.parametrize(
    ("address", "said"),
    [("/documents?words=khong co gi ca", "Không có văn bản nào phù hợp."), ("/documents?offset=5000", "Không có")],
)
def test_an_empty_list_says_so(client: TestClient, address: str, said: str) -> None:
    assert said in words(first(page(client, address), ".count"))


# --- one document ---


def test_whether_a_document_is_in_force_and_who_says_so(client: TestClient, collection: Collection) -> None:
    changed = first(page(client, f"/documents/{collection.find('10/2022/NĐ-CP').id}"), "dl.facts")
    assert "Còn hiệu lực một phần (đã được sửa đổi) – Nghị định 175/2025/NĐ-CP" in words(changed)
    unknown = first(page(client, f"/documents/{collection.find('57-KL/TW').id}"), "dl.facts")
    assert "Chưa rõ hiệu lực" in words(unknown)


def test_the_facts_of_a_document(client: TestClient, letter: Document) -> None:
    tree = page(client, f"/documents/{letter.id}")
    assert words(first(tree, "h1")) == "Công văn 782-CV/ĐU"
    facts = words(first(tree, "dl.facts"))
    assert "Đảng ủy Sở Giáo dục và Đào tạo" in facts
    assert "Nguyễn Huỳnh Long" in facts


def test_the_text_is_shown_letter_for_letter(client: TestClient, collection: Collection) -> None:
    for document in collection.documents(held=True, limit=None):
        tree = page(client, f"/documents/{document.id}")
        shown = first(tree, "div.text")
        for node in shown.css(".page"):
            node.decompose()
        expected = collection.text(document).text.replace("\f", " ").replace("\r\n", "\n")
        assert shown.text() == expected


def test_citations_are_marked_and_lead_to_what_they_name(
    client: TestClient, collection: Collection, letter: Document
) -> None:
    tree = page(client, f"/documents/{letter.id}")
    for citation in collection.citations(letter):
        mark = first(tree, f"#{anchor_of(citation.start)}")
        assert mark.text() == citation.text
        if citation.outcome != "self":
            assert attribute(mark, "href") == f"/documents/{sure(citation.target).id}"
        assert citation.rule in attribute(mark, "title")
        assert f"{citation.confidence:.2f}" in attribute(mark, "title")


def test_names_of_places_are_unique(client: TestClient, collection: Collection) -> None:
    for document in collection.documents(held=True, limit=None):
        ids = [attribute(node, "id") for node in page(client, f"/documents/{document.id}").css("[id]")]
        assert len(ids) == len(set(ids))


def test_what_it_rests_on_with_the_proving_sentences(client: TestClient, letter: Document) -> None:
    tree = page(client, f"/documents/{letter.id}")
    up = first(tree, "section[aria-labelledby=up-title]")
    step = next(item for item in up.css("ul.steps > li") if "110-HD/BTGTU" in words(first(item, "a")))
    assert words(first(step, ".relation")) == "thực hiện"
    assert "“" in words(first(step, "blockquote"))
    assert "110-HD/BTGTU" in words(first(step, "blockquote mark"))
    address, _, place = attribute(first(step, "blockquote a"), "href").partition("#")
    assert first(page(client, address), f"#{place}").text().startswith("Hướng dẫn số 110-HD/BTGTU")


def test_who_carries_it_out(client: TestClient, collection: Collection) -> None:
    tree = page(client, f"/documents/{collection.find('57-KL/TW').id}")
    down = words(first(tree, "section[aria-labelledby=down-title]"))
    assert "782-CV/ĐU" in down
    assert "28-CT/TU" in down


def test_a_document_that_is_only_cited_shows_who_cites_it(client: TestClient, collection: Collection) -> None:
    tree = page(client, f"/documents/{collection.find('79-KH/TU').id}")
    assert "chưa có toàn văn" in words(first(tree, ".notice"))
    citing = first(tree, "section[aria-labelledby=citing-title]")
    assert "782-CV/ĐU" in words(citing)
    assert "79-KH/TU" in words(first(citing, "blockquote mark"))
    assert not tree.css("div.text")


def test_the_chain_page_has_the_picture_and_every_step_in_words(
    client: TestClient, collection: Collection, letter: Document
) -> None:
    tree = page(client, f"/documents/{letter.id}/chain?direction=up&depth=1&relations=implements")
    frame = first(tree, "iframe")
    assert attribute(frame, "sandbox") == "allow-scripts allow-top-navigation-by-user-activation"
    assert attribute(frame, "src").startswith(
        f"/documents/{letter.id}/picture?direction=up&depth=1&relations=implements"
    )
    steps = collection.chain(letter, ChainQuery(depth=1, relations=["implements"])).steps
    assert len(tree.css("ol.steps > li")) == len(steps) > 0
    assert [attribute(box, "value") for box in tree.css("input[checked][name=relations]")] == ["implements"]
    assert first(tree, "#depth option[selected]").text() == "1"


# --- languages ---


def test_vietnamese_first_and_english_on_request(client: TestClient, letter: Document) -> None:
    assert attribute(first(page(client, "/documents"), "html"), "lang") == "vi"
    answer = client.get(f"/documents/{letter.id}?lang=en", headers=HTML)
    tree = LexborHTMLParser(answer.text)
    assert attribute(first(tree, "html"), "lang") == "en"
    assert "Rests on" in words(first(tree, "#up-title"))
    assert "implements" in words(first(tree, ".relation"))
    cookie = answer.headers["set-cookie"]
    assert "lang=en" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert attribute(first(page(client, "/documents"), "html"), "lang") == "en"
    client.cookies.clear()


@pytest.mark.parametrize("asked", ["de", "<script>", "", "VI"])
def test_other_languages_are_vietnamese(client: TestClient, asked: str) -> None:
    tree = page(client, f"/documents?lang={asked}")
    assert attribute(first(tree, "html"), "lang") == "vi"
    client.cookies.clear()


def test_all_words_are_there_in_both_languages_and_used() -> None:
    folder = files("legalkg.api.pages")
    rows = list(csv.DictReader((folder / "words.csv").read_text(encoding="utf-8").splitlines()))
    assert all(row["vi"] and row["en"] and row["vi"].count("{}") == row["en"].count("{}") for row in rows)
    templates = "".join(path.read_text(encoding="utf-8") for path in (folder / "templates").iterdir())
    used = set(re.findall(r"""\bt\(["']([a-z_]+)["'][,)]""", templates))
    known = {row["key"] for row in rows}
    built = {key for key in known if key.startswith(("outcome_", "direction_", "problem_", "force_"))}
    branches = {"held", "cited", *re.findall(r'"(problem_[a-z]+)"', templates)}
    assert used <= known
    assert known - built - branches <= used


# --- safety ---

ADDRESSES = ("/documents", "/documents?words=thong tin", "/about", "/nowhere", "/documents/xyz", "/find?ref=28-CT/T")


@pytest.mark.parametrize("address", ADDRESSES)
def test_pages_ask_no_other_host(client: TestClient, address: str) -> None:
    tree_is_safe(LexborHTMLParser(client.get(address, headers=HTML).text))


def test_pages_of_documents_ask_no_other_host(client: TestClient, collection: Collection) -> None:
    for document in collection.documents(limit=None):
        for part in ("", "/chain"):
            tree_is_safe(page(client, f"/documents/{document.id}{part}"))


def test_the_style_asks_no_other_host(client: TestClient) -> None:
    style = client.get("/static/style.css").text
    assert "url(" not in style
    assert "@import" not in style


def test_text_never_becomes_markup(hostile: TestClient) -> None:
    documents = hostile.get("/documents").json()["documents"]
    assert any(SCRIPT in document["label"] for document in documents)
    shown = ""
    for document in documents:
        for part in ("", "/chain", "/chain?direction=down"):
            tree = page(hostile, f"{document['url']}{part}")
            tree_is_safe(tree)
            shown += sure(tree.body).text()
    tree_is_safe(page(hostile, "/documents"))
    assert SCRIPT in shown
    assert IMAGE in shown
    assert "{{ 7*7 }}" in shown
    assert "\x00" not in shown


@pytest.mark.parametrize("given", [SCRIPT, IMAGE, "' onfocus=alert(1) x='", "javascript:alert(1)", "{{7*7}}", "\u202e"])
def test_what_is_asked_never_becomes_markup(client: TestClient, given: str) -> None:
    for address in ("/documents", "/find", "/about"):
        answer = client.get(
            address, params={"words": given, "ref": given, "type": given, "issuer": given}, headers=HTML
        )
        tree_is_safe(LexborHTMLParser(answer.text))
        assert "49" not in answer.headers.get("set-cookie", "")
