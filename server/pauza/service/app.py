"""The application: its resources, the layer in front of them, and how its failures are told."""

from __future__ import annotations

import logging

from flask import Flask, Response, jsonify
from flask_cors import CORS
from werkzeug.exceptions import HTTPException

from ..settings import Settings
from ..worker.jobs import JobError
from ..worker.pool import Pool
from . import analyses, bodies, hello, practice, previews, redactions
from .edge import Edge
from .problems import MEDIA_TYPE, PROBLEMS, Code, RequestError, document

log = logging.getLogger(__name__)


def create_app(settings: Settings, pool: Pool) -> Flask:
    app = Flask(__name__, static_folder=None)
    app.url_map.merge_slashes = False
    app.before_request(bodies.bounds(settings.max_body_mib))
    for room in (hello, analyses, previews, redactions):
        app.register_blueprint(room.blueprint(pool), url_prefix="/v1")
    app.register_blueprint(practice.blueprint())
    _tell_failures(app)
    # The edge lets none but allowed origins through, so that any that came may read the answer.
    CORS(
        app,
        resources=r"/v1/.*",
        origins=r".*",
        methods=["POST"],
        always_send=False,
        allow_headers=["Content-Type"],
        expose_headers=[redactions.CHANGES, "Retry-After"],
    )
    app.wsgi_app = Edge(app.wsgi_app, settings)  # type: ignore[method-assign]
    return app


def _tell_failures(app: Flask) -> None:
    @app.errorhandler(RequestError)
    def refused(error: RequestError) -> Response:
        return _told(error.code, error.parameter)

    @app.errorhandler(JobError)
    def failed(error: JobError) -> Response:
        return _told(error.code)

    @app.errorhandler(HTTPException)
    def unknown(error: HTTPException) -> Response:
        return _told("method_not_allowed" if error.code == 405 else "not_found")

    @app.errorhandler(Exception)
    def broken(error: Exception) -> Response:
        log.error("A request ended in %s.", type(error).__name__)  # never what it was about
        return _told("internal")


def _told(code: Code, parameter: str | None = None) -> Response:
    response = jsonify(document(code, parameter))
    response.mimetype = MEDIA_TYPE
    response.status_code = PROBLEMS[code].status
    if seconds := PROBLEMS[code].retry_after:
        response.headers["Retry-After"] = str(seconds)
    return response
