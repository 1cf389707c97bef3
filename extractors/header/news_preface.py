"""A document that a newspaper or a portal prints whole, without its letterhead.

'Ngày 1/11/2031, thay mặt Ban Bí thư, … ký ban hành Chỉ thị số 5-CT/TW về … Sau đây là toàn văn Chỉ thị:' says all that
the letterhead would; what follows is the document's own text.
"""

from __future__ import annotations

from legalkg.extractors.citations.find import find_citations
from legalkg.extractors.citations.terminals import TYPE_WORD, pattern
from legalkg.extractors.header.draft import HeaderDraft
from legalkg.extractors.model import Header
from legalkg.extractors.registry.types import standard_type

_REACH = 1500
_WHOLE = pattern(
    r"(?:giới thiệu|đăng(?: tải)?|là|nguyên văn) toàn văn(?: nội dung)?(?: của)?"
    rf"(?: (?P<type>{TYPE_WORD})(?!\w)(?! (?:số )?\d)[^.:;\n]{{0,60}}| văn bản(?: này| trên)?)?~[.:…]?[^\S\n]*\n"
)
# A sentence says what a document is "về"; its heading has the subject alone.
_ABOUT = pattern(r"^[Vv]ề (?:việc )?")


def read_news_preface(text: str, draft: HeaderDraft) -> None:
    """Fill the header from the note above a document that is printed whole; one that speaks of others fills nothing.

    Args:
        text: The text of a view, of which no letterhead was read.
        draft: Of its header.
    """
    if "toàn văn" not in text[:_REACH] or (whole := _WHOLE.search(text, 0, _REACH)) is None:
        return
    _, documents = find_citations(text[: whole.start()], Header())
    kind = standard_type(whole.group("type") or "")
    # The note names it first; what it replaces comes behind.
    named = next((d for d in documents if d.number and kind in (None, d.type)), None)
    if named is None:
        return
    draft.type, draft.number, draft.date, draft.issuer = named.type, named.number, named.date, named.issuer
    draft.title = _ABOUT.sub("", named.title or "") or None
