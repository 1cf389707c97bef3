"""Who cites a document, in its own words: with a relation or without, the whole of it or one provision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from legalkg.kg.model import CitingEntry, CitingList, Step
from legalkg.kg.rdf.provisions import provision_order
from legalkg.kg.rdf.vocabulary import CITES


def citing_list(
    document: str, steps: Iterable[Step], provision: str | None, limit: int | None, offset: int
) -> CitingList:
    """Return the documents that cite one, the latest first.

    Args:
        document: IRI of the one that is cited.
        steps: Each as one text states it of itself; see :meth:`legalkg.kg.chains.steps.Chains.stated_of`.
        provision: Path of a provision: only who cites it, or what lies within it.
        limit: Greatest number; None for all.
        offset: How many of the latest to leave out.
    """
    grouped: dict[str, list[Step]] = defaultdict(list)
    for step in steps:
        if provision is None or any(is_within(pair.target, provision) for pair in step.provisions):
            grouped[step.source.iri].append(step)
    found = sorted(map(_entry, grouped.values()), key=lambda one: (one.document.date or "", one.document.id))[::-1]
    end = None if limit is None else offset + limit
    return CitingList(cited=document, provision=provision, total=len(found), documents=tuple(found[offset:end]))


def is_within(path: str, provision: str) -> bool:
    """Return whether a provision is another one, or a part of it: 'dieu_5__khoan_2' is of 'dieu_5', 'dieu_50' not."""
    return path == provision or path.startswith(provision + "__")


def _entry(steps: Sequence[Step]) -> CitingEntry:
    quotes = dict.fromkeys(quote for step in steps for quote in step.quotes)
    return CitingEntry(
        document=steps[0].source,
        relations=tuple(dict.fromkeys(sorted(step.relation for step in steps if step.relation != CITES))),
        provisions=tuple(sorted({pair.target for step in steps for pair in step.provisions}, key=provision_order)),
        quotes=tuple(sorted(quotes, key=lambda quote: (quote.start, quote.end))),
    )
