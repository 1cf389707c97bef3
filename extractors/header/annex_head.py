"""The head of an annex: '(Ban hành kèm theo Thông tư số … ngày … của …)' on a line of its own, or below a title.

Databases cut documents into passages; one that holds an annex says so whose it is: what is issued with a document is
part of it (Nghị định 30/2020/NĐ-CP on annexes).
"""

from __future__ import annotations

from itertools import islice

from legalkg.extractors.citations.dates import iso_date
from legalkg.extractors.citations.symbols import normal_number
from legalkg.extractors.citations.terminals import DATE, SO, SYMBOL, TYPE_WORD, pattern
from legalkg.extractors.header.draft import HeaderDraft
from legalkg.extractors.registry.types import standard_type

_ISSUED_WITH = pattern(
    rf"\([*_]{{0,2}}(?:[Bb]an hành )?[Kk]èm theo (?P<type>{TYPE_WORD}) {SO} (?P<number>{SYMBOL})"
    rf"~,?~(?P<date>{DATE}) của (?P<issuer>[^()]{{3,160}}?)~[*_]{{0,2}}\)"
)
_MOST = 20


def read_annex_head(text: str, draft: HeaderDraft) -> None:
    """Fill type, number, date and issuer from the heads of annexes; not where they are those of several documents.

    Args:
        text: The text of a view, of which no head was read.
        draft: Of its header.
    """
    heads = [found for found in islice(_ISSUED_WITH.finditer(text), _MOST) if _is_head(text, found.start())]
    if len({normal_number(found.group("number")) for found in heads}) != 1:
        return
    head = heads[0]
    draft.type = standard_type(head.group("type"))
    draft.number = normal_number(head.group("number"))
    draft.date = iso_date(head.group("date"))
    draft.issuer = " ".join(head.group("issuer").split())
    draft.spans.update(number=head.span("number"), date=head.span("date"), issuer=head.span("issuer"))


def _is_head(text: str, start: int) -> bool:
    """Return whether at most a title in capitals stands before on the line: "Quy chế (kèm theo …)" is a citation."""
    before = text[text.rfind("\n", 0, start) + 1 : start].strip()
    return not before or before.isupper()
