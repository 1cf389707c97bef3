"""Parts of long answers: which part, and the links to the next and the previous one (RFC 8288)."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a list.

    Attributes:
        limit: Most entries in it.
        offset: How many stand before it.
        total: How many there are in all.
    """

    limit: int
    offset: int
    total: int

    def links(self, request: Request) -> dict[str, str]:
        """Return the addresses of the next and the previous part, by 'next' and 'prev'."""

        def address(start: int, limit: int) -> str:
            url = request.url.include_query_params(limit=limit, offset=start)
            return f"{url.path}?{url.query}"

        links = {}
        if self.offset + self.limit < self.total:
            links["next"] = address(self.offset + self.limit, self.limit)
        end = min(self.offset, self.total)  # beyond the end the part before is the last
        if end > 0:
            limit = min(self.limit, end)
            links["prev"] = address(end - limit, limit)
        return links

    def headers(self, request: Request) -> dict[str, str]:
        """Return the headers that say how many there are, and lead to the parts beside this one."""
        links = ", ".join(f'<{url}>; rel="{name}"' for name, url in self.links(request).items())
        return {"Total-Count": str(self.total)} | ({"Link": links} if links else {})
