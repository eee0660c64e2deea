"""The shapes of what goes over the wire, as JSON Schema; the extension has the same in types."""

from __future__ import annotations

from typing import Any

from ..settings import SENSITIVITIES, STYLES
from .problems import PROBLEMS

Schema = dict[str, Any]

NUMBER: Schema = {"type": "number"}
WHOLE: Schema = {"type": "integer"}
TEXT: Schema = {"type": "string"}
FLAG: Schema = {"type": "boolean"}
PROBABILITY: Schema = {"type": "number", "minimum": 0, "maximum": 1}


def one_of(*words: str) -> Schema:
    return {"type": "string", "enum": list(words)}


def ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def many(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def shape(optional: tuple[str, ...] = (), **properties: Schema) -> Schema:
    """An object that has these properties and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


POINT: Schema = {"type": "array", "prefixItems": [NUMBER, NUMBER], "minItems": 2, "maxItems": 2}

# Lengths are pixels of the upright full-size photo; what they describe may reach over its edge.
SCHEMAS: dict[str, Schema] = {
    "Sensitivity": one_of(*SENSITIVITIES),
    "Style": one_of(*STYLES),
    "Verdict": one_of("child", "unsure", "adult"),
    "HiddenKind": one_of(
        *("place", "names", "people", "date", "camera"),
        *("thumbnail", "pictures", "depth", "other"),
    ),
    "Change": one_of("scaled", "still", "eight-bit", "coded-anew"),
    "Hello": shape(
        optional=("code",),
        service={"const": "pauza"},
        version=TEXT,
        api=WHOLE,
        state=one_of("warming", "ready", "unwell"),
        code=one_of("weights_missing", "weights_damaged", "worker_failed"),
    ),
    # An ellipse: full axes before the turn by `tilt` degrees, clockwise positive.
    "Region": shape(
        cx=NUMBER,
        cy=NUMBER,
        width=NUMBER,
        height=NUMBER,
        tilt=NUMBER,
        face={"type": ["integer", "null"], "description": "Index of the covered face."},
    ),
    "Face": shape(
        box=shape(x=NUMBER, y=NUMBER, width=NUMBER, height=NUMBER),
        eyes={"type": "array", "prefixItems": [POINT, POINT], "minItems": 2, "maxItems": 2},
        tilt=NUMBER,
        confidence=PROBABILITY,
        age=shape(under_13=PROBABILITY, under_18=PROBABILITY),
        verdict=ref("Verdict"),
        why=many(one_of("age", "small", "blurred", "turned", "disagree")),
    ),
    "Analysis": shape(
        photo=shape(
            width=WHOLE,
            height=WHOLE,
            format=one_of("jpeg", "png", "webp", "gif", "avif", "heic"),
            frames=WHOLE,
        ),
        verdict=one_of("child", "unsure", "adult", "none"),
        nudge=FLAG,
        faces=many(ref("Face")),
        regions=many(ref("Region")),
        hidden=many(shape(kind=ref("HiddenKind"))),
        timings_ms=shape(decode=NUMBER, faces=NUMBER, ages=NUMBER),
        preview={
            "type": ["string", "null"],
            "contentEncoding": "base64",
            "contentMediaType": "image/jpeg",
            "description": "Where one was asked for and the photo nudges.",
        },
    ),
    "Problem": shape(
        optional=("parameter",),
        type=TEXT,
        title=TEXT,
        status=WHOLE,
        detail=TEXT,
        code=one_of(*PROBLEMS),
        parameter={"type": "string", "description": "Name of the one that can't be used."},
    ),
}
