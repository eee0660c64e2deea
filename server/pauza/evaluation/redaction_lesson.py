"""What blur and mosaic would have left of a face, by a recogniser; on adults' pictures alone.

The recogniser runs in an environment of its own: nothing of the product can name anybody.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageEnhance, ImageFilter

from .. import formats
from ..formats import Pixels
from ..redaction.geometry import Region
from ..redaction.redact import cover
from .redaction_photos import SharedPhoto
from .throw_away import throw_away

_ADULTS = (
    "solvay-1927.jpg",
    "women-sofa.jpg",
    "women-stairs.jpg",
    "women-window.jpg",
    "three-men.jpg",
    "office-six.jpg",
)
_CHIP = 150
"""Pixels of the square that the recogniser looks at."""
_FACE = 105
"""Pixels of a labelled face's width in it."""
_LEAST = 34
"""Width of the smallest face that is taken, in pixels of its photo."""

_DESCRIBE = """
import sys, dlib, numpy, face_recognition_models
net = dlib.face_recognition_model_v1(face_recognition_models.face_recognition_model_location())
chips = numpy.load(sys.argv[1])
numpy.save(sys.argv[2], numpy.array([net.compute_face_descriptor(chip) for chip in chips]))
"""

Filter = Callable[[Image.Image], Image.Image]


@dataclass(frozen=True)
class Lesson:
    people: int
    rows: tuple[tuple[str, tuple[float, float | None]], ...]
    """For each way to hide a face, how often its owner is named first: by an album of clean
    pictures, and by one that was filtered alike (a cover has no such album)."""


def _blurred(share: float) -> Filter:
    return lambda chip: chip.filter(ImageFilter.GaussianBlur(share * _FACE))


def _mosaic(cells: int) -> Filter:
    def filtered(chip: Image.Image) -> Image.Image:
        small = chip.resize((cells, cells), Image.Resampling.BOX)
        return small.resize(chip.size, Image.Resampling.NEAREST)

    return filtered


_FILTERS: Mapping[str, Filter] = {
    "everything (the control)": lambda chip: chip,
    "blur, 6 % of its width": _blurred(0.06),
    "blur, 10 %": _blurred(0.10),
    "blur, 20 %": _blurred(0.20),
    "mosaic of 16 x 16": _mosaic(16),
    "mosaic of 8 x 8": _mosaic(8),
    "mosaic of 4 x 4": _mosaic(4),
}


def measure_lesson(photos: Sequence[SharedPhoto]) -> Lesson | None:
    """Names each adult by a worse copy of the same picture; None without the recogniser."""
    faces = [face for photo in photos if photo.file in _ADULTS for face in _chips(photo)]
    chips, covered = [chip for chip, _ in faces], [both for _, both in faces]
    with throw_away(
        "dlib-bin==20.0.1", "face-recognition-models==0.3.0", "setuptools<81", "numpy"
    ) as programs:
        if programs is None:
            return None
        python = programs / "python"
        worse = [_worse(chip) for chip in chips]
        albums = [[filtered(chip) for chip in chips] for filtered in _FILTERS.values()]
        probes = [[filtered(chip) for chip in worse] for filtered in _FILTERS.values()]
        hidden = [_worse(chip) for chip in covered]
        described = _described([*chain(*albums, *probes, hidden)], python)
    parts = np.split(described, 2 * len(_FILTERS) + 1)
    clean, last = parts[0], parts[-1]
    rows: list[tuple[str, tuple[float, float | None]]] = [
        (name, (_named(probe, clean), _named(probe, album)))
        for name, album, probe in zip(_FILTERS, parts, parts[len(_FILTERS) :], strict=False)
    ]
    rows.append(("nothing (covered, soft)", (_named(last, clean), None)))
    return Lesson(len(chips), tuple(rows))


def _chips(photo: SharedPhoto) -> list[tuple[Image.Image, Image.Image]]:
    """The faces of a photo as the recogniser wants them, plain and covered."""
    pixels = formats.read(photo.data).pixels
    covered = cover(pixels, list(photo.found.values()), "soft")
    return [
        (_chip(pixels, region), _chip(covered, region))
        for at, region in photo.found.items()
        if photo.boxes[at].width >= _LEAST
    ]


def _chip(pixels: Pixels, region: Region) -> Image.Image:
    """An upright square around a region's face."""
    half = region.width / 1.5 / _FACE * _CHIP / 2
    box = tuple(
        round(v) for v in (region.cx - half, region.cy - half, region.cx + half, region.cy + half)
    )
    whole = Image.fromarray(pixels).rotate(region.tilt, center=(region.cx, region.cy))
    return whole.crop(box).resize((_CHIP, _CHIP), Image.Resampling.BICUBIC)  # type: ignore[arg-type]


def _worse(chip: Image.Image) -> Image.Image:
    """The same face as another copy has it: shifted, smaller once, darker."""
    small = chip.resize((120, 120), Image.Resampling.BILINEAR).rotate(3, translate=(2, 1))
    back = small.resize(chip.size, Image.Resampling.BICUBIC)
    return ImageEnhance.Brightness(back).enhance(0.85)


def _described(chips: Sequence[Image.Image], python: Path) -> NDArray[np.float64]:
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder) / "chips.npy", Path(folder) / "described.npy"
        np.save(given, np.stack([np.asarray(chip) for chip in chips]))
        command = [str(python), "-W", "ignore", "-c", _DESCRIBE, str(given), str(made)]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own program
        described: NDArray[np.float64] = np.load(made)
        return described


def _named(probes: NDArray[np.float64], album: NDArray[np.float64]) -> float:
    """Share of probes whose nearest picture in the album is of the same person."""
    apart = np.linalg.norm(probes[:, None] - album, axis=2)
    return float((apart.argmin(axis=1) == np.arange(len(probes))).mean())
