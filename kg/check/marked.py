"""The file of a draft with what was found written into it: comments of Word, marks in a page, brackets in a text."""

from __future__ import annotations

from typing import Final

from legalkg.extractors.model import SourceText
from legalkg.extractors.reading.errors import Unreadable
from legalkg.extractors.reading.plain import decode
from legalkg.kg.check.model import CheckedCitation, CheckedText
from legalkg.kg.errors import LegalkgError

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PAGE: Final = "text/html"
_TEXTS: Final = frozenset({"text/plain", "text/markdown"})


def refuse_unmarkable(source: SourceText) -> None:
    """Refuse a file into which nothing can be written.

    Raises:
        LegalkgError: It is neither Word (.docx), nor a web page, nor a text.
    """
    if source.media_type not in {_WORD, _PAGE, *_TEXTS}:
        raise LegalkgError(
            f"{source.id}: cannot be marked up, as it is {source.media_type}; Word files (.docx), HTML and text can, "
            "and --format markdown gives a report of any"
        )


def marked(data: bytes, source: SourceText, checked: CheckedText) -> tuple[bytes, tuple[CheckedCitation, ...]]:
    """Return a file with what was found, and the citations that are not found in its body again: mostly in notes.

    Args:
        data: The file.
        source: It as read.
        checked: What was found in it.

    Raises:
        LegalkgError: It cannot be marked up.
    """
    refuse_unmarkable(source)
    if source.media_type == _WORD:
        from legalkg.kg.check.comments import with_comments

        return with_comments(data, source.text, checked)
    from legalkg.kg.check.marking import marked_html, marked_text

    if source.media_type in _TEXTS:
        return marked_text(source.text, checked).encode(), ()
    try:
        page, left_out = marked_html(decode(data), source.text, checked)
    except Unreadable as error:
        raise LegalkgError(f"{source.id}: cannot be marked up, as it {error}") from error
    return page.encode(), left_out
