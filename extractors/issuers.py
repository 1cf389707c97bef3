"""Issuers as letterheads print them: which of the lines issues, and its name in normal case.

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
    r"CỘNG|ĐỘC LẬP|Độc lập|ĐẢNG CỘNG SẢN|TỰ DO|Tự do|HẠNH PHÚC|Hạnh phúc|XÃ HỘI|CHỦ NGHĨA|^NGHĨA VIỆT|^VIỆT NAM|"
    r"^[\s*\-_=|./#]*$",
    re.MULTILINE,
)
# The word behind these is a name: "Ban Tuyên giáo", "Bộ Tài chính", "Sở Xây dựng".
_HEADS = frozenset({"bộ", "sở", "cục", "phòng", "viện", "ban"})
# The word behind these is a name: "Ban Tuyên giáo", "Bộ Tài chính", "Sở Xây dựng", "tỉnh Hà Nam".
_HEADS = frozenset({"bộ", "sở", "cục", "phòng", "viện", "ban", "ủy"})
# Parts of names that are names themselves.
_PROPER = (
    ("thành ủy", "Thành ủy"), ("tỉnh ủy", "Tỉnh ủy"), ("trung ương", "Trung ương"), ("mttq", "mặt trận tổ quốc"),
    ("mặt trận tổ quốc việt nam", "Mặt trận Tổ quốc Việt Nam"), ("ban kiểm tra", "ban Kiểm tra"),
    ("quốc hội", "Quốc hội"), ("chính phủ", "Chính phủ"), ("ủy ban mặt", "Ủy ban Mặt"),
)  # fmt: skip
_LEVELS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")
_GENERAL = ("nhân dân", "ban nhân dân", "ban kiểm tra", "ban mặt trận", "ban mttq", *_LEVELS)


def letterhead_issuer(letterhead: str) -> str | None:
    """Give the body that issues, from the lines above the number.

    Args:
        letterhead: The text before the number, both columns of it, perhaps with a portal's text before.

    Returns:
        The lowest body, in capitals as printed; None where no line is a body in capitals.
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
    return _speaking(bodies) if bodies else None


# Bodies that belong to the committee named above them: "THÀNH ỦY … / BAN TUYÊN GIÁO".
_OF_COMMITTEE = re.compile(r"BAN (?!BÍ THƯ|CHẤP HÀNH|QUẢN LÝ|DÂN TỘC)|ỦY BAN KIỂM TRA|VĂN PHÒNG|ĐẢNG BỘ CƠ QUAN")
_COMMITTEE = re.compile(r"(?:THÀNH|TỈNH|HUYỆN|QUẬN|THỊ|ĐẢNG) ỦY|ỦY BAN MTTQ|ỦY BAN MẶT TRẬN")


def _speaking(bodies: list[str]) -> str:
    """Give the body that speaks: the last, together with the committee it belongs to."""
    last = bodies[-1]
    if len(bodies) == 1 or not _OF_COMMITTEE.match(last):
        return last
    above = bodies[-2]
    if _COMMITTEE.match(above):
        return f"{last} {above}"
    if "BAN CHẤP HÀNH TRUNG ƯƠNG" in above and "TRUNG ƯƠNG" not in last:
        return f"{last} TRUNG ƯƠNG"
    return last


def normal_case(name: str, text: str = "") -> str:
    """Give a body's name in normal case: 'ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH' -> 'Ủy ban nhân dân tỉnh Hà Tĩnh'.

    Args:
        name: As the letterhead prints it.
        text: The document; where it names the body in a sentence, that is how the name is written.
    """
    name = " ".join(name.split())
    if not name.isupper():
        return name
    if known := _known_names().get(fold(name)):
        return known
    spelled = re.search(re.escape(name).replace(r"\ ", r"\s+"), text, re.IGNORECASE)
    if spelled and not spelled.group().isupper():
        return " ".join(spelled.group().split())
    return _capitalised(name.lower().split())


def _capitalised(words: list[str]) -> str:
    """Capitalise the first word, the field behind a head ("Ban Tuyên giáo") and the place behind its level."""
    out: list[str] = []
    in_place = False
    small = 0  # so many words to come are of a general phrase
    for index, word in enumerate(words):
        rest = " ".join(words[index:])
        before = words[index - 1] if index else ""
        if phrase := next((p for p in _GENERAL if rest.startswith(p)), None):
            small = max(small, len(phrase.split()))
            in_place = in_place or phrase in _LEVELS
        names_field = before in _HEADS or (before == "và" and words[0] in _HEADS)
        capital = index == 0 or (small == 0 and (in_place or names_field))
        out.append(word.capitalize() if capital else word)
        small = max(0, small - 1)
    name = " ".join(out)
    for general, proper in _PROPER:
        name = name.replace(general, proper)
    return name


@cache
def _known_names() -> dict[str, str]:
    return {fold(row["name"]): row["name"] for row in read_rows("registry/organs.csv")}
