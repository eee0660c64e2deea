"""Several pools side by side, for more photos than one worker can do in good time."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from dataclasses import replace
from itertools import islice
from typing import Self, TypeVar

from ..settings import Settings
from ..worker.pool import Pool, PoolMaker

Task = TypeVar("Task")
Done = TypeVar("Done")


def cores() -> int:
    """Processors that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Crew:
    """As many workers as there are cores, at most one a task; each does one task at a time."""

    def __init__(self, settings: Settings, tasks: int, make: PoolMaker = Pool) -> None:
        # The next photo comes at once: a worker that gave its memory back would only start anew.
        busy = replace(settings, idle_memory_mib=settings.worker_memory_mib)
        self._open = ExitStack()
        size = min(cores(), tasks)
        self._free = [self._open.enter_context(make(busy)) for _ in range(size)]

    def each(self, tasks: Iterable[Task], do: Callable[[Pool, Task], Done]) -> Iterator[Done]:
        """What `do` makes of each task, in the order in which they end.

        A task is taken only when a worker is free for it: no more photos are held than there are
        workers. Whatever `do` raises ends the crew and is raised here.
        """
        waiting, running = iter(tasks), dict[Future[Done], Pool]()
        with ThreadPoolExecutor(max(1, len(self._free))) as threads:
            try:
                while True:
                    for task in islice(waiting, len(self._free)):
                        pool = self._free.pop()
                        running[threads.submit(do, pool, task)] = pool
                    if not running:
                        return
                    for future in wait(running, return_when=FIRST_COMPLETED).done:
                        self._free.append(running.pop(future))
                        yield future.result()
            except BaseException:
                self.close()  # or the threads would wait for their workers
                raise

    def close(self) -> None:
        self._open.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
