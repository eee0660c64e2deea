"""What can be asked of the worker, what comes back, and every way in which it can fail."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

from ..settings import Sensitivity, Style
from .frames import Header

Ellipse = tuple[float, float, float, float, float]
"""Centre x and y, width, height, tilt: the five numbers of a region."""


@dataclass(frozen=True)
class Analyse:
    sensitivity: Sensitivity
    preview_side: int | None = None
    """Longest side of a plain preview, made only if the photo nudges; None: none is wanted."""


@dataclass(frozen=True)
class Preview:
    max_side: int
    """Longest side of the JPEG, in pixels."""
    style: Style = "soft"
    regions: tuple[Ellipse, ...] = ()


@dataclass(frozen=True)
class Redact:
    style: Style
    regions: tuple[Ellipse, ...] = ()


Job = Analyse | Preview | Redact


@dataclass(frozen=True)
class Answer:
    data: bytes
    media_type: str
    suffix: str
    """How a file of this kind ends, with its dot."""
    changes: tuple[str, ...] = ()
    """What was lost beside covered faces and hidden data, in the words of `formats.Change`."""


PhotoCode = Literal[
    "unknown_kind",
    "damaged",
    "too_many_pixels",
    "unsupported_coding",
    "bad_region",
    "too_many_regions",
    "took_too_long",
    "too_much_memory",
]
"""The photo or what is asked for it can't be done; the next photo may be."""

PoolCode = Literal[
    "busy",
    "warming",
    "weights_missing",
    "weights_damaged",
    "worker_failed",
    "worker_lost",
    "internal",
]
"""The service can't do anything for a photo now."""

JobCode = PhotoCode | PoolCode


class JobError(Exception):
    """A job came to no answer. `code` is stable; `detail` is for developers."""

    def __init__(self, code: JobCode, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


_KINDS: dict[str, type[Job]] = {"analyse": Analyse, "preview": Preview, "redact": Redact}


def to_header(job: Job) -> Header:
    return {"job": type(job).__name__.lower(), **asdict(job)}


def to_about(answer: Answer) -> Header:
    """What goes in front of an answer's bytes."""
    return {
        "media_type": answer.media_type,
        "suffix": answer.suffix,
        "changes": answer.changes,
    }


def from_about(about: Header, data: bytes) -> Answer:
    return Answer(data, **{**about, "changes": tuple(about["changes"])})


def from_header(header: Header) -> Job:
    fields = dict(header)
    kind = _KINDS[fields.pop("job")]
    if "regions" in fields:
        fields["regions"] = tuple(tuple(region) for region in fields["regions"])
    return kind(**fields)
