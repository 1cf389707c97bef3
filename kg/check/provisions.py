"""Whether a provision that a text cites stands in the held text of the document.

A text that is held may be an excerpt, or may have been read with gaps: what should stand between two provisions that
are there is not said to be missing.
"""

from __future__ import annotations

import re
from collections.abc import Collection as Names
from collections.abc import Iterator, Sequence

from legalkg.extractors.model import Provision, SourceText
from legalkg.kg.check.model import Evidence, Finding
from legalkg.kg.model import Document, Quote, Step
from legalkg.kg.output.quoting import shorten
from legalkg.kg.rdf.provisions import plain_path, provision_label

_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
"""Points are lettered by the Vietnamese alphabet."""
_READ = frozenset({"dieu", "khoan", "diem"})
"""Units of which a text that has none can be said to have none; parts and annexes may be called otherwise."""
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


class ProvisionChecks:
    """Looks provisions up in one held text."""

    def __init__(
        self, document: Document, source: SourceText, provisions: Sequence[Provision], changes: Sequence[Step]
    ) -> None:
        """Index the provisions of a text.

        Args:
            document: The held document.
            source: Its text.
            provisions: Those that were read in it.
            changes: The steps of other documents that change it, and may have put provisions in.
        """
        self._document = document
        self._text = source.text
        self._at = {plain_path(one.eid): one for one in reversed(provisions)}
        self._changes = changes

    def of(self, paths: Sequence[str]) -> Iterator[Finding]:
        """Return a finding for each path: 'dieu_7__khoan_9'."""
        for path in paths:
            yield self._finding(plain_path(path))

    def _finding(self, path: str) -> Finding:
        words = provision_label(path)
        if found := self._at.get(path):
            reason, outcome = f"{words} stands in the held text", "agrees"
            return self._say(path, outcome, reason, self._evidence(found))
        if not self._at:
            return self._say(path, "not-checked", f"no provisions were read in the held text, so {words} neither")
        for step in self._changes:
            if any(_within(path, pair.target) for pair in step.provisions):
                reason = f"{words} does not stand in the held text, but {step.source.label} changes it"
                return self._say(path, "not-checked", reason)
        return self._lacking(path)

    def _lacking(self, path: str) -> Finding:
        """Say what of a path is the first that the text lacks, and what stands there instead."""
        units = path.split("__")
        missing = next(
            "__".join(units[:count]) for count in range(1, len(units) + 1) if "__".join(units[:count]) not in self._at
        )
        above, _, last = missing.rpartition("__")
        unit = last.partition("_")[0]
        beside = [one for one in self._at if _is_beside(one, above, unit)]
        where = provision_label(above) if above else "the held text"
        if not beside:
            if unit not in _READ:
                return self._say(path, "not-checked", f"no {_word(last)} was read in {where}")
            evidence = (self._evidence(self._at[above]),) if above else ()
            return self._say(path, "provision-missing", f"{where} has no {_word(last)} in the held text", *evidence)
        wanted, there = _order(last), {one: _order(one.rpartition("__")[2]) for one in beside}
        first, end = min(beside, key=lambda one: there[one]), max(beside, key=lambda one: there[one])
        if there[first] < wanted < there[end]:
            reason = f"the held text has gaps: {provision_label(missing)} is not in what was read of it"
            return self._say(path, "not-checked", reason)
        span = " to ".join(dict.fromkeys(provision_label(one.rpartition("__")[2]) for one in (first, end)))
        reason = f"{where} has {span}, and no {provision_label(last)}"
        return self._say(path, "provision-missing", reason, self._evidence(self._at[end]))

    def _evidence(self, found: Provision) -> Evidence:
        end = found.start + len(self._text[found.start : found.end].partition("\n")[0])
        text = self._text[found.start : end]
        quote = Quote(document=self._document, start=found.start, end=end, text=text, provision=plain_path(found.eid))
        return Evidence(source="its own text", value=shorten(text, width=80)[0], document=self._document, quote=quote)

    @staticmethod
    def _say(path: str, outcome: str, reason: str, *evidence: Evidence) -> Finding:
        return Finding.model_validate(
            {"about": "provision", "outcome": outcome, "reason": reason, "provision": path, "evidence": evidence}
        )


def touched(paths: Names[str], step: Step) -> list[str]:
    """Return which of some paths a step changes: the provision itself, one within it, or one that it lies in."""
    targets = [plain_path(pair.target) for pair in step.provisions]
    return [path for path in map(plain_path, paths) if any(_related(path, target) for target in targets)]


def _related(one: str, other: str) -> bool:
    return _within(one, other) or _within(other, one)


def _within(path: str, above: str) -> bool:
    return f"{path}__".startswith(f"{plain_path(above)}__")


def _is_beside(path: str, above: str, unit: str) -> bool:
    parent, _, last = path.rpartition("__")
    return parent == above and last.partition("_")[0] == unit


def _word(last: str) -> str:
    label = provision_label(last)
    return label.rpartition(" ")[0] or label


def _order(last: str) -> tuple[int, str]:
    """Return what to sort units of one kind by: '5', '5a', 'II', 'đ'."""
    label = last.partition("_")[2]
    if digits := re.match(r"\d+", label):
        return int(digits[0]), label[digits.end() :]
    if re.fullmatch(r"[IVXL]+", label):
        values = [_ROMAN[letter] for letter in label]
        return sum(-v if v < max(values[at:]) else v for at, v in enumerate(values)), ""
    return _LETTERS.find(label[:1].lower()), label[1:]
