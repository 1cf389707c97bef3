"""What antiword writes becomes the lines of a document."""

from __future__ import annotations

import pytest

from legalkg.extractors.reading import ReadingLimits
from legalkg.extractors.reading.docbook import read
from legalkg.extractors.reading.errors import Unreadable

RULE = "-----------------------\n"


def text_of(body: str, plain: str = "") -> str:
    book = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<!DOCTYPE book PUBLIC "-//OASIS//DTD DocBook XML V4.1.2//EN"\n\t"x.dtd">\n'
        f"<book lang='en_US'>\n<title>MÃ£</title>\n <bookinfo>\n<title>x</title>\n </bookinfo>\n <chapter>\n<title/>\n"
        f"{body} </chapter>\n</book>"
    )
    (text,) = read(book.encode(), ReadingLimits(), plain)
    return text


def para(content: str) -> str:
    return f"  <para>\n{content}\n  </para>\n\n"


def test_paragraphs_headings_and_lists_become_lines() -> None:
    body = (
        para("<emphasis role='bold'>NGHỊ QUYẾT</emphasis>")
        + para("")
        + f"<sect1>\n<title>Chương I</title>\n{para('Điều 1.')}"
        + f"<orderedlist><listitem>\n{para('một')}</listitem></orderedlist></sect1>"
    )
    assert text_of(body) == "NGHỊ QUYẾT\n\nChương I\nĐiều 1.\nmột"


def test_tables_are_written_like_those_of_other_formats() -> None:
    def row(*cells: str) -> str:
        return "<row>\n" + "".join(f"\n       <entry>\n{cell}\n       </entry>\n" for cell in cells) + "\n</row>"

    rows = row("CHÍNH PHỦ\n-----", "CỘNG HÒA\nĐộc lập") + row("1", "Nghị quyết", "NQ") + row("", "")
    body = para(
        f"<informaltable frame='none'><tgroup cols='2'><colspec/><tbody>{rows}</tbody></tgroup></informaltable>"
    )
    assert text_of(body) == "CHÍNH PHỦ\n-----\nCỘNG HÒA\nĐộc lập\n1\tNghị quyết\tNQ"


def test_raised_digits_are_marked() -> None:
    assert text_of(para("QUẢN<superscript>1</superscript> và<superscript>*</superscript>")) == "QUẢN¹ và*"


NOTE = "<footnote>\n    <para>\n\n    </para>\n</footnote>"


def test_notes_come_from_the_plain_text() -> None:
    plain = f"lãnh thổ[1] và[2]\n{RULE}\n\n[1] Kỷ niệm\n45 năm\n\n[2] Chỉ thị\n\n{RULE}hộp chữ\n"
    assert text_of(para(f"lãnh thổ{NOTE} và{NOTE}"), plain) == "lãnh thổ¹ và²\n\n¹ Kỷ niệm 45 năm\n² Chỉ thị"


def test_calls_that_antiword_lost_are_not_guessed() -> None:
    plain = f"bảng[1] và[2]\n{RULE}\n[1] Một\n\n[2] Hai\n"
    assert text_of(para(f"và{NOTE}"), plain) == "và\n\n¹ Một\n² Hai"


def test_a_rule_in_the_text_is_no_start_of_notes() -> None:
    assert text_of(para("a"), f"a\n{RULE}b\n") == "a"


def test_what_is_no_docbook_is_refused() -> None:
    with pytest.raises(Unreadable, match="antiword"):
        read(b"<book><chapter>", ReadingLimits(), "")
    with pytest.raises(Unreadable, match="more than the 2 characters"):
        read(b"<book><chapter><para>abc</para></chapter></book>", ReadingLimits(max_chars=2), "")
