"""Labels that Word counts by itself: "Điều 1.", "a)", "I." stand in no paragraph's text.

Source of the rules: ECMA-376 part 1, sections 17.9 (numbering) and 17.7 (styles). Numbers in other scripts come as
decimal ones, and every level starts again below each higher one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element  # the interface, which lxml's elements have too

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_DEEPEST_STYLE = 20


def value(parent: Element | None, path: str) -> str | None:
    """Return the ``w:val`` of an element below another, by its path of local names; None where there is none."""
    if parent is None:
        return None
    found = parent.find("/".join(W + name for name in path.split("/")))
    return None if found is None else found.get(W + "val")


def _number(text: str | None, default: int = 0) -> int:
    return int(text) if text and text.lstrip("-").isdecimal() else default


def _letters(count: int) -> str:
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    digits = []
    for worth, digit in _ROMAN:
        times, count = divmod(count, worth)
        digits.append(digit * times)
    return "".join(digits)


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimalZero": lambda count: f"{count:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "none": lambda _: "",
}


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    text: str
    ending: str
    is_decimal: bool
    style: str | None

    @classmethod
    def read(cls, level: Element) -> _Level:
        return cls(
            start=_number(value(level, "start"), 1),
            format=value(level, "numFmt") or "decimal",
            text=value(level, "lvlText") or "",
            ending="" if value(level, "suff") == "nothing" else " ",
            is_decimal=level.find(W + "isLgl") is not None,
            style=value(level, "pStyle"),
        )


@dataclass(slots=True)
class _List:
    """The levels of a list and how far each has been counted."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)

    def next_label(self, depth: int) -> str:
        level = self.levels.get(depth)
        if level is None:
            return ""
        if level.format == "bullet":
            # Bullets are letters of symbol fonts, in the private range.
            sign = level.text if level.text.isprintable() and level.text != "o" else "-"
            return f"{sign} "
        self.counts[depth] = self.counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in self.counts if other > depth]:
            del self.counts[deeper]
        text = level.text
        for other, its_level in self.levels.items():
            if f"%{other + 1}" in text:
                text = text.replace(f"%{other + 1}", self._count(other, its_level, decimal=level.is_decimal))
        return text + level.ending if text.strip() else ""

    def _count(self, depth: int, level: _Level, *, decimal: bool) -> str:
        count = self.counts.get(depth, level.start)
        return str(count) if decimal else _FORMATS.get(level.format, str)(count)


class Labels:
    """The labels of a document's paragraphs; to be asked once for each numbered paragraph, in their order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._styles = {} if styles is None else {style.get(W + "styleId"): style for style in styles.iter(W + "style")}
        if numbering is None:
            return
        kinds = {
            kind.get(W + "abstractNumId"): _List(
                {_number(level.get(W + "ilvl")): _Level.read(level) for level in kind.iter(W + "lvl")}
            )
            for kind in numbering.iter(W + "abstractNum")
        }
        for number in numbering.iter(W + "num"):
            name = number.get(W + "numId") or ""
            kind = kinds.get(value(number, "abstractNumId"))
            if kind:
                self._lists[name] = kind
                self._restarts[name] = {
                    _number(change.get(W + "ilvl")): _number(value(change, "startOverride"), 1)
                    for change in number.iter(W + "lvlOverride")
                    if change.find(W + "startOverride") is not None
                }

    def next_label(self, paragraph: Element) -> str:
        """Return the label of a paragraph with the blank after it, or an empty text."""
        number, depth = self._number_of(paragraph.find(W + "pPr"))
        counted = self._lists.get(number or "")
        if number is None or counted is None:
            return ""
        restart = self._restarts[number].pop(depth, None)
        if restart is not None:
            counted.counts[depth] = restart - 1
        return counted.next_label(depth)

    def _number_of(self, properties: Element | None) -> tuple[str | None, int]:
        """Find list and level, in the paragraph itself or in its style."""
        number, depth = value(properties, "numPr/numId"), value(properties, "numPr/ilvl")
        style = value(properties, "pStyle")
        for _ in range(_DEEPEST_STYLE):
            if number is not None or style is None or style not in self._styles:
                break
            properties = self._styles[style].find(W + "pPr")
            number = value(properties, "numPr/numId")
            depth = depth or value(properties, "numPr/ilvl") or self._linked_depth(number, style)
            style = value(self._styles[style], "basedOn")
        return number, _number(depth)

    def _linked_depth(self, number: str | None, style: str) -> str | None:
        counted = self._lists.get(number or "")
        levels = counted.levels if counted else {}
        return next((str(depth) for depth, level in levels.items() if level.style == style), None)
