from __future__ import annotations

from pathlib import Path

import pytest

from pauza.evaluation.redaction_costs import measure_sizes
from pauza.evaluation.redaction_photos import SharedPhoto

MOST_BYTES = 100_000
"""Of the photos in which a cover's own bytes count most."""


@pytest.fixture(scope="module")
def small_files(photos: Path) -> list[SharedPhoto]:
    paths = [path for path in photos.glob("*.jpg") if path.stat().st_size < MOST_BYTES]
    return [SharedPhoto(path.name, path.read_bytes(), (), {}, (), 0) for path in paths]


def test_a_small_cover_changes_a_jpeg_s_size_by_at_most_five_per_cent(
    small_files: list[SharedPhoto],
) -> None:
    if not small_files:
        pytest.skip("no shared photo is this small")
    for size in measure_sizes(small_files):
        assert all(abs(change) <= 0.05 for change in size.small), size
