"""The layer in front of Flask: one bare refusal for whoever may not call, safe headers for all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from ..settings import Settings
from .callers import Call, may_call, own_hosts
from .origins import AllowedOrigins

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

SAFE_HEADERS = [
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cache-Control", "no-store"),
    ("Referrer-Policy", "no-referrer"),
]


class Edge:
    """A WSGI application around another."""

    def __init__(self, inner: WSGIApplication, settings: Settings) -> None:
        self._inner = inner
        self._hosts = own_hosts(settings.port)
        self._origins = AllowedOrigins(settings.home)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        safely = _with_safe_headers(start_response)
        if may_call(_call(environ), self._hosts, self._origins()):
            return self._inner(environ, safely)
        safely("403 Forbidden", [("Content-Length", "0")])
        return []


def _call(environ: WSGIEnvironment) -> Call:
    return Call(
        method=environ["REQUEST_METHOD"],
        target=environ.get("RAW_URI") or environ.get("REQUEST_URI", ""),
        path=environ["PATH_INFO"],
        protocol=environ["SERVER_PROTOCOL"],
        host=environ.get("HTTP_HOST"),
        origin=environ.get("HTTP_ORIGIN"),
    )


def _with_safe_headers(start: StartResponse) -> StartResponse:
    def safely(
        status: str, headers: list[tuple[str, str]], exc_info: Any = None
    ) -> Callable[[bytes], object]:
        return start(status, headers + SAFE_HEADERS, exc_info)

    return safely
