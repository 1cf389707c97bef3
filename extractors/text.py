"""A view of a text made for matching, with the way back to the text as read.

Real texts hold decomposed letters (NFD), the Icelandic Ð for the Vietnamese Đ, en dashes, no-break blanks and both
ways of placing tone marks (uỷ/ủy). Patterns are written once, against the view; quotes and offsets are those of the
text as read. Almost all replacements keep the length, so the way back is the identity unless letters were composed or
dropped.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

# One code point for one: the view keeps every offset.
_SAME_LENGTH = (
    ("Ð", "Đ"),
    ("ð", "đ"),
    ("\u2010", "-"),
    ("\u2011", "-"),
    ("\u2012", "-"),
    ("–", "-"),
    ("—", "-"),
    ("−", "-"),
    ("⁄", "/"),
    ("／", "/"),
    ("\u00a0", " "),
    ("\u2007", " "),
    ("\u2009", " "),
    ("\u202f", " "),
    ("\u3000", " "),
    # Cyrillic letters that look Latin, as some keyboards and scans leave them in codes ("BТС").
    *zip("АВЕКМНОРСТХаеорсух", "ABEKMHOPCTXaeopcyx", strict=True),
    # A letter of old fonts that conversions leave: "BÌNH DƢƠNG".
    ("ƣ", "ư"),
    ("Ƣ", "Ư"),
    ("\r", "\n"),
    # Old placing of the tone mark, in the words that the grammar names.
    ("uỷ", "ủy"),
    ("Uỷ", "Ủy"),
    ("UỶ", "ỦY"),
)
_NOT_IN_SLUGS = re.compile(r"[^a-z0-9]+")
_TERM = re.compile(r"(?<=[Kk]h)oá(?!\w)")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_NEEDS_WAY_BACK = re.compile(rf"[\u0300-\u036f{_INVISIBLE}]")
_UNEVEN = re.compile(rf"[^\W\d_][\u0300-\u036f]+|[{_INVISIBLE}]|\r\n")
# What a stretch that starts with these becomes. Windows ends a line with two characters: as two line ends they would be
# an empty line.
_EVEN = dict.fromkeys(_INVISIBLE, "") | {"\r": "\n"}


@dataclass(frozen=True, slots=True)
class TextView:
    """A text for matching.

    Attributes:
        raw: The text as read.
        text: The same, normalised; all patterns run over this.
        shifts: Offsets of ``text`` from which on the offsets of ``raw`` differ by another amount, and those of ``raw``
            there; None where both agree.
    """

    raw: str
    text: str
    shifts: tuple[array[int], array[int]] | None = None

    def to_raw(self, offset: int) -> int:
        """Return the offset in the text as read for an offset in the view."""
        if self.shifts is None:
            return offset
        starts, raw_starts = self.shifts
        index = bisect_right(starts, offset) - 1
        raw = raw_starts[index] + offset - starts[index]
        # Words that were put for shorter ones end where what follows starts.
        return min(raw, raw_starts[index + 1]) if index + 1 < len(raw_starts) else raw

    def quote(self, start: int, end: int) -> str:
        """Return the words as read for a stretch of the view."""
        return self.raw[self.to_raw(start) : self.to_raw(end)]

    def rewritten(self, words: re.Pattern[str], rewrite: Callable[[re.Match[str]], str]) -> TextView:
        """Return the view with other words for some of its own; the way back leads to the words as read.

        Args:
            words: What is rewritten.
            rewrite: Gives the words that stand for a match.
        """
        parts: list[str] = []
        starts, raw_starts = array("l", [0]), array("l", [0])
        old_starts, old_raw_starts = self.shifts or (starts[:], raw_starts[:])
        done = length = known = 0

        def keep_until(end: int) -> None:
            nonlocal known
            while known < len(old_starts) and old_starts[known] < end:
                if old_starts[known] >= done:
                    starts.append(length + old_starts[known] - done)
                    raw_starts.append(old_raw_starts[known])
                known += 1

        for match in words.finditer(self.text):
            start, end = match.span()
            keep_until(start)
            new = rewrite(match)
            parts += (self.text[done:start], new)
            length += start - done
            starts.extend((length, length + len(new)))
            raw_starts.extend((self.to_raw(start), self.to_raw(end)))
            length += len(new)
            done = end
        keep_until(len(self.text) + 1)
        parts.append(self.text[done:])
        return TextView(self.raw, "".join(parts), (starts, raw_starts))


def view(raw: str) -> TextView:
    """Make the view of a text; linear in its length."""
    uneven = "\r\n" in raw or (not raw.isascii() and _NEEDS_WAY_BACK.search(raw))
    text, shifts = _compose(raw) if uneven else (raw, None)
    for old, new in _SAME_LENGTH:
        if old in text:
            text = text.replace(old, new)
    if "hoá" in text:
        text = _TERM.sub("óa", text)  # khoá XIII, but not khoán
    return TextView(raw, text, shifts)


def _compose(raw: str) -> tuple[str, tuple[array[int], array[int]] | None]:
    """Compose marked letters and Windows' line ends, drop invisible letters, and note where the offsets drift apart."""
    parts: list[str] = []
    starts, raw_starts = array("l", [0]), array("l", [0])
    done = length = 0
    for match in _UNEVEN.finditer(raw):
        start, end = match.span()
        letter = _EVEN[raw[start]] if raw[start] in _EVEN else unicodedata.normalize("NFC", match.group())
        parts += (raw[done:start], letter)
        length += start - done + len(letter)
        done = end
        if len(letter) != end - start:
            starts.append(length)
            raw_starts.append(end)
    parts.append(raw[done:])
    return "".join(parts), (starts, raw_starts) if len(starts) > 1 else None


# --- fields: what stands in tables, names and graphs, never what offsets point into ---

_PLANES = "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(17))
UNSEEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f"  # control characters, ESC and the ends of lines among them
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # what turns the direction of writing round
    r"\xad\u180e\u200b-\u200d\u2028\u2029\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
    rf"\ud800-\udfff\ufdd0-\ufdef{_PLANES}]"  # halves of a character, and what is none
)
"""A character that nobody sees, but that changes how others are shown, or that XML cannot hold."""


def field_text(text: str) -> str:
    """Return a text as a field may hold it: the number, title or issuer of a document, a name.

    Characters that nobody sees are left out, because formats such as XML cannot hold them and terminals obey them;
    what separates words (a tab, an end of line) becomes a blank. All others stay as they are.
    """
    return text if text.isprintable() else UNSEEN.sub(lambda match: " " if match[0].isspace() else "", text)


def whole_text(text: str) -> str:
    """Return a text that UTF-8 can hold: half a character, as JSON may bring it, becomes a '?', so offsets stay."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="replace").decode()
    return text


# --- folding: one spelling for comparison, never for quoting ---

_OLD_TONES = (
    ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"),
    ("oè", "òe"), ("oé", "óe"), ("oẻ", "ỏe"), ("oẽ", "õe"), ("oẹ", "ọe"),
    ("uỳ", "ùy"), ("uý", "úy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy"),
)  # fmt: skip
_TONED_END = re.compile(r"(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)")
_NEW_TONE = dict(_OLD_TONES)


def fold(text: str) -> str:
    """Lower case, NFC, one blank between words, the tone mark in its new place, đ for ð, a plain hyphen."""
    text = unicodedata.normalize("NFC", text).lower().replace("ð", "đ").replace("–", "-").replace("—", "-")
    return " ".join(_TONED_END.sub(lambda m: _NEW_TONE[m.group()], text).split())


def strip_marks(text: str) -> str:
    """Fold and drop all diacritics, đ too: 'Nghị quyết' -> 'nghi quyet'."""
    bare = unicodedata.normalize("NFD", fold(text)).replace("đ", "d")
    return "".join(c for c in bare if not unicodedata.combining(c))


def slug(text: str) -> str:
    """Return a text as a part of an address: 'Bộ Tài chính' -> 'bo-tai-chinh'."""
    return _NOT_IN_SLUGS.sub("-", strip_marks(text)).strip("-")
