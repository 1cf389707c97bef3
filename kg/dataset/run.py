"""All shards of a dataset, in processes of this machine or on a Ray cluster."""

from __future__ import annotations

import json
import logging
import socket
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import chdir
from dataclasses import asdict
from types import ModuleType

from pydantic import BaseModel, ConfigDict, Field

from legalkg.extractors.reading import ReadingLimits
from legalkg.extractors.reading.files import DEFAULT_LIMITS
from legalkg.extractors.reading.safe_path import PACKAGES
from legalkg.kg.dataset.places import Place
from legalkg.kg.dataset.shard import Job, ShardReport, do_shard
from legalkg.kg.errors import LegalkgError
from legalkg.kg.processes import end, processes

_PATIENCE = 10.0
"""Seconds in which the head of a cluster must answer."""
_ATTEMPTS = 3
"""How often shards are given to new processes after one has died."""


class DatasetReport(BaseModel):
    """What became of a dataset."""

    model_config = ConfigDict(frozen=True)

    shards: int = 0
    done_before: int = Field(default=0, description="Shards that an earlier run has done.")
    documents: int = 0
    mentions: int = 0
    relations: int = 0
    quads: int = 0
    failed: int = Field(default=0, description="Rows that could not be read.")
    errors: tuple[str, ...] = Field(default=(), description="Why, of the first in each shard.")
    broken: tuple[str, ...] = Field(default=(), description="Shards without a result, and why.")


def extract_dataset(
    source: str,
    target: str,
    *,
    columns: Mapping[str, str] | None = None,
    limits: ReadingLimits = DEFAULT_LIMITS,
    workers: int = 1,
    ray: str | None = None,
    on_done: Callable[[ShardReport, int], None] = lambda report, total: None,
) -> DatasetReport:
    """Extract every document of a dataset; a shard is a file, and what is done is not done again.

    Args:
        source: Address of a folder of datasets, or of one.
        target: Address of the folder to write to.
        columns: Columns of the datasets, see :func:`legalkg.extractors.reading.iter_records`; the usual names if None.
        limits: What one document may cost.
        workers: Processes on this machine; a script that asks for more than one needs a main guard.
        ray: Address of a Ray cluster, 'auto', or 'local' for one that is started here; None for none.
        on_done: Is told of each shard that is done, and how many there are.

    Raises:
        LegalkgError: There is no dataset, or no cluster.
    """
    here = Place(target).absolute().address
    jobs = [Job(name, place.address, version, here, columns, limits) for name, place, version in Place(source).shards()]
    reports = []
    for report in _on_ray(jobs, ray) if ray else _here(jobs, workers):
        reports.append(report)
        on_done(report, len(jobs))
    return _report(sorted(reports, key=lambda report: report.name))


def _report(reports: Sequence[ShardReport]) -> DatasetReport:
    names = ("documents", "mentions", "relations", "quads", "failed")
    return DatasetReport(
        shards=len(reports),
        done_before=sum(report.again for report in reports),
        **{name: sum(getattr(report, name) for report in reports) for name in names},
        errors=tuple(error for report in reports for error in report.errors),
        broken=tuple(report.broken for report in reports if report.broken),
    )


def _here(jobs: Sequence[Job], workers: int) -> Iterator[ShardReport]:
    if workers == 1:
        yield from map(do_shard, jobs)
        return
    left = {job.name: job for job in jobs}
    for _ in range(_ATTEMPTS):
        try:
            yield from _at_once(left, workers)
        except BrokenProcessPool:
            continue
        return
    for job in left.values():
        yield ShardReport(job.name, broken=f"{job.source}: the processes that did it were ended, again and again")


def _at_once(left: dict[str, Job], workers: int) -> Iterator[ShardReport]:
    """Do shards side by side; those that are done are taken out of ``left``."""
    with processes(workers) as pool:
        try:
            for future in as_completed([pool.submit(do_shard, job) for job in left.values()]):
                report = future.result()
                del left[report.name]
                yield report
        except BaseException:  # who stops the work does not wait for whole shards
            end(pool)
            raise


def _on_ray(jobs: Sequence[Job], address: str) -> Iterator[ShardReport]:
    """Do shards on a cluster; Ray gives those of a worker that died to another."""
    try:
        import ray
        import ray.data
    except ImportError:
        raise LegalkgError("--ray needs Ray: pip install 'legalkg[ray]'") from None
    _join_cluster(ray, address)
    try:
        logging.getLogger("ray.data").setLevel(logging.ERROR)
        context = ray.data.DataContext.get_current()
        context.enable_progress_bars = False
        shards = ray.data.from_items([{"job": json.dumps(asdict(job))} for job in jobs], override_num_blocks=len(jobs))
        for row in shards.map(_do_row, num_cpus=1).iter_rows():
            report = json.loads(row["report"])
            yield ShardReport(**{**report, "errors": tuple(report["errors"])})
    finally:
        ray.shutdown()


def _join_cluster(ray: ModuleType, address: str) -> None:
    try:
        host, colon, port = address.rpartition("://")[2].rpartition(":")
        if colon:  # Ray itself would try for minutes
            socket.create_connection((host, int(port)), _PATIENCE).close()
        here = address == "local"
        with chdir(PACKAGES):  # Ray puts the current folder, where documents may lie, first on the path of its workers
            ray.init(address=None if here else address, log_to_driver=False, logging_level=logging.ERROR)
    except (OSError, ValueError, RuntimeError) as error:
        raise LegalkgError(f"no Ray cluster at {address}: {' '.join(str(error).split())}") from None


def _do_row(row: Mapping[str, str]) -> dict[str, str]:
    job = json.loads(row["job"])
    return {"report": json.dumps(asdict(do_shard(Job(**{**job, "limits": ReadingLimits(**job["limits"])}))))}
