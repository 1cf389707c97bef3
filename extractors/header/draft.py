"""A header while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class HeaderDraft:
    """The fields while they are being read; spans in the view.

    Attributes:
        speaker: The body that stands between type and title: 'NGHỊ QUYẾT / CỦA BỘ CHÍNH TRỊ / về …'.
        end: Where the letterhead ends, as far as it has been read.
        title_start: Where the title may start below the type.
        number_place: Where the number stands, or the room that is left for it ('Số      -CV/ĐU').
        spans: Where each field stands, by its name.
    """

    type: str | None = None
    number: str | None = None
    date: str | None = None
    place: str | None = None
    issuer: str | None = None
    superior: str | None = None
    title: str | None = None
    speaker: str | None = None
    end: int = 0
    title_start: int = 0
    number_place: tuple[int, int] | None = None
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
