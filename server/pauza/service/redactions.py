"""POST /v1/redactions: a photo in, the bytes to post out: covered, or only cleaned."""

from __future__ import annotations

from flask import Blueprint, Response

from ..worker.jobs import Redact
from ..worker.pool import Pool
from . import bodies, parameters

CHANGES = "Pauza-Changes"
"""Header of a redaction that lost more than covered faces and hidden data: what that is."""


def blueprint(pool: Pool) -> Blueprint:
    redactions = Blueprint("redactions", __name__)

    @redactions.post("/redactions")
    def redact() -> Response:
        parameters.only("style", "region")
        job = Redact(parameters.style(), parameters.regions())
        answer = pool.run(job, bodies.photo())
        response = Response(answer.data, mimetype=answer.media_type)
        if answer.changes:
            response.headers[CHANGES] = ", ".join(answer.changes)
        return response

    return redactions
