"""How fast chains are, beside the same closure in rdflib and in SPARQL on Oxigraph, in the same run.

    python -m benchmarks.chain [--store FOLDER] [--sample N] [--json]

Builds a collection of all of ``../shared/corpus`` (a few minutes; of ``data/samples`` where that is missing), or takes
the one that ``--store`` already holds. Prints, in milliseconds: opening and the first answer in a new process; chains
up and down from every document, as they are and as of a day; the closure of those that have one, here (with relation,
quotes and confidence of every step), in SPARQL property paths on the same Oxigraph, and in rdflib, which holds only
the edges in question; and a chain 10,000 documents deep. The machine's load stands beside the figures.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import rdflib

from legalkg import SourceText, extract
from legalkg.kg.chains.query import ChainQuery
from legalkg.kg.cli.tree import tree_lines
from legalkg.kg.collection import Collection
from legalkg.kg.identity.keys import BASE, DocumentFacts, identify
from legalkg.kg.identity.resolution_rules import NO_CANDIDATE
from legalkg.kg.identity.resolve import Resolution
from legalkg.kg.model import Chain, Direction, Document
from legalkg.kg.output.graph import chain_graph, write_graphml
from legalkg.kg.output.report import report_lines
from legalkg.kg.rdf.statements import statements
from legalkg.kg.rdf.vocabulary import PREFIXES, graph_of, term

ROOT = Path(__file__).resolve().parent.parent
DEEP = 10_000
CLOSURES = 300
PATH = "kg:restsOn|kg:sameDocumentAs|^kg:sameDocumentAs"
FIRST = """
import sys, time
start = time.perf_counter()
from legalkg.kg.collection import Collection
imported = time.perf_counter()
with Collection.open(sys.argv[1], read_only=True) as collection:
    collection.chain(collection.find(sys.argv[2]))
    print(imported - start, time.perf_counter() - imported)
"""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", type=Path, help="folder of the collection; built there if it is empty")
    parser.add_argument("--sample", type=int, help="take this many documents instead of all")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    figures: dict[str, object] = {"load at the start": os.getloadavg()[0]}
    with tempfile.TemporaryDirectory() as folder:
        store = options.store or Path(folder) / "store"
        if not (store / "archive.sqlite").exists():
            figures["seconds to build"] = round(_timed(lambda: build(store)) / 1000)
        with Collection.open(store, read_only=True) as collection:
            documents = list(collection.documents(limit=None))
            figures["documents"] = len(documents)
            figures["held"] = sum(document.held for document in documents)
            if options.sample:
                documents = random.Random(1).sample(documents, min(options.sample, len(documents)))  # noqa: S311
            figures["import and first answer"] = first_answer(store, documents)
            for direction in ("up", "down"):
                figures[f"chain {direction}"] = chains(collection, documents, direction)
            figures["chain up as of 2020-01-01"] = chains(collection, documents, "up", date(2020, 1, 1))
            figures["closure"] = closures(collection, documents)
    figures[f"a chain {DEEP:,} deep"] = deep()
    figures["load at the end"] = os.getloadavg()[0]
    if options.json:
        print(json.dumps(figures, ensure_ascii=False))
    else:
        for name, figure in figures.items():
            print(f"{name}: {figure}")
    return 0


def build(store: Path) -> None:
    """Make the collection."""
    shared = Path(os.environ.get("LEGALKG_SHARED", ROOT.parent / "shared")) / "corpus"
    with Collection.open(store) as collection:
        collection.ingest([shared if shared.is_dir() else ROOT / "data" / "samples"])


def first_answer(store: Path, documents: Iterable[Document]) -> dict[str, float]:
    """Return the time for loading the code, and that from opening the store to the first chain, in a new process."""
    wanted = next(document.id for document in documents if document.held)
    runs = []
    for _ in range(3):
        found = subprocess.run(
            [sys.executable, "-c", FIRST, str(store), wanted], capture_output=True, text=True, check=True, cwd=ROOT
        )
        runs.append([float(part) * 1000 for part in found.stdout.split()])
    imported, answered = (statistics.median(values) for values in zip(*runs, strict=True))
    return {"import": round(imported), "open and answer": round(answered)}


def chains(
    collection: Collection, documents: Iterable[Document], direction: Direction, as_of: date | None = None
) -> dict[str, float]:
    """Return how long the chains of documents take."""
    found = [_timed(partial(collection.chain, document, ChainQuery(direction, as_of=as_of))) for document in documents]
    return _spread(found)


def closures(collection: Collection, documents: Iterable[Document]) -> dict[str, object]:
    """Compare the closure of documents that rest on others with that of rdflib and of SPARQL on Oxigraph."""
    wanted = [document for document in documents if collection.chain(document, ChainQuery(depth=1)).steps]
    wanted = random.Random(1).sample(wanted, min(CLOSURES, len(wanted)))  # noqa: S311
    graph = _edges_in_rdflib(collection)
    rests_on, same = (rdflib.URIRef(term(name).value) for name in ("kg:restsOn", "kg:sameDocumentAs"))
    path = (rests_on | same | ~same) * "+"
    ours: list[float] = []
    oxigraph: list[float] = []
    in_rdflib: list[float] = []
    alike = 0
    for document in wanted:
        iri = document.iri
        chain, milliseconds = _result(partial(collection.chain, document))
        ours.append(milliseconds)
        query = f"SELECT DISTINCT ?x {{ <{iri}> ({PATH})+ ?x }}"
        rows, milliseconds = _result(lambda q=query: list(collection.query(q).rows()))  # type: ignore[misc]
        oxigraph.append(milliseconds)
        nodes, milliseconds = _result(lambda i=iri: set(graph.objects(rdflib.URIRef(i), path)))  # type: ignore[misc]
        in_rdflib.append(milliseconds)
        reached = {d.iri for d in chain.documents}
        alike += all(
            {collection.canonical(collection.document(str(iri))).iri for iri in found} | {chain.root.iri} == reached
            for found in ([row[0] for row in rows], nodes)
        )
    return {
        "documents": len(wanted),
        "alike in all three": alike,
        "here, with all evidence": _spread(ours),
        "SPARQL on Oxigraph, IRIs only": _spread(oxigraph),
        "rdflib, IRIs only": _spread(in_rdflib),
        "ratio to Oxigraph (sum)": round(sum(ours) / sum(oxigraph), 2),
        "ratio to rdflib (sum)": round(sum(ours) / sum(in_rdflib), 2),
    }


def deep() -> dict[str, object]:
    """Measure one chain that is very deep, in all the forms in which it is given."""
    with Collection.in_memory() as collection:
        for n in range(DEEP, 0, -1):
            _add_link(collection, n)
        root = Document(iri=_deep_iri(DEEP), id="root")
        chain, milliseconds = _result(lambda: collection.chain(root))
        found: dict[str, object] = {"steps": len(chain.steps), "here": round(milliseconds)}
        query = f"SELECT DISTINCT ?x {{ <{root.iri}> ({PATH})+ ?x }}"
        found["SPARQL on Oxigraph"] = round(_timed(lambda: list(collection.query(query).rows())))
        graph = _edges_in_rdflib(collection)
        path = rdflib.URIRef(term("kg:restsOn").value) * "+"  # type: ignore[operator]
        try:
            found["rdflib"] = round(_timed(lambda: set(graph.objects(rdflib.URIRef(root.iri), path))))
        except RecursionError:
            found["rdflib"] = "RecursionError"
        for name, write in _FORMS.items():
            found[name] = round(_timed(partial(write, chain)))
    return found


_FORMS: dict[str, Callable[[Chain], object]] = {
    "as JSON": lambda chain: chain.model_dump_json(),
    "as a tree": lambda chain: [line.plain for line in tree_lines(chain, {})],
    "as a report": lambda chain: list(report_lines(chain)),
    "as GraphML": lambda chain: write_graphml(chain_graph(chain), io.BytesIO()),
}


def _add_link(collection: Collection, n: int) -> None:
    text = f"Kết luận {n}-KL/TW. Thực hiện Kết luận {n - 1}-KL/TW ngày 01 tháng 01 năm 2020 của Bộ Chính trị."
    source = SourceText(id=str(n), text=text)
    start, end = text.index("Thực"), len(text)
    extraction = extract(source).model_copy(update={"documents": (), "mentions": ()})
    relation = {
        "source": "this", "relation": "implements", "target": "d1", "rule": "deep", "cue": "Thực hiện",
        "confidence": 0.9, "evidence": [{"start": start, "end": end, "text": text[start:end]}],
    }  # fmt: skip
    extraction = type(extraction).model_validate(extraction.model_dump() | {"relations": [relation]})
    facts = DocumentFacts("Kết luận", f"{n - 1}-KL/TW", "2020-01-01")
    below = Resolution("d1", "created", identify(facts, local=""), _deep_iri(n - 1), facts, NO_CANDIDATE, "deep")
    quads = statements(source, extraction, _deep_iri(n), [below], "0" * 64)
    collection.store.replace_graphs({graph_of(_deep_iri(n)): quads})


def _deep_iri(n: int) -> str:
    return f"{BASE}ket-luan_{n}-kl-tw_2020-01-01"


def _edges_in_rdflib(collection: Collection) -> rdflib.Graph:
    graph = rdflib.Graph()
    for name in ("kg:restsOn", "kg:sameDocumentAs"):
        for quad in collection.store.match(None, term(name)):
            graph.add(tuple(rdflib.URIRef(node.value) for node in quad.triple))  # type: ignore[arg-type]
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri)
    return graph


def _result(action: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    found = action()
    return found, (time.perf_counter() - start) * 1000


def _timed(action: Callable[[], object]) -> float:
    return _result(action)[1]


def _spread(values: list[float]) -> dict[str, float]:
    ordered = sorted(values) or [0.0]
    at = {
        name: ordered[min(len(ordered) - 1, int(len(ordered) * part))] for name, part in (("p50", 0.5), ("p95", 0.95))
    }
    return {name: round(value, 2) for name, value in {**at, "max": ordered[-1]}.items()}


if __name__ == "__main__":
    sys.exit(main())
