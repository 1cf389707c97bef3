"""``legalkg chain``: what a document rests on, step by step, with the sentence that proves each."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from legalkg.kg.cli.options import AsOfOption, RefArgument, StoreOption, open_collection, relation_named
from legalkg.kg.cli.output import Cell, print_json, print_table
from legalkg.kg.cli.terminal import console

if TYPE_CHECKING:
    from legalkg.kg.collection import Collection
    from legalkg.kg.model import Chain, Document, Step

EXAMPLES = (
    "legalkg chain 782-CV/ĐU",
    "legalkg chain 57-KL/TW --down --depth 2",
    "legalkg chain 782-CV/ĐU --to 57-KL/TW --paths 3",
    "legalkg chain 10/2022/NĐ-CP --down --relation amends --relation replaces",
    "legalkg chain 782-CV/ĐU --as-of 2024-06-30 --format markdown > report.md",
)


class ChainFormat(StrEnum):
    """How to print a chain."""

    TREE = "tree"
    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"
    GRAPHML = "graphml"


def command(  # noqa: PLR0913, PLR0917  (each is a question of its own)
    ctx: typer.Context,
    ref: RefArgument,
    down: Annotated[bool, typer.Option("--down", help="To what carries the document out.")] = False,
    depth: Annotated[int | None, typer.Option(min=0, help="Greatest number of steps.")] = None,
    to: Annotated[str | None, typer.Option(metavar="DOC", help="Only the shortest paths to this document.")] = None,
    paths: Annotated[
        int | None, typer.Option(min=1, max=1000, help="With --to: this many of the surest paths instead.")
    ] = None,
    relation: Annotated[
        list[str] | None,
        typer.Option(
            parser=relation_named,
            metavar="NAME",
            help="Follow this relation; may be repeated [default: implements, directs, based_on, guides].",
        ),
    ] = None,
    as_of: AsOfOption = None,
    min_confidence: Annotated[float, typer.Option(min=0, max=1, help="Follow no step that is less sure.")] = 0.0,
    store: StoreOption = None,
    format: Annotated[ChainFormat, typer.Option("--format", help="How to print it.")] = ChainFormat.TREE,  # noqa: A002
) -> None:
    """Print the chain of a document: every step with its relation and the words that say so."""
    if paths and (to is None or depth is not None):
        raise typer.BadParameter("needs --to, and goes without --depth", param_hint="--paths")
    from legalkg.kg.chains.query import ChainQuery
    from legalkg.kg.rdf.vocabulary import RESTS_ON

    with open_collection(ctx, store) as collection:
        document, target = collection.find(ref), collection.find(to) if to else None
        query = ChainQuery("down" if down else "up", depth, relation or RESTS_ON, target, paths, as_of, min_confidence)
        found = collection.chain(document, query)
        _print(collection, found, format)
        if target and collection.canonical(target).iri not in found.depths:
            print(f"no path leads to {target.label}", file=sys.stdout if format == ChainFormat.TREE else sys.stderr)


def _print(collection: Collection, chain: Chain, format: ChainFormat) -> None:  # noqa: A002
    if format == ChainFormat.JSON:
        print_json(chain)
    elif format == ChainFormat.GRAPHML:
        from legalkg.kg.output.graph import chain_graph, write_graphml

        write_graphml(chain_graph(chain), sys.stdout.buffer)
    elif format == ChainFormat.MARKDOWN:
        from legalkg.kg.output.report import report_lines

        for line in report_lines(chain):
            print(line)
    elif format == ChainFormat.TABLE:
        print_table(
            ("steps", "source", "relation", "target", "says", "words"), [_row(chain, step) for step in chain.steps]
        )
    else:
        _print_tree(collection, chain)


def _print_tree(collection: Collection, chain: Chain) -> None:
    from legalkg.kg.cli.tree import tree_lines

    printer = console()
    for line in tree_lines(chain, collection.places(chain.steps)):
        for row in line.rows(printer):
            printer.print(row)
    labels = {document.iri: document.label for document in chain.documents}
    for path in chain.paths:
        printer.print(f"{path.confidence:g}  {' → '.join(labels[iri] for iri in path.documents)}")


def _row(chain: Chain, step: Step) -> tuple[Cell, ...]:
    from legalkg.kg.output.quoting import shorten

    near: Document = step.source if chain.direction == "up" else step.target
    quote = step.quotes[0]
    words, _ = shorten(quote.text)
    depth = str(chain.depths[near.iri] + 1)
    return depth, step.source.label, step.relation, step.target.label, quote.document.label, words
