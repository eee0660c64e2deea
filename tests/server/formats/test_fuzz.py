"""Files damaged at random: each ends in an answer or in a refusal, and no output carries more."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from damage import damaged
from pauza import formats
from pauza.formats import PhotoError
from pauza.redaction.geometry import Region
from pauza.redaction.redact import redact
from pauza.settings import from_environment

SMALL = 20_000
ROUNDS = 300


def seeds(suffix: str) -> list[Path]:
    folder = from_environment().shared / "corpus"
    return sorted(p for p in folder.glob(f"*{suffix}") if 0 < p.stat().st_size < SMALL)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".gif", ".avif", ".heic"])
def test_a_damaged_file_is_answered_or_refused(suffix: str) -> None:
    files = seeds(suffix)
    if not files:
        pytest.skip("the shared corpus of files is not here (PAUZA_SHARED)")
    chance = random.Random(f"pauza {suffix}")
    refused = 0
    for _ in range(ROUNDS):
        data = damaged(chance.choice(files).read_bytes(), chance)
        formats.hidden(data)
        try:
            outputs = formats.clean(data), redact(data, [Region(80, 60, 40, 50, 0)], "soft")
        except PhotoError:
            refused += 1
            continue
        assert all(formats.leftovers(output.data) == [] for output in outputs)
    assert 0 < refused < ROUNDS
