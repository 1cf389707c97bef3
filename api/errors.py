"""What can go wrong with a SPARQL query on the server, beside what kg.errors has."""

from __future__ import annotations

from kg.errors import LegalkgError


class QueryTimeout(LegalkgError):  # noqa: N818
    """The query did not end in time, or took too much memory."""


class ServerBusy(LegalkgError):  # noqa: N818
    """All processes are at work on other queries."""


class NotAcceptable(LegalkgError):  # noqa: N818
    """The client accepts no format in which the answer can be written."""
