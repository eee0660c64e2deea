"""Starts the service: takes the port or says who has it, then hands it to a server."""

from __future__ import annotations

import errno
import socket
import sys
from collections.abc import Callable
from typing import Literal

from ..settings import Settings
from ..worker.pool import Pool, PoolMaker
from .neighbour import another_program, who_listens

Server = Literal["gunicorn", "waitress"]

LOOPBACK = "127.0.0.1"


class PortTakenError(Exception):
    """The port can't be had; the message says by whom it is taken and what to do."""


def serve(
    settings: Settings,
    say: Callable[[str], None],
    server: Server | None = None,
    make_pool: PoolMaker = Pool,
) -> None:
    """Serves until it is stopped by a signal; PortTakenError if it can't start."""
    listener = _listen(settings.port)
    say(f"Pauza listens on {LOOPBACK}:{settings.port}. Stop it with Ctrl-C.")
    if (server or _usual_server()) == "gunicorn":
        from .with_gunicorn import run
    else:
        from .with_waitress import run
    run(settings, listener, make_pool)


def _usual_server() -> Server:
    return "waitress" if sys.platform == "win32" else "gunicorn"


def _listen(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform == "win32":  # there SO_REUSEADDR would share the port with anybody
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((LOOPBACK, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            raise PortTakenError(_taken(port)) from None
        raise
    return listener


def _taken(port: int) -> str:
    if who_listens(port) == "pauza":
        return f"Pauza is already running on port {port}."
    return another_program(port)
