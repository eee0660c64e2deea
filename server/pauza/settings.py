"""Every knob of the service: name, default, meaning. Read once, frozen after that."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

Sensitivity = Literal["careful", "balanced", "quiet"]
SENSITIVITIES: tuple[Sensitivity, ...] = get_args(Sensitivity)

Style = Literal[
    "soft",
    "pixelate",
    "solid",
    "sticker-sun",
    "sticker-cat",
    "sticker-star",
    "sticker-heart",
    "sticker-balloon",
]
STYLES: tuple[Style, ...] = get_args(Style)

VERSION = "0.1.0"
API_VERSION = 1

EXTENSION_ORIGIN = "chrome-extension://ajkdkngnfldfpcfpbeadlpnnplakfpgc"
"""Origin of the Chromium extension, fixed by the public key in its manifest."""

MAX_REGIONS = 64
"""Places that are covered in one photo."""

CHECKOUT = Path(__file__).resolve().parents[2]


class SettingsError(Exception):
    """A setting has a value that can't be used; the message says which and what would do."""


@dataclass(frozen=True)
class Settings:
    port: int = 8765
    """Loopback port of the service (PAUZA_PORT)."""
    models: Path = CHECKOUT / "models"
    """Folder with manifest.toml and the model cards (PAUZA_MODELS)."""
    home: Path = Path.home() / ".config" / "pauza"
    """Folder with the allowed origins (PAUZA_HOME)."""
    shared: Path = CHECKOUT.parent / "shared"
    """Test photos and faces of the developers; not needed to run (PAUZA_SHARED)."""
    max_body_mib: int = 64
    """Largest photo file that is taken, in MiB."""
    deadline_s: float = 20.0
    """Longest time for one job before the worker is ended and replaced."""
    worker_memory_mib: int = 1500
    """Memory at which a working worker is ended."""
    idle_memory_mib: int = 300
    """Memory above which a worker is replaced after a job, to give it back."""
    waiting_jobs: int = 2
    """Jobs that may wait for the worker; one more is told that the service is busy."""

    @property
    def weights(self) -> Path:
        """Folder of the converted weights; made by `pauza weights fetch`, ignored by git."""
        return self.models / "weights"


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings with what the environment names; raises SettingsError on an unusable value."""
    defaults = Settings()
    return Settings(
        port=_port(environment.get("PAUZA_PORT", str(defaults.port))),
        models=Path(environment.get("PAUZA_MODELS", defaults.models)),
        home=Path(environment.get("PAUZA_HOME", defaults.home)),
        shared=Path(environment.get("PAUZA_SHARED", defaults.shared)),
    )


def _port(text: str) -> int:
    if not text.isdecimal() or not 1024 <= int(text) <= 65535:
        raise SettingsError(f"PAUZA_PORT is {text!r}: choose a number from 1024 to 65535.")
    return int(text)
