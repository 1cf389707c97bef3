"""Pictures: one page that is whole, safe, and shows each document and each step."""

import base64
import hashlib
import json
import re
from itertools import combinations, pairwise
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from legalkg.kg.model import Chain, Direction, Document, Quote, Step
from legalkg.kg.output.picture.layout import BOX_HEIGHT, BOX_WIDTH, arrange
from legalkg.kg.output.picture.looks import RELATION_COLOURS
from legalkg.kg.output.picture.words import box_label, date_words
from legalkg.kg.output.visualise import chain_picture, picture_policy
from legalkg.kg.rdf.vocabulary import RELATIONS
from tests.narrowing import sure

SCRIPT = "</script><script>alert(1)</script>"


def document(name: str, date: str | None = None, held: bool = False, **more: Any) -> Document:
    return Document(iri=f"https://x/{name}", id=name, type="Chỉ thị", number=name, date=date, held=held, **more)


def step(source: Document, target: Document, relation: str = "implements", text: str = "Thực hiện …") -> Step:
    quote = Quote(document=source, start=0, end=len(text), text=text)
    return Step(source=source, relation=relation, target=target, quotes=(quote,), rule="opening", confidence=0.9)


def chain(steps: list[Step], root: Document, depths: dict[str, int], direction: Direction = "up") -> Chain:
    documents = {root.iri: root} | {d.iri: d for s in steps for d in (s.source, s.target)}
    return Chain(
        root=root, direction=direction, documents=tuple(documents.values()), steps=tuple(steps),
        depths={documents[f"https://x/{name}"].iri: depth for name, depth in depths.items()}, ends={},
    )  # fmt: skip


def star(count: int, relations: tuple[str, ...] = ("implements",)) -> Chain:
    root = document("goc", "2024", held=True)
    others = [document(f"{n}-CT/TU", f"{2000 + n % 24}-01-02") for n in range(count)]
    steps = [step(root, other, relations[n % len(relations)]) for n, other in enumerate(others)]
    return chain(steps, root, {"goc": 0} | {other.id: 1 for other in others})


A, B, C = document("A", "2024-05-06", held=True), document("B", "2023-01-02", held=True), document("C")
SMALL = chain([step(A, B), step(A, C, "directs"), step(B, C)], A, {"A": 0, "B": 1, "C": 1})


def data(page: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(sure(LexborHTMLParser(page).css_first("#data")).text())
    return found


def boxes(page: str) -> dict[str, dict[str, Any]]:
    return {node["id"]: node for node in data(page)["nodes"] if node["shape"] == "box"}


def test_every_document_has_a_box_and_every_step_its_words() -> None:
    page = chain_picture(SMALL)
    assert [node["label"].split("<b>")[1][:9] for node in boxes(page).values()] == [
        "Chỉ thị A",
        "Chỉ thị B",
        "Chỉ thị C",
    ]
    labels = [edge["label"] for edge in data(page)["edges"] if edge.get("label")]
    assert sorted(labels) == ["chỉ đạo thực hiện", "thực hiện", "thực hiện"]
    english = [edge["label"] for edge in data(chain_picture(SMALL, language="en"))["edges"] if edge.get("label")]
    assert sorted(english) == ["directs to implement", "implements", "implements"]


def test_held_and_cited_documents_and_the_root_look_different() -> None:
    looks = [json.dumps([node["color"], node.get("shapeProperties")]) for node in boxes(chain_picture(SMALL)).values()]
    assert len(set(looks)) == 3


def heads(page: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Give for each arrow where it begins and where its head is."""
    content = data(page)
    places = {node["id"]: (node["x"], node["y"]) for node in content["nodes"]}
    follow = {edge["from"]: edge for edge in content["edges"]}
    starts = set(follow) - {edge["to"] for edge in content["edges"]}
    found = []
    for start in starts:
        edge = follow[start]
        while edge["arrows"] != "to":
            edge = follow[edge["to"]]
        found.append((places[start], places[edge["to"]]))
    return found


@pytest.mark.parametrize("direction", ["up", "down"])
def test_arrows_point_from_what_rests_to_what_it_rests_on(direction: Direction) -> None:
    one = step(A, B)
    root, other = (A, B) if direction == "up" else (B, A)
    page = chain_picture(chain([one], root, {root.id: 0, other.id: 1}, direction))
    box = {("goc" if key == "d0" else "other"): node for key, node in boxes(page).items()}
    source, target = (box["goc"], box["other"]) if direction == "up" else (box["other"], box["goc"])
    assert source["x"] < target["x"]
    assert heads(page) == [((source["x"] + BOX_WIDTH // 2, source["y"]), (target["x"] - BOX_WIDTH // 2, target["y"]))]


def test_every_arrow_ends_at_the_border_of_a_box() -> None:
    page = chain_picture(star(25, ("implements", "based_on")))
    places = [(node["x"], node["y"]) for node in boxes(page).values()]
    found = heads(page)
    assert len(found) == 25
    for _, (x, y) in found:
        assert any(abs(abs(x - a) - BOX_WIDTH / 2) <= 1 and abs(y - b) <= BOX_HEIGHT / 2 for a, b in places)


@pytest.mark.parametrize("count", [1, 11, 12, 25, 300])
def test_boxes_do_not_overlap(count: int) -> None:
    places = [(node["x"], node["y"]) for node in boxes(chain_picture(star(count))).values()]
    for (a, b), (c, d) in combinations(places, 2):
        assert abs(a - c) >= BOX_WIDTH or abs(b - d) >= BOX_HEIGHT


def test_words_on_arrows_do_not_overlap() -> None:
    page = chain_picture(star(25, ("guides", "based_on")))
    content = data(page)
    heights = sorted(
        node["y"]
        for edge in content["edges"]
        if edge.get("label")
        for node in content["nodes"]
        if node["id"] == edge["to"]
    )
    assert len(heights) == 25
    assert min(b - a for a, b in pairwise(heights)) >= 13


def test_many_arrows_to_one_document_share_their_words() -> None:
    root, hub = document("goc"), document("hub")
    middle = [document(f"m{n}") for n in range(9)]
    steps = [step(root, m) for m in middle] + [step(m, hub, r) for m, r in zip(middle, RELATIONS, strict=False)]
    page = chain_picture(chain(steps, root, {"goc": 0, "hub": 2} | {m.id: 1 for m in middle}), language="en")
    long = [edge["label"] for edge in data(page)["edges"] if ", " in edge.get("label", "")]
    assert len(long) == 1
    assert "implements, directs to implement" in long[0]


def test_levels_stand_by_depth_and_within_by_date() -> None:
    newest, oldest, undated = document("n", "2023-05-01"), document("o", "1999"), document("u")
    far = document("f", "2025-01-01")
    steps = [step(A, undated), step(A, oldest), step(A, newest), step(newest, far)]
    page = chain_picture(chain(steps, A, {"A": 0, "n": 1, "o": 1, "u": 1, "f": 2}))
    by_name = {sure(re.search(r"Chỉ thị (\w)", node["label"])).group(1): node for node in boxes(page).values()}
    assert by_name["A"]["x"] < by_name["n"]["x"] == by_name["o"]["x"] == by_name["u"]["x"] < by_name["f"]["x"]
    assert by_name["n"]["y"] < by_name["o"]["y"] < by_name["u"]["y"]


def test_cycles_and_steps_within_a_level() -> None:
    steps = [step(A, B), step(B, A), step(A, C), step(B, C), step(C, B, "directs"), step(B, C, "directs")]
    page = chain_picture(chain(steps, A, {"A": 0, "B": 1, "C": 1}), language="en")
    labels = [edge["label"] for edge in data(page)["edges"] if edge.get("label")]
    assert sorted(labels) == ["directs to implement", "implements", "implements", "implements",
                              "implements,\ndirects to implement"]  # fmt: skip


def test_a_document_alone() -> None:
    page = chain_picture(chain([], A, {"A": 0}))
    assert len(boxes(page)) == 1
    assert data(page)["edges"] == []


def test_the_picture_says_when_it_does_not_show_all() -> None:
    page = chain_picture(star(40), max_nodes=10)
    assert len(boxes(page)) == 10
    assert "Chỉ vẽ 10 trong số 41 văn bản" in sure(LexborHTMLParser(page).css_first(".notice")).text()
    assert not LexborHTMLParser(chain_picture(star(9), max_nodes=10)).css(".notice")


def test_a_great_chain_is_drawn_in_part() -> None:
    page = chain_picture(star(5000))
    assert len(boxes(page)) == 300


def test_the_same_chain_gives_the_same_page() -> None:
    assert chain_picture(SMALL) == chain_picture(SMALL)


def test_the_legend_explains_what_is_there() -> None:
    legend = sure(LexborHTMLParser(chain_picture(SMALL)).css_first(".legend")).text()
    for said in ("văn bản đang xem", "có toàn văn", "chỉ được viện dẫn", "thực hiện", "chỉ đạo thực hiện"):
        assert said in legend
    assert "căn cứ" not in legend


def test_addresses_only_if_asked_for() -> None:
    assert all("url" not in node for node in boxes(chain_picture(SMALL)).values())
    page = chain_picture(SMALL, link=lambda d: f"/documents/{d.id}")
    assert [node["url"] for node in boxes(page).values()] == ["/documents/A", "/documents/B", "/documents/C"]


# --- safety ---


def test_the_page_allows_itself_its_own_scripts_and_style_only() -> None:
    tree = LexborHTMLParser(chain_picture(SMALL))
    policy = sure(tree.css_first("meta[http-equiv=Content-Security-Policy]")).attributes["content"]
    assert policy == picture_policy()
    assert policy.startswith("default-src 'none'; ")
    scripts = [node.text() for node in tree.css("script") if node.attributes.get("type") != "application/json"]
    assert len(scripts) == 2
    for text in (*scripts, sure(tree.css_first("style")).text()):
        assert f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" in policy


def test_the_page_needs_no_other_file() -> None:
    page = chain_picture(SMALL)
    tree = LexborHTMLParser(page)
    assert not tree.css("link, img, iframe, object, embed, base, [src], [href]")
    assert "url(" not in sure(tree.css_first("style")).text()


def test_text_stays_text() -> None:
    evil = document(SCRIPT, title=f'<img src=x onerror="a"> href {SCRIPT}', issuer="<b>&lt;", held=True)
    words = f"{SCRIPT} \u2028 <!-- {{{{ 7*7 }}}}"
    page = chain_picture(
        chain([step(evil, B, text=words), step(B, evil)], evil, {SCRIPT: 0, "B": 1}), link=lambda d: f"/{d.id}"
    )
    tree = LexborHTMLParser(page)
    assert len(tree.css("script")) == 3
    assert not tree.css("img, b")
    assert SCRIPT in sure(tree.css_first("h1")).text()
    assert SCRIPT in "".join(edge["title"] for edge in data(page)["edges"])
    assert "{{ 7*7 }}" in "".join(edge["title"] for edge in data(page)["edges"])


def test_markup_of_labels_is_our_own_only() -> None:
    label = box_label(document("1-CV/ĐU", issuer="<b>A&B</b>"), "vi")
    assert label.count("<b>") == 1
    assert "&lt;b>A&amp;B&lt;/b>" in label


@pytest.mark.parametrize(
    ("described", "lines"),
    [
        (document("28-CT/TU", "2023-10-16"), ["<b>Chỉ thị 28-CT/TU</b>", "16/10/2023"]),
        (document("2013/QĐ-TTg-XX", "2021"), ["<b>Chỉ thị</b>", "<b>2013/QĐ-TTg-XX</b>", "2021"]),
        (document("1-CT/TU", issuer="Tỉnh ủy"), ["<b>Chỉ thị 1-CT/TU</b>", "Tỉnh ủy"]),
        (
            Document(iri="i", id="i", name="Đề án Tổng thể về đẩy mạnh và nâng tầm ngoại giao"),
            ["<b>Đề án Tổng thể về</b>", "<b>đẩy mạnh và nâng …</b>"],
        ),
        (Document(iri="i", id="i", type="Luật", issuer="Quốc hội"), ["<b>Luật Quốc hội</b>"]),
        (
            Document(iri="i", id="mot-id-rat-dai-khong-co-dau-cach-nao"),
            ["<b>mot-id-rat-dai-khon</b>", "<b>g-co-dau-cach-nao</b>"],
        ),
    ],
)
def test_labels_are_wrapped(described: Document, lines: list[str]) -> None:
    assert box_label(described, "vi").replace("<code>\u200b</code>", "").split("\n") == lines


@pytest.mark.parametrize(
    ("date", "vi", "en"),
    [
        ("2023-06-15", "15/6/2023", "2023-06-15"),
        ("2023-06", "6/2023", "2023-06"),
        ("2023", "2023", "2023"),
        (None, "", ""),
    ],
)
def test_dates(date: str | None, vi: str, en: str) -> None:
    assert (date_words(date, "vi"), date_words(date, "en")) == (vi, en)


def test_every_relation_has_a_colour_that_can_be_read() -> None:
    assert set(RELATION_COLOURS) == set(RELATIONS)
    for colour in RELATION_COLOURS.values():
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        assert 1.05 / (luminance + 0.05) >= 4.5, colour


def test_the_layout_keeps_room_beside_a_level() -> None:
    layout = arrange([["a"], ["b"]], [{-1: 0, 1: 30}, {-1: 50, 1: 0}], 100)
    assert layout.places["b"].left - layout.places["a"].right == 180
    assert layout.width == 2 * BOX_WIDTH + 180
