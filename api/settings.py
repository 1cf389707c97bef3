"""The settings of the server, read from the environment as ``LEGALKG_PORT``, ``LEGALKG_QUERY_TIMEOUT`` and so on."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, SecretStr
from pydantic_settings import NoDecode

from legalkg.kg.location import StoreSettings


def _split(names: object) -> object:
    return tuple(filter(None, (name.strip() for name in names.split(",")))) if isinstance(names, str) else names


class Settings(StoreSettings):
    """What the server needs to know; each field is the environment variable of its name after ``LEGALKG_``."""

    host: str = Field(
        default="127.0.0.1", description="Address to listen on; the default is reached from this machine only."
    )
    port: int = Field(default=8000, ge=0, le=65535, description="Port to listen on; 0 takes any free one.")
    allowed_hosts: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)] = Field(
        default=("localhost", "127.0.0.1", "[::1]"),
        description="Names by which clients may call the server, with commas between; '*' for any. The address it "
        "listens on is always among them.",
    )

    max_connections: int = Field(
        default=1000, ge=1, description="Connections at the same time; more are answered with 503."
    )
    request_timeout: float = Field(
        default=10, gt=0, description="Seconds within which a client must have sent its whole request."
    )
    send_timeout: float = Field(
        default=20, gt=0, description="Seconds after which a client is dropped that reads nothing of its answer."
    )
    shutdown_timeout: float = Field(
        default=5, gt=0, description="Seconds that requests have to end in when the server is told to end."
    )

    max_results: int = Field(default=200, ge=1, description="Most entries in one answer of a list or a search.")
    max_citations: int = Field(default=1000, ge=1, description="Most citations of a document in one answer.")
    max_steps: int = Field(default=1000, ge=1, description="Most steps of a chain in one answer.")
    max_chain_documents: int = Field(
        default=5000, ge=1, description="Most documents that a chain reaches; the nearest are kept."
    )
    max_picture_nodes: int = Field(default=300, ge=1, description="Most documents in one picture.")
    max_answer_bytes: int = Field(
        default=64 << 20, ge=1 << 16, description="Most bytes of one answer; the answer to a query is cut there."
    )

    document_workers: int = Field(
        default=2, ge=1, description="Processes that answer requests for documents, citations, chains and pictures."
    )
    document_queue: int = Field(default=100, ge=0, description="Such requests that may wait for a process.")
    document_timeout: float = Field(default=10, gt=0, description="Seconds after which such a request is ended.")
    document_memory: int = Field(
        default=2048, ge=256, description="MiB of memory at which such a process, or one that searches, is ended."
    )

    search_workers: int = Field(default=1, ge=1, description="Processes that search texts, one search each at a time.")
    search_queue: int = Field(default=100, ge=0, description="Searches that may wait for a process.")
    search_timeout: float = Field(default=10, gt=0, description="Seconds after which a search is ended.")

    query_workers: int = Field(default=2, ge=1, description="Processes that answer SPARQL queries, one each at a time.")
    query_queue: int = Field(default=32, ge=0, description="Queries that may wait for a process.")
    query_timeout: float = Field(default=10, gt=0, description="Seconds after which a query is ended.")
    query_memory: int = Field(default=2048, ge=256, description="MiB of memory at which a query is ended.")
    max_query_length: int = Field(default=20_000, ge=100, description="Most bytes of a query.")
    max_text_bytes: int = Field(
        default=10 << 20, ge=1 << 10, description="Most bytes of a text or file that is sent to be read."
    )
    max_query_nesting: int = Field(default=100, ge=1, description="Most brackets within brackets in a query.")
    max_query_rows: int = Field(
        default=100_000, ge=1, description="Most rows, or triples, in the answer to a query; it is cut there."
    )

    def revealed(self) -> dict[str, Any]:
        """Return all settings as values of JSON, with what is secret in them."""
        secrets = {name: value.get_secret_value() for name, value in self if isinstance(value, SecretStr)}
        return self.model_dump(mode="json") | secrets
