"""Provisions of documents as nodes: ``eli:LegalResourceSubdivision``, named after the document and the path in it.

Articles are numbered through a whole document, and citations leave out the chapter: so does the name of the node.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Literal, NamedNode

from legalkg.extractors.model import THIS, Mention, Relation
from legalkg.extractors.text import fold
from legalkg.kg.errors import WrongUsage
from legalkg.kg.model import ProvisionPair
from legalkg.kg.rdf.vocabulary import term

_UNITS = {
    "phan": "Phần",
    "chuong": "Chương",
    "muc": "Mục",
    "tieu_muc": "Tiểu mục",
    "dieu": "Điều",
    "khoan": "khoản",
    "diem": "điểm",
    "tiet": "tiết",
    "doan": "đoạn",
    "phu_luc": "Phụ lục",
}

_ABOVE_ARTICLES = re.compile(r"^(?:(?:phan|chuong|muc|tieu_muc)_[^_]+__)+(?=dieu_)")

_PATH = re.compile(rf"(?:{'|'.join(_UNITS)})_\w+?(?:__(?:{'|'.join(_UNITS)})_\w+?)*")

Pair = tuple[str | None, str]
"""Paths of the provision that acts (None: not said which) and of the one that it acts on."""


def provision_node(document: str, eid: str) -> NamedNode:
    """Return the node of a provision of a document."""
    return NamedNode(f"{document}#{plain_path(eid)}")


def plain_path(eid: str) -> str:
    """Return a path as citations give it: 'chuong_2__dieu_5__khoan_1' is 'dieu_5__khoan_1'."""
    return _ABOVE_ARTICLES.sub("", eid)


def split_provision(iri: str) -> tuple[str, str | None]:
    """Return the document's IRI and the path in it; no path for the document itself."""
    document, _, eid = iri.partition("#")
    return document, eid or None


def provision_order(eid: str) -> list[tuple[str, int, str]]:
    """Return what to sort provisions by, numbers as numbers: 'dieu_5' comes before 'dieu_50'."""
    parts = (part.rpartition("_") for part in eid.split("__"))
    return [(unit, int(digits[0]) if (digits := re.match(r"\d+", n)) else 0, n) for unit, _, n in parts]


def provision_label(eid: str) -> str:
    """Return the words for a path, the smallest unit first: 'dieu_8__khoan_2__diem_đ' is 'điểm đ khoản 2 Điều 8'."""
    return " ".join(_unit_label(part) for part in reversed(eid.split("__")))


def _unit_label(part: str) -> str:
    unit, _, number = part.rpartition("_")
    return f"{_UNITS[unit]} {number}" if unit in _UNITS else part


def provision_path(text: str) -> str:
    """Return the path that somebody means: of 'khoản 2 Điều 5' it is 'dieu_5__khoan_2', a path is taken as it is.

    Raises:
        WrongUsage: It can be neither.
    """
    words = " ".join(text.split())
    if _PATH.fullmatch(words):
        return plain_path(words)
    units = {fold(label): unit for unit, label in _UNITS.items()}
    found = re.findall(rf"({'|'.join(sorted(units, key=len, reverse=True))}) (\w+)", fold(words))
    if not found or fold(words) != " ".join(" ".join(pair) for pair in found):
        raise WrongUsage(f"no provision {text!r}: write 'dieu_5', 'dieu_5__khoan_2' or 'khoản 2 Điều 5'")
    return plain_path("__".join(f"{units[unit]}_{number}" for unit, number in reversed(found)))


def provisions_label(pairs: Sequence[ProvisionPair], most: int = 3) -> str:
    """Return words for the provisions of a step: 'khoản 3 Điều 18 (by khoản 3 Điều 1), Điều 20 and 4 more'."""
    words = (
        provision_label(pair.target) + (f" (by {provision_label(pair.source)})" if pair.source else "")
        for pair in pairs[:most]
    )
    return ", ".join(words) + (f" and {len(pairs) - most} more" if len(pairs) > most else "")


def provision_statements(document: str, eid: str) -> Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    """Write what is known of a provision: whose it is, and its path."""
    node = provision_node(document, eid)
    path = split_provision(node.value)[1] or eid
    yield node, term("rdf:type"), term("eli:LegalResourceSubdivision")
    yield node, term("eli:is_part_of"), NamedNode(document)
    yield node, term("kg:eId"), Literal(path)
    yield node, term("rdfs:label"), Literal(provision_label(path), language="vi")


def acting_pairs(relation: Relation, mentions: Sequence[Mention]) -> tuple[Pair, ...]:
    """Return the pairs of a relation; where the document itself acts, it acts in the provision that names the other's.

    Args:
        relation: The relation.
        mentions: Those of its target.
    """
    if relation.source != THIS:
        return relation.provisions
    named = dict(reversed(list(_naming(relation, mentions))))
    return tuple(dict.fromkeys((source or named.get(eid), eid) for source, eid in relation.provisions))


def _naming(relation: Relation, mentions: Iterable[Mention]) -> Iterator[tuple[str, str | None]]:
    """Return each path that is named in the evidence, with the provision of the document in which it is named."""
    for mention in mentions:
        if any(place.start <= mention.start < place.end for place in relation.evidence):
            for pinpoint in mention.pinpoints:
                yield from ((eid, mention.provision) for eid in pinpoint.eids)
