"""POST /v1/previews: a photo in, a JPEG for the eye out, plain or covered."""

from __future__ import annotations

from flask import Blueprint, Response

from ..worker.jobs import Preview
from ..worker.pool import Pool
from . import bodies, parameters


def blueprint(pool: Pool) -> Blueprint:
    previews = Blueprint("previews", __name__)

    @previews.post("/previews")
    def preview() -> Response:
        parameters.only("max_side", "style", "region")
        style = parameters.style()
        job = Preview(parameters.max_side(), style, parameters.regions())
        answer = pool.run(job, bodies.photo())
        return Response(answer.data, mimetype=answer.media_type)

    return previews
