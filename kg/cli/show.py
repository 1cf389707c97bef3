"""``legalkg show``: one document, what it cites and what acts on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from kg.cli.options import Format, FormatOption, RefArgument, StoreOption, open_collection
from kg.cli.output import Cell, describe, marked, print_json, print_table
from kg.quoting import shorten

if TYPE_CHECKING:
    from kg.collection import Collection
    from kg.model import CitationView, Document, Step

EXAMPLES = ("legalkg show 782-CV/ĐU", 'legalkg show "Luật Đất đai" --format json')


def command(
    ctx: typer.Context,
    ref: RefArgument,
    store: StoreOption = None,
    format: FormatOption = Format.TABLE,  # noqa: A002
) -> None:
    """Show one document: its facts, its citations, and the documents that act on it."""
    with open_collection(ctx, store) as collection:
        document = collection.find(ref)
        citations = collection.citations(document)
        acts_on, acted_on_by = (collection.steps(document, direction) for direction in ("up", "down"))
        if format == Format.JSON:
            found = {"citations": citations, "acts_on": acts_on, "acted_on_by": acted_on_by}
            print_json({"document": document, **found})
            return
        _print_facts(document)
        if citations:
            print_table(("cites", "outcome", "relation", "document", "why"), [_citation(found) for found in citations])
        for title, steps in (("acts on", acts_on), ("is acted on by", acted_on_by)):
            if steps:
                rows = [_step(collection, step, step.target if steps is acts_on else step.source) for step in steps]
                print_table((title, "relation", "words"), rows)


def _print_facts(document: Document) -> None:
    print(describe(document))
    for name in ("title", "id", "iri"):
        value = getattr(document, name)
        if value:
            print(f"  {name:<6} {value}")


def _citation(found: CitationView) -> Sequence[Cell]:
    target = describe(found.target) if found.target and found.outcome != "self" else ""
    may_be = "; ".join(f"{one.document.id} ({one.score:.2f})" for one in found.candidates)
    why = f"{found.rule}: {found.reason}" if found.reason else found.rule
    if found.title_similarity is not None:
        why += f"; titles alike {found.title_similarity:.2f}"
    return " ".join(found.text.split()), found.outcome, ", ".join(found.relations), target or may_be, why


def _step(collection: Collection, step: Step, other: Document) -> Sequence[Cell]:
    quote = step.quotes[0]
    place = collection.place_of(quote, step.target)
    words, named = shorten(quote.text, (place[0] - quote.start, place[1] - quote.start) if place else None, width=160)
    return other.label, step.relation, marked(words, [named] if named else [])
