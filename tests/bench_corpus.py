"""The corpus's own part of `make bench`: what its worst files cost a worker in time and memory.

Every file is analysed and covered by a real worker process. Linux alone tells what it held at most.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from pauza.settings import Settings
from pauza.worker.jobs import Analyse, Job, JobError, Redact
from pauza.worker.process import Worker, resident_mib, start_process

MOST_PIXELS = 50_000_000
"""Larger photos are refused or covered as a scaled copy; their memory is not asked for."""
JOBS: tuple[Job, ...] = (
    Analyse("balanced", 1024),
    Redact("soft", ((80.0, 60.0, 40.0, 50.0, 0.0),)),
)


@dataclass(frozen=True)
class Cost:
    file: str
    pixels: int
    seconds: float
    mib: float | None
    """Above the worker's rest; None where the worker had to be ended or the system doesn't tell."""


def report(settings: Settings) -> None:
    costs = list(measured(settings))
    if not costs:
        print("\nno corpus: its time and memory were not measured")
        return
    slowest = max(costs, key=lambda cost: cost.seconds)
    largest = max((c for c in costs if c.pixels <= MOST_PIXELS), key=lambda cost: cost.mib or 0)
    unknown = sum(cost.mib is None for cost in costs)
    print(f"\n{len(costs) // len(JOBS)} files of the corpus, analysed and covered by one worker")
    print(f"slowest {slowest.seconds:.1f} s ({slowest.file})")
    print(
        f"most memory {largest.mib or 0:.0f} MiB above the worker's rest ({largest.file}, to 50 MP)"
    )
    print(f"not known, as the worker had to be ended or the system doesn't tell: {unknown}")


def measured(settings: Settings) -> Iterator[Cost]:
    folder = settings.shared / "corpus"
    if not (folder / "images.csv").is_file():
        return
    with (folder / "images.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    with rested_workers(settings) as rested:
        for row in rows:
            photo = (folder / row["file"]).read_bytes()
            pixels = int(row["width"] or 0) * int(row["height"] or 0)
            for job in JOBS:
                yield Cost(row["file"], pixels, *spent(*rested(), job, photo))


@contextmanager
def rested_workers(settings: Settings) -> Iterator[Callable[[], tuple[Worker, int]]]:
    """A worker that holds no more than at rest, and its process: a new one where it had to end."""
    running: list[tuple[Worker, int]] = []

    def rested() -> tuple[Worker, int]:
        if running and running[-1][0].memory_mib > settings.idle_memory_mib:
            running[-1][0].end()
        if not running or running[-1][0].ended:
            process = start_process(settings)
            running.append((Worker(process, settings, time.monotonic), process.pid))
            running[-1][0].wait_until_ready()
        return running[-1]

    try:
        yield rested
    finally:
        for worker, _ in running:
            worker.end()


def spent(worker: Worker, pid: int, job: Job, photo: bytes) -> tuple[float, float | None]:
    """Seconds and MiB of one job."""
    told = forget_most(pid)
    rest, started = resident_mib(pid), time.perf_counter()
    with suppress(JobError):  # many of the corpus have to be refused
        worker.answer(job, photo)
    seconds, most = time.perf_counter() - started, most_mib(pid)
    return seconds, max(0.0, most - rest) if told and most else None


def forget_most(pid: int) -> bool:
    """Whether the system forgot what the process held at most."""
    try:
        Path(f"/proc/{pid}/clear_refs").write_text("5")
    except OSError:
        return False
    return True


def most_mib(pid: int) -> float | None:
    """The most that the process held since that was last forgotten; None once it has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return None
    lines = (line.split() for line in status.splitlines() if line.startswith("VmHWM:"))
    return next((int(line[1]) / 1024 for line in lines), None)
