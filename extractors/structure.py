"""The tree of provisions of a document: Phần, Chương, Mục, Điều, khoản, điểm and I., 1., 1.1., a).

Only the document's own provisions count: text in quotation marks that an amending document writes into another one is
left out. Paths follow the Akoma Ntoso naming convention (``dieu_5__khoan_2__diem_a``).
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legalkg.extractors.citations.provision_paths import ORDINALS
from legalkg.extractors.model import Provision
from legalkg.extractors.quotations import quotation_at

_RANK = {"phan": 1, "chuong": 2, "muc": 3, "tieu_muc": 4, "dieu": 5, "la_ma": 5, "khoan": 6, "diem": 7, "tiet": 8}
_UNIT = (
    r"(?:(?P<phan>(?:Phần|PHẦN)[^\S\n]+(?:(?:[Tt]hứ|THỨ)[^\S\n]+\w+|[IVX]+|\d+))"
    r"|(?P<chuong>(?:Chương|CHƯƠNG)[^\S\n]+(?:[IVXL]+|\d+))"
    r"|(?P<muc>(?:Mục|MỤC)[^\S\n]+(?:[IVX]+|\d+))"
    r"|(?P<tieu_muc>(?:Tiểu|TIỂU)[^\S\n]+(?:mục|MỤC)[^\S\n]+(?:[IVX]+|\d+))"
    r"|(?P<dieu>(?:Điều|ĐIỀU)[^\S\n]+(?:thứ[^\S\n]+)?\d+[a-zđ]?)"
    r"|(?P<la_ma>[IVX]{1,5})[.\-/](?=\s)"
    r"|(?P<khoan>\d{1,3}(?:\.\d{1,3})*)(?:[.)](?=[^\S\n]|\[\d)|-(?=[^\S\n]+[A-ZĐÁ]))"
    r"|(?P<diem>[a-zđ])[.)](?=[^\S\n]))"
)
# A broken line goes on with the name of a provision: "bãi bỏ khoản 2⏎Điều 16, Điều 17", "quy định tại⏎Điều 5 của Luật".
_LINE_GOES_ON = re.compile(
    r"(?:,|(?<!\w)(?:tại|và|của|hoặc|đến|tới|theo|sau|trước|các|tên|trong|vào|thuộc|[Kk]hoản\s+\d+[a-zđ]?|"
    r"[Đđ]iểm\s+[a-zđ]))[^\S\n]*\Z"
)
_IS_NAMED = re.compile(r"[,;]|[^\S\n]+(?:và|của|hoặc|đến|này|được|bị)(?!\w)")
_GOES_ON_REACH = 24
# “a) Thay thế cụm từ “…”: the first of orders that stand in quotation marks
_QUOTED_ORDER = r"(?:“(?=\w+[.)][^\S\n](?:Thay|Bỏ|Bãi|Bổ)))?"
# "Điều 2. 1. Bãi bỏ …": the first clause in the line of its article
_FIRST_CLAUSE = re.compile(r"[.:]?[^\S\n]+(?P<khoan>1)[.)](?=[^\S\n])")
_HEADING = re.compile(rf"\n[^\S\n]*(?:[*#]+[^\S\n]*)?{_QUOTED_ORDER}(?=[PCMTĐIVX\da-zđ]){_UNIT}")


@dataclass(slots=True)
class _Unit:
    """A provision whose end is not known yet."""

    kind: str
    label: str
    rank: int
    start: int
    end: int
    eid: str = ""
    parent: str | None = None


def find_provisions(text: str, start: int, end: int, quoted: Sequence[tuple[int, int]]) -> list[Provision]:
    """Find the numbered units of a document's own text.

    Args:
        text: The text of a view.
        start: Offset where the body starts.
        end: Offset where it ends (signature, recipients).
        quoted: What stands in quotation marks, in reading order.
    """
    found = _HEADING.finditer(text, max(0, start - 1), end)
    headings = [
        m for m in found if quotation_at(quoted, m.start(m.lastgroup or 0)) is None and not _is_reference(text, m)
    ]
    units: list[_Unit] = []
    open_units: list[_Unit] = []
    seen: dict[str, int] = {}
    for heading in _with_first_clauses(text, headings):
        kind = heading.lastgroup or ""
        label = heading.group(kind)
        unit = _Unit(kind, label, _rank(kind, label), heading.start(kind), end)
        while open_units and open_units[-1].rank >= unit.rank:
            open_units.pop().end = unit.start
        unit.parent = open_units[-1].eid if open_units else None
        unit.eid = _unique(f"{unit.parent}__" if unit.parent else "", kind, _label(label), seen)
        open_units.append(unit)
        units.append(unit)
    return [
        Provision(
            eid=unit.eid,
            kind="muc" if unit.kind == "la_ma" else unit.kind,
            label=" ".join(unit.label.split()),
            start=unit.start,
            end=unit.end,
            parent=unit.parent,
        )
        for unit in units
    ]


def _with_first_clauses(text: str, headings: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    for heading in headings:
        yield heading
        if heading.lastgroup == "dieu" and (clause := _FIRST_CLAUSE.match(text, heading.end())):
            yield clause


def _is_reference(text: str, heading: re.Match[str]) -> bool:
    """Return whether an article at the start of a line is only named there, by a sentence from the line before."""
    if heading.lastgroup != "dieu":
        return False
    before = text[max(0, heading.start() - _GOES_ON_REACH) : heading.start()]
    return bool(_LINE_GOES_ON.search(before) or _IS_NAMED.match(text, heading.end()))


def provision_at(provisions: Sequence[Provision], starts: list[int], position: int) -> str | None:
    """Return the path of the smallest provision that an offset lies in.

    Args:
        provisions: In the order of the text.
        starts: Their start offsets.
        position: The offset.
    """
    index = bisect.bisect_right(starts, position) - 1
    # The last heading before a place is the innermost unit there: it ends no sooner than the next heading.
    return provisions[index].eid if index >= 0 and position < provisions[index].end else None


def _rank(kind: str, label: str) -> int:
    """A decimal clause (1.1.) stands below the whole one (1.), a letter below both."""
    return _RANK[kind] * 10 + (label.count(".") if kind == "khoan" else 0)


def _label(printed: str) -> str:
    value = printed.rsplit(None, 1)[-1]
    return ORDINALS.get(value.lower(), value).replace(".", "-")


def _unique(prefix: str, kind: str, label: str, seen: dict[str, int]) -> str:
    """Return the path; a number that the text uses twice under one parent gets a counter."""
    eid = f"{prefix}{'muc' if kind == 'la_ma' else kind}_{label}"
    copies = seen[eid] = seen.get(eid, 0) + 1
    return eid if copies == 1 else f"{eid}-lan-{copies}"
