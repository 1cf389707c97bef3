"""``legalkg schema``: what the project publishes of its own: the public format, the ontology, the registry."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from legalkg.kg.cli.output import print_json

EXAMPLES = ("legalkg schema > extraction.schema.json", "legalkg schema registry > registry.ttl")


class Schema(StrEnum):
    """What can be printed."""

    EXTRACTION = "extraction"
    ONTOLOGY = "ontology"
    REGISTRY = "registry"


def command(
    what: Annotated[
        Schema,
        typer.Argument(
            metavar="WHAT",
            help="extraction: the JSON Schema of what 'legalkg extract --jsonl' writes; ontology and registry (types, "
            "organs, provinces, terms, known documents): Turtle.",
        ),
    ] = Schema.EXTRACTION,
) -> None:
    """Print the JSON Schema of the public format, the ontology, or the registry."""
    if what == Schema.EXTRACTION:
        from legalkg.extractors.model import json_schema

        print_json(json_schema())
    elif what == Schema.ONTOLOGY:
        from legalkg.extractors.resources import data_path

        sys.stdout.buffer.write(data_path("ontology/legalkg.ttl").read_bytes())
    else:
        from legalkg.kg.rdf.concepts import registry_rdf

        sys.stdout.buffer.write(registry_rdf())
