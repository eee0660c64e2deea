"""The same photos through Pauza and through other tools, in one run: time, size, error, traces."""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from .. import formats
from ..analysis import LONG_SIDE
from ..faces import FaceFinder
from ..redaction.geometry import regions_for
from ..redaction.mask import Window, inside
from ..redaction.redact import redact
from ..settings import Settings
from ..weights import verified
from .redaction_photos import SharedPhoto
from .throw_away import throw_away

COUNT = 20
_AROUND = 1.6
"""Regions are enlarged so much before the rest of the photo is compared."""

Output = bytes | None
Tool = Callable[[list[SharedPhoto]], list[Output]]


@dataclass(frozen=True)
class Measured:
    """What a tool makes of all photos together; medians of size and error."""

    tool: str
    cpu_s: float
    size: float
    """Of the output, as a share of the photo's cleaned copy."""
    outside_db: float
    """Peak signal to noise ratio of the photo outside the covers; infinite where it is equal."""
    hiding: int
    """Outputs that still carry hidden data."""


def measure_peers(photos: Sequence[SharedPhoto], settings: Settings) -> list[Measured]:
    """The first twenty JPEG photos that stand upright and show a face, through every tool."""
    chosen = [photo for photo in photos if _is_usual(photo)][:COUNT]
    finder = FaceFinder(verified(settings))
    tools: dict[str, Tool] = {
        "Pauza, finds and covers": lambda photos: [_find_and_cover(p, finder) for p in photos],
        "Pauza, covers": lambda photos: [redact(p.data, p.regions, "soft").data for p in photos],
        "Pauza, only cleans": lambda photos: [formats.clean(p.data).data for p in photos],
        "Pillow, an ellipse": lambda photos: [_pillow(p) for p in photos],
    }
    if _there("exiftool"):
        tools["exiftool, only cleans"] = _each(["exiftool", "-all=", "-o", "-", "-"])
    if _there("convert"):
        tools["ImageMagick, blur"] = lambda photos: [_magick(p) for p in photos]
    measured = [_measured(name, tool, chosen) for name, tool in tools.items()]
    with throw_away("deface==1.5.0", "onnx", "onnxruntime") as programs:
        if programs:
            tool = _deface(programs / "deface")
            measured.append(_measured("deface, finds and blurs", tool, chosen))
    return measured


def _is_usual(photo: SharedPhoto) -> bool:
    return bool(photo.regions) and photo.file.endswith(".jpg") and "exif" not in photo.file


def _there(program: str) -> bool:
    if not shutil.which(program):
        print(f"NOT MEASURED: {program} is not installed", file=sys.stderr)  # noqa: T201
        return False
    return True


def _measured(name: str, tool: Tool, photos: list[SharedPhoto]) -> Measured:
    before = _cpu()
    outputs = tool(photos)
    cpu = _cpu() - before
    pairs = [(p, output) for p, output in zip(photos, outputs, strict=True) if output]
    sizes = [len(output) / len(formats.clean(p.data).data) for p, output in pairs]
    errors = [error for p, output in pairs if (error := _outside_db(p, output)) is not None]
    hiding = sum(bool(formats.hidden(output)) for _, output in pairs)
    return Measured(name, cpu, statistics.median(sizes), statistics.median(errors), hiding)


def _cpu() -> float:
    """Seconds of this process and of all that it has waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _find_and_cover(photo: SharedPhoto, finder: FaceFinder) -> bytes:
    seen = formats.read(photo.data, max_side=LONG_SIDE)
    regions = regions_for(finder.find(seen), seen.width, seen.height)
    return redact(photo.data, regions, "soft").data


def _pillow(photo: SharedPhoto) -> bytes:
    image = Image.open(BytesIO(photo.data)).convert("RGB")
    pen = ImageDraw.Draw(image)
    for region in photo.regions:
        half = region.width / 2, region.height / 2
        corner = region.cx - half[0], region.cy - half[1]
        pen.ellipse((*corner, region.cx + half[0], region.cy + half[1]), fill="gray")
    file = BytesIO()
    image.save(file, "JPEG")
    return file.getvalue()


def _magick(photo: SharedPhoto) -> Output:
    command = ["convert", "jpeg:-"]
    for r in photo.regions:
        left, top = max(0, r.cx - r.width / 2), max(0, r.cy - r.height / 2)
        command += ["-region", f"{r.width:.0f}x{r.height:.0f}+{left:.0f}+{top:.0f}"]
        command += ["-blur", f"0x{r.width / 8:.0f}", "+region"]
    return _run([*command, "-strip", "-quality", "90", "jpeg:-"], photo.data)


def _each(command: list[str]) -> Tool:
    return lambda photos: [_run(command, photo.data) for photo in photos]


def _run(command: list[str], data: bytes) -> Output:
    return subprocess.run(command, input=data, capture_output=True, check=False).stdout or None  # noqa: S603


def _deface(program: Path) -> Tool:
    def tool(photos: list[SharedPhoto]) -> list[Output]:
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder) / photo.file for photo in photos]
            for file, photo in zip(files, photos, strict=True):
                file.write_bytes(photo.data)
            subprocess.run([str(program), *map(str, files)], capture_output=True, check=False)  # noqa: S603
            made = [file.with_name(f"{file.stem}_anonymized.jpg") for file in files]
            return [file.read_bytes() if file.exists() else None for file in made]

    return tool


def _outside_db(photo: SharedPhoto, output: bytes) -> float | None:
    """How near the rest of the photo is to what it was; None where covers leave no rest."""
    before, after = formats.read(photo.data).pixels, formats.read(output).pixels
    height, width = before.shape[:2]
    outside = np.ones((height, width), np.bool_)
    for region in photo.regions:
        wide, high = _AROUND * region.width, _AROUND * region.height
        around = replace(region, width=wide, height=high)
        outside &= ~inside(around, Window(0, 0, width, height))
    if not outside.any():
        return None
    difference = after[outside].astype(np.float64) - before[outside]
    mean = float(np.square(difference).mean())
    return float(10 * np.log10(255**2 / mean)) if mean else float("inf")
