"""The shipped int8 files read back as weights, so that anybody can train on from them."""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import ModelProto, NodeProto, numpy_helper
from torch import Tensor

_SCORERS = {
    "deprel_weight": "relation.weight",
    "deprel_bias": "relation.bias",
    "role_weight": "role.out.weight",
    "role_bias": "role.out.bias",
    "relation_weight": "links.out.weight",
    "relation_bias": "links.out.bias",
}
"""Arrays of `scorers.npz` by the parameter that they came from, where the two names differ."""


def shipped_weights(folder: Path) -> dict[str, Tensor]:
    """Read what `export` wrote; each weight is within half a step of 7 bits of what was trained.

    The embeddings of words and places are left out: training never changes the encoder's own.

    Args:
        folder: Holds `reader.onnx` and `scorers.npz`.

    Returns:
        Tensors by the name of the parameter in `graph.train.network.Reader`.
    """
    model = onnx.load(folder / "reader.onnx")
    arrays = {item.name: numpy_helper.to_array(item) for item in model.graph.initializer}
    found = {
        name.removeprefix("reader."): value for name, value in arrays.items() if name.startswith("reader.")
    }
    found |= _tables(arrays) | _matrices(model, arrays) | _mixes(model, arrays)
    with np.load(folder / "scorers.npz") as scorers:
        for name, value in scorers.items():
            target = _SCORERS.get(name, name)
            found[target] = value.T if target.endswith("weight") else value
    return {
        name: torch.from_numpy(np.array(value, dtype=np.float32, order="C"))
        for name, value in found.items()
        if not name.endswith(("_scale", "_zero_point", "_quantized"))
    }


def _tables(arrays: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    return {
        f"encoder.{name}.weight": _real(arrays, f"reader.encoder.{name}.weight")
        for name in ("shapes", "breaks", "spaces")
    }


def _matrices(model: ModelProto, arrays: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Matrices by the parameter: the graph numbers them, but keeps the name of the bias beside each."""
    found = {"arc": _real(arrays, "reader.arc")}
    for node in model.graph.node:
        matrix = next((name for name in node.input if _is_numbered(name)), None)
        if matrix is not None:
            value = _real(arrays, matrix.removesuffix("_quantized"))
            found[f"{_module(node)}.weight"] = value.T
    return found


def _mixes(model: ModelProto, arrays: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Logits of each mix of layers: export folds the softmax, which is undone up to a constant."""
    found = {}
    for node in model.graph.node:
        if node.op_type == "Einsum":
            name = node.output[0].split("/")[2]
            found[f"{name}.weights"] = np.log(np.maximum(arrays[node.input[0]], 1e-8))
    return found


def _is_numbered(name: str) -> bool:
    return name.startswith("onnx::MatMul") and name.endswith("_quantized")


def _module(node: NodeProto) -> str:
    bias = next((name for name in node.input if name.endswith(".bias")), None)
    if bias is not None:
        return bias.removeprefix("reader.").removesuffix(".bias")
    return node.output[0].split("/")[2]


def _real(arrays: dict[str, np.ndarray], name: str) -> np.ndarray:
    """Undo quantisation: the last axis is the channel, where there is more than one scale."""
    whole = arrays[f"{name}_quantized"].astype(np.float32) - arrays[f"{name}_zero_point"].astype(np.float32)
    return whole * arrays[f"{name}_scale"]
