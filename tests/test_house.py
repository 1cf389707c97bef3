"""How this project tests: what is said in CONTRIBUTING.md about tests holds for all of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted(
    path for folder in ("tests", "benchmarks") for path in (ROOT / folder).rglob("*.py") if path.name != "test_house.py"
)

DOCUMENTED = {"_", "_asdict", "_exit", "_fields", "_make", "_replace"}
"""Names that begin with an underscore and are public: spaCy's extensions, named tuples, ``os._exit``."""
PRIVATE = re.compile(r"_(?!_)\w*")
IN_A_STRING = re.compile(rf"[\w)\]]\.({PRIVATE.pattern})")
SETTERS = {"setattr", "delattr", "getattr", "hasattr", "object"}


def private_names(code: str) -> Iterator[tuple[int, str]]:
    """The private names that tests take from what they test, with their lines."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Attribute) and PRIVATE.fullmatch(node.attr):
            if not (isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")):
                yield node.lineno, node.attr
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, alias.name) for alias in node.names if PRIVATE.fullmatch(alias.name))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):  # a path, or a program
            yield from ((node.lineno, found) for found in IN_A_STRING.findall(node.value))
        elif isinstance(node, ast.Call) and _called(node.func) in SETTERS:
            names = (arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str))
            yield from ((node.lineno, name) for name in names if PRIVATE.fullmatch(name))


def _called(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else ast.unparse(function)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_nothing_private_is_used_of_what_is_tested(file: Path) -> None:
    found = private_names(file.read_text(encoding="utf-8"))
    assert [f"line {line}: {name}" for line, name in found if name not in DOCUMENTED] == []


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("collection._database.row('')", ["_database"]),
        ("from legalkg.kg.search.index import _HEAP", ["_HEAP"]),
        ("patch.setattr('legalkg.kg.search.index.' '_HEAP', 1)", ["_HEAP"]),
        ("patch.setattr(index, '_HEAP', 1)", ["_HEAP"]),
        ("'import legalkg.kg.search.index as i; i._HEAP = 1'", ["_HEAP"]),
        ("self._database, cls._made, module.__name__, name.startswith('_')", []),
    ],
)
def test_what_is_found(code: str, names: list[str]) -> None:
    assert [name for _, name in private_names(code)] == names
