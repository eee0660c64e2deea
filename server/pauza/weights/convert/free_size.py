"""Frees a detector's height and width, which its ONNX file declares as fixed."""

from __future__ import annotations

import onnx


def free_size(data: bytes) -> bytes:
    """The same graph for any input [n, 3, H, W]; H and W stay multiples of 32 by contract."""
    model = onnx.load_from_string(data)
    dimensions = model.graph.input[0].type.tensor_type.shape.dim
    for index, name in ((0, "n"), (2, "height"), (3, "width")):
        dimensions[index].dim_param = name
    for output in model.graph.output:
        output.type.tensor_type.ClearField("shape")
    del model.graph.value_info[:]
    return model.SerializeToString(deterministic=True)
