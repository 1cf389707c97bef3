"""A chain as a report in Markdown: every document, every step with its quote and its place, why each path ends."""

from __future__ import annotations

from collections.abc import Iterator

from legalkg.kg.model import Chain, Document, Force, Path, Quote, Step
from legalkg.kg.output.quoting import counted, escape_markdown
from legalkg.kg.rdf.labels import relation_label
from legalkg.kg.rdf.provisions import provision_label, provisions_label


def report_lines(chain: Chain) -> Iterator[str]:
    """Return the lines of the report."""
    numbers = {document.iri: number for number, document in enumerate(chain.documents)}
    yield f"# {_HEADS[chain.direction]} {escape_markdown(chain.root.label)}"
    yield ""
    yield from _summary(chain)
    yield from _documents(chain)
    yield from _paths(chain)
    steps: dict[str, list[Step]] = {}
    for step in chain.steps:
        steps.setdefault((step.source if chain.direction == "up" else step.target).iri, []).append(step)
    for document in chain.documents:
        if document.iri in steps or document.iri in chain.ends:
            yield f"## {numbers[document.iri]}. {escape_markdown(document.label)}"
            yield ""
        for step in steps.get(document.iri, ()):
            yield from _step(step, numbers)
        if document.iri in chain.ends:
            yield f"The path ends here: {chain.ends[document.iri]}."
            yield ""


_HEADS = {"up": "What it rests on:", "down": "What carries it out:"}


def _summary(chain: Chain) -> Iterator[str]:
    held = sum(document.held for document in chain.documents)
    yield f"- {counted(len(chain.documents), 'document')}, {held} of them held; {counted(len(chain.steps), 'step')}"
    if chain.as_of:
        yield f"- as of {chain.as_of}"
    yield ""


def _documents(chain: Chain) -> Iterator[str]:
    columns = ["no.", "steps", "document", "date", "issuer", "text"] + (["in force"] if chain.as_of else [])
    yield f"| {' | '.join(columns)} |"
    yield "|" + "---|" * len(columns)
    for number, document in enumerate(chain.documents):
        cells = [
            str(number),
            str(chain.depths[document.iri]),
            escape_markdown(document.label),
            document.date or "",
            escape_markdown(document.issuer or ""),
            "held" if document.held else "only cited",
        ]
        if chain.as_of:
            cells.append(_force(chain.forces[document.iri]))
        yield f"| {' | '.join(cells)} |"
    yield ""


def _force(force: Force) -> str:
    return f"{force.state}: {escape_markdown(force.reason)}"


def _paths(chain: Chain) -> Iterator[str]:
    labels = {document.iri: document for document in chain.documents}
    for number, path in enumerate(chain.paths, 1):
        yield f"{number}. {_way(path, labels)} (confidence {path.confidence:g})"
    if chain.paths:
        yield ""


def _way(path: Path, documents: dict[str, Document]) -> str:
    return " → ".join(escape_markdown(documents[iri].label) for iri in path.documents)


def _step(step: Step, numbers: dict[str, int]) -> Iterator[str]:
    words = f"{relation_label(step.relation, 'en')} ({relation_label(step.relation, 'vi')})"
    provisions = f" {provisions_label(step.provisions)}" if step.provisions else ""
    ends = [f"{escape_markdown(end.label)} [{numbers[end.iri]}]" for end in (step.source, step.target)]
    yield f"- {ends[0]} **{words}** {ends[1]}{provisions}; rule `{step.rule}`, confidence {step.confidence:g}"
    yield ""
    for quote in step.quotes:
        yield f"  > {escape_markdown(' '.join(quote.text.split()))}"
        yield "  >"
        yield f"  > — {_place(quote)}"
        yield ""


def _place(quote: Quote) -> str:
    parts = [escape_markdown(quote.document.label)]
    if quote.page:
        parts.append(f"page {quote.page}")
    if quote.provision:
        parts.append(provision_label(quote.provision))
    return ", ".join([*parts, f"characters {quote.start}–{quote.end}"])
