"""Samples as plain text and as the page of a legal portal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from functools import partial
from html import escape
from pathlib import Path
from string import Template

from .source import NOTE_CALL, Row, Source, look_of, numbered_notes, with_raised_calls

_wrap = partial(textwrap.fill, width=100, break_long_words=False, break_on_hyphens=False)


def render_txt(source: Source) -> bytes:
    """Write the document as text with hard line breaks, the notes at the end."""
    blocks: list[Iterable[str]] = [cell for row in source.letterhead for cell in row]
    blocks += [source.title, *((paragraph,) for paragraph in source.body), *source.closing]
    blocks += [(line,) for line in (*source.annex, *numbered_notes(source))]
    texts = ("\n".join(_wrap(with_raised_calls(line)) for line in block) for block in blocks)
    return ("\n\n".join(text for text in texts if text) + "\n").encode()


def render_html(source: Source) -> bytes:
    """Write the document as a page of a legal portal, with its navigation around it."""
    (issuer, _), (_, date) = source.letterhead
    fields = {
        "heading": f"{source.type} {source.number} {source.subject}",
        "type": source.type,
        "number": source.number,
        "issuer": " ".join(issuer),
        "date": date[0],
    }
    page = Template((Path(__file__).parent / "portal.html").read_text(encoding="utf-8"))
    escaped = {name: escape(value) for name, value in fields.items()}
    return page.substitute(escaped, content="\n".join(_content(source))).encode()


def _content(source: Source) -> Iterator[str]:
    yield _table("letterhead", source.letterhead)
    for line in source.title:
        yield f'<p align="center"><b>{escape(line)}</b></p>'
    yield from map(_paragraph, source.body)
    yield _table("signature", [source.closing])
    yield from map(_paragraph, source.annex)
    for i, note in enumerate(source.notes, 1):
        yield f'<p class="footnote" id="note{i}"><a href="#call{i}"><sup>{i}</sup></a> {escape(note)}</p>'


def _table(name: str, rows: Iterable[Row]) -> str:
    cells = ("".join(f"<td>{'<br>'.join(map(escape, cell))}</td>" for cell in row) for row in rows)
    return f'<table class="{name}">' + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def _paragraph(paragraph: str) -> str:
    look = look_of(paragraph)
    text = NOTE_CALL.sub(r'<sup><a id="call\1" href="#note\1">\1</a></sup>', escape(paragraph))
    if look.bold:
        text = f"<b>{text}</b>"
    if look.italic:
        text = f"<i>{text}</i>"
    return f'<p align="center">{text}</p>' if look.centred else f"<p>{text}</p>"
