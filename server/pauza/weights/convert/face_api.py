"""The age branch of face-api's age and gender net; its gender branch is left out.

The package ships weights without a graph, so the graph is written here (a small Xception).
"""

from __future__ import annotations

import json

from .onnx_graph import Array, GraphBuilder, Value
from .tfjs_weights import read_weights

SIZE = 112


def face_api_age(manifest: bytes, weights: bytes) -> bytes:
    """ONNX: input `chip` [n, 3, 112, 112], RGB minus mean over 255; output [n, 1], years."""
    net = _FaceApi(read_weights(json.loads(manifest), weights))
    return net.model()


class _FaceApi:
    def __init__(self, arrays: dict[str, Array]) -> None:
        self._arrays = arrays
        self._graph = GraphBuilder()

    def model(self) -> bytes:
        x = self._relu(self._conv("chip", "entry_flow/conv_in", stride=2))
        x = self._reduction(x, "entry_flow/reduction_block_0", relu_first=False)
        x = self._reduction(x, "entry_flow/reduction_block_1")
        x = self._main(x, "middle_flow/main_block_0")
        x = self._main(x, "middle_flow/main_block_1")
        x = self._reduction(x, "exit_flow/reduction_block")
        x = self._relu(self._separable(x, "exit_flow/separable_conv"))
        x = self._graph.node("Flatten", self._graph.node("GlobalAveragePool", x), axis=1)
        weights, bias = (self._arrays[f"fc/age/{part}"] for part in ("weights", "bias"))
        years = self._graph.node(
            "Gemm", x, self._graph.constant(weights), self._graph.constant(bias)
        )
        return self._graph.model("chip", SIZE, years, 1)

    def _reduction(self, x: Value, name: str, relu_first: bool = True) -> Value:
        y = self._relu(x) if relu_first else x
        y = self._relu(self._separable(y, f"{name}/separable_conv0"))
        y = self._separable(y, f"{name}/separable_conv1")
        y = self._graph.node(
            "MaxPool", y, kernel_shape=[3, 3], strides=[2, 2], auto_pad="SAME_UPPER"
        )
        return self._graph.node("Add", y, self._conv(x, f"{name}/expansion_conv", stride=2))

    def _main(self, x: Value, name: str) -> Value:
        y = x
        for index in range(3):
            y = self._separable(self._relu(y), f"{name}/separable_conv{index}")
        return self._graph.node("Add", y, x)

    def _separable(self, x: Value, name: str) -> Value:
        y = self._graph.depthwise(x, self._arrays[f"{name}/depthwise_filter"], 1)
        kernel, bias = (self._arrays[f"{name}/{part}"] for part in ("pointwise_filter", "bias"))
        return self._graph.conv(y, kernel, 1, bias)

    def _conv(self, x: Value, name: str, stride: int) -> Value:
        kernel, bias = (self._arrays[f"{name}/{part}"] for part in ("filters", "bias"))
        return self._graph.conv(x, kernel, stride, bias)

    def _relu(self, x: Value) -> Value:
        return self._graph.node("Relu", x)
