"""Reading takes time in proportion to length, on hostile input too: a coarse guard with a generous margin.

Four times the text may take eight times as long at most. What grows with the square of the length takes sixteen times.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from itertools import count
from types import FrameType

import pytest
from extraction_factories import document, fault, read

SHORT, LONG = 20_000, 80_000
# Shorter times are mostly noise.
LEAST_SECONDS = 0.02
LONGEST_SECONDS = 20

HOSTILE = [
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
    return lambda length: document(numbered(form)(length))


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
    "dates of one number": numbered("Quyết định số 1/QĐ-UBND ngày 1/1/2020; Luật A@ năm 2020. "),
}


@pytest.fixture(autouse=True)
def limit() -> Iterator[None]:
    """End what would run for hours; the regular expression engine looks for signals too."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"not read within {LONGEST_SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, LONGEST_SECONDS)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def seconds(text: str) -> float:
    start = time.process_time()
    read(text)
    return time.process_time() - start


def growth(make: Callable[[int], str], short: int = SHORT, long: int = LONG) -> float:
    """Give how much longer the long text takes; measured again where it looks bad, since others use the machine."""
    read("Theo Luật Đất đai.")
    ratios = []
    for _ in range(2):
        ratios.append(seconds(make(long)) / max(seconds(make(short)), LEAST_SECONDS))
        if ratios[-1] <= long / short * 2:
            break
    return min(ratios)


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_repetition(piece: str) -> None:
    assert growth(lambda length: piece * (length // len(piece))) <= 8


@pytest.mark.parametrize("name", GROWING)
def test_many(name: str) -> None:
    assert growth(GROWING[name]) <= 8


@pytest.mark.parametrize(
    "form",
    [
        "Luật A@ năm 2020. ",
        fault("the dates of a document's mentions are gathered anew for each mention", "Luật Đất đai năm 2013. "),
        fault("a plain number looks at all documents", "Quyết định số @/QĐ-UBND. Quyết định số @. "),
    ],
)
def test_mentions_of_documents(form: str) -> None:
    """Eight times the text: what grows with the square takes 64 times as long."""
    assert growth(numbered(form), LONG // 8, LONG) <= 16


@pytest.mark.parametrize("piece", ["*", "_", "| ", "#", " ", "\n", "\t", "* ", "_ ", "- ", "=", "–"])
def test_lines_of_a_letterhead(piece: str) -> None:
    """Rules and empty columns stand above every number."""
    rule = piece * 5_000
    assert seconds(document().replace("Độc lập", rule + "\nĐộc lập")) < 5
