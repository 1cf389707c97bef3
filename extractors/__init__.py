"""Reads what a Vietnamese Party or State document is, what it cites and how.

``extract(SourceText(id="…", text="…"))`` gives an :class:`Extraction`, the project's public format. The grammar is
loaded at the first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractors.model import Extraction, SourceText, json_schema
    from extractors.pipeline import EXTRACTOR, extract

__all__ = ["EXTRACTOR", "Extraction", "SourceText", "extract", "json_schema"]

_HOME = {
    "EXTRACTOR": "extractors.pipeline",
    "Extraction": "extractors.model",
    "SourceText": "extractors.model",
    "extract": "extractors.pipeline",
    "json_schema": "extractors.model",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
