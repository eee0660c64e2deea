"""Frees a detector's height and width, which its ONNX file declares as fixed."""

from __future__ import annotations

import onnx


def free_size(data: bytes) -> bytes:
    """The same graph for any input [n, 3, H, W]; H and W stay multiples of 32 by contract."""
    model = onnx.load_from_string(data)
    constants = {initializer.name for initializer in model.graph.initializer}
    for value in list(model.graph.input):
        if value.name in constants:  # listed as an input it could not be folded at load
            model.graph.input.remove(value)
    dimensions = model.graph.input[0].type.tensor_type.shape.dim
    for index, name in ((0, "n"), (2, "height"), (3, "width")):
        dimensions[index].dim_param = name
    for output in model.graph.output:
        output.type.tensor_type.ClearField("shape")
    del model.graph.value_info[:]
    return bytes(model.SerializeToString(deterministic=True))
