"""A knowledge graph of what Vietnamese legal documents rest on, with the sentence that proves every step.

    import legalkg

    extraction = legalkg.extract(legalkg.SourceText(id="my-letter", text="Thực hiện Chỉ thị số 28-CT/TU …"))

    with legalkg.open_collection(".legalkg") as collection:
        graph = legalkg.chain(collection, "782-CV/ĐU")  # a networkx.MultiDiGraph

Importing this package is cheap: what is heavy is loaded when it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from legalkg.extractors.model import Extraction, SourceText, json_schema
    from legalkg.extractors.pipeline import extract
    from legalkg.kg.collection import Collection, open_collection
    from legalkg.kg.errors import LegalkgError
    from legalkg.kg.output.graph import chain

__all__ = [
    "Collection",
    "Extraction",
    "LegalkgError",
    "SourceText",
    "chain",
    "extract",
    "json_schema",
    "open_collection",
]

_HOME = {
    "Collection": "legalkg.kg.collection",
    "Extraction": "legalkg.extractors.model",
    "LegalkgError": "legalkg.kg.errors",
    "SourceText": "legalkg.extractors.model",
    "chain": "legalkg.kg.output.graph",
    "extract": "legalkg.extractors.pipeline",
    "json_schema": "legalkg.extractors.model",
    "open_collection": "legalkg.kg.collection",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
