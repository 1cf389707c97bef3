"""The surest paths between two documents (Yen), also where they are thousands of steps long."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

from legalkg.kg.model import Path

if TYPE_CHECKING:
    import networkx as nx

_EACH_STEP = 1e-9
"""Between two paths that are equally sure the shorter one is better."""


def surest_paths(sureness: Mapping[tuple[str, str], float], start: str, end: str) -> Iterator[Path]:
    """Return the paths between two documents, the surest first; a path comes to no document twice.

    Args:
        sureness: Pair of IRIs -> how sure the step between them is, from 0 to 1.
        start: IRI of the one.
        end: IRI of the other.
    """
    import networkx as nx

    graph: nx.DiGraph[Any] = nx.DiGraph()
    for (one, other), sure in sureness.items():
        graph.add_edge(one, other, weight=_EACH_STEP - math.log(max(sure, _EACH_STEP)))
    if start == end or start not in graph or end not in graph:
        return
    between = graph.subgraph((nx.descendants(graph, start) | {start}) & (nx.ancestors(graph, end) | {end}))
    if start not in between or end not in between:
        return
    short, runs = _without_runs(between, start, end)
    for found in nx.shortest_simple_paths(short, start, end, weight="weight"):
        path = tuple(chain.from_iterable(runs.get(node, (node,)) for node in found))
        yield Path(documents=path, confidence=round(math.prod(sureness[pair] for pair in pairwise(path)), 6))


def _without_runs(
    graph: nx.DiGraph[Any], start: str, end: str
) -> tuple[nx.DiGraph[Any], Mapping[str, tuple[str, ...]]]:
    """Put one node, the first, in place of each run of documents with one way in and one way out.

    Yen's method looks for a way round each document of a path; on a run there is none.
    """
    run_nodes = {n for n in graph if n not in (start, end) and graph.in_degree(n) == graph.out_degree(n) == 1}
    short = graph.copy()
    runs = {}
    for first in sorted(n for n in run_nodes if next(iter(graph.pred[n])) not in run_nodes):
        run = [first]
        weight = 0.0
        while (following := next(iter(graph.succ[run[-1]]))) in run_nodes:
            weight += graph.edges[run[-1], following]["weight"]
            run.append(following)
        short.remove_nodes_from(run[1:])
        short.add_edge(first, following, weight=weight + graph.edges[run[-1], following]["weight"])
        runs[first] = tuple(run)
    return short, runs
