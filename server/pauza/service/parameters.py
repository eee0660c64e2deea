"""What stands in a query: each value checked, each name known, nothing twice that is one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeVar

from flask import request

from ..settings import MAX_REGIONS, SENSITIVITIES, STYLES, Sensitivity, Style
from ..worker.jobs import Ellipse, JobError
from .problems import RequestError

SIDES = range(16, 4097)

Word = TypeVar("Word", bound=str)


def only(*names: str) -> None:
    """Refuses a parameter that the resource doesn't know: a misspelt one must not be silent."""
    for name in request.args:
        if name not in names:
            raise RequestError("bad_parameter", name)


def sensitivity() -> Sensitivity:
    return _one_of("sensitivity", SENSITIVITIES)


def style() -> Style:
    """The quiet one where none is named: without a region it has no meaning."""
    return _one_of("style", STYLES) if "style" in request.args else "soft"


def max_side() -> int:
    return _side("max_side")


def preview_side() -> int | None:
    return _side("preview_side") if "preview_side" in request.args else None


def regions() -> tuple[Ellipse, ...]:
    texts = request.args.getlist("region")
    if len(texts) > MAX_REGIONS:
        raise JobError("too_many_regions")
    return tuple(_region(text) for text in texts)


def _side(name: str) -> int:
    text = _once(name)
    if not (text.isascii() and text.isdecimal() and len(text) < 6 and int(text) in SIDES):
        raise RequestError("bad_parameter", name)
    return int(text)


def _region(text: str) -> Ellipse:
    try:
        cx, cy, width, height, tilt = map(float, text.split(","))
    except ValueError:
        raise RequestError("bad_parameter", "region") from None
    if not all(map(math.isfinite, (cx, cy, width, height, tilt))):
        raise RequestError("bad_parameter", "region")
    return cx, cy, width, height, tilt


def _one_of(name: str, words: Sequence[Word]) -> Word:
    text = _once(name)
    for word in words:
        if word == text:
            return word
    raise RequestError("bad_parameter", name)


def _once(name: str) -> str:
    values = request.args.getlist(name)
    if len(values) != 1:
        raise RequestError("bad_parameter", name)
    return values[0]
