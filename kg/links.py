"""Links from partial identities to the fuller one that they must mean; nothing is ever renamed.

A number cited without its date (or place, or type) stands as a document of its own. When exactly one document says
all that it says and more, and none of those who cite it is older than that document, the two are linked.
Names are not linked: too many documents share one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pyoxigraph import NamedNode, Quad

from kg.catalogue import Catalogue
from kg.database import Database, marks
from kg.identity import Facts, is_local_number, is_unique_number
from kg.issuers import scope_of
from kg.predicates import not_later, same_type
from kg.vocabulary import IDENTITIES, term


class Links:
    """Reads and writes which IRIs stand for one document."""

    def __init__(self, database: Database, catalogue: Catalogue) -> None:
        self._database = database
        self._catalogue = catalogue

    def update(self, keys: Iterable[str]) -> bool:
        """Find the links between the documents under some keys again; tells whether any changed."""
        changed = False
        for key in sorted(key for key in keys if key.startswith("so:")):
            iris = [document.iri for document in self._catalogue.by_key(key)]
            found = self._fuller(iris)
            rows = self._database.rows(f"SELECT iri, same FROM links WHERE iri IN ({marks(len(iris))})", iris)  # noqa: S608
            before = {str(iri): str(same) for iri, same in rows}
            if found != before:
                changed = True
                self._database.many("DELETE FROM links WHERE iri = ?", [(iri,) for iri in iris])
                self._database.many("INSERT INTO links VALUES (?, ?)", sorted(found.items()))
        gone = self._database.rows("DELETE FROM links WHERE iri NOT IN (SELECT iri FROM documents) RETURNING iri")
        return changed or bool(gone)

    def canonical(self, iri: str) -> str:
        """Give the fullest identity of a document."""
        row = self._database.row("SELECT same FROM links WHERE iri = ?", (iri,))
        return str(row[0]) if row else iri

    def members(self, iri: str) -> tuple[str, ...]:
        """Give all IRIs that stand for a document, its canonical one first."""
        same = self._database.rows("SELECT iri FROM links WHERE same = ? ORDER BY iri", (iri,))
        return (iri, *(str(member) for (member,) in same))

    def quads(self) -> list[Quad]:
        """Give all links as statements of the graph of identities."""
        rows = self._database.rows("SELECT iri, same FROM links ORDER BY iri")
        same_as = term("kg:sameDocumentAs")
        return [Quad(NamedNode(iri), same_as, NamedNode(same), IDENTITIES) for iri, same in rows]

    def _fuller(self, iris: Sequence[str]) -> dict[str, str]:
        facts = {iri: self._catalogue.facts(iri) for iri in iris} if len(iris) > 1 else {}
        above = {iri: [other for other in iris if self._is_fuller(iri, facts[iri], facts[other])] for iri in facts}
        found = {}
        for iri, others in above.items():
            fullest = [other for other in others if not above[other]]
            if len(fullest) == 1:
                found[iri] = fullest[0]
        return found

    def _is_fuller(self, iri: str, partial: Facts, other: Facts) -> bool:
        return says_more(partial, other) and all(not_later(day, other) for day in self._catalogue.citing_dates(iri))


def says_more(partial: Facts, other: Facts) -> bool:
    """Tell whether a document says all that tells the other one apart, and more."""
    if not same_type(partial, other):
        return False
    local = is_local_number(partial.number or "")
    one, two = (scope_of(f.issuer, f.place) if local else "" for f in (partial, other))
    unique = is_unique_number(partial.number or "")
    dates = ("", "") if unique else (partial.date or "", other.date or "")
    if local and dates[0] != dates[1] and not one:
        return False  # whose it is, is anybody's guess
    if not dates[1].startswith(dates[0]) or not set(one.split()) <= set(two.split()):
        return False
    return (bool(other.type), dates[1], len(two.split())) != (bool(partial.type), dates[0], len(one.split()))
