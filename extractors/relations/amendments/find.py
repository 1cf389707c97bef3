"""Which provision of a document changes which provision of another: the document's own provisions, walked once.

The heading of an article names the document ('Điều 1. Sửa đổi, bổ sung một số điều của Luật X'); its items name
provisions only and inherit it, as theirs do from them. What is named with its document keeps that. Where a heading's
items change something, the heading itself only says what they are about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from legalkg.extractors.model import THIS
from legalkg.extractors.relations.amendments.items import Change, Heading, Items
from legalkg.extractors.relations.amendments.orders import may_order
from legalkg.extractors.relations.context import Context
from legalkg.extractors.relations.mentions import CHANGES, RelationCue, RelationMention
from legalkg.extractors.rules import JUDGED, LAW_ON_LAWS, Example, Rule, decree


def _amending(heading: str) -> str:
    body = f"{heading}\n1. Bãi bỏ khoản 2 Điều 7.\n2. Bãi bỏ Điều 9."
    return decree(body)


AMENDING_ITEM = Rule(
    "relation/amending-item",
    "'Điều 1. Sửa đổi một số điều của Nghị định A: 1. Bãi bỏ khoản 2 Điều 7': an item names a provision, its heading "
    "the document that it is of.",
    confidence=0.96,
    basis=JUDGED,
    example=Example(_amending("Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 10/2020/NĐ-CP")),
    counter_example=Example(_amending("Điều 1. Thực hiện Nghị định số 10/2020/NĐ-CP")),
    source=LAW_ON_LAWS,
)


@dataclass(slots=True)
class _Read:
    """What one own provision says, and whether one below it says more."""

    parent: str | None
    heading: Heading
    changes: list[Change] = field(default_factory=list)
    has_changing_items: bool = False


def find_amendments(context: Context, known: Sequence[RelationMention]) -> list[RelationMention]:
    """Return the provisions that each own provision changes, as relation mentions.

    Args:
        context: The text.
        known: What the other rules say is changed; of other documents only the plainest orders count.
    """
    provisions = context.provisions
    if not provisions or not context.is_document:
        return []
    if not may_order(context.text, provisions[0].start, max(provision.end for provision in provisions)):
        return []
    changed = {one.target for one in known if one.source == THIS and one.relation in CHANGES}
    read = _walk(context, _title(context, known))
    return [
        mention
        for eid, item in read.items()
        if not item.has_changing_items
        for change in item.changes
        if change.document in changed or (change.is_plain and _may_change(context, change.document))
        for mention in _mentions(eid, change)
    ]


def _title(context: Context, known: Sequence[RelationMention]) -> Heading:
    """Return what all items inherit: the one document that the title changes, or else that anything does."""
    changes = [one for one in known if one.source == THIS and one.relation == "amends"]
    in_title = [one for one in changes if context.title and one.end <= context.title[1]]
    of = in_title or changes
    if len({one.target for one in of}) != 1:
        return Heading()
    return Heading(of[0].target, of_document=(of[0].start, of[0].end))


def _may_change(context: Context, document: str) -> bool:
    return context.may_change(THIS, document) and context.may_act(THIS, document)


def _walk(context: Context, title: Heading) -> dict[str, _Read]:
    items = Items(context)
    read: dict[str, _Read] = {}
    provisions = context.provisions
    for index, provision in enumerate(provisions):
        following = provisions[index + 1].start if index + 1 < len(provisions) else provision.end
        above = read[provision.parent].heading if provision.parent else title
        changes, heading = items.read(provision.start, min(provision.end, following), above)
        read[provision.eid] = _Read(provision.parent, heading, changes)
        parent = provision.parent if changes else None
        while parent and not read[parent].has_changing_items:
            read[parent].has_changing_items = True
            parent = read[parent].parent
    return read


def _mentions(eid: str, change: Change) -> Iterator[RelationMention]:
    """Return a change, proved by its words and all headings that these need."""
    first, *others = change.headings or (None,)
    said = RelationCue(AMENDING_ITEM, "amends", change.verb or "sửa đổi, bổ sung", first)
    for heading in others:
        if heading:
            yield RelationMention(THIS, "amends", change.document, said, *heading)
    yield RelationMention(THIS, "amends", change.document, said, change.start, change.end, ((eid, change.path),))
