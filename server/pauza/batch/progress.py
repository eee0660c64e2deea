"""How far an album is, as one line that changes; only where a person looks at a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Self, TextIO

from .words import progress

WIDTH = 60


class Progress:
    """Counts what is done in this run."""

    def __init__(
        self, total: int, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._total, self._clock = total, clock
        self._stream = stream or sys.stderr
        self._started, self._done = clock(), 0
        self._show("")

    def step(self) -> None:
        self._done += 1
        spent = self._clock() - self._started
        self._show(progress(self._done, self._total, spent / self._done))

    def tell(self, line: str) -> None:
        """A line that stays."""
        self._show("")
        self._stream.write(line + "\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._show("")

    def _show(self, text: str) -> None:
        if self._stream.isatty():
            self._stream.write(f"\r{text:{WIDTH}}\r{text}")
            self._stream.flush()
