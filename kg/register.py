"""Documents known to the register: what a number or a name stands for though the text itself is not held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from extractors.registry import KnownDocument, registry
from kg.identity import Facts, Identity, identify, name_key


@dataclass(frozen=True, slots=True)
class Entry:
    """A document that a citation may mean.

    Attributes:
        identity: Its identity.
        facts: What is known of it.
        held: Whether its text was read; otherwise it comes from the register.
        effective: First day of its effect, YYYY-MM-DD, where the register says so.
    """

    identity: Identity
    facts: Facts
    held: bool = False
    effective: str | None = None


@cache
def known_documents() -> Mapping[str, tuple[Entry, ...]]:
    """Load the register that ships with the project, by key of number and of every name."""
    return index(registry().known)


@cache
def known_by_iri() -> Mapping[str, Entry]:
    """Load the register, by IRI."""
    return {entry.identity.iri: entry for entries in known_documents().values() for entry in entries}


def index(known: Iterable[KnownDocument]) -> Mapping[str, tuple[Entry, ...]]:
    """Index known documents by their keys, in the order given; one document under one key once."""
    entries: dict[str, dict[str, Entry]] = defaultdict(dict)
    for document in known:
        entry = _entry(document)
        for key in (*entry.identity.keys, *map(name_key, document.aliases)):
            entries[key].setdefault(entry.identity.iri, entry)
    return {key: tuple(found.values()) for key, found in entries.items()}


def _entry(known: KnownDocument) -> Entry:
    facts = Facts(known.type, known.number, known.date, known.issuer, known.name)
    return Entry(identify(facts, local=f"dang-ky {known.name}"), facts, effective=known.effective)
