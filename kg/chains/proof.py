"""Which of the words of a step prove it best: those of the document that acts, where they state the act."""

from __future__ import annotations

from collections.abc import Sequence

from legalkg.extractors.text import fold
from legalkg.kg.model import ProvisionPair, Quote, Step
from legalkg.kg.rdf.provisions import provision_label


def proof_of(step: Step) -> Quote:
    """Return the quote to show for a step.

    What the source says of itself goes before what others say of it; of a change of provisions the sentence that says
    which ones, before a title or a sentence that only names both documents.
    """
    return max(step.quotes, key=lambda quote: (is_own(quote, step), _named(step.provisions, quote.text), -quote.start))


def is_own(quote: Quote, step: Step) -> bool:
    """Return whether the source itself says it; a copy that lacks the date bears the same label."""
    return quote.document.iri == step.source.iri or quote.document.label == step.source.label


def _named(provisions: Sequence[ProvisionPair], text: str) -> int:
    """Return how many units of one of the provisions stand in a text, at most: two of 'khoản 2 Điều 5'."""
    words = f" {' '.join(fold(text).replace(',', ' ').replace(';', ' ').replace('.', ' ').split())} "
    units = ([provision_label(part) for part in pair.target.split("__")] for pair in provisions)
    return max((sum(f" {fold(unit)} " in words for unit in given) for given in units), default=0)
