"""What many tests share: the real weights, and the real photos where they are."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from pauza.settings import Settings, from_environment
from pauza.weights import verified


@pytest.fixture(scope="session")
def settings() -> Settings:
    return from_environment()


@pytest.fixture(scope="session")
def weights(settings: Settings) -> Mapping[str, bytes]:
    return verified(settings)


@pytest.fixture(scope="session")
def photos(settings: Settings) -> Path:
    """The folder of shared test photos; its tests are skipped in a checkout without them."""
    folder = settings.shared / "photos"
    if not folder.is_dir():
        pytest.skip("the shared test photos are not here (PAUZA_SHARED)")
    return folder


@pytest.fixture(scope="session")
def photo(photos: Path) -> Callable[[str], bytes]:
    """The bytes of a shared photo by name; skips where only the photos of photos.toml are."""

    def read(name: str) -> bytes:
        path = photos / name
        if not path.is_file():
            pytest.skip(f"{name} is not among the test photos that are here (PAUZA_SHARED)")
        return path.read_bytes()

    return read


@pytest.fixture(scope="session")
def labelled(photos: Path) -> list[dict[str, Any]]:
    """What photos.json says of each shared photo."""
    entries: list[dict[str, Any]] = json.loads((photos / "photos.json").read_text(encoding="utf-8"))
    return entries


@pytest.fixture(scope="session")
def corpus(settings: Settings) -> Callable[[str], bytes]:
    """The bytes of a corpus file by name; its tests are skipped in a checkout without it."""
    folder = settings.shared / "corpus"
    if not folder.is_dir():
        pytest.skip("the shared corpus of files is not here (PAUZA_SHARED)")

    def read(name: str) -> bytes:
        return Path(folder / name).read_bytes()

    return read
