"""Web pages of legal portals: the document's text, without what surrounds it.

A block is a line, ``<br>`` ends one; white space inside a line is one blank, as a browser shows it. Rows and notes
are written as :mod:`legalkg.extractors.reading.lines` says. Raised digits stay raised, other marks of notes ("[1]")
as they are.

What the page strikes out, hides or gives to find one's way on the portal is not the document's. Pages are odd: what
holds most of the text is the document whatever it is called, and where nothing would be left, all is read.
"""

from __future__ import annotations

import codecs
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from legalkg.extractors.reading.errors import Unreadable
from legalkg.extractors.reading.limits import ReadingLimits
from legalkg.extractors.reading.lines import Lines, raised, row_text
from legalkg.extractors.reading.plain import decode

_CHARSET = re.compile(rb"""<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 4096

_CODE = "script, style, template, svg, math, iframe, object, video, audio, canvas"
_NEVER_TEXT = f"{_CODE}, noscript, select, datalist, textarea, button, label[for]"
# Left out unless it holds most of the page: whole ASP.NET pages stand in one form. What is hidden from screen readers
# ("aria-hidden") is decoration, or lies below a dialog that was open when the page was saved; that holds most of it.
_AROUND = (
    "nav, header, footer, aside, form, dialog, menu, s, strike, del, [hidden], [aria-hidden=true], [role=navigation],"
    "[role=banner], [role=contentinfo], [role=complementary], [role=search], [role=dialog], [role=alertdialog],"
    "[role=alert], [role=menu], [role=menubar], [role=toolbar], [role=tablist], [aria-label=breadcrumb i],"
    "[itemtype$=BreadcrumbList]"
)
# The letterhead and the closing of a document, not those of a portal.
_OF_DOCUMENT = ", ".join(
    f"{inside} {tag}" for inside in ("article", "main", "[role=main]") for tag in ("header", "footer")
)
# The same as above for what has no role: words in class and id.
_AROUND_NAMES = re.compile(
    r"(?:^|[\s_-])(?:ads?|adsbygoogle|advert\w*|banner|quang-?cao|breadcrumbs?|menu|navbar|sidebar|tabs|share|social|"
    r"comments?|cookie|popup|modal|pagination|related|tooltip|(?:van-?ban|vb|tin|bai-?viet)[_-]?lien-?quan)(?:$|[\s_-])",
    re.IGNORECASE,
)
# Their ids are made of their words: "dieu-5-quang-cao".
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_UNSEEN_STYLE = re.compile(
    r"(?:^|;)\s*(?:text-decoration(?:-line)?\s*:[^;]*\bline-through\b|display\s*:\s*none\b|"
    r"visibility\s*:\s*(?:hidden|collapse)\b)",
    re.IGNORECASE,
)
_NOTE_NAMES = re.compile(
    r"(?:^|\s)(?:_?(?:ftn|edn)\d+|Mso(?:Foot|End)noteText|(?:foot|end)-?notes?)(?:$|\s)", re.IGNORECASE
)
_BLOCKS = {
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li",
    "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "ul",
}  # fmt: skip
_SPACE = re.compile(r"[ \t\n\r\f]+")


def read(data: bytes, limits: ReadingLimits) -> list[str]:
    """Return the text of a page, as one string in a list.

    Raises:
        Unreadable: The page's encoding is not known.
    """
    body = _parse(_decode(data)).body
    if body is None:
        return [""]
    main = body.css("main, [role=main]")
    weights = _weights(body)
    start = main[0] if len(main) == 1 and weights[main[0].mem_id] * 2 > weights[body.mem_id] else body
    text = _text_of(start, _surroundings(body, weights))
    if not text.strip():
        text = _text_of(body, {node.mem_id for node in body.css(_CODE)})
    limits.check_length(len(text))
    return [text]


def _decode(data: bytes) -> str:
    """Decode as UTF-8 where that works, whatever the page declares; else as it declares."""
    try:
        return decode(data)
    except Unreadable:
        declared = _CHARSET.search(data[:_HEAD])
        if declared is None:
            raise
        name = declared.group(1).decode()
        try:
            return codecs.decode(data, name)
        except (LookupError, ValueError):
            raise Unreadable(f"is not in the encoding {name!r} that it declares") from None


def _parse(page: str) -> LexborHTMLParser:
    try:
        return LexborHTMLParser(page)
    except SelectolaxError as error:  # any bytes are HTML: what can fail is to find room for them
        raise MemoryError from error


def _surroundings(body: LexborNode, weights: Mapping[int, int]) -> set[int]:
    """Return the elements that are not to be read, by their ids in memory.

    Nothing is taken out of the tree: an element that goes takes its descendants with it, some of them listed too.
    """
    most = weights[body.mem_id] / 2
    kept = {node.mem_id for node in body.css(_OF_DOCUMENT)}
    around = [node for node in body.css(_AROUND) if node.mem_id not in kept]
    around += [
        node for node in body.css("[class], [id]") if _AROUND_NAMES.search(_names(node)) and node.tag not in _HEADINGS
    ]
    around += [node for node in body.css("[style]") if _UNSEEN_STYLE.search(node.attributes.get("style") or "")]
    light = {node.mem_id for node in around if weights[node.mem_id] < most}
    return {node.mem_id for node in body.css(_NEVER_TEXT)} | light


def _weights(body: LexborNode) -> Mapping[int, int]:
    """Return for each element how many letters it holds that may be text, by its id in memory."""
    never = {node.mem_id for node in body.css(_NEVER_TEXT)}
    weights: defaultdict[int, int] = defaultdict(int)
    for node in reversed(list(body.traverse(include_text=True))):  # what is inside comes before what is around it
        if node.tag == "-text":
            weights[node.mem_id] = len(node.text_content or "")
        if node.mem_id not in never and node.parent is not None:
            weights[node.parent.mem_id] += weights[node.mem_id]
    return weights


def _names(node: LexborNode) -> str:
    return f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"


def _text_of(node: LexborNode, left_out: set[int]) -> str:
    writer = _Writer(left_out)
    writer.write(node)
    writer.end_line()
    return writer.lines.text()


class _Writer:
    """Writes the lines of one element; each cell of a table has its own writer."""

    def __init__(self, left_out: set[int]) -> None:
        self.lines = Lines()
        self._left_out = left_out
        self._line: list[str] = []

    def write(self, node: LexborNode) -> None:
        """Write what an element holds."""
        for child in node.iter(include_text=True):
            tag = child.tag or ""
            if tag == "-text":
                self._line.append(child.text_content or "")
            elif child.mem_id in self._left_out:
                continue
            elif tag == "br":
                self.end_line(blank=True)
            elif tag == "tr":
                self.end_line()
                self._add_row(child)
            elif tag == "sup":
                self._line.append(raised("".join(self._texts(child))))
            elif tag == "pre":
                self.end_line()
                self.lines.add("".join(self._texts(child)).strip("\n"))
            elif tag in _BLOCKS:
                self._write_block(child)
            else:
                self.write(child)

    def end_line(self, *, blank: bool = False) -> None:
        """End the line that is being written.

        Args:
            blank: An empty line is a line too.
        """
        line = _SPACE.sub(" ", "".join(self._line)).strip(" ")
        self._line.clear()
        if line or blank:
            self.lines.add(line)

    def _texts(self, node: LexborNode) -> Iterator[str]:
        """Return what stands in an element, white space as it is."""
        for child in node.iter(include_text=True):
            if child.tag == "-text":
                yield child.text_content or ""
            elif child.mem_id not in self._left_out:
                yield from self._texts(child)

    def _write_block(self, node: LexborNode) -> None:
        self.end_line()
        is_note = bool(_NOTE_NAMES.search(_names(node)))
        if is_note:
            self.lines.gap()
        self.write(node)
        self.end_line()
        if is_note:
            self.lines.gap()

    def _add_row(self, row: LexborNode) -> None:
        cells = [cell for cell in row.iter() if cell.tag in {"td", "th"} and cell.mem_id not in self._left_out]
        text = row_text([_text_of(cell, self._left_out) for cell in cells])
        if text:
            self.lines.add(text)
