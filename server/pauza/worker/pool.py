"""One worker process, a short queue in front of it, and its replacement: all that the edge knows.

A job goes to the worker's process and comes back as bytes or as a JobError. Whatever a photo does
to the process ends with that process: it is killed when it passes its deadline or its memory, and
a new one takes its place. Memory of large photos is given back in the same way.

                    "ready"               a job
    ┌───► warming ──────────► ready ──────────────► working
    │        │ ▲               │ ▲                   │ │ │
    │        │ │               │ └───── answered ────┘ │ │
    │     not│ │next job       │                       │ │ answered, but too large to rest
    │        ▼ │               │ died                  │ │   and nobody waits
    │       unwell             │                       │ │ past its deadline or its memory, or
    │                          ▼                       │ │   died: the job gets its JobError
    └──────────────────────── ended ◄──────────────────┴─┘
      a new process, at once

- One job runs at a time. `waiting_jobs` more may wait for their turn; one more gets `busy`.
- A job that comes while warming waits for the greeting, at most its deadline: then `warming`.
- A process that died between two jobs is replaced when anybody looks: `health` or the next job.
- `unwell` means that the weights are missing or damaged, or that the process can't start. The
  next job tries a new process, so that weights fetched meanwhile are found.
- `close` ends the process; nothing is started after that.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self

from ..settings import Settings
from .jobs import Answer, Job, JobCode, JobError
from .process import Clock, Starter, State, Worker, start_process


@dataclass(frozen=True)
class Health:
    state: State
    code: JobCode | None = None
    """Why it is unwell."""


class Pool:
    """Runs jobs from any thread, one at a time."""

    def __init__(
        self, settings: Settings, start: Starter = start_process, clock: Clock = time.monotonic
    ) -> None:
        self._settings, self._start, self._clock = settings, start, clock
        self._turn = threading.Lock()
        self._door = threading.Lock()
        self._inside = 0
        self._closed = False
        self._worker = self._new_worker()

    def run(self, job: Job, photo: bytes) -> Answer:
        """The worker's answer about the photo; JobError if there is none."""
        with self._place(), self._turn:
            self._wake()
            try:
                return self._worker.answer(job, photo)
            finally:
                self._tidy()

    @property
    def health(self) -> Health:
        """What a job would meet now; replaces a process that died between two jobs."""
        if self._turn.acquire(blocking=False):
            try:
                if self._worker.state != "unwell":
                    self._replace_ended()
            finally:
                self._turn.release()
        return Health(self._worker.state, self._worker.trouble)

    def close(self) -> None:
        self._closed = True
        self._worker.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _place(self) -> Iterator[None]:
        with self._door:
            if self._inside > self._settings.waiting_jobs:
                raise JobError("busy")
            self._inside += 1
        try:
            yield
        finally:
            with self._door:
                self._inside -= 1

    def _wake(self) -> None:
        self._replace_ended()
        self._worker.wait_until_ready()

    def _tidy(self) -> None:
        large = self._worker.memory_mib > self._settings.idle_memory_mib
        if large and self._inside == 1:
            self._worker.end()
        self._replace_ended()

    def _replace_ended(self) -> None:
        if self._worker.ended and not self._closed:
            self._worker.end()
            self._worker = self._new_worker()

    def _new_worker(self) -> Worker:
        return Worker(self._start(self._settings), self._settings, self._clock)


PoolMaker = Callable[[Settings], Pool]
