"""What README and docs/samples.md show of the sample documents is what the commands say of them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from legalkg.kg.collection import Collection
from legalkg.kg.model import Document
from legalkg.kg.rdf.vocabulary import RESTS_ON

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ROW = re.compile(
    r"^\| \[[^]]+]\([^)]+\) \| (?P<label>[^|]+?) \| (?P<date>\S+) \| (?P<issuer>[^|]+?) \| [^|]+ \|(?P<rests_on>[^|]*)"
    r"\|(?P<changes>[^|]*)\|$",
    re.MULTILINE,
)
ROWS = [row.groupdict() for row in ROW.finditer((ROOT / "docs" / "samples.md").read_text(encoding="utf-8"))]
SHOWN = re.compile(r"^```\n\$ (legalkg chain [^\n]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COLUMNS = 120
CHANGES = ("amends", "replaces", "repeals")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("samples") / "store"
    with Collection.open(path) as collection:
        report = collection.ingest([ROOT / "data" / "samples"])
    assert (report.new, len(report.failed)) == (len(ROWS), 0)
    return path


@pytest.fixture
def collection(store: Path) -> Iterator[Collection]:
    with Collection.open(store, read_only=True) as found:
        yield found


def at_a_terminal(*command: str, **environment: str) -> str:
    """Return what a command prints at a terminal without colours."""
    pty = pytest.importorskip("pty")
    ours, its = pty.openpty()
    given = {**os.environ, "COLUMNS": str(COLUMNS), "NO_COLOR": "1", "TERM": "xterm", **environment}
    with subprocess.Popen([sys.executable, "-m", *command], stdout=its, stderr=its, stdin=its, env=given) as process:
        os.close(its)
        said = b""
        with suppress(OSError):  # how Linux tells that the other end is closed
            while part := os.read(ours, 1 << 16):
                said += part
        process.wait()
    os.close(ours)
    return said.decode().replace("\r\n", "\n")


def test_the_chain_in_the_readme_is_what_the_command_prints(store: Path) -> None:
    """At a terminal of 120 columns; blanks at the ends of lines do not count."""
    (found,) = SHOWN.finditer(README)
    assert found[1] == 'legalkg chain "782-CV/ĐU"'
    printed = at_a_terminal("legalkg", "chain", "782-CV/ĐU", LEGALKG_STORE=str(store))
    assert [line.rstrip() for line in printed.splitlines()] == found[2].splitlines()


def commands_of_the_readme() -> list[str]:
    """The commands that ask the collection which ``make demo`` made, and change nothing outside it."""
    block = README.partition("## On the command line")[2].partition("```sh\n")[2].partition("```")[0]
    lines = [line.partition("  # ")[0].partition(" > ")[0].rstrip() for line in block.splitlines()]
    elsewhere = ("extract", "ingest", "diff", "serve", "validate", "review")
    return [line for line in lines if line.split()[1].split("-")[0] not in elsewhere]


@pytest.mark.parametrize("line", commands_of_the_readme())
def test_the_commands_in_the_readme_work_on_the_collection_of_the_demo(line: str, store: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"legalkg() {{ {sys.executable} -m legalkg \"$@\"; }}; {line}"],
        env={**os.environ, "LEGALKG_STORE": str(store)}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout != "") == (0, True), done.stderr


def as_written(date: str) -> str:
    """'15/6/2023' as documents have it."""
    return "-".join(part.zfill(2) for part in reversed(date.split("/")))


def numbered(collection: Collection, number: str) -> Document:
    return next(document for document in collection.documents(limit=None, held=True) if document.number == number)


def test_the_table_of_samples_lists_those_that_are_held(collection: Collection) -> None:
    held = {(d.label, d.date, d.issuer) for d in collection.documents(limit=None, held=True)}
    assert {(row["label"], as_written(row["date"]), row["issuer"]) for row in ROWS} == held


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["label"]))
def test_the_table_of_samples_says_what_they_rest_on_and_change(row: dict[str, str], collection: Collection) -> None:
    steps = collection.steps(numbered(collection, row["label"].rpartition(" ")[2]))
    rests_on = {step.target.number for step in steps if step.relation in RESTS_ON and step.target.held}
    changes = {f"{step.relation} {step.target.number}" for step in steps if step.relation in CHANGES}
    assert {one.strip() for one in row["rests_on"].split(",")} - {""} == rests_on
    assert {one.strip() for one in row["changes"].split(",")} - {""} == changes


def test_the_demo_makes_the_collection_that_the_commands_ask() -> None:
    for given, store in (({}, ".legalkg"), ({"LEGALKG_STORE": "other"}, "other")):
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("LEGALKG_", "MAKE"))}
        done = subprocess.run(
            ["make", "--dry-run", "demo", "ARGS=--no-serve"],
            cwd=ROOT, env=clean | given, capture_output=True, encoding="utf-8", check=True,
        )  # fmt: skip
        assert f'legalkg --store "{store}" ingest data/samples' in done.stdout
        assert f"The collection is in {store}. To ask it:  . .venv/bin/activate  (or  make shell)" in done.stdout
