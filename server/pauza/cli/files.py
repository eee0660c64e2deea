"""A photo's file on its way to the worker, and every reason why it came to nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..service.problems import PROBLEMS, Code
from ..settings import Sensitivity, Settings
from ..worker.jobs import Analyse, Answer, Job, JobError
from ..worker.pool import Pool
from .ending import Ending

SOME_FAILED = 1
"""Exit code: the command did its work, but not for every file."""

ENDING_CODES = frozenset({"weights_missing", "weights_damaged", "worker_failed"})
"""What would be the same for every file that follows."""


class FileError(Exception):
    """Nothing came of a file. `code` is stable, `detail` is for a person."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


@dataclass(frozen=True)
class Photos:
    """Asks the worker about files. Hostile ones end the worker, not the command."""

    pool: Pool
    settings: Settings

    def read(self, path: Path) -> bytes:
        try:
            if path.stat().st_size > self.settings.max_body_mib * 2**20:
                raise _problem("too_large")
            return path.read_bytes()
        except OSError as error:
            raise FileError("unreadable", f"It can't be read: {error.strerror}.") from None

    def ask(self, job: Job, data: bytes) -> Answer:
        try:
            return self.pool.run(job, data)
        except JobError as error:
            if error.code in ENDING_CODES:
                raise Ending(_words(error.code)) from None
            raise _problem(error.code) from None

    def analysis(self, data: bytes, sensitivity: Sensitivity = "balanced") -> dict[str, Any]:
        """As on the wire."""
        analysis: dict[str, Any] = json.loads(self.ask(Analyse(sensitivity), data).data)
        return analysis


def _problem(code: Code) -> FileError:
    return FileError(code, _words(code))


def _words(code: Code) -> str:
    return f"{PROBLEMS[code].title}. {PROBLEMS[code].detail}"
