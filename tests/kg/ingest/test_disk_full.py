"""When the disk is full one message says so, nothing stored is lost, and the next ingest goes on."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Quad

from legalkg.kg.errors import DiskFull, StoreError, disk_failure
from legalkg.kg.open_database import open_database
from tests.kg.ingest.test_crash import check, command, dump, run, write_dataset

LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.argv[:2] = ["legalkg"]
from legalkg.kg.cli import main
main()
"""


def limited(store: Path, size: int, *arguments: int | str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command that can write no file larger than this, in bytes: what it gets is what a full disk gives."""
    return subprocess.run(
        [sys.executable, "-c", LIMITED, str(size), "--store", str(store), *map(str, arguments)],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Quad]]:
    folder = tmp_path_factory.mktemp("whole")
    dataset = write_dataset(folder / "a.jsonl")
    run(folder / "store", "ingest", dataset)
    return dataset, dump(folder / "store")


@pytest.mark.parametrize("size", [50_000, 1_000_000])
def test_a_file_that_cannot_grow(whole: tuple[Path, list[Quad]], tmp_path: Path, size: int) -> None:
    dataset, expected = whole
    store = tmp_path / "store"
    done = limited(store, size, "ingest", dataset, "--workers", 1)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("legalkg: ")
    assert len(done.stderr.splitlines()) == 1
    check(store)
    run(store, "ingest", dataset)
    assert dump(store) == expected


def test_a_disk_that_is_full(whole: tuple[Path, list[Quad]], tmp_path: Path) -> None:
    dataset, expected = whole
    mount = tmp_path / "disk"
    mount.mkdir()
    options = ["-t", "tmpfs", "-o", "size=3m", "tmpfs", str(mount)]
    if os.geteuid() != 0 or subprocess.run(["mount", *options], capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        done = subprocess.run(
            command(mount / "store", "ingest", dataset), capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 1
        assert "the disk is full" in done.stderr
        assert "Traceback" not in done.stderr
        subprocess.run(["mount", "-o", "remount,size=200m", str(mount)], check=True)
        check(mount / "store")
        run(mount / "store", "ingest", dataset)
        assert dump(mount / "store") == expected
    finally:
        subprocess.run(["umount", "-l", str(mount)], check=True)


def test_a_full_database_is_told_by_its_type(tmp_path: Path) -> None:
    database = open_database(tmp_path / "a.sqlite")
    database.fetch_all("PRAGMA max_page_count = 1")
    with pytest.raises(DiskFull, match="the disk is full: nothing that was stored is lost"):
        database.execute("CREATE TABLE more AS SELECT zeroblob(1000000) AS much")
    database.close()


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(errno.ENOSPC, "x"), DiskFull),
        (ValueError("IO error: No space left on device"), DiskFull),  # a library that has only words
        (OSError(errno.EIO, "x"), StoreError),
    ],
)
def test_failures_of_a_disk(error: Exception, kind: type[StoreError]) -> None:
    assert type(disk_failure("the index failed", error)) is kind
