"""The worker's process seen from outside: started, greeted, asked, watched, ended."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Literal, Self

from ..settings import Settings
from .frames import Header, read_frame, write_frame
from .jobs import Answer, Job, JobCode, JobError, from_about, to_header

Process = subprocess.Popen[bytes]
Starter = Callable[[Settings], Process]
Clock = Callable[[], float]
"""Seconds since any fixed moment."""

State = Literal["warming", "ready", "unwell"]

TICK_S = 0.02
"""How often the time and memory of a working process are looked at."""

WARM_UP_S = 60.0
"""A slow disk may need long for the weights; past this the start has failed."""

ENVIRONMENT = {
    # glibc gives big blocks back as soon as they are free: a third of the memory at rest.
    "MALLOC_MMAP_THRESHOLD_": "1048576",
    "MALLOC_TRIM_THRESHOLD_": "8388608",
    "MALLOC_ARENA_MAX": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}


def start_process(settings: Settings) -> Process:
    """A worker with the models of `settings`. Its stderr is dropped: it could quote a photo."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "pauza.worker.main"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **ENVIRONMENT, "PAUZA_MODELS": str(settings.models)},
    )


def resident_mib(pid: int) -> float:
    """Memory that the process holds, in MiB; 0 where the system doesn't tell."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text().split()[1]
    except (OSError, IndexError):
        return 0.0
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 2**20


class Watch:
    """Ends a process that passes its time or its memory, and remembers why."""

    def __init__(self, process: Process, seconds: float, mib: float, clock: Clock) -> None:
        self.cause: JobCode = "worker_lost"
        self._process, self._mib, self._clock = process, mib, clock
        self._deadline = clock() + seconds
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(TICK_S):
            if passed := self._passed():
                self.cause = passed
                self._process.kill()
                return

    def _passed(self) -> JobCode | None:
        if self._clock() > self._deadline:
            return "took_too_long"
        if resident_mib(self._process.pid) > self._mib:
            return "too_much_memory"
        return None


class Worker:
    """One process. It says `ready` or `unwell` once, then answers one job at a time."""

    def __init__(self, process: Process, settings: Settings, clock: Clock) -> None:
        self._process, self._settings, self._clock = process, settings, clock
        self._greeted = threading.Event()
        self.trouble: JobCode | None = None
        """Why it is unwell."""
        threading.Thread(target=self._hear_greeting, daemon=True).start()

    @property
    def state(self) -> State:
        if self.trouble:
            return "unwell"
        return "ready" if self._greeted.is_set() and not self.ended else "warming"

    @property
    def ended(self) -> bool:
        return self._process.poll() is not None

    @property
    def memory_mib(self) -> float:
        return resident_mib(self._process.pid)

    def wait_until_ready(self) -> None:
        """Waits at most a job's deadline; JobError `warming`, or the code of being unwell."""
        deadline = self._clock() + self._settings.deadline_s
        while not self._greeted.wait(TICK_S):
            if self._clock() > deadline:
                raise JobError("warming")
        if self.trouble:
            raise JobError(self.trouble)

    def answer(self, job: Job, photo: bytes) -> Answer:
        """Asks the process; JobError if it refuses, or had to be ended, or died."""
        header, data = self._exchange(self._settings.deadline_s, to_header(job), photo)
        if error := header.get("error"):
            raise JobError(error["code"], error["detail"])
        return from_about(header["answer"], data)

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                if pipe:
                    pipe.close()

    def _hear_greeting(self) -> None:
        try:
            greeting, _ = self._exchange(WARM_UP_S)
            self.trouble = greeting.get("unwell")
        except JobError:
            self.trouble = "worker_failed"
        if self.trouble:
            self.end()
        self._greeted.set()

    def _exchange(
        self, seconds: float, header: Header | None = None, body: bytes = b""
    ) -> tuple[Header, bytes]:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin
        assert stdout
        with Watch(self._process, seconds, self._settings.worker_memory_mib, self._clock) as watch:
            try:
                if header:
                    write_frame(stdin, header, body)
                return read_frame(stdout)
            except (OSError, EOFError, ValueError):
                self.end()
        raise JobError(watch.cause)
