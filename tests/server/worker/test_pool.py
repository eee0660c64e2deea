"""The states of the pool, one by one, with real processes and a clock that the test moves."""

import queue
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from subprocess import Popen

import pytest

from pauza.settings import Settings
from pauza.worker.jobs import Analyse, JobError
from pauza.worker.pool import Health, Pool
from worker.tiny import start_tiny

JOB = Analyse("balanced")

tells_memory = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells in /proc")


class Clock:
    """Stands still until it is given a pace: seconds that pass whenever somebody looks."""

    now = 0.0
    pace = 0.0

    def __call__(self) -> float:
        self.now += self.pace
        return self.now


class Starter:
    """Starts tiny workers that greet in turn as told, the last way for ever; keeps them."""

    def __init__(self, *greetings: str) -> None:
        self.greetings = list(greetings) or ["ready"]
        self.started: list[Popen[bytes]] = []

    def __call__(self, settings: Settings) -> Popen[bytes]:
        greeting = self.greetings[min(len(self.started), len(self.greetings) - 1)]
        self.started.append(start_tiny(settings, greeting))
        return self.started[-1]


@contextmanager
def pool_of(
    start: Callable[[Settings], Popen[bytes]] = start_tiny,
    settings: Settings | None = None,
    clock: Callable[[], float] | None = None,
) -> Iterator[Pool]:
    with Pool(settings or Settings(), start, clock or Clock()) as pool:
        yield pool


def code_of(pool: Pool, photo: bytes) -> str:
    with pytest.raises(JobError) as caught:
        pool.run(JOB, photo)
    return caught.value.code


def answer_of(pool: Pool, photo: bytes = b"anything") -> bytes:
    return pool.run(JOB, photo).data


class TestWarming:
    def test_a_pool_is_warming_until_the_worker_greets(self) -> None:
        with pool_of(partial(start_tiny, greeting="silent")) as pool:
            assert pool.health == Health("warming")

    def test_a_job_waits_for_the_greeting(self) -> None:
        with pool_of() as pool:
            assert answer_of(pool) == b"anything"
            assert pool.health == Health("ready")

    def test_a_job_that_waited_its_whole_deadline_is_told_so(self) -> None:
        clock = Clock()
        with pool_of(partial(start_tiny, greeting="silent"), Settings(deadline_s=5), clock) as pool:
            clock.pace = 1
            assert code_of(pool, b"anything") == "warming"

    def test_a_worker_that_never_greets_is_ended(self) -> None:
        clock, start = Clock(), Starter("silent", "ready")
        with pool_of(start, clock=clock):
            clock.pace = 10
            assert start.started[0].wait(timeout=30) != 0


class TestUnwell:
    def test_missing_weights_are_named(self) -> None:
        with pool_of(partial(start_tiny, greeting="weights_missing")) as pool:
            assert code_of(pool, b"anything") == "weights_missing"
            assert pool.health == Health("unwell", "weights_missing")

    def test_a_worker_that_cannot_start_is_named(self) -> None:
        with pool_of(partial(start_tiny, greeting="dead")) as pool:
            assert code_of(pool, b"anything") == "worker_failed"

    def test_looking_does_not_start_another_but_the_next_job_does(self) -> None:
        start = Starter("weights_damaged", "ready")
        with pool_of(start) as pool:
            assert code_of(pool, b"anything") == "weights_damaged"
            assert pool.health.state == "unwell"
            assert len(start.started) == 1
            assert answer_of(pool) == b"anything"


class TestReady:
    def test_a_worker_answers_one_job_after_another(self) -> None:
        with pool_of() as pool:
            assert answer_of(pool, b"pid") == answer_of(pool, b"pid")

    def test_a_refusal_comes_through_and_harms_nothing(self) -> None:
        with pool_of() as pool:
            pid = answer_of(pool, b"pid")
            assert code_of(pool, b"damaged") == "damaged"
            assert answer_of(pool, b"pid") == pid

    def test_a_worker_that_died_meanwhile_is_replaced_when_somebody_looks(self) -> None:
        start = Starter()
        with pool_of(start) as pool:
            answer_of(pool)
            start.started[0].kill()
            start.started[0].wait()
            assert pool.health == Health("warming")
            assert len(start.started) == 2

    def test_a_job_does_not_notice_that_the_worker_died_meanwhile(self) -> None:
        start = Starter()
        with pool_of(start) as pool:
            answer_of(pool)
            start.started[0].kill()
            start.started[0].wait()
            assert answer_of(pool) == b"anything"


class TestWorking:
    def test_past_its_deadline_a_job_ends_with_its_worker(self) -> None:
        clock, start = Clock(), Starter()
        with pool_of(start, Settings(deadline_s=5), clock) as pool:
            answer_of(pool)
            clock.pace = 1
            assert code_of(pool, b"hang") == "took_too_long"
            clock.pace = 0
            assert start.started[0].poll() is not None
            assert answer_of(pool) == b"anything"

    def test_a_worker_that_does_not_even_listen_is_ended_too(self) -> None:
        clock = Clock()
        with pool_of(settings=Settings(deadline_s=5), clock=clock) as pool:
            answer_of(pool, b"deaf")
            clock.pace = 1
            assert code_of(pool, bytes(2**20)) == "took_too_long"

    def test_a_worker_that_talks_nonsense_is_ended(self) -> None:
        with pool_of() as pool:
            assert code_of(pool, b"nonsense") == "worker_lost"
            assert answer_of(pool) == b"anything"

    @tells_memory
    def test_past_its_memory_a_job_ends_with_its_worker(self) -> None:
        with pool_of(settings=Settings(worker_memory_mib=150), clock=time.monotonic) as pool:
            assert code_of(pool, b"grow and hang") == "too_much_memory"
            assert answer_of(pool) == b"anything"

    def test_a_worker_that_dies_loses_only_its_job(self) -> None:
        with pool_of() as pool:
            assert code_of(pool, b"die") == "worker_lost"
            assert answer_of(pool) == b"anything"

    @tells_memory
    def test_a_worker_that_grew_answers_and_is_replaced_at_rest(self) -> None:
        with pool_of(settings=Settings(idle_memory_mib=150)) as pool:
            assert answer_of(pool, b"grow") != answer_of(pool, b"pid")


class TestQueue:
    def test_two_may_wait_and_one_more_is_told_that_we_are_busy(self) -> None:
        codes: queue.Queue[str] = queue.Queue()

        def hang() -> None:
            codes.put(code_of(pool, b"hang"))

        with pool_of() as pool:
            answer_of(pool)
            threads = [threading.Thread(target=hang) for _ in range(4)]
            for thread in threads:
                thread.start()
            assert codes.get(timeout=30) == "busy"
            assert codes.empty()
        for thread in threads:
            thread.join(timeout=30)
        assert [codes.get() for _ in range(3)] == ["worker_lost"] * 3

    def test_a_place_is_free_again_after_every_end(self) -> None:
        with pool_of() as pool:
            for photo in [b"die", b"damaged", b"die", b"damaged", b"die"]:
                code_of(pool, photo)
            assert answer_of(pool) == b"anything"


class TestClose:
    def test_the_process_ends_and_none_is_started_after(self) -> None:
        start = Starter()
        with pool_of(start) as pool:
            answer_of(pool)
        assert start.started[0].poll() is not None
        assert code_of(pool, b"anything") == "worker_lost"
        assert pool.health.state == "warming"
        assert len(start.started) == 1
