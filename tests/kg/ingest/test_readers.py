"""Reading in several processes: order, failures, processes that die, and how much is on its way."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from legalkg.extractors.model import Extraction, SourceText
from legalkg.extractors.pipeline import extract
from legalkg.extractors.reading import ReadError, ReadingLimits
from legalkg.kg.ingest.readers import Failed, Reader, read_all
from tests.narrowing import sure

READER = Reader(ReadingLimits())


@dataclass(frozen=True)
class Text:
    """A document that behaves as its text says."""

    name: str
    text: str = "Thực hiện Kết luận số 57-KL/TW của Bộ Chính trị."

    def sha256(self) -> str:
        return self.name

    def read(self, limits: ReadingLimits, *, ocr: bool = False) -> tuple[str, SourceText]:
        if self.text == "unreadable":
            raise ReadError(self.name, "is empty")
        if self.text == "deadly":
            os.kill(os.getpid(), signal.SIGKILL)
        return self.name, SourceText(id=self.name, text=self.text)


def texts(count: int, **special: str) -> list[Text]:
    return [Text(f"{n}.txt", special.get(f"n{n}", Text.text)) for n in range(count)]


@pytest.mark.parametrize("workers", [1, 2])
def test_all_come_in_the_order_in_which_they_were_given(workers: int) -> None:
    found = list(read_all(texts(60), READER, workers))
    assert [one.path for one in found] == [f"{n}.txt" for n in range(60)]
    assert {one.citations for one in found if not isinstance(one, Failed)} == {1}


def test_a_document_that_cannot_be_read_is_reported_and_the_rest_goes_on() -> None:
    found = list(read_all(texts(30, n20="unreadable"), READER, 2))
    assert found[20] == Failed("20.txt", "20.txt: is empty")
    assert len([one for one in found if not isinstance(one, Failed)]) == 29


def test_a_document_that_takes_its_process_with_it_is_found_and_the_rest_goes_on() -> None:
    found = list(read_all(texts(60, n20="deadly", n21="deadly", n50="deadly"), READER, 2))
    assert [one.path for one in found] == [f"{n}.txt" for n in range(60)]
    assert [one.path for one in found if isinstance(one, Failed)] == ["20.txt", "21.txt", "50.txt"]
    assert isinstance(found[20], Failed)
    assert "the process that read it was ended" in found[20].reason


def defective(source: SourceText) -> Extraction:
    if "20" in source.id:
        raise KeyError("no such rule")
    return extract(source)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_text_that_cannot_be_extracted_is_reported_and_the_rest_goes_on(workers: int) -> None:
    found = list(read_all(texts(30), Reader(ReadingLimits(), extract=defective), workers))
    assert [one.path for one in found if isinstance(one, Failed)] == ["20.txt"]
    assert isinstance(found[20], Failed)
    assert found[20].reason.startswith("20.txt: cannot be extracted, which is a defect of legalkg")
    assert found[20].reason.endswith("(KeyError: 'no such rule')")


def test_only_so_many_are_on_their_way() -> None:
    taken = []

    def stream() -> Iterator[Text]:
        for document in texts(200):
            taken.append(document)
            yield document

    found = read_all(stream(), READER, 2)
    assert isinstance(found, Generator)
    for given in range(1, 100):
        next(found)
        assert len(taken) <= given + 40
    found.close()


def test_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import sys, time\n"
        f"sys.path[:0] = {[str(p) for p in sys.path]!r}\n"
        "from tests.kg.ingest.test_readers import READER, texts\n"
        "from legalkg.kg.ingest.readers import read_all\n"
        "import multiprocessing\n"
        "if __name__ == '__main__':\n"
        "    found = read_all(texts(100), READER, 2)\n"
        "    next(found)\n"
        "    print(*(child.pid for child in multiprocessing.active_children()), flush=True)\n"
        "    time.sleep(600)\n",
        encoding="utf-8",
    )
    with subprocess.Popen([sys.executable, str(program)], stdout=subprocess.PIPE, text=True) as parent:
        children = [int(pid) for pid in sure(parent.stdout).readline().split()]
        assert len(children) == 2
        parent.kill()
    deadline = time.monotonic() + 120
    while any(is_running(pid) for pid in children):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def is_running(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as status:  # noqa: PTH123
            return status.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
