"""Whether what a citation says of a document agrees with what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from legalkg.extractors.citations.dates import iso_date
from legalkg.extractors.model import CitedDocument, Mention
from legalkg.extractors.partial_dates import agree
from legalkg.extractors.registry.organ_names import one_organ
from legalkg.extractors.registry.types import standard_type
from legalkg.extractors.text import fold
from legalkg.kg.catalogue.stated import StatedFacts, Statements
from legalkg.kg.check.model import CheckedFact, Evidence, Finding
from legalkg.kg.identity.keys import DocumentFacts
from legalkg.kg.identity.known_documents import KnownDocuments
from legalkg.kg.identity.predicates import UNLIKE, same_type, similarity

_WORDS: Mapping[CheckedFact, str] = {"type": "type", "date": "day", "issuer": "organ", "title": "title"}
_COMMON = frozenset({
    "về", "việc", "quy", "định", "hướng", "dẫn", "ban", "hành", "chi", "tiết", "một", "số", "điều", "của", "thi",
    "thực", "hiện", "sửa", "đổi", "bổ", "sung",
})  # fmt: skip
"""Words with which titles begin, whatever they are about."""
_SHOWN = 3
"""Of those who cite a document so many are named."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one place says of a document in its own words, and what the whole text says of it.

    A place that leaves out a day is not to blame for a wrong one elsewhere: only what it says itself is checked.
    """

    here: DocumentFacts
    anywhere: DocumentFacts


def said(mention: Mention, cited: CitedDocument, text: str) -> Said:
    """Return what a place says of the document that it names."""

    def words(part: str) -> str | None:
        span = mention.parts.get(part)
        return " ".join(text[span.start : span.end].split()) if span else None

    date, kind, title = words("date"), words("type"), words("title")
    is_named = cited.number and cited.name and fold(cited.name) in fold(mention.text)
    here = DocumentFacts(
        type=standard_type(kind) or cited.type if kind else None,
        date=iso_date(date) or cited.date if date else None,
        issuer=words("issuer"),
        title=title or (cited.name if is_named else None),
    )
    return Said(here, DocumentFacts(cited.type, cited.number, cited.date, cited.issuer, cited.name, cited.title))


class FactChecks:
    """Compares citations with what is stated of documents: by their texts, by the register, by those who cite them."""

    def __init__(self, statements: Statements, known_documents: KnownDocuments) -> None:
        self._statements = statements
        self._is_shown = cache(statements.is_shown)  # texts are read again for each
        self._evidence = cache(self.evidence)
        self._known_documents = known_documents

    def of(self, said_here: Said, stated: Sequence[StatedFacts]) -> Iterator[Finding]:
        """Return a finding for each fact that a citation states.

        Args:
            said_here: What the citation says.
            stated: What is stated of the document, the surest first.
        """
        for fact, agrees in _AGREES.items():
            value = getattr(said_here.here, fact)
            if value:
                yield self._finding(fact, value, said_here, _who_know(fact, stated), agrees)

    def _finding(
        self,
        fact: CheckedFact,
        value: str,
        said_here: Said,
        known: Sequence[StatedFacts],
        agrees: Callable[[Said, DocumentFacts], bool],
    ) -> Finding:
        word = _WORDS[fact]
        shown = [one for one in known if self._is_shown(one, fact)]
        if not shown:
            reason = f"nothing that is known of the document tells its {word}"
            return Finding(about=fact, outcome="not-checked", reason=reason)
        agreeing = [one for one in shown if agrees(said_here, one.facts)]
        evidence = tuple(self._evidence(one, fact) for one in (agreeing or shown)[:_SHOWN])
        if agreeing:
            reason = f"the {word} is that which {evidence[0].source} gives"
            return Finding(about=fact, outcome="agrees", reason=reason, evidence=evidence)
        found = "; ".join(f"{one.value} by {one.source}" for one in evidence)
        reason = f"the text gives the {word} {value}, known is {found}"
        return Finding(about=fact, outcome="differs", reason=reason, evidence=evidence)

    def evidence(self, stated: StatedFacts, fact: str) -> Evidence:
        """Return what a source says of a fact, as evidence."""
        document = self._statements.source(stated)
        known = self._known_documents.entry(stated.iri) if document is None else None
        register = f"the register ({known.source})" if known and known.source else "the register"
        source = "its own text" if stated.is_own else document.label if document else register
        quote = self._statements.quote(stated, fact)
        return Evidence(source=source, value=_stated(fact, stated), document=document, quote=quote)


def _who_know(fact: str, stated: Sequence[StatedFacts]) -> Sequence[StatedFacts]:
    """Return those who state a fact: the text itself, else the register, else all who cite it."""
    telling = [one for one in stated if _stated(fact, one)]
    own = [one for one in telling if one.is_own]
    register = [one for one in telling if one.source is None]
    return own or register or telling


def _stated(fact: str, stated: StatedFacts) -> str | None:
    """Return what is stated of a fact: a law is called by its title, what has a name alone may be about anything."""
    facts = stated.facts
    value: str | None = getattr(facts, fact)
    return value or (facts.name if fact == "title" and facts.number else None)


# --- what agrees ---


def _same_type(one: Said, other: DocumentFacts) -> bool:
    return same_type(one.here, other)


def _same_date(one: Said, other: DocumentFacts) -> bool:
    return agree(one.here.date, other.date)


def _same_organ(one: Said, other: DocumentFacts) -> bool:
    """What the text calls the organ elsewhere counts too, where it is the same organ: a short form says less."""
    here, anywhere, known = one.here.issuer or "", one.anywhere.issuer or "", other.issuer or ""
    return one_organ(here, known) or (one_organ(here, anywhere) and one_organ(anywhere, known))


def _like_title(one: Said, other: DocumentFacts) -> bool:
    alike = similarity(DocumentFacts(type=one.anywhere.type, title=one.here.title), other, _COMMON)
    return alike is None or alike > UNLIKE


_AGREES: Mapping[CheckedFact, Callable[[Said, DocumentFacts], bool]] = {
    "type": _same_type,
    "date": _same_date,
    "issuer": _same_organ,
    "title": _like_title,
}
