"""Rules as objects: what a rule says, how sure it is and why, an example, a counter-example, where it comes from.

Each rule stands beside the code that applies it: those of citations and relations in the modules of ``citations`` and
``relations``, those of resolution and of force above, in ``kg``. What is found carries its rule; the public format
gives the rule's id.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

JUDGED: Final = "judged"
"""The basis of a rule's own confidence, which counts until annotated documents show the rule (``confidence.csv``)."""

DECREE_30: Final = "Nghị định 30/2020/NĐ-CP"
"""How documents of the State are written and cite one another."""
GUIDANCE_36: Final = "Hướng dẫn 36-HD/VPTW"
"""How documents of the Party are."""
LAW_ON_LAWS: Final = "Luật Ban hành văn bản quy phạm pháp luật"
"""How legal documents refer to, amend and end one another."""
REAL_TEXTS: Final = "forms met in real texts"


@dataclass(frozen=True, slots=True)
class Example:
    """Texts, written for it, over which a rule applies; or a near miss, over which it does not.

    Attributes:
        text: The document that is read; for rules of resolution and force, the one that cites.
        beside: Other documents of the same collection.
        day: The day that is asked about, YYYY-MM-DD; for rules of force only.
        review: What a person decided about the first text: accept, reject or relink, the words, the document meant.
    """

    text: str
    beside: tuple[str, ...] = ()
    day: str | None = None
    review: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """All documents, the one that cites first."""
        return (self.text, *self.beside)


def decision(body: str) -> str:
    """Write a decision with some text, for an example."""
    return document("Quyết định", "15/QĐ-UBND", "2025-12-05", "Ủy ban nhân dân tỉnh Cà Mau", body)


def decree(body: str) -> str:
    """Write a decree with some text, for an example."""
    return document("Nghị định", "30/2023/NĐ-CP", "2023-05-02", "Chính phủ", body)


def document(kind: str, number: str, date: str, issuer: str, body: str, *, title: str = "Về quản lý nghề gốm") -> str:
    """Write a whole document for an example: letterhead, type, a title, and what it says.

    Args:
        kind: Its type: 'Nghị định'.
        number: Its number.
        date: YYYY-MM-DD.
        issuer: Who issues it.
        body: Preamble and articles.
        title: What it is about.
    """
    year, month, day = date.split("-")
    return (
        f"{issuer.upper()}\nSố: {number}\nHà Nội, ngày {day} tháng {month} năm {year}\n"
        f"{kind.upper()}\n{title}\n\n{body}\n"
    )


@dataclass(frozen=True, slots=True)
class Rule:
    """Why something was found, or decided.

    Attributes:
        id: Family and name: 'citation/type-and-number'. The public format, RDF and tables give it.
        says: What the rule says, in a sentence or two.
        confidence: How sure its author thought it, from 0 to 1; what it finds gets what was counted, once it was
            (``registry.confidence``). None where nobody judged, and in families in which a rule decides or does not.
        basis: What the confidence rests on; of a rule without one, what is known of how well it decides.
        example: Texts over which it applies.
        counter_example: A near miss.
        source: The decree or guidance that it comes from, or the forms met in real texts.
    """

    id: str
    says: str
    confidence: float | None
    basis: str
    example: Example
    counter_example: Example
    source: str

    @property
    def family(self) -> str:
        """'citation', 'relation', 'resolution' or 'force'."""
        return self.id.partition("/")[0]
