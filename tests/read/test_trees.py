"""Trees: always single-rooted, the best where greed fails, never across sentences."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from graph.read.trees import decode_heads, decode_trees


def is_single_rooted_tree(heads: list[int]) -> bool:
    if sum(head == place for place, head in enumerate(heads)) != 1:
        return False
    for place in range(len(heads)):
        seen, node = set(), place
        while heads[node] != node:
            if node in seen:
                return False
            seen.add(node)
            node = heads[node]
    return True


@settings(deadline=None, max_examples=50)
@given(arrays(np.float64, st.integers(1, 8).map(lambda n: (n, n + 1)), elements=st.floats(-9, 9)))
def test_heads_are_always_a_single_rooted_tree(scores: np.ndarray) -> None:
    assert is_single_rooted_tree(decode_heads(scores))


def test_a_cycle_is_broken_at_the_least_cost() -> None:
    # Words 0 and 1 want each other; word 0 minds the root least.
    scores = np.array([[4.0, 0.0, 5.0], [0.0, 5.0, 0.0]])
    assert decode_heads(scores) == [0, 0]


def test_the_spanning_tree_is_the_best_for_its_root() -> None:
    rng = np.random.default_rng(8)
    for _ in range(60):
        scores = rng.normal(size=(4, 5)) * 3
        heads = decode_heads(scores)
        root = next(place for place, head in enumerate(heads) if head == place)

        def total(choice: tuple[int, ...], scores: np.ndarray = scores, root: int = root) -> float:
            return float(sum(scores[i, head + 1] for i, head in enumerate(choice) if i != root))

        trees = [
            choice
            for choice in itertools.product(range(4), repeat=4)
            if choice[root] == root and is_single_rooted_tree(list(choice))
        ]
        assert total(tuple(heads)) == pytest.approx(max(total(tree) for tree in trees))


@settings(deadline=None, max_examples=50)
@given(
    arrays(np.float64, st.integers(1, 9).map(lambda n: (n, n + 1)), elements=st.floats(-9, 9)),
    st.integers(0, 8),
)
def test_a_window_is_read_as_its_sentences_alone(scores: np.ndarray, border: int) -> None:
    sentence = (np.arange(len(scores)) >= border).astype(np.int64)
    sentence -= sentence[0]
    heads, chances = decode_trees(scores, sentence)
    alone: list[int] = []
    for number in range(int(sentence[-1]) + 1):
        places = np.flatnonzero(sentence == number)
        block = scores[np.ix_(places, np.append(0, places + 1))]
        alone += [int(places[0]) + head for head in decode_heads(block)]
    assert heads.tolist() == alone
    assert ((chances >= 0) & (chances <= 1)).all()


def test_confidence_is_the_share_of_the_head() -> None:
    scores = np.array([[0.0, 0.0, 2.0], [2.0, 0.0, 0.0]])
    heads, sharp = decode_trees(scores, np.zeros(2, dtype=np.int64))
    _, soft = decode_trees(scores, np.zeros(2, dtype=np.int64), temperature=2.0)
    assert heads.tolist() == [1, 1]
    assert sharp[0] == pytest.approx(1 / (1 + np.exp(-2.0)))
    assert soft[0] == pytest.approx(1 / (1 + np.exp(-1.0)))
