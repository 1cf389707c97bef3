"""A Word file with a comment at each citation that was checked."""

from __future__ import annotations

from bisect import bisect_right
from copy import deepcopy
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.text.run import Run

from legalkg.kg.check.model import CheckedCitation, CheckedText
from legalkg.kg.check.places import places
from legalkg.kg.check.words import note
from legalkg.kg.errors import LegalkgError

_AUTHOR, _INITIALS = "legalkg", "lkg"
_TEXT, _PROPERTIES = qn("w:t"), qn("w:rPr")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


class _Pieces:
    """A run of the file, cut where citations begin and end; what is not plain text is not cut."""

    def __init__(self, run: Any) -> None:
        self._starts = [0]
        self._runs = [run]
        self._is_plain = all(child.tag in (_TEXT, _PROPERTIES) for child in run)
        self.text = _words(run)

    def cut(self, offset: int) -> None:
        """Make a run begin at an offset, if it can be."""
        at = bisect_right(self._starts, offset) - 1
        before = offset - self._starts[at]
        if not self._is_plain or not before or offset >= len(self.text):
            return
        first = self._runs[at]
        second = deepcopy(first)
        words = _words(first)
        _set_words(first, words[:before])
        _set_words(second, words[before:])
        first.addnext(second)
        self._starts.insert(at + 1, offset)
        self._runs.insert(at + 1, second)

    def at(self, offset: int) -> Any:
        """Return the run in which an offset lies."""
        return self._runs[bisect_right(self._starts, offset) - 1]


def with_comments(data: bytes, text: str, checked: CheckedText) -> tuple[bytes, tuple[CheckedCitation, ...]]:
    """Return a Word file with comments, and the citations for which there is no place in its body: those in notes.

    Args:
        data: The file.
        text: It as read.
        checked: What was found in it.

    Raises:
        LegalkgError: The file can be read, but not written by python-docx.
    """
    try:
        word = docx.Document(BytesIO(data))
    except (KeyError, ValueError) as error:
        raise LegalkgError(f"{checked.id}: comments cannot be written into this kind of Word file; {error}") from error
    runs = [run for run in word.element.body.iter(qn("w:r")) if next(run.iterancestors(_FALLBACK), None) is None]
    pieces = [_Pieces(run) for run in runs]
    found = places(checked, text, (piece.text for piece in pieces))
    for stretch in filter(None, found):
        pieces[stretch.first].cut(stretch.start)
        pieces[stretch.last].cut(stretch.end)
    for citation, place in zip(checked.citations, found, strict=True):
        if place:
            ends = pieces[place.first].at(place.start), pieces[place.last].at(place.end - 1)
            word.add_comment([Run(run, word) for run in ends], note(citation), _AUTHOR, _INITIALS)
    written = BytesIO()
    word.save(written)
    return written.getvalue(), tuple(c for c, place in zip(checked.citations, found, strict=True) if place is None)


def _words(run: Any) -> str:
    return "".join(child.text or "" for child in run if child.tag == _TEXT)


def _set_words(run: Any, words: str) -> None:
    first, *others = [child for child in run if child.tag == _TEXT]
    for other in others:
        run.remove(other)
    first.text = words
    first.set(qn("xml:space"), "preserve")
