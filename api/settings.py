"""The settings of the server, read from the environment as ``LEGALKG_PORT``, ``LEGALKG_QUERY_TIMEOUT`` and so on."""

from __future__ import annotations

from typing import Any

from pydantic import Field, ValidationError

from kg.errors import LegalkgError
from kg.location import StoreSettings


class Settings(StoreSettings):
    """What the server needs to know; each field is the environment variable of its name after ``LEGALKG_``."""

    host: str = Field(
        default="127.0.0.1", description="Address to listen on; the default is reached from this machine only."
    )
    port: int = Field(default=8000, ge=0, le=65535, description="Port to listen on; 0 takes any free one.")
    max_results: int = Field(default=200, ge=1, description="Most entries in one answer of a list or a search.")
    max_picture_nodes: int = Field(default=300, ge=1, description="Most documents in one picture.")
    query_timeout: float = Field(default=10, gt=0, description="Seconds after which a SPARQL query is ended.")
    query_workers: int = Field(
        default=2, ge=1, description="SPARQL queries that run at the same time; each is a process."
    )
    query_memory: int = Field(default=2048, ge=256, description="MiB of memory at which a SPARQL query is ended.")
    max_query_length: int = Field(default=20_000, ge=100, description="Most bytes of a SPARQL query.")


def read_settings(**given: Any) -> Settings:
    """Read the settings from the environment.

    Args:
        given: What goes before the environment, by the name of the field.

    Raises:
        LegalkgError: One has a value that it cannot have.
    """
    try:
        return Settings(**given)
    except ValidationError as error:
        wrong = (f"LEGALKG_{str(one['loc'][0]).upper()}: {one['msg']}" for one in error.errors())
        raise LegalkgError("; ".join(wrong)) from error
