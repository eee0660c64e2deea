"""`make fuzz`: the real service under damaged files for some minutes. Not a part of `make test`."""

from __future__ import annotations

import random
import time
from collections import Counter

import pytest

from damage import damaged
from pauza.settings import from_environment
from service.running import Running, refused

MINUTES = 20
LARGEST = 200_000
"""Bytes of a file that is damaged: of larger ones too few would be tried."""
TARGETS = (
    "/v1/analyses?sensitivity=balanced&preview_side=64",
    "/v1/redactions?style=soft&region=80,60,40,50,15",
    "/v1/redactions",
)


def test_damaged_files_end_in_an_answer_or_a_refusal(real: Running) -> None:
    folder = from_environment().shared / "corpus"
    files = [path.read_bytes() for path in sorted(folder.glob("*.*")) if path.suffix != ".csv"]
    files = [data for data in files if 0 < len(data) < LARGEST]
    if not files:
        pytest.skip("the shared corpus of files is not here (PAUZA_SHARED)")
    seed = time.time_ns()
    chance, ends = random.Random(seed), Counter[str]()
    until = time.monotonic() + 60 * MINUTES
    while time.monotonic() < until:
        data, target = damaged(chance.choice(files), chance), chance.choice(TARGETS)
        reply = real.post(target, data)
        assert reply.status == 200 or refused(reply), f"{reply.body!r}, seed {seed}"
        ends["answered" if reply.status == 200 else reply.code] += 1
    assert real.process.poll() is None
    print(f"\n{ends.total():,} damaged files, no crash:", dict(ends.most_common()))
