"""A photo's file on its way to the worker, and every reason why it came to nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ..batch.album import File, FileError
from ..service.problems import PROBLEMS, Code
from ..settings import Sensitivity, Settings
from ..worker.jobs import Analyse, Answer, Ellipse, Job, JobError
from ..worker.pool import Pool
from .ending import Ending

SOME_FAILED = 1
"""Exit code: the command did its work, but not for every file."""

ENDING_CODES = frozenset({"weights_missing", "weights_damaged", "worker_failed"})
"""What would be the same for every file that follows."""


Faces = Literal["children", "all"]
"""Which faces are to be covered."""


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
        except IsADirectoryError:
            raise FileError("unreadable", "It is a folder: name it alone, with --report.") from None
        except OSError as error:
            raise FileError("unreadable", f"It can't be read: {error.strerror}.") from None

    def read_from(self, file: File) -> bytes:
        """The bytes of an album's file."""
        file.demand_ordinary()
        return self.read(file.path)

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


def chosen(analysis: Mapping[str, Any], faces: Faces) -> tuple[Ellipse, ...]:
    """The regions of the faces that are to be covered; `children` are also the doubtful ones."""
    verdicts = {"adult", "child", "unsure"} if faces == "all" else {"child", "unsure"}
    return tuple(
        (region["cx"], region["cy"], region["width"], region["height"], region["tilt"])
        for region in analysis["regions"]
        if analysis["faces"][region["face"]]["verdict"] in verdicts
    )


def _problem(code: Code) -> FileError:
    return FileError(code, _words(code))


def _words(code: Code) -> str:
    return f"{PROBLEMS[code].title}. {PROBLEMS[code].detail}"
