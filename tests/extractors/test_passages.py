"""Pieces of a document without its head act for it; a text that only speaks of documents does not."""

from __future__ import annotations

import pytest

from legalkg.extractors.passages import type_of_passage
from tests.extractors.extraction_factories import read

PIECES = [
    ("Điều 9. Hiệu lực\nThông tư này có hiệu lực từ ngày 01/7/2031.", "Thông tư"),
    ("Thông tư này thay thế Thông tư số 12/2022/TT-BTC.", "Thông tư"),
    ("Căn cứ Luật Đất đai;\nCăn cứ Luật Giá;\nĐiều 1. Ban hành kèm theo Quyết định này bảng giá.", "Quyết định"),
    ("1. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này.", "Quyết định"),
    ("Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 5/2020/NĐ-CP như sau:", "Nghị định"),
    # nothing of its own is said
    ("Điều 9. Hiệu lực\nVăn bản có hiệu lực từ ngày 01/7/2031.", None),
    # the new text in quotation marks speaks of the document into which it is written
    ("Điều 2. Sửa đổi Điều 3 như sau:\n“Điều 3. Phạm vi\nNghị định này áp dụng cho các xã.”", None),
    # somebody speaks of it: a question, an article quoted after its introduction
    ("Xã hỏi: mức phí là bao nhiêu?\nĐiều 9. Thông tư này có hiệu lực từ ngày 01/7/2031.", None),
    ("Thông tư số 12/2022/TT-BTC quy định:\nĐiều 9. Thông tư này có hiệu lực từ ngày ký.", None),
    ("Thông tư số 12/2022/TT-BTC quy định:\nĐiều 1. Bãi bỏ khoản 2 của Thông tư số 5/2020/TT-BTC.", None),
    ("Bài viết giới thiệu Kết luận số 12-KL/TU. Theo Kết luận này, các xã lập kế hoạch.", None),
]


@pytest.mark.parametrize(("text", "expected"), PIECES)
def test_type_of_passage(text: str, expected: str | None) -> None:
    assert type_of_passage(text) == expected


ACTS = [
    (
        "Điều 9. Hiệu lực\nThông tư này thay thế Thông tư số 12/2022/TT-BTC.",
        [("this", "replaces", "12/2022/TT-BTC")],
    ),
    (
        "Điều 1. Khoản 1 Điều 25 của Thông tư số 12/2022/TT-BTC được sửa đổi như sau:\n"
        "“1. Mức phí là 5.000 đồng.”.\nĐiều 2. Thông tư này có hiệu lực từ ngày ký.",
        [("this", "amends", "12/2022/TT-BTC")],
    ),
    ("Báo đưa tin: Thông tư số 30/2024/TT-BTC nói thêm về phí. Thông tư số 12/2022/TT-BTC hết hiệu lực.", []),
]


@pytest.mark.parametrize(("text", "expected"), ACTS)
def test_a_piece_acts_for_its_document(text: str, expected: list[tuple[str, str, str]]) -> None:
    extraction = read(text)
    number = {document.id: document.number or "" for document in extraction.documents}
    said = [(r.source, r.relation, number[r.target]) for r in extraction.relations if r.source == "this"]
    assert said == expected
    assert extraction.header.type is None


SPOKEN_OF = [
    ("Nghị quyết số 04/2029/NQ-HĐTP thay thế Nghị quyết số 03/2025/NQ-HĐTP. Nghị quyết này nêu ba việc.", "anaphor"),
    ("Bài viết giới thiệu Kết luận số 12-KL/TU. Theo Kết luận này, các xã lập kế hoạch.", "anaphor"),
    # in one sentence both may be meant
    ("Áp dụng Nghị định số 15/2020/NĐ-CP và Nghị định này.", "self"),
    # a document that has spoken of itself goes on doing so
    ("Nghị định này thay thế Nghị định số 15/2020/NĐ-CP. Nghị định này có ba chương.", "self"),
]


@pytest.mark.parametrize(("text", "kind"), SPOKEN_OF)
def test_this_in_a_text_that_is_no_document(text: str, kind: str) -> None:
    assert [m.kind for m in read(text).mentions if m.text.endswith(" này")][-1] == kind
