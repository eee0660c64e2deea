"""A request's body: bounded before it is read, and whole or not at all."""

from __future__ import annotations

from collections.abc import Callable

from flask import request

from .problems import RequestError


def bounds(max_mib: int) -> Callable[[], None]:
    """A check before any route: no body of unsaid length, none above `max_mib`."""

    def check() -> None:
        if "HTTP_TRANSFER_ENCODING" in request.environ:
            raise RequestError("length_required")
        if _said_length() > max_mib * 2**20:
            raise RequestError("too_large")

    return check


def photo() -> bytes:
    """The whole body. A server hands over what came before the connection broke, without a word."""
    if not request.environ.get("CONTENT_LENGTH"):
        raise RequestError("length_required")
    data: bytes = request.environ["wsgi.input"].read(_said_length())
    if len(data) < _said_length():
        raise RequestError("body_cut_short")
    return data


def _said_length() -> int:
    return int(request.environ.get("CONTENT_LENGTH") or 0)
