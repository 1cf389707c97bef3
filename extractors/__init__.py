"""Reads what a Vietnamese Party or State document is, what it cites and how.

``extract(SourceText(id="…", text="…"))`` gives an :class:`Extraction`, the project's public format.
"""

from extractors.model import Extraction, SourceText, json_schema
from extractors.pipeline import EXTRACTOR, extract

__all__ = ["EXTRACTOR", "Extraction", "SourceText", "extract", "json_schema"]
