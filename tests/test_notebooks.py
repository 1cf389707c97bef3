"""The notebooks run from start to end and show what they promise."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.notebooknode import NotebookNode

FOLDER = Path(__file__).resolve().parent.parent / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def test_there_are_notebooks() -> None:
    assert [path.stem for path in NOTEBOOKS] == ["chain-of-782-CV-DU"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_are_kept_without_outputs(path: Path) -> None:
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]  # type: ignore[no-untyped-call]
    assert all(not cell.outputs and cell.execution_count is None for cell in cells)


def test_the_chain_of_the_letter() -> None:
    notebook = nbformat.read(FOLDER / "chain-of-782-CV-DU.ipynb", as_version=4)  # type: ignore[no-untyped-call]
    NotebookClient(notebook, timeout=900, kernel_name="python3", resources={"metadata": {"path": FOLDER}}).execute()
    printed = [_printed(cell) for cell in notebook.cells if cell.cell_type == "code"]
    read, nodes, steps, paths, picture = printed
    assert read.startswith("19 documents read")
    assert nodes.splitlines()[0].startswith("0 Công văn 782-CV/ĐU")
    assert "Thực hiện Hướng dẫn số 110-HD/BTGTU" in steps
    assert paths.splitlines()[0] == "782-CV/ĐU → 57-KL/TW"
    assert "782-CV/ĐU → 110-HD/BTGTU → 28-CT/TU → 57-KL/TW" in paths.splitlines()
    assert picture.startswith("<figure><iframe srcdoc=") and "<script" not in picture


def _printed(cell: NotebookNode) -> str:
    return "".join(output.get("text") or output.get("data", {}).get("text/html", "") for output in cell.outputs)
