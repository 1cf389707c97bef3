"""Stores of quads behind one small interface."""

from kg.store.base import GraphStore
from kg.store.embedded import EmbeddedStore

__all__ = ["EmbeddedStore", "GraphStore"]
