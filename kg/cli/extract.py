"""``legalkg extract``: what documents are and what they cite, without a collection."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legalkg.kg.cli.options import ColumnsOption, mapping_of
from legalkg.kg.cli.output import print_table
from legalkg.kg.model import type_and_number

if TYPE_CHECKING:
    from legalkg.extractors.model import Extraction, SourceText
    from legalkg.extractors.reading import ReadError

EXAMPLES = (
    "legalkg extract letter.txt",
    "legalkg extract --jsonl *.pdf > extractions.jsonl",
    'legalkg extract --jsonl - < texts.jsonl     one {"id", "text"} a line',
    "legalkg extract --jsonl decrees.zip laws.parquet > extractions.jsonl",
    "legalkg extract --jsonl --columns text=content,id=doc_id archive.parquet",
)


def command(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="Files, folders, archives of files and datasets, or - for JSON Lines on standard input.",
        ),
    ],
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Print one JSON object a line (see 'legalkg schema').")
    ] = False,
    columns: ColumnsOption = None,
    ocr: Annotated[bool, typer.Option("--ocr", help="Read scanned pages with Tesseract, where installed.")] = False,
) -> None:
    """Read documents and print what they are and what they cite.

    What cannot be read is reported, the rest goes on; the exit status is then 1.
    """
    from legalkg.extractors.pipeline import extract

    show = _print_json if jsonl else _print_table
    problems = shown = 0
    for source in _sources(files, columns, ocr):
        found = source if isinstance(source, str) else _extracted(source, extract)
        if isinstance(found, str):
            print(f"legalkg: {found}", file=sys.stderr)
            problems += 1
        else:
            show(found)
            shown += 1
            for warning in () if isinstance(source, str) else source.warnings:
                print(f"legalkg: warning: {found.id}: {warning}", file=sys.stderr)
    if not problems + shown:
        print(f"legalkg: warning: there is nothing to read in {', '.join(files)}", file=sys.stderr)
    if problems:
        raise typer.Exit(1)


def _extracted(source: SourceText, extract: Callable[[SourceText], Extraction]) -> Extraction | str:
    """Return what a text says, or why that cannot be told; no text may end the work on the others."""
    from legalkg.extractors.reading import ReadError
    from legalkg.extractors.reading.errors import unexpected

    try:
        return extract(source)
    except Exception as error:
        return str(ReadError(source.id, unexpected(error)))


def _sources(files: list[str], columns: str | None, ocr: bool) -> Iterator[SourceText | str]:
    return _from_stdin() if files == ["-"] else _from_files(files, columns, ocr)


def _from_files(files: list[str], columns: str | None, ocr: bool) -> Iterator[SourceText | str]:
    """Return each text, or why there is none."""
    from legalkg.extractors.reading import Inputs, ReadError
    from legalkg.kg.cli.settings import CliSettings

    limits = CliSettings.read().limits()
    bad: list[ReadError] = []
    inputs = Inputs(map(Path, files), columns=mapping_of(columns), limits=limits, on_error=bad.append)
    for document in inputs:
        yield from _drain(bad)
        try:
            _, source = document.read(limits, ocr=ocr)
            yield source
        except ReadError as error:
            yield str(error)
    yield from _drain(bad)


def _drain(errors: list[ReadError]) -> Iterator[str]:
    while errors:
        yield str(errors.pop(0))


def _from_stdin() -> Iterator[SourceText | str]:
    """Return the text in each line, or what is wrong with the line."""
    from legalkg.extractors.model import SourceText
    from legalkg.extractors.reading.dataset_rows import json_lines
    from legalkg.extractors.reading.errors import Unreadable
    from legalkg.kg.cli.settings import CliSettings

    try:
        for number, row in json_lines(sys.stdin.buffer, CliSettings.read().limits()):
            if isinstance(row, Unreadable):
                yield f"line {number}: {row}"
            elif isinstance(row.get("id"), str) and isinstance(row.get("text"), str):
                yield SourceText(id=row["id"], text=row["text"])
            else:
                yield f'line {number}: not an object with strings "id" and "text"'
    except Unreadable as error:
        yield f"standard input: {error}"


def _print_json(extraction: Extraction) -> None:
    print(extraction.model_dump_json(), flush=True)


def _print_table(extraction: Extraction) -> None:
    header = extraction.header
    known = (header.type, header.number, header.date, header.issuer, header.title)
    title = " · ".join(part for part in known if part) or "no letterhead found"
    documents = {document.id: document for document in extraction.documents}
    relations: dict[str, list[str]] = {}
    for relation in extraction.relations:
        source = "" if relation.source == "this" else f"{relation.source} "
        relations.setdefault(relation.target, []).append(f"{source}{relation.relation}")
    rows = []
    for mention in extraction.mentions:
        cited = documents.get(mention.document)
        if cited is not None:
            what = type_and_number(cited.type, cited.number) if cited.number else cited.name
            found = ", ".join(dict.fromkeys(relations.get(cited.id, ())))
            rows.append(
                (cited.id, what or cited.type or "?", cited.date or "", cited.issuer or "", found, mention.text)
            )
    print_table(("id", "document", "date", "issuer", "relation", "quote"), rows, title=f"{extraction.id}\n{title}")
