"""Stores of quads behind one small interface."""

from kg.store.base import GraphStore
from kg.store.embedded import EmbeddedStore
from kg.store.endpoint import EndpointStore

__all__ = ["EmbeddedStore", "EndpointStore", "GraphStore"]
