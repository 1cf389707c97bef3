"""Ways of naming documents: the words that they start with, how they go on, and what a match says.

A form says its first words once. Its own pattern is made of them, and so is the cheap look for places where any form
may start, so that a new form cannot be forgotten there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from legalkg.extractors.citations.draft import CitationDraft
from legalkg.extractors.citations.terminals import YEAR, one_of, pattern, whole_words
from legalkg.extractors.rules import Rule


class Start(NamedTuple):
    """A word that a form starts with, and a pattern of what must stand behind it, looked at together with it."""

    word: str
    then: str = ""


class TypeWords(NamedTuple):
    """Where forms may start, with a capital and in small letters: looked for once, for all of them."""

    capital: list[int]
    small: list[int]


class Starts:
    """The words that forms start with, compiled into one look over a text."""

    def __init__(self, starts: Iterable[Start]) -> None:
        """Take the starts of all forms; of two words of which one begins the other the first is met."""
        known = list(starts)
        self._capital = _look(start for start in known if not start.word[0].islower())
        self._small = _look(start for start in known if start.word[0].islower())

    def find(self, text: str) -> TypeWords:
        """Find the places of a text where a form may start."""
        capital, small = ([m.start() for m in whole_words(words, text)] for words in (self._capital, self._small))
        return TypeWords(capital, small)


def _look(starts: Iterable[Start]) -> re.Pattern[str]:
    """Compile the words; flat, each alternative with a plain letter first: the engine skips to those letters."""
    behind: dict[str, list[str]] = {}
    for start in starts:
        behind.setdefault(start.word, []).append(start.then)
    return pattern("|".join(one_of((word,)) + (f"(?={'|'.join(t)})" if all(t) else "") for word, t in behind.items()))


@dataclass(frozen=True, slots=True)
class Form:
    """A way of naming.

    Attributes:
        words: One of them stands first, and is the group 'type' of the pattern.
        then: What must stand right behind it, as far as it is cheap to look for.
        rest: How the form goes on.
        read: Gives what a match says; nothing, if it names no document after all.
    """

    words: tuple[str, ...]
    then: str
    rest: str
    read: Callable[[str, re.Match[str]], CitationDraft | None]

    def compiled(self) -> re.Pattern[str]:
        """Return the pattern of the whole form."""
        return pattern(f"(?P<type>{one_of(self.words)}){self.then}{self.rest}")


class Forms:
    """Several forms, in the order in which they are tried: the first that fits decides."""

    def __init__(self, *forms: Form) -> None:
        """Compile the forms, and the look that spares most places all of them."""
        self.starts = tuple(Start(word, form.then) for form in forms for word in form.words)
        self._in_small_letters = any(start.word[0].islower() for start in self.starts)
        self._look = _look(self.starts)
        self._forms = tuple((form.compiled(), form.read) for form in forms)

    def find(self, text: str, words: TypeWords) -> Iterator[CitationDraft]:
        """Find documents by these forms, in reading order.

        Args:
            text: The text of a view.
            words: Where forms may start.
        """
        done = 0
        for start in sorted([*words.capital, *words.small]) if self._in_small_letters else words.capital:
            if start >= done and self._look.match(text, start) and (found := self._read(text, start)):
                done = found.end
                yield found

    def _read(self, text: str, start: int) -> CitationDraft | None:
        for compiled, read in self._forms:
            match = compiled.match(text, start)
            if match and (found := read(text, match)):
                return found
        return None


def named(match: re.Match[str], rule: Rule, kind: str, name: str, date: str | None = None) -> CitationDraft:
    """Make the citation of a document by its name."""
    return CitationDraft(match.start(), match.end(), rule, type=kind, name=name, date=date)


def printed(match: re.Match[str]) -> str:
    """Return the words of a match in one line."""
    return " ".join(match.group().split())


def year_of(match: re.Match[str]) -> str | None:
    """Return the last year that a match names."""
    years = re.findall(YEAR, match.group())
    return years[-1] if years else None
