"""Connections that a slow or silent client does not keep.

uvicorn bounds neither how long a request may take to come in nor how long an answer may wait to be read.
"""

from __future__ import annotations

import asyncio
from typing import Any, ClassVar

from uvicorn.protocols.http.h11_impl import H11Protocol

_LOOKS = 0.5
"""Seconds between two looks at a connection."""


class TimedConnection(H11Protocol):
    """Drops a client that does not send its whole request in time, or for that long reads nothing of its answer.

    Attributes:
        request_timeout: Seconds for a request, from the opening of the connection or the end of the answer before.
        send_timeout: Seconds within which something of what waits for the client must have gone.
        shutdown_timeout: Seconds that a request has to end in when the server is told to end.
    """

    request_timeout: ClassVar[float]
    send_timeout: ClassVar[float]
    shutdown_timeout: ClassVar[float]

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to watch the connection."""
        super().connection_made(transport)
        now = self.loop.time()
        self._asked_since, self._moved, self._waiting = now, now, 0
        self._look_again()

    def connection_lost(self, exc: Exception | None) -> None:
        """End watching."""
        self._timer.cancel()
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """Count the time of the next request from now."""
        self._asked_since = self.loop.time()
        super().on_response_complete()

    def shutdown(self) -> None:
        """Let the request at work end, but not for longer than the server waits."""
        super().shutdown()
        self.loop.call_later(self.shutdown_timeout, self.transport.abort)

    def _look_again(self) -> None:
        self._timer = self.loop.call_later(_LOOKS, self._look)

    def _look(self) -> None:
        now = self.loop.time()
        waiting = self.transport.get_write_buffer_size()
        if waiting == 0 or waiting != self._waiting:
            self._moved, self._waiting = now, waiting
        is_asking = self.cycle is None or self.cycle.response_complete or self.cycle.more_body
        is_late = is_asking and now - self._asked_since > self.request_timeout
        if is_late or now - self._moved > self.send_timeout:
            self.transport.abort()
        else:
            self._look_again()


def timed_connection(*, request_timeout: float, send_timeout: float, shutdown_timeout: float) -> type[TimedConnection]:
    """Return the kind of connection with these limits; see :class:`TimedConnection`."""
    limits: dict[str, Any] = {
        "request_timeout": request_timeout,
        "send_timeout": send_timeout,
        "shutdown_timeout": shutdown_timeout,
    }
    return type("Connection", (TimedConnection,), limits)
