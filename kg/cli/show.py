"""``legalkg show``: one document, what it cites and what acts on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from legalkg.kg.cli.options import AsOfOption, FormatOption, OutputFormat, RefArgument, StoreOption, open_collection
from legalkg.kg.cli.output import Cell, counted, describe, marked, print_json, print_table
from legalkg.kg.output.quoting import shorten

if TYPE_CHECKING:
    from legalkg.kg.archive.files import Origin
    from legalkg.kg.model import CitationView, Document, Force, Places, Step

EXAMPLES = (
    "legalkg show 782-CV/ĐU",
    "legalkg show 10/2022/NĐ-CP --as-of 2025-06-30",
    'legalkg show "Luật Đất đai" --format json',
)


def command(
    ctx: typer.Context,
    ref: RefArgument,
    as_of: AsOfOption = None,
    store: StoreOption = None,
    format: FormatOption = OutputFormat.TABLE,  # noqa: A002
) -> None:
    """Show one document: its facts, whether it is in force, its citations, and the documents that act on it."""
    with open_collection(ctx, store) as collection:
        document = collection.find(ref)
        citations = collection.citations(document)
        acts_on, acted_on_by = (collection.steps(document, direction) for direction in ("up", "down"))
        force = collection.force(document, as_of)
        origin = collection.origin(document)
        if format == OutputFormat.JSON:
            found = {"citations": citations, "acts_on": acts_on, "acted_on_by": acted_on_by}
            print_json({"document": document, "origin": origin, "force": force, **found})
            return
        _print_facts(document, force)
        if origin:
            _print_origin(document, origin)
        if citations:
            print_table(("cites", "outcome", "relation", "document", "why"), [_citation(found) for found in citations])
        for title, steps in (("acts on", acts_on), ("is acted on by", acted_on_by)):
            if steps:
                places = collection.places(steps)
                rows = [_step(places, step, step.target if steps is acts_on else step.source) for step in steps]
                print_table((title, "relation", "words"), rows)


def _print_facts(document: Document, force: Force) -> None:
    print(describe(document))
    print(f"  on {force.as_of}: {force.state} — {force.reason}")
    for step in force.proofs:
        words, _ = shorten(step.quotes[0].text, width=160)
        print(f"    “{words}” — {step.quotes[0].document.label}")
    for name in ("title", "id", "iri"):
        value = getattr(document, name)
        if value:
            print(f"  {name:<6} {value}")


def _print_origin(document: Document, origin: Origin) -> None:
    print(f"  {'file':<6} {origin.path}" + (" (missing)" if origin.missing else ""))
    pages = [counted(origin.pages, "page")] if origin.pages else []
    read = [f"read {origin.read} in run {origin.run}"] if origin.read else []
    print(f"  {'':<6} {', '.join([*pages, origin.media_type, *read])}")
    if others := origin.copies - 1:
        print(f"  {'':<6} and {counted(others, 'copy', 'copies')}: legalkg copies {document.id}")


def _citation(found: CitationView) -> Sequence[Cell]:
    target = describe(found.target) if found.target and found.outcome != "self" else ""
    may_be = "; ".join(f"{one.document.id} ({one.score:.2f})" for one in found.candidates)
    why = f"{found.rule}: {found.reason}" if found.reason else found.rule
    if found.title_similarity is not None:
        why += f"; titles alike {found.title_similarity:.2f}"
    return " ".join(found.text.split()), found.outcome, ", ".join(found.relations), target or may_be, why


def _step(places: Places, step: Step, other: Document) -> Sequence[Cell]:
    from legalkg.kg.rdf.provisions import provisions_label

    quote = step.quotes[0]
    place = places.get((quote, step.target.iri))
    words, named = shorten(quote.text, (place[0] - quote.start, place[1] - quote.start) if place else None, width=160)
    provisions = f" {provisions_label(step.provisions)}" if step.provisions else ""
    return other.label, step.relation + provisions, marked(words, [named] if named else [])
