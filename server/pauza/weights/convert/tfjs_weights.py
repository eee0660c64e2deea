"""Reads the weight files of TensorFlow.js: a manifest in JSON, values in one binary file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray


class WeightsFormatError(ValueError):
    """The binary file does not have the length that its manifest says."""


def read_weights(groups: Sequence[Mapping[str, Any]], data: bytes) -> dict[str, NDArray[Any]]:
    """Arrays by name. Values lie one after another without padding, little endian."""
    arrays: dict[str, NDArray[Any]] = {}
    offset = 0
    for entry in (entry for group in groups for entry in group["weights"]):
        quantized = entry.get("quantization", {})
        stored = np.dtype(quantized.get("dtype", entry["dtype"])).newbyteorder("<")
        count = int(np.prod(entry["shape"], dtype=np.int64))
        values = np.frombuffer(data, stored, count, offset)
        offset += count * stored.itemsize
        if "scale" in quantized:
            values = values * np.float32(quantized["scale"]) + np.float32(quantized["min"])
        arrays[entry["name"]] = values.astype(entry["dtype"]).reshape(entry["shape"])
    if offset != len(data):
        raise WeightsFormatError(f"{len(data)} bytes, but the manifest counts {offset}")
    return arrays
