"""What is missing, what became of a document, figures about a collection."""

import json
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

from legalkg.kg.analysis.missing import missing
from legalkg.kg.analysis.stats import pagerank, statistics_of
from legalkg.kg.analysis.timeline import timeline
from tests.kg.kg_factories import (
    CT28,
    HD110,
    KL57,
    Made,
    cited,
    collection_of,
    conclusion_57,
    directive_28,
    empty,
    guidance_110,
    letter_782,
    made,
)
from tests.narrowing import sure

ROOT = Path(__file__).resolve().parents[3]
DECREE = cited("10/2022/NĐ-CP", "Nghị định", "2022-01-15", "Chính phủ")


# --- missing ---


def needed(*documents: Made) -> dict[str, tuple[int, int, int]]:
    with collection_of(*documents) as collection:
        return {
            sure(one.document.number).split("-")[0]: (one.dependents, one.direct, one.citing)
            for one in missing(collection)
        }


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        ([], {}),
        ([conclusion_57()], {}),
        # directly, and the conclusion through the directive too, but a document counts once
        ([letter_782()], {"57": (1, 1, 1), "110": (1, 1, 1), "28": (1, 1, 1)}),
        ([letter_782(), directive_28(), guidance_110()], {"57": (3, 3, 3)}),
        # over a held document: the letter reaches the conclusion only through the guidance
        (
            [
                made("1-CV/ĐU", "Công văn", "2024-03-01", "Đảng ủy Sở", cites=[("implements", HD110)], path="1.txt"),
                made("110-HD/BTGTU", "Hướng dẫn", "2024-01-31", "Ban Tuyên giáo Thành ủy",
                     cites=[("implements", KL57), (None, CT28)], path="2.txt"),
            ],
            {"57": (2, 1, 1), "28": (0, 0, 1)},
        ),
    ],
)  # fmt: skip
def test_what_is_missing(documents: list[Made], expected: dict[str, tuple[int, int, int]]) -> None:
    assert needed(*documents) == expected


def test_the_most_needed_stand_first_and_a_circle_is_no_trouble() -> None:
    def of(n: int, *others: int) -> Made:
        cites = [("implements", cited(f"{m}-KL/TW", "Kết luận", "2020-01-01")) for m in others]
        return made(f"{n}-KL/TW", "Kết luận", "2020-01-01", "Bộ Chính trị", cites=cites, path=f"{n}.txt")

    with collection_of(of(1, 2, 8), of(2, 1, 9), of(3, 9)) as collection:
        found = [(one.document.number, one.dependents, one.direct) for one in missing(collection)]
    assert found == [("9-KL/TW", 3, 2), ("8-KL/TW", 2, 1)]


# --- timeline ---


def test_what_became_of_a_document() -> None:
    own = made("10/2022/NĐ-CP", "Nghị định", "2022-01-15", "Chính phủ", effective="2022-03-01", path="10.txt")
    others = [
        made(number, "Nghị định", day, "Chính phủ", effective=effective, cites=[(relation, DECREE)], path=f"{n}.txt")
        for n, (number, day, effective, relation) in enumerate(
            [
                ("200/2024/NĐ-CP", "2024-02-01", "2024-04-01", "replaces"),
                ("175/2023/NĐ-CP", "2023-06-30", "2023-07-01", "amends"),
                ("20/2022/NĐ-CP", "2022-02-01", None, "guides"),
            ]
        )
    ]
    with collection_of(own, *others) as collection:
        events = timeline(collection, collection.find("10/2022/NĐ-CP"))
        assert [(e.date, e.event, e.document.number, e.effective) for e in events] == [
            ("2022-01-15", "issued", "10/2022/NĐ-CP", None),
            ("2022-02-01", "guided by", "20/2022/NĐ-CP", None),
            ("2022-03-01", "takes effect", "10/2022/NĐ-CP", None),
            ("2023-06-30", "amended by", "175/2023/NĐ-CP", "2023-07-01"),
            ("2024-02-01", "replaced by", "200/2024/NĐ-CP", "2024-04-01"),
            ("2024-04-01", "no longer in force", "200/2024/NĐ-CP", None),
        ]
        for event in events:
            for quote in event.quotes:
                assert collection.text(quote.document).text[quote.start : quote.end] == quote.text
        assert all(event.quotes for event in events if event.document.number != "10/2022/NĐ-CP")


def test_of_a_document_that_is_only_cited() -> None:
    with collection_of(letter_782()) as collection:
        events = timeline(collection, collection.find("57-KL/TW"))
        assert [(e.date, e.event) for e in events] == [
            ("2023-06-15", "issued"),
            ("2023-10-16", "carried out by"),
            (None, "ordered to be carried out by"),  # the letter has no date
        ]


# --- figures ---


def test_figures() -> None:
    with collection_of(letter_782(), directive_28(), guidance_110(), conclusion_57()) as collection:
        found = statistics_of(collection, top=2)
    assert (found.documents, found.held) == (4, 4)
    assert [(one.name, one.count, one.held) for one in found.types] == [("Chỉ thị", 1, 1), ("Công văn", 1, 1)]
    assert {one.name: one.count for one in found.relations} == {"implements": 5, "directs": 1, "cites": 6}
    assert (found.cites_most[0].document.number, found.cites_most[0].value) == ("782-CV/ĐU", 3)
    assert (found.most_cited[0].document.number, found.most_cited[0].value) == ("57-KL/TW", 3)
    assert found.weightiest[0].document.number == "57-KL/TW"
    assert sum(community.size for community in found.communities) == 4
    (days,) = found.days
    assert (days.relation, days.count, days.quartiles) == ("implements", 3, (115.0, 123.0, 176.5))


def test_figures_of_an_empty_collection() -> None:
    with empty() as collection:
        found = statistics_of(collection)
    assert (found.documents, found.days, found.communities) == (0, (), ())


@pytest.mark.parametrize("seed", range(5))
def test_pagerank_is_that_of_networkx(seed: int) -> None:
    graph = nx.gnp_random_graph(30, 0.08, seed=seed, directed=True)
    expected = nx.pagerank(graph, tol=1e-12, max_iter=500)
    found = pagerank(graph)
    assert sum(found.values()) == pytest.approx(1)
    assert all(found[node] == pytest.approx(expected[node], rel=1e-6) for node in graph)


def test_the_same_figures_in_every_process(tmp_path: Path) -> None:
    code = (
        "from tests.kg.kg_factories import *; "
        "from legalkg.kg.analysis.stats import statistics_of; "
        "print(statistics_of(collection_of(letter_782(), directive_28(), guidance_110())).model_dump_json())"
    )
    runs = {
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
        for _ in range(3)
    }
    assert len(runs) == 1
    assert json.loads(runs.pop())["documents"] == 4
