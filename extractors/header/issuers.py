"""Issuers as letterheads print them: which of the lines issues, and its name in normal case.

'BỘ TÀI CHÍNH / CỤC THUẾ' is issued by the Cục Thuế; 'ỦY BAN NHÂN / DÂN / TỈNH HÀ TĨNH' is one body over three lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from legalkg.extractors.citations.terminals import CAPITALS
from legalkg.extractors.registry.bodies import body_words, organs, provinces
from legalkg.extractors.text import fold

# The body's first words; a line that starts with them starts another body.
_BODY = re.compile(
    r"^(?:BỘ|CỤC|TỔNG|BAN|TIỂU BAN|ỦY BAN|HỘI ĐỒNG|SỞ|VĂN PHÒNG|ĐẢNG ỦY|ĐẢNG BỘ|CHI BỘ|THÀNH ỦY|TỈNH ỦY|HUYỆN ỦY|"
    r"QUẬN ỦY|THỊ ỦY|CHÍNH PHỦ|THỦ TƯỚNG|QUỐC HỘI|CHỦ TỊCH|NGÂN HÀNG|THANH TRA|"
    r"KIỂM TOÁN|TÒA ÁN|TOÀ ÁN|VIỆN|BẢO HIỂM|MẶT TRẬN|LIÊN|ĐOÀN|HỘI|UBND|TRUNG TÂM|CHI CỤC|PHÒNG|HỌC VIỆN|"
    r"TRƯỜNG|ĐẠI HỌC|ĐẢNG ĐOÀN|QUÂN ỦY|CÔNG AN|THUẾ|KHO BẠC)(?!\w)"
)
_FIRST_PARTS = frozenset({"ỦY", "HỘI", "VĂN", "THỦ", "CHÍNH", "TỔNG", "NGÂN"})
# Words that cannot end a body's name: the next line goes on with it.
_OPEN_END = re.compile(
    r"^(?:ỦY|HỘI|HỘI ĐỒNG|VĂN|VĂN PHÒNG|THỦ|THỦ TƯỚNG|CHỦ|CHỦ TỊCH|CHÍNH|TỔNG|TỔNG CỤC|NGÂN|NGÂN HÀNG|BỘ|SỞ|CỤC|BAN|"
    r"BAN CHẤP HÀNH|THANH|THANH TRA|KIỂM|TÒA|TÒA ÁN|ĐẢNG|ĐẢNG ỦY|ỦY BAN TRUNG ƯƠNG|"
    r"VIỆN|HỌC|HỌC VIỆN|TRƯỜNG|ĐẠI|ĐẠI HỌC|BẢO|BẢO HIỂM|LIÊN|ỦY BAN|CHI|CHI CỤC|PHÒNG|TRUNG|TRUNG TÂM)$"
    r"|(?:^|\s)(?:TỈNH|THÀNH|THÀNH PHỐ|VÀ|NHÂN|HUYỆN|XÃ|PHƯỜNG|QUẬN|CỦA|VIỆT|THƯỜNG|THƯỜNG VỤ|TRUNG|,)$"
)
# The nation's name or the Party's, which other columns print beside the issuer, and the number.
_NATION = re.compile(
    r"(?<!DÂN CHỦ )CỘNG H(?:ÒA|OÀ)|^CỘNG$|CỘNG SẢN|CHỦ NGHĨA|^NGHĨA VIỆT|ĐỘC LẬP|TỰ DO|HẠNH PHÚC|^NHÂN DANH"
)
_NATION_GOES_ON = re.compile(r"^(?:H(?:ÒA|OÀ) XÃ|XÃ HỘI|HỘI CHỦ|VIỆT NAM)")
_OTHER_COLUMN = re.compile(r"(?: NƯỚC)?(?<!DÂN CHỦ)[\s*_-]+(?:CỘNG H(?:ÒA|OÀ)|ĐẢNG CỘNG SẢN|Độc lập).*")
_NUMBER = re.compile(r"(?<!\w)(?:Số|SỐ)[\s*]{0,40}[:.\d/…-][^\n]*")
_COLUMNS = re.compile(r"[\n|\t\\]| {3,}")
_MOST_LINES = 24
# "TÒA ÁN NHÂN DÂN TỐI CAO -⏎BỘ CÔNG AN": organs that issue together.
_JOINT = " -"

# A Vietnamese word has a vowel; what has none ("TW", "TNCS", "HĐND") is an abbreviation.
_VOWEL = re.compile("[AEIOUY" + re.sub("[A-ZĐ-]", "", CAPITALS) + "]")
_ABBREVIATIONS = frozenset({"UBND", "UBMTTQ", "TƯ", "ĐHQG", "ĐVHC"})
_LINKS = frozenset({"CÁC", "-", "VÀ"})


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The bodies that a letterhead names, in capitals as printed.

    Attributes:
        issuer: The lowest, which issues.
        superior: The one above it, to which it belongs; None where it stands alone.
    """

    issuer: str
    superior: str | None = None


def letterhead_issuer(letterhead: str) -> str | None:
    """Return the body that issues, from the lines above the number, see :func:`read_letterhead`."""
    found = read_letterhead(letterhead)
    return found.issuer if found else None


def read_letterhead(letterhead: str) -> Letterhead | None:
    """Return the bodies that the lines above the number name.

    Args:
        letterhead: The text above the type, both columns of it, perhaps with a portal's text before.

    Returns:
        None where no line is a body in capitals.
    """
    bodies: list[str] = []
    in_nation = False
    lines = (
        " ".join(cell.strip(" *#_/\t").lstrip("-").split()) for cell in _COLUMNS.split(_NUMBER.sub("", letterhead))
    )
    for line in [line for line in lines if line][-_MOST_LINES:]:
        joined = bool(bodies) and bodies[-1].endswith(_JOINT)
        words = _joint(_OTHER_COLUMN.sub("", line))
        if _NATION.search(words) or (in_nation and _NATION_GOES_ON.match(words)):
            in_nation = True
        elif not words.isupper():
            continue
        elif bodies and (joined or _OPEN_END.search(bodies[-1]) or not _BODY.match(words)):
            bodies[-1] += f" {words}"
            in_nation = False
        elif _BODY.match(words) or words in _FIRST_PARTS:
            bodies.append(words)
            in_nation = False
    if not bodies:
        return None
    above = bodies[-2] if len(bodies) > 1 and not bodies[-2].endswith(_JOINT) else None
    return Letterhead(_speaking(bodies).removesuffix(_JOINT), above)


def _joint(words: str) -> str:
    """Return a line without its rule, but with the hyphen that joins it to the organ below: 'BỘ CÔNG AN -'."""
    bare = words.rstrip(" -")
    return f"{bare}{_JOINT}" if words.endswith("-") and not words.endswith("--") and _BODY.match(bare) else bare


# Bodies that belong to the committee named above them: "THÀNH ỦY … / BAN TUYÊN GIÁO".
_OF_COMMITTEE = re.compile(r"BAN (?!BÍ THƯ|CHẤP HÀNH|QUẢN LÝ|DÂN TỘC)|ỦY BAN KIỂM TRA|VĂN PHÒNG|ĐẢNG BỘ CƠ QUAN")
_COMMITTEE = re.compile(r"(?:THÀNH|TỈNH|HUYỆN|QUẬN|THỊ|ĐẢNG) ỦY|ỦY BAN MTTQ|ỦY BAN MẶT TRẬN")
# "BAN CHẤP HÀNH TRUNG ƯƠNG / ĐOÀN TNCS HỒ CHÍ MINH": the committee of a union, not the Party's.
_UNION = re.compile(r"ĐOÀN (?:TNCS|THANH NIÊN)|HỘI (?!ĐỒNG)|(?:TỔNG )?LIÊN (?:ĐOÀN|HIỆP)")
_OF_UNION = re.compile(r"BAN (?:CHẤP HÀNH|THƯỜNG VỤ|BÍ THƯ)")


def _speaking(bodies: list[str]) -> str:
    """Return the body that speaks: the last, together with the committee it belongs to."""
    last = bodies[-1]
    if len(bodies) == 1:
        return last
    above = bodies[-2]
    for committee, union in ((above, last), (last, above)):
        if is_union(union) and _OF_UNION.match(committee):
            return f"{committee} {union}"
    if not _OF_COMMITTEE.match(last):
        return last
    if _COMMITTEE.match(above):
        return f"{last} {above}"
    if "BAN CHẤP HÀNH TRUNG ƯƠNG" in above and "TRUNG ƯƠNG" not in last:
        return f"{last} TRUNG ƯƠNG"
    return last


def is_union(body: str) -> bool:
    """Return whether a body in capitals is a mass organisation, whose committee issues."""
    return bool(_UNION.match(body))


def normal_case(name: str, text: str = "") -> str:
    """Return a body's name in normal case: 'ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH' -> 'Ủy ban nhân dân tỉnh Hà Tĩnh'.

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
    return _capitalised(name)


def _capitalised(name: str) -> str:
    """Write heads, fields ('Ban Tuyên giáo') and places ('tỉnh Cà Mau') as names, all else in small letters."""
    words = name.split()
    place_start = _province_at_end(words)
    out: list[str] = []
    then = ""  # what the words behind a head are: a field, a place, or nothing of note
    begins = False  # a field begins, or goes on behind a comma or "và"
    position = 0
    while position < len(words):
        word = words[position]
        if phrase := _phrase(words, position, in_place=then == "place"):
            written = (
                phrase.written[0].upper() + phrase.written[1:] if begins and phrase.then != "place" else phrase.written
            )
            out.append(written)
            position, then, begins = position + len(phrase.words), phrase.then, phrase.then == "field"
            continue
        if word in _ABBREVIATIONS or not _VOWEL.search(word) or (out and out[-1] == "vực"):
            out.append(word)
        else:
            capital = then == "place" or position >= place_start or (begins and word not in _LINKS)
            out.append(word.capitalize() if capital else word.lower())
        begins = then == "field" and (word.endswith(",") or word in ("-", "VÀ") or (begins and word in _LINKS))
        position += 1
    written = " ".join(out)
    return written[:1].upper() + written[1:]


def _province_at_end(words: list[str]) -> int:
    """Return where a province stands that ends a name: 'SỞ Y TẾ HÀ NỘI'; the number of words where none does."""
    count = len(words)
    starts = (start for start in range(max(1, count - 4), count) if " ".join(words[start:]) in _provinces())
    return next(starts, count)


@cache
def _provinces() -> frozenset[str]:
    return frozenset(name.upper() for row in provinces() for name in (row.name, *row.aliases))


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words that names of bodies share, how they are written, and what follows them: a field, a place, or neither."""

    words: tuple[str, ...]
    written: str
    then: str


def _phrase(words: list[str], position: int, *, in_place: bool) -> _Phrase | None:
    """Return the longest known phrase; a place's name may begin like a body ('Hội An')."""
    for phrase in _phrases().get(words[position], ()):
        if in_place and len(phrase.words) == 1 and phrase.then != "place":
            continue
        if tuple(words[position : position + len(phrase.words)]) == phrase.words:
            return phrase
    return None


@cache
def _phrases() -> dict[str, list[_Phrase]]:
    """Load the phrases by their first word in capitals, the longest first."""
    by_first: dict[str, list[_Phrase]] = {}
    for row in body_words():
        phrase = _Phrase(tuple(row.words.upper().split()), row.written, row.then)
        by_first.setdefault(phrase.words[0], []).append(phrase)
    return {first: sorted(found, key=lambda p: len(p.words), reverse=True) for first, found in by_first.items()}


@cache
def _known_names() -> dict[str, str]:
    return {fold(organ.name): organ.name for organ in organs()}
