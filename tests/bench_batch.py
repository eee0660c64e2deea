"""`make bench-batch`: how fast an album is, beside deface; that a killed run loses nothing; memory.

Photos are shared ones, enlarged or made small here, in a folder that is removed at the end. deface
comes from PyPI into an environment of its own there; `--deface PATH` takes one that is installed.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import venv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path

from PIL import Image

from pauza.batch.crew import cores
from pauza.settings import from_environment

PAUZA = Path(sys.executable).with_name("pauza")
PEER = ("deface==1.5.0", "onnx==1.23.2", "onnxruntime==1.32.0")

LARGE, MEGAPIXELS = 20, 12
PEER_PHOTOS = 3
SMALL, SMALL_SIDE = 500, 320
SAMPLE_S = 0.1


def made_album(folder: Path, count: int, resize: Callable[[Image.Image, int], Image.Image]) -> Path:
    folder.mkdir()
    sources = sorted((from_environment().shared / "photos").glob("*.jpg"))
    for number, source in enumerate(islice(cycle(sources), count)):
        with Image.open(source) as image:
            resize(image.convert("RGB"), number).save(folder / f"{number:03}.jpg", quality=90)
    return folder


def enlarged(image: Image.Image, _number: int) -> Image.Image:
    factor = (MEGAPIXELS * 1e6 / (image.width * image.height)) ** 0.5
    return image.resize((round(image.width * factor), round(image.height * factor)))


def small(image: Image.Image, number: int) -> Image.Image:
    image.thumbnail((SMALL_SIDE + number, SMALL_SIDE + number))
    return image


def timed(*command: str | Path) -> tuple[float, float]:
    """Seconds that passed, and seconds of processors."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    passed, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return passed, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def tree_mib(root: int) -> float:
    """Resident memory of a process and all below it, in MiB; shared pages count in each."""
    parents, pages = dict[int, int](), dict[int, int]()
    for place in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(place.name)] = int(
                (place / "stat").read_text().rpartition(")")[2].split()[1]
            )
            pages[int(place.name)] = int((place / "statm").read_text().split()[1])
        except OSError:
            continue
    tree = {root}
    for pid in sorted(parents):  # a child has the higher number, but after a turn of the counter
        if parents[pid] in tree:
            tree.add(pid)
    return sum(pages.get(pid, 0) for pid in tree) * os.sysconf("SC_PAGE_SIZE") / 2**20


@contextmanager
def sampled(pid: int) -> Iterator[list[float]]:
    """Memory of the tree, ten times a second."""
    samples, over = list[float](), threading.Event()

    def sample() -> None:
        while not over.wait(SAMPLE_S):
            samples.append(tree_mib(pid))

    thread = threading.Thread(target=sample)
    thread.start()
    try:
        yield samples
    finally:
        over.set()
        thread.join()


def copies(out: Path) -> dict[str, tuple[int, int]]:
    found = [(path.name, path.stat()) for path in out.glob("*.jpg")]
    return {name: (stat.st_ino, stat.st_mtime_ns) for name, stat in found}


def beside_deface(work: Path, deface: Path) -> None:
    album = made_album(work / "large", LARGE, enlarged)
    ours, our_cpu = timed(PAUZA, "redact", album, "-o", work / "ours")
    photos = sorted(album.iterdir())[:PEER_PHOTOS]
    theirs, their_cpu = timed(deface, *photos)
    ours, our_cpu, theirs, their_cpu = (
        *(value / LARGE for value in (ours, our_cpu)),
        *(value / PEER_PHOTOS for value in (theirs, their_cpu)),
    )
    print(f"{LARGE} photos of {MEGAPIXELS} MP, {cores()} cores; seconds a photo, starts included")
    print(f"pauza redact  {ours:6.2f}   processor {our_cpu:6.2f}")
    print(f"deface        {theirs:6.2f}   processor {their_cpu:6.2f}   ({PEER_PHOTOS} of them)")
    print(f"ratio         {theirs / ours:6.1f}   processor {their_cpu / our_cpu:6.1f}")


def killed_and_resumed(work: Path) -> None:
    album, out = made_album(work / "small", SMALL, small), work / "copies"
    command = [str(PAUZA), "redact", str(album), "-o", str(out)]
    with subprocess.Popen(command) as first:
        while len(copies(out)) < SMALL // 2:
            time.sleep(SAMPLE_S)
        first.kill()
    before = copies(out)
    second = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    with second, sampled(second.pid) as samples:
        told, _ = second.communicate()
    after = copies(out)
    again = [name for name in before if after.get(name) != before[name]]
    lost = {path.name for path in album.iterdir()} - after.keys()
    print(
        f"\n{SMALL} small photos, killed after {len(before)} copies, started again: {told.strip()}"
    )
    print(f"done twice: {len(again)}, lost: {len(lost)}")
    quarter = len(samples) // 4
    peaks = [max(samples[start : start + quarter]) for start in range(0, 4 * quarter, quarter)]
    shown = ", ".join(f"{peak:.0f}" for peak in peaks)
    print(f"memory of all processes, peak of each quarter of the run: {shown} MiB")


def installed_deface(work: Path) -> Path:
    venv.create(work / "deface", with_pip=True)
    python = work / "deface" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", *PEER], check=True)
    return python.with_name("deface")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--deface", type=Path)
    arguments = parser.parse_args()
    work = Path(tempfile.mkdtemp(prefix="pauza-bench-"))
    try:
        beside_deface(work, arguments.deface or installed_deface(work))
        killed_and_resumed(work)
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
