"""Documents known to the register: what a number or a name stands for though the text itself is not held."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from legalkg.extractors.registry.central import CentralDocument, all_central_documents, central_documents
from legalkg.extractors.registry.known import KnownDocument, known_documents
from legalkg.kg.identity.keys import DocumentFacts, Identity, identify, name_key, number_keys_in
from legalkg.kg.model import Document


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that a citation may mean.

    Attributes:
        identity: Its identity.
        facts: What is known of it.
        held: Whether its text was read; otherwise it comes from the register.
        only_cited: Neither, but somebody cites it with its day.
        effective: First day of its effect, YYYY-MM-DD, where the register says so.
        aliases: Other names, of a document of the register.
        source: Where the register has it from.
    """

    identity: Identity
    facts: DocumentFacts
    held: bool = False
    effective: str | None = None
    aliases: tuple[str, ...] = ()
    source: str = ""
    only_cited: bool = False

    def as_document(self) -> Document:
        """Return what is known of it, as the graph answers."""
        facts, identity = self.facts, self.identity
        return Document(
            iri=identity.iri, id=identity.id, type=facts.type, number=facts.number, date=facts.date,
            issuer=facts.issuer, title=facts.title, name=facts.name, held=self.held,
        )  # fmt: skip


NumberedLookup = Callable[[str], tuple[Candidate, ...]]
"""Gives documents by the key of their number, without the prefix of keys."""
_BY_NUMBER = "so:"
_REMEMBERED = 16_384


def _none(_key: str) -> tuple[Candidate, ...]:
    return ()


class KnownDocuments:
    """Known documents by key of number and of every name, and by IRI.

    Those that are known by a name are indexed, the many others looked up one at a time: no start waits for them.
    """

    def __init__(self, known: Iterable[KnownDocument], numbered: NumberedLookup = _none) -> None:
        """Index documents.

        Args:
            known: Those with a name.
            numbered: Looks up those that have but a number.
        """
        self._numbered = numbered
        keys: dict[str, dict[str, Candidate]] = defaultdict(dict)
        rows = [(document, _entry(document)) for document in known]
        times = Counter(entry.identity.iri for _, entry in rows)
        for document, own in rows:
            entry = own if times[own.identity.iri] == 1 else _by_name(own)
            for key in (*entry.identity.keys, *map(name_key, document.aliases)):
                keys[key].setdefault(entry.identity.iri, entry)
        self._keys = {key: tuple(found.values()) for key, found in keys.items()}
        self._iris = {entry.identity.iri: entry for found in self._keys.values() for entry in found}

    def under(self, key: str) -> tuple[Candidate, ...]:
        """Return the documents under a key."""
        found = self._keys.get(key, ())
        return (*found, *self._numbered(key.removeprefix(_BY_NUMBER))) if key.startswith(_BY_NUMBER) else found

    def named(self) -> tuple[Candidate, ...]:
        """Return those that are known by a name, by their IRIs."""
        return tuple(self._iris[iri] for iri in sorted(self._iris))

    def entry(self, iri: str) -> Candidate | None:
        """Return the document with an IRI."""
        if found := self._iris.get(iri):
            return found
        numbered = (entry for key in number_keys_in(iri) for entry in self._numbered(key))
        return next((entry for entry in numbered if entry.identity.iri == iri), None)


@cache
def bundled_known_documents() -> KnownDocuments:
    """Load the register that ships with the project."""
    return KnownDocuments(known_documents(), _central)


def all_known_documents() -> tuple[Candidate, ...]:
    """Return all documents of the register, by their IRIs."""
    named = bundled_known_documents()
    return (*named.named(), *map(_central_entry, all_central_documents()))


@lru_cache(_REMEMBERED)
def _central(key: str) -> tuple[Candidate, ...]:
    return tuple(map(_central_entry, central_documents(key)))


def _central_entry(known: CentralDocument) -> Candidate:
    facts = DocumentFacts(known.type, known.number, known.date, known.issuer, title=known.title)
    return Candidate(identify(facts, local="-"), facts, effective=known.effective, source=known.source)


def _by_name(entry: Candidate) -> Candidate:
    """Tell apart by their names two laws that bear one number and day (35-L/CTN); the number then means neither."""
    named = identify(replace(entry.facts, number=None), local="-")
    return replace(entry, identity=replace(named, keys=entry.identity.keys))


def _entry(known: KnownDocument) -> Candidate:
    facts = DocumentFacts(known.type, known.number, known.date, known.issuer, known.name)
    identity = identify(facts, local=f"dang-ky {known.name}")
    return Candidate(identity, facts, effective=known.effective, aliases=known.aliases, source=known.source)
