"""What can go wrong on the server, beside what kg.errors has."""

from __future__ import annotations

from legalkg.kg.errors import LegalkgError


class LimitExceeded(LegalkgError):  # noqa: N818
    """An answer took too long, too much memory, or grew too large."""


class ServerBusy(LegalkgError):  # noqa: N818
    """All processes are at work, and enough requests wait for them."""


class UnreadableText(LegalkgError):  # noqa: N818
    """What a request brings to be read is empty, damaged, or of no format that is read."""


class NotAcceptable(LegalkgError):  # noqa: N818
    """The client accepts no format in which the answer can be written."""
