"""Every way in which a request can fail: one table, from the stable code to what a person reads.

On the wire they are problem details (RFC 9457). Whoever may not call gets none of them, only a
bare 403.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ..settings import MAX_REGIONS, Settings
from ..worker.jobs import JobCode

EdgeCode = Literal[
    "length_required",
    "too_large",
    "body_cut_short",
    "bad_parameter",
    "not_found",
    "method_not_allowed",
]
"""What the edge finds before anybody looks at the photo."""

Code = EdgeCode | JobCode

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True)
class Problem:
    status: int
    title: str
    detail: str
    """What happened and what to do, for a person."""
    retry_after: int | None = None
    """Seconds after which the same request may do."""


class RequestError(Exception):
    """A request that the edge refuses; `parameter` names the one that can't be used."""

    def __init__(self, code: EdgeCode, parameter: str | None = None) -> None:
        super().__init__(code)
        self.code: EdgeCode = code
        self.parameter = parameter


PROBLEMS: Mapping[Code, Problem] = {
    "length_required": Problem(
        411,
        "The length is missing",
        "A request must say its length beforehand (Content-Length) and come in one piece.",
    ),
    "too_large": Problem(
        413,
        "The file is too large",
        f"Pauza takes files up to {Settings.max_body_mib} MiB. Try a smaller copy.",
    ),
    "body_cut_short": Problem(
        400, "The photo came only in part", "The connection broke on the way. Try again."
    ),
    "bad_parameter": Problem(
        400,
        "A parameter can't be used",
        "The extension and the service may be of different versions. Bring both up to date.",
    ),
    "not_found": Problem(
        404,
        "There is nothing here",
        "The extension and the service may be of different versions. Bring both up to date.",
    ),
    "method_not_allowed": Problem(
        405,
        "This is not asked in that way",
        "The extension and the service may be of different versions. Bring both up to date.",
    ),
    "unknown_kind": Problem(
        415,
        "Not a kind of photo that Pauza can check",
        "Pauza checks JPEG, PNG, WebP, GIF, AVIF and HEIC. Save the picture as one of these.",
    ),
    "unsupported_coding": Problem(
        415,
        "The photo is written in a rare way",
        "Open it in a photo program and save it as an ordinary JPEG or PNG.",
    ),
    "damaged": Problem(
        422,
        "The photo is damaged",
        "A part is missing or does not fit. Get the file again from where it came from.",
    ),
    "too_many_pixels": Problem(
        413, "The photo is too large", "Pauza checks up to 100 megapixels. Try a smaller copy."
    ),
    "bad_region": Problem(
        400,
        "A place to cover can't be used",
        "It lies outside the photo or has no size. Draw it again.",
    ),
    "too_many_regions": Problem(
        400, "Too many places to cover", f"Pauza covers up to {MAX_REGIONS} places in one photo."
    ),
    "took_too_long": Problem(
        422,
        "The photo took too long",
        "Reading it did not end in time, and was stopped. Try a smaller copy.",
    ),
    "too_much_memory": Problem(
        422,
        "The photo needs too much memory",
        "Reading it was stopped. Try a smaller copy.",
    ),
    "busy": Problem(
        503, "Other photos come first", "Pauza is checking other photos. Try again.", 2
    ),
    "warming": Problem(503, "Pauza is starting", "It needs a moment. Try again.", 1),
    "weights_missing": Problem(
        503,
        "A part of Pauza is missing",
        "The files that find faces are not there. Run: pauza weights fetch",
    ),
    "weights_damaged": Problem(
        503,
        "A part of Pauza is damaged",
        "The files that find faces are not what they should be. Run: pauza weights fetch",
    ),
    "worker_failed": Problem(
        503,
        "Pauza could not start its work",
        "The part that reads photos does not start. Run: pauza doctor",
    ),
    "worker_lost": Problem(
        500,
        "The check broke off",
        "The part that reads photos ended in the middle and was started again. Try again.",
    ),
    "internal": Problem(
        500, "Something went wrong in Pauza", "The photo was not checked. Try another copy of it."
    ),
}


def document(code: Code, parameter: str | None = None) -> dict[str, object]:
    """The problem as it goes over the wire."""
    problem = PROBLEMS[code]
    told = {
        "type": f"urn:pauza:problem:{code}",
        "title": problem.title,
        "status": problem.status,
        "detail": problem.detail,
        "code": code,
    }
    return told | ({"parameter": parameter} if parameter else {})
