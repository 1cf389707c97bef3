"""A chain as a tree of lines: each step with its relation, the document, and the words that prove it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rich.console import Console
from rich.text import Text

from legalkg.kg.chains.proof import is_own, proof_of
from legalkg.kg.chains.walk import NOT_HELD
from legalkg.kg.cli.output import describe
from legalkg.kg.model import Chain, Document, Places, Step
from legalkg.kg.output.quoting import shorten
from legalkg.kg.rdf.labels import relation_label
from legalkg.kg.rdf.provisions import provisions_label

_DEEPEST_INDENT = 12
"""Beyond this many steps lines are indented no further; the depth is written instead."""
_NARROWEST = 30
"""Columns that a text has at least, however deep it stands."""


@dataclass(frozen=True, slots=True)
class _Branch:
    """The steps between two documents, where they stand in the tree."""

    steps: list[Step]
    other: Document
    depth: int
    indent: str
    last: bool


@dataclass(frozen=True, slots=True)
class TreeLine:
    """A line of the tree.

    Attributes:
        first: What stands before it: the branches of the tree.
        others: What stands before its further rows where a terminal breaks it.
        text: The line.
    """

    first: str
    others: str
    text: Text

    @property
    def plain(self) -> str:
        """Return the whole on one row, without colours."""
        return self.first + self.text.plain

    def rows(self, console: Console) -> Iterator[Text]:
        """Return the rows of the line for a terminal, or the one row for what is none."""
        if not console.is_terminal:
            yield Text(self.first).append_text(self.text)
            return
        width = max(_NARROWEST, console.width - max(len(self.first), len(self.others)))
        for number, row in enumerate(self.text.wrap(console, width)):
            yield Text(self.others if number else self.first).append_text(row)


def tree_lines(chain: Chain, places: Places) -> Iterator[TreeLine]:
    """Return the lines of a chain.

    A document is followed where it is reached in the fewest steps; elsewhere it is only named.

    Args:
        chain: What to show.
        places: Where the quotes name the documents, to cut them around it.
    """
    branches = _steps_by_document(chain)
    yield TreeLine("", "", _described(chain, chain.root))
    if chain.root.iri in chain.ends:
        yield TreeLine("  ", "  ", Text(f"({chain.ends[chain.root.iri]})", style="dim"))
    path = [chain.root.iri]
    followed = {chain.root.iri}
    waiting = _branches(chain, branches, chain.root.iri, 1, "")
    while waiting:
        branch = waiting.pop()
        iri = branch.other.iri
        del path[branch.depth :]
        follow = iri not in followed and chain.depths[iri] == branch.depth
        yield _step_line(chain, branch, "" if follow else _why_not(iri, path, followed))
        for step in branch.steps:
            yield _quote_line(_below(branch) + "  ", step, places)
        if follow:
            followed.add(iri)
            path.append(iri)
            waiting += _branches(chain, branches, iri, branch.depth + 1, _below(branch))


def _why_not(iri: str, path: list[str], followed: set[str]) -> str:
    if iri in path:
        return "↻ cycle"
    return "↑ see above" if iri in followed else "↓ see below"


def _steps_by_document(chain: Chain) -> dict[str, list[list[Step]]]:
    """Return the steps from each document, those to one document together, in the order of the text."""
    found: dict[str, dict[str, list[Step]]] = {}
    for step in chain.steps:
        here, there = (step.source, step.target) if chain.direction == "up" else (step.target, step.source)
        found.setdefault(here.iri, {}).setdefault(there.iri, []).append(step)
    return {
        iri: sorted((sorted(steps, key=_place) for steps in ends.values()), key=lambda steps: _place(steps[0]))
        for iri, ends in found.items()
    }


def _place(step: Step) -> tuple[bool, int]:
    own = [quote.start for quote in step.quotes if is_own(quote, step)]
    return not own, min(own or [quote.start for quote in step.quotes], default=0)


def _branches(chain: Chain, steps: dict[str, list[list[Step]]], iri: str, depth: int, indent: str) -> list[_Branch]:
    """Return the branches at a document, the first of them last, as a stack wants them."""
    found = [
        _Branch(same, same[0].target if chain.direction == "up" else same[0].source, depth, indent, last=False)
        for same in steps.get(iri, [])
    ]
    return [replace(branch, last=branch is found[-1]) for branch in reversed(found)]


def _below(branch: _Branch) -> str:
    if branch.depth > _DEEPEST_INDENT:
        return branch.indent
    return branch.indent + ("   " if branch.last else "│  ")


def _step_line(chain: Chain, branch: _Branch, why_not: str) -> TreeLine:
    line = Text(f"[{branch.depth}] " if branch.depth > _DEEPEST_INDENT else "", style="dim")
    words = ", ".join(map(_relation_words, branch.steps))
    line.append(("← " if chain.direction == "down" else "") + words, style="cyan not dim")
    line.append("  ").append_text(_described(chain, branch.other))
    end = chain.ends.get(branch.other.iri)
    remark = why_not or (f"({end})" if end and end != NOT_HELD else "")
    line.append(f"  {remark}" if remark else "", style="dim")
    return TreeLine(branch.indent + ("└─ " if branch.last else "├─ "), _below(branch) + "    ", line)


def _described(chain: Chain, document: Document) -> Text:
    line = Text(describe(document), style="bold not dim")
    if force := chain.forces.get(document.iri):
        line.append(f" · {force.state}", style="yellow not bold")
        line.append(f" ({force.reason})" if force.proofs or force.until else "", style="dim not bold")
    return line


def _relation_words(step: Step) -> str:
    provisions = f" {provisions_label(step.provisions)}" if step.provisions else ""
    return f"{relation_label(step.relation, 'en')} ({relation_label(step.relation, 'vi')}){provisions}"


def _quote_line(indent: str, step: Step, places: Places) -> TreeLine:
    quote = proof_of(step)
    found = places.get((quote, step.target.iri))
    words, named = shorten(quote.text, (found[0] - quote.start, found[1] - quote.start) if found else None)
    line = Text(f"“{words}”")
    if named:
        line.stylize("underline", 1 + named[0], 1 + named[1])
    said = [] if is_own(quote, step) else [quote.document.label]
    said += [f"page {quote.page}"] if quote.page else []
    said += [f"and {len(step.quotes) - 1} more"] if len(step.quotes) > 1 else []
    line.append(f" — {', '.join(said)}" if said else "", style="dim")
    return TreeLine(indent, indent + " ", line)
