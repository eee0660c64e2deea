"""How well eyes are placed, beside an independent witness: MediaPipe's mesh."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from .. import formats
from ..faces import Box, Face, FaceFinder
from ..faces.face import Landmarks, Point
from ..settings import Settings
from ..weights import verified
from .mesh import Mesh
from .redaction_photos import matched_faces
from .tables import table

YAWS = ((0, 20), (20, 45), (45, 90))
"""Degrees by which heads are turned to either side."""
QUANTILES = (0.5, 0.9)


@dataclass(frozen=True)
class Beside:
    """One labelled face that both see."""

    yaw: float
    eyes: float
    """Mean distance of the eyes from the witness's, as a share of the distance between its eyes."""
    tilt: float
    """Degrees between both tilts."""


def landmarks_section(settings: Settings) -> str:
    faces = measure_landmarks(settings)
    rows = [
        [f"{low} to {high}", *_row([face for face in faces if low <= face.yaw < high])]
        for low, high in YAWS
    ]
    head = ["head turned by, degrees", "faces"]
    head += ["eyes off, median", "worst tenth", "tilt off, degrees, median", "worst tenth"]
    return (
        "Labelled faces in which MediaPipe's mesh sees a face as well. How far the eyes are from"
        " the mesh's, as a share of the distance between both, and the difference of the tilts:\n\n"
        + table(head, [*rows, ["all", *_row(faces)]])
    )


def _row(faces: Sequence[Beside]) -> list[object]:
    if not faces:
        return [0, "-", "-", "-", "-"]
    eyes = np.quantile([face.eyes for face in faces], QUANTILES)
    tilts = np.quantile([face.tilt for face in faces], QUANTILES)
    return [
        len(faces),
        *(f"{100 * share:.0f} %" for share in eyes),
        *(f"{degrees:.0f}" for degrees in tilts),
    ]


def measure_landmarks(settings: Settings) -> list[Beside]:
    folder = settings.shared / "photos"
    entries = json.loads((folder / "photos.json").read_text(encoding="utf-8"))
    finder, mesh = FaceFinder(verified(settings)), Mesh(settings)
    return [
        beside
        for entry in entries
        for beside in _in_photo((folder / entry["file"]).read_bytes(), entry, finder, mesh)
    ]


def _in_photo(
    data: bytes, entry: dict[str, Any], finder: FaceFinder, mesh: Mesh
) -> Iterator[Beside]:
    boxes = [Box(*face["box"]) for face in entry["faces"]]
    photo = formats.read(data)
    faces = finder.find(photo)
    for at, which in matched_faces(boxes, faces).items():
        seen = mesh.look(photo.pixels, boxes[at])
        if seen:
            yield compared(faces[which], seen.eyes, seen.yaw)


def compared(face: Face, eyes: tuple[Point, Point], yaw: float) -> Beside:
    marks = face.landmarks
    between = math.dist(*eyes)
    off = math.dist(marks.left_eye, eyes[0]) + math.dist(marks.right_eye, eyes[1])
    witness = Landmarks(*eyes, marks.nose, marks.left_mouth, marks.right_mouth)
    turn = (marks.tilt - witness.tilt + 180) % 360 - 180
    return Beside(yaw, off / 2 / between, abs(turn))
