"""Pages: what they show, that they ask no other host, and that no text becomes markup."""

import csv
import re
from importlib.resources import files

import pytest
from selectolax.lexbor import LexborHTMLParser

from legalkg.api.pages.marking import anchor_of
from legalkg.kg.chains.query import ChainQuery
from tests.api.api_factories import IMAGE, SCRIPT

HTML = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def page(client, address, status=200):
    answer = client.get(address, headers=HTML)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return LexborHTMLParser(answer.text)


def words(node):
    return " ".join(node.text().split())


def tree_is_safe(tree):
    """No script, no handler, nothing from elsewhere."""
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            assert not name.startswith("on"), node.html
            assert name != "style", node.html
            if name in ("src", "href", "action"):
                assert value.startswith(("/", "#")), node.html
                assert not value.startswith("//"), node.html
    assert not tree.css("script, style, object, embed, base")
    assert {img.attributes["src"] for img in tree.css("img")} <= {"/static/icon.svg"}


# --- the list ---


def test_the_list(client, collection):
    tree = page(client, "/documents")
    assert words(tree.css_first("h1")) == "Danh sách văn bản"
    assert len(tree.css("ul.documents li")) == 50
    assert f"1–50 trong {collection.count()} văn bản" in words(tree.css_first(".count"))
    assert words(tree.css_first("nav.paging a[rel=next]")) == "Trang sau →"


def test_searching_works_without_diacritics_and_keeps_what_was_asked(client):
    tree = page(client, "/documents?words=doi ngoai 782&held=true")
    assert [words(link) for link in tree.css("ul.documents:not(.snippets) .name")] == ["Công văn 782-CV/ĐU"]
    assert tree.css_first("#words").attributes["value"] == "doi ngoai 782"
    assert tree.css_first("#held option[selected]").attributes["value"] == "true"


def test_words_are_found_in_the_texts_too(client):
    tree = page(client, "/documents?words=hoat dong ngoai khoa")
    hits = tree.css("ul.snippets li")
    assert "782-CV/ĐU" in words(hits[0])
    assert {words(mark).lower() for mark in hits[0].css("mark")} >= {"ngoại", "khóa"}


def test_pages_of_a_filtered_list_keep_the_filter(client):
    tree = page(client, "/documents?held=false&limit=10&offset=10")
    for name in ("next", "prev"):
        assert "held=false" in tree.css_first(f"a[rel={name}]").attributes["href"]


@pytest.mark.parametrize(
    ("address", "said"),
    [("/documents?words=khong co gi ca", "Không có văn bản nào phù hợp."), ("/documents?offset=5000", "Không có")],
)
def test_an_empty_list_says_so(client, address, said):
    assert said in words(page(client, address).css_first(".count"))


# --- one document ---


def test_whether_a_document_is_in_force_and_who_says_so(client, collection):
    changed = page(client, f"/documents/{collection.find('10/2022/NĐ-CP').id}").css_first("dl.facts")
    assert "Còn hiệu lực một phần (đã được sửa đổi) – Nghị định 175/2025/NĐ-CP" in words(changed)
    unknown = page(client, f"/documents/{collection.find('57-KL/TW').id}").css_first("dl.facts")
    assert "Chưa rõ hiệu lực" in words(unknown)


def test_the_facts_of_a_document(client, letter):
    tree = page(client, f"/documents/{letter.id}")
    assert words(tree.css_first("h1")) == "Công văn 782-CV/ĐU"
    facts = words(tree.css_first("dl.facts"))
    assert "Đảng ủy Sở Giáo dục và Đào tạo" in facts
    assert "Nguyễn Huỳnh Long" in facts


def test_the_text_is_shown_letter_for_letter(client, collection):
    for document in collection.documents(held=True, limit=None):
        tree = page(client, f"/documents/{document.id}")
        shown = tree.css_first("div.text")
        for node in shown.css(".page"):
            node.decompose()
        expected = collection.text(document).text.replace("\f", " ").replace("\r\n", "\n")
        assert shown.text() == expected


def test_citations_are_marked_and_lead_to_what_they_name(client, collection, letter):
    tree = page(client, f"/documents/{letter.id}")
    for citation in collection.citations(letter):
        mark = tree.css_first(f"#{anchor_of(citation.start)}")
        assert mark.text() == citation.text
        if citation.outcome != "self":
            assert mark.attributes["href"] == f"/documents/{citation.target.id}"
        assert citation.rule in mark.attributes["title"]
        assert f"{citation.confidence:.2f}" in mark.attributes["title"]


def test_names_of_places_are_unique(client, collection):
    for document in collection.documents(held=True, limit=None):
        ids = [node.attributes["id"] for node in page(client, f"/documents/{document.id}").css("[id]")]
        assert len(ids) == len(set(ids))


def test_what_it_rests_on_with_the_proving_sentences(client, letter):
    tree = page(client, f"/documents/{letter.id}")
    up = tree.css_first("section[aria-labelledby=up-title]")
    step = next(item for item in up.css("ul.steps > li") if "110-HD/BTGTU" in words(item.css_first("a")))
    assert words(step.css_first(".relation")) == "thực hiện"
    assert "“" in words(step.css_first("blockquote"))
    assert "110-HD/BTGTU" in words(step.css_first("blockquote mark"))
    address, _, place = step.css_first("blockquote a").attributes["href"].partition("#")
    assert page(client, address).css_first(f"#{place}").text().startswith("Hướng dẫn số 110-HD/BTGTU")


def test_who_carries_it_out(client, collection):
    tree = page(client, f"/documents/{collection.find('57-KL/TW').id}")
    down = words(tree.css_first("section[aria-labelledby=down-title]"))
    assert "782-CV/ĐU" in down
    assert "28-CT/TU" in down


def test_a_document_that_is_only_cited_shows_who_cites_it(client, collection):
    tree = page(client, f"/documents/{collection.find('79-KH/TU').id}")
    assert "chưa có toàn văn" in words(tree.css_first(".notice"))
    citing = tree.css_first("section[aria-labelledby=citing-title]")
    assert "782-CV/ĐU" in words(citing)
    assert "79-KH/TU" in words(citing.css_first("blockquote mark"))
    assert not tree.css("div.text")


def test_the_chain_page_has_the_picture_and_every_step_in_words(client, collection, letter):
    tree = page(client, f"/documents/{letter.id}/chain?direction=up&depth=1&relations=implements")
    frame = tree.css_first("iframe")
    assert frame.attributes["sandbox"] == "allow-scripts allow-top-navigation-by-user-activation"
    assert frame.attributes["src"].startswith(
        f"/documents/{letter.id}/picture?direction=up&depth=1&relations=implements"
    )
    steps = collection.chain(letter, ChainQuery(depth=1, relations=["implements"])).steps
    assert len(tree.css("ol.steps > li")) == len(steps) > 0
    assert [box.attributes["value"] for box in tree.css("input[checked][name=relations]")] == ["implements"]
    assert tree.css_first("#depth option[selected]").text() == "1"


# --- languages ---


def test_vietnamese_first_and_english_on_request(client, letter):
    assert page(client, "/documents").css_first("html").attributes["lang"] == "vi"
    answer = client.get(f"/documents/{letter.id}?lang=en", headers=HTML)
    tree = LexborHTMLParser(answer.text)
    assert tree.css_first("html").attributes["lang"] == "en"
    assert "Rests on" in words(tree.css_first("#up-title"))
    assert "implements" in words(tree.css_first(".relation"))
    cookie = answer.headers["set-cookie"]
    assert "lang=en" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert page(client, "/documents").css_first("html").attributes["lang"] == "en"
    client.cookies.clear()


@pytest.mark.parametrize("asked", ["de", "<script>", "", "VI"])
def test_other_languages_are_vietnamese(client, asked):
    tree = page(client, f"/documents?lang={asked}")
    assert tree.css_first("html").attributes["lang"] == "vi"
    client.cookies.clear()


def test_all_words_are_there_in_both_languages_and_used():
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
def test_pages_ask_no_other_host(client, address):
    tree_is_safe(LexborHTMLParser(client.get(address, headers=HTML).text))


def test_pages_of_documents_ask_no_other_host(client, collection):
    for document in collection.documents(limit=None):
        for part in ("", "/chain"):
            tree_is_safe(page(client, f"/documents/{document.id}{part}"))


def test_the_style_asks_no_other_host(client):
    style = client.get("/static/style.css").text
    assert "url(" not in style
    assert "@import" not in style


def test_text_never_becomes_markup(hostile):
    documents = hostile.get("/documents").json()["documents"]
    assert any(SCRIPT in document["label"] for document in documents)
    shown = ""
    for document in documents:
        for part in ("", "/chain", "/chain?direction=down"):
            tree = page(hostile, f"{document['url']}{part}")
            tree_is_safe(tree)
            shown += tree.body.text()
    tree_is_safe(page(hostile, "/documents"))
    assert SCRIPT in shown
    assert IMAGE in shown
    assert "{{ 7*7 }}" in shown
    assert "\x00" not in shown


@pytest.mark.parametrize("given", [SCRIPT, IMAGE, "' onfocus=alert(1) x='", "javascript:alert(1)", "{{7*7}}", "\u202e"])
def test_what_is_asked_never_becomes_markup(client, given):
    for address in ("/documents", "/find", "/about"):
        answer = client.get(
            address, params={"words": given, "ref": given, "type": given, "issuer": given}, headers=HTML
        )
        tree_is_safe(LexborHTMLParser(answer.text))
        assert "49" not in answer.headers.get("set-cookie", "")
