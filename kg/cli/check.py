"""``legalkg check``: the citations of a draft against what is known, before it is signed."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legalkg.kg.cli.options import CheckDayOption, StoreOption, open_collection
from legalkg.kg.cli.output import print_json, print_table
from legalkg.kg.errors import LegalkgError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from legalkg.extractors.model import SourceText
    from legalkg.kg.check.model import CheckedText
    from legalkg.kg.collection import Collection

EXAMPLES = (
    "legalkg check letter.docx",
    "legalkg check letter.docx --output letter-checked.docx     with a comment at each citation",
    "legalkg check draft.txt --as-of 2025-07-01 --format markdown > check.md",
    "legalkg check draft.html --format json || echo 'to be looked at'",
)
OBJECTS = 3
"""Exit status where somebody has to look at something; 1 and 2 are those of every command."""


class CheckFormat(StrEnum):
    """How to print a check."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"


def command(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The draft, in any format that is read.")],
    as_of: CheckDayOption = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write the draft with what was found: a Word file with comments, a page or a text with marks.",
        ),
    ] = None,
    store: StoreOption = None,
    format: Annotated[CheckFormat, typer.Option("--format", help="How to print what was found.")] = CheckFormat.TABLE,  # noqa: A002
) -> None:
    """Check each citation of a draft: known here? said rightly? provision there? in force?

    Outcomes: agrees, differs, ambiguous, provision-missing, no-longer-in-force, suspended, not-yet-in-force, amended,
    not-in-collection (nothing here knows the document, which does not say that there is none), not-checked.

    Nothing is stored. The exit status is 0 where all that could be checked agrees, 3 where something is found that is
    to be looked at, 1 where the draft or the collection cannot be read, 2 for wrong usage.
    """
    data, source = _read(file, output)
    with open_collection(ctx, store) as collection:
        checked = _check(collection, source, as_of)
    if output:
        _write(output, data, source, checked)
    _print(checked, format)
    if checked.objects:
        raise typer.Exit(OBJECTS)


def _read(file: Path, output: Path | None) -> tuple[bytes, SourceText]:
    from legalkg.extractors.reading import ReadError, read_bytes
    from legalkg.extractors.reading.errors import written_name
    from legalkg.extractors.reading.files import bytes_of
    from legalkg.kg.check.marked import refuse_unmarkable
    from legalkg.kg.cli.settings import CliSettings

    if output and output.exists() and file.exists() and output.samefile(file):
        raise typer.BadParameter("is the draft itself", param_hint="--output")
    limits = CliSettings.read().limits()
    try:
        data = bytes_of(file, limits=limits)
        source = read_bytes(data, written_name(file), limits=limits)
    except ReadError as error:
        raise LegalkgError(str(error)) from error
    if output:
        refuse_unmarkable(source)
    return data, source


def _write(output: Path, data: bytes, source: SourceText, checked: CheckedText) -> None:
    """Write the draft with what was found, and say what found no place in it."""
    from legalkg.kg.check.marked import marked

    written, left_out = marked(data, source, checked)
    try:
        output.write_bytes(written)
    except OSError as error:
        raise LegalkgError(f"{output}: cannot be written: {error.strerror or error}") from error
    for citation in left_out:
        words = " ".join(citation.text.split())
        print(f"legalkg: warning: {output}: has no mark at {words!r}: it stands in a note or beside", file=sys.stderr)


def _check(collection: Collection, source: SourceText, as_of: date | None) -> CheckedText:
    from legalkg.kg.check.check import check

    return check(collection, source, as_of)


def _print(checked: CheckedText, how: CheckFormat) -> None:
    from legalkg.kg.check.markdown import check_lines
    from legalkg.kg.check.words import summary

    if how == CheckFormat.JSON:
        print_json(checked)
        return
    if how == CheckFormat.MARKDOWN:
        print("\n".join(check_lines(checked)))
        return
    print(checked.label)
    if checked.citations:
        print_table(("place", "citation", "outcome", "why", "evidence"), list(_rows(checked)))
        print()
    for line in summary(checked):
        print(line)


def _rows(checked: CheckedText) -> Iterator[tuple[str, ...]]:
    """Return a row for each finding, what agrees only where nothing else is found; each row says all by itself."""
    from legalkg.kg.check.words import place, proof, shown

    for citation in checked.citations:
        findings = shown(citation)
        for finding in [one for one in findings if one.outcome != "agrees"] or findings:
            words = " ".join(citation.text.split())
            yield place(citation), words, finding.outcome, finding.reason, proof(finding)
