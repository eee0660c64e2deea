"""The interface as an OpenAPI document: plain data, held to the running service by tests."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, get_args

from ..settings import MAX_REGIONS, VERSION
from ..worker.jobs import PoolCode
from .parameters import SIDES
from .problems import MEDIA_TYPE, PROBLEMS, Code
from .redactions import CHANGES
from .schemas import SCHEMAS, Schema, many, ref

PHOTO = {
    "required": True,
    "description": "The photo's bytes as they are, with Content-Length.",
    "content": {"application/octet-stream": {}},
}

BODY: tuple[Code, ...] = ("length_required", "too_large", "body_cut_short", "bad_parameter")
READING: tuple[Code, ...] = (
    "unknown_kind",
    "unsupported_coding",
    "damaged",
    "too_many_pixels",
    "took_too_long",
    "too_much_memory",
)
POOL: tuple[Code, ...] = get_args(PoolCode)
COVERING: tuple[Code, ...] = ("bad_region", "too_many_regions")


def _query(name: str, schema: Schema, required: bool, description: str) -> Schema:
    return {
        "name": name,
        "in": "query",
        "required": required,
        "schema": schema,
        "description": description,
    }


SENSITIVITY = _query("sensitivity", ref("Sensitivity"), True, "How soon to nudge.")
STYLE = _query("style", ref("Style"), False, "How regions are covered; soft if not said.")
REGIONS = _query(
    "region",
    {"type": "array", "items": {"type": "string"}, "maxItems": MAX_REGIONS},
    False,
    "CX,CY,W,H,TILT of an ellipse; may be repeated.",
)
SIDE: Schema = {"type": "integer", "minimum": SIDES.start, "maximum": SIDES.stop - 1}
MAX_SIDE = _query("max_side", SIDE, True, "Longest side of the preview in pixels.")
PREVIEW_SIDE = _query("preview_side", SIDE, False, "Longest side of a preview in the answer.")


def _problems(*codes: Code) -> dict[str, Schema]:
    """Answers by status; a status may stand for several codes."""
    by_status: dict[int, list[Code]] = defaultdict(list)
    for code in codes:
        by_status[PROBLEMS[code].status].append(code)
    return {
        str(status): {
            "description": ", ".join(of_status),
            "content": {MEDIA_TYPE: {"schema": ref("Problem")}},
        }
        for status, of_status in by_status.items()
    }


def _post(
    summary: str, answer: Schema, codes: tuple[Code, ...], *parameters: Schema, **more: Any
) -> Schema:
    refused = {"403": {"description": "The caller is not allowed; no more is said."}}
    responses = {"200": {"description": summary, **answer}, **refused, **_problems(*codes)}
    return {
        "post": {
            "summary": summary,
            "parameters": list(parameters),
            "responses": responses,
            **more,
        }
    }


def _json(name: str) -> Schema:
    return {"content": {"application/json": {"schema": ref(name)}}}


DOCUMENT: Schema = {
    "openapi": "3.1.0",
    "info": {"title": "Pauza", "version": VERSION, "license": {"name": "Apache-2.0"}},
    "servers": [{"url": "http://127.0.0.1:8765"}],
    "paths": {
        "/v1/hello": _post("Who answers, and whether it is ready", _json("Hello"), ()),
        "/v1/analyses": _post(
            "What is on a photo",
            _json("Analysis"),
            BODY + READING + POOL,
            SENSITIVITY,
            PREVIEW_SIDE,
            requestBody=PHOTO,
        ),
        "/v1/previews": _post(
            "A JPEG for the eye, plain or covered",
            {"content": {"image/jpeg": {}}},
            BODY + READING + COVERING + POOL,
            MAX_SIDE,
            STYLE,
            REGIONS,
            requestBody=PHOTO,
        ),
        "/v1/redactions": _post(
            "The bytes to post: covered, or without a region only cleaned",
            {
                "content": {f"image/{kind}": {} for kind in ("jpeg", "png", "webp")},
                "headers": {
                    CHANGES: {
                        "description": "What was lost beside covered faces and hidden data.",
                        "schema": many(ref("Change")),
                    }
                },
            },
            BODY + READING + COVERING + POOL,
            STYLE,
            REGIONS,
            requestBody=PHOTO,
        ),
    },
    "components": {"schemas": SCHEMAS},
}
