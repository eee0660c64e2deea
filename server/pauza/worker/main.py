"""The worker process: the whole core behind two pipes. Bytes in, JSON or bytes out, nothing kept.

Run as `python -m pauza.worker.main` by the pool. It greets once with `{"ready": true}` or
`{"unwell": code}`, answers one frame with one frame, and ends when its stdin is closed.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import IO

from ..analysis import Analyser, Analysis
from ..formats.photo import PhotoError
from ..redaction.geometry import Region
from ..redaction.redact import RegionError, for_the_eye, preview, redact
from ..settings import from_environment
from ..weights import WeightsError
from .frames import Header, read_frame, write_frame
from .jobs import Analyse, Answer, Ellipse, Job, Preview, Redact, from_header, to_about


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the service, which ends us
    requests, answers = sys.stdin.buffer, only_ours()
    settings = from_environment()
    _limit_memory(2 * settings.worker_memory_mib)
    try:
        analyser = Analyser(settings)
    except WeightsError as error:
        write_frame(answers, {"unwell": error.code})
        return
    write_frame(answers, {"ready": True})
    _serve(requests, answers, lambda job, photo: _do(analyser, job, photo))


def _limit_memory(mib: int) -> None:
    """The system's own limit, for what grows faster than the pool looks."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (mib * 2**20, mib * 2**20))


def only_ours() -> IO[bytes]:
    """The pipe to the pool; what any library prints from now on goes nowhere."""
    pipe = os.fdopen(os.dup(1), "wb")
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    return pipe


def _serve(requests: IO[bytes], answers: IO[bytes], do: Callable[[Job, bytes], Answer]) -> None:
    while True:
        try:
            header, photo = read_frame(requests)
        except EOFError:
            return
        write_frame(answers, *framed(do, header, photo))


def framed(
    do: Callable[[Job, bytes], Answer], header: Header, photo: bytes
) -> tuple[Header, bytes]:
    """The answer, or why there is none, as a frame."""
    try:
        answer = do(from_header(header), photo)
    except (PhotoError, RegionError) as error:
        return _error(error.code, error.detail)
    except MemoryError:
        return _error("too_much_memory")
    except Exception as error:  # noqa: BLE001 - a message could quote the photo: its type must do
        return _error("internal", type(error).__name__)
    return {"answer": to_about(answer)}, answer.data


def _error(code: str, detail: str = "") -> tuple[Header, bytes]:
    return {"error": {"code": code, "detail": detail}}, b""


def _do(analyser: Analyser, job: Job, photo: bytes) -> Answer:
    match job:
        case Analyse(sensitivity, preview_side):
            analysis = analyser.analyse(photo, sensitivity)
            told = analysis.to_json() | {"preview": _preview_of(analysis, preview_side)}
            return Answer(json.dumps(told).encode(), "application/json", ".json")
        case Preview(max_side, style, regions):
            picture = preview(photo, max_side=max_side, regions=_regions(regions), style=style)
            return Answer(picture, "image/jpeg", ".jpg")
        case Redact(style, regions):
            made = redact(photo, _regions(regions), style)
            return Answer(made.data, made.media_type, made.suffix, made.changes)


def _preview_of(analysis: Analysis, side: int | None) -> str | None:
    """From the picture that is decoded already: a person waits for it."""
    if side is None or not analysis.nudge:
        return None
    return b64encode(for_the_eye(analysis.photo.pixels, side)).decode()


def _regions(ellipses: tuple[Ellipse, ...]) -> tuple[Region, ...]:
    return tuple(Region(*ellipse) for ellipse in ellipses)


if __name__ == "__main__":
    main()
