"""POST /v1/hello: who is here, of which version, in which state."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from ..settings import API_VERSION, VERSION
from ..worker.pool import Pool


def blueprint(pool: Pool) -> Blueprint:
    hello = Blueprint("hello", __name__)

    @hello.post("/hello")
    def say() -> Response:
        health = pool.health
        told = {"service": "pauza", "version": VERSION, "api": API_VERSION, "state": health.state}
        return jsonify(told | ({"code": health.code} if health.code else {}))

    return hello
