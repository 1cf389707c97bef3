"""Provisions as nodes: their names, their words, and which acts on which."""

from pathlib import Path

import pytest

from legalkg.extractors.model import Pinpoint, Provision
from legalkg.kg.collection import Collection
from legalkg.kg.model import ProvisionPair
from legalkg.kg.rdf.provisions import provision_label, provision_node, provisions_label, split_provision
from legalkg.kg.rdf.vocabulary import term
from tests.kg.kg_factories import Made, cited, collection_of, made, violations
from tests.narrowing import value_of

CIRCULAR_35 = cited("35/2012/TT-BGTVT", "Thông tư", "2012-09-06", "Bộ Giao thông vận tải")


@pytest.mark.parametrize(
    ("eid", "label"),
    [
        ("dieu_8", "Điều 8"),
        ("dieu_8__khoan_2__diem_đ", "điểm đ khoản 2 Điều 8"),
        ("chuong_II__tieu_muc_2", "Tiểu mục 2 Chương II"),
        ("phu_luc_I", "Phụ lục I"),
        ("tieu_de_1", "tieu_de_1"),  # no unit that is known
    ],
)
def test_labels(eid: str, label: str) -> None:
    assert provision_label(eid) == label


def test_words_for_the_provisions_of_a_step() -> None:
    pairs = [ProvisionPair(source="dieu_1", target="dieu_2"), *(ProvisionPair(target=f"dieu_{n}") for n in range(3, 8))]
    assert provisions_label(pairs) == "Điều 2 (by Điều 1), Điều 3, Điều 4 and 3 more"
    assert provisions_label(pairs[1:2]) == "Điều 3"


@pytest.mark.parametrize(
    ("eid", "named"),
    [
        ("dieu_8", "dieu_8"),
        ("chuong_II__muc_1__dieu_8__khoan_2", "dieu_8__khoan_2"),  # as others cite it
        ("chuong_II__muc_1", "chuong_II__muc_1"),
        ("phu_luc_I__dieu_1", "phu_luc_I__dieu_1"),  # articles of an annex are numbered anew
    ],
)
def test_names_leave_out_what_stands_above_articles(eid: str, named: str) -> None:
    node = provision_node("https://w3id.org/legalkg/id/x", eid)
    assert split_provision(node.value) == ("https://w3id.org/legalkg/id/x", named)
    assert split_provision("https://w3id.org/legalkg/id/x") == ("https://w3id.org/legalkg/id/x", None)


def amending(pair: tuple[str | None, str], relation: str = "amends") -> Made:
    """49/2018/TT-BGTVT, which names Điều 2 of 35/2012/TT-BGTVT in its own Điều 1."""
    document = made(
        "49/2018/TT-BGTVT", "Thông tư", "2018-09-11", "Bộ Giao thông vận tải", cites=[(relation, CIRCULAR_35)]
    )
    extraction = document.extraction
    (mention,), (said,) = extraction.mentions, extraction.relations
    pin = Pinpoint(text="Điều 2", start=mention.start, end=mention.end, eids=("dieu_2",))
    start = said.evidence[0].start
    update = {
        "mentions": (mention.model_copy(update={"pinpoints": (pin,), "provision": "chuong_I__dieu_1"}),),
        "relations": (said.model_copy(update={"provisions": (pair,)}),),
        "provisions": (Provision(eid="chuong_I__dieu_1", kind="dieu", label="Điều 1", start=start, end=start + 9),),
    }
    return type(document)(document.source, extraction.model_copy(update=update))


def edges(collection: Collection, predicate: str) -> set[tuple[str, str]]:
    return {
        (value_of(quad.subject).rpartition("/")[2], value_of(quad.object).rpartition("/")[2])
        for quad in collection.store.match(None, term(predicate))
    }


@pytest.mark.parametrize(
    ("pair", "source"),
    [
        ((None, "dieu_2"), "dieu_1"),  # it acts where it names the other
        (("dieu_3", "dieu_2"), "dieu_3"),  # unless the text says which
        ((None, "dieu_9"), None),
    ],
)
def test_a_change_is_kept_between_provisions(pair: tuple[str | None, str], source: str | None) -> None:
    with collection_of(amending(pair)) as collection:
        (step,) = collection.steps()
        assert [(p.source, p.target) for p in step.provisions] == [(source, pair[1])]
        acting = "thong-tu_49-2018-tt-bgtvt" + (f"#{source}" if source else "")
        changed = f"thong-tu_35-2012-tt-bgtvt#{pair[1]}"
        whole = ("thong-tu_49-2018-tt-bgtvt", "thong-tu_35-2012-tt-bgtvt")
        for predicate in ("kg:amends", "eli:amends"):
            assert edges(collection, predicate) == {whole, (acting, changed)}
        assert (changed, whole[1]) in edges(collection, "eli:is_part_of")


def test_what_a_document_rests_on_is_a_whole_document() -> None:
    with collection_of(amending((None, "dieu_2"), "based_on")) as collection:
        assert edges(collection, "kg:restsOn") == {("thong-tu_49-2018-tt-bgtvt", "thong-tu_35-2012-tt-bgtvt")}
        (step,) = collection.steps()
        assert [(p.source, p.target) for p in step.provisions] == [("dieu_1", "dieu_2")]


def test_a_citation_points_to_the_provision() -> None:
    with collection_of(amending((None, "dieu_2"))) as collection:
        ((_, provision),) = edges(collection, "kg:citedProvision")
        assert provision == "thong-tu_35-2012-tt-bgtvt#dieu_2"


AMENDING = """BỘ GIAO THÔNG VẬN TẢI
-------
Số: 49/2018/TT-BGTVT

Hà Nội, ngày 11 tháng 9 năm 2018

THÔNG TƯ
Sửa đổi, bổ sung một số quy định về báo hiệu đường thủy nội địa

Bộ trưởng Bộ Giao thông vận tải ban hành Thông tư.

Điều 1. Sửa đổi, bổ sung Điều 2 Thông tư số 35/2012/TT-BGTVT ngày 06 tháng 9 năm 2012 của Bộ Giao thông vận tải.

Điều 2. Hiệu lực thi hành
Thông tư này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2019.
"""


def test_from_the_text_to_the_provisions(tmp_path: Path) -> None:
    file = tmp_path / "49.txt"
    file.write_text(AMENDING, encoding="utf-8")
    with Collection.in_memory() as collection:
        collection.ingest([file])
        assert violations(collection) == []
        (step,) = (step for step in collection.steps() if step.relation == "amends")
        assert (step.source.number, step.target.number) == ("49/2018/TT-BGTVT", "35/2012/TT-BGTVT")
        assert [(p.source, p.target) for p in step.provisions] == [("dieu_1", "dieu_2")]
        pair = ("thong-tu_49-2018-tt-bgtvt#dieu_1", "thong-tu_35-2012-tt-bgtvt#dieu_2")
        assert pair in edges(collection, "kg:amends")
        assert collection.effective(step.source) == "2019-01-01"
