"""What may know of what: SQL stands where the tables are, and the truth knows nothing of what is made from it."""

import re
from pathlib import Path

import pytest

import legalkg.kg

FOLDER = Path(legalkg.kg.__file__).parent
MODULES = {path.relative_to(FOLDER).as_posix(): path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.py")}
SQL = re.compile(
    r"\b(SELECT [^{}?]* FROM|INSERT (OR \w+ )?INTO|DELETE FROM|UPDATE \w+ SET|(CREATE|DROP|ALTER) TABLE)\b"
)
TABLES = ("archive/", "catalogue/", "search/")


def test_sql_stands_where_the_tables_are() -> None:
    assert [name for name, code in MODULES.items() if not name.startswith(TABLES) and SQL.search(code)] == []
    assert all(any(SQL.search(MODULES[name]) for name in MODULES if name.startswith(folder)) for folder in TABLES)


@pytest.mark.parametrize("name", sorted(name for name in MODULES if name.startswith("archive/")))
def test_the_truth_knows_nothing_of_what_is_made_from_it(name: str) -> None:
    imported = set(re.findall(r"^\s*(?:from|import) (\S+)", MODULES[name], re.MULTILINE))
    above = ("catalogue", "search", "store", "rdf", "ingest", "chains", "collection", "review", "open_parts")
    assert not {one for one in imported if one.startswith(tuple(f"legalkg.kg.{part}" for part in above))}
    assert "pyoxigraph" not in imported
