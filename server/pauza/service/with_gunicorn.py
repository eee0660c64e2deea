"""gunicorn as the server (Linux, macOS), without what it does for services behind a proxy."""

from __future__ import annotations

import socket
from typing import Any

import gunicorn.http.wsgi
from flask import Flask
from gunicorn.app.base import BaseApplication

from ..settings import Settings
from ..worker.pool import Pool, PoolMaker
from .app import create_app

OPTIONS: dict[str, Any] = {
    "workers": 1,  # the one that has the pool
    "worker_class": "gthread",
    "threads": 32,  # a browser's silent connections each hold one for 5 s
    "control_socket_disable": True,
    "forwarded_allow_ips": "",  # otherwise every local program is believed as a proxy
    "forwarder_headers": "",
    "http_parser": "python",  # memory-safe
    "limit_request_line": 8190,  # room for as many regions as may be
    "loglevel": "error",  # a warning could quote a request
}


class Service(BaseApplication):  # type: ignore[misc]
    def __init__(self, settings: Settings, listener: socket.socket, make_pool: PoolMaker) -> None:
        self._settings, self._make_pool = settings, make_pool
        self._address = f"fd://{listener.detach()}"
        self._pool: Pool | None = None
        super().__init__()

    def load_config(self) -> None:
        for name, value in OPTIONS.items():
            self.cfg.set(name, value)
        self.cfg.set("bind", self._address)
        self.cfg.set("worker_exit", self._end)

    def load(self) -> Flask:
        """Called in the serving process, after the fork: the pool's threads must be born there."""
        self._pool = self._make_pool(self._settings)
        return create_app(self._settings, self._pool)

    def _end(self, _server: object, _worker: object) -> None:
        if self._pool:
            self._pool.close()


def run(settings: Settings, listener: socket.socket, make_pool: PoolMaker) -> None:
    gunicorn.http.wsgi.SERVER = ""  # nobody needs to know which program answers
    Service(settings, listener, make_pool).run()
