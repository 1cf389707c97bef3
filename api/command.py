"""``legalkg serve``: the API and the pages, until Ctrl-C."""

from __future__ import annotations

import signal
import socket
from contextlib import suppress
from typing import Annotated

import typer

from kg.cli.options import StoreOption
from kg.errors import LegalkgError


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

    from api.app import create_app
    from api.settings import read_settings

    given = {"host": host, "port": port, "store": store or ctx.obj}
    settings = read_settings(**{name: value for name, value in given.items() if value is not None})
    app = create_app(settings)
    with _listen(settings.host, settings.port) as listener:
        address, bound = listener.getsockname()[:2]
        shown = f"[{address}]" if ":" in address else address
        print(f"Serving {settings.location()} on http://{shown}:{bound}/ until Ctrl-C", flush=True)
        signal.signal(signal.SIGINT, signal.default_int_handler)  # Ctrl-C is how it ends, not an error
        with suppress(KeyboardInterrupt):
            uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise LegalkgError(f"cannot listen on {host}, port {port}: {error.strerror or error}") from error
