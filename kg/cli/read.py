"""``legalkg read``: the text of a document, its citations marked, numbered and listed beneath."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

import typer

from legalkg.kg.cli.options import FormatOption, OutputFormat, RefArgument, StoreOption, open_collection
from legalkg.kg.cli.output import describe, print_json
from legalkg.kg.cli.terminal import console

if TYPE_CHECKING:
    from rich.text import Text

    from legalkg.kg.model import CitationView
    from legalkg.kg.output.reading import Reading

EXAMPLES = ("legalkg read 782-CV/ĐU", "legalkg read 782-CV/ĐU --page 2", "legalkg read 782-CV/ĐU | less")


def command(
    ctx: typer.Context,
    ref: RefArgument,
    page: Annotated[int | None, typer.Option("--page", min=1, help="Only this page of the file.")] = None,
    store: StoreOption = None,
    format: FormatOption = OutputFormat.TABLE,  # noqa: A002
) -> None:
    """Print the text of a document with its citations marked in the colour of their relation, and a list of them."""
    from legalkg.kg.output.reading import reading

    with open_collection(ctx, store) as collection:
        found = reading(collection, collection.find(ref), page)
    if format == OutputFormat.JSON:
        print_json(found)
        return
    printer = console()
    of = f" · page {found.page} of {max(found.pages, 1)}" if found.page else ""
    printer.print(describe(found.document) + of + "\n", style="bold")
    printer.print(_text(found))
    if found.citations:
        printer.print()
    for line in _list(found):
        printer.print(line)


def _text(found: Reading) -> Text:
    """Return the text with citations coloured, their numbers behind them, and a line where a page begins."""
    from rich.text import Text

    whole = Text(found.text.replace("\r", " "))
    inserted: dict[int, list[Text]] = defaultdict(list)
    first = found.pages - len(found.page_starts) + 1 if found.page is None else 0
    for number, at in enumerate(found.page_starts, first):
        inserted[at].append(Text(f"\n── page {number} ──\n", style="dim"))
    for one in found.citations:
        start, end = one.citation.start - found.start, one.citation.end - found.start
        style = _style(one.citation)
        whole.stylize(style, start, end)
        inserted[end].append(Text(f"[{one.number}]", style=style))
    shown = Text()
    for start, end in pairwise(sorted({0, len(whole), *inserted})):
        shown.append_text(Text().join(inserted.get(start, ()))).append_text(whole[start:end])
    return shown.append_text(Text().join(inserted.get(len(whole), ())))


def _list(found: Reading) -> list[Text]:
    """Return a line for each document that is cited: its number, what the text does with it, which it is."""
    from rich.text import Text

    lines: dict[int, Text] = {}
    for one in found.citations:
        citation = one.citation
        if one.number not in lines:
            words = ", ".join(citation.relations) or "cites"
            meant = describe(citation.target) if citation.target else " ".join(citation.text.split())
            may_be = f" ({citation.outcome}: {len(citation.candidates)} may be meant)" if citation.candidates else ""
            rejected = f" ({citation.outcome})" if citation.outcome == "rejected" else ""
            lines[one.number] = Text.assemble(
                (f"[{one.number}] {words}", _style(citation)), f"  {meant}{may_be}{rejected}"
            )
    return list(lines.values())


def _style(citation: CitationView) -> str:
    from legalkg.extractors.registry.relations import relations

    known = relations()
    first = next((name for name in known if name in citation.relations), "cites")
    return known[first].colour
