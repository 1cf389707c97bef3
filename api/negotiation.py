"""Content negotiation: which of the offered media types the client likes best (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence


def best_media_type(accept: str | None, offers: Sequence[str]) -> str | None:
    """Choose a media type.

    Args:
        accept: The Accept header; None or empty accepts anything.
        offers: Media types in the server's own order of preference, which decides between equals.

    Returns:
        One of the offers, None if the client accepts none of them.
    """
    ranges = [_parse(part) for part in (accept or "*/*").split(",") if part.strip()]
    rated = [(_quality(offer, ranges), -index, offer) for index, offer in enumerate(offers)]
    quality, _, offer = max(rated)
    return offer if quality > 0 else None


def _parse(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    quality = next((value[2:] for value in parameters if value.startswith("q=")), "1")
    try:
        return name, float(quality)
    except ValueError:
        return name, 0.0


def _quality(offer: str, ranges: Sequence[tuple[str, float]]) -> float:
    """Return the quality of the most exact range that fits."""
    kinds = (offer, offer.split("/", maxsplit=1)[0] + "/*", "*/*")
    for kind in kinds:
        fitting = [quality for name, quality in ranges if name == kind]
        if fitting:
            return max(fitting)
    return 0.0
