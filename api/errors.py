"""What can go wrong on the server, beside what kg.errors has."""

from __future__ import annotations

from legalkg.kg.errors import LegalkgError


class LimitExceeded(LegalkgError):  # noqa: N818
    """An answer took too long, too much memory, or grew too large."""


class ServerBusy(LegalkgError):  # noqa: N818
    """All processes are at work, and enough requests wait for them."""


class NotAcceptable(LegalkgError):  # noqa: N818
    """The client accepts no format in which the answer can be written."""
