"""The shared photos with what the product finds and would cover in them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .. import formats
from ..analysis import LONG_SIDE
from ..faces import Box, Face, FaceFinder
from ..redaction.geometry import Region, regions_for
from ..settings import Settings
from ..weights import verified
from .album import SAME_FACE


@dataclass(frozen=True)
class SharedPhoto:
    file: str
    data: bytes
    boxes: tuple[Box, ...]
    """The labelled faces."""
    found: dict[int, Region]
    """The region of each labelled face that is found, by its place among the boxes."""
    regions: tuple[Region, ...]
    """The regions of everything that is found."""
    long_side: int


def shared_photos(settings: Settings) -> list[SharedPhoto]:
    folder = settings.shared / "photos"
    entries = json.loads((folder / "photos.json").read_text(encoding="utf-8"))
    finder = FaceFinder(verified(settings))
    return [_looked_at(entry, (folder / entry["file"]).read_bytes(), finder) for entry in entries]


def _looked_at(entry: dict[str, Any], data: bytes, finder: FaceFinder) -> SharedPhoto:
    photo = formats.read(data, max_side=LONG_SIDE)
    boxes = tuple(Box(*face["box"]) for face in entry["faces"])
    faces = finder.find(photo)
    regions = regions_for(faces, photo.width, photo.height)
    of_face = {region.face: region for region in regions}
    found = {at: of_face[n] for at, n in matched_faces(boxes, faces).items() if n in of_face}
    long_side = max(photo.width, photo.height)
    return SharedPhoto(entry["file"], data, boxes, found, regions, long_side)


def matched_faces(boxes: Sequence[Box], faces: Sequence[Face]) -> dict[int, int]:
    """The found face of each labelled box that has one."""
    matched = {}
    for at, box in enumerate(boxes):
        overlaps = [face.box.overlap(box) for face in faces]
        if overlaps and max(overlaps) >= SAME_FACE:
            matched[at] = overlaps.index(max(overlaps))
    return matched
