"""What server and worker send each other: lines of JSON and stretches of bytes, nothing that could run.

The server trusts a worker no more than its clients: it reads lines and stretches up to a size, and gives up beyond.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

MOST = 1 << 16
"""Bytes of a stretch."""
LONGEST_LINE = 1 << 20
_LENGTH = 4

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it goes to a worker: what decides about the answer, and nothing of the connection."""

    method: str
    path: str
    query: str
    headers: Headers
    body: bytes = b""

    def head(self) -> bytes:
        """Return it as a line, without the body."""
        return line(
            {
                "method": self.method, "path": self.path, "query": self.query, "headers": self.headers,
                "size": len(self.body),
            }
        )  # fmt: skip


def line(value: dict[str, Any]) -> bytes:
    """Return a value as one line."""
    return json.dumps(value).encode() + b"\n"


def stretch(data: bytes) -> bytes:
    """Return bytes with their length before them; none of them mean the end."""
    return len(data).to_bytes(_LENGTH, "big") + data


def length_of(prefix: bytes) -> int:
    """Return the length that stands before a stretch."""
    return int.from_bytes(prefix, "big")


PREFIX_SIZE = _LENGTH
"""Bytes of the length before a stretch."""
