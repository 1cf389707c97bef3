"""Issuers as letterheads print them: which of the lines issues, and in normal case.

'BỘ TÀI CHÍNH / CỤC THUẾ' is issued by the Cục Thuế; 'ỦY BAN NHÂN / DÂN / TỈNH HÀ TĨNH' is one body over three lines.
"""

from __future__ import annotations

import re
from functools import cache

from extractors.resources import read_rows
from extractors.text import fold

# The body's first words; a line that starts with them starts another body.
_BODY = re.compile(
    r"^(?:BỘ|CỤC|TỔNG|BAN|ỦY BAN|HỘI ĐỒNG|SỞ|VĂN PHÒNG|ĐẢNG ỦY|ĐẢNG BỘ|THÀNH ỦY|TỈNH ỦY|HUYỆN ỦY|"
    r"QUẬN ỦY|THỊ ỦY|CHÍNH PHỦ|THỦ TƯỚNG|QUỐC HỘI|CHỦ TỊCH|NGÂN HÀNG|THANH TRA|"
    r"KIỂM TOÁN|TÒA ÁN|VIỆN|BẢO HIỂM|MẶT TRẬN|LIÊN|ĐOÀN|HỘI|UBND|TRUNG TÂM|CHI CỤC|PHÒNG|HỌC VIỆN|"
    r"TRƯỜNG|ĐẠI HỌC|ĐẢNG ĐOÀN|QUÂN ỦY|CÔNG AN|BỘ CHÍNH TRỊ|BAN BÍ THƯ|ỦY BAN MTTQ|THUẾ|"
    r"KHO BẠC)(?!\w)"
)
# Words that cannot end a body's name: the next line goes on with it.
_OPEN_END = re.compile(
    r"^(?:ỦY|HỘI|HỘI ĐỒNG|VĂN|VĂN PHÒNG|THỦ|CHÍNH|TỔNG|TỔNG CỤC|NGÂN|NGÂN HÀNG|BỘ|SỞ|CỤC|BAN|THANH|"
    r"THANH TRA|KIỂM|TÒA|TÒA ÁN|ĐẢNG|ĐẢNG ỦY|"
    r"VIỆN|HỌC|HỌC VIỆN|TRƯỜNG|ĐẠI|ĐẠI HỌC|BẢO|BẢO HIỂM|LIÊN|ỦY BAN|CHI|CHI CỤC|PHÒNG|TRUNG|TRUNG TÂM)$"
    r"|(?:^|\s)(?:TỈNH|THÀNH|THÀNH PHỐ|VÀ|NHÂN|HUYỆN|XÃ|PHƯỜNG|QUẬN|CỦA|VIỆT|THƯỜNG|TRUNG|,)$"
)
_SKIP = re.compile(
    r"CỘNG|ĐỘC LẬP|Độc lập|ĐẢNG CỘNG SẢN|TỰ DO|Tự do|HẠNH PHÚC|Hạnh phúc|XÃ HỘI|CHỦ NGHĨA|^VIỆT NAM|"
    r"^[\s*\-_=|./#]*$",
    re.MULTILINE,
)
_GENERAL = (
    "ủy ban nhân dân",
    "hội đồng nhân dân",
    "thành phố",
    "tỉnh",
    "huyện",
    "quận",
    "xã",
    "phường",
    "thị xã",
    "thị trấn",
    "đặc khu",
)


def letterhead_issuer(letterhead: str) -> str | None:
    """Give the body that issues, from the lines above the number.

    Args:
        letterhead: The text before the number, both columns of it, perhaps with a portal's text before.

    Returns:
        The lowest body, in normal case; None where no line is a body in capitals.
    """
    bodies: list[str] = []
    for line in letterhead.replace("|", "\n").split("\n")[-24:]:
        words = " ".join(line.strip(" *#_-/\t").split())
        words = words.split(" CỘNG HÒA")[0].split(" CỘNG HOÀ")[0].split(" ĐẢNG CỘNG SẢN")[0]
        if not words or not words.isupper() or _SKIP.match(words):
            continue
        if bodies and (_OPEN_END.search(bodies[-1]) or not _BODY.match(words)):
            bodies[-1] += f" {words}"
        elif _BODY.match(words) or words in ("ỦY", "HỘI", "VĂN", "THỦ", "CHÍNH", "TỔNG", "NGÂN"):
            bodies.append(words)
    return normal_case(_speaking(bodies)) if bodies else None


def _speaking(bodies: list[str]) -> str:
    """Give the body that speaks: the last; a standing board together with the body it belongs to."""
    last = bodies[-1]
    if len(bodies) > 1 and re.match(r"BAN (?:THƯỜNG TRỰC|THƯỜNG VỤ)$", last):
        return f"{last} {bodies[-2]}"
    if len(bodies) > 1 and last == "ỦY BAN KIỂM TRA" and "TRUNG ƯƠNG" in bodies[-2]:
        return "ỦY BAN KIỂM TRA TRUNG ƯƠNG"
    return last


def normal_case(name: str) -> str:
    """Give a body's name in normal case: 'ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH' -> 'Ủy ban nhân dân tỉnh Hà Tĩnh'."""
    name = " ".join(name.split())
    if not name.isupper():
        return name
    if known := _known_names().get(fold(name)):
        return known
    out: list[str] = []
    place = False
    words = name.lower().split()
    for index, word in enumerate(words):
        here = " ".join(words[index : index + 2])
        if (
            index == 0
            or (place and not _is_general(words, index))
            or (
                index == 1
                and words[0] in ("bộ", "sở", "cục", "phòng", "thanh", "viện")
                and not _is_general(words, index)
            )
        ):
            out.append(word.capitalize())
        else:
            out.append(word)
        place = place or word in ("tỉnh", "huyện", "quận", "xã", "phường") or here.startswith("thành phố")
    return " ".join(out).replace("thành Phố", "thành phố")


def _is_general(words: list[str], index: int) -> bool:
    pair = " ".join(words[index : index + 2])
    return words[index] in _GENERAL or pair in _GENERAL


@cache
def _known_names() -> dict[str, str]:
    return {fold(row["name"]): row["name"] for row in read_rows("registry/organs.csv")}
