"""What a user has after ``pip install``: one name, whatever the files beside their own are called."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import httpx
import pytest

import legalkg

ROOT = Path(__file__).resolve().parents[1]
NAMES_OF_FILES = ("api", "data", "extractors", "kg", "tests")
SENTENCE = "Thực hiện Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị."
SPACY = f"""
import spacy
nlp = spacy.blank("vi")
nlp.add_pipe("legal_citations")
doc = nlp({SENTENCE!r})
print(doc.spans["legal_citations"][0]._.cited_document.number)
"""
LIBRARY = f"""
import legalkg
print(legalkg.extract(legalkg.SourceText(id="a", text={SENTENCE!r})).documents[0].number)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment that has the wheel, and what it depends on, but not this checkout."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel],
        check=True,
    )
    packages = sysconfig.get_path("purelib", vars={"base": str(folder)})
    # Folders of a .pth file are looked into, their own .pth files, such as this checkout's, are not read.
    Path(packages, "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return folder / "bin"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Somebody's project, whose modules have the names that our folders have."""
    folder = tmp_path_factory.mktemp("project")
    for name in NAMES_OF_FILES:
        (folder / f"{name}.py").write_text(f"raise SystemExit('{name}.py was run')\n", encoding="utf-8")
    (folder / "letter.txt").write_text(f"{SENTENCE}\n", encoding="utf-8")
    (folder / "with_spacy.py").write_text(SPACY, encoding="utf-8")
    (folder / "with_library.py").write_text(LIBRARY, encoding="utf-8")
    return folder


def run(project: Path, *command: Path | str) -> str:
    done = subprocess.run(command, cwd=project, env=clean(), capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def clean() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_", "LEGALKG_"))}


def test_one_name_is_installed(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"legalkg"}
    assert "legalkg/py.typed" in names
    assert not [name for name in names if "make_samples" in name or "/tests/" in name]


def test_the_wheel_is_what_is_used(installed: Path, project: Path) -> None:
    where = run(project, installed / "python", "-I", "-c", "import legalkg; print(legalkg.__file__)")
    assert Path(where).is_relative_to(installed.parent)


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        (("python", "with_spacy.py"), "57-KL/TW"),
        (("python", "with_library.py"), "57-KL/TW"),
        (("legalkg", "extract", "letter.txt"), "57-KL/TW"),
        (("python", "-m", "legalkg", "extract", "letter.txt"), "57-KL/TW"),
        (("legalkg", "--store", "store", "ingest", "letter.txt"), "1 new"),
        (("legalkg", "schema"), "Extraction"),
    ],
)
def test_it_works_in_a_project_with_such_names(
    command: tuple[str, ...], answer: str, installed: Path, project: Path
) -> None:
    assert answer in run(project, installed / command[0], *command[1:])


def test_its_server_works_there_too(installed: Path, project: Path) -> None:
    run(project, installed / "legalkg", "--store", "served", "ingest", "letter.txt")
    command: list[str | Path] = [installed / "legalkg", "serve", "--store", "served", "--port", "0"]
    with subprocess.Popen(command, cwd=project, env=clean(), stdout=subprocess.PIPE, encoding="utf-8") as server:
        try:
            assert server.stdout is not None
            address = re.search(r"http://\S+", server.stdout.readline())
            assert address
            found = httpx.get(f"{address[0]}sparql", params={"query": "ASK { ?s ?p ?o }"}, timeout=60)
            assert found.json()["boolean"] is True
            page = httpx.get(f"{address[0]}documents", params={"format": "html"}, timeout=60)
            assert page.status_code == 200
            assert "57-KL/TW" in page.text
        finally:
            server.kill()


def test_the_version_stands_once_and_is_told_where_people_look() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\n## [{version}] - " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", legalkg.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    assert name in dir(legalkg)
    assert getattr(legalkg, name).__doc__


def test_no_other_name_is_made_up() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = legalkg.nothing


def imports_of(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize(
    ("folder", "above"),
    [
        ("extractors", ("legalkg.kg", "legalkg.api")),
        ("extractors/registry", ("legalkg.extractors.citations", "legalkg.extractors.relations", "legalkg.kg")),
        ("kg", ("legalkg.api", "fastapi", "starlette")),
    ],
)
def test_imports_go_downwards_only(folder: str, above: tuple[str, ...]) -> None:
    files = list((ROOT / folder).rglob("*.py"))
    upwards = [(file.name, name) for file in files for name in imports_of(file) if name.startswith(above)]
    assert files
    assert upwards == []
