"""Drafts with what was found written into them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from legalkg.extractors.reading import read_bytes
from legalkg.extractors.resources import data_path
from legalkg.kg.check.check import check
from legalkg.kg.check.marked import marked
from legalkg.kg.collection import Collection
from legalkg.kg.errors import LegalkgError

DECREE = "Nghị định số 175/2025/NĐ-CP ngày 03/6/2025"
LAW = "Luật Phí và lệ phí"


def written(samples: Collection, data: bytes, name: str) -> tuple[bytes, list[str]]:
    source = read_bytes(data, name)
    made, left_out = marked(data, source, check(samples, source))
    return made, [one.text for one in left_out]


def word(*paragraphs: list[str]) -> bytes:
    """A Word file; each paragraph is a list of its runs, every other one bold."""
    file = docx.Document()
    for runs in paragraphs:
        paragraph = file.add_paragraph()
        for number, text in enumerate(runs):
            paragraph.add_run(text).bold = bool(number % 2)
    made = BytesIO()
    file.save(made)
    return made.getvalue()


def comments(data: bytes) -> list[tuple[str, str]]:
    """The words to which each comment is tied, and its text."""
    file = docx.Document(BytesIO(data))
    return [(_tied(file.element.body, str(one.comment_id)), one.text) for one in file.comments]


def _tied(body: Any, number: str) -> str:
    is_within, words = False, ""
    for element in body.iter():
        if element.tag in (qn("w:commentRangeStart"), qn("w:commentRangeEnd")) and element.get(qn("w:id")) == number:
            is_within = element.tag == qn("w:commentRangeStart")
        if is_within and element.tag == qn("w:t"):
            words += element.text
    return words


@pytest.mark.parametrize(
    "runs",
    [
        [f"Sở thực hiện {DECREE} và {LAW}."],
        ["Sở thực ", "hiện Nghị", " định số 175/2025/NĐ-CP ngày", f" 03/6/2025 và {LAW}."],
        [DECREE, " và ", LAW],
    ],
)
def test_a_comment_is_tied_to_the_words_of_the_citation(samples: Collection, runs: list[str]) -> None:
    data = word(["Kính gửi: Các phòng"], runs)
    made, left_out = written(samples, data, "a.docx")
    (first, told), (second, fine) = comments(made)
    assert ([first, second], left_out) == ([DECREE, LAW], [])
    assert told.startswith("differs: the text gives the day 2025-06-03, known is 2025-06-30 by its own text. “ngày 30")
    assert fine.startswith("agrees: ")
    assert read_bytes(made, "a.docx").text == read_bytes(data, "a.docx").text


def test_the_same_words_twice_get_a_comment_each(samples: Collection) -> None:
    data = word([f"Theo {LAW}; riêng {LAW}"], [f"thì {LAW} cũng vậy."])
    assert [words for words, _ in comments(written(samples, data, "a.docx")[0])] == [LAW] * 3


def test_formatting_stays_where_a_run_is_cut(samples: Collection) -> None:
    made, _ = written(samples, word(["Theo ", f"chính {LAW} này"]), "a.docx")
    runs = docx.Document(BytesIO(made)).paragraphs[0].runs
    assert [(run.text, bool(run.bold)) for run in runs if run.text] == [
        ("Theo ", False),
        ("chính ", True),
        (LAW, True),
        (" này", True),
    ]


def test_what_stands_in_a_note_is_told(samples: Collection) -> None:
    data = (Path(str(data_path("samples"))) / "17-KH-UBND.docx").read_bytes()
    made, left_out = written(samples, data, "a.docx")
    assert left_out == ["Nghị quyết số 57-NQ/TW ngày 22/12/2024"]
    source = read_bytes(data, "a.docx")
    assert len(comments(made)) + len(left_out) == len(check(samples, source).citations)
    assert read_bytes(made, "a.docx").text == source.text


PAGE = f"""<!DOCTYPE html><html><head><title>{LAW}</title><style>p {{ color: red }}</style></head><body>
<p>Theo <b>Nghị định</b> số&nbsp;175/2025/NĐ-CP ngày 03/6/2025 &amp; {LAW}</p><!-- {LAW} --></body></html>"""


def test_a_page_is_marked_and_else_as_it_was(samples: Collection) -> None:
    made, left_out = written(samples, PAGE.encode(), "a.html")
    page = made.decode()
    assert left_out == []
    assert f">{LAW}</mark></p><!-- {LAW} -->" in page
    assert '<b><mark class="legalkg-check" data-outcomes="differs ' in page
    assert ">Nghị định</mark></b>" in page
    assert "known is 2025-06-30 by its own text" in page
    assert f"<title>{LAW}</title>" in page
    assert read_bytes(made, "a.html").text == read_bytes(PAGE.encode(), "a.html").text


def test_words_of_a_document_cannot_leave_the_mark(samples: Collection) -> None:
    page = f'<p>Theo {LAW} về "&lt;script&gt;alert(1)&lt;/script&gt;" và Nghị định số 1/2025/NĐ-CP "onclick=x.</p>'
    made, _ = written(samples, page.encode(), "a.html")
    assert b"<script" not in made


def test_a_text_has_its_outcomes_behind_the_citations(samples: Collection) -> None:
    made, _ = written(samples, f"Sở thực hiện {DECREE} và {LAW}.\n".encode(), "a.txt")
    lines = made.decode().splitlines()
    assert lines[0].startswith(f"Sở thực hiện {DECREE} [1: differs, ")
    assert lines[0].endswith(f"{LAW} [2: agrees].")
    assert any(line.startswith("[1] differs: the text gives the day") for line in lines)


def test_a_file_that_cannot_be_marked_up_is_refused(samples: Collection) -> None:
    data = (Path(str(data_path("samples"))) / "782-CV-DU.pdf").read_bytes()
    with pytest.raises(LegalkgError, match=r"^a\.pdf: cannot be marked up, as it is application/pdf"):
        written(samples, data, "a.pdf")
