"""From published weights to the ONNX files that the worker runs. Needs the extra `weights`."""

from collections.abc import Callable
from typing import Final

from .face_api import face_api_age
from .free_size import free_size
from .graph_model import graph_model_age

CONVERSIONS: Final[dict[str, Callable[..., bytes]]] = {
    "free-size": free_size,
    "graph-model-age": graph_model_age,
    "face-api-age": face_api_age,
}
"""By name in the manifest: takes the source files in their order, returns the ONNX file."""
