"""Relations by hand-made scores: thresholds, entities, distance."""

import numpy as np
import pytest

from graph.read.chains import Chain, Mention
from graph.read.labels import Labels
from graph.read.relations import SENTENCES_APART, NameRelation, RelationFinder
from graph.read.scorers import Scorers

LABELS = Labels(
    upos=(), xpos=(), feats=(), lemma=(), deprel=(),
    relation=("conll04:_", "conll04:Kill", "redocred:_", "redocred:P17"),
)  # fmt: skip


def scorers() -> Scorers:
    """The first half of a vector asks for `Kill`, the second for `P17`; persons start neither."""
    weight = np.zeros((4, 4), dtype=np.float32)
    weight[2, 1] = weight[3, 3] = 1.0
    kinds = np.zeros((7, 4), dtype=np.float32)
    bias = np.array([0.5, 0.0, 0.5, 0.0], dtype=np.float32)
    return Scorers(
        {"relation_weight": weight, "relation_bias": bias, "kind_subject": kinds, "kind_object": kinds}
    )


def run(
    words: list[str],
    names: list[tuple[int, int, str, float]],
    subject: dict[int, list[float]],
    other: dict[int, list[float]],
    *,
    sentence: np.ndarray | None = None,
    chains: tuple[Chain, ...] = (),
    temperature: float = 1.0,
) -> list[NameRelation]:
    made = {
        name: np.zeros((len(words), 4), dtype=np.float32) for name in ("relation_subject", "relation_object")
    }
    for place, vector in subject.items():
        made["relation_subject"][place, 2:] = vector
    for place, vector in other.items():
        made["relation_object"][place, 2:] = vector
    finder = RelationFinder(LABELS, scorers(), temperature=temperature)
    numbers = np.zeros(len(words), dtype=np.int64) if sentence is None else sentence
    finder.add(made, numbers, words, names)
    return finder.relations(chains, list(range(len(words))))


NAMES = [(0, 1, "PERSON", 1.0), (2, 3, "PERSON", 1.0)]


def test_a_label_above_the_threshold_of_its_scheme_holds_in_its_direction() -> None:
    found = run(["Ada", "shot", "Bo"], NAMES, {0: [2, 0]}, {2: [1, 0]})
    assert [(r.head, r.tail, r.scheme, r.label) for r in found] == [((0, 1), (2, 3), "conll04", "Kill")]
    assert found[0].confidence == pytest.approx(1 / (1 + np.exp(-1.5)), abs=1e-4)
    assert not run(["Ada", "shot", "Bo"], NAMES, {0: [0.4, 0]}, {2: [1, 0]})


def test_a_temperature_changes_the_confidence_only() -> None:
    (warm,) = run(["Ada", "shot", "Bo"], NAMES, {0: [2, 0]}, {2: [1, 0]}, temperature=3.0)
    assert warm.confidence == pytest.approx(1 / (1 + np.exp(-0.5)), abs=1e-4)


def test_schemes_of_sentences_do_not_look_beyond_them() -> None:
    sentence = np.array([0, 0, 1])
    assert not run(["Ada", "shot", "Bo"], NAMES, {0: [2, 0]}, {2: [1, 0]}, sentence=sentence)
    far = run(["Ada", "shot", "Bo"], NAMES, {0: [0, 2]}, {2: [0, 1]}, sentence=sentence)
    assert [(r.scheme, r.label) for r in far] == [("redocred", "P17")]


def test_names_of_the_same_words_are_one_entity_and_answer_once() -> None:
    words = ["Oslo", "in", "Norway", "so", "Oslo", "and", "Norway"]
    names = [(place, place + 1, "LOC", 1.0) for place in (0, 2, 4, 6)]
    found = run(words, names, {0: [0, 4], 4: [0, 0]}, {2: [0, 1], 6: [0, 1]})
    # The mean of 4 and 0 is above the threshold; told once, on two names that stand together.
    assert [(r.head, r.tail, r.label) for r in found] == [((0, 1), (2, 3), "P17")]


def test_names_of_one_chain_are_one_entity() -> None:
    words = ["Ada", "and", "Oslo", "or", "Berg"]
    names = [(0, 1, "PERSON", 1.0), (2, 3, "LOC", 1.0), (4, 5, "PERSON", 1.0)]
    chain = Chain((Mention(0, 1, 0, "person", 1.0), Mention(4, 5, 4, "person", 1.0)), "person", 1.0)
    apart = run(words, names, {0: [0, 4]}, {2: [0, 1]})
    assert [(r.head, r.confidence) for r in apart] == [((0, 1), 0.9707)]
    joined = run(words, names, {0: [0, 4]}, {2: [0, 1]}, chains=(chain,))
    assert [(r.head, r.confidence) for r in joined] == [((0, 1), 0.8176)]


def test_names_far_apart_are_not_related() -> None:
    gap = SENTENCES_APART + 1
    near, far = np.array([0, 0, gap - 1]), np.array([0, 0, gap])
    for sentence, count in ((near, 1), (far, 0)):
        found = run(["Ada", "in", "Oslo"], NAMES, {0: [0, 2]}, {2: [0, 1]}, sentence=sentence)
        assert len(found) == count


def test_a_date_is_related_to_but_relates_to_nothing_itself() -> None:
    names = [(0, 1, "PERSON", 1.0), (2, 3, "DATE", 1.0)]
    both = {0: [3.0, 3.0], 2: [3.0, 3.0]}
    found = run(["Ada", "in", "1960"], names, both, both)
    assert [(r.head, r.tail, r.scheme) for r in found] == [((0, 1), (2, 3), "redocred")]
    assert not run(["Ada", "in", "1960"], [names[0], (2, 3, "CARDINAL", 1.0)], both, both)
