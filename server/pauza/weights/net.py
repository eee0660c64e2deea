"""One net in onnxruntime, with the settings that suit a shared computer."""

from __future__ import annotations

import numpy as np
import onnxruntime
from numpy.typing import NDArray

Tensor = NDArray[np.float32]

ERRORS_ONLY = 3


class Net:
    """A net with one input. One thread: on a busy computer more threads only burn time."""

    def __init__(self, onnx_file: bytes) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = ERRORS_ONLY
        self._session = onnxruntime.InferenceSession(
            onnx_file, options, providers=["CPUExecutionProvider"]
        )
        self._input: str = self._session.get_inputs()[0].name
        self._outputs: list[str] = [output.name for output in self._session.get_outputs()]

    def run(self, tensor: Tensor) -> dict[str, Tensor]:
        """Outputs by name."""
        return dict(zip(self._outputs, self._session.run(None, {self._input: tensor}), strict=True))
