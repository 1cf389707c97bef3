"""A check as a report in Markdown: every citation with every finding, its reason and its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from legalkg.kg.check.model import CheckedCitation, CheckedText
from legalkg.kg.check.words import place, proof, shown, summary
from legalkg.kg.output.quoting import escape_markdown


def check_lines(checked: CheckedText) -> Iterator[str]:
    """Return the lines of the report."""
    yield f"# Check of {escape_markdown(checked.label)}"
    yield ""
    yield from (f"- {escape_markdown(line)}" for line in summary(checked))
    for number, citation in enumerate(checked.citations, 1):
        yield ""
        yield from _citation(number, citation)


def _citation(number: int, citation: CheckedCitation) -> Iterator[str]:
    yield f"## {number}. {escape_markdown(citation.text)}"
    yield ""
    yield f"{place(citation)}, characters {citation.start}–{citation.end}"
    yield ""
    for finding in shown(citation):
        yield f"- **{finding.outcome}**: {escape_markdown(finding.reason)}"
        if words := proof(finding):
            yield f"  > {escape_markdown(words)}"
