"""Parts of a Word file that hold a piece of its body in another format: HTML, plain text, a Word file (w:altChunk).

Programs that make Word files of web pages write the whole document so. Word puts such a part in its place when it
opens the file; so does this package. What cannot be read is left out, and said.

Source: ECMA-376 part 1, section 17.17.2 (Alternative Format Import Part).
"""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from legalkg.extractors.reading import html, plain
from legalkg.extractors.reading.errors import Unreadable
from legalkg.extractors.reading.formats import DOCX, HTML, MHTML_START, RTF, TEXT, format_of
from legalkg.extractors.reading.limits import ReadingLimits

MOST_NESTED = 3
"""How deep Word files may lie in one another."""


@dataclass(slots=True)
class Chunks:
    """The parts of one file, each read once however often it is put in.

    Attributes:
        parts: Id of a relation -> name of the part.
        read_part: Gives the bytes of a part; None if there is no such part.
        read_word: Gives the text of a Word file, and what could not be read of it.
        limits: What all of it may cost.
        warnings: What could not be read, a line each.
    """

    parts: Mapping[str, str]
    read_part: Callable[[str], bytes | None]
    read_word: Callable[[bytes], list[str]]
    limits: ReadingLimits
    warnings: list[str] = field(default_factory=list)
    _texts: dict[str, str] = field(default_factory=dict)
    _length: int = 0

    def text(self, relation: str) -> str:
        """Return the text of a part, nothing if it cannot be read.

        Args:
            relation: Its id in the relations of the document.

        Raises:
            Unreadable: All that was put in is together longer than allowed.
        """
        if relation not in self._texts:
            self._texts[relation] = self._read(relation)
        text = self._texts[relation]
        self._length += len(text)
        self.limits.check_length(self._length)
        return text

    def _read(self, relation: str) -> str:
        part = self.parts.get(relation)
        data = None if part is None else self.read_part(part)
        try:
            if part is None or data is None:
                raise Unreadable("is not in the file")
            return self._text_of(data, part)
        except Unreadable as error:
            self.warnings.append(f"a part of the text is left out: {part or relation!r} {error}")
            return ""

    def _text_of(self, data: bytes, part: str) -> str:
        if MHTML_START.match(data):
            return html.read(_page_of(data), self.limits)[0]
        kind = format_of(data, part)
        if kind is HTML:
            return html.read(data, self.limits)[0]
        if kind is TEXT:
            return plain.decode(data).replace("\r\n", "\n").strip("\n")
        if kind is DOCX:
            text, *warnings = self.read_word(data)
            self.warnings += warnings
            return text
        name = "RTF" if kind is RTF else kind.media_type
        raise Unreadable(f"is {name}, which is not read within a Word file; open it in Word and save it once more")


def _page_of(archive: bytes) -> bytes:
    """Return the page in a web archive, without its pictures."""
    message = email.message_from_bytes(archive, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html" and isinstance(page := part.get_payload(decode=True), bytes):
            return page
    raise Unreadable("is a web archive without a page")
