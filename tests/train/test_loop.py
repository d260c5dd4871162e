"""A training from its beginning to the files that ship, and on from them."""

import json
import math
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("safetensors")
onnx = pytest.importorskip("onnx")

from onnx import numpy_helper  # noqa: E402

from graph.train.export import export  # noqa: E402
from graph.train.loop import Schedule, load_checkpoint, train  # noqa: E402
from graph.train.recipe import Stream  # noqa: E402
from graph.train.shipped import shipped_weights  # noqa: E402
from graph.train.stopping import Watch  # noqa: E402
from tests.train.made_up import document, write_encoder, write_rolesets  # noqa: E402

STREAM = Stream(name="all", documents=[document() for _ in range(3)], share=1.0, longest=4)


def fit(folder: Path, schedule: Schedule, *, start: Path | None = None) -> int:
    """Train in a folder; return the number of steps."""
    if not (folder / "encoder").exists():
        write_encoder(folder / "encoder")
        write_rolesets(folder / "data")
    output = folder / ("first" if start is None else "second")
    train(
        [STREAM], development=[STREAM], data=folder / "data", encoder=folder / "encoder", output=output,
        schedule=schedule, start=start,
    )  # fmt: skip
    return int(json.loads((output / "training.json").read_text())["steps"])


def test_training_stops_when_the_development_loss_does_not_fall(tmp_path: Path) -> None:
    still = Schedule(minutes=60, encoder_rate=0.0, head_rate=0.0, checkpoint_minutes=0.0, patience=3)
    assert fit(tmp_path, still) == 4


def test_the_best_weights_are_kept_not_the_last(tmp_path: Path) -> None:
    # At such a rate the first steps are the best there will be.
    wild = Schedule(
        minutes=60,
        encoder_rate=3.0,
        head_rate=3.0,
        warm_up=1e-9,
        average=0.0,
        checkpoint_minutes=0.0,
        patience=2,
    )
    fit(tmp_path, wild)
    state = torch.load(tmp_path / "first" / "checkpoint.pt", weights_only=True)
    assert math.isfinite(state["watch"][0])
    assert state["watch"][1] == 2
    assert not torch.equal(state["best"]["root"], state["average"]["module.root"])
    reader, _ = load_checkpoint(tmp_path / "first")
    assert torch.equal(reader.root, state["best"]["root"])


def test_training_goes_on_from_the_files_that_ship(tmp_path: Path) -> None:
    # A little of everything must have been learned: the export folds equal constants into one.
    fit(tmp_path, Schedule(minutes=0.02, average=0.0))
    shipped = tmp_path / "shipped"
    export(tmp_path / "first", tmp_path / "encoder" / "tokenizer.json", shipped)
    trained = load_checkpoint(tmp_path / "first")[0].state_dict()
    found = shipped_weights(shipped)
    assert set(trained) - set(found) == {"encoder.words.weight", "encoder.places.weight"}
    for name, value in found.items():
        if name.endswith("_mix.weights"):
            assert torch.allclose(value.softmax(0), trained[name].softmax(0), atol=1e-5), name
        else:
            # Seven bits: half of a step of the largest weight's sixty-third part.
            step = trained[name].abs().max().item() / 63
            assert value.shape == trained[name].shape, name
            assert (value - trained[name]).abs().max().item() <= step / 2 + 1e-3, name
    still = Schedule(minutes=60, encoder_rate=0.0, head_rate=0.0, checkpoint_minutes=0.0, patience=1)
    fit(tmp_path, still, start=shipped)
    on = load_checkpoint(tmp_path / "second")[0].state_dict()
    assert torch.equal(on["arc"], found["arc"])
    # Half of the way between the first weights and weights that are all of the other sign.
    state = torch.load(tmp_path / "first" / "checkpoint.pt", weights_only=True)
    state["best"] = {name: -value for name, value in state["best"].items()}
    torch.save(state, tmp_path / "first" / "checkpoint.pt")
    export(
        tmp_path / "first", tmp_path / "encoder" / "tokenizer.json", tmp_path / "middle",
        quantise=False, between=shipped,
    )  # fmt: skip
    middle = {
        item.name: numpy_helper.to_array(item)
        for item in onnx.load(tmp_path / "middle" / "reader.onnx").graph.initializer
    }
    assert abs(middle["reader.encoder.layers.0.qkv.bias"]).max() < 1e-3


def test_patience_begins_anew_with_every_better_loss() -> None:
    watch = Watch(patience=2)
    for loss in (3.0, 3.1, 2.9, 3.0):
        watch.improves(loss)
    assert not watch.is_over
    watch.improves(2.95)
    assert watch.is_over
