"""Decoders: constrained names, joined layers, single-rooted trees, linked attributions."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from graph.read.decode import (
    decode_heads,
    decode_layer,
    decode_names,
    decode_sentences,
    link_attributions,
    viterbi,
)
from graph.read.labels import NAME_TAGS


def one_hot(tags: list[str]) -> np.ndarray:
    scores = np.zeros((len(tags), len(NAME_TAGS)))
    for row, tag in enumerate(tags):
        scores[row, NAME_TAGS.index(tag)] = 5.0
    return scores


def test_viterbi_finds_the_best_of_all_paths() -> None:
    rng = np.random.default_rng(3)
    emissions, transitions = rng.normal(size=(5, 3)), rng.normal(size=(3, 3))
    start, end = rng.normal(size=3), rng.normal(size=3)

    def total(path: tuple[int, ...]) -> float:
        score = start[path[0]] + end[path[-1]] + sum(emissions[i, tag] for i, tag in enumerate(path))
        return float(score + sum(transitions[a, b] for a, b in itertools.pairwise(path)))

    best = max(itertools.product(range(3), repeat=5), key=total)
    assert viterbi(emissions, transitions, start, end) == list(best)


def test_names_of_several_words_and_of_one() -> None:
    found = decode_names(one_hot(["B-PERSON", "I-PERSON", "E-PERSON", "O", "S-LOC"]))
    assert [item[:3] for item in found] == [(0, 3, "PERSON"), (4, 5, "LOC")]
    assert all(0.8 < item[3] <= 1.0 for item in found)


def test_a_name_cannot_break_off() -> None:
    scores = one_hot(["B-ORG", "O"])
    scores[0, NAME_TAGS.index("S-ORG")] = 4.0
    assert [item[:3] for item in decode_names(scores)] == [(0, 1, "ORG")]


@settings(deadline=None, max_examples=50)
@given(arrays(np.float64, st.tuples(st.integers(1, 9), st.just(len(NAME_TAGS))), elements=st.floats(-9, 9)))
def test_names_never_overlap(scores: np.ndarray) -> None:
    found = decode_names(scores)
    for left, right in itertools.pairwise(found):
        assert left[1] <= right[0]
    assert all(0 <= begin < end <= len(scores) for begin, end, *_ in found)


def test_a_switch_penalty_joins_what_flickers() -> None:
    logits = np.array([[0, 3, 0], [0, 0, 3], [0.4, 0, 0], [0, 2, 1.8], [3, 0, 0]], dtype=float)
    assert decode_layer(logits, 0.0) != [(0, 4)]
    assert decode_layer(logits, 1.5) == [(0, 4)]


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


def test_sentences_start_where_forced_or_likely() -> None:
    scores = np.array([-3.0, 2.0, -1.0, -1.0])
    assert decode_sentences(scores, [False, False, False, True]) == [True, True, False, True]


def test_contents_with_one_source_and_cue_are_one_attribution() -> None:
    size = 8
    layers = {"source": [(3, 4)], "cue": [(4, 5)], "content": [(0, 2), (6, 8)]}
    query = {name: np.ones((size, 2)) for name in ("source", "cue")}
    keys = {name: np.zeros((size + 1, 2)) for name in ("source", "cue")}
    keys["source"][4] = keys["cue"][5] = 1.0
    found = link_attributions(layers, query, keys, np.tile([0.0, 0.0, 4.0], (size, 1)))
    assert [(item.source, item.cue, item.content) for item in found] == [
        (((3, 4),), ((4, 5),), ((0, 2), (6, 8)))
    ]
    assert found[0].confidence > 0.9


def test_a_content_that_points_at_nobody_has_no_source() -> None:
    layers = {"source": [(3, 4)], "cue": [(4, 5)], "content": [(0, 2)]}
    query = {name: np.ones((6, 2)) for name in ("source", "cue")}
    keys = {name: np.zeros((7, 2)) for name in ("source", "cue")}
    keys["source"][0] = keys["cue"][0] = 1.0
    found = link_attributions(layers, query, keys, np.zeros((6, 3)))
    assert [(item.source, item.cue, item.content) for item in found] == [((), (), ((0, 2),))]
