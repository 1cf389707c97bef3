"""Documents known to the register: what a number or a name stands for though the text itself is not held."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from legalkg.extractors.registry.known import KnownDocument, known_documents
from legalkg.kg.identity.keys import DocumentFacts, Identity, identify, name_key


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that a citation may mean.

    Attributes:
        identity: Its identity.
        facts: What is known of it.
        held: Whether its text was read; otherwise it comes from the register.
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


class KnownDocuments:
    """Known documents by key of number and of every name, and by IRI."""

    def __init__(self, known: Iterable[KnownDocument]) -> None:
        keys: dict[str, dict[str, Candidate]] = defaultdict(dict)
        rows = [(document, _entry(document)) for document in known]
        times = Counter(entry.identity.iri for _, entry in rows)
        for document, numbered in rows:
            entry = numbered if times[numbered.identity.iri] == 1 else _by_name(numbered)
            for key in (*entry.identity.keys, *map(name_key, document.aliases)):
                keys[key].setdefault(entry.identity.iri, entry)
        self._keys = {key: tuple(found.values()) for key, found in keys.items()}
        self._iris = {entry.identity.iri: entry for found in self._keys.values() for entry in found}

    def under(self, key: str) -> tuple[Candidate, ...]:
        """Return the documents under a key."""
        return self._keys.get(key, ())

    def entry(self, iri: str) -> Candidate | None:
        """Return the document with an IRI."""
        return self._iris.get(iri)

    def iris(self) -> tuple[str, ...]:
        """Return the IRIs of all documents, sorted."""
        return tuple(sorted(self._iris))


@cache
def bundled_known_documents() -> KnownDocuments:
    """Load the register that ships with the project."""
    return KnownDocuments(known_documents())


def _by_name(entry: Candidate) -> Candidate:
    """Tell apart by their names two laws that bear one number and day (35-L/CTN); the number then means neither."""
    named = identify(replace(entry.facts, number=None), local="-")
    return replace(entry, identity=replace(named, keys=entry.identity.keys))


def _entry(known: KnownDocument) -> Candidate:
    facts = DocumentFacts(known.type, known.number, known.date, known.issuer, known.name)
    identity = identify(facts, local=f"dang-ky {known.name}")
    return Candidate(identity, facts, effective=known.effective, aliases=known.aliases, source=known.source)
