"""The title of a document: below its type, or the subject of a letter."""

from __future__ import annotations

import pytest
from extraction_factories import document, fault, letter, read

from extractors.model import Header


def header(text: str) -> Header:
    return read(text).header


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Về công tác cán bộ", "Về công tác cán bộ"),
        ("Về việc ban hành quy chế", "ban hành quy chế"),
        fault("'V/v' is read as the Roman numeral V", "V/v ban hành quy chế", "ban hành quy chế"),
        ("BAN HÀNH QUY CHẾ\nLÀM VIỆC", "BAN HÀNH QUY CHẾ LÀM VIỆC"),
        ("Ban hành quy chế\nlàm việc của tỉnh", "Ban hành quy chế làm việc của tỉnh"),
        ("Sửa đổi một số điều của Quyết định số 10/QĐ-UBND", "Sửa đổi một số điều của Quyết định số 10/QĐ-UBND"),
        ("**Ban hành quy chế**", "Ban hành quy chế"),
    ],
)
def test_titles(title: str, expected: str) -> None:
    found = header(document("Căn cứ Luật Đất đai;\n\nĐiều 1. A.", title=title))
    assert found.title == expected


@pytest.mark.parametrize(
    "body",
    [
        "Căn cứ Luật Đất đai;\n\nĐiều 1. A.",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\nCăn cứ Luật Đất đai;\n\nĐiều 1. A.",
        "ỦY BAN NHÂN DÂN TỈNH CÀ MAU\n\nCăn cứ Luật Đất đai;\n\nĐiều 1. A.",
        "Điều 1. A.",
        fault("a heading in capitals goes on with the title", "I. MỤC ĐÍCH\n\nA."),
        fault("a heading in capitals goes on with the title", "1. MỤC ĐÍCH\n\nA."),
        "I. Mục đích\n\nA.",
        "Thực hiện Nghị quyết số 57-NQ/TW, tỉnh ban hành kế hoạch.",
    ],
)
def test_a_title_ends_where_the_text_begins(body: str) -> None:
    assert header(document(body, title="Ban hành quy chế")).title == "Ban hành quy chế"


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("trả lời kiến nghị", "trả lời kiến nghị"),
        ("trả lời kiến nghị\ncủa cử tri", "trả lời kiến nghị của cử tri"),
        ("thực hiện Công điện số 99/CĐ-TTg", "thực hiện Công điện số 99/CĐ-TTg"),
    ],
)
def test_subjects_of_letters(subject: str, title: str) -> None:
    assert header(letter("Như sau:\n\n1. A.", subject=subject)).title == title


def test_a_letter_of_the_party_has_its_subject_below_the_number() -> None:
    text = "TỈNH ỦY CÀ MAU\n*\nSố 782 -CV/ĐU\nVề thực hiện công tác\nđối ngoại\n\nKính gửi: Các chi bộ\n\nThực hiện.\n"
    assert header(text).title == "thực hiện công tác đối ngoại"


def test_a_document_without_title() -> None:
    assert header(document("Căn cứ Luật Đất đai;\n\nĐiều 1. A.", title="")).title is None
