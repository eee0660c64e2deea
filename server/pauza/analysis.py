"""All that is known about one photo: its faces, their verdicts, what would cover them."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from . import formats
from .ages import Age, AgeEstimator
from .faces import Face, FaceFinder
from .formats import HiddenKind, Photo
from .redaction.geometry import Region, regions_for
from .settings import Sensitivity, Settings
from .verdicts import Judgement, PhotoVerdict, judge, nudges, photo_verdict
from .weights import verified

LONG_SIDE = 2048
"""Of the decoded copy that all looks share: every face that a post shows is large enough in it."""
MOST_FRAMES = 8
"""Sampled frames of an animation."""


@dataclass(frozen=True)
class JudgedFace:
    face: Face
    age: Age
    judgement: Judgement

    def to_json(self) -> dict[str, Any]:
        box, marks = self.face.box, self.face.landmarks
        return {
            "box": {
                "x": round(box.x),
                "y": round(box.y),
                "width": round(box.width),
                "height": round(box.height),
            },
            "eyes": [[round(value) for value in eye] for eye in (marks.left_eye, marks.right_eye)],
            "tilt": round(marks.tilt, 1),
            "confidence": round(self.face.confidence, 2),
            "age": {
                "under_13": round(self.age.under_13, 2),
                "under_18": round(self.age.under_18, 2),
            },
            "verdict": self.judgement.verdict,
            "why": list(self.judgement.why),
        }


@dataclass(frozen=True)
class Analysis:
    photo: Photo
    faces: tuple[JudgedFace, ...]
    regions: tuple[Region, ...]
    verdict: PhotoVerdict
    nudge: bool
    hidden: tuple[HiddenKind, ...]
    timings_ms: dict[str, float]

    def to_json(self) -> dict[str, Any]:
        """The answer of POST /v1/analyses (docs/architecture.md, section 4)."""
        return {
            "photo": {
                "width": self.photo.width,
                "height": self.photo.height,
                "format": self.photo.format,
                "frames": self.photo.frames,
            },
            "verdict": self.verdict,
            "nudge": self.nudge,
            "faces": [face.to_json() for face in self.faces],
            "regions": [asdict(region) for region in self.regions],
            "hidden": [{"kind": kind} for kind in self.hidden],
            "timings_ms": {name: round(ms, 1) for name, ms in self.timings_ms.items()},
        }


class Analyser:
    """The nets, loaded once. Raises WeightsError when they can't be."""

    def __init__(self, settings: Settings, clock: Callable[[], float] = time.perf_counter) -> None:
        weights = verified(settings)
        self._faces = FaceFinder(weights)
        self._ages = AgeEstimator(weights)
        self._clock = clock

    def analyse(self, data: bytes, sensitivity: Sensitivity) -> Analysis:
        """The analysis of one file; raises PhotoError when it can't be read as a photo."""
        started = self._clock()
        frames = _read_frames(data)
        hidden = formats.hidden(data)
        decoded = self._clock()
        found = [(photo, self._faces.find(photo)) for photo in frames]
        looked = self._clock()
        judged = [face for photo, faces in found for face in self._judged(photo, faces)]
        aged = self._clock()
        photo = frames[0]
        return Analysis(
            photo=photo,
            faces=tuple(judged),
            regions=regions_for([face.face for face in judged], photo.width, photo.height),
            verdict=photo_verdict([face.judgement for face in judged]),
            nudge=nudges([(face.judgement, face.age) for face in judged], sensitivity),
            hidden=hidden,
            timings_ms={
                "decode": 1000 * (decoded - started),
                "faces": 1000 * (looked - decoded),
                "ages": 1000 * (aged - looked),
            },
        )

    def _judged(self, photo: Photo, faces: list[Face]) -> list[JudgedFace]:
        ages = self._ages.estimate(photo, faces)
        return [
            JudgedFace(face, age, judge(face, age, face.box.height * photo.scale))
            for face, age in zip(faces, ages, strict=True)
        ]


def _read_frames(data: bytes) -> list[Photo]:
    """The photo, or a sample of an animation's frames: a face in any of them is posted as well."""
    first = formats.read(data, max_side=LONG_SIDE)
    others = formats.sampled_frames(first.frames, MOST_FRAMES)[1:]
    return [first, *(formats.read(data, max_side=LONG_SIDE, frame=index) for index in others)]
