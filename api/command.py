"""``legalkg serve``: the API and the pages, until Ctrl-C or SIGTERM."""

from __future__ import annotations

import signal
import socket
from contextlib import suppress
from typing import Annotated

import typer

from legalkg.kg.cli.options import StoreOption
from legalkg.kg.errors import LegalkgError

EXAMPLES = (
    "legalkg serve",
    "legalkg serve --store /data/legalkg --port 8080",
    "LEGALKG_ALLOWED_HOSTS=law.example legalkg serve --host 0.0.0.0",
)
_KEEP_ALIVE = 5
"""Seconds for which a connection is kept that asks nothing more."""
_LAST = 1.0
"""Seconds after which requests are cancelled that went on although their connections were closed."""
_FILES = 8
"""Open files for each connection: its socket, and what its answer needs."""


def serve(
    ctx: typer.Context,
    host: Annotated[str | None, typer.Option(help="Address to listen on [default: 127.0.0.1].")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one [default: 8000].")
    ] = None,
    store: StoreOption = None,
) -> None:
    """Serve the API and the pages of a collection until Ctrl-C."""
    import uvicorn

    from legalkg.api.app import create_app
    from legalkg.api.connections import timed_connection
    from legalkg.api.settings import Settings

    given = {"host": host, "port": port, "store": store or ctx.obj}
    settings = Settings.read(**{name: value for name, value in given.items() if value is not None})
    app = create_app(settings)
    config = uvicorn.Config(
        app,
        log_level="error",  # not a line for each client that sends no HTTP
        use_colors=False,
        http=timed_connection(
            request_timeout=settings.request_timeout,
            send_timeout=settings.send_timeout,
            shutdown_timeout=settings.shutdown_timeout,
        ),
        ws="none",
        limit_concurrency=settings.max_connections,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=round(settings.shutdown_timeout + _LAST),
        server_header=False,
    )
    _allow_files(_FILES * settings.max_connections)
    with listen(settings.host, settings.port) as listener:
        address, bound = listener.getsockname()[:2]
        shown = f"[{address}]" if ":" in address else address
        print(f"Serving {settings.location()} on http://{shown}:{bound}/ until Ctrl-C", flush=True)
        signal.signal(signal.SIGINT, signal.default_int_handler)  # Ctrl-C is how it ends, not an error
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listener])


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens; what it accepts sends each answer at once.

    Without TCP_NODELAY the second half of an answer waits for the client to acknowledge the first, some 40 ms on a kept
    connection. asyncio sets it on sockets whose protocol is named only; here it is inherited from the listener.

    Raises:
        LegalkgError: The address cannot be listened on.
    """
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.create_server((host, port), family=family, backlog=1024)
    except OSError as error:
        raise LegalkgError(f"cannot listen on {host}, port {port}: {error.strerror or error}") from error
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def _allow_files(wanted: int) -> None:
    """Raise the number of files that may be open as far as the system lets this process."""
    try:
        from resource import RLIMIT_NOFILE, getrlimit, setrlimit
    except ImportError:  # another system
        return
    now, most = getrlimit(RLIMIT_NOFILE)
    setrlimit(RLIMIT_NOFILE, (max(now, min(wanted, most)), most))
