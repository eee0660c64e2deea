"""The folder of converted weights: read only through the digests of the manifest."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from types import MappingProxyType

from ..settings import Settings
from .manifest import Model, WeightsError, read_manifest


def verified(settings: Settings) -> Mapping[str, bytes]:
    """The bytes of every ONNX file by model name; WeightsError if one is missing or damaged."""
    models = read_manifest(settings.models)
    return MappingProxyType({model.name: _verified_bytes(settings, model) for model in models})


def _verified_bytes(settings: Settings, model: Model) -> bytes:
    path = settings.weights / model.file
    if not path.is_file():
        raise WeightsError(
            "weights_missing", f"{model.file} is missing. Run `pauza weights fetch`."
        )
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != model.sha256:
        raise WeightsError(
            "weights_damaged", f"{model.file} is not what it should be. Run `pauza weights fetch`."
        )
    return data


def is_verified(settings: Settings, model: Model) -> bool:
    try:
        _verified_bytes(settings, model)
    except WeightsError:
        return False
    return True
