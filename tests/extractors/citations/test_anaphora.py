"""Back-references, short names that a text declares, and the document itself."""

from __future__ import annotations

import pytest

from tests.extractors.extraction_factories import decision, document, identities, letter, read


def found(text: str) -> list[tuple[str, str, str]]:
    """Give (words, kind, document) of each mention."""
    return [(m.text, m.kind, m.document) for m in read(text).mentions]


def kinds(text: str) -> list[tuple[str, str]]:
    """Give (kind, document) of each mention behind the first, which is the citation in full."""
    return [(kind, target) for _, kind, target in found(text)[1:]]


NQ = "Cán bộ học Nghị quyết số 57-NQ/TW của Bộ Chính trị. "

ABOVE = [
    (NQ + "Nghị quyết trên đã đi vào cuộc sống.", [("anaphor", "d1")]),
    (NQ + "Nghị quyết nêu trên đã đi vào cuộc sống.", [("anaphor", "d1")]),
    (NQ + "Nghị quyết nói trên đã đi vào cuộc sống.", [("anaphor", "d1")]),
    (NQ + "Nghị quyết kể trên đã đi vào cuộc sống.", [("anaphor", "d1")]),
    (NQ + "Nghị\nquyết trên đã đi vào cuộc sống.", [("anaphor", "d1")]),
    (NQ + "Các Nghị quyết nêu trên đã đi vào cuộc sống.", []),  # several
    (NQ + "Hai Nghị quyết trên đã đi vào cuộc sống.", []),
    (NQ + "Chỉ thị trên đã đi vào cuộc sống.", []),  # of no type before it
    (NQ + "Triển khai Nghị quyết trên địa bàn tỉnh.", []),  # in the province
    (NQ + "Triển khai Nghị quyết trên phạm vi cả nước.", []),
    (NQ + "Triển khai Nghị quyết trên toàn quốc.", []),
    (NQ + "Có Nghị quyết trên 10 trang.", []),
    (NQ + "Thực hiện Nghị quyết trên mọi lĩnh vực.", []),
    (NQ + "Đưa Nghị quyết trên báo chí và mạng xã hội.", []),
    (NQ + "Học Nghị quyết trên lớp.", []),
]


@pytest.mark.parametrize(("text", "expected"), ABOVE)
def test_the_document_above(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_the_nearest_of_its_type_is_meant() -> None:
    text = (
        "Theo Nghị định số 15/2020/NĐ-CP, Nghị định số 16/2020/NĐ-CP và Luật Đất đai, Nghị định nêu trên còn hiệu lực."
    )
    assert found(text)[-1] == ("Nghị định nêu trên", "anaphor", "d2")


def test_nothing_is_said_where_nothing_stands_before() -> None:
    assert found("Theo Nghị quyết trên thì khác, còn Nghị quyết số 57-NQ/TW mới hơn.") == [
        ("Nghị quyết số 57-NQ/TW", "plain", "d1")
    ]


@pytest.mark.parametrize(
    "draft",
    ["Thông tư số …/2025/TT-BCT", "Thông tư số    /2025/TT-BCT", "Thông tư số ....../2025/TT-BCT"],
)
def test_a_draft_between_is_not_jumped_over(draft: str) -> None:
    text = f"Theo Thông tư số 12/2020/TT-BCT và dự thảo {draft}. Thông tư trên chưa ban hành."
    assert [kind for _, kind, _ in found(text)] == ["plain", "unresolved"]


THIS = [
    ("Quyết định này có hiệu lực từ ngày ký.", [("Quyết định này", "self", "this")]),
    (
        "Luật Đất đai có hiệu lực. Luật này thay thế luật cũ.",
        [("Luật Đất đai", "plain", "d1"), ("Luật này", "anaphor", "d1")],
    ),
    (
        "Thông tư số 12/2020/TT-BCT quy định. Thông tư này còn hiệu lực.",
        [("Thông tư số 12/2020/TT-BCT", "plain", "d1"), ("Thông tư này", "anaphor", "d1")],
    ),
    (
        "Quyết định số 10/2020/QĐ-UBND và Quyết định này cùng có hiệu lực.",
        [("Quyết định số 10/2020/QĐ-UBND", "plain", "d1"), ("Quyết định này", "self", "this")],
    ),
]


@pytest.mark.parametrize(("article", "expected"), THIS)
def test_this_document_and_this_of_another_type(article: str, expected: list[tuple[str, str, str]]) -> None:
    assert [row for row in found(decision(article)) if row[0] != "Số: 15/QĐ-UBND"] == expected


def test_its_own_number_and_name_are_the_document_itself() -> None:
    text = decision("Thực hiện Quyết định số 15/QĐ-UBND ngày 05 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh.")
    assert found(text)[-1] == ("Quyết định số 15/QĐ-UBND ngày 05 tháng 12 năm 2025", "self", "this")


def test_its_number_of_another_date_is_another_document() -> None:
    text = decision("Thực hiện Quyết định số 15/QĐ-UBND ngày 05 tháng 12 năm 2020 của Ủy ban nhân dân tỉnh.")
    assert found(text)[-1] == ("Quyết định số 15/QĐ-UBND ngày 05 tháng 12 năm 2020", "plain", "d1")


def test_a_law_is_itself_by_its_name() -> None:
    text = document(
        "Điều 1. Phạm vi của Luật Đường sắt và Luật này.\n\nĐiều 2. Luật Đường sắt năm 2005 hết hiệu lực.",
        kind="LUẬT",
        title="ĐƯỜNG SẮT",
        number="95/2025/QH15",
        issuer="QUỐC HỘI",
    )
    assert [row for row in found(text) if row[0].startswith("Luật")] == [
        ("Luật Đường sắt", "self", "this"),
        ("Luật này", "self", "this"),
        ("Luật Đường sắt năm 2005", "plain", "d1"),
    ]


ALIASES = [
    (
        "Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 (sau đây gọi tắt là Nghị định văn thư). Nghị định văn thư rõ.",
        ["Nghị định văn thư", "Nghị định văn thư"],
    ),
    (
        "Theo Nghị định số 30/2020/NĐ-CP (sau đây gọi là Nghị định văn thư). Nghị định văn thư rất rõ.",
        ["Nghị định văn thư", "Nghị định văn thư"],
    ),
    (
        "Theo Nghị định số 30/2020/NĐ-CP (viết tắt là “Nghị định văn thư”). Nghị định văn thư rất rõ.",
        ["Nghị định văn thư", "Nghị định văn thư"],
    ),
    (
        "Theo Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư (sau đây gọi chung là Nghị định văn thư);"
        " Nghị định\nvăn thư rất rõ.",
        ["Nghị định văn thư", "Nghị định\nvăn thư"],
    ),
]


@pytest.mark.parametrize(("text", "names"), ALIASES)
def test_declared_names(text: str, names: list[str]) -> None:
    rows = found(text)
    assert rows[0][1:] == ("plain", "d1")
    assert rows[1:] == [(name, "alias", "d1") for name in names]


LAW_ALIAS = "a declared name that reads like a law's is taken for another law"


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        (
            "Theo Luật Giao dịch điện tử số 20/2023/QH15 (sau đây gọi tắt là Luật GDĐT). Theo Luật GDĐT thì khác.",
            ["d1", "d1", "d1"],
        ),
        (
            "Theo Luật Giao dịch điện tử số 20/2023/QH15 (gọi tắt là Luật Giao dịch mới). Luật Giao dịch mới rõ.",
            ["d1", "d1", "d1"],
        ),
        (
            "Theo Nghị quyết số 02-NQ/TW (sau đây gọi tắt là Nghị quyết số 02). Nghị quyết số 02 rất rõ.",
            ["d1", "d1", "d1"],
        ),
        ("Theo Nghị định số 30/2020/NĐ-CP (viết tắt là NĐ30). Theo NĐ30 thì khác.", ["d1", "d1", "d1"]),
        ("Theo Nghị quyết số 57-NQ/TW (Nghị quyết số 57), Nghị quyết 57 rất rõ.", ["d1", "d1", "d1"]),
    ],
)
def test_declared_names_of_other_forms(text: str, documents: list[str]) -> None:
    assert [target for _, _, target in found(text)] == documents


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định văn thư đã có (sau đây gọi tắt là Nghị định văn thư).",  # nothing to name
        "Theo Nghị định số 30/2020/NĐ-CP. Có một số người và nhiều cơ quan khác nữa (gọi tắt là Nghị định văn thư).",
    ],
)
def test_a_name_declared_far_from_any_document(text: str) -> None:
    assert "alias" not in [kind for _, kind, _ in found(text)]


def test_a_declared_name_is_not_used_before_its_declaration() -> None:
    text = "Nghị định văn thư cũ. Theo Nghị định số 30/2020/NĐ-CP (gọi tắt là Nghị định văn thư)."
    assert [kind for _, kind, _ in found(text)] == ["plain", "alias"]


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        (
            "Theo Nghị định số 30/2020/NĐ-CP (gọi tắt là Nghị định văn thư). Nghị định văn thư/2020 khác.",
            ["d1", "d1"],
        ),
        (
            "Theo Nghị quyết số 1210/2016/UBTVQH13 (gọi tắt là Nghị quyết số 1210). Nghị quyết số 1210/NQ-HĐND khác.",
            ["d1", "d1", "d2"],
        ),
    ],
)
def test_a_longer_number_is_no_declared_name(text: str, documents: list[str]) -> None:
    assert [target for _, _, target in found(text)] == documents


def test_this_in_a_letter_is_the_document_cited() -> None:
    text = letter("1. Nghị định số 30/2020/NĐ-CP đã rõ. Nghị định này quy định việc đóng dấu.")
    assert found(text)[-1] == ("Nghị định này", "anaphor", "d1")


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        (  # the name is that of the code, not of the law that amends it
            "Theo Bộ luật Hình sự số 100/2015/QH13 được sửa đổi theo Luật số 12/2017/QH14 (sau đây gọi là Bộ luật Hình"
            " sự). Theo Bộ luật Hình sự thì khác.",
            ["d1", "d2", "d1", "d1"],
        ),
        (  # the numeral tells which of two
            "Theo Nghị quyết số 140/NQ-CP thực hiện Nghị quyết số 66-NQ/TW (gọi là Nghị quyết số 140). Nghị quyết số"
            " 140 rõ.",
            ["d1", "d2", "d1", "d1"],
        ),
        (  # a full number says itself whose it is
            "Theo Nghị quyết số 140/NQ-CP thực hiện Nghị quyết số 66-NQ/TW (gọi là Nghị quyết số 140/NQ-CP).",
            ["d1", "d2", "d1"],
        ),
    ],
)
def test_what_a_declaration_is_about(text: str, documents: list[str]) -> None:
    assert identities(text) == documents


def test_a_verb_that_ends_like_a_numeral_makes_no_plural() -> None:
    one = "Bộ ban hành Chỉ thị số 12/CT-BYT. Các sở triển khai Chỉ thị nêu trên."
    assert found(one)[-1] == ("Chỉ thị nêu trên", "anaphor", "d1")
    two = "Bộ ban hành Chỉ thị số 12/CT-BYT. Các sở thực hiện hai Chỉ thị nêu trên."
    assert [kind for _, kind, _ in found(two)] == ["plain"]


def amending(body: str) -> str:
    return document(f"Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 12/2020/QĐ-UBND ngày 03/02/2020\n{body}")


NEW_TEXT = (
    "1. Sửa đổi, bổ sung Điều 3 như sau:\n“Điều 3. Phạm vi\n{inside}”.\nĐiều 2. Hiệu lực\nQuyết định này có hiệu lực."
)


def meant(text: str) -> list[str | None]:
    """The documents that 'Quyết định này' means, in reading order: their numbers, None for the document itself."""
    extraction = read(text)
    numbers = {document.id: document.number for document in extraction.documents}
    return [numbers.get(m.document) for m in extraction.mentions if m.text == "Quyết định này"]


def test_this_in_new_text_is_the_document_that_it_is_written_into() -> None:
    text = amending(NEW_TEXT.format(inside="Quyết định này áp dụng cho các xã."))
    assert meant(text) == ["12/2020/QĐ-UBND", None]


def test_what_new_text_names_is_not_meant() -> None:
    inside = "Theo Quyết định số 99/2019/QĐ-UBND, Quyết định này áp dụng cho các xã."
    assert meant(amending(NEW_TEXT.format(inside=inside))) == ["12/2020/QĐ-UBND", None]


def test_new_text_may_be_very_long() -> None:
    inside = "Các xã thực hiện đúng quy định. " * 1000 + "\nQuyết định này áp dụng cho các xã."
    assert meant(amending(NEW_TEXT.format(inside=inside))) == ["12/2020/QĐ-UBND", None]


def test_the_first_of_the_documents_in_an_order_is_changed() -> None:
    head = "Điều 1. Sửa đổi Quyết định số 12/2020/QĐ-UBND đã được sửa đổi theo Quyết định số 34/2021/QĐ-UBND\n"
    text = document(head + NEW_TEXT.format(inside="Quyết định này áp dụng cho các xã."))
    assert meant(text) == ["12/2020/QĐ-UBND", None]


@pytest.mark.parametrize(
    "body",
    [
        "Điều 1. Giao việc.\nCụm từ “Quyết định này” được dùng.",  # quoted, but no order
        "Điều 1. Theo Quyết định số 12/2020/QĐ-UBND.\nQuyết định này có hiệu lực.",
    ],
)
def test_no_new_text(body: str) -> None:
    assert meant(decision(body)) == [None]


PLAN = "Đề án phát triển làng gốm đến năm 2030"
APPROVED = [
    (
        f"Về {PLAN}\n\nTheo Quyết định số 16/QĐ-TTg phê duyệt {PLAN} (sau đây gọi là Đề án 16), xã làm. Đề án 16 rõ.",
        [(PLAN, "d1"), ("Quyết định số 16/QĐ-TTg", "d2"), (PLAN, "d1"), ("Đề án 16", "d1"), ("Đề án 16", "d1")],
    ),
    # of the decision's own type: the decision itself; not of the type that it approves
    (
        f"Theo Quyết định số 16/QĐ-TTg phê duyệt {PLAN} (sau đây gọi là Quyết định 16).",
        [("Quyết định số 16/QĐ-TTg", "d1"), ("Quyết định 16", "d1")],
    ),
    (
        f"Theo Quyết định số 16/QĐ-TTg phê duyệt {PLAN} (sau đây gọi là Kế hoạch 16).",
        [("Quyết định số 16/QĐ-TTg", "d1"), ("Kế hoạch 16", "d1")],
    ),
]


@pytest.mark.parametrize(("text", "mentions"), APPROVED)
def test_a_declared_name_may_be_of_the_plan_that_a_decision_approves(
    text: str, mentions: list[tuple[str, str]]
) -> None:
    assert [(words, target) for words, _, target in found(text)] == mentions
