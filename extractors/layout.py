"""Zones of a document: letterhead, preamble, body, footnotes, signature, recipients, annexes.

Source: Nghị định 30/2020/NĐ-CP, annex I, and Hướng dẫn 36-HD/VPTW: the parts of a document and where they stand.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from legalkg.extractors.citations.terminals import CAPITALS, pattern
from legalkg.extractors.model import Zone, ZoneKind

# "QUYẾT ĐỊNH:", "QUYẾT NGHỊ", "Điều 1.", "I. MỤC ĐÍCH", "1. …": the preamble is over.
_BODY_STARTS = pattern(
    r"\n[\t\x20*#]*(?:QUYẾT (?:ĐỊNH|NGHỊ) ?:|(?:Điều|ĐIỀU) 1(?!\d)|I\.\s|I-\s|1\.\s|Phần (?:I|thứ)|PHẦN |"
    r"CHƯƠNG I\b|Chương I\b|A\.\s)"
)
# "… có ý kiến như sau:": what follows is the body.
_AS_FOLLOWS = pattern(r"như sau ?:")
_OPENING = 6000
_RECIPIENTS = pattern(r"\n[\t\x20*#|]*(?:Nơi nhận|NƠI NHẬN)\s*:?")
# "TM. ỦY BAN NHÂN DÂN", "T/M BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "TL. BỘ TRƯỞNG", "TUQ. …"
_SIGNATURE = pattern(rf"\n[\t\x20*#|]*(?:TM|T/M|T\.M|KT|K/T|TL|T/L|TUQ)[.\s]\s?[{CAPITALS}]")
_ANNEX = pattern(
    r"\n[\t\x20*#]*(?:PHỤ LỤC|Phụ lục(?=\s*(?:\d|[IVX]|:|\n))|DANH MỤC|BIỂU MẪU|QUY CHẾ\s*\n|QUY ĐỊNH\s*\n)"
)
# "¹ Kỷ niệm 45 năm …", "[1] …" at the start of a line, up to the end of its paragraph
_FOOTNOTE = pattern(
    r"\n[^\S\n]*(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\d{1,3}\])[^\S\n]?[^\n]*(?:\n(?!\s*\n|[^\S\n]*(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]+|"
    r"\[\d{1,3}\]))[^\n]+)*"
)


def find_zones(text: str, header_end: int, signature: tuple[int, int] | None) -> list[Zone]:
    """Divide a text into zones that follow each other; footnotes lie inside the body and annexes.

    Args:
        text: The text of a view.
        header_end: Offset where title and letterhead end; 0 where the text has none.
        signature: Where the signature block stands, as the header reader found it.
    """
    body = _BODY_STARTS.search(text, max(0, header_end - 1))
    recipients = _RECIPIENTS.search(text, header_end)
    closing_start, closing_end = _closing(text, header_end, recipients, signature)
    as_follows = _AS_FOLLOWS.search(text, header_end, header_end + _OPENING) if header_end else None
    starts = [
        m for m in (body and body.start(), as_follows and as_follows.end()) if m is not None and m < closing_start
    ]
    body_start = min(starts, default=min(header_end, closing_start))
    zones = [
        Zone(kind="letterhead", start=0, end=header_end),
        Zone(kind="preamble", start=header_end, end=body_start),
        Zone(kind="body", start=body_start, end=closing_start),
    ]
    if recipients and recipients.start() >= closing_start and signature and recipients.start() < signature[0]:
        zones.append(Zone(kind="recipients", start=closing_start, end=signature[0]))
        zones.append(Zone(kind="signature", start=signature[0], end=closing_end))
    else:
        zones.append(Zone(kind="signature", start=closing_start, end=closing_end))
    zones.append(Zone(kind="annex", start=closing_end, end=len(text)))
    zones += [Zone(kind="footnote", start=m.start() + 1, end=m.end()) for m in _FOOTNOTE.finditer(text, header_end)]
    return [zone for zone in zones if zone.start < zone.end]


def _closing(
    text: str, header_end: int, recipients: re.Match[str] | None, signature: tuple[int, int] | None
) -> tuple[int, int]:
    """Return where recipients and signature start and end; both at the text's end where it has neither."""
    if signature:
        start = (
            min(recipients.start(), signature[0]) if recipients and recipients.start() < signature[1] else signature[0]
        )
        return start, signature[1]
    mark = recipients or _SIGNATURE.search(text, header_end)
    if not mark:
        return len(text), len(text)
    annex = _ANNEX.search(text, mark.end())
    return mark.start(), annex.start() if annex else len(text)


class Zones:
    """Looks up the zone of an offset; a footnote wins over what it lies in."""

    def __init__(self, zones: list[Zone]) -> None:
        """Sort the zones for lookup."""
        self._footnotes = [zone for zone in zones if zone.kind == "footnote"]
        self._others = [zone for zone in zones if zone.kind != "footnote"]
        self._starts = [zone.start for zone in self._footnotes]

    def kind_at(self, position: int) -> ZoneKind:
        """Return the kind of the zone that an offset lies in."""
        index = bisect_right(self._starts, position) - 1
        if index >= 0 and position < self._footnotes[index].end:
            return "footnote"
        return next((zone.kind for zone in self._others if zone.start <= position < zone.end), "body")
