"""A TensorFlow.js graph model cut down to its age output and written as ONNX.

Only the nodes that the age needs are converted: the descriptor (an identity) and the gender, which
the published graph also computes, are not in the result.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .onnx_graph import GraphBuilder, Value
from .tfjs_weights import read_weights

AGE = "age_pred/Softmax"
CLASSES = 100
SIZE = 224

Node = Mapping[str, Any]


class UnsupportedGraphError(ValueError):
    """The graph uses an operator, or an attribute of one, that is not converted here."""


def graph_model_age(graph: bytes, weights: bytes) -> bytes:
    """ONNX: input `chip` [n, 3, 224, 224], BGR minus mean; output [n, 100], p(age i + 1)."""
    described = json.loads(graph)
    arrays = read_weights(described["weightsManifest"], weights)
    nodes = {node["name"]: node for node in described["modelTopology"]["node"]}
    return _Conversion(nodes, arrays).model()


class _Conversion:
    """Walks back from the age to the input and converts each node once."""

    def __init__(self, nodes: Mapping[str, Node], arrays: Mapping[str, NDArray[Any]]) -> None:
        self._nodes = nodes
        self._arrays = arrays
        self._graph = GraphBuilder()
        self._done: dict[str, Value] = {}
        self._operators: dict[str, Callable[[Node], Value]] = {
            "Placeholder": lambda _: "chip",
            "Conv2D": lambda node: self._convolution(node, self._graph.conv),
            "DepthwiseConv2dNative": lambda node: self._convolution(node, self._graph.depthwise),
            "Add": lambda node: self._with_constant("Add", node),
            "Mul": lambda node: self._with_constant("Mul", node),
            "Relu": lambda node: self._graph.node("Relu", self._value(node, 0)),
            "Minimum": lambda node: self._with_constant("Min", node),
            "Maximum": lambda node: self._with_constant("Max", node),
            "Mean": self._mean,
            "_FusedMatMul": self._dense,
            "Softmax": lambda node: self._graph.node("Softmax", self._value(node, 0), axis=-1),
        }

    def model(self) -> bytes:
        return self._graph.model("chip", SIZE, self._convert(AGE), CLASSES)

    def _convert(self, name: str) -> Value:
        if name not in self._done:
            node = self._nodes[name]
            if node["op"] not in self._operators:
                raise UnsupportedGraphError(f"operator {node['op']} at {name}")
            self._done[name] = self._operators[node["op"]](node)
        return self._done[name]

    def _value(self, node: Node, index: int) -> Value:
        return self._convert(node["input"][index].removesuffix(":0"))

    def _array(self, node: Node, index: int) -> NDArray[Any]:
        return self._arrays[node["input"][index].removesuffix(":0")]

    def _convolution(self, node: Node, convolve: Callable[..., Value]) -> Value:
        strides = [int(stride) for stride in node["attr"]["strides"]["list"]["i"]]
        if _text(node["attr"]["padding"]["s"]) != "SAME" or strides[1] != strides[2]:
            raise UnsupportedGraphError(f"padding or strides at {node['name']}")
        return convolve(self._value(node, 0), self._array(node, 1), strides[1])

    def _with_constant(self, operator: str, node: Node) -> Value:
        array = self._array(node, 1).astype(np.float32)
        per_channel = array.reshape(1, -1, 1, 1) if array.ndim else array
        return self._graph.node(operator, self._value(node, 0), self._graph.constant(per_channel))

    def _mean(self, node: Node) -> Value:
        if self._array(node, 1).tolist() != [1, 2]:
            raise UnsupportedGraphError(f"axes at {node['name']}")
        return self._graph.node("ReduceMean", self._value(node, 0), axes=[2, 3], keepdims=0)

    def _dense(self, node: Node) -> Value:
        fused = [_text(name) for name in node["attr"]["fused_ops"]["list"]["s"]]
        kernel, bias = self._array(node, 1), self._array(node, 2)
        dense = self._graph.node(
            "Gemm", self._value(node, 0), self._graph.constant(kernel), self._graph.constant(bias)
        )
        return self._graph.node("Relu", dense) if fused == ["BiasAdd", "Relu"] else dense


def _text(encoded: str) -> str:
    return base64.b64decode(encoded).decode()
