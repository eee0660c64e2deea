"""The converters, on small graphs made here; the real files by fixed input and expected values."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from pauza.weights.convert import graph_model
from pauza.weights.convert.graph_model import UnsupportedGraphError, graph_model_age
from pauza.weights.convert.onnx_graph import GraphBuilder
from pauza.weights.convert.tfjs_weights import WeightsFormatError, read_weights
from pauza.weights.net import Net


def test_stride_2_pads_at_the_right_and_below_as_tensorflow_does() -> None:
    graph = GraphBuilder()
    ones = np.ones((3, 3, 1, 1), np.float32)
    summed = graph.conv("chip", np.concatenate([ones] * 3, axis=2), stride=2)
    flat = graph.node("Flatten", summed, axis=1)
    net = Net(graph.model("chip", 4, flat, 4))
    picture = np.zeros((1, 3, 4, 4), np.float32)
    picture[0, 0] = np.arange(16).reshape(4, 4)
    (sums,) = net.run(picture).values()
    # Windows start at 0 and 2, reaching over right and lower edge; symmetric pads start at -1.
    assert sums[0].tolist() == [45, 39, 66, 50]


def test_quantized_weights_are_value_times_scale_plus_min() -> None:
    entry = {
        "name": "w",
        "shape": [2],
        "dtype": "float32",
        "quantization": {"dtype": "uint8", "scale": 0.5, "min": -1.0},
    }
    arrays = read_weights([{"weights": [entry]}], bytes([0, 4]))
    assert arrays["w"].tolist() == [-1.0, 1.0]


def test_a_weight_file_of_another_length_is_refused() -> None:
    entry = {"name": "w", "shape": [1], "dtype": "float32"}
    with pytest.raises(WeightsFormatError):
        read_weights([{"weights": [entry]}], bytes(5))


def node(name: str, operator: str, *inputs: str, **attributes: Any) -> dict[str, Any]:
    return {"name": name, "op": operator, "input": list(inputs), "attr": attributes}


def text(value: str) -> str:
    return base64.b64encode(value.encode()).decode()


def graph_file(
    nodes: list[dict[str, Any]], arrays: Mapping[str, NDArray[Any]]
) -> tuple[bytes, bytes]:
    entries = [
        {"name": name, "shape": list(array.shape), "dtype": str(array.dtype)}
        for name, array in arrays.items()
    ]
    described = {"modelTopology": {"node": nodes}, "weightsManifest": [{"weights": entries}]}
    return json.dumps(described).encode(), b"".join(a.tobytes() for a in arrays.values())


def test_only_the_age_is_converted_and_identity_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(graph_model, "SIZE", 4)
    monkeypatch.setattr(graph_model, "CLASSES", 2)
    fused = {"list": {"s": [text("BiasAdd")]}}
    graph, weights = graph_file(
        [
            node("input_1", "Placeholder"),
            node("axes", "Const"),
            node("global_pooling/Mean", "Mean", "input_1", "axes"),
            node("identity", "ThisWouldNotConvert", "global_pooling/Mean"),
            node(
                "age_pred/BiasAdd", "_FusedMatMul", "global_pooling/Mean", "k", "b", fused_ops=fused
            ),
            node("age_pred/Softmax", "Softmax", "age_pred/BiasAdd"),
        ],
        {
            "axes": np.array([1, 2], np.int32),
            "k": np.array([[1, 0], [0, 0], [0, 0]], np.float32),
            "b": np.array([0, 1], np.float32),
        },
    )
    net = Net(graph_model_age(graph, weights))
    (probabilities,) = net.run(np.full((1, 3, 4, 4), 1, np.float32)).values()
    assert probabilities[0] == pytest.approx([0.5, 0.5])


def test_an_unknown_operator_in_the_way_of_the_age_is_refused() -> None:
    graph, weights = graph_file([node("age_pred/Softmax", "Einsum")], {})
    with pytest.raises(UnsupportedGraphError, match="Einsum"):
        graph_model_age(graph, weights)


def test_the_converted_faceres_answers_as_expected(weights: Mapping[str, bytes]) -> None:
    random = np.random.default_rng(20261126)
    chip = random.uniform(-120, 130, (1, 3, 224, 224)).astype(np.float32)
    (probabilities,) = Net(weights["faceres-deep"]).run(chip).values()
    expected = [0.00795, 0.012786, 0.020349, 0.018565, 0.003124]
    assert probabilities[0, [0, 9, 24, 39, 79]] == pytest.approx(expected, abs=1e-5)


def test_the_converted_face_api_answers_as_expected(weights: Mapping[str, bytes]) -> None:
    random = np.random.default_rng(20261126)
    random.uniform(-120, 130, (1, 3, 224, 224))
    chip = random.uniform(-0.5, 0.5, (1, 3, 112, 112)).astype(np.float32)
    (years,) = Net(weights["face-api-age"]).run(chip).values()
    assert years[0, 0] == pytest.approx(77.17856, abs=1e-3)


def test_the_detectors_take_any_size(weights: Mapping[str, bytes]) -> None:
    for name in ("yunet", "centerface"):
        net = Net(weights[name])
        for height, width in ((32, 64), (96, 32)):
            assert net.run(np.zeros((1, 3, height, width), np.float32))
