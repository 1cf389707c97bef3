"""Texts and files that a request brings to be read; nothing of them is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, HTTPException, Query, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, ValidationError, WithJsonSchema

from legalkg.api.dependencies import SettingsOf
from legalkg.api.errors import UnreadableText
from legalkg.api.parameters import Day
from legalkg.extractors.model import SourceText
from legalkg.extractors.reading import ReadError, ReadingLimits, read_bytes
from legalkg.extractors.reading.errors import Unreadable
from legalkg.extractors.reading.files import check_text
from legalkg.extractors.reading.formats import FORMATS

_JSON = "application/json"
_UNNAMED = "text"
_BYTES = "application/octet-stream"
_UNPACKED = 20
"""So many times its bytes a compressed file may unpack to."""


class TextInput(BaseModel):
    """A text that is sent to be read."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, description="The text; offsets in the answer count its code points.")


class DraftInput(TextInput):
    """A text that is sent to be checked."""

    as_of: Annotated[
        Day,
        WithJsonSchema(
            {"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "maxLength": 0}, {"type": "null"}]}
        ),
    ] = Field(
        default=None, description="Day on which documents have to be in force; that of the text, or today, if left out."
    )


@dataclass(frozen=True, slots=True)
class GivenText:
    """A text as read, and the JSON that brought it; None where a file did."""

    source: SourceText
    sent: TextInput | None = None


def text_body(kind: type[TextInput] = TextInput) -> dict[str, Any]:
    """Return what the description of the API is to say of the body: a text in JSON, or a file as it is."""
    schema = kind.model_json_schema()
    example = {"text": "Căn cứ Luật Phí và lệ phí ngày 25 tháng 11 năm 2015;"}
    files = {kind.media_type: {"schema": {"type": "string", "format": "binary"}} for kind in FORMATS}
    content = {_JSON: {"schema": schema, "example": example}, _BYTES: files["text/plain"], **files}
    return {"requestBody": {"required": True, "content": content}}


async def _body(request: Request, settings: SettingsOf) -> bytes:
    body = await request.body()
    if len(body) > settings.max_text_bytes:
        raise HTTPException(413, f"a text or file may have {settings.max_text_bytes} bytes")
    return body


def given(kind: type[TextInput]) -> Callable[..., GivenText]:
    """Make a dependency that reads what a request brings: a text in JSON, or a file as it is.

    Args:
        kind: What the JSON holds.
    """

    def read(
        request: Request,
        settings: SettingsOf,
        body: Annotated[bytes, Depends(_body)],
        name: Annotated[
            str | None,
            Query(description="Name of the text or file; the ending may tell the format.", max_length=300),
        ] = None,
    ) -> GivenText:
        media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        limits = ReadingLimits(max_bytes=_UNPACKED * settings.max_text_bytes, timeout=settings.query_timeout)
        try:
            if media_type == _JSON:
                sent = _parsed(body, kind)
                check_text(sent.text, limits)
                return GivenText(SourceText(id=name or _UNNAMED, text=sent.text), sent)
            return GivenText(_file(body, name, media_type, limits))
        except ReadError as error:
            raise UnreadableText(str(error)) from error
        except Unreadable as error:
            raise UnreadableText(f"the text {error}") from error

    return read


def _file(body: bytes, name: str | None, media_type: str, limits: ReadingLimits) -> SourceText:
    endings = {kind.media_type: kind.endings[0] for kind in FORMATS} | {_BYTES: ""}
    if media_type not in endings:
        raise HTTPException(415, f"send a text as {_JSON}, or a file as {', '.join(endings)}")
    return read_bytes(body, name or _UNNAMED + endings[media_type], limits=limits)


def _parsed(body: bytes, kind: type[TextInput]) -> TextInput:
    try:
        return kind.model_validate_json(body)
    except ValidationError as error:
        wrong = [{"type": e["type"], "loc": ("body", *e["loc"]), "msg": e["msg"]} for e in error.errors()]
        raise RequestValidationError(wrong) from error
