"""Albums made for a test: files that the tiny worker reads as its answers, lines of a report."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

from pauza.batch.album import File
from pauza.worker.pool import Pool
from worker.tiny import start_tiny

tiny_pool = partial(Pool, start=start_tiny)


def file_of(path: Path, name: str | None = None) -> File:
    found = path.stat()
    return File(name or path.name, path, found.st_size, found.st_mtime_ns)


def written(path: Path, data: bytes = b"photo") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def analysed(
    file: str, *faces: tuple[str, list[str]], nudge: bool = False, hidden: tuple[str, ...] = ()
) -> dict[str, Any]:
    verdicts = [verdict for verdict, _ in faces]
    return {
        "file": file,
        "verdict": next((v for v in ("child", "unsure", "adult") if v in verdicts), "none"),
        "nudge": nudge,
        "faces": [{"verdict": verdict, "why": why} for verdict, why in faces],
        "hidden": [{"kind": kind} for kind in hidden],
        "preview": "AAAA",
    }


def failed(file: str, code: str = "damaged", detail: str = "It is damaged.") -> dict[str, Any]:
    return {"file": file, "error": {"code": code, "detail": detail}}


def as_photo(line: dict[str, Any]) -> bytes:
    """A file that the tiny worker gives back as the analysis of itself."""
    return json.dumps({**line, "regions": []}).encode()
