"""Untrusted bytes are parsed elsewhere: what goes wrong there is one message here, and the next file is read."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from legalkg.extractors.reading import ReadError, ReadingLimits, isolated, read_bytes
from legalkg.extractors.reading.errors import Unreadable
from tests.extractors.reading.reading_factories import ROOT, make_docx, paragraph

DOCUMENT = make_docx(paragraph("Điều 1."))
LIMITS = ReadingLimits()
posix = pytest.mark.skipif(os.name != "posix", reason="POSIX only")


def good() -> str:
    return read_bytes(DOCUMENT, "a.docx").text


@pytest.fixture(autouse=True)
def fresh() -> None:
    isolated.close_idle()


def workers() -> list[int]:
    """The processes that parse for this one, as the system lists them."""
    return [pid for pid, parent in processes() if parent == os.getpid()]


def processes() -> Iterator[tuple[int, int]]:
    """Every process that parses files, and its parent."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                command, status = ((folder / name).read_text(errors="replace") for name in ("cmdline", "stat"))
            except OSError:  # it has ended meanwhile
                continue
            if f"{isolated.__name__} import serve" in command:
                yield int(folder.name), int(status.rpartition(")")[2].split()[1])


def test_a_worker_serves_one_file_after_the_other() -> None:
    assert good() == "Điều 1."
    first = workers()
    assert [good() for _ in range(20)] == ["Điều 1."] * 20
    assert workers() == first
    assert len(first) == 1


def test_it_is_replaced_after_its_number_of_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "MOST_FILES", 2)
    good()
    first = workers()
    good()
    assert workers() == []
    assert good() == "Điều 1."
    assert workers() != first


def test_what_takes_too_long_is_ended_and_the_next_file_read() -> None:
    with pytest.raises(ReadError, match=r"^a.html: takes longer to read than the 0.5 s that are allowed$"):
        read_bytes(b"<html>" + b"<div>" * 300_000, "a.html", limits=ReadingLimits(timeout=0.5))
    assert good() == "Điều 1."


@posix
def test_what_takes_too_much_memory_is_refused_and_the_next_file_read() -> None:
    good()
    with pytest.raises(ReadError, match="200 MB of memory"):
        read_bytes(b"<html>" + b"<p>x" * 4_000_000, "a.html", limits=ReadingLimits(max_memory=200 << 20))
    assert good() == "Điều 1."


@posix
def test_a_worker_that_died_meanwhile_is_replaced_unnoticed() -> None:
    good()
    (worker,) = workers()
    os.kill(worker, signal.SIGKILL)
    assert good() == "Điều 1."
    assert workers() != [worker]


@posix
def test_a_crash_is_one_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "START", "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)")
    with pytest.raises(Unreadable, match=r"crash \(SIGSEGV\): it is damaged"):
        isolated.run("docx.read", DOCUMENT, LIMITS)


def test_a_failure_of_a_parser_is_one_message() -> None:
    with pytest.raises(Unreadable, match=r"seems to be damaged \(TypeError: "):
        isolated.run("docx.read", DOCUMENT, LIMITS, "one argument too many")
    assert good() == "Điều 1."


def test_what_nests_too_deeply_is_one_message() -> None:
    with pytest.raises(ReadError, match="nested too deeply"):
        read_bytes(b"<html>" + b"<table><tr><td>" * 20_000, "a.html")


def test_what_a_parser_prints_does_not_get_between_the_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    noisy = (
        "from legalkg.extractors.reading import docx\n"
        "read = docx.read\n"
        "docx.read = lambda *given: print('noise', flush=True) or read(*given)\n"
        "serve()\n"
    )
    assert isolated.START.endswith("serve()\n")
    monkeypatch.setattr(isolated, "START", isolated.START.removesuffix("serve()\n") + noisy)
    assert good() == "Điều 1."


def test_threads_have_workers_of_their_own() -> None:
    results: list[str] = []
    threads = [threading.Thread(target=lambda: results.append(good())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == ["Điều 1."] * 4
    assert 1 <= len(workers()) <= 4


@posix
def test_a_forked_process_does_not_share_workers() -> None:
    good()
    (worker,) = workers()
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe()
    process = context.Process(target=lambda: sender.send((good(), workers())))
    process.start()
    assert receiver.poll(30)
    text, used = receiver.recv()
    process.join()
    assert text == "Điều 1."
    assert worker not in used
    assert good() == "Điều 1."
    assert workers() == [worker]


def test_a_script_without_a_main_guard_can_read_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(DOCUMENT)
    script = tmp_path / "script.py"
    script.write_text(
        "from pathlib import Path\n"
        "from legalkg.extractors.reading import read\n"
        "from tests.extractors.reading.test_isolated import workers\n"
        "print(read(Path('a.docx')).text)\n"
        "print(*workers())\n"
    )
    run = subprocess.run(
        [sys.executable, "-X", "utf8", script], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, encoding="utf-8", check=True, timeout=600,
    )  # fmt: skip
    text, worker = run.stdout.split("\n")[:2]
    assert text == "Điều 1."
    assert run.stderr == ""
    with pytest.raises(ProcessLookupError):
        os.kill(int(worker), 0)
