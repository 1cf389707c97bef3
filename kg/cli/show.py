"""``legalkg show``: one document, what it cites, who cites it and what acts on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from legalkg.kg.cli.options import (
    AsOfOption,
    CitingRelationOption,
    FormatOption,
    OutputFormat,
    RefArgument,
    StoreOption,
    open_collection,
)
from legalkg.kg.cli.output import Cell, describe, marked, print_json, print_table
from legalkg.kg.output.quoting import counted, shorten

if TYPE_CHECKING:
    from legalkg.kg.archive.files import Origin
    from legalkg.kg.model import CitationView, CitingEntry, CitingList, Document, Force, Places, Step

EXAMPLES = (
    "legalkg show 782-CV/ĐU",
    "legalkg show 10/2022/NĐ-CP --as-of 2025-06-30",
    'legalkg show "Luật Đất đai 2024" --format json',
    "legalkg show 10/2022/NĐ-CP --provision dieu_5       who cites Điều 5 of it",
    "legalkg show 10/2022/NĐ-CP --relation based_on --limit 100",
)


def command(  # noqa: PLR0913, PLR0917  (options of the command line)
    ctx: typer.Context,
    ref: RefArgument,
    as_of: AsOfOption = None,
    relation: CitingRelationOption = None,
    provision: Annotated[
        str | None,
        typer.Option(metavar="PROVISION", help="Only documents that cite this of it: 'dieu_5', 'khoản 2 Điều 5'."),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Greatest number of citing documents.")] = 10,
    store: StoreOption = None,
    format: FormatOption = OutputFormat.TABLE,  # noqa: A002
) -> None:
    """Show one document: its facts, whether it is in force, its citations, who cites it, and what acts on it.

    With --relation or --provision only the documents that cite it so.
    """
    with open_collection(ctx, store) as collection:
        document = collection.find(ref)
        citing = collection.citing(document, relation=relation, provision=provision, limit=limit)
        force = collection.force(document, as_of)
        if (relation or provision) and format != OutputFormat.JSON:
            _print_facts(document, force)
            _print_citing(citing)
            return
        citations = collection.citations(document)
        acts_on, acted_on_by = (collection.steps(document, direction) for direction in ("up", "down"))
        origin = collection.origin(document)
        if format == OutputFormat.JSON:
            found = {"citations": citations, "acts_on": acts_on, "acted_on_by": acted_on_by, "cited_by": citing}
            print_json({"document": document, "origin": origin, "force": force, **found})
            return
        _print_facts(document, force)
        if origin:
            _print_origin(document, origin)
        _print_citations(citations)
        for title, steps in (("acts on", acts_on), ("is acted on by", acted_on_by)):
            if steps:
                places = collection.places(steps)
                rows = [_step(places, step, step.target if steps is acts_on else step.source) for step in steps]
                print_table((title, "relation", "words"), rows)
        _print_citing(citing)


def _print_facts(document: Document, force: Force) -> None:
    from legalkg.kg.chains.proof import proof_of

    print(describe(document))
    print(f"  on {force.as_of}: {force.state} — {force.reason}")
    for step in force.proofs:
        quote = proof_of(step)
        print(f"    “{shorten(quote.text, width=160)[0]}” — {quote.document.label}")
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


def _print_citations(citations: Sequence[CitationView]) -> None:
    """Print each document that is cited, once for what the text does with it; how often it names itself comes last."""
    grouped: dict[object, list[CitationView]] = defaultdict(list)
    for found in citations:
        if found.outcome != "self":
            what = found.target.iri if found.target else " ".join(found.text.split())
            grouped[what, found.outcome, found.relations].append(found)
    if grouped:
        print_table(("cites", "outcome", "relation", "document", "why"), [_citation(same) for same in grouped.values()])
    own = sum(found.outcome == "self" for found in citations)
    if own:
        print(f"names itself {_times(own)}")


def _citation(same: Sequence[CitationView]) -> Sequence[Cell]:
    found = same[0]
    often = f" ({_times(len(same))})" if len(same) > 1 else ""
    target = describe(found.target) if found.target else ""
    may_be = "; ".join(f"{one.document.id} ({one.score:.2f})" for one in found.candidates)
    why = f"{found.rule}: {found.reason}" if found.reason else found.rule
    if found.title_similarity is not None:
        why += f"; titles alike {found.title_similarity:.2f}"
    return " ".join(found.text.split()) + often, found.outcome, ", ".join(found.relations), target or may_be, why


def _print_citing(citing: CitingList) -> None:
    if citing.documents:
        print_table(("cited by", "date", "relation", "provisions", "words"), list(_citing_rows(citing.documents)))
    within = f" in {_provisions([citing.provision])}" if citing.provision else ""
    shown = f"; the latest {len(citing.documents)} are listed" if len(citing.documents) < citing.total else ""
    print(f"cited{within} by {counted(citing.total, 'document')}{shown}")


def _citing_rows(documents: Sequence[CitingEntry]) -> Iterator[Sequence[Cell]]:
    for one in documents:
        words, _ = shorten(max(one.quotes, key=lambda quote: len(quote.text)).text, width=80)
        more = f" and {len(one.quotes) - 1} more" if len(one.quotes) > 1 else ""
        relations = ", ".join(one.relations)
        yield one.document.label, one.document.date or "", relations, _provisions(one.provisions), words + more


def _provisions(paths: Sequence[str]) -> str:
    from legalkg.kg.model import ProvisionPair
    from legalkg.kg.rdf.provisions import provisions_label

    return provisions_label([ProvisionPair(target=path) for path in paths])


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _step(places: Places, step: Step, other: Document) -> Sequence[Cell]:
    from legalkg.kg.chains.proof import proof_of
    from legalkg.kg.rdf.provisions import provisions_label

    quote = proof_of(step)
    place = places.get((quote, step.target.iri))
    words, named = shorten(quote.text, (place[0] - quote.start, place[1] - quote.start) if place else None, width=160)
    provisions = f" {provisions_label(step.provisions)}" if step.provisions else ""
    return other.label, step.relation + provisions, marked(words, [named] if named else [])
