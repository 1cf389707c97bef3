"""Shows how far long work is: a bar at a terminal, a line every few seconds elsewhere; always on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from rich.progress import BarColumn, SpinnerColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from legalkg.kg.cli.settings import CliSettings
from legalkg.kg.cli.terminal import console
from legalkg.kg.ingest.report import Progress
from legalkg.kg.output.quoting import counted

SECONDS_BETWEEN_LINES = 10.0
"""Seconds between two lines where there is no terminal."""
_NAMES = {"reading": "reading", "writing": "writing the graph", "indexing": "writing the index of words"}


@contextmanager
def when_stopped(advice: str) -> Iterator[None]:
    """Say something to who stops the work with Ctrl-C, which :mod:`legalkg.kg.cli` turns into SystemExit."""
    try:
        yield
    except SystemExit:
        print(f"legalkg: stopped; {advice}", file=sys.stderr)
        raise


class ProgressDisplay:
    """Shows the progress of long work; use it in ``with`` and call it."""

    def __init__(self) -> None:
        self._is_shown = CliSettings.read().progress
        self._bar = _bar() if self._is_shown and sys.stderr.isatty() else None
        self._tasks: dict[str, int] = {}
        self._started: dict[str, float] = {}
        self._shown = self._last = time.monotonic()

    def __enter__(self) -> ProgressDisplay:
        """Begin; nothing is shown before there is something to tell."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End; the bar stays as it is."""
        if self._bar:
            self._bar.stop()

    def __call__(self, progress: Progress) -> None:
        """Show how far it is."""
        now = time.monotonic()
        since = self._started.setdefault(progress.phase, self._last)
        self._last = now
        speed = progress.documents / (now - since) if now > since else 0.0
        if self._bar:
            self._update(self._bar, progress, speed)
        elif self._is_shown and now - self._shown >= SECONDS_BETWEEN_LINES:
            self._shown = now
            print(_line(progress, speed, now - since), file=sys.stderr, flush=True)

    def _update(self, bar: Bar, progress: Progress, speed: float) -> None:
        bar.start()
        if progress.phase not in self._tasks:
            self._tasks[progress.phase] = bar.add_task(_NAMES[progress.phase], documents="", errors="")
        bar.update(
            bar.tasks[self._tasks[progress.phase]].id,
            total=progress.total,
            completed=progress.done,
            documents=f"{counted(progress.documents, 'document')}, {speed:,.0f}/s",
            errors=f"{progress.errors:,} failed" if progress.errors else "",
        )


def _bar() -> Bar:
    return Bar(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[documents]}"),
        TextColumn("[red]{task.fields[errors]}"),
        TimeRemainingColumn(),
        console=console(sys.stderr),
    )


def _line(progress: Progress, speed: float, seconds: float) -> str:
    share = progress.done / progress.total if progress.total else 0.0
    parts = [f"{_NAMES[progress.phase]}: {share:.0%}", counted(progress.documents, "document"), f"{speed:,.0f}/s"]
    if progress.errors:
        parts.append(f"{progress.errors:,} failed")
    if 0 < share < 1:
        parts.append(f"{seconds / share - seconds:,.0f} s left")
    return ", ".join(parts)
