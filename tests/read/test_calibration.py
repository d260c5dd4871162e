"""Temperatures and the scorers' files."""

from pathlib import Path

import numpy as np

from graph.read.calibration import Temperatures
from graph.read.scorers import Scorers


def test_temperatures_are_read_and_default_to_one(tmp_path: Path) -> None:
    path = tmp_path / "calibration.json"
    assert Temperatures.load(path) == Temperatures()
    path.write_text('{"names": 1.3, "of a later version": 2}', encoding="utf-8")
    assert Temperatures.load(path) == Temperatures(names=1.3)


def test_pairs_are_scored_in_blocks_as_at_once() -> None:
    rng = np.random.default_rng(1)
    left, right = rng.normal(size=(2, 30, 6)).astype(np.float32)
    weight, bias = rng.normal(size=(6, 4)).astype(np.float32), rng.normal(size=4).astype(np.float32)
    pairs = rng.integers(0, 30, 5000), rng.integers(0, 30, 5000)
    a, b = left[pairs[0]], right[pairs[1]]
    joined = np.concatenate([np.maximum(a[:, :3] + b[:, :3], 0), a[:, 3:] * b[:, 3:]], axis=1)
    found = Scorers({"role_weight": weight, "role_bias": bias}).role(left, right, pairs)
    assert np.allclose(found, joined @ weight + bias, atol=1e-5)
