from __future__ import annotations

import subprocess
from collections.abc import Iterator

import pytest

from pauza.batch.crew import Crew, cores
from pauza.settings import Settings
from pauza.worker.jobs import Analyse, JobError
from pauza.worker.pool import Pool
from worker.tiny import start_tiny

JOB = Analyse("balanced")


class Started:
    """Makes pools of tiny workers, and keeps the workers."""

    def __init__(self) -> None:
        self.workers: list[subprocess.Popen[bytes]] = []

    def __call__(self, settings: Settings) -> Pool:
        return Pool(settings, self._start)

    def _start(self, settings: Settings) -> subprocess.Popen[bytes]:
        self.workers.append(start_tiny(settings))
        return self.workers[-1]


def ask(pool: Pool, photo: bytes) -> bytes:
    return pool.run(JOB, photo).data


def test_every_task_is_done_once() -> None:
    tasks = [str(number).encode() for number in range(20)]
    with Crew(Settings(), len(tasks), Started()) as crew:
        assert sorted(crew.each(tasks, ask)) == sorted(tasks)


def test_there_is_a_worker_a_core_but_none_without_a_task() -> None:
    for tasks in (0, 1, 1000):
        started = Started()
        with Crew(Settings(), tasks, started):
            assert len(started.workers) == min(tasks, cores())


def test_a_task_is_taken_only_when_a_worker_is_free_for_it() -> None:
    taken: list[int] = []
    done: list[bytes] = []

    def tasks() -> Iterator[bytes]:
        for number in range(10):
            taken.append(number)
            assert len(taken) - len(done) <= cores()
            yield str(number).encode()

    with Crew(Settings(), 10, Started()) as crew:
        for answer in crew.each(tasks(), ask):
            done.append(answer)
    assert len(done) == 10


def test_a_worker_that_grew_goes_on_with_the_next_photo() -> None:
    settings, started = Settings(idle_memory_mib=150), Started()
    with Crew(settings, 1, started) as crew:
        grown, after = crew.each([b"grow", b"pid"], ask)
    assert grown == after


def test_a_photo_that_ends_its_worker_ends_nothing_else() -> None:
    def code(pool: Pool, photo: bytes) -> str:
        try:
            return ask(pool, photo).decode()
        except JobError as error:
            return error.code

    with Crew(Settings(), 3, Started()) as crew:
        assert sorted(crew.each([b"die", b"x", b"y"], code)) == ["worker_lost", "x", "y"]


def test_what_a_task_raises_ends_all() -> None:
    settings, started = Settings(deadline_s=3600), Started()
    with Crew(settings, 9, started) as crew, pytest.raises(JobError, match="damaged"):
        list(crew.each([b"damaged", *[b"hang"] * 8], ask))
    assert all(worker.poll() is not None for worker in started.workers)
