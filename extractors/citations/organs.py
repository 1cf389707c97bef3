"""An organ as a phrase: 'Bộ trưởng Bộ Nông nghiệp và Phát triển nông thôn', 'Ủy ban nhân dân xã Cam An'.

It starts with a head word ('Bộ', 'Ủy ban') and goes on with what names of organs are made of: further head words, a
field or a name with its capital ('Tài chính'), a place behind its level ('tỉnh Cà Mau'), and the words in small letters
of ``organ-words.csv``. Any other word in small letters is no more of the name: 'Bộ Chính trị | đề ra mục tiêu'.
Source: Nghị định 30/2020/NĐ-CP, annex II, on capitals in names of organs.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from legalkg.extractors.citations.blocks import BEGINS_BLOCK
from legalkg.extractors.citations.terminals import CAPITALS, SMALLS, TYPE_WORD, one_of, pattern
from legalkg.extractors.registry.bodies import provinces
from legalkg.extractors.registry.words import organ_words

# First words of bodies that issue documents.
HEAD = one_of(
    (
        "Ban", "Bộ", "Ủy ban", "UBND", "HĐND", "UBTVQH", "Hội đồng", "Hội nghị", "Tiểu ban", "Chính phủ",
        "Thủ tướng", "Phó Thủ tướng", "Quốc hội", "Chủ tịch", "Phó Chủ tịch",
        "Thành ủy", "Tỉnh ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy", "Đảng đoàn", "Quân ủy", "Khu ủy",
        "Văn phòng", "Sở", "Cục", "Tổng cục", "Vụ",
        "Viện", "Tòa án", "Toà án", "Tổng", "Ngân hàng", "Thanh tra", "Kiểm toán", "Trung ương", "Đoàn", "Hội",
        "Liên", "Mặt trận", "Bảo hiểm",
        "BCH", "BTV", "TW", "TƯ", "T.Ư", "Giám đốc", "Thống đốc", "Chánh án", "Viện trưởng", "Trường", "Đại học",
        "Học viện", "Công ty", "Tập đoàn",
        "Phòng", "Chi cục", "Kho bạc", "Thuế", "Đảng", "Nhà nước", "Đại hội", "Thường trực", "Trung tâm",
        "Công đoàn", "Đồng chí", "Bí thư", "Công an",
        "Tư lệnh", "Quân khu", "Đài", "Thông tấn xã", "Liên minh", "TAND", "VKSND", "TTCP", "VPCP", "Cơ quan",
        "Chi nhánh", "Nước", "nước",
    )
)  # fmt: skip
# Words that begin what is said of a document, and what else stands behind the organ: its name is over. They are needed
# where any word may stand: behind the first syllable of a name.
_OVER = (
        "về", "quy định", "hướng dẫn", "sửa đổi", "ban hành", "phê duyệt", "công bố", "thực hiện", "triển khai",
        "đã", "tại", "để", "thì", "có", "được",
        "nhằm", "là", "theo", "với", "cho", "ngày", "năm", "hợp nhất", "thay thế", "bãi bỏ", "đính chính",
        "thông qua", "kèm", "chấp thuận", "giao cho",
        "điều chỉnh", "cụ thể", "thi hành", "bị", "nêu", "này", "trên", "đối với", "do", "phân công", "sơ kết",
        "tổng kết", "tiếp tục", "nhận", "yêu cầu",
        "đề nghị", "và các", "và Quyết định", "và Nghị", "và Thông tư", "và Luật", "và Chỉ thị", "và Kết luận",
        "và Công văn", "và Kế hoạch", "và Hướng dẫn",
        "và Quy", "và Tờ trình", "và Báo cáo", "số", "ký", "trong", "từ", "bổ sung", "hủy bỏ", "xử lý", "tăng cường",
        "phát triển", "xây dựng", "đẩy mạnh",
        "nâng cao", "báo cáo", "trình", "gửi", "trả lời", "khi", "sau", "trước", "đến", "như", "hoặc", "còn", "phải",
        "không", "gồm", "bao gồm", "ủy quyền",
        "hết hiệu lực", "chỉ đạo", "thống nhất", "thành lập", "kéo dài", "gia hạn", "đình chỉ", "ngưng", "tạm ngưng",
        "cùng", "mà", "nhưng", "vào", "trừ", "thông báo", "công bố", "vừa", "mới", "cũng",
)  # fmt: skip
# A title may start with a capital: "của Chính phủ Sửa đổi, bổ sung một số điều".
_TITLE_STARTS = (
    "Về", "Quy định", "Hướng dẫn", "Sửa đổi", "Ban hành", "Phê duyệt", "Công bố", "Bãi bỏ", "Điều chỉnh", "Bổ sung",
    "Thành lập", "Thực hiện", "Triển khai",
)  # fmt: skip
# Words of capitals alone that end a name which stands in capitals.
OVER_IN_CAPITALS = one_of(tuple(word.upper() for word in _OVER))

_LEVEL = r"(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị trấn|[Xx]ã|[Pp]hường|[Đđ]ặc khu)"
_IS_OVER = rf"(?!{one_of(_OVER + _TITLE_STARTS)}(?!\w))"
_CAPITALISED = rf"(?:T\.Ư|[{CAPITALS}](?:[\w'’&]|-(?=\w))*)"
_ONE_SYLLABLE = rf"[{CAPITALS}][{SMALLS}]*"
_PROVINCES = tuple(name for row in provinces() for name in (row.name, *row.aliases))
# "tỉnh Quảng trị": many write only the first syllable with its capital.
_PROVINCE = one_of((*_PROVINCES, *map(str.capitalize, _PROVINCES)))
_PLACE = (
    rf"{_LEVEL} (?:{_PROVINCE}(?!\w)|\d{{1,2}}(?!\w|[/.-]\d)|"
    rf"{_IS_OVER}{_CAPITALISED}(?: {_IS_OVER}(?!{HEAD}(?!\w)){_CAPITALISED}){{0,4}})"
)
_HEADS = rf"{HEAD}(?!\w)"
# "Hồ Chí Minh", "Việt Nam": several words with capitals, behind which no word in small letters belongs to the name;
# "Tài chính", "Y tế": one, whose second syllable does.
_NAME = rf"{_CAPITALISED}(?: {_IS_OVER}(?!{_HEADS}){_CAPITALISED})+"
_SECOND = rf"{_IS_OVER}(?!(?:và|của|tỉnh|huyện|phường|xã(?! hội))(?!\w))[{SMALLS}]+(?!\w)"
_FIELD = rf"(?:{_ONE_SYLLABLE}(?!\w)(?: {_SECOND})?|{_CAPITALISED})"
_SMALL = rf"{one_of(organ_words())}(?!\w)"
# Numbers that are part of names: "lần thứ 13", "khu vực 2", "Quân khu 7", "Sư đoàn 5".
_COUNT = r"(?:(?<=thứ\s)|(?<=ương\s)|(?<=khu\s)|(?<=vực\s)|(?<=đoàn\s)|(?<=hóa\s))\d{1,3}(?![\w/-])(?!\.\d)"
_JOINED = rf"(?:(?:và|&)(?= (?:(?!{TYPE_WORD}(?!\w))[{CAPITALS}]|{_SMALL}))|của(?= (?:{_HEADS}|{_LEVEL} )))"
_UNIT = rf"(?:{_HEADS}|{_PLACE}|{_JOINED}|(?!{_LEVEL}(?!\w))(?:{_NAME}|{_FIELD})|{_LEVEL}(?!\w)|{_SMALL}|{_COUNT})"
# A comma inside a name: "Bộ Văn hóa, Thể thao và Du lịch", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "Bộ Chính trị,
# Ban Bí thư".
_COMMA = (
    rf", (?:(?!{HEAD}(?!\w))(?=[{CAPITALS}](?:[^.;:()\n,]{{0,40}}) và [{CAPITALS}])(?!{TYPE_WORD})|"
    rf"(?=Chủ nhiệm)|(?<=Chính\strị,\s)(?=Ban Bí thư))"
)
_ORGAN = (
    rf"{_HEADS}(?:(?!{BEGINS_BLOCK})(?: |[^\S\n]*-[^\S\n]*(?=[{CAPITALS}])|{_COMMA}){_IS_OVER}{_UNIT}){{0,16}}"
    r"(?:~\([Kk]hóa \w+\))?"
)


@cache
def _organ(flags: int) -> re.Pattern[str]:
    """Return the pattern of an organ; the largest of the grammar, compiled once, when an organ is first looked for."""
    return pattern(_ORGAN, flags)


class OrganMatch(NamedTuple):
    """An organ met in a text, with what stands before and behind it."""

    start: int
    end: int
    organ: str
    span: tuple[int, int]
    before: re.Match[str]
    behind: re.Match[str]


class OrganForm:
    """A way of naming an organ: what stands before it, the organ, what stands behind it."""

    def __init__(self, before: str, behind: str = "", flags: int = 0) -> None:
        """Compile what stands around the organ.

        Args:
            before: Pattern of what stands before; may be empty.
            behind: Pattern of what stands behind; may be empty.
            flags: Those of :mod:`re`; they hold for the organ, too.
        """
        self._before, self._behind, self._flags = pattern(before, flags), pattern(behind, flags), flags

    def match(self, text: str, start: int, end: int) -> OrganMatch | None:
        """Return the organ that a stretch of a text begins with."""
        before = self._before.match(text, start, end)
        return self._read(text, before, end) if before else None

    def search(self, text: str, start: int, end: int) -> OrganMatch | None:
        """Return the first organ of a stretch of a text."""
        found = (self._read(text, before, end) for before in self._before.finditer(text, start, end))
        return next(filter(None, found), None)

    def _read(self, text: str, before: re.Match[str], end: int) -> OrganMatch | None:
        organ = _organ(self._flags).match(text, before.end(), end)
        behind = self._behind.match(text, organ.end(), end) if organ else None
        if organ is None or behind is None:
            return None
        return OrganMatch(before.start(), behind.end(), " ".join(organ.group().split()), organ.span(), before, behind)
