"""How well laws cited by name resolve, over the State documents of the corpus.

    python -m benchmarks.resolution          print the figures; exit status 1 if one falls short of what is asked

A law cited by its name alone in a document that gives its number elsewhere must resolve to that number. Beside it the
harder question: of the laws that a document names as its legal basis with their numbers, numbers and dates are taken
away, and name and day of the document alone must lead back to the number, or to no edge. Numbers that the register does
not have under that name (slips of the pen, amending laws named by the law they amend) prove nothing and are counted
apart. The texts are not part of the repository; they stand in a folder ``shared`` beside it (or at LEGALKG_SHARED).
"""

from __future__ import annotations

import gzip
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from legalkg import SourceText, extract
from legalkg.extractors.model import THIS, CitedDocument, Extraction
from legalkg.extractors.registry.numbers import number_key
from legalkg.kg.identity.keys import Identity, name_key
from legalkg.kg.identity.known_documents import Candidate, bundled_known_documents
from legalkg.kg.identity.resolve import Resolution, identify_source, resolve

ROOT = Path(__file__).resolve().parent.parent
LAWS = {"Luật", "Bộ luật", "Pháp lệnh"}
ASKED = 0.98


def main() -> int:
    """Print both figures; fail where a law is resolved wrongly or too few are resolved."""
    shared = Path(os.environ.get("LEGALKG_SHARED", ROOT.parent / "shared"))
    corpus = shared / "corpus" / "state-documents.jsonl.gz"
    if not corpus.is_file():
        print(f"nothing to measure: there are no State documents in {shared}", file=sys.stderr)
        return 0
    named: Counter[str] = Counter()
    stripped: Counter[str] = Counter()
    for extraction in _extractions(corpus):
        own = identify_source(extraction.header, "0" * 64)
        named.update(by_name_beside_number(extraction, own))
        stripped.update(without_numbers(extraction, own))
    total = named.total() - named["given twice"]
    print(
        f"named, number elsewhere in the document: {named['right']} of {total} = {named['right'] / total:.4f}, ", end=""
    )
    print(f"{named['wrong']} wrong, {named['open']} left open; {named['given twice']} have several numbers")
    total = stripped.total() - stripped["not in the register"]
    print(f"legal basis, number and date taken away: {stripped['right']} of {total} = ", end="")
    print(f"{stripped['right'] / total:.4f}, {stripped['wrong']} wrong, {stripped['open']} left open; ", end="")
    print(f"{stripped['not in the register']} numbers are not in the register under that name")
    return 0 if named["right"] >= ASKED * (named.total() - named["given twice"]) and not named["wrong"] else 1


def by_name_beside_number(extraction: Extraction, own: Identity) -> Iterator[str]:
    """Judge each mention of a law by name alone, with no date of its own, whose number the document gives elsewhere."""
    documents = {document.id: document for document in extraction.documents}
    given: dict[str, set[str]] = defaultdict(set)
    for mention in extraction.mentions:
        cited = documents.get(mention.document)
        if cited and cited.type in LAWS and cited.number and cited.name and "number" in mention.parts:
            given[name_key(cited.name)].add(number_key(cited.number))
    found = {resolution.cited: resolution for resolution in resolve(extraction, own, _lookup)}
    for mention in extraction.mentions:
        cited = documents.get(mention.document)
        if not cited or cited.type not in LAWS or not cited.name or {"number", "date"} & mention.parts.keys():
            continue
        numbers = given.get(name_key(cited.name), set())
        if mention.kind == "plain" and numbers and (cited.number or not cited.date):
            yield "given twice" if len(numbers) > 1 else _judged(found[cited.id], *numbers)


def without_numbers(extraction: Extraction, own: Identity) -> Iterator[str]:
    """Judge each law that the document is based on, from its name and the day of the document alone."""
    basis = {r.target for r in extraction.relations if r.source == THIS and r.relation == "based_on"}
    for cited in extraction.documents:
        if cited.id not in basis or cited.type not in LAWS or not cited.number or not cited.name:
            continue
        number = number_key(cited.number)
        if number not in _numbers_of(cited):
            yield "not in the register"
            continue
        bare = cited.model_copy(update={"number": None, "date": None})
        documents = tuple(bare if document is cited else document for document in extraction.documents)
        found = resolve(extraction.model_copy(update={"documents": documents}), own, _lookup)
        yield _judged(next(resolution for resolution in found if resolution.cited == cited.id), number)


def _numbers_of(cited: CitedDocument) -> set[str]:
    entries = _lookup([name_key(cited.name or "")])
    return {number_key(entry.facts.number) for entry in entries if entry.facts.number}


def _judged(found: Resolution, number: str) -> str:
    if found.target and found.target.rpartition("_")[2] == number.lower():
        return "right"
    return "wrong" if found.outcome == "resolved" else "open"


def _lookup(keys: Sequence[str]) -> Sequence[Candidate]:
    known_documents = bundled_known_documents()
    return list({entry.identity.iri: entry for key in keys for entry in known_documents.under(key)}.values())


def _extractions(corpus: Path) -> Iterator[Extraction]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield extract(SourceText(id=record["id"], text=record["text"]))


if __name__ == "__main__":
    sys.exit(main())
