"""The sample documents: complete, true to their table, and the same at every rendering."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "data" / "samples"
SOURCES = ROOT / "data" / "make_samples" / "sources"

# | [file](../data/samples/file) | type number | date | ...
ROW = re.compile(r"\| \[([^]]+)]\(\.\./data/samples/\1\) \| .*? (\S+) \| (\S+) \|")
TABLE = {m[1]: (m[2], m[3]) for m in ROW.finditer((ROOT / "docs" / "samples.md").read_text(encoding="utf-8"))}

# Each document and one that it rests on or changes: the links that make the chains.
LINKS = [
    ("782-CV-DU.pdf", "110-HD/BTGTU"),
    ("110-HD-BTGTU.pdf", "28-CT/TU"),
    ("28-CT-TU.docx", "57-KL/TW"),
    ("030-2025-QD-UBND.pdf", "13/2022/TT-BTC"),
    ("13-2022-TT-BTC.txt", "10/2022/NĐ-CP"),
    ("175-2025-ND-CP.docx", "97/2015/QH13"),
    ("175-2025-ND-CP.docx", "10/2022/NĐ-CP"),
    ("67-2025-TT-BTC.txt", "13/2022/TT-BTC"),
    ("5363-CT-CS.html", "187/2025/NĐ-CP"),
    ("187-2025-ND-CP.docx", "78/2025/NĐ-CP"),
    ("78-2025-ND-CP.docx", "64/2025/QH15"),
    ("144-KH-UBND.html", "17/KH-UBND"),
    ("17-KH-UBND.docx", "71/NQ-CP"),
    ("71-NQ-CP.pdf", "03/NQ-CP"),
    ("03-NQ-CP.txt", "57-NQ/TW"),
]


def pages(path: Path) -> list[str]:
    """Give the text of each page, lines ended by a plain newline."""
    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
    document.close()
    return texts


def word_parts(path: Path) -> dict[str, str]:
    """Give the parts of a Word file that hold its text."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name in {"word/document.xml", "word/footnotes.xml"}]
        return {name: archive.read(name).decode() for name in names}


def content(path: Path) -> object:
    """Give what a file says, without what depends on the versions of the libraries that packed it."""
    if path.suffix == ".pdf":
        return pages(path)
    return word_parts(path) if path.suffix == ".docx" else path.read_text(encoding="utf-8")


def text_of(path: Path) -> str:
    found = content(path)
    if isinstance(found, dict):
        return re.sub("<[^>]+>", "", " ".join(found.values()))
    return "\n".join(found) if isinstance(found, list) else str(found)


def in_words(date: str) -> str:
    day, month, year = date.split("/")
    return f"ngày {day} tháng {month} năm {year}"


def test_the_table_lists_every_file_in_four_formats() -> None:
    files = {path.name for path in SAMPLES.iterdir()} - {"samples.md"}
    assert files == set(TABLE)
    assert 15 <= len(files) <= 20
    assert min(Counter(Path(name).suffix for name in files)[form] for form in (".txt", ".docx", ".pdf", ".html")) > 2


@pytest.mark.parametrize("name", TABLE)
def test_number_and_date_stand_in_source_and_file(name: str) -> None:
    number, date = TABLE[name]
    path = SAMPLES / name
    letterhead = (SOURCES / path.suffix[1:] / f"{path.stem}.txt").read_text(encoding="utf-8").partition("@title")[0]
    printed = in_words(date) if "/" in date else f"năm {date}"
    for text in (letterhead, text_of(path)):
        assert number in text
        assert printed in text


@pytest.mark.parametrize(("name", "number"), LINKS)
def test_a_document_names_the_next_of_its_chain(name: str, number: str) -> None:
    assert number in text_of(SAMPLES / name)
    assert number in {listed for listed, _ in TABLE.values()}


def test_a_citation_runs_over_the_page_with_footnotes_in_between() -> None:
    first, second = pages(SAMPLES / "782-CV-DU.pdf")
    assert "thực hiện Nghị\n¹ Quyết định số 362/QĐ-TTg" in first
    assert second.startswith("2\nquyết Đại hội đại biểu toàn quốc lần thứ XIII")


@pytest.mark.parametrize("name", ["28-CT-TU.docx", "78-2025-ND-CP.docx", "17-KH-UBND.docx"])
def test_word_footnotes_are_called_in_order(name: str) -> None:
    parts = word_parts(SAMPLES / name)
    calls = re.findall(r'<w:footnoteReference w:id="(\d+)"/>', parts["word/document.xml"])
    assert calls == re.findall(r'<w:footnote w:id="(\d+)"', parts["word/footnotes.xml"]) != []


@pytest.fixture(scope="module")
def renderings(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two folders, rendered one after the other."""
    pytest.importorskip("fpdf")
    folders = tmp_path_factory.mktemp("first"), tmp_path_factory.mktemp("second")
    for folder in folders:
        command = [sys.executable, "-m", "data.make_samples", "--out", str(folder)]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if run.stderr.startswith("No DejaVuSerif.ttf"):
            pytest.skip(run.stderr.strip())
        assert run.returncode == 0, run.stderr
    return folders


@pytest.mark.parametrize("name", TABLE)
def test_rendering_is_repeatable(name: str, renderings: tuple[Path, Path]) -> None:
    first, second = (folder / name for folder in renderings)
    assert first.read_bytes() == second.read_bytes()
    assert content(first) == content(SAMPLES / name), "run: python -m data.make_samples"


def test_a_missing_font_gets_one_clear_message(tmp_path: Path) -> None:
    pytest.importorskip("fpdf")
    command = [
        sys.executable,
        "-m",
        "data.make_samples",
        "--out",
        str(tmp_path / "out"),
        "--fonts",
        str(tmp_path),
    ]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert str(tmp_path) in run.stderr
    assert "fonts-dejavu-core" in run.stderr
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "out").exists()
