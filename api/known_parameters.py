"""Parameters that a route does not know are refused: one that is misspelt must not be passed over in silence."""

from __future__ import annotations

from collections.abc import Collection as Names

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from rapidfuzz import fuzz, process

_EVERYWHERE = frozenset({"lang"})
_ALIKE = 60
_MOST = 20
"""So many are named; who sends more knows that they are wrong."""
_IN_THE_QUERY = "graphs are chosen in the query, with GRAPH or FROM"
_REASONS = {
    "default-graph-uri": _IN_THE_QUERY,
    "named-graph-uri": _IN_THE_QUERY,
    "update": "updates are not allowed: queries only read",
}
"""Parameters of the SPARQL 1.1 Protocol that are not offered."""


async def refuse_unknown_parameters(request: Request) -> None:
    """Refuse a request with a parameter that the description of its route does not name.

    Raises:
        RequestValidationError: Each such parameter, with the nearest that there is.
    """
    known = _EVERYWHERE | _described(request)
    unknown = [name for name in dict.fromkeys(request.query_params) if name not in known]
    if unknown:
        raise RequestValidationError(
            [{"type": "unknown", "loc": ("query", name), "msg": _message(name, known)} for name in unknown[:_MOST]]
        )


def _described(request: Request) -> frozenset[str]:
    paths = request.app.openapi()["paths"]
    operation = paths.get(request.scope["route"].path_format, {}).get(request.method.lower(), {})
    return frozenset(one["name"] for one in operation.get("parameters", ()) if one["in"] == "query")


def _message(name: str, known: Names[str]) -> str:
    if name in _REASONS:
        return _REASONS[name]
    nearest = process.extractOne(name, sorted(known), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return f"no such parameter; did you mean {nearest[0]!r}?" if nearest else "no such parameter"
