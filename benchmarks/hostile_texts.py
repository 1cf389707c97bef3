"""Texts that bring out time growing with the square of the length: repetitions, and documents of ever new citations.

``benchmarks/extraction.py`` measures each at two lengths; the tests only see that they are read to the end.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
    "Số: 15/QĐ-UBND\n\nCà Mau, ngày 05 tháng 12 năm 2025\n\nQUYẾT ĐỊNH\nVề công tác cán bộ\n\n"
)
REPEATED = [
    "Điều 1, ", "Nghị định số ", "7", "(", "Nghị\n\n", "“", "Luật ", "và Luật Đất đai ", "\nKT. CHỦ TỊCH",
    "\nSố: 1/QĐ-UBND", "Căn cứ ", "Luật sửa đổi Luật ", "Đề án “", "Đề án A ", "Nghị quyết 59, 70, ", "TCVN 1-", "1/A&",
    "Nghị định này ", "Nghị định số 1/2020/NĐ-CP ", "Hiến pháp ",
    "(gọi tắt là Luật ", "Công ước về ", "Tuyên bố chung A - ",
    "Nghị quyết Trung ương ", "Nghị quyết Đại hội ", "điểm a khoản 1 ", "của Bộ Tài chính ",
    "Quyết định số .../QĐ-UBND ",
    "*", "_", "#", "|", "| ", "-", "/", ".", "…", " ", "\n", "\t", " \n", "\r\n",
    "\u00a0", "e\u0301", "\u200b", "”", "“”",
    "\n- ", "\nĐiều 1. ", "\n¹ ab", "\nPHỤ LỤC", "\nNơi nhận:\n- a", "\nTM. ỦY BAN", "\nQUYẾT ĐỊNH", "\nV/v ", "ỦY\n",
    "Bãi bỏ các Quyết định sau đây:\n", "được sửa đổi, bổ sung ", "Thực hiện ", "này được a thông qua ",
    "Luật này được Quốc hội ", "Quyết định này có hiệu lực ", "Quyết định số 1/QĐ-UBND ngày 1/1/2020. ",
    "Nghị định số 1/QĐ-UBND (gọi tắt là Nghị định văn thư). ", "A", "Aa ",
]  # fmt: skip


def numbered(form: str) -> Callable[[int], str]:
    """Repeat a form with another number each time."""

    def make(length: int) -> str:
        pieces: list[str] = []
        total = 0
        for number in count(1):
            pieces.append(form.replace("@", str(number)))
            total += len(pieces[-1])
            if total >= length:
                break
        return "".join(pieces)

    return make


def body(form: str) -> Callable[[int], str]:
    """The same as the body of a document."""
    return lambda length: HEAD + numbered(form)(length)


GROWING = {
    "many numbers": numbered("Nghị định số @/2020/NĐ-CP. "),
    "many bases": body("Căn cứ Quyết định số @/QĐ-UBND; "),
    "one long clause": body("Bãi bỏ Quyết định số @/QĐ-UBND và Thông tư số @/TT-BTC, "),
    "a chain of passives": body("Quyết định số @/QĐ-UBND được sửa đổi bởi "),
    "a long list": body("\n@. Quyết định số @/QĐ-UBND"),
    "many articles": body("\nĐiều @. Theo Quyết định số @/QĐ-UBND."),
    "many purposes": body("\nI. MỤC ĐÍCH\nTheo Quyết định số @/QĐ-UBND."),
    "many footnotes": body("\n¹ Theo Quyết định số @/QĐ-UBND.\n\nab"),
    "many provisions": numbered("điểm a khoản @ Điều 5 Quyết định số @/QĐ-UBND "),
    "one law": numbered("Luật Đất đai năm 2013. "),
    "many years": numbered("Luật A@ năm 2020. "),
    "full and plain numbers": numbered("Quyết định số @/QĐ-UBND. Quyết định số @. "),
    "many short names": numbered("Quyết định số @/QĐ-UBND (gọi tắt là Quyết định văn thư @). "),
    "dates of one number": numbered("Quyết định số 1/QĐ-UBND ngày 1/1/2020; Luật A@ năm 2020. "),
}


def texts() -> dict[str, Callable[[int], str]]:
    """Return all texts by name, each a function of the length in characters."""

    def repeated(piece: str) -> Callable[[int], str]:
        return lambda length: piece * (length // len(piece))

    return {repr(piece): repeated(piece) for piece in REPEATED} | GROWING
