"""What stands around every route: by which names the server may be called, and what browsers are told."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from legalkg.api.problems import Problem, problem_answer

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Vary": "Accept, Cookie",
}
_ANY = "*"
_EVERYWHERE = frozenset({"0.0.0.0", "::", ""})  # noqa: S104  (addresses that are no name to call by)


class Headers:
    """Adds the headers with which every answer guards itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a request."""

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_guarded if scope["type"] == "http" else send)


class AllowedHosts:
    """Answers only who calls the server by one of its names.

    A page elsewhere can have its own name lead to this server (DNS rebinding), and would then be let in by a browser.
    """

    def __init__(self, app: ASGIApp, names: Iterable[str], address: str) -> None:
        """Guard an application.

        Args:
            app: The application.
            names: The names, without a port; '*' for any.
            address: The address that the server listens on, a name too unless it means all of them.
        """
        self._app = app
        own = [f"[{address}]" if ":" in address else address] if address not in _EVERYWHERE else []
        self._names = frozenset(name.lower() for name in (*names, *own))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a request."""
        if scope["type"] != "http" or _ANY in self._names or _host(scope) in self._names:
            await self._app(scope, receive, send)
            return
        problem = Problem(
            title="Misdirected Request",
            status=421,
            detail="the server is not called so; LEGALKG_ALLOWED_HOSTS names the hosts that it answers for",
        )
        await problem_answer(Request(scope), problem)(scope, receive, send)


def _host(scope: Scope) -> str:
    """Return the name in the Host header, without a port."""
    given = next((value for name, value in scope["headers"] if name == b"host"), b"")
    host = str(given.decode("latin-1")).strip().lower()
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdigit() else host).removesuffix(".")
