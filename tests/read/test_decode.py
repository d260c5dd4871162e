"""Decoders: constrained names, joined layers, single-rooted trees, linked attributions."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from graph.read.decode import (
    decode_kinds,
    decode_layer,
    decode_names,
    decode_sentences,
    link_attributions,
    log_softmax,
    softmax,
    viterbi,
)
from graph.read.labels import KINDS, NAME_TAGS


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


def test_names_do_not_leave_their_sentence() -> None:
    scores = one_hot(["B-ORG", "E-ORG", "S-LOC"])
    assert [item[:2] for item in decode_names(scores)] == [(0, 2), (2, 3)]
    apart = decode_names(scores, np.array([0, 1, 1]))
    assert all(not (begin < 1 < end) for begin, end, *_ in apart)


@pytest.mark.parametrize("seed", range(80))
def test_names_are_those_of_the_best_allowed_path(seed: int) -> None:
    # Drawn evenly: paths that score the same to the last digits would be equally right.
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(int(rng.integers(1, 10)), len(NAME_TAGS)), scale=3.0)
    border = int(rng.integers(0, 9))
    size = len(NAME_TAGS)
    moves, start, end = np.full((size, size), -1e9), np.full(size, -1e9), np.full(size, -1e9)
    for here, left in enumerate(NAME_TAGS):
        start[here] = 0.0 if left[0] in "OBS" else -1e9
        end[here] = 0.0 if left[0] in "OES" else -1e9
        for there, right in enumerate(NAME_TAGS):
            inside = left[0] in "BI"
            if inside == (right[0] in "IE") and (not inside or left[2:] == right[2:]):
                moves[here, there] = 0.0
    sentence = (np.arange(len(scores)) >= border).astype(np.int64)
    sentence -= sentence[0]
    path = [
        tag
        for number in range(int(sentence[-1]) + 1)
        for tag in viterbi(log_softmax(scores[sentence == number]), moves, start, end)
    ]
    starts = [place for place, tag in enumerate(path) if NAME_TAGS[tag][0] in "BS"]
    assert [item[0] for item in decode_names(scores, sentence)] == starts


def test_a_temperature_changes_confidence_only() -> None:
    scores = one_hot(["B-PERSON", "E-PERSON", "O"])
    ((*sharp, high),), ((*soft, low),) = decode_names(scores), decode_names(scores, temperature=3.0)
    assert sharp == soft
    assert low < high


def test_kinds_stay_within_the_coarse_kind() -> None:
    scores = np.zeros((3, len(KINDS)))
    scores[0, KINDS.index("PERSON")] = 9.0
    scores[1, KINDS.index("GPE")] = 2.0
    found = decode_kinds([(0, 2, "LOC", 0.9), (2, 3, "ORG", 0.8)], scores)
    assert [item[:3] for item in found] == [(0, 2, "GPE"), (2, 3, "ORG")]
    assert 0.3 < found[0][3] < 0.9
    assert found[1][3] == 0.8


def test_softmax_is_flatter_when_hot() -> None:
    assert softmax(np.array([0.0, 2.0]), 4.0)[1] < softmax(np.array([0.0, 2.0]))[1]


def test_a_switch_penalty_joins_what_flickers() -> None:
    logits = np.array([[0, 3, 0], [0, 0, 3], [0.4, 0, 0], [0, 2, 1.8], [3, 0, 0]], dtype=float)
    assert decode_layer(logits, 0.0) != [(0, 4)]
    assert decode_layer(logits, 1.5) == [(0, 4)]


@settings(deadline=None, max_examples=60)
@given(
    arrays(np.float64, st.tuples(st.integers(1, 12), st.just(3)), elements=st.floats(-5, 5)),
    st.sampled_from([0.0, 1.5]),
)
def test_a_layer_is_the_best_path(scores: np.ndarray, penalty: float) -> None:
    moves = np.array([[0, -penalty, -1e9], [-penalty, -2 * penalty, 0], [-penalty, -2 * penalty, 0]])
    start = np.array([0, -penalty, -1e9])

    def total(tags: list[int]) -> float:
        logs = log_softmax(scores)
        steps = sum(moves[a, b] for a, b in itertools.pairwise(tags))
        return float(start[tags[0]] + steps + sum(logs[i, tag] for i, tag in enumerate(tags)))

    tags = [0] * len(scores)
    for begin, end in decode_layer(scores, penalty):
        tags[begin:end] = [1] + [2] * (end - begin - 1)
    best = total(viterbi(log_softmax(scores), moves, start, np.zeros(3)))
    if scores.argmax(axis=1).any():
        assert abs(total(tags) - best) < 1e-6


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
