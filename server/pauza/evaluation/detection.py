"""How well faces are found: by damage and size, by each detector alone and by the pipeline."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from .. import formats
from ..faces import Box, Face, FaceFinder
from ..faces.centerface import CenterFace
from ..faces.find import LOOKS
from ..faces.picture import Picture
from ..faces.yunet import YuNet
from ..formats import Photo
from ..settings import Settings
from ..weights import verified
from ..weights.net import Net
from .damage import DAMAGES
from .statistics import Share

SAME_FACE = 0.4
LONG_SIDE = 2048

Finder = Callable[[Photo], list[Face]]
Job = tuple[str, str]
"""A finder and a damage, by their names."""


@dataclass(frozen=True)
class Labelled:
    """A labelled photo as an upright picture of at most 2048 px."""

    image: Image.Image
    boxes: tuple[Box, ...]
    known: tuple[Box, ...]
    """Look-alikes and people too far away: a hit there counts neither way."""


@dataclass(frozen=True)
class Outcome:
    """What one finder found in a set of pictures."""

    heights: tuple[tuple[float, bool], ...]
    """Height of each labelled face in px of the picture, and whether it was found."""
    false_alarms: int
    seconds: float
    """CPU time a photo."""

    @property
    def found(self) -> Share:
        return Share(sum(hit for _, hit in self.heights), len(self.heights))

    def found_between(self, low: float, high: float) -> Share:
        hits = [hit for height, hit in self.heights if low <= height < high]
        return Share(sum(hits), len(hits))


def read_labelled(folder: Path) -> list[Labelled]:
    """The originals of photos.json; copies made from them are left out."""
    entries = json.loads((folder / "photos.json").read_text(encoding="utf-8"))
    return [_labelled(folder, e) for e in entries if "derived" not in e.get("tags", [])]


def _labelled(folder: Path, entry: dict[str, Any]) -> Labelled:
    photo = formats.read((folder / entry["file"]).read_bytes(), max_side=LONG_SIDE)

    def boxes(labels: Sequence[Any]) -> tuple[Box, ...]:
        raw = [label["box"] if isinstance(label, dict) else label for label in labels]
        return tuple(Box(*(value * photo.scale for value in box)) for box in raw)

    known = [*entry.get("lookalikes", []), *entry.get("ignore", [])]
    return Labelled(Image.fromarray(photo.pixels), boxes(entry["faces"]), boxes(known))


LOOK_BY_LOOK = (
    "first look only",
    *(f"without {look}" for look in sorted(LOOKS)),
    "all looks",
)


def finders(weights: Mapping[str, bytes]) -> dict[str, Finder]:
    """Each detector alone, and the pipeline with and without each further look."""
    yunet, centerface = YuNet(Net(weights["yunet"])), CenterFace(Net(weights["centerface"]))
    alone: dict[str, Finder] = {
        "YuNet 640 alone": lambda photo: yunet.detect(Picture(photo.pixels), 640, 0.7),
        "CenterFace 640 alone": lambda photo: centerface.detect(Picture(photo.pixels), 640, 0.5),
    }
    without = {
        f"without {look}": FaceFinder(weights, LOOKS - {look}).find for look in sorted(LOOKS)
    }
    first = {"first look only": FaceFinder(weights, frozenset()).find}
    return {**alone, **first, **without, "all looks": FaceFinder(weights).find}


def outcomes(jobs: Iterable[Job], settings: Settings) -> dict[Job, Outcome]:
    """Each job's outcome on the labelled photos; uses every core."""
    wanted = sorted(set(jobs))
    with ProcessPoolExecutor(os.cpu_count(), initializer=_load, initargs=(settings,)) as processes:
        return dict(zip(wanted, processes.map(_done, wanted), strict=True))


_benches: list[tuple[list[Labelled], dict[str, Finder]]] = []
"""The photos and finders of a worker process, loaded once."""


def _load(settings: Settings) -> None:
    _benches.append((read_labelled(settings.shared / "photos"), finders(verified(settings))))


def _done(job: Job) -> Outcome:
    photos, available = _benches[0]
    name, damage = job
    return outcome(available[name], photos, damage)


def outcome(finder: Finder, photos: Sequence[Labelled], damage: str) -> Outcome:
    heights: list[tuple[float, bool]] = []
    false_alarms = 0
    seconds = 0.0
    for labelled in photos:
        image, move = DAMAGES[damage](labelled.image, labelled.boxes)
        boxes = [moved for box in labelled.boxes if (moved := move(box))]
        known = [moved for box in labelled.known if (moved := move(box))]
        photo = Photo(np.asarray(image), image.width, image.height, "jpeg", 1)
        started = time.process_time()
        faces = [face.box for face in finder(photo)]
        seconds += time.process_time() - started
        heights += [(box.height, _hit(box, faces)) for box in boxes]
        false_alarms += sum(not _hit(f, boxes) and not _touches(f, [*boxes, *known]) for f in faces)
    return Outcome(tuple(heights), false_alarms, seconds / max(1, len(photos)))


def _hit(box: Box, others: Sequence[Box]) -> bool:
    return any(box.overlap(other) >= SAME_FACE for other in others)


def _touches(box: Box, others: Sequence[Box]) -> bool:
    return any(box.shared_area(other) >= 0.3 * box.area for other in others)
