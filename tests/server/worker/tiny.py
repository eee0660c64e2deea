"""A worker that does what it is told: it hangs, waits for a pipe, dies, grows, or answers.

It speaks the frames of the real one. What it should do stands in the place of the photo; any other
photo comes back as it is.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

from pauza.settings import Settings
from pauza.worker.frames import Header, read_frame, write_frame

LARGE = 2**28
GROWN: list[bytes] = []


def start_tiny(_settings: Settings, greeting: str = "ready") -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, str(Path(__file__)), greeting],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def main(greeting: str) -> None:
    if greeting == "dead":
        return
    if greeting == "silent":
        hang()
    if greeting != "ready":
        write_frame(sys.stdout.buffer, {"unwell": greeting})
        return
    write_frame(sys.stdout.buffer, {"ready": True})
    while True:
        header, photo = read_frame(sys.stdin.buffer)
        before(photo)
        write_frame(sys.stdout.buffer, *reply(header, photo))
        if photo == b"deaf":
            threading.Event().wait()


def before(photo: bytes) -> None:
    """What happens to the process while it has the photo."""
    if photo.startswith(b"grow"):
        GROWN.append(b"x" * LARGE)
    if photo.startswith(b"wait for "):
        Path(photo.split()[2].decode()).read_bytes()
    if photo == b"nonsense":
        sys.stdout.buffer.write(b"\xff" * 64)
    if photo in {b"hang", b"grow and hang", b"nonsense"}:
        hang()
    if photo == b"die":
        sys.exit()


def hang() -> None:
    """Until nobody needs it any more."""
    sys.stdout.buffer.flush()
    sys.stdin.buffer.read()
    sys.exit()


def reply(header: Header, photo: bytes) -> tuple[Header, bytes]:
    about = {"media_type": "image/png", "suffix": ".png", "changes": told_of(photo)}
    match photo:
        case b"damaged" | b"internal":
            return {"error": {"code": photo.decode(), "detail": "as told"}}, b""
        case b"job":
            return {"answer": about}, json.dumps(header).encode()
        case b"pid" | b"grow":
            return {"answer": about}, str(os.getpid()).encode()
        case _:
            return {"answer": about}, photo


def told_of(photo: bytes) -> list[str]:
    """A photo that starts with `changes` names those of its answer."""
    return photo.decode().split()[1:] if photo.startswith(b"changes") else []


if __name__ == "__main__":
    main(sys.argv[1])
