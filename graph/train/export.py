"""A trained checkpoint to the files that ship: one int8 ONNX graph, the label scorer, labels, word pieces."""

import shutil
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from graph.read.network import INPUTS
from graph.train.loop import load_checkpoint
from graph.train.network import Inputs, Reader
from graph.train.shipped import shipped_weights

OPSET = 17


class _OneWindow(nn.Module):
    """The reader over a single unpadded window: vectors in, matrices out."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(
        self, pieces: Tensor, shapes: Tensor, breaks: Tensor, spaces: Tensor, first: Tensor
    ) -> list[Tensor]:
        batch = Inputs(
            pieces.unsqueeze(0),
            shapes.unsqueeze(0),
            breaks.unsqueeze(0),
            spaces.unsqueeze(0),
            first.unsqueeze(0),
            None,
        )
        scores = self.reader(batch)
        # Not squeezed: that would become a branch for each output.
        return [scores[name].flatten(0, 1) for name in Reader.OUTPUTS]


def export(
    checkpoint: Path, tokenizer: Path, output: Path, *, quantise: bool = True, between: Path | None = None
) -> None:
    """Write `reader.onnx`, `scorers.npz`, `labels.json`, `lemmas.tsv`, `rolesets.tsv` and `tokenizer.json`.

    Weights are quantised to 7 bits of signed int8, a channel at a time: the eighth bit would overflow on
    processors without VNNI and give other answers there.

    Args:
        checkpoint: Folder that training wrote.
        tokenizer: The encoder's `tokenizer.json`.
        output: Folder to write into; made if missing.
        quantise: Leave the weights in float32 if false (to measure what quantisation costs).
        between: Exported files that the training began with: the middle between the two is exported, which
            is often better than either (Wortsman et al. 2022, "Model soups").
    """
    reader, labels = load_checkpoint(checkpoint)
    if between is not None:
        _average(reader, shipped_weights(between))
    output.mkdir(parents=True, exist_ok=True)
    example = tuple(torch.ones(size, dtype=torch.int64) for size in (9, 9, 9, 9, 5))
    axes = {name: {0: "words" if name == "first" else "pieces"} for name in INPUTS}
    axes |= {name: {0: f"rows_{name}"} for name in Reader.OUTPUTS}
    with TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        plain, small = Path(folder) / "plain.onnx", Path(folder) / "small.onnx"
        torch.onnx.export(
            _OneWindow(reader).eval(),
            example,
            str(plain),
            input_names=list(INPUTS),
            output_names=list(Reader.OUTPUTS),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
        if quantise:
            quantize_dynamic(
                plain,
                small,
                per_channel=True,
                reduce_range=True,
                weight_type=QuantType.QInt8,
                op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            )
        _optimise(small if quantise else plain, output / "reader.onnx")
    arrays: dict[str, Any] = {name: _half(value) for name, value in _scorers(reader).items()}
    np.savez(output / "scorers.npz", **arrays)
    labels.save(output / "labels.json")
    for name in ("lemmas.tsv", "rolesets.tsv"):
        shutil.copyfile(checkpoint / name, output / name)
    shutil.copyfile(tokenizer, output / "tokenizer.json")


def _average(reader: Reader, other: dict[str, Tensor]) -> None:
    """Move the weights half of the way to others; layer mixes, known up to a constant, from their mean."""
    own = reader.state_dict()
    for name, value in other.items():
        if name in own and own[name].shape == value.shape:
            target = value - value.mean() + own[name].mean() if name.endswith("_mix.weights") else value
            own[name] = (own[name] + target) / 2
    reader.load_state_dict(own)


def _optimise(source: Path, target: Path) -> None:
    """Fuse operators once and for all: a reader then starts without doing so; no processor is preferred."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(target)
    onnxruntime.InferenceSession(str(source), sess_options=options, providers=["CPUExecutionProvider"])


def _scorers(reader: Reader) -> dict[str, Tensor]:
    """What is applied outside the network, to pairs of words chosen there; weights as [inputs, labels]."""
    return {
        "deprel_weight": reader.relation.weight.T,
        "deprel_bias": reader.relation.bias,
        "role_weight": reader.role.out.weight.T,
        "role_bias": reader.role.out.bias,
        "relation_weight": reader.links.out.weight.T,
        "relation_bias": reader.links.out.bias,
        "kind_subject": reader.kind_subject,
        "kind_object": reader.kind_object,
        "coref_match": reader.coref_match,
        "coref_distance": reader.coref_distance,
    }


def _half(value: Tensor) -> np.ndarray:
    """Half precision loses nothing that the network's own 7 bits would have kept."""
    return value.detach().numpy().astype(np.float16)
