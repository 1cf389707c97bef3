"""Processes that make answers: what they are kept from, what they send, and who waits for them."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from signal import Signals
from typing import Any, TypeVar
from urllib.parse import urlencode

import pytest

from legalkg.api.errors import LimitExceeded, ServerBusy
from legalkg.api.settings import Settings
from legalkg.api.workers import wire
from legalkg.api.workers.pool import Pool
from legalkg.api.workers.wire import Asked
from legalkg.api.workers.worker import Task
from legalkg.kg.errors import QueryError, StoreError

T = TypeVar("T")
HOST = (("host", "localhost"),)
ENDLESS = Asked(
    "GET",
    "/sparql",
    urlencode({"query": "SELECT (count(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"}),
    HOST,
)
HEALTH = Asked("GET", "/schema", "", HOST)


def task(store: Path, **more: int) -> Task:
    given: dict[str, Any] = {"seconds": 30, "memory": 1024, "size": 1 << 20, "network": False, "niceness": 0, **more}
    return Task(settings=Settings(store=str(store)).revealed(), **given)


def run(
    store: Path,
    use: Callable[[Pool], Awaitable[T]],
    *,
    workers: int = 1,
    queue: int = 10,
    timeout: float = 30.0,
    **more: int,
) -> T:
    """Use a pool in an event loop of its own."""

    async def scenario() -> T:
        pool = Pool(task(store, **more), workers=workers, queue=queue, timeout=timeout)
        try:
            return await use(pool)
        finally:
            await pool.close()

    return asyncio.run(scenario())


async def body(pool: Pool, asked: Asked = HEALTH) -> tuple[int, bytes]:
    answer = await pool.answer(asked)
    with answer.body as content:
        return answer.status, content.read()


# --- the wall ---


@pytest.mark.skipif(sys.platform != "linux", reason="walls are of Linux")
@pytest.mark.parametrize("way", ["filter_calls", "leave_network"])
def test_behind_a_wall_no_connection_can_be_made_by_any_way(way: str) -> None:
    """Also by the system call itself, in a thread, in a program that is started, without TCP."""
    code = f"""
import ctypes, socket, subprocess, sys, threading
from legalkg.api.workers import wall
if not wall.{way}():
    print("not allowed here"); sys.exit()
def reach():
    found = []
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
        try:
            with socket.socket(socket.AF_INET, kind) as one:
                one.connect(("127.0.0.1", int(sys.argv[1]))); one.send(b"x"); found.append(kind)
        except OSError: pass
    try:
        if {way!r} == "filter_calls":
            socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM); found.append("pair")
    except OSError: pass
    return found
print(reach())
thread = threading.Thread(target=lambda: print(reach())); thread.start(); thread.join()
print(subprocess.run([sys.executable, "-c", "import socket; socket.create_connection(('127.0.0.1', "
    + sys.argv[1] + "), 2)"], stderr=subprocess.DEVNULL).returncode)
"""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        port = str(listener.getsockname()[1])
        done = subprocess.run([sys.executable, "-c", code, port], capture_output=True, encoding="utf-8", check=True)
        if "not allowed here" in done.stdout:
            pytest.skip("the system does not allow it")
        assert done.stdout.split() == ["[]", "[]", "1"]
        with pytest.raises(TimeoutError):
            listener.accept()


@pytest.mark.skipif(sys.platform != "linux", reason="walls are of Linux")
@pytest.mark.parametrize("way", ["filter_calls", "leave_network", None])
def test_behind_a_wall_the_store_itself_reaches_nobody(way: str | None) -> None:
    """A query that the check of queries would have let through; without a wall it does."""
    code = f"""
import sys
import pyoxigraph as ox
from legalkg.api.workers import wall
if {way!r} and not getattr(wall, {way!r} or "")():
    print("not allowed here"); sys.exit()
try:
    list(ox.Store().query("SELECT * {{ SERVICE <" + sys.argv[1] + "> {{ ?a ?b ?c }} }}"))
except OSError:
    pass
"""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(2)
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        with subprocess.Popen([sys.executable, "-c", code, address], stdout=subprocess.PIPE) as process:
            try:
                if way is None:
                    listener.accept()[0].close()
                else:
                    with pytest.raises(TimeoutError):
                        listener.accept()
            finally:
                process.kill()


def test_a_worker_says_what_stands_before_its_network(store: Path) -> None:
    async def use(pool: Pool) -> tuple[bool, str | None]:
        assert pool.is_new
        await pool.warm()
        return pool.is_new, pool.wall

    is_new, wall = run(store, use)
    assert not is_new
    assert wall in ("seccomp", "namespace") or sys.platform != "linux"
    assert run(store, use, network=True) == (False, None)


# --- answers ---


def test_an_answer_comes_whole_and_the_worker_goes_on(store: Path) -> None:
    async def use(pool: Pool) -> tuple[tuple[int, bytes], ...]:
        first, again = await body(pool), await body(pool)
        return first, again, await body(pool, Asked("GET", "/nowhere", "", HOST))

    first, again, missing = run(store, use)
    assert first == again
    assert first[0] == 200
    assert first[1].startswith(b"{")
    assert missing[0] == 404


def test_an_answer_that_is_too_large_is_refused_and_the_next_is_made(store: Path) -> None:
    async def use(pool: Pool) -> tuple[int, bytes]:
        with pytest.raises(LimitExceeded, match="bytes"):
            await pool.answer(HEALTH)
        return await body(pool, Asked("GET", "/sparql", "query=ASK%7B%7D", HOST))

    status, content = run(store, use, size=500)
    assert status == 200
    assert b"true" in content


@pytest.mark.parametrize(
    "said",
    [
        b"no json\n",
        b'["no", "object"]\n',
        b'{"status": 200, "headers": []}\n' + (wire.MOST + 1).to_bytes(4, "big"),
        b'{"status": 200, "headers": []}\n\x00\x00\x00\x09abc',
        b"x" * (wire.LONGEST_LINE + 10),
        b"",
    ],
    ids=["no json", "no object", "long stretch", "broken off", "long line", "nothing"],
)
def test_a_worker_that_was_taken_over_can_send_only_wrong_answers(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: bytes
) -> None:
    """A program in place of the worker's that answers the first line as a worker does, and then so."""
    (tmp_path / "said").write_bytes(said)
    impostor = tmp_path / "impostor"
    impostor.write_text(
        f"#!{sys.executable}\nimport sys\nsys.stdin.readline()\n"
        "sys.stdout.write('{\"wall\": null}\\n'); sys.stdout.flush()\n"
        f"sys.stdin.readline()\nsys.stdout.buffer.write(open({str(tmp_path / 'said')!r}, 'rb').read())\n"
    )
    impostor.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(impostor))

    async def use(pool: Pool) -> None:
        with pytest.raises((StoreError, LimitExceeded)):
            await pool.answer(HEALTH)

    run(store, use)


@pytest.mark.parametrize(
    ("number", "error", "said"),
    [(signal.SIGSEGV, QueryError, "nested too deeply"), (signal.SIGABRT, LimitExceeded, "memory")],
)
def test_how_a_worker_ended_is_told(
    store: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: Signals,
    error: type[LimitExceeded] | type[QueryError],
    said: str,
) -> None:
    """What calls itself too often ends by one signal, what cannot get memory by another."""
    impostor = tmp_path / "impostor"
    impostor.write_text(
        f"#!{sys.executable}\nimport os, sys\nsys.stdin.readline()\n"
        "sys.stdout.write('{\"wall\": null}\\n'); sys.stdout.flush()\n"
        f"sys.stdin.readline()\nos.kill(os.getpid(), {int(number)})\n"
    )
    impostor.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(impostor))

    async def use(pool: Pool) -> None:
        with pytest.raises(error, match=said):
            await pool.answer(HEALTH)

    run(store, use)


def test_a_collection_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    async def use(pool: Pool) -> None:
        with pytest.raises(StoreError, match="no collection in"):
            await pool.answer(HEALTH)

    run(tmp_path / "nowhere", use)


# --- who waits ---


def test_waiting_is_bounded_in_number_and_time(store: Path) -> None:
    async def use(pool: Pool) -> list[Any]:
        await pool.warm()
        working = [asyncio.create_task(pool.answer(ENDLESS)) for _ in range(3)]
        await asyncio.sleep(0.1)
        with pytest.raises(ServerBusy, match="wait already"):  # at once: who waited hears another message
            await pool.answer(HEALTH)
        return await asyncio.gather(*working, return_exceptions=True)

    ended = run(store, use, queue=2, timeout=2)
    assert isinstance(ended[0], LimitExceeded)
    assert {type(one) for one in ended[1:]} <= {LimitExceeded, ServerBusy}


def test_who_goes_ends_the_work_and_frees_the_worker(store: Path) -> None:
    others = children()

    async def use(pool: Pool) -> int:
        await pool.warm()
        assert children() > others
        working = asyncio.create_task(pool.answer(ENDLESS))
        waiting = asyncio.create_task(pool.answer(ENDLESS))
        await asyncio.sleep(0.3)
        waiting.cancel()
        working.cancel()
        await asyncio.gather(working, waiting, return_exceptions=True)
        return (await body(pool))[0]

    # The only worker would be at its query for longer than anybody may wait for it.
    assert run(store, use, timeout=120, seconds=600) == 200
    assert children() == others


def test_who_goes_while_little_is_left_to_do_costs_no_worker(store: Path) -> None:
    async def use(pool: Pool) -> tuple[set[int], set[int]]:
        await pool.warm()
        before = pids()
        for _ in range(5):
            asking = asyncio.create_task(pool.answer(HEALTH))
            await asyncio.sleep(0)
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)
        assert (await body(pool))[0] == 200
        return before, pids()

    before, after = run(store, use)
    assert before == after


def test_an_idle_worker_that_somebody_ended_is_nobodys_fault(store: Path) -> None:
    others = pids()

    async def use(pool: Pool) -> int:
        await pool.warm()
        (worker,) = pids() - others
        os.kill(worker, signal.SIGKILL)
        await asyncio.sleep(1)
        return (await body(pool))[0]

    assert run(store, use) == 200


def pids() -> set[int]:
    """The processes that this one has."""
    found = set()
    for thread in Path(f"/proc/{os.getpid()}/task").iterdir():
        with suppress(OSError):  # a thread that has just ended
            found |= {int(pid) for pid in (thread / "children").read_text().split()}
    return found


def children() -> int:
    """How many processes this one has."""
    return len(pids())
