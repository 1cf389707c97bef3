"""Files beside documents are never code, whatever they are called."""

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path
from zipfile import ZipFile

import httpx
import pytest

from tests.narrowing import sure

SAMPLES = Path(__file__).resolve().parents[3] / "data" / "samples"
LEGALKG = Path(sys.executable).with_name("legalkg")
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le")
OWN = {"legalkg", "kg", "extractors", "api", "data"}

pytestmark = pytest.mark.skipif(os.name != "posix" or not LEGALKG.exists(), reason="needs the installed command")


def set_traps(folder: Path, modules: set[str]) -> None:
    """Put files there that Python may import, each of which leaves a note when it runs."""
    for name in modules:
        (folder / f"{name}.py").write_text(f"open({str(folder / 'sprung')!r}, 'a').write({name + ' '!r})\n")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents among files named after all that Python may import, and all programs that may be run."""
    folder = tmp_path_factory.mktemp("downloads")
    set_traps(folder, {*sys.stdlib_module_names, *packages_distributions(), *OWN, "sitecustomize", "usercustomize"})
    (folder / "trap.pth").write_text(f"import sys; open({str(folder / 'sprung')!r}, 'a').write('trap.pth ')\n")
    trap = folder / "trap"
    trap.write_text(f"#!/bin/sh\necho $0 >> '{folder}/sprung'\n")
    trap.chmod(0o755)
    for name in {*programs(), "antiword", "soffice", "libreoffice", "tesseract"}:
        (folder / name).symlink_to(trap)
    (folder / "samples").symlink_to(SAMPLES)
    (folder / "old.doc").write_bytes(OLD_WORD)
    with ZipFile(folder / "all.zip", "w") as archive:
        for path in sorted(SAMPLES.iterdir()):
            archive.write(path, path.name)
    (folder / "texts").mkdir()
    for name in ("a", "b"):
        row = {"id": name, "text": "Thực hiện Kết luận số 57-KL/TW của Bộ Chính trị."}
        (folder / "texts" / f"{name}.jsonl").write_text(json.dumps(row))
    return folder


def programs() -> set[str]:
    """Give the names of the programs that are installed."""
    folders = filter(Path.is_dir, map(Path, filter(None, os.environ["PATH"].split(os.pathsep))))
    return {path.name for folder in folders for path in folder.iterdir() if not path.suffix}


def run_in(folder: Path, *command: str | Path) -> tuple[int, str]:
    """Run a command among the traps, with a PATH that looks for programs there, too; gives its exit status and output.

    Asserts that no trap was sprung.
    """
    environment = {**os.environ, "PATH": f".::{os.environ['PATH']}", "LEGALKG_STORE": "store"}
    environment.pop("PYTHONPATH", None)
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert not (folder / "sprung").exists(), (folder / "sprung").read_text()
    return done.returncode, done.stdout + done.stderr


def test_extract_runs_none_of_them(folder: Path) -> None:
    files = ("5363-CT-CS.html", "28-CT-TU.docx", "782-CV-DU.pdf")
    code, said = run_in(folder, LEGALKG, "extract", *(f"samples/{name}" for name in files), "all.zip")
    assert code == 0, said
    assert "Chỉ thị · 28-CT/TU" in said
    _, said = run_in(folder, LEGALKG, "extract", "old.doc")
    assert "old.doc" in said


@pytest.fixture(scope="module")
def collection(folder: Path) -> Path:
    code, said = run_in(folder, LEGALKG, "ingest", "all.zip", "--workers", "2")
    assert code == 0, said
    assert said.startswith("19 new, 0 changed, 0 unchanged, 0 failed\n")
    return folder


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        (("chain", "782-CV/ĐU"), "Kết luận 57-KL/TW"),
        (("search", "đối ngoại"), "782-CV/ĐU"),
        (("show", "782-CV/ĐU"), "Kết luận 57-KL/TW"),
        (("stats",), "19 of them held"),
        (("export", "--format", "turtle"), "782-CV/ĐU"),
        (("review", "list"), "no corrections"),
        (("rebuild",), "19 documents written"),
    ],
)
def test_a_collection_is_asked_and_none_of_them_runs(command: tuple[str, ...], answer: str, collection: Path) -> None:
    code, said = run_in(collection, LEGALKG, *command)
    assert code == 0, said
    assert answer in said


def test_a_server_runs_none_of_them(collection: Path) -> None:
    environment = {**os.environ, "PATH": f".::{os.environ['PATH']}", "LEGALKG_STORE": "store"}
    with subprocess.Popen(
        [LEGALKG, "serve", "--port", "0"], cwd=collection, env=environment, stdout=subprocess.PIPE, encoding="utf-8"
    ) as server:
        try:
            address = sure(re.search(r"http://\S+", sure(server.stdout).readline()))[0]
            letter = httpx.get(f"{address}find", params={"ref": "782-CV/ĐU"}, timeout=60).json()["url"]
            for path, parameters in (
                ("sparql", {"query": "SELECT * { ?s ?p ?o } LIMIT 1"}),
                (letter[1:], {"format": "html"}),
                (f"{letter[1:]}/picture", {}),
                ("search", {"words": "đối ngoại"}),
            ):
                assert httpx.get(address + path, params=parameters, timeout=60).status_code == 200
        finally:
            server.kill()
    assert not (collection / "sprung").exists(), (collection / "sprung").read_text()


def test_extract_dataset_runs_none_of_them(folder: Path) -> None:
    pytest.importorskip("pyarrow")
    code, said = run_in(folder, LEGALKG, "extract-dataset", "texts", "tables", "--workers", "2")
    assert code == 0, said
    assert "2 shards (0 done before): 2 documents, 2 mentions" in said


def test_python_m_runs_none_that_is_not_imported_before(tmp_path: Path) -> None:
    """What Python itself needs to find the package it looks for in the current folder first."""
    set_traps(tmp_path, {*packages_distributions(), "json", "sqlite3", "signal", *OWN} - {"legalkg"})
    shutil.copy(SAMPLES / "5363-CT-CS.html", tmp_path)
    code, said = run_in(tmp_path, sys.executable, "-m", "legalkg", "extract", "5363-CT-CS.html")
    assert code == 0, said
