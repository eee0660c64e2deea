"""A small builder for ONNX graphs in NCHW, with what the two age nets need."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Array = NDArray[np.float32]
Value = str
"""Name of a tensor in the graph."""

OPSET = 17
IR_VERSION = 9


class GraphBuilder:
    """Collects nodes in order; every method returns the name of its output."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def constant(self, array: Array) -> Value:
        name = f"c{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def node(self, operator: str, *inputs: Value, **attributes: Any) -> Value:
        name = f"v{len(self._nodes)}"
        self._nodes.append(helper.make_node(operator, list(inputs), [name], name, **attributes))
        return name

    def conv(self, x: Value, kernel: Array, stride: int, bias: Array | None = None) -> Value:
        """A TensorFlow Conv2D: kernel [h, w, in, out], padding SAME.

        SAME pads unevenly at stride 2 (more at the right and bottom): SAME_UPPER. Symmetric pads
        run without an error and shift ages by up to four years.
        """
        return self._conv(x, kernel.transpose(3, 2, 0, 1), stride, bias, group=1)

    def depthwise(self, x: Value, kernel: Array, stride: int) -> Value:
        """A TensorFlow DepthwiseConv2dNative: kernel [h, w, channels, 1], padding SAME."""
        return self._conv(x, kernel.transpose(2, 3, 0, 1), stride, None, group=kernel.shape[2])

    def _conv(self, x: Value, kernel: Array, stride: int, bias: Array | None, group: int) -> Value:
        operands = [x, self.constant(kernel)]
        if bias is not None:
            operands.append(self.constant(bias))
        return self.node(
            "Conv", *operands, auto_pad="SAME_UPPER", strides=[stride, stride], group=group
        )

    def model(self, inputs: str, size: int, output: Value, width: int) -> bytes:
        """Input [n, 3, size, size], output [n, width]."""
        graph = helper.make_graph(
            self._nodes,
            "age",
            [helper.make_tensor_value_info(inputs, TensorProto.FLOAT, ["n", 3, size, size])],
            [helper.make_tensor_value_info(output, TensorProto.FLOAT, ["n", width])],
            self._constants,
        )
        model = helper.make_model(
            graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION
        )
        onnx.checker.check_model(model)
        return bytes(model.SerializeToString(deterministic=True))
