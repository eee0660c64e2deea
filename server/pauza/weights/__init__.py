"""The nets' weights: what they are, where they come from, that they are what they should be."""

from .manifest import Model, WeightsError, read_manifest
from .store import verified

__all__ = ["Model", "WeightsError", "read_manifest", "verified"]
