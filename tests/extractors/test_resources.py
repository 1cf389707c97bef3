"""Where the data files are."""

from __future__ import annotations

import pytest

from legalkg.extractors.registry.tables import read_table
from legalkg.extractors.resources import data_path


@pytest.mark.parametrize("name", ["registry/types.csv", "registry/cues.csv", "samples"])
def test_data_files_are_found(name: str) -> None:
    assert data_path(name).exists()


def test_a_missing_file_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"registry/none\.csv"):
        data_path("registry/none.csv")


def test_rows_are_dictionaries() -> None:
    rows = read_table("types")
    assert {"name": "Nghị quyết", "codes": "NQ", "words": "Nghị quyết"}.items() <= {
        k: v for row in rows if row["name"] == "Nghị quyết" for k, v in row.items()
    }.items()
