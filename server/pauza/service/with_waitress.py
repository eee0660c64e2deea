"""waitress as the server where gunicorn does not run (Windows), with its limits drawn in."""

from __future__ import annotations

import logging
import signal
import socket
from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.server import create_server

from ..settings import Settings
from ..worker.pool import PoolMaker
from .app import create_app
from .callers import PROTOCOLS


class StrictParser(HTTPRequestParser):  # type: ignore[misc]
    """Doesn't take any version for 1.0, and lets the application see that a body is in chunks."""

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        if f"HTTP/{self.version}" not in PROTOCOLS:
            raise ParsingError("Unknown version of HTTP")
        if self.chunked:
            self.headers["TRANSFER_ENCODING"] = "chunked"


class StrictChannel(HTTPChannel):  # type: ignore[misc]
    parser_class = StrictParser


def run(settings: Settings, listener: socket.socket, make_pool: PoolMaker) -> None:
    logging.getLogger("waitress").setLevel(logging.CRITICAL)  # a warning could quote a request
    signal.signal(signal.SIGTERM, _stop)
    with make_pool(settings) as pool:
        server = create_server(create_app(settings, pool), sockets=[listener], **_limits(settings))
        server.channel_class = StrictChannel
        server.run()


def _limits(settings: Settings) -> dict[str, Any]:
    body = settings.max_body_mib * 2**20
    return {
        "threads": 8,  # whole requests only take one: a slow caller holds none
        "max_request_body_size": body + 1,
        "inbuf_overflow": body + 1,  # otherwise a photo above 512 KiB is written to disk
        "outbuf_overflow": 2 * body,
        "max_request_header_size": 16384,
        "ident": None,
    }


def _stop(*_: object) -> None:
    raise SystemExit  # waitress ends its loop on it
