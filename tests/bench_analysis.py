"""The judgement's own part of `make bench`: CPU time of an analysis against the plain path.

The plain path is what nobody could leave out: decoding at reduced size, YuNet at 640 px, both age
nets on the faces of the photo. Photos are shared ones at 12 megapixels; nothing is written.
"""

from __future__ import annotations

import io
import json
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PIL import Image

from pauza import formats
from pauza.ages import AgeEstimator
from pauza.analysis import LONG_SIDE, Analyser
from pauza.faces import Face, FaceFinder
from pauza.faces.picture import Picture
from pauza.faces.yunet import YuNet
from pauza.settings import Settings
from pauza.weights import verified
from pauza.weights.net import Net

RUNS = 3
MEGAPIXELS = 12
FEW, MANY = range(1, 7), 25
"""Faces of an ordinary photo, and of a crowd."""
FURTHER = 0.2
"""Share of the plain path beyond which there was more than the first look."""


@dataclass(frozen=True)
class Times:
    """CPU milliseconds for one photo."""

    file: str
    faces: int
    whole: float
    plain: float
    further_looks: float
    """What finding faces takes beyond the first look."""


def report(settings: Settings) -> None:
    weights, analyser = verified(settings), Analyser(settings)
    timed = [times(analyser, weights, name, data) for name, data in photos(settings)]
    ordinary = [one for one in timed if one.faces in FEW]
    ratio = statistics.median(one.whole / one.plain for one in ordinary)
    looks = [one.further_looks for one in timed if one.further_looks > FURTHER * one.plain] or [0]
    print(f"\nCPU time of an analysis at {MEGAPIXELS} MP, one thread, medians of {RUNS}")
    print(f"{len(ordinary)} photos of 1 to 6 faces: {ratio:.2f} times the plain path (median)")
    print(
        f"further looks, in {len(looks)} of {len(timed)} photos:"
        f" {statistics.median(looks):.0f} ms (median), {max(looks):.0f} ms (worst)"
    )
    alone = statistics.median(one.whole for one in timed if one.faces == 1)
    for one in timed:
        if one.faces >= MANY:
            print(f"{one.faces} faces: {one.whole / alone:.1f} times a photo of one face")


def photos(settings: Settings) -> list[tuple[str, bytes]]:
    folder = settings.shared / "photos"
    entries = json.loads((folder / "photos.json").read_text(encoding="utf-8"))
    names = [entry["file"] for entry in entries if "derived" not in entry.get("tags", [])]
    here = [folder / name for name in names if (folder / name).is_file()]
    return [(path.name, enlarged(path.read_bytes(), MEGAPIXELS)) for path in here]


def enlarged(photo: bytes, megapixels: int) -> bytes:
    """The photo as an upright JPEG of about this size, quality 90."""
    image = Image.fromarray(formats.read(photo).pixels)
    factor = (megapixels * 1e6 / (image.width * image.height)) ** 0.5
    size = (round(image.width * factor), round(image.height * factor))
    buffer = io.BytesIO()
    image.resize(size, Image.Resampling.BICUBIC).save(buffer, "JPEG", quality=90)
    return buffer.getvalue()


def times(analyser: Analyser, weights: Mapping[str, bytes], name: str, data: bytes) -> Times:
    yunet, finder, ages = (
        YuNet(Net(weights["yunet"])),
        FaceFinder(weights),
        AgeEstimator(weights),
    )
    photo = formats.read(data, max_side=LONG_SIDE)
    faces: list[Face] = finder.find(photo)

    def plain() -> None:
        read = formats.read(data, max_side=LONG_SIDE)
        yunet.detect(Picture(read.pixels), 640, 0.7)
        ages.estimate(read, faces)

    first = cpu(lambda: yunet.detect(Picture(photo.pixels), 640, 0.7))
    return Times(
        name,
        len(faces),
        cpu(lambda: analyser.analyse(data, "balanced")),
        cpu(plain),
        cpu(lambda: finder.find(photo)) - first,
    )


def cpu(work: Callable[[], object]) -> float:
    """Median CPU time in ms."""
    taken = []
    for _ in range(RUNS):
        started = time.process_time()
        work()
        taken.append(1000 * (time.process_time() - started))
    return statistics.median(taken)
