"""What a Word document's XML says, in the order of its paragraphs."""

from __future__ import annotations

import pytest

from legalkg.extractors.reading import ReadingLimits
from legalkg.extractors.reading.docx import read
from tests.extractors.reading.reading_factories import make_docx, paragraph, table


def text_of(body: str, **parts: str) -> str:
    (text,) = read(make_docx(body, **parts), ReadingLimits())
    return text


def run(content: str, properties: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>"


def word(text: str, properties: str = "") -> str:
    return run(f'<w:t xml:space="preserve">{text}</w:t>', properties)


BOX = "<w:drawing><w:anchor><w:txbxContent>{}</w:txbxContent></w:anchor></w:drawing>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph("Điều ", "1", ".") + paragraph() + paragraph("Hai"), "Điều 1.\n\nHai"),
        (paragraph("giữ  hai blank "), "giữ  hai blank "),
        (paragraph(run("<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>")), "a\tb\nc"),
        (paragraph(run("<w:t>NQ</w:t><w:noBreakHyphen/><w:t>CP</w:t>")), "NQ-CP"),
        (paragraph(properties='<w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs>') + paragraph("x"), "x"),
        (paragraph("số ", f"<w:hyperlink>{word('01/2020')}</w:hyperlink>"), "số 01/2020"),
        (paragraph(f"<w:ins>{word('thêm')}</w:ins>", f"<w:del>{run('<w:delText>bớt</w:delText>')}</w:del>"), "thêm"),
        (paragraph(run("<w:instrText>PAGE</w:instrText>"), word("7")), "7"),
        (paragraph(word("ẩn", "<w:vanish/>"), word("hiện", '<w:vanish w:val="0"/>')), "hiện"),
        (paragraph(word("cũ", "<w:strike/>"), word("mới", '<w:strike w:val="false"/>')), "mới"),
        (paragraph("giữ ", word("cũ", "<w:dstrike/>"), word("gạch chân", '<w:u w:val="single"/>')), "giữ gạch chân"),
        (paragraph(f"<w:ins>{word('thêm', '<w:strike/>')}{word('vào')}</w:ins>"), "vào"),
        (paragraph(word("quyết định", "<w:caps/>")), "QUYẾT ĐỊNH"),
        (paragraph("QH14", word("1", '<w:vertAlign w:val="superscript"/>')), "QH14¹"),
        (paragraph("CO", word("2", '<w:vertAlign w:val="subscript"/>')), "CO2"),
        (f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{paragraph('trong')}</w:sdtContent></w:sdt>", "trong"),
        ("<!-- ghi chú -->" + paragraph("chữ", "<!-- x -->"), "chữ"),
        (paragraph("neo", run(BOX.format(paragraph("hộp")))) + paragraph("sau"), "neo\nhộp\nsau"),
        (
            paragraph(run(f"<w:Choice>{BOX.format(paragraph('mới'))}</w:Choice><w:Fallback>{word('cũ')}</w:Fallback>")),
            "\nmới".strip("\n"),
        ),
    ],
)
def test_paragraphs(body: str, text: str) -> None:
    assert text_of(body) == text


def test_pairs_are_read_cell_by_cell_and_longer_rows_on_one_line() -> None:
    letterhead = table(
        (paragraph("CHÍNH PHỦ") + paragraph("-----"), paragraph("CỘNG HÒA XÃ HỘI") + paragraph("Độc lập")),
        (paragraph("Số: 01/2020/NĐ-CP"), paragraph("Hà Nội")),
    )
    listing = table([paragraph("1"), paragraph("Nghị quyết"), paragraph("NQ")], [paragraph()] * 3)
    assert text_of(letterhead + listing).split("\n") == [
        "CHÍNH PHỦ", "-----", "CỘNG HÒA XÃ HỘI", "Độc lập", "Số: 01/2020/NĐ-CP", "Hà Nội", "1\tNghị quyết\tNQ",
    ]  # fmt: skip


def test_a_table_in_a_cell_stays_in_its_cell() -> None:
    inner = table([paragraph("a"), paragraph("b"), paragraph("c")])
    assert text_of(table([inner, paragraph("bên phải")])) == "a\tb\tc\nbên phải"


FOOTNOTES = "".join(f'<w:footnote w:id="{i}">{paragraph(text)}</w:footnote>' for i, text in ((5, " Một"), (3, " Hai")))


def call(note: int, kind: str = "footnote") -> str:
    return run(f'<w:{kind}Reference w:id="{note}"/>', '<w:vertAlign w:val="superscript"/>')


def test_footnotes_follow_their_paragraph_in_the_order_of_their_calls() -> None:
    body = paragraph("đầu", call(5), " và", call(3)) + paragraph("sau")
    assert text_of(body, footnotes=FOOTNOTES) == "đầu¹ và²\n\n¹ Một\n² Hai\n\nsau"


def test_footnotes_follow_the_table_that_calls_them() -> None:
    body = table([paragraph("a", call(3)), paragraph("b")]) + paragraph("sau")
    assert text_of(body, footnotes=FOOTNOTES) == "a¹\nb\n\n¹ Hai\n\nsau"


def test_endnotes_stand_at_the_end_with_marks_of_their_own() -> None:
    body = paragraph("đầu", call(3), call(9, "endnote")) + paragraph("sau")
    endnotes = f'<w:endnote w:id="9">{paragraph("Cuối")}</w:endnote>'
    text = text_of(body, footnotes=FOOTNOTES, endnotes=endnotes)
    assert text == "đầu¹[1]\n\n¹ Hai\n\nsau\n\n[1] Cuối\n"[:-1]


def test_a_call_without_its_note_keeps_its_mark() -> None:
    assert text_of(paragraph("a", call(8)) + paragraph("b")) == "a¹\nb"


def test_counted_labels_are_written() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="Điều %1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    counted = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = paragraph("Phạm vi", properties=counted) + paragraph("x") + paragraph("Đối tượng", properties=counted)
    assert text_of(body, numbering=numbering) == "Điều 1. Phạm vi\nx\nĐiều 2. Đối tượng"


def test_a_struck_out_paragraph_is_counted_and_its_label_left_out() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="Điều %1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    counted = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    struck = paragraph(word("Cũ", "<w:strike/>"), properties=f"{counted}<w:rPr><w:strike/></w:rPr>")
    body = struck + paragraph("Mới", properties=f'{counted}<w:rPr><w:strike w:val="0"/></w:rPr>')
    assert text_of(body, numbering=numbering) == "Điều 2. Mới"
