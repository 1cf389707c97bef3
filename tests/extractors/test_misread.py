"""Figures that scans misread as letters, in numbers with a known code."""

from __future__ import annotations

import pytest

from legalkg.extractors.misread import with_figures
from legalkg.extractors.text import view
from tests.extractors.extraction_factories import Cited, check, doc


@pytest.mark.parametrize(
    ("marked", "document"),
    [
        ("Theo ⟦Nghị định số 1O/2022/NĐ-CP⟧ thì xã lập hồ sơ.", doc("Nghị định", "10/2022/NĐ-CP")),
        ("Theo ⟦Thông tư l5/2021/TT-BTC⟧ thì xã lập hồ sơ.", doc("Thông tư", "15/2021/TT-BTC")),
        ("Theo ⟦Nghị định I0/2022/NĐ-CP⟧ thì xã lập hồ sơ.", doc("Nghị định", "10/2022/NĐ-CP")),
        ("Theo ⟦Nghị định |0/2022/NĐ-CP⟧ thì xã lập hồ sơ.", doc("Nghị định", "10/2022/NĐ-CP")),
        ("Theo ⟦Nghị định số 10/2O22/NĐ-CP⟧ thì xã lập hồ sơ.", doc("Nghị định", "10/2022/NĐ-CP")),
        ("Theo ⟦Luật số l0/2022/QH15⟧ thì xã lập hồ sơ.", doc("Luật", "10/2022/QH15")),
        ("Theo ⟦Quyết định số 1O-QĐ/TU⟧ thì xã lập hồ sơ.", doc("Quyết định", "10-QĐ/TU")),
        ("Theo ⟦Ngh| định số 15/2020/NĐ-CP⟧ thì xã lập hồ sơ.", doc("Nghị định", "15/2020/NĐ-CP")),
        ("Theo ⟦Ch| th| số 15/CT-TTg⟧ thì xã lập hồ sơ.", doc("Chỉ thị", "15/CT-TTg")),
    ],
)
def test_numbers(marked: str, document: Cited) -> None:
    check(marked, [document])


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 10/2022/NĐ-CP",
        "loại l/2022 và khối O/NĐ",
        "Mã hồ sơ IO/TT-01",  # no figure beside the letters
        "Khu đất O1/KDC-2",  # no code of a type
        "hoặc lO/9O22/NĐ-CP",  # no year
        "| Nghị định | Chỉ thị |",
        "",
    ],
)
def test_what_stays(text: str) -> None:
    seen = view(text)
    assert with_figures(seen).text == seen.text


def test_length_stays() -> None:
    text = "Số 1O/2022/NĐ-CP, l5/2021/TT-BTC, Ch| th| số 15/CT-TTg"
    assert len(with_figures(view(text)).text) == len(text)
