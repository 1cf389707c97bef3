"""What is said of a document ends with its block: no issuer, day or title is taken from a line of another kind."""

from __future__ import annotations

import pytest

from legalkg.extractors.citations.blocks import block_end
from tests.extractors.extraction_factories import read


@pytest.mark.parametrize(
    "following",
    [
        "\n\nĐoạn khác",
        "\nHà Nội, ngày 5 tháng 3 năm 2031",
        "\nCư M'gar, ngày     tháng 3 năm 2031",
        "\nPhường 12, ngày 5 tháng 3 năm 2031",
        "\nKính gửi: Các phòng",
        "\nCăn cứ Luật Lâm nghiệp",
        "\n- Giao Sở Nội vụ",
        "\n2. Giao Sở Nội vụ",
        "\n2.\nGiao Sở Nội vụ",
        "\nIV. TỔ CHỨC",
        "\na) Giao Sở Nội vụ",
        "\nĐiều 5. Giao Sở Nội vụ",
        "\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "\n| 3 | Kế hoạch |",
        "\tcột khác",
    ],
)
def test_a_block_ends_before(following: str) -> None:
    assert block_end(f"về công tác cán bộ{following}", 0, 200) == len("về công tác cán bộ")


@pytest.mark.parametrize(
    "going_on",
    [
        "\nvà công tác đảng viên",
        "\ncủa Sở Nội vụ",
        "\nQuảng Trị và các xã",
        "\nĐiều lệ Đảng",
        "\n2025 và những năm sau",
    ],
)
def test_a_broken_line_ends_no_block(going_on: str) -> None:
    text = f"về công tác cán bộ{going_on}"
    assert block_end(text, 0, len(text)) == len(text)


def test_the_day_of_a_letter_below_its_subject_is_not_that_of_the_plan_in_it() -> None:
    letter = read(
        "UBND TỈNH CÀ MAU\nSỞ TƯ PHÁP\nSố: 41/STP-VP\nV/v thực hiện Kế hoạch số 77/KH-UBND của UBND tỉnh\n"
        "Cà Mau, ngày 8 tháng 4 năm 2031\nKính gửi: Các phòng.\n"
        "Thực hiện Kế hoạch số 77/KH-UBND ngày 2/4/2031 của UBND tỉnh, Sở yêu cầu:"
    )
    assert [(d.number, d.date) for d in letter.documents] == [("77/KH-UBND", "2031-04-02")]


@pytest.mark.parametrize(
    ("behind", "title"),
    [
        ("quy định về tiền lương, cụ thể như sau:\na) Bậc một", "quy định về tiền lương"),
        ("về thu phí như sau:\n1. Bổ sung Điều 3", "về thu phí"),
        ("thực hiện như sau:\na) Bậc một", None),
        ("về việc làm sau đào tạo", "về việc làm sau đào tạo"),
    ],
)
def test_what_leads_to_a_list_is_no_title(behind: str, title: str | None) -> None:
    found = read(f"Lương theo Nghị định số 12/2031/NĐ-CP ngày 3/2/2031 của Chính phủ {behind}")
    assert [d.title for d in found.documents] == [title]
