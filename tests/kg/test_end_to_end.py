"""From files to chains: the documents that ship with the project, and the real letter."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from legalkg.extractors.resources import data_path
from legalkg.kg.chains.query import ChainQuery
from legalkg.kg.collection import Collection
from legalkg.kg.model import Chain
from legalkg.kg.output.export import sorted_quads
from tests.kg.kg_factories import violations
from tests.narrowing import sure

SHARED = Path(os.environ.get("LEGALKG_SHARED") or Path(__file__).resolve().parents[2] / "../shared")
LETTER = SHARED / "corpus" / "letter-782-CV-DU.txt"


@pytest.fixture(scope="module")
def samples() -> Iterator[Collection]:
    with Collection.in_memory() as collection:
        report = collection.ingest([data_path("samples")])
        assert report.new >= 15
        assert report.failed == ()
        yield collection


def test_the_graph_of_the_samples_keeps_to_the_shapes(samples: Collection) -> None:
    assert violations(samples) == []


def test_the_samples_give_the_same_dump_in_any_order(samples: Collection) -> None:
    with Collection.in_memory() as other:
        for file in sorted(data_path("samples").iterdir(), reverse=True):
            other.ingest([file])
        assert list(sorted_quads(other.store)) == list(sorted_quads(samples.store))


def steps(chain: Chain) -> set[tuple[str | None, str, str | None]]:
    return {(step.source.number, step.relation, step.target.number or step.target.name) for step in chain.steps}


@pytest.mark.parametrize(
    ("root", "to"),
    [
        ("782-CV/ĐU", "57-KL/TW"),  # Party
        ("030/2025/QĐ-UBND", "97/2015/QH13"),  # State
        ("17/KH-UBND", "57-NQ/TW"),  # from State to Party
    ],
)
def test_the_chains_of_the_samples_are_complete_and_proved(samples: Collection, root: str, to: str) -> None:
    chain = samples.chain(samples.find(root))
    target = samples.find(to)
    assert target.iri in chain.depths
    assert target.held
    for step in chain.steps:
        assert step.quotes
        for quote in step.quotes:
            assert samples.text(quote.document).text[quote.start : quote.end] == quote.text
    down = samples.chain(target, ChainQuery("down"))
    assert chain.root.iri in down.depths


@pytest.mark.parametrize(
    ("ref", "on", "state", "by"),
    [
        ("10/2022/NĐ-CP", "2021-12-31", "not yet", []),
        ("10/2022/NĐ-CP", "2025-01-01", "in force", []),
        ("10/2022/NĐ-CP", "2026-01-01", "partly", ["175/2025/NĐ-CP"]),
        ("140/2016/NĐ-CP", "2018-12-31", "in force", []),  # only cited: the register knows from when
        ("140/2016/NĐ-CP", "2021-12-31", "partly", ["20/2019/NĐ-CP"]),
        ("140/2016/NĐ-CP", "2022-12-31", "no longer", ["10/2022/NĐ-CP"]),
        ("57-KL/TW", "2024-12-31", "unknown", []),
        ("782-CV/ĐU", "2024-12-31", "unknown", []),
    ],
)
def test_whether_a_sample_was_in_force_and_who_says_so(
    samples: Collection, ref: str, on: str, state: str, by: list[str]
) -> None:
    force = samples.force(samples.find(ref), date.fromisoformat(on))
    assert (force.state, [step.source.number for step in force.proofs]) == (state, by)
    for step in force.proofs:
        for quote in step.quotes:
            assert samples.text(quote.document).text[quote.start : quote.end] == quote.text


@pytest.mark.skipif(not LETTER.exists(), reason="the letter is not here")
def test_the_letter_reaches_the_conclusion_directly_and_over_the_directive() -> None:
    with Collection.in_memory() as collection:
        collection.ingest([LETTER])
        chain = collection.chain(collection.find("782-CV/ĐU"))
        assert {
            ("782-CV/ĐU", "implements", "110-HD/BTGTU"),
            ("782-CV/ĐU", "implements", "57-KL/TW"),
            ("782-CV/ĐU", "directs", "57-KL/TW"),
            ("782-CV/ĐU", "implements", "28-CT/TU"),
            ("782-CV/ĐU", "directs", "28-CT/TU"),
            ("28-CT/TU", "implements", "57-KL/TW"),
        } <= steps(chain)
        plan = collection.find("79-KH/TU")
        assert not plan.held
        (step,) = collection.steps(plan)
        assert step.relation == "implements"
        assert sure(step.target.name).startswith("Đề án Tổng thể")
        assert violations(collection) == []


@pytest.mark.skipif(not LETTER.exists(), reason="the letter is not here")
def test_the_letter_and_its_copy_among_the_samples_are_one() -> None:
    with Collection.in_memory() as one, Collection.in_memory() as other:
        one.ingest([data_path("samples")])
        one.ingest([LETTER])
        other.ingest([LETTER, data_path("samples")])
        assert list(sorted_quads(one.store)) == list(sorted_quads(other.store))
        assert one.find("782-CV/ĐU") == other.find("782-CV/ĐU")
