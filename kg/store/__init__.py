"""Stores of quads behind one small interface."""

from legalkg.kg.store.base import GraphStore
from legalkg.kg.store.embedded import EmbeddedStore
from legalkg.kg.store.endpoint import EndpointStore

__all__ = ["EmbeddedStore", "EndpointStore", "GraphStore"]
