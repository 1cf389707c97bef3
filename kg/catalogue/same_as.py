"""Links from partial identities to the fuller one that they must mean; nothing is ever renamed.

A number cited without its date (or place, or type) stands as a document of its own. When exactly one document says
all that it says and more, and none of those who cite it is older than that document, the two are linked.
Names are not linked: too many documents share one. People may merge and split, see :mod:`legalkg.kg.review`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from legalkg.extractors.partial_dates import is_day
from legalkg.extractors.registry.issuers import scope_of
from legalkg.kg.archive.corrections import Corrections
from legalkg.kg.batches import batched
from legalkg.kg.catalogue.documents import Catalogue
from legalkg.kg.database import Database, marks
from legalkg.kg.identity.keys import BASE, DocumentFacts, is_local_number, is_unique_number
from legalkg.kg.identity.predicates import not_later, same_term, same_type, speaks_of_another
from legalkg.kg.identity.terms import term_named
from legalkg.kg.rdf.vocabulary import IDENTITIES, term

_AT_ONCE = 500
"""Documents that are looked up in one query."""
_BELOW = "SELECT iri FROM found_links WHERE same = ?"


@dataclass(frozen=True, slots=True)
class SameAsChanges:
    """Statements of the graph of identities that hold no more, and those that hold now."""

    gone: Sequence[Quad]
    new: Sequence[Quad]


class SameAs:
    """Reads and writes which IRIs stand for one document."""

    def __init__(self, database: Database, catalogue: Catalogue, corrections: Corrections) -> None:
        self._database = database
        self._catalogue = catalogue
        self._corrections = corrections

    def update(self, marked: Iterable[str]) -> SameAsChanges:
        """Find some links again, and join to them what people said.

        Args:
            marked: Keys of documents, and IRIs of those that are new, changed or gone.
        """
        affected: set[str] = set()
        for what in sorted(marked):
            if what.startswith("so:"):
                affected.update(self._find_under(what))
            elif what.startswith(BASE):
                affected.add(what)
        for iri in affected:
            if self._catalogue.document(iri) is None:
                self._database.execute("DELETE FROM found_links WHERE iri = ?", (iri,))
        return self._join(affected)

    def _find_under(self, key: str) -> list[str]:
        iris = [document.iri for document in self._catalogue.by_key(key)]
        self._database.execute_many("DELETE FROM found_links WHERE iri = ?", [(iri,) for iri in iris])
        self._database.execute_many("INSERT INTO found_links VALUES (?, ?)", sorted(self._fuller(iris).items()))
        return iris

    def _join(self, affected: Iterable[str]) -> SameAsChanges:
        """Make the links of some documents of those that were found, less those that people split, and those merged."""
        splits, merges = self._corrections.pairs("split"), self._corrections.pairs("merge")
        region = self._region({*affected, *(iri for pair in (*splits, *merges) for iri in pair)})
        parent = {iri: same for iri in region if (same := self._found(iri))}
        for one, other in splits:
            for iri, same in ((one, other), (other, one)):
                if parent.get(iri) == same:
                    del parent[iri]
        for one, other in merges:
            below, above = _root(parent, one), _root(parent, other)
            if below != above and self._catalogue.document(one) and self._catalogue.document(other):
                parent[below] = above
        before = {iri: same for iri in region if (same := self.canonical(iri)) != iri}
        now = {iri: _root(parent, iri) for iri in parent}
        gone = sorted(before.items() - now.items())
        new = sorted(now.items() - before.items())
        self._database.execute_many("DELETE FROM links WHERE iri = ?", [(iri,) for iri, _ in gone])
        self._database.execute_many("INSERT INTO links VALUES (?, ?)", new)
        return SameAsChanges(_quads(gone), _quads(new))

    def _region(self, iris: Iterable[str]) -> set[str]:
        """Return all documents that lead to some, or to which these lead, by the links that were found."""
        region: set[str] = set()
        waiting = list(iris)
        while waiting:
            iri = waiting.pop()
            if iri not in region:
                region.add(iri)
                waiting += [below for (below,) in self._database.fetch_all(_BELOW, (iri,))]
                waiting += [same] if (same := self._found(iri)) else []
        return region

    def _found(self, iri: str) -> str | None:
        row = self._database.fetch_one("SELECT same FROM found_links WHERE iri = ?", (iri,))
        return str(row[0]) if row else None

    def canonical(self, iri: str) -> str:
        """Return the fullest identity of a document."""
        row = self._database.fetch_one("SELECT same FROM links WHERE iri = ?", (iri,))
        return str(row[0]) if row else iri

    def canonical_all(self, iris: Iterable[str]) -> dict[str, str]:
        """Return the fullest identities of documents, by IRI."""
        found: dict[str, str] = {}
        for some in batched(iris, _AT_ONCE):
            sql = f"SELECT iri, same FROM links WHERE iri IN ({marks(len(some))})"  # noqa: S608
            found |= {iri: iri for iri in some} | dict(self._database.fetch_all(sql, some))
        return found

    def members_all(self, iris: Iterable[str]) -> dict[str, list[str]]:
        """Return all IRIs that stand for documents, by the canonical one, which comes first."""
        found: dict[str, list[str]] = {}
        for some in batched(iris, _AT_ONCE):
            found |= {iri: [iri] for iri in some}
            sql = f"SELECT same, iri FROM links WHERE same IN ({marks(len(some))}) ORDER BY iri"  # noqa: S608
            for same, iri in self._database.fetch_all(sql, some):
                found[same].append(iri)
        return found

    def members(self, iri: str) -> tuple[str, ...]:
        """Return all IRIs that stand for a document, its canonical one first."""
        same = self._database.fetch_all("SELECT iri FROM links WHERE same = ? ORDER BY iri", (iri,))
        return (iri, *(str(member) for (member,) in same))

    def _fuller(self, iris: Sequence[str]) -> dict[str, str]:
        facts = {iri: self._catalogue.facts(iri) for iri in iris} if len(iris) > 1 else {}
        of_day: dict[str, list[str]] = defaultdict(list)
        for iri, known in facts.items():
            of_day[known.date or ""].append(iri)
        above = {}
        for iri, known in facts.items():
            # Thousands share a number such as 01/QĐ-UBND: who says the day is compared with those of that day only.
            near = of_day[known.date or ""] if _has_day(known) else iris
            above[iri] = [other for other in near if self._is_fuller(iri, known, facts[other])]
        found = {}
        for iri, others in above.items():
            fullest = [other for other in others if not above[other]]
            if len(fullest) == 1:
                found[iri] = fullest[0]
        return found

    def _is_fuller(self, iri: str, partial: DocumentFacts, other: DocumentFacts) -> bool:
        return says_more(partial, other) and all(not_later(day, other) for day in self._catalogue.citing_dates(iri))


def _has_day(facts: DocumentFacts) -> bool:
    return is_day(facts.date) and not is_unique_number(facts.number or "")


def _quads(links: Iterable[tuple[str, str]]) -> list[Quad]:
    same_as = term("kg:sameDocumentAs")
    return [Quad(NamedNode(iri), same_as, NamedNode(same), IDENTITIES) for iri, same in links]


def _root(parent: Mapping[str, str], iri: str) -> str:
    while iri in parent:
        iri = parent[iri]
    return iri


def says_more(partial: DocumentFacts, other: DocumentFacts) -> bool:
    """Return whether a document says all that tells the other one apart, and more."""
    terms = [term_named(facts.issuer, facts.name) for facts in (partial, other)]
    if not same_type(partial, other) or not same_term(partial, other) or (all(terms) and terms[0] != terms[1]):
        return False
    if speaks_of_another(partial, other):
        return False
    local = is_local_number(partial.number or "")
    one, two = (scope_of(f.issuer, f.place) if local else "" for f in (partial, other))
    unique = is_unique_number(partial.number or "")
    dates = ("", "") if unique else (partial.date or "", other.date or "")
    if local and dates[0] != dates[1] and not one:
        return False  # whose it is, is anybody's guess
    if not dates[1].startswith(dates[0]) or not set(one.split()) <= set(two.split()):
        return False
    if terms[0] and not unique and not (terms[1] or dates[1]):
        return False
    when = [bool(term or date) and not unique for term, date in zip(terms, dates, strict=True)]
    return (bool(other.type), when[1], dates[1], len(two.split())) != (
        bool(partial.type),
        when[0],
        dates[0],
        len(one.split()),
    )
