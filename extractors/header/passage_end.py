"""The end of a document without its head: who passed it and when, and who signed.

Databases cut documents into passages; the last one has the closing formula ('Luật này đã được Quốc hội … thông qua ngày
…') and the signature block. What stands in quotation marks, or far from the end, is said of another document.
"""

from __future__ import annotations

from legalkg.extractors.citations.dates import iso_date
from legalkg.extractors.citations.organs import OrganForm
from legalkg.extractors.citations.terminals import DATE_IN_WORDS, TYPE_WORD, pattern
from legalkg.extractors.header.draft import HeaderDraft
from legalkg.extractors.header.signatures import signature_block
from legalkg.extractors.model import Signature
from legalkg.extractors.quotations import quotation_at, quotations
from legalkg.extractors.registry.types import standard_type

# Sought first: few passages have it.
_PASSED = pattern(r" thông qua[^.;“”]{0,80}? ngày ")
_BY = OrganForm(
    rf"(?:^|\n)[^\S\n]*(?P<type>{TYPE_WORD}) này (?:đã )?được ",
    rf"[^.;\n]{{0,160}}? thông qua(?: tại [^.;]{{5,80}})? (?P<date>{DATE_IN_WORDS})",
)
# "Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XI": its head names the organ, and a place.
_NATION_OR_TERM = pattern(r",? (?:nước Cộng|[Kk]h(?:óa|oá)) .*$")
_LONGEST_END = 1500
# Behind the signatures stands at most a note of the portal; recipients stand above, or are many.
_LONGEST_NOTE = 250


def read_passage_end(text: str, draft: HeaderDraft) -> tuple[list[Signature], tuple[int, int] | None]:
    """Fill type, date and issuer from the closing formula, and read the signature block that ends the text.

    Args:
        text: The text of a view, of which no head was read.
        draft: Of its header, still empty.

    Returns:
        Who signs, and where the block stands; nobody and None where none ends the text.
    """
    start = max(0, len(text) - _LONGEST_END)
    passed = _BY.search(text, start, len(text)) if _PASSED.search(text, start) else None
    if passed and quotation_at(quotations(text, 0, len(text)), passed.start) is None:
        draft.type = standard_type(passed.before.group("type"))
        draft.issuer = _NATION_OR_TERM.sub("", passed.organ)
        draft.date = iso_date(passed.behind.group("date"))
    signatures, block = signature_block(text, start)
    ends_text = block is not None and len(text.rstrip()) - block[1] <= _LONGEST_NOTE
    return (signatures, block) if ends_text else ([], None)
