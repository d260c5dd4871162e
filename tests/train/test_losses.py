"""One step of training on a made-up document with every kind of label."""

import json
import random
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from graph.read.component import WEIGHTS  # noqa: E402
from graph.read.pieces import Pieces  # noqa: E402
from graph.train.batches import Collator, batches  # noqa: E402
from graph.train.losses import WEIGHTS as LOSSES  # noqa: E402
from graph.train.losses import losses  # noqa: E402
from graph.train.network import Encoder, Reader  # noqa: E402
from graph.train.recipe import Stream, make_labels, stream_passages  # noqa: E402
from tests.train.made_up import CONFIG, document  # noqa: E402


def test_every_head_learns_from_what_is_labelled() -> None:
    torch.manual_seed(1)
    torch.set_num_threads(1)
    documents = [document() for _ in range(3)]
    labels = make_labels(documents)
    assert labels.sense[0] == labels.role[0] == labels.mention[0] == "_"
    assert labels.relation == ("conll04:_", "conll04:Work_For")
    pieces = Pieces(WEIGHTS / "tokenizer.json")
    stream = Stream(name="all", documents=documents, share=1.0, longest=4)
    rng = random.Random(1)
    feed = batches(
        stream_passages(stream, pieces, rng), Collator(pieces, labels), budget=256, pool=4, rng=rng
    )
    reader = Reader(Encoder(CONFIG, dropout=0.0), CONFIG, labels, dropout=0.0)
    optimizer = torch.optim.Adam(reader.parameters(), lr=0.01)
    first: dict[str, float] = {}
    last: dict[str, float] = {}
    for _ in range(25):
        found = losses(reader, next(feed), smoothing=0.0)
        assert set(found) == set(LOSSES)
        optimizer.zero_grad()
        torch.stack([LOSSES[name] * value for name, value in found.items()]).sum().backward()
        optimizer.step()
        last = {name: value.item() for name, value in found.items()}
        first = first or last
    assert not {name: (first[name], last[name]) for name in first if last[name] >= first[name]}


def test_labels_are_kept_as_they_were_saved(tmp_path: Path) -> None:
    labels = make_labels([document()], least=1)
    labels.save(tmp_path / "labels.json")
    assert json.loads((tmp_path / "labels.json").read_text())["role"] == list(labels.role)
    assert type(labels).load(tmp_path / "labels.json") == labels


def test_a_passage_is_cut_at_the_words_that_its_windows_hold() -> None:
    pieces = Pieces(WEIGHTS / "tokenizer.json")
    stream = Stream(name="all", documents=[document()], share=1.0, longest=1)
    passage = next(stream_passages(stream, pieces, random.Random(3)))
    places = passage.places()
    assert places[passage.begins[0]] == (0, 0)
    assert len(places) == sum(len(window.words) for window in passage.windows)
