"""``legalkg extract``: what documents are and what they cite, without a collection."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legalkg.kg.cli.options import ColumnsOption, mapping_of
from legalkg.kg.cli.output import print_table

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
    problems = 0
    for source in _sources(files, columns, ocr):
        if isinstance(source, str):
            print(f"legalkg: {source}", file=sys.stderr)
            problems += 1
        else:
            show(extract(source))
    if problems:
        raise typer.Exit(1)


def _sources(files: list[str], columns: str | None, ocr: bool) -> Iterator[SourceText | str]:
    return _from_stdin() if files == ["-"] else _from_files(files, columns, ocr)


def _from_files(files: list[str], columns: str | None, ocr: bool) -> Iterator[SourceText | str]:
    """Return each text, or why there is none."""
    from legalkg.extractors.reading import Inputs, ReadError
    from legalkg.kg.cli.settings import CliSettings

    limits = CliSettings().limits()
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

    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            yield f"line {number}: not JSON: {error.msg} in column {error.colno}"
            continue
        if not (isinstance(record, dict) and isinstance(record.get("id"), str) and isinstance(record.get("text"), str)):
            yield f'line {number}: not an object with strings "id" and "text"'
            continue
        yield SourceText(id=record["id"], text=record["text"], pages=())


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
            what = " ".join(part for part in (cited.type, cited.number) if part) if cited.number else cited.name
            found = ", ".join(dict.fromkeys(relations.get(cited.id, ())))
            rows.append(
                (cited.id, what or cited.type or "?", cited.date or "", cited.issuer or "", found, mention.text)
            )
    print_table(("id", "document", "date", "issuer", "relation", "quote"), rows, title=f"{extraction.id}\n{title}")
