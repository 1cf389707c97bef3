"""Web pages: the document's text in its blocks, nothing of what surrounds it."""

from __future__ import annotations

import pytest

from legalkg.extractors.reading import ReadingLimits
from legalkg.extractors.reading.errors import Unreadable
from legalkg.extractors.reading.html import read

BODY = "Điều 1. Phần lớn chữ của trang này là chữ của văn bản, không phải của cổng thông tin. " * 5


def text_of(page: str | bytes) -> str:
    (text,) = read(page.encode() if isinstance(page, str) else page, ReadingLimits())
    return text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>Điều 1.</p><p>Điều 2.</p>", "Điều 1.\nĐiều 2."),
        ("<div>Chương I<br>QUY ĐỊNH\n   CHUNG</div>", "Chương I\nQUY ĐỊNH CHUNG"),
        ("<p>một<br><br>hai</p>", "một\n\nhai"),
        ("<p>số <b>01/2020</b>/NĐ-CP  <i> của </i> Chính phủ</p>", "số 01/2020/NĐ-CP của Chính phủ"),
        ("<ul><li>a) một<li>b) hai</ul>", "a) một\nb) hai"),
        ("<h1>LUẬT</h1>văn bản<div>khối</div>", "LUẬT\nvăn bản\nkhối"),
        ("<p>lãnh thổ<sup>1</sup> và số 38/2019/QH14<sup>[2]</sup></p>", "lãnh thổ¹ và số 38/2019/QH14[2]"),
        ("<p>100 m<sup>2</sup></p>", "100 m²"),
        ("<p>a&nbsp;b &amp; c &lt;d&gt; &#272;</p>", "a\u00a0b & c <d> Đ"),
        ("<pre>một\n  hai</pre>", "một\n  hai"),
        ("<!-- ghi chú --><p>chữ</p>", "chữ"),
    ],
)
def test_blocks_become_lines(page: str, text: str) -> None:
    assert text_of(page) == text


def test_a_letterhead_is_read_cell_by_cell_and_a_list_row_by_row() -> None:
    page = """<table><tr><td><p>CHÍNH PHỦ</p><p>-------</p></td><td>CỘNG HÒA XÃ HỘI<br>Độc lập</td></tr>
    <tr><td>Số: 01/2020/NĐ-CP</td><td><i>Hà Nội, ngày 01</i></td></tr></table>
    <table><tr><th>STT</th><th>Tên</th><th>Số</th></tr><tr><td>1</td><td><p>Nghị quyết</p></td><td>NQ</td></tr></table>
    """
    assert text_of(page).split("\n") == [
        "CHÍNH PHỦ",
        "-------",
        "CỘNG HÒA XÃ HỘI",
        "Độc lập",
        "Số: 01/2020/NĐ-CP",
        "Hà Nội, ngày 01",
        "STT\tTên\tSố",
        "1\tNghị quyết\tNQ",
    ]


@pytest.mark.parametrize(
    "around",
    [
        "<nav>Trang chủ</nav>",
        "<header><form>Tìm<input></form></header>",
        "<footer>Liên hệ</footer>",
        "<aside>Xem nhiều</aside>",
        "<script>var a = 'Nghị định';</script>",
        "<style>p { color: red }</style>",
        "<button>Tải về</button>",
        "<select><option>Loại văn bản</select>",
        '<div role="navigation">Trang chủ</div>',
        '<div role="complementary">Quảng cáo</div>',
        '<div class="box quang-cao">Mua ngay</div>',
        '<div id="breadcrumb">Trang chủ / Văn bản</div>',
        '<div class="ads"><p>Mua ngay</p></div>',
        "<div hidden>Ẩn</div>",
        '<span aria-hidden="true">x</span>',
        "<nav><nav>trong</nav><button>x</button></nav>",
        "<p><s>Nghị định số 1/2020/NĐ-CP</s></p>",
        "<p><strike>cũ</strike></p>",
        "<p><del>cũ <b>đậm</b></del></p>",
        '<p style="color:red;text-decoration : underline line-through">cũ</p>',
        '<p><span style="TEXT-DECORATION-LINE: line-through">cũ</span></p>',
        '<div style="display: none !important">Ẩn</div>',
        '<div style="color: red; visibility:hidden">Ẩn</div>',
        "<template><p>Mẫu</p></template>",
        "<noscript>Hãy bật JavaScript</noscript>",
        '<label for="q">Tìm</label><input id="q" value="x"><textarea>ý kiến</textarea>',
        '<ul role="menubar"><li>Trang chủ</li></ul>',
        '<ol itemscope itemtype="https://schema.org/BreadcrumbList"><li>Văn bản</li></ol>',
        '<div aria-label="Breadcrumb">Trang chủ / Văn bản</div>',
        '<div class="box van-ban-lien-quan"><a>Nghị định khác</a></div>',
        '<ul id="vb_lienquan"><li>Nghị định khác</li></ul>',
        "<pre><s>cũ</s></pre>",
    ],
)
def test_what_surrounds_the_document_is_left_out(around: str) -> None:
    assert text_of(f"<body>{around}<p>{BODY}</p>{around}</body>") == BODY.strip()


@pytest.mark.parametrize("tag", ["form", "header", "aside"])
def test_what_holds_the_document_is_read_whatever_its_tag(tag: str) -> None:
    assert (
        text_of(f"<body><{tag}><nav>Trang chủ</nav><p>{BODY}</p></{tag}><p>Cuối</p></body>") == f"{BODY.strip()}\nCuối"
    )


def test_words_that_only_look_like_advertising_are_read() -> None:
    page = f'<p>{BODY}</p><p class="roads">đường</p><p id="address">địa chỉ</p><p class="header-text">tiêu đề</p>'
    assert text_of(page).split("\n")[1:] == ["đường", "địa chỉ", "tiêu đề"]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        # What is only dressed up, put in, or shown.
        ('<p style="text-decoration: underline">chữ</p>', "chữ"),
        ('<p style="text-decoration:none;display:block;visibility:visible">chữ</p>', "chữ"),
        ('<p data-style="display:none" style="background:url(display:none.png)">chữ</p>', "chữ"),
        ("<p><ins>thêm</ins> <u>gạch chân</u></p>", "thêm gạch chân"),
        ('<p aria-hidden="false">chữ</p>', "chữ"),
        ("<details><summary>Phụ lục</summary>chữ</details>", "Phụ lục\nchữ"),
        ("<p>1<sup>2<s>3</s></sup></p><pre>a <s>b</s>\n c</pre>", "1²\na \n c"),
        # Headings are named after their words.
        ('<h3 id="dieu-5-quang-cao">Điều 5. Quảng cáo</h3>', "Điều 5. Quảng cáo"),
        ('<h2 id="van-ban-lien-quan">Văn bản liên quan</h2>', "Văn bản liên quan"),
        ('<p id="to-chuc-lien-quan">Tổ chức liên quan</p>', "Tổ chức liên quan"),
    ],
)
def test_what_is_shown_is_read(page: str, text: str) -> None:
    assert text_of(f"<p>{BODY}</p>{page}") == f"{BODY.strip()}\n{text}"


@pytest.mark.parametrize("inside", ["article", "main", 'div role="main"'])
def test_letterhead_and_closing_of_a_document_are_its_own(inside: str) -> None:
    document = f"<header>QUỐC HỘI</header><nav>Mục lục</nav><p>{BODY}</p><footer>Nơi nhận</footer>"
    page = f"<header>Cổng</header><{inside}>{document}</{inside.split(maxsplit=1)[0]}><footer>Liên hệ</footer>"
    assert text_of(page) == f"QUỐC HỘI\n{BODY.strip()}\nNơi nhận"


@pytest.mark.parametrize(
    "odd",
    [
        "<del>{}</del>", "<div hidden>{}</div>", '<div style="display:none">{}</div>', "<noscript>{}</noscript>",
        "<textarea>{}</textarea>", "<button>{}</button>", '<div class="modal">{}</div>',
        '<div aria-hidden="true">{}</div>',
    ],
)  # fmt: skip
def test_a_page_with_all_its_text_in_one_odd_element_is_not_empty(odd: str) -> None:
    assert text_of(f"<script>x</script>{odd.format(BODY)}") == BODY.strip()


def test_a_page_whose_every_block_is_hidden_is_not_empty() -> None:
    hidden = '<p style="display:none">{}</p>'
    assert text_of("".join(map(hidden.format, ("Điều 1.", "Điều 2.", "Điều 3.")))) == "Điều 1.\nĐiều 2.\nĐiều 3."


def test_only_the_main_part_is_read_if_it_holds_most() -> None:
    assert text_of(f"<div>Cổng</div><main><p>{BODY}</p></main><div>Cuối</div>") == BODY.strip()
    assert text_of(f"<div>{BODY}</div><main>Tin</main>").endswith("\nTin")


def test_notes_stand_between_blank_lines() -> None:
    page = '<p>một</p><div id="ftn1"><p class="MsoFootnoteText">[1] Ghi chú</p></div><p>hai</p>'
    assert text_of(page) == "một\n\n[1] Ghi chú\n\nhai"


@pytest.mark.parametrize(
    ("declared", "codec"),
    [("windows-1258", "cp1258"), ("utf-8", "utf-8"), ("iso-8859-1", "utf-8"), ("", "utf-8"), ("utf-16", "utf-16")],
)
def test_the_encoding_is_the_declared_one_unless_it_is_utf_8(declared: str, codec: str) -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"></head><p>đơn vị'
    assert text_of(page.encode(codec, errors="replace")).startswith("đơn v")


def test_an_encoding_that_is_neither_declared_nor_unicode_is_refused() -> None:
    with pytest.raises(Unreadable, match="TCVN3"):
        text_of("<p>Uû ban nh©n d©n c¸c tØnh</p>".encode("latin-1"))
    with pytest.raises(Unreadable, match="'x-unknown'"):
        text_of(b'<meta charset="x-unknown"><p>\xff')


def test_a_long_text_is_refused() -> None:
    with pytest.raises(Unreadable, match="more than the 10 characters"):
        read(f"<p>{BODY}</p>".encode(), ReadingLimits(max_chars=10))


@pytest.mark.parametrize("page", ["", "<html></html>", "<!-- -->", "<frameset><frame></frameset>"])
def test_a_page_without_text_gives_none(page: str) -> None:
    assert text_of(page) == ""
