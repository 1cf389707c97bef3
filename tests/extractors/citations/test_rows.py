"""Numbers in the cells of a row, whose type and day stand in other cells."""

from __future__ import annotations

import pytest

from tests.extractors.extraction_factories import Cited, check, doc

ROWS = [
    ("| ⟦12-HD/BTG⟧ | Hướng dẫn | 05/03/2024 |", doc("Hướng dẫn", "12-HD/BTG", "2024-03-05")),
    ("| 05/03/2024 | ⟦12-HD/BTG⟧ | Về sinh hoạt |", doc("Hướng dẫn", "12-HD/BTG", "2024-03-05")),
    ("1\t⟦144-QĐ/TW⟧\tQuy định\tngày 09 tháng 5 năm 2024\n", doc("Quy định", "144-QĐ/TW", "2024-05-09")),
    ("(7, '⟦31-QĐ/HU⟧', 'Quy định', 'Về họp', '2024-03-05', 1),", doc("Quy định", "31-QĐ/HU", "2024-03-05")),
    ('("⟦05-HD⟧", "Hướng dẫn", "Thu đảng phí", "2016-07-06")', doc("Hướng dẫn", "05-HD", "2016-07-06")),
    (
        "| Nghị quyết | ⟦Số 12/2015/NQ-HĐND⟧ | 10/12/2015 | Về giá nước |",
        doc("Nghị quyết", "12/2015/NQ-HĐND", "2015-12-10"),
    ),
    ("| ⟦Nghị quyết số 3-NQ/HU⟧ | 10/12/2015 | Về giá nước |", doc("Nghị quyết", "3-NQ/HU", "2015-12-10")),
    # A cell with more than the type, two days, a day far off in a table, one that the number contradicts.
    ("| ⟦12-HD/BTG⟧ | Hướng dẫn sinh hoạt | Về họp |", doc("Hướng dẫn", "12-HD/BTG")),
    ("| ⟦12-HD/BTG⟧ | 05/03/2024 | 06/03/2024 |", doc("Hướng dẫn", "12-HD/BTG")),
    ("| ⟦12-HD/BTG⟧ | Hướng dẫn | Về họp | Ban | 06/03/2024 |", doc("Hướng dẫn", "12-HD/BTG")),
    ("| ⟦12/2015/NQ-HĐND⟧ | 10/12/2019 | Về giá nước |", doc("Nghị quyết", "12/2015/NQ-HĐND")),
    ("('⟦12-HD/BTG⟧', 'Hướng dẫn', '0003-10-24')", doc("Hướng dẫn", "12-HD/BTG")),
    # The next row is another document's; a quotation is no cell.
    ("| ⟦12-HD/BTG⟧ |\n| Kế hoạch | 05/03/2024 |", doc("Hướng dẫn", "12-HD/BTG")),
    ("Ông gọi ‘văn bản’ “⟦12-HD/BTG⟧” là “Quy định”, ra 05/03/2024.", doc("Hướng dẫn", "12-HD/BTG")),
]


@pytest.mark.parametrize(("marked", "cited"), ROWS)
def test_a_cell_that_holds_only_a_type_or_a_day_says_it_of_the_number_in_its_row(marked: str, cited: Cited) -> None:
    check(marked, [cited])
