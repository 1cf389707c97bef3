"""The command line, as people and programs use it."""

import codecs
import csv
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from importlib import metadata
from itertools import pairwise
from pathlib import Path

import jsonschema
import networkx as nx
import pytest
from rich.console import Console
from typer.testing import CliRunner

from legalkg.extractors.model import Extraction
from legalkg.kg.cli import PLUGINS, build
from legalkg.kg.cli.tree import tree_lines
from legalkg.kg.collection import Collection
from legalkg.kg.model import Chain, Document, Quote, Step
from legalkg.kg.output.graph import chain_graph, write_graphml
from legalkg.kg.output.quoting import counted
from legalkg.kg.output.report import report_lines
from tests.kg.kg_factories import (
    KNOWN,
    Made,
    cited,
    collection_of,
    conclusion_57,
    directive_28,
    guidance_110,
    letter_782,
    made,
    put,
)
from tests.narrowing import sure

LETTER = """ĐẢNG ỦY SỞ TÀI CHÍNH
*
Số 12-CV/ĐU

Kính gửi: Các chi bộ trực thuộc

Thực hiện Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị, Đảng ủy đề nghị các chi bộ thực hiện.
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "store"
    with Collection.open(path, known_documents=KNOWN) as collection:
        other = made("28-CT/TU", "Chỉ thị", "2020-01-01", "Tỉnh ủy Sơn La", path="s.txt")
        put(collection, letter_782(), guidance_110(), conclusion_57(), directive_28(), other)
    return path


def legalkg(*arguments: str | Path, lines: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "legalkg", *map(str, arguments)],
        input=lines,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture
def run(store: Path) -> Callable[..., str]:
    """Run a command over the store within this process; gives its output."""

    def runner(*arguments: str) -> str:
        result = CliRunner().invoke(build(), ["--store", str(store), *arguments])
        assert result.exit_code == 0, result.output
        return result.stdout

    return runner


# --- chain ---


def test_chain_prints_each_step_with_the_words_that_prove_it(run: Callable[..., str]) -> None:
    out = run("chain", "782-CV/ĐU")
    lines = out.splitlines()
    assert lines[0] == "Công văn 782-CV/ĐU · Đảng ủy Sở Giáo dục và Đào tạo · held"
    assert "├─ implements (thực hiện)  Hướng dẫn 110-HD/BTGTU · 2024-01-31 · Ban Tuyên giáo Thành ủy · held" in lines
    assert "directs to implement (chỉ đạo thực hiện)  Kết luận 57-KL/TW · 2023-06-15 · Bộ Chính trị · held" in out
    assert "“Nay thực hiện Hướng dẫn 110-HD/BTGTU của Ban Tuyên giáo Thành ủy, đề nghị các đơn vị lưu ý.”" in out
    assert "(nothing that it rests on; cites nothing)" in out
    assert "↑ see above" in out or "↓ see below" in out


def test_chain_down_and_to_and_depth(run: Callable[..., str]) -> None:
    assert "← implements (thực hiện)  Chỉ thị 28-CT/TU" in run("chain", "57-KL/TW", "--down")
    assert "110-HD" not in run("chain", "782-CV/ĐU", "--to", "57-KL/TW")
    assert "(depth)" in run("chain", "782-CV/ĐU", "--depth", "1")
    assert "no path leads to Công văn 782-CV/ĐU" in run("chain", "57-KL/TW", "--to", "782-CV/ĐU")


def test_chain_of_other_relations(run: Callable[..., str]) -> None:
    assert "110-HD" not in run("chain", "782-CV/ĐU", "--relation", "directs", "--relation", "amends")
    assert "57-KL/TW" in run("chain", "782-CV/ĐU", "--relation", "directs", "--relation", "amends")


def test_chain_as_of_a_day_and_by_confidence(run: Callable[..., str]) -> None:
    out = run("chain", "57-KL/TW", "--down", "--as-of", "2023-12-31")
    assert "28-CT/TU" in out
    assert "110-HD" not in out
    assert " · unknown" in out
    assert "(only less sure steps lead on)" in run("chain", "782-CV/ĐU", "--min-confidence", "0.95")


def test_the_surest_paths(run: Callable[..., str]) -> None:
    lines = run("chain", "782-CV/ĐU", "--to", "57-KL/TW", "--paths", "2").splitlines()
    assert lines[-2:] == [
        "0.9  Công văn 782-CV/ĐU → Kết luận 57-KL/TW",
        "0.81  Công văn 782-CV/ĐU → Chỉ thị 28-CT/TU → Kết luận 57-KL/TW",
    ]


def test_chain_as_a_report(run: Callable[..., str]) -> None:
    lines = run("chain", "782-CV/ĐU", "--format", "markdown", "--as-of", "2024-12-31").splitlines()
    assert lines[0] == "# What it rests on: Công văn 782-CV/ĐU"
    assert "- as of 2024-12-31" in lines
    assert any(line.startswith("| 1 | 1 | ") and "| unknown: nothing says so" in line for line in lines)
    assert any("**implements (thực hiện)**" in line and "confidence 0.9" in line for line in lines)
    assert any("“" not in line and line.startswith("  > — Công văn 782-CV/ĐU, characters ") for line in lines)
    assert "The path ends here: nothing that it rests on; cites nothing." in lines


def test_chain_as_a_table_and_as_graphml(run: Callable[..., str]) -> None:
    assert "implements  Hướng dẫn 110-HD/BTGTU" in run("chain", "782-CV/ĐU", "--format", "table")
    graph = nx.parse_graphml(run("chain", "782-CV/ĐU", "--format", "graphml", "--as-of", "2024-12-31"))
    assert {node["force"] for _, node in graph.nodes(data=True)} == {"unknown"}
    assert all(edge["quote"] for _, _, edge in graph.edges(data=True))


def test_chain_as_json(run: Callable[..., str]) -> None:
    chain = Chain.model_validate_json(run("chain", "782-CV/ĐU", "--format", "json"))
    assert chain.root.number == "782-CV/ĐU"
    assert len(chain.steps) == 6


def test_lines_are_not_wrapped_where_there_is_no_terminal(run: Callable[..., str]) -> None:
    assert max(len(line) for line in run("chain", "782-CV/ĐU").splitlines()) > 90
    assert "\x1b" not in run("chain", "782-CV/ĐU")


# --- show, search, export, schema ---


def test_show(run: Callable[..., str]) -> None:
    out = run("show", "57-KL/TW")
    assert "is acted on by" in out
    assert "  on 2020-01-01: not yet — it is of 2023-06-15" in run("show", "57-KL/TW", "--as-of", "2020-01-01")
    found = json.loads(run("show", "782-CV/ĐU", "--format", "json"))
    assert [c["target"]["number"] for c in found["citations"]] == ["110-HD/BTGTU", "57-KL/TW", "28-CT/TU"]


def test_search(run: Callable[..., str]) -> None:
    assert "57-KL/TW" in run("search", "thong tin", "đối", "ngoại")
    assert run("search", "khongcogi") == "nothing found\n"
    (hit,) = json.loads(run("search", "thong tin doi ngoai", "--format", "json"))["hits"]
    assert hit["document"]["number"] == "57-KL/TW"


def test_search_with_filters(run: Callable[..., str]) -> None:
    words = ("search", "thong tin doi ngoai", "--format", "json")
    numbers = [hit["document"]["number"] for hit in json.loads(run(*words))["hits"]]
    of_the_bureau = json.loads(run(*words, "--issuer", "bo chinh tri", "--type", "ket luan", "--from", "2023"))["hits"]
    assert [hit["document"]["number"] for hit in of_the_bureau] == ["57-KL/TW"]
    assert json.loads(run(*words, "--to", "1999-12")) == {"total": 0, "hits": []}
    assert [hit["document"]["number"] for hit in json.loads(run(*words, "--offset", "1"))["hits"]] == numbers[1:]
    listed = json.loads(run("search", "--type", "kết luận", "--format", "json"))["hits"]
    assert {hit["document"]["type"] for hit in listed} == {"Kết luận"}


def test_search_of_a_day_that_does_not_exist(store: Path) -> None:
    done = legalkg("search", "x", "--from", "2023-02-30", "--store", store)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "invalid date '2023-02-30'" in done.stderr


def test_export_to_a_file_and_to_standard_output(store: Path, tmp_path: Path) -> None:
    target = tmp_path / "edges.csv"
    assert legalkg("export", "--format", "csv", "-o", target, "--store", store).returncode == 0
    out = legalkg("export", "--format", "csv", LEGALKG_STORE=str(store)).stdout
    assert target.read_text(encoding="utf-8").split() == out.split()
    assert len(list(csv.DictReader(io.StringIO(out)))) > 4
    bad = legalkg("export", "--format", "csv", "-o", tmp_path / "no" / "edges.csv", "--store", store)
    assert (bad.returncode, bad.stderr.count("\n")) == (1, 1)


def test_schema_is_that_of_the_public_format(run: Callable[..., str]) -> None:
    schema = json.loads(run("schema"))
    jsonschema.validate(json.loads(letter_782().extraction.model_dump_json()), schema)


def test_timeline(run: Callable[..., str]) -> None:
    out = run("timeline", "57-KL/TW")
    assert "2023-06-15  issued" in out
    assert "2023-10-16  carried out by" in out
    events = json.loads(run("timeline", "57-KL/TW", "--format", "json"))["events"]
    assert [event["event"] for event in events][:2] == ["issued", "carried out by"]


def test_missing(run: Callable[..., str]) -> None:
    assert run("missing") == "0 documents are cited but not held\n"
    assert json.loads(run("missing", "--format", "json")) == {"total": 0, "missing": []}


def test_stats(run: Callable[..., str]) -> None:
    out = run("stats")
    assert out.startswith("5 documents, 5 of them held\n")
    found = json.loads(run("stats", "--top", "1", "--format", "json"))
    assert found["most_cited"][0]["document"]["number"] == "57-KL/TW"


def test_validate(run: Callable[..., str], store: Path) -> None:
    assert run("validate").endswith(" graphs, 0 violations\n")
    assert json.loads(run("validate", "782-CV/ĐU", "--format", "json")) == {"graphs": 1, "violations": []}


# --- extract ---


def test_extract_streams_lines_and_goes_on_after_a_bad_one() -> None:
    lines = [
        json.dumps({"id": "a", "text": LETTER}),
        "{not json",
        '{"id": 1, "text": "x"}',
        "[]",
        "",
        json.dumps({"id": "b", "text": ""}),
    ]
    done = legalkg("extract", "--jsonl", "-", lines="\n".join(lines))
    assert done.returncode == 1
    results = [Extraction.model_validate_json(line) for line in done.stdout.splitlines()]
    assert [result.id for result in results] == ["a", "b"]
    assert "57-KL/TW" in {document.number for document in results[0].documents}
    assert [error.partition(": ")[2].partition(":")[0] for error in done.stderr.splitlines()] == [
        "line 2",
        "line 3",
        "line 4",
    ]


def test_extract_answers_each_line_before_the_next_is_sent() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "legalkg", "extract", "--jsonl", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        for name in "ab":
            sure(process.stdin).write(json.dumps({"id": name, "text": LETTER}) + "\n")
            sure(process.stdin).flush()
            assert json.loads(sure(process.stdout).readline())["id"] == name
        sure(process.stdin).close()
        assert process.wait(timeout=300) == 0


def test_extract_prints_a_table(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(LETTER, encoding="utf-8")
    out = legalkg("extract", file).stdout
    assert "Kết luận 57-KL/TW" in out
    assert "2023-06-15" in out
    done = legalkg("extract", file, tmp_path / "none.txt", "--jsonl")
    assert done.returncode == 1
    assert "none.txt" in done.stderr
    assert len(done.stdout.splitlines()) == 1


def test_extract_takes_what_ingest_takes(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("letter.txt", LETTER)
        packed.writestr("broken.pdf", b"%PDF-1.4")
    rows = [{"id": "b", "text": LETTER}, {"id": "c"}]
    (tmp_path / "d.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (tmp_path / "e.csv").write_text('doc,content\nf,"Thực hiện Kết luận số 57-KL/TW."\n', encoding="utf-8")
    done = legalkg("extract", "--jsonl", tmp_path / "a.zip", tmp_path / "d.jsonl")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["id"] for one in found] == [f"{tmp_path}/a.zip!/letter.txt", "b"]
    assert all("57-KL/TW" in {cited["number"] for cited in one["documents"]} for one in found)
    assert done.returncode == 1
    assert ["broken.pdf" in line or "row 2" in line for line in done.stderr.splitlines()] == [True, True]
    named = legalkg("extract", "--jsonl", "--columns", "text=content,id=doc", tmp_path / "e.csv")
    assert (named.returncode, json.loads(named.stdout)["id"]) == (0, "f")


# --- ingest ---


def test_ingest_then_chain(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(LETTER, encoding="utf-8")
    done = legalkg("ingest", file, "--store", tmp_path / "s")
    counts = "1 new, 0 changed, 0 unchanged, 0 failed\ncitations: 1; cited documents: 1 resolved\n"
    assert (done.returncode, done.stdout) == (0, counts)
    again = legalkg("ingest", file, "--store", tmp_path / "s", "--format", "json")
    assert json.loads(again.stdout)["unchanged"] == 1
    assert "57-KL/TW" in legalkg("--store", tmp_path / "s", "chain", "12-CV/ĐU").stdout
    missing = legalkg("ingest", tmp_path / "none.txt", "--store", tmp_path / "s")
    assert missing.returncode == 1
    assert "none.txt" in missing.stderr


# --- errors, start-up ---


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["chain", "99-XX/YY"], 1, "no document '99-XX/YY'"),
        (["chain", "28-CT/TU"], 1, "2020-01-01, Tỉnh ủy Sơn La"),
        (["show", ""], 1, "no document ''"),
        (["chain", "782-CV/ĐU", "--depth", "-1"], 2, "--depth"),
        (["export", "--format", "pdf"], 2, "pdf"),
        (["nonsense"], 2, "nonsense"),
        (["chain"], 2, "DOC"),
        (["chain", "782-CV/ĐU", "--as-of", "2020-02-30"], 2, "invalid date '2020-02-30': use YYYY, YYYY-MM or"),
        (["show", "782-CV/ĐU", "--as-of", "hôm qua"], 2, "invalid date"),
        (["chain", "782-CV/ĐU", "--relation", "likes"], 2, "is none of implements"),
        (["chain", "782-CV/ĐU", "--min-confidence", "2"], 2, "--min-confidence"),
        (["chain", "782-CV/ĐU", "--paths", "2"], 2, "needs --to"),
        (["show", "28-CT/TU ngày 31/2/2023"], 1, "invalid date '2023-02-31'"),
        (["review", "reject", "782-CV/ĐU", "99-XX/YY", "--by", "Lan"], 1, "is not cited in"),
        (["review", "accept", "782-CV/ĐU", "57-KL/TW", "--relation", "likes"], 2, "is none of implements"),
        (["search", "x", "--to", "2023-13"], 2, "invalid date '2023-13'"),
        (["export", "--format", "turtle", "--excel"], 2, "csv"),
        (["--store", "ftp://host/x", "stats"], 2, "'ftp://host/x' is no address"),
        (["ingest"], 2, "give either what to take in, or --resume"),
        (["review", "undo", "7", "--by", "Lan"], 1, "there is no correction 7"),
        (["review", "accept", "110-XX/TU", "x", "--by", "Lan"], 1, "no document"),
    ],
)
def test_a_users_mistake_gets_a_message_and_no_traceback(
    store: Path, arguments: list[str], status: int, words: str
) -> None:
    done = legalkg("--store", store, *arguments)
    assert done.returncode == status
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("legalkg: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("LEGALKG_READING_TIMEOUT", "soon", "LEGALKG_READING_TIMEOUT: Input should be a valid number"),
        ("LEGALKG_STORE_RETRIES", "-1", "LEGALKG_STORE_RETRIES: "),
    ],
)
def test_a_wrong_setting_is_named_in_one_line(store: Path, name: str, value: str, words: str) -> None:
    done = legalkg("--store", store, "stats", **{name: value})
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert words in done.stderr


def test_an_empty_setting_is_as_none(store: Path, tmp_path: Path) -> None:
    (tmp_path / ".legalkg").symlink_to(store)
    done = subprocess.run(
        [sys.executable, "-m", "legalkg", "show", "57-KL/TW"], cwd=tmp_path, capture_output=True, encoding="utf-8",
        check=True, env={**os.environ, "LEGALKG_STORE": "", "LEGALKG_STORE_TIMEOUT": ""},
    )  # fmt: skip
    assert done.stdout.startswith("Kết luận 57-KL/TW")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    "command",
    [
        "show 57-KL/TW",
        "doctor",
        "--help",
        "stats --format json",
        "export --format nquads",
        "export --format csv -o /dev/full",
    ],
)
def test_a_full_disk_behind_the_output_is_one_line(store: Path, command: str) -> None:
    shell = f"{sys.executable} -m legalkg --store {store} {command} > /dev/full"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, encoding="utf-8", check=False)
    where = "/dev/full" if "-o" in command else "standard output"
    assert (done.returncode, done.stderr) == (1, f"legalkg: {where}: No space left on device\n")


@pytest.mark.parametrize(
    ("given", "day"), [("2023", "2023-12-31"), ("2024-02", "2024-02-29"), ("2024-02-01", "2024-02-01")]
)
def test_of_a_year_or_month_the_last_day_is_meant(run: Callable[..., str], given: str, day: str) -> None:
    assert f"  on {day}: " in run("show", "57-KL/TW", "--as-of", given)


@pytest.mark.parametrize("command", [("ingest",), ("extract", "--jsonl")])
def test_a_dataset_without_rows_is_said(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "a.jsonl").touch()
    done = legalkg("--store", tmp_path / "s", *command, tmp_path / "a.jsonl")
    assert (done.returncode, done.stderr.count("\n")) == (0, 1)
    assert f"there is nothing to read in {tmp_path}/a.jsonl" in done.stderr


def test_tables_have_labels_and_the_mark_that_excel_needs(store: Path) -> None:
    plain, marked = (
        subprocess.run(
            [sys.executable, "-m", "legalkg", "--store", str(store), "export", "--format", "csv", *more],
            capture_output=True, check=True,
        ).stdout
        for more in ((), ("--excel",))
    )  # fmt: skip
    assert marked == codecs.BOM_UTF8 + plain
    rows = list(csv.DictReader(io.StringIO(plain.decode())))
    assert ("Công văn 782-CV/ĐU", "Hướng dẫn 110-HD/BTGTU") in {(r["source_label"], r["target_label"]) for r in rows}


@pytest.mark.parametrize(
    ("kind", "number", "label"),
    [
        ("TCVN", "TCVN 5574:2018", "TCVN 5574:2018"),
        ("TCVN", "5574:2018", "TCVN 5574:2018"),
        ("Nghị định", "30/2020/NĐ-CP", "Nghị định 30/2020/NĐ-CP"),
        (None, "30/2020/NĐ-CP", "30/2020/NĐ-CP"),
    ],
)
def test_a_label_names_the_type_once(kind: str | None, number: str, label: str) -> None:
    assert Document(iri="a", id="a", type=kind, number=number).label == label


def test_one_is_no_plural() -> None:
    assert [counted(n, "document") for n in (0, 1, 2, 1000)] == [
        "0 documents", "1 document", "2 documents", "1,000 documents",
    ]  # fmt: skip


def test_a_missing_store_says_how_to_make_one(tmp_path: Path) -> None:
    done = legalkg("search", "x", LEGALKG_STORE=str(tmp_path / "none"))
    assert done.returncode == 1
    assert "legalkg ingest" in done.stderr


@pytest.mark.parametrize("command", ["export --format nquads", "chain 782-CV/ĐU", "search khongcogi"])
def test_a_reader_that_goes_away_is_no_error(store: Path, command: str) -> None:
    shell = f"{sys.executable} -m legalkg --store {store} {command} | true"
    buffered = {**os.environ, "PYTHONUNBUFFERED": ""}  # else nothing is left to be written at the end
    done = subprocess.run(["bash", "-c", shell], capture_output=True, encoding="utf-8", check=False, env=buffered)
    assert done.stderr == ""


COMMANDS = (
    "extract", "extract-dataset", "ingest", "runs", "diff", "rebuild", "doctor", "chain", "show", "timeline", "search",
    "missing", "conflicts", "stats", "explain", "export", "validate", "schema", "serve", "review", "review accept",
    "review reject", "review relink", "review merge", "review split", "review undo", "review list",
)  # fmt: skip


def test_version_and_help() -> None:
    assert legalkg("--version").stdout.startswith("legalkg ")
    out = legalkg("--help").stdout
    for command in COMMANDS:
        assert f"\n  {command} " in out or " " in command


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_has_examples_and_no_types_of_python(command: str) -> None:
    out = CliRunner().invoke(build(), [*command.split(), "--help"]).stdout
    assert f"legalkg {command}" in out.partition("Examples:")[2]
    assert not re.search(r"<(?:str|int|float)\b|list\[| range>", out)


def test_explain_shows_a_rule_and_lists_all() -> None:
    one, every = legalkg("explain", "title"), legalkg("explain")
    assert one.stdout.startswith("relation/title\n")
    assert "Applies:" in one.stdout
    assert "Does not apply:" in one.stdout
    assert {"citation/type-and-number", "force/ended"} <= {line.split()[0] for line in every.stdout.split("\n") if line}
    # As counted: mostly right, and never certain.
    assert 0.8 < json.loads(legalkg("explain", "title", "--format", "json").stdout)["confidence"] < 1


def test_explain_of_an_unknown_rule_is_one_line() -> None:
    done = legalkg("explain", "citation/type-and-numbr")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "citation/type-and-number" in done.stderr


def test_help_loads_nothing_heavy() -> None:
    code = "import sys, legalkg.kg.cli; legalkg.kg.cli.build(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    heavy = {"spacy", "pyoxigraph", "tantivy", "networkx", "numpy", "rdflib", "fastapi", "uvicorn", "pyvis"}
    assert not heavy & set(done.stdout.split())


def test_a_second_writer_is_told(tmp_path: Path) -> None:
    with Collection.open(tmp_path / "s", known_documents=KNOWN):
        done = legalkg("ingest", tmp_path, "--store", tmp_path / "s")
    assert done.returncode == 1
    assert "in use by another process" in done.stderr


def test_a_very_deep_chain_is_printed_without_recursion() -> None:
    documents = [Document(iri=str(n), id=str(n), number=f"{n}-KL/TW", name=None, held=True) for n in range(3000)]
    quote = Quote(document=documents[0], start=0, end=1, text="x")
    steps = [
        Step(source=a, relation="implements", target=b, quotes=(quote,), rule="r", confidence=1)
        for a, b in pairwise(documents)
    ]
    chain = Chain(
        root=documents[0], direction="up", documents=tuple(documents), steps=tuple(steps),
        depths={d.iri: n for n, d in enumerate(documents)}, ends={"2999": "nothing that it rests on; cites nothing"},
    )  # fmt: skip
    lines = [line.plain for line in tree_lines(chain, {})]
    assert len(lines) == 1 + 2 * 2999
    assert "[2999] " in lines[-2]
    assert max(map(len, lines)) < 200
    assert sum("**implements" in line for line in report_lines(chain)) == 2999
    output = io.BytesIO()
    write_graphml(chain_graph(chain), output)
    assert output.getvalue().count(b"<edge ") == 2999
    assert Chain.model_validate_json(chain.model_dump_json()) == chain


def test_a_circle_is_marked_in_the_tree() -> None:
    def of(n: int, m: int) -> Made:
        return made(
            f"{n}-KL/TW",
            "Kết luận",
            "2020-01-01",
            "Bộ Chính trị",
            path=f"{n}.txt",
            cites=[("implements", cited(f"{m}-KL/TW", "Kết luận", "2020-01-01"))],
        )

    with collection_of(of(1, 2), of(2, 1)) as collection:
        chain = collection.chain(collection.find("1-KL/TW"))
        lines = [line.plain for line in tree_lines(chain, collection.places(chain.steps))]
    assert any("1-KL/TW" in line and "↻ cycle" in line for line in lines[1:])


def test_at_a_terminal_lines_are_broken_under_their_branch() -> None:
    console = Console(file=io.StringIO(), force_terminal=True, width=60)
    with collection_of(letter_782(), guidance_110()) as collection:
        chain = collection.chain(collection.find("782-CV/ĐU"))
        lines = list(tree_lines(chain, collection.places(chain.steps)))
        rows = [row.plain for line in lines for row in line.rows(console)]
    assert len(rows) > len(lines)
    assert max(map(len, rows)) <= 60
    assert all(row.startswith(("│", "├", "└", " ")) for row in rows[2:])


def test_a_plugin_that_cannot_be_loaded_takes_no_other_command_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = metadata.EntryPoint("broken", "legalkg.kg.nowhere:command", PLUGINS)
    monkeypatch.setattr(metadata, "entry_points", lambda group: [broken])
    assert CliRunner().invoke(build(), ["schema"]).exit_code == 0
    result = CliRunner().invoke(build(), ["broken"])
    assert "'broken' cannot be loaded" in str(result.exception)


# --- corrections and conflicts ---


def test_review_from_making_a_correction_to_undoing_it(tmp_path: Path) -> None:
    with Collection.open(tmp_path / "s", known_documents=KNOWN) as collection:
        put(collection, letter_782(), conclusion_57())

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return legalkg("--store", str(tmp_path / "s"), "review", *arguments)

    done = run("reject", "782-CV/ĐU", "57-KL/TW", "--by", "Lan", "--note", "nhầm số")
    assert (done.returncode, done.stdout) == (0, "correction 1: applied\n")
    (listed,) = json.loads(run("list", "--format", "json").stdout)
    assert (listed["state"], listed["correction"]["by"], listed["correction"]["note"]) == ("applied", "Lan", "nhầm số")
    assert "reject" in run("list").stdout
    shown = legalkg("--store", str(tmp_path / "s"), "show", "782-CV/ĐU").stdout
    assert "review-reject: reject by Lan" in shown
    assert run("undo", "1", "--by", "Mai").stdout == "correction 1: undone\n"
    assert run("list", "--state", "applied").stdout == "no corrections\n"


def test_conflicts(tmp_path: Path) -> None:
    with Collection.open(tmp_path / "s", known_documents=KNOWN) as collection:
        days = enumerate(("2025-04-01", "2025-01-04"), 1)
        put(collection, *(
            made(f"{n}/BC-BTC", "Báo cáo", "2025-12-01", "Bộ Tài chính", path=f"{n}.txt",
                 cites=[(None, cited("78/2025/NĐ-CP", "Nghị định", day))]) for n, day in days
        ))  # fmt: skip
    table = legalkg("--store", str(tmp_path / "s"), "conflicts").stdout
    assert "Nghị định 78/2025/NĐ-CP" in table
    assert "2025-01-04  Báo cáo 2/BC-BTC" in table
    (conflict,) = json.loads(legalkg("--store", str(tmp_path / "s"), "conflicts", "--format", "json").stdout)
    assert (conflict["fact"], len(conflict["values"])) == ("date", 2)
    assert conflict["values"][0]["quote"]["text"] == "Nghị định 78/2025/NĐ-CP"
