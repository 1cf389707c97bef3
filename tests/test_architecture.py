"""The documents of the project say what is true of its code: rooms, imports, files that are named."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
ROOMS = [re.findall(r"`([^`]+)`", row.split("|")[1]) for row in re.findall(r"^\| `.*$", PAGE, re.MULTILINE)]
RANK = {room.rstrip("/"): rank for rank, rooms in enumerate(ROOMS) for room in rooms}
PARTS = ("extractors", "kg", "api")
NAMED = re.compile(
    r"(?<![\w/.-])(?:extractors|kg|api|data|docs|tests|benchmarks|notebooks)/[\w/.-]+\.(?:py|md|csv|ttl|json|ipynb)(?!\w)"
)


def room_of(path: str) -> str:
    """Return the room of a module: its folder below the part, or itself where it stands alone."""
    part, _, rest = path.partition("/")
    if part == "api" or "/" not in rest:
        return "api" if part == "api" else path
    return f"{part}/{rest.split('/')[0]}"


def modules() -> list[Path]:
    return sorted(file for part in PARTS for file in (ROOT / part).rglob("*.py"))


def imports_of(file: Path) -> Iterator[str]:
    """Return the project's modules that a module imports, as paths."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("legalkg."):
            name = (node.module or "").removeprefix("legalkg.").replace(".", "/")
            inner = [f"{name}/{alias.name}" for alias in node.names if (ROOT / f"{name}/{alias.name}.py").is_file()]
            yield from (
                f"{path}.py" for path in inner or [name if (ROOT / f"{name}.py").is_file() else f"{name}/__init__"]
            )


def test_every_room_stands_in_the_page() -> None:
    rooms = {room_of(str(file.relative_to(ROOT))) for file in modules()} - {f"{part}/__init__.py" for part in PARTS}
    assert sorted(rooms) == sorted(RANK)


def test_imports_go_down_only() -> None:
    upwards = []
    for file in modules():
        path = str(file.relative_to(ROOT))
        if path.endswith("__init__.py") and path.count("/") == 1:
            continue
        own = RANK[room_of(path)]
        upwards += [(path, other) for other in imports_of(file) if RANK[room_of(other)] > own]
    assert upwards == []


@pytest.mark.parametrize("part", PARTS)
def test_the_picture_has_every_part(part: str) -> None:
    assert f"subgraph {part} [" in PAGE or f"{part}/<br>" in PAGE


def tracked(pattern: str) -> list[Path]:
    listed = subprocess.run(["git", "ls-files", pattern], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a checkout")
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


@pytest.mark.parametrize("pattern", ["*.md", "*.py", "*.csv", "*.ttl", "*.toml"])
def test_files_that_are_named_are_there(pattern: str) -> None:
    missing = [
        (str(file.relative_to(ROOT)), name)
        for file in tracked(pattern)
        if "CHANGELOG" not in file.name and "tests" not in file.parts
        for name in NAMED.findall(file.read_text(encoding="utf-8"))
        if not (ROOT / name).exists()
    ]
    assert missing == []
