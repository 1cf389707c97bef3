"""Documents for the tests of relations, and how a row is written.

A row gives a text and the relations as lines, 'this implements 57-KL/TW'; one with an empty set is negative.
"""

from __future__ import annotations

from tests.extractors.extraction_factories import document

Rows = list[tuple[str, set[str]]]

A, B, C = "Quyết định số 10/2020/QĐ-UBND", "Quyết định số 11/2021/QĐ-UBND", "Quyết định số 12/2022/QĐ-UBND"
ND_A, ND_B, ND_C = "Nghị định số 15/2020/NĐ-CP", "Nghị định số 16/2022/NĐ-CP", "Nghị định số 17/2023/NĐ-CP"


def preamble(text: str, kind: str = "QUYẾT ĐỊNH", number: str = "15/QĐ-UBND") -> str:
    """A document whose preamble is the text."""
    return document(f"{text}\n\nĐiều 1. Ban hành quy chế.", kind=kind, number=number)


def titled(title: str, kind: str, number: str) -> str:
    """A document of that title."""
    return document("Điều 1. Phạm vi điều chỉnh.", kind=kind, number=number, title=title)


def plan(body: str, kind: str = "KẾ HOẠCH", number: str = "15/KH-UBND") -> str:
    """A document that gives orders."""
    return document(body, kind=kind, number=number)
