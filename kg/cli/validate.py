"""``legalkg validate``: the graph against its SHACL shapes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from legalkg.kg.cli.options import FormatOption, OutputFormat, StoreOption, open_collection
from legalkg.kg.cli.output import print_json, print_table
from legalkg.kg.output.quoting import counted

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from legalkg.kg.analysis.validation import Violation
    from legalkg.kg.collection import Collection

EXAMPLES = ("legalkg validate", "legalkg validate 782-CV/ĐU 57-KL/TW --format json")


def command(
    ctx: typer.Context,
    refs: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DOC...]", help="Only what the texts of these documents say.", show_default=False),
    ] = None,
    store: StoreOption = None,
    format: FormatOption = OutputFormat.TABLE,  # noqa: A002
) -> None:
    """Check that the graph keeps to its shapes, one named graph after the other.

    The exit status is 1 where something does not. Needs pySHACL: pip install 'legalkg[validate]'.
    """
    from legalkg.kg.analysis.validation import validate

    found: list[Violation] = []
    count = 0
    with open_collection(ctx, store) as collection:
        for count, (_, violations) in enumerate(validate(collection.store, _graphs(collection, refs or [])), 1):  # noqa: B007
            found += violations
    if format == OutputFormat.JSON:
        print_json({"graphs": count, "violations": found})
    else:
        if found:
            rows = [(one.graph, one.node, one.path or "", one.value or "", one.message) for one in found]
            print_table(("graph", "node", "path", "value", "message"), rows)
        print(f"{counted(count, 'graph')}, {counted(len(found), 'violation')}")
    if found:
        raise typer.Exit(1)


def _graphs(collection: Collection, refs: list[str]) -> Iterator[NamedNode]:
    from legalkg.kg.output.export import content_graphs
    from legalkg.kg.rdf.vocabulary import graph_of

    if refs:
        return (graph_of(collection.find(ref).iri) for ref in refs)
    return iter(sorted(content_graphs(collection.store), key=str))
