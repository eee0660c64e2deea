"""`make bench`: how long the service takes for a photo, as medians and ratios within one run.

Photos are shared ones, enlarged here; nothing is written. The browser's part is tests/e2e/bench.
"""

from __future__ import annotations

import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import bench_analysis
import bench_corpus
from bench_analysis import enlarged
from bench_batch import tree_mib

from pauza.settings import EXTENSION_ORIGIN, from_environment

RUNS = 7
PHOTOS = ("mother-daughter.jpg", "children-laughing.jpg", "women-stairs.jpg")
MEGAPIXELS = (12, 24)
LARGE = 48
PARTS = ("decode", "faces", "ages")


@contextmanager
def running_service() -> Iterator[tuple[int, int]]:
    """Port and process of a service of its own, ended afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    command = [sys.executable, "-m", "pauza.cli", "serve"]
    started = time.perf_counter()
    process = subprocess.Popen(
        command, env={**os.environ, "PAUZA_PORT": str(port)}, stdout=subprocess.DEVNULL
    )
    try:
        first = wait_for(port, lambda _: True)
        ready = wait_for(port, lambda hello: bool(hello["state"] == "ready"))
        print(f"first hello {first - started:.2f} s, ready {ready - started:.2f} s after start")
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


def wait_for(port: int, enough: Any, patience: float = 30) -> float:
    """When hello answered with what is enough (perf_counter)."""
    deadline = time.perf_counter() + patience
    while time.perf_counter() < deadline:
        try:
            if enough(post(port, "/v1/hello", b"")):
                return time.perf_counter()
        except OSError:
            pass
        time.sleep(0.02)
    raise TimeoutError("the service did not answer")


def post(port: int, path: str, body: bytes) -> dict[str, Any]:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request(
        "POST", path, body, {"Origin": EXTENSION_ORIGIN, "Content-Type": "image/jpeg"}
    )
    response = connection.getresponse()
    data: dict[str, Any] = json.loads(response.read())
    connection.close()
    return data


def measure(port: int, photo: bytes) -> tuple[dict[str, float], float, int]:
    """Median of each part and of the whole in ms, and the number of faces."""
    parts: dict[str, list[float]] = {name: [] for name in PARTS}
    totals: list[float] = []
    faces = 0
    for _ in range(RUNS + 1):  # the first one warms up
        started = time.perf_counter()
        analysis = post(port, "/v1/analyses?sensitivity=balanced", photo)
        totals.append(1000 * (time.perf_counter() - started))
        faces = len(analysis["faces"])
        for name in PARTS:
            parts[name].append(analysis["timings_ms"][name])
    medians = {name: statistics.median(values[1:]) for name, values in parts.items()}
    return medians, statistics.median(totals[1:]), faces


def main() -> None:
    settings = from_environment()
    photos = [name for name in PHOTOS if (settings.shared / "photos" / name).is_file()]
    with running_service() as (port, pid):
        print(
            f"{'photo':24}{'MP':>4}{'faces':>6}" + "".join(f"{name:>8}" for name in PARTS), end=""
        )
        print(f"{'service':>9}{'ratio':>7}   (ms, medians of {RUNS}; ratio: service to its parts)")
        for megapixels in MEGAPIXELS:
            for name in photos:
                photo = (settings.shared / "photos" / name).read_bytes()
                parts, total, faces = measure(port, enlarged(photo, megapixels))
                shown = "".join(f"{parts[part]:8.0f}" for part in PARTS)
                ratio = total / sum(parts.values())
                print(f"{name:24}{megapixels:4}{faces:6}{shown}{total:9.0f}{ratio:7.2f}")
        if sys.platform == "linux":
            photo = enlarged((settings.shared / "photos" / photos[0]).read_bytes(), LARGE)
            for _ in range(3):
                post(port, "/v1/analyses?sensitivity=balanced", photo)
            print(f"edge and worker after three photos of {LARGE} MP: {tree_mib(pid):.0f} MiB")
    bench_analysis.report(settings)
    bench_corpus.report(settings)


if __name__ == "__main__":
    main()
