"""``legalkg schema``: the JSON Schema of the public format."""

from __future__ import annotations

from kg.cli.output import print_json

EXAMPLES = ("legalkg schema > extraction.schema.json",)


def command() -> None:
    """Print the JSON Schema of what 'legalkg extract --jsonl' writes."""
    from extractors.model import json_schema

    print_json(json_schema())
