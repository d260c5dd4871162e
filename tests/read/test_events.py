"""The head for events: what it keeps of its scores, and that readers do without it."""

from math import exp, log
from pathlib import Path

import numpy as np
import pytest

from graph.read.events import EventHead, EventScore, EventScores

RAID, VISIT = 1, 2


def head(*rows: tuple[float, float, float]) -> tuple[EventHead, np.ndarray]:
    """A head that gives each word one of the rows of scores, and layers that ask for them."""
    arrays = {
        "mix": np.asarray([1.0, 0.0]),
        "hidden_weight": np.eye(len(rows)),
        "hidden_bias": np.zeros(len(rows)),
        "out_weight": np.asarray(rows),
        "out_bias": np.zeros(3),
        "types": np.frombuffer(b"Raid\nVisit", dtype=np.uint8),
    }
    words = np.eye(len(rows))
    # What the second layer says does not count here.
    return EventHead(arrays), np.stack([words, words[::-1]], axis=1).astype(np.float32)


def test_words_that_may_name_an_event_are_kept_with_their_types_best_first() -> None:
    scorer, layers = head((9.0, 0.0, 0.0), (0.0, 1.0, 2.0))
    scores = scorer(layers, offset=10)
    assert scores.tokens.tolist() == [11]
    found = scores.of(11)
    assert scores.of(10) is None
    assert scores.of(12) is None
    assert found is not None
    assert [kind for kind, _ in found.types] == ["Visit", "Raid"]
    total = 1 + exp(1) + exp(2)
    assert found.nothing == pytest.approx(-log(total), abs=1e-3)
    assert found.types[0][1] == pytest.approx(2 - log(total), abs=1e-3)


def test_types_of_hardly_any_probability_are_left_out() -> None:
    scorer, layers = head((0.0, 1.0, -9.0))
    found = scorer(layers).of(0)
    assert found is not None
    assert [kind for kind, _ in found.types] == ["Raid"]


def test_a_score_is_moved_to_the_tokens_of_its_words() -> None:
    scores = EventScores.gathered([EventScore(1, -1.0, (("Raid", -0.5),))])
    moved = EventScores.joined([scores.on(np.asarray([3, 5])), scores.on(np.asarray([6, 8]))])
    assert moved.of(5) == EventScore(5, -1.0, (("Raid", -0.5),))
    assert moved.of(8) == EventScore(8, -1.0, (("Raid", -0.5),))
    assert moved.of(1) is None


def test_a_head_is_opened_from_its_file_or_is_not_there(tmp_path: Path) -> None:
    assert EventHead.open(tmp_path / "events.npz") is None
    with (tmp_path / "events.npz").open("wb") as file:
        np.savez(
            file,
            mix=np.ones(1),
            hidden_weight=np.ones((1, 1)),
            hidden_bias=np.zeros(1),
            out_weight=np.asarray([[0.0, 3.0]]),
            out_bias=np.zeros(2),
            types=np.frombuffer(b"Raid", dtype=np.uint8),
        )
    opened = EventHead.open(tmp_path / "events.npz")
    assert opened is not None
    found = opened(np.ones((1, 1, 1), dtype=np.float32)).of(0)
    assert found is not None
    assert found.types[0][0] == "Raid"
