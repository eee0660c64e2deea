"""POST /v1/analyses: a photo in, what was found on it out."""

from __future__ import annotations

from flask import Blueprint, Response

from ..worker.jobs import Analyse
from ..worker.pool import Pool
from . import bodies, parameters


def blueprint(pool: Pool) -> Blueprint:
    analyses = Blueprint("analyses", __name__)

    @analyses.post("/analyses")
    def analyse() -> Response:
        parameters.only("sensitivity", "preview_side")
        job = Analyse(parameters.sensitivity(), parameters.preview_side())
        answer = pool.run(job, bodies.photo())
        return Response(answer.data, mimetype=answer.media_type)

    return analyses
