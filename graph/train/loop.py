"""The training loop: streams by share, time-based schedule, moving average, checkpoints that resume."""

import json
import logging
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from graph.read.labels import Labels
from graph.read.lemma import save_lexicon
from graph.read.pieces import Pieces
from graph.train.batches import Batch, Collator, batches
from graph.train.losses import WEIGHTS, losses
from graph.train.network import Encoder, Inputs, Reader
from graph.train.recipe import (
    Stream,
    make_labels,
    make_lexicon,
    make_rolesets,
    save_rolesets,
    stream_passages,
)
from graph.train.shipped import shipped_weights
from graph.train.stopping import Watch, development_batches, development_loss

_DEAR = ("upos", "xpos", "feats", "lemma", "deprel")
_LABELS = (*_DEAR, "sense", "role", "mention", "relation")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """How to train.

    Attributes:
        minutes: Wall time of the whole training, checkpoints and resumed runs included.
        encoder_rate: Highest learning rate of the encoder.
        head_rate: Highest learning rate of the heads.
        warm_up: Part of the time in which the rates rise.
        average: Decay of the moving average of the weights, which is what is exported.
        smoothing: Label smoothing of the softmax heads.
        unseen: Part of the word pieces that the encoder does not get to see.
        budget: Pieces a batch.
        bf16: Whether to multiply in bfloat16: faster on GPUs, and on processors with AMX or AVX512-BF16 only.
        checkpoint_minutes: Between checkpoints.
        patience: Checkpoints in a row without a better development loss after which training stops.
        seed: Of everything drawn by chance.
    """

    minutes: float
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm_up: float = 0.05
    average: float = 0.998
    smoothing: float = 0.03
    unseen: float = 0.05
    budget: int = 1536
    bf16: bool = False
    checkpoint_minutes: float = 8.0
    patience: int = 4
    seed: int = 1


def train(
    streams: list[Stream],
    *,
    data: Path,
    encoder: Path,
    output: Path,
    schedule: Schedule,
    development: Sequence[Stream] = (),
    start: Path | None = None,
) -> None:
    """Train a reader, or go on from a checkpoint in `output`.

    Leaves `checkpoint.pt` (with the best averaged weights so far), `labels.json`, `lemmas.tsv` and
    `rolesets.tsv` there.

    Args:
        streams: Training documents by share.
        development: Documents whose loss is taken at each checkpoint; without any, the last weights are
            the best.
        data: The data folder.
        encoder: Folder of the pretrained encoder (`config.json`, `model.safetensors`, `tokenizer.json`).
        output: Folder for checkpoints; made if missing.
        schedule: Rates and times.
        start: Output folder of another training, whose averaged weights to begin with, or a folder of
            exported files (`graph/read/weights`); heads that it lacks begin anew.
    """
    output.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(schedule.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    pieces = Pieces(encoder / "tokenizer.json")
    labels = make_labels(document for stream in streams for document in stream.documents)
    labels.save(output / "labels.json")
    documents = [document for stream in streams for document in stream.documents]
    save_lexicon(make_lexicon(stream.documents for stream in streams), output / "lemmas.tsv")
    save_rolesets(make_rolesets(data, documents), output / "rolesets.tsv")
    body, config = Encoder.pretrained(encoder, dropout=0.1, unseen=schedule.unseen)
    reader = Reader(body, config, labels).to(device)
    if start is not None:
        _begin_with(reader, labels, start)
    average = torch.optim.swa_utils.AveragedModel(
        reader, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(schedule.average)
    )
    optimizer = torch.optim.AdamW(_groups(reader, schedule), weight_decay=0.01, betas=(0.9, 0.98))
    watch = Watch(schedule.patience)
    elapsed, steps, best = _resume(output, reader, average, optimizer, watch)
    rng = random.Random(schedule.seed + steps)  # noqa: S311
    collate = Collator(pieces, labels)
    feeds = [
        batches(
            stream_passages(stream, pieces, random.Random(rng.random())),  # noqa: S311
            collate,
            budget=schedule.budget,
            pool=96,
            rng=rng,
        )
        for stream in streams
    ]
    shares = [stream.share for stream in streams]
    held_out = [
        _move(batch, device)
        for batch in development_batches(development, pieces, collate, budget=schedule.budget)
    ]
    saved, running = elapsed, dict[str, float]()
    while elapsed < schedule.minutes * 60 and not watch.is_over:
        begun = time.monotonic()
        batch = next(rng.choices(feeds, shares)[0])
        _set_rates(optimizer, elapsed / (schedule.minutes * 60), schedule)
        _step(reader, _move(batch, device), optimizer, schedule, running)
        average.update_parameters(reader)
        steps += 1
        elapsed += time.monotonic() - begun
        if steps % 50 == 0:
            shown = " ".join(f"{name} {value:.3f}" for name, value in sorted(running.items()))
            log.info("%5.1f min, step %d: %s", elapsed / 60, steps, shown)
        if elapsed - saved > schedule.checkpoint_minutes * 60 or elapsed >= schedule.minutes * 60:
            saved = elapsed
            if held_out:
                loss = development_loss(average.module, held_out)
                log.info("%5.1f min, step %d: development loss %.3f", elapsed / 60, steps, loss)
            if not held_out or watch.improves(loss):
                best = {name: value.clone() for name, value in average.module.state_dict().items()}
            state = {
                "reader": reader.state_dict(),
                "average": average.state_dict(),
                "optimizer": optimizer.state_dict(),
                "best": best,
                "watch": (watch.best, watch.since),
                "elapsed": elapsed,
                "steps": steps,
                "config": config,
            }
            torch.save(state, output / "checkpoint.new")
            (output / "checkpoint.new").rename(output / "checkpoint.pt")
    (output / "training.json").write_text(
        json.dumps({"minutes": round(elapsed / 60, 1), "steps": steps, "seed": schedule.seed}) + "\n"
    )


def load_checkpoint(folder: Path) -> tuple[Reader, Labels]:
    """Load the best averaged weights of a training."""
    state = torch.load(folder / "checkpoint.pt", map_location="cpu", weights_only=True)
    labels = Labels.load(folder / "labels.json")
    reader = Reader(Encoder(state["config"], dropout=0.0), state["config"], labels)
    reader.load_state_dict(state["best"])
    return reader.eval(), labels


def _begin_with(reader: Reader, labels: Labels, start: Path) -> None:
    """Take over what another training learnt, as far as its shapes and labels are the same."""
    if (start / "checkpoint.pt").exists():
        state = torch.load(start / "checkpoint.pt", map_location="cpu", weights_only=True)["best"]
    else:
        state = shipped_weights(start)
    old = Labels.load(start / "labels.json")
    changed = [
        name
        for name in _LABELS
        if getattr(old, name) != getattr(labels, name)
        # A head with another number of labels begins anew; the tagger and the parser are too dear for that.
        and (name in _DEAR or len(getattr(old, name)) == len(getattr(labels, name)))
    ]
    if changed:
        msg = f"{start}: other labels of {', '.join(changed)} than this data; leave the start out"
        raise ValueError(msg)
    own = reader.state_dict()
    known = {name: value for name, value in state.items() if name in own and own[name].shape == value.shape}
    reader.load_state_dict(known, strict=False)
    log.info("began with %d of %d tensors of %s", len(known), len(own), start)


def _groups(reader: Reader, schedule: Schedule) -> list[dict[str, object]]:
    encoder: list[torch.nn.Parameter] = []
    heads: list[torch.nn.Parameter] = []
    for name, parameter in reader.named_parameters():
        if parameter.requires_grad:
            (encoder if name.startswith(("encoder.layers", "encoder.norm")) else heads).append(parameter)
    return [
        {"params": encoder, "top": schedule.encoder_rate},
        {"params": heads, "top": schedule.head_rate},
    ]


def _set_rates(optimizer: torch.optim.Optimizer, done: float, schedule: Schedule) -> None:
    factor = min(done / schedule.warm_up, (1.0 - done) / (1.0 - schedule.warm_up))
    for group in optimizer.param_groups:
        group["lr"] = group["top"] * max(factor, 0.01)


def _step(
    reader: Reader,
    batch: Batch,
    optimizer: torch.optim.Optimizer,
    schedule: Schedule,
    running: dict[str, float],
) -> None:
    reader.train()
    with torch.autocast(batch.sentences.device.type, dtype=torch.bfloat16, enabled=schedule.bf16):
        found = losses(reader, batch, smoothing=schedule.smoothing)
    total = torch.stack([WEIGHTS[name] * value for name, value in found.items()]).sum()
    optimizer.zero_grad(set_to_none=True)
    total.backward()
    torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    optimizer.step()
    for name, value in found.items():
        running[name] = 0.98 * running.get(name, value.item()) + 0.02 * value.item()


def _move(batch: Batch, device: torch.device) -> Batch:
    return batch if device.type == "cpu" else _to_device(batch, device)


def _to_device(value: Any, device: torch.device) -> Any:
    """Move every tensor within a batch."""
    if isinstance(value, Tensor):
        return value.to(device)
    if isinstance(value, dict):
        return {name: _to_device(item, device) for name, item in value.items()}
    if isinstance(value, list):
        return [_to_device(item, device) for item in value]
    if isinstance(value, Inputs):
        return Inputs(*(_to_device(item, device) for item in value))
    if is_dataclass(value) and not isinstance(value, type):
        parts = {item.name: _to_device(getattr(value, item.name), device) for item in fields(value)}
        return type(value)(**parts)
    return value


def _resume(
    output: Path,
    reader: Reader,
    average: torch.optim.swa_utils.AveragedModel,
    optimizer: torch.optim.Optimizer,
    watch: Watch,
) -> tuple[float, int, dict[str, Tensor]]:
    path = output / "checkpoint.pt"
    if not path.exists():
        return 0.0, 0, {}
    state = torch.load(path, map_location="cpu", weights_only=True)
    reader.load_state_dict(state["reader"])
    average.load_state_dict(state["average"])
    optimizer.load_state_dict(state["optimizer"])
    watch.best, watch.since = state["watch"]
    log.info("going on from minute %.1f, step %d", state["elapsed"] / 60, state["steps"])
    return float(state["elapsed"]), int(state["steps"]), state["best"]
