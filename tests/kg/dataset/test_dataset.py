"""Extraction of datasets: what is written, what is not done again, what goes wrong, and a worker that dies."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pyoxigraph as ox
import pytest
from ray.cluster_utils import Cluster

from legalkg.extractors.pipeline import extract
from legalkg.extractors.reading import iter_records
from legalkg.kg.collection import Collection
from legalkg.kg.dataset import extract_dataset
from legalkg.kg.errors import LegalkgError
from legalkg.kg.output.export import sorted_quads
from legalkg.kg.rdf.vocabulary import is_document_graph

TEXT = """Thực hiện Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị, Đảng ủy đề nghị thực hiện.
Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;
"""
SHARDS, ROWS = 8, 12


def rows(shard: int) -> Iterator[dict[str, str]]:
    for number in range(ROWS):
        own = 100 * shard + number + 1
        known = {"number": f"{own}/2024/TT-BTC", "type": "Thông tư", "date": "2024-05-01", "issuer": "Bộ Tài chính"}
        yield {"id": f"{shard}-{number}", "text": TEXT * 5, **known}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dataset") / "in"
    folder.mkdir()
    for shard in range(SHARDS):
        lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows(shard))
        (folder / f"p{shard}.jsonl").write_text(lines, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def undisturbed(source: Path) -> Path:
    target = source.parent / "out"
    report = extract_dataset(str(source), str(target))
    assert (report.shards, report.done_before, report.documents, report.failed) == (SHARDS, 0, SHARDS * ROWS, 0)
    return target


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in Path(folder).rglob("*") if file.is_file()}


def table(folder: Path, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pq.read_table(folder / name).to_pylist()
    return rows


def test_the_tables_say_what_extract_says(source: Path, undisturbed: Path) -> None:
    records = list(iter_records(source / "p3.jsonl"))
    found = [extract(record.source) for record in records]
    documents = pq.read_table(undisturbed / "documents" / "p3.parquet").to_pylist()
    assert [(d["source"], d["number"], d["type"]) for d in documents] == [
        (e.id, e.header.number, e.header.type) for e in found
    ]
    mentions = pq.read_table(undisturbed / "mentions" / "p3.parquet").to_pylist()
    assert [(m["start"], m["end"], m["text"], m["rule"]) for m in mentions] == [
        (m.start, m.end, m.text, m.rule) for e in found for m in e.mentions
    ]
    assert {m["cited_number"] for m in mentions} >= {"57-KL/TW"}
    relations = pq.read_table(undisturbed / "relations" / "p3.parquet").to_pylist()
    texts = {e.header.number: r.source.text for e, r in zip(found, records, strict=True)}
    numbers = {d["iri"]: d["number"] for d in documents}
    assert {r["relation"] for r in relations} == {"implements", "based_on"}
    assert all(texts[numbers[r["document"]]][r["start"] : r["end"]] == r["text"] for r in relations)


def test_the_quads_are_those_of_a_collection(source: Path, undisturbed: Path) -> None:
    quads = set()
    for file in (undisturbed / "quads").iterdir():
        quads |= set(ox.parse(gzip.decompress(file.read_bytes()), format=ox.RdfFormat.N_QUADS))
    with Collection.in_memory() as collection:
        collection.ingest([source])
        held = {q for q in sorted_quads(collection.store) if is_document_graph(getattr(q.graph_name, "value", ""))}
    assert quads == held


def test_what_is_done_is_not_done_again(source: Path, undisturbed: Path, tmp_path: Path) -> None:
    before = {name: file.stat().st_mtime_ns for name in ("p0",) for file in [undisturbed / "quads" / "p0.nq.gz"]}
    assert extract_dataset(str(source), str(undisturbed)).done_before == SHARDS
    assert before == {"p0": (undisturbed / "quads" / "p0.nq.gz").stat().st_mtime_ns}


def test_what_was_broken_off_or_changed_is_done_again(source: Path, undisturbed: Path, tmp_path: Path) -> None:
    half = tmp_path / "out"
    for name, content in contents(undisturbed).items():
        (half / name).parent.mkdir(parents=True, exist_ok=True)
        (half / name).write_bytes(content)
    (half / "_done" / "p2.json").unlink()
    (half / "mentions" / "p2.parquet").write_bytes(b"half a f")
    (half / "_done" / "p5.json").write_text('{"fingerprint": "another extractor"}', encoding="utf-8")
    report = extract_dataset(str(source), str(half), workers=2)
    assert (report.done_before, report.documents) == (SHARDS - 2, SHARDS * ROWS)
    assert contents(half) == contents(undisturbed)


def test_bad_rows_and_bad_shards_are_reported_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_text('{"id": 1, "text": "Điều 1."}\n{"id": 2}\n{broken\n', encoding="utf-8")
    (tmp_path / "in" / "b.jsonl").write_text('{"id": 1, "words": "Điều 1."}\n', encoding="utf-8")
    (tmp_path / "in" / "c.parquet").write_bytes(b"PAR1 no")
    report = extract_dataset(str(tmp_path / "in"), str(tmp_path / "out"))
    assert (report.shards, report.documents, report.failed) == (3, 1, 2)
    said = [error.partition("a.jsonl: ")[2][:24] for error in report.errors]
    assert said == ["row 2: no text in column", "row 3: is not JSON in UT"]
    assert "b.jsonl: has no column that is known to hold texts" in report.broken[0]
    assert report.broken[0].endswith("it has: id, words")
    assert "c.parquet: is damaged or no Parquet file" in report.broken[1]
    assert not (tmp_path / "out" / "_done" / "b.json").exists()


@pytest.mark.parametrize("address", ["none/at/all", "s4://bucket/folder"])
def test_where_there_is_no_dataset(address: str, tmp_path: Path) -> None:
    with pytest.raises(LegalkgError, match=address):
        extract_dataset(address, str(tmp_path))
    with pytest.raises(LegalkgError, match="there is no dataset"):
        extract_dataset(str(tmp_path), str(tmp_path))


def command(*arguments: int | str | Path) -> list[str]:
    return [sys.executable, "-m", "legalkg", "extract-dataset", *map(str, arguments)]


def test_the_command(source: Path, undisturbed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        command(source, tmp_path / "out", "--workers", 2), capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0
    assert done.stdout.startswith(f"{SHARDS} shards (0 done before): {SHARDS * ROWS} documents, ")
    assert len(done.stderr.splitlines()) == SHARDS
    assert contents(tmp_path / "out") == contents(undisturbed)
    again = subprocess.run(
        command(source, tmp_path / "out", "--format", "json"), capture_output=True, encoding="utf-8", check=False
    )
    assert json.loads(again.stdout)["done_before"] == SHARDS
    bad = subprocess.run(command(tmp_path / "none", tmp_path), capture_output=True, encoding="utf-8", check=False)
    assert (bad.returncode, len(bad.stderr.splitlines())) == (1, 1)


def test_ctrl_c_ends_it_at_once_and_what_is_done_is_not_done_again(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for shard in range(6):
        lines = "\n".join(json.dumps({**row, "text": TEXT * 300}) for row in rows(shard))
        (tmp_path / "in" / f"p{shard}.jsonl").write_text(lines, encoding="utf-8")
    done = tmp_path / "out" / "_done"
    with subprocess.Popen(
        command(tmp_path / "in", tmp_path / "out", "--workers", 2), stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        deadline = time.monotonic() + 300
        while not list(done.glob("*.json")):
            assert time.monotonic() < deadline
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        assert process.communicate()[1].endswith("legalkg: stopped; files that are done are not done again\n")
        assert process.returncode == 130
    before = len(list(done.glob("*.json")))
    assert 0 < before < 6
    assert extract_dataset(str(tmp_path / "in"), str(tmp_path / "out")).done_before == before


def test_without_pyarrow_it_says_what_to_install(source: Path, tmp_path: Path) -> None:
    code = "import sys; sys.modules['pyarrow'] = None; from legalkg.kg.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "extract-dataset", source, tmp_path], capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (
        1, "legalkg: extract-dataset needs pyarrow: pip install 'legalkg[parquet]'\n",
    )  # fmt: skip


def test_no_cluster_at_an_address(source: Path, tmp_path: Path) -> None:
    pytest.importorskip("ray")
    done = subprocess.run(
        command(source, tmp_path, "--ray", "127.0.0.1:1"), capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1
    assert "no Ray cluster at 127.0.0.1:1" in done.stderr
    assert "Traceback" not in done.stderr


# --- a cluster of two workers ---


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    pytest.importorskip("ray")
    from ray.cluster_utils import Cluster

    settings = {"num_cpus": 1, "object_store_memory": 100 << 20, "include_dashboard": False}
    made = Cluster(initialize_head=True, head_node_args=settings)
    made.add_node(num_cpus=1, object_store_memory=100 << 20)
    yield made
    made.shutdown()  # type: ignore[no-untyped-call]


def test_a_cluster_gives_the_same_though_a_worker_is_killed(
    source: Path, undisturbed: Path, cluster: Cluster, tmp_path: Path
) -> None:
    target = tmp_path / "out"
    (tmp_path / "pydantic.py").write_text("open('sprung', 'w')")  # what lies in the current folder is no code
    with subprocess.Popen(
        command(source, "out", "--ray", cluster.address, "--format", "json"),
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    ) as process:  # fmt: skip
        killed = kill_a_worker_at_work(target, process)
        out, err = process.communicate(timeout=900)
    assert killed
    assert process.returncode == 0, err
    assert json.loads(out)["documents"] == SHARDS * ROWS
    assert contents(target) == contents(undisturbed)


def kill_a_worker_at_work(target: Path, process: subprocess.Popen[str]) -> bool:
    """Kill a process that does a shard as soon as one of them begins, long before the last is done."""
    deadline = time.monotonic() + 600
    while process.poll() is None and time.monotonic() < deadline:
        at_work = [pid for pid, title in titles() if title.startswith("ray::Map")]
        if at_work and len(list(target.glob("_done/*.json"))) < SHARDS:
            os.kill(at_work[0], signal.SIGKILL)
            return True
        time.sleep(0.01)
    return False


def titles() -> Iterator[tuple[int, str]]:
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                yield int(folder.name), (folder / "cmdline").read_bytes().decode(errors="replace")
            except OSError:
                continue
