"""A service with the tiny worker, as a process of its own on a free port, under either server.

Run as a script it is that process; imported, it starts and stops one and speaks to it in raw bytes.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast, get_args

from pauza.service.problems import PROBLEMS, Code
from pauza.service.serve import Server, serve
from pauza.settings import EXTENSION_ORIGIN, Settings
from pauza.worker.jobs import PhotoCode
from pauza.worker.pool import Pool
from worker.tiny import start_tiny

SERVERS: tuple[Server, ...] = ("waitress",) if sys.platform == "win32" else ("gunicorn", "waitress")

MAX_BODY_MIB = 2


@dataclass(frozen=True)
class Reply:
    """What came back; status 0 where the connection was closed without a word."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def code(self) -> str:
        return cast(str, json.loads(self.body)["code"])


@dataclass(frozen=True)
class Running:
    server: Server
    settings: Settings
    process: subprocess.Popen[str]

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.settings.port), timeout=30)

    def exchange(self, request: bytes) -> bytes:
        """Sends the bytes, says that no more will come, returns all that comes back."""
        answer = b""
        with self.connect() as connection, contextlib.suppress(ConnectionError):
            connection.sendall(request)
            with contextlib.suppress(OSError):  # closed already
                connection.shutdown(socket.SHUT_WR)
            while part := connection.recv(65536):
                answer += part
        return answer

    def ask(self, *lines: str, body: bytes = b"") -> Reply:
        """Sends a head of these lines, in which HOST and OURS stand for what is right."""
        return parsed(self.exchange(self.request(*lines, body=body)))

    def request(self, *lines: str, body: bytes = b"") -> bytes:
        head = "\r\n".join([*lines, "Connection: close", "", ""])
        right = {"HOST": f"127.0.0.1:{self.settings.port}", "OURS": EXTENSION_ORIGIN}
        for name, value in right.items():
            head = head.replace(name, value)
        return head.encode("latin-1") + body

    def post(self, target: str, body: bytes = b"") -> Reply:
        length = f"Content-Length: {len(body)}"
        return self.ask(f"POST {target} HTTP/1.1", "Host: HOST", "Origin: OURS", length, body=body)


def parsed(answer: bytes) -> Reply:
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = dict(line.split(":", 1) for line in lines)
    return Reply(
        int(first.split()[1]) if first else 0,
        {name.lower(): value.strip() for name, value in headers.items()},
        body,
    )


@contextmanager
def running(server: Server, home: Path) -> Iterator[Running]:
    settings = Settings(port=free_port(), home=home)
    with subprocess.Popen(
        [sys.executable, __file__, server, str(settings.port), str(home)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    ) as process:
        assert process.stdout
        process.stdout.readline()  # it says that it listens
        try:
            yield Running(server, settings, process)
        finally:
            process.terminate()
            process.wait(timeout=30)


@contextmanager
def running_really(home: Path) -> Iterator[Running]:
    """The program itself, with the real worker."""
    settings = Settings(port=free_port(), home=home)
    with subprocess.Popen(
        [sys.executable, "-m", "pauza.cli", "serve"],
        stdout=subprocess.PIPE,
        text=True,
        env={
            **os.environ,
            "PAUZA_PORT": str(settings.port),
            "PAUZA_HOME": str(home),
            "PYTHONUNBUFFERED": "1",
        },
    ) as process:
        assert process.stdout
        process.stdout.readline()  # it says that it listens
        try:
            yield Running(SERVERS[0], settings, process)
        finally:
            process.terminate()
            process.wait(timeout=30)


def refused(reply: Reply) -> bool:
    """Whether it is a problem of the photo, with the status of its code."""
    code = cast(Code, reply.code)
    return code in get_args(PhotoCode) and reply.status == PROBLEMS[code].status


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return cast(int, probe.getsockname()[1])


def main(server: str, port: str, home: str) -> None:
    settings = Settings(port=int(port), home=Path(home), max_body_mib=MAX_BODY_MIB)
    serve(
        settings,
        partial(print, flush=True),
        cast(Server, server),
        lambda settings: Pool(settings, start_tiny),
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
