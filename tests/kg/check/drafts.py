"""Drafts that are checked."""

from legalkg.extractors.model import SourceText

HEAD = """UBND TỈNH KHÁNH HÒA
SỞ NỘI VỤ
Số: 415/SNV-VP
Khánh Hòa, ngày 20 tháng 10 năm 2025

V/v rà soát công việc quý IV

Kính gửi: Các phòng thuộc Sở

"""


def draft(body: str, head: str = HEAD) -> SourceText:
    """A letter of 20 October 2025 that says something."""
    return SourceText(id="draft.txt", text=f"{head}{body}\n")
