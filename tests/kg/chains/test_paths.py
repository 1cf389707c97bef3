"""The surest paths, compared with a plain search of networkx."""

import math
import random
from itertools import islice, pairwise

import networkx as nx
import pytest

from legalkg.kg.chains.paths import surest_paths


def all_of(sureness: dict[tuple[str, str], float], start: str, end: str) -> list[float]:
    """Confidence of every simple path, the surest first."""
    graph = nx.DiGraph(sureness.keys())
    if start not in graph or end not in graph:
        return []
    found = (math.prod(sureness[pair] for pair in pairwise(path)) for path in nx.all_simple_paths(graph, start, end))
    return sorted((round(sure, 6) for sure in found), reverse=True)


@pytest.mark.parametrize("seed", range(30))
def test_as_a_search_of_all_paths_finds_them(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    nodes = "abcdefgh"
    pairs = {(dice.choice(nodes), dice.choice(nodes)) for _ in range(14)}
    sureness = {pair: dice.choice((0.5, 0.6, 0.8, 0.9, 0.95)) for pair in sorted(pairs) if pair[0] != pair[1]}
    found = list(islice(surest_paths(sureness, "a", "h"), 100))
    assert [path.confidence for path in found] == all_of(sureness, "a", "h")
    for path in found:
        assert (path.documents[0], path.documents[-1]) == ("a", "h")
        assert len(set(path.documents)) == len(path.documents)
        assert all(pair in sureness for pair in pairwise(path.documents))


def test_two_runs_beside_a_straight_step() -> None:
    ways = [["a", "b", "c", "z"], ["a", "d", "e", "f", "z"], ["a", "z"]]
    sureness = {pair: 0.9 for way in ways for pair in pairwise(way)}
    assert [list(path.documents) for path in surest_paths(sureness, "a", "z")] == [ways[2], ways[0], ways[1]]


@pytest.mark.parametrize(("start", "end"), [("a", "a"), ("b", "a"), ("a", "x"), ("x", "a")])
def test_no_path(start: str, end: str) -> None:
    assert list(surest_paths({("a", "b"): 0.9}, start, end)) == []
