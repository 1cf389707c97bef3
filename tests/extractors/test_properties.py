"""What holds of every text: nothing fails, every span gives its quote, spelling and order change nothing."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from legalkg.extractors.model import Evidence, Extraction, Mention, Pinpoint, Span
from legalkg.extractors.text import view
from tests.extractors.extraction_factories import SAMPLES, cited, document, letter, read

# The same examples at every run: what a run finds does not depend on luck.
many = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
few = settings(many, max_examples=40)

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
STRANGE = st.sampled_from(
    ["\x00", "\u0301", "\u200b", "\u00ad", "\ufeff", "\u202e", "\r\n", "\x0c", "\u2028", "𝐃", "²"]
)
# Pieces of the language that the grammar reads, to be put together in any way.
PIECES = st.sampled_from(
    [
        "Nghị quyết", "nghị\nquyết", "Nghị", "quyết", "Quyết định", "Luật Đất đai", "Bộ luật Dân sự", "Kết luận",
        "Luật sửa đổi, bổ sung một số điều của", "Thông tư", "Chỉ thị", "NQ", "Đề án “", "Điều lệ Đảng", "Hiến pháp",
        "Nghị quyết Trung ương", "Đại hội", "khóa XII", "lần thứ", "Tuyên bố chung Việt Nam - Lào", "UNCLOS",
        "số", "Số:", "số ", "57-KL/TW", "78/2025/NĐ-CP", "31/2024/QH15", "57", "12/QĐ-UBND", "…/2025/QĐ-UBND", "-", "/",
        "ngày 15 tháng 6 năm 2023", "ngày 31/02/2020", "năm 2013", "ngày", "của Bộ Chính trị", "về", "về thông tin",
        "khoản 2 Điều 5", "điểm a, b", "trừ", "đến Điều 9", "Mục I", "của", "và", ",", ";", ".", ":", "(", "“", "”",
        "Căn cứ", "thay thế", "được sửa đổi, bổ sung bởi", "hết hiệu lực", "Bãi bỏ các Quyết định sau đây:",
        "này", "trên", "nêu trên", "(sau đây gọi tắt là", "tiếp tục thực hiện", "tổng kết 10 năm thực hiện", "không",
        "\n", "\n\n", "\n1. ", "\na) ", "\nĐiều 1. ", "\nI. MỤC ĐÍCH\n", "\nNơi nhận:\n- ", "\nTM. ỦY BAN NHÂN DÂN\n",
        "\nKT. CHỦ TỊCH\n", "Nguyễn Văn An", "\nPHỤ LỤC\n", "¹", "\n¹ ", "QUYẾT ĐỊNH\n", "ỦY BAN NHÂN DÂN\n", "V/v",
        "Kính gửi:", "Cà Mau, ngày 05 tháng 12 năm 2025", "|", "**", "#", "_____", " ", "  ", "\t", "\u00a0", "a", "1",
        "99999999999999999999", "Ð", "–", "uỷ", "khoá",
    ]
)  # fmt: skip
LEGAL_TEXT = st.lists(PIECES | STRANGE, max_size=40).map(" ".join) | st.lists(PIECES, max_size=40).map("".join)
TEXTS = ANY_TEXT | LEGAL_TEXT | st.tuples(ANY_TEXT, LEGAL_TEXT, ANY_TEXT).map("".join)
DOCUMENTS = LEGAL_TEXT.map(document) | LEGAL_TEXT.map(letter)


def spans(extraction: Extraction) -> Iterator[tuple[int, int]]:
    """Give every span of an extraction."""
    yield from ((s.start, s.end) for s in extraction.header.spans.values())
    for mention in extraction.mentions:
        inside: list[Span | Pinpoint] = [*mention.parts.values(), *mention.pinpoints]
        yield from ((s.start, s.end) for s in [mention, *inside])
    yield from ((e.start, e.end) for r in extraction.relations for e in r.evidence)
    yield from ((z.start, z.end) for z in extraction.zones)
    yield from ((p.start, p.end) for p in extraction.provisions)


def check_whole(text: str) -> Extraction:
    """Check all that must hold of any extraction of a text."""
    extraction = read(text)
    assert all(0 <= start < end <= len(text) for start, end in spans(extraction))
    quoted: list[Mention | Pinpoint | Evidence] = [*extraction.mentions]
    quoted += [p for m in extraction.mentions for p in m.pinpoints]
    quoted += [e for r in extraction.relations for e in r.evidence]
    assert all(text[q.start : q.end] == q.text for q in quoted)
    ids = {d.id for d in extraction.documents}
    assert {m.document for m in extraction.mentions} - {"this"} == ids
    assert {end for r in extraction.relations for end in (r.source, r.target)} <= ids | {"this"}
    assert all(r.source != r.target for r in extraction.relations)
    starts = [m.start for m in extraction.mentions]
    assert starts == sorted(starts)
    eids = [p.eid for p in extraction.provisions]
    assert len(eids) == len(set(eids))
    assert {p.parent for p in extraction.provisions} - {None} <= set(eids)
    return extraction


@many
@given(TEXTS)
@example("9" * 100_000)
@example("1/" * 5_000 + "QĐ-UBND")
@example("\x00\x01\x1f" * 100)
@example("Nghị quyết số\x0057-NQ/TW")
@example("\u0301" * 100)
@example("“" * 1000 + "”" * 1000)
@example("Điều ²; Điều ٣; Nghị quyết số ٥٧-NQ/TW; khoản ¹ Điều 5 Luật Đất đai")  # digits of other scripts
@example("ngày ٣٢/١٢/٢٠٢٤, Quyết định số 1/QĐ-UBND ngày ٣١/٠٢/2020")
def test_any_text_gives_an_extraction(text: str) -> None:
    check_whole(text)


@many
@given(DOCUMENTS)
def test_any_document_gives_an_extraction(text: str) -> None:
    check_whole(text)


@many
@given(TEXTS | DOCUMENTS)
def test_decomposed_text_gives_the_same_citations(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", composed)
    assert cited(check_whole(decomposed)) == cited(read(composed))


@few
@given(TEXTS | DOCUMENTS)
def test_it_is_the_same_every_time(text: str) -> None:
    assert read(text) == read(text)


@few
@given(st.lists(LEGAL_TEXT | DOCUMENTS, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_a_batch_changes_nothing(texts: list[str], chance: random.Random) -> None:
    first = {text: read(text) for text in texts}
    chance.shuffle(texts)
    assert {text: read(text) for text in texts} == first


@many
@given(TEXTS)
def test_the_view_leads_back(text: str) -> None:
    seen = view(text)
    offsets = [seen.to_raw(offset) for offset in range(len(seen.text) + 1)]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(text) for offset in offsets)


def drop(chance: random.Random, units: list[str]) -> list[str]:
    del units[chance.randrange(len(units))]
    return units


def double(chance: random.Random, units: list[str]) -> list[str]:
    units.insert(chance.randrange(len(units)), chance.choice(units))
    return units


def swap(chance: random.Random, units: list[str]) -> list[str]:
    one, other = chance.randrange(len(units)), chance.randrange(len(units))
    units[one], units[other] = units[other], units[one]
    return units


SAMPLE_FILES = sorted(SAMPLES.glob("*.txt"))


@pytest.mark.parametrize("path", SAMPLE_FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("change", [drop, double, swap])
@pytest.mark.parametrize("unit", ["characters", "lines"])
def test_changed_documents_never_fail(
    path: Path, change: Callable[[random.Random, list[str]], list[str]], unit: str
) -> None:
    text = path.read_text(encoding="utf-8")
    chance = random.Random(f"{path.name} {unit}")  # noqa: S311 - repeatable, not secret
    for _ in range(10):
        units = list(text) if unit == "characters" else text.splitlines(keepends=True)
        for _ in range(chance.randint(1, 20)):
            units = change(chance, units)
        check_whole("".join(units))


@pytest.mark.parametrize("path", SAMPLE_FILES, ids=lambda path: path.stem)
def test_documents_cut_off_anywhere_never_fail(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for end in range(0, len(text), max(1, len(text) // 40)):
        check_whole(text[:end])
        check_whole(text[end:])
