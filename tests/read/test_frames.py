"""Frames by hand-made scores: who does what, in phrases that do not overlap."""

from pathlib import Path

import numpy as np

from graph.read.frames import Argument, Frame, FrameDecoder, load_rolesets
from graph.read.labels import Labels
from graph.read.scorers import Scorers

LABELS = Labels(
    upos=(), xpos=(), feats=(), lemma=(), deprel=(), sense=("_", "01"), role=("_", "ARG0", "ARG1", "C-ARG1")
)
SIZE = 10


def scores(words: int, roles: dict[tuple[int, int], tuple[str, float]], spans: dict[int, tuple[int, int]],
           predicates: tuple[int, ...]) -> tuple[dict[str, np.ndarray], Scorers]:  # fmt: skip
    """Write scores that give the predicates these roles (one predicate only) and the heads these spans."""
    count = len(LABELS.role)
    result = {
        "sense": np.tile(np.array([4.0, 0.0], dtype=np.float32), (words, 1)),
        "role_predicate": np.zeros((words, 2 * count), dtype=np.float32),
        "role_word": np.zeros((words, 2 * count), dtype=np.float32),
        "span_argument": np.zeros((words, 2 * words), dtype=np.float32),
        "span_predicate": np.zeros((words, 2 * words), dtype=np.float32),
        "span_edge": np.tile(np.eye(words, dtype=np.float32), (1, 2)),
    }
    result["sense"][list(predicates)] = [0.0, 3.0]
    result["role_word"][:, 0] = 1.0
    for (_, word), (label, score) in roles.items():
        result["role_word"][word, LABELS.role.index(label)] = score
    for head, (begin, end) in spans.items():
        result["span_argument"][head, begin] = result["span_argument"][head, words + end - 1] = 5.0
    weight = np.concatenate([np.eye(count), np.zeros((count, count))]).astype(np.float32)
    return result, Scorers({"role_weight": weight, "role_bias": np.zeros(count, dtype=np.float32)})


def decode(
    words: int, roles: dict[tuple[int, int], tuple[str, float]], spans: dict[int, tuple[int, int]],
    sentence: np.ndarray | None = None,
) -> list[Frame]:  # fmt: skip
    made, scorers = scores(words, roles, spans, (2,))
    decoder = FrameDecoder(LABELS, scorers, {("say", "VERB", "01"): "say.05"})
    numbers = np.zeros(words, dtype=np.int64) if sentence is None else sentence
    return decoder(made, numbers, ["say"] * words, ["VERB"] * words, offset=100)


def parts(frame: Frame) -> list[tuple[int, int, int, str]]:
    return [(a.begin, a.end, a.head, a.label) for a in frame.arguments]


def test_a_predicate_has_its_roleset_and_phrases() -> None:
    (frame,) = decode(6, {(2, 1): ("ARG0", 5.0), (2, 4): ("ARG1", 6.0)}, {1: (0, 2), 4: (3, 6)})
    assert (frame.predicate, frame.roleset) == (102, "say.05")
    assert parts(frame) == [(100, 102, 101, "ARG0"), (103, 106, 104, "ARG1")]
    assert 0.9 < frame.confidence < 1
    assert all(0.9 < part.confidence < 1 for part in frame.arguments)


def test_a_phrase_is_cut_at_the_predicate() -> None:
    (frame,) = decode(6, {(2, 4): ("ARG1", 6.0)}, {4: (0, 6)})
    assert parts(frame) == [(103, 106, 104, "ARG1")]


def test_a_core_label_goes_to_the_surest_and_only_once() -> None:
    (frame,) = decode(
        6, {(2, 1): ("ARG1", 3.0), (2, 4): ("ARG1", 6.0), (2, 5): ("C-ARG1", 4.0)}, {1: (1, 2), 4: (3, 5)}
    )
    assert parts(frame) == [(103, 105, 104, "ARG1"), (105, 106, 105, "C-ARG1")]


def test_of_overlapping_phrases_the_surer_keeps_its_words() -> None:
    (frame,) = decode(6, {(2, 3): ("ARG0", 4.0), (2, 5): ("ARG1", 6.0)}, {3: (3, 6), 5: (4, 6)})
    assert parts(frame) == [(103, 104, 103, "ARG0"), (104, 106, 105, "ARG1")]
    (frame,) = decode(6, {(2, 3): ("ARG0", 6.0), (2, 5): ("ARG1", 4.0)}, {3: (3, 6), 5: (4, 6)})
    assert parts(frame) == [(103, 106, 103, "ARG0")]


def test_arguments_stay_in_the_sentence() -> None:
    roles = {(2, 1): ("ARG0", 5.0), (2, 5): ("ARG1", 6.0)}
    (frame,) = decode(6, roles, {1: (0, 6)}, np.array([0, 0, 0, 0, 1, 1]))
    assert parts(frame) == [(100, 102, 101, "ARG0")]


def test_an_unknown_sense_is_named_by_its_lemma() -> None:
    made, scorers = scores(3, {}, {}, (0,))
    (frame,) = FrameDecoder(LABELS, scorers, {})(made, np.zeros(3, dtype=np.int64), ["vow"] * 3, ["X"] * 3)
    assert frame.roleset == "vow.01"


def test_frames_are_counted_in_tokens() -> None:
    frame = Frame(1, "say.01", (Argument(2, 4, 3, "ARG1", 0.9),), 0.8)
    assert frame.on([0, 2, 3, 5, 6]) == Frame(2, "say.01", (Argument(3, 6, 5, "ARG1", 0.9),), 0.8)


def test_rolesets_are_read_where_there_are_any(tmp_path: Path) -> None:
    path = tmp_path / "rolesets.tsv"
    assert load_rolesets(path) == {}
    path.write_text("say\tVERB\t01\tsay.01\n", encoding="utf-8")
    assert load_rolesets(path) == {("say", "VERB", "01"): "say.01"}
