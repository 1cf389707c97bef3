"""The settings of the server, read from the environment as ``LEGALKG_PORT``, ``LEGALKG_QUERY_TIMEOUT`` and so on."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What the server needs to know; each field is the environment variable of its name after ``LEGALKG_``."""

    model_config = SettingsConfigDict(env_prefix="LEGALKG_", frozen=True)

    store: Path = Field(Path(".legalkg"), description="Folder of the collection.")
    host: str = Field("127.0.0.1", description="Address to listen on; the default is reached from this machine only.")
    port: int = Field(8000, ge=0, le=65535, description="Port to listen on; 0 takes any free one.")
    max_results: int = Field(200, ge=1, description="Most entries in one answer of a list or a search.")
    max_picture_nodes: int = Field(300, ge=1, description="Most documents in one picture.")
    query_timeout: float = Field(10, gt=0, description="Seconds after which a SPARQL query is ended.")
    query_workers: int = Field(2, ge=1, description="SPARQL queries that run at the same time; each is a process.")
    query_memory: int = Field(2048, ge=256, description="MiB of memory at which a SPARQL query is ended.")
    max_query_length: int = Field(20_000, ge=100, description="Most bytes of a SPARQL query.")
