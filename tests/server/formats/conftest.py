"""The corpus of picture files, and small pictures made at test time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pauza.settings import Settings


@pytest.fixture(scope="session")
def corpus(settings: Settings) -> Callable[[str], bytes]:
    """The bytes of a corpus file by name; its tests are skipped in a checkout without it."""
    folder = settings.shared / "corpus"
    if not folder.is_dir():
        pytest.skip("the shared corpus of files is not here (PAUZA_SHARED)")

    def read(name: str) -> bytes:
        return Path(folder / name).read_bytes()

    return read
