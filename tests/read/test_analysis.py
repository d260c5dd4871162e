"""All heads together on a network of hand-made tables: whatever the scores, the answers hold together."""

import itertools
import time
import weakref
from math import exp
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.read.analysis import Analysis, Analyzer
from graph.read.labels import KINDS, VALUES
from tests.read.fake import LABELS, FakeNetwork, fake_analyzer, fake_pieces


@pytest.fixture(scope="module")
def analyze(tmp_path_factory: pytest.TempPathFactory) -> Analyzer:
    return fake_analyzer(tmp_path_factory.mktemp("fake"))


def read(analyze: Analyzer, words: list[str], every: int = 0) -> Analysis:
    breaks = [place == 0 or (every > 0 and place % every == 0) for place in range(len(words))]
    return analyze(words, breaks, [1] * len(words))


def check(found: Analysis, count: int) -> None:
    sentence = np.cumsum(found.starts)
    for name in ("starts", "upos", "xpos", "feats", "lemma", "heads", "deprel", "tag_scores", "arc_scores"):
        assert len(getattr(found, name)) == count
    assert all(sentence[place] == sentence[head] for place, head in enumerate(found.heads))
    for left, right in itertools.pairwise(found.entities):
        assert left[1] <= right[0]
    assert {kind for *_, kind, _ in found.entities} <= {*KINDS, *VALUES}
    for frame in found.frames:
        spans = [(frame.predicate, frame.predicate + 1), *((a.begin, a.end) for a in frame.arguments)]
        assert all(one[1] <= two[0] for one, two in itertools.pairwise(sorted(spans)))
        for part in frame.arguments:
            assert part.begin <= part.head < part.end
            assert len({sentence[part.begin], sentence[part.end - 1], sentence[frame.predicate]}) == 1
        labels = [part.label for part in frame.arguments if part.label in {"ARG0", "ARG1"}]
        assert len(labels) == len(set(labels))
    heads = [mention.head for chain in found.chains for mention in chain.mentions]
    assert len(heads) == len(set(heads))
    for chain in found.chains:
        assert len(chain.mentions) > 1
        assert all(item.begin <= item.head < item.end for item in chain.mentions)
    names = {(begin, end) for begin, end, *_ in found.entities} | {(b, e) for b, e, *_ in found.names}
    for relation in found.relations:
        assert {relation.head, relation.tail} <= names
        assert 0.5 <= relation.confidence <= 1
    for events in found.events:
        places = events.tokens.tolist()
        assert places == sorted(set(places))
        for place in places:
            score = events.of(place)
            assert score is not None
            assert 0 <= place < count
            assert exp(score.nothing) + sum(exp(value) for _, value in score.types) <= 1.01


WORDS = st.text(min_size=1, max_size=9).filter(lambda word: not word.isspace())


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, min_size=1, max_size=120), every=st.integers(0, 30))
def test_any_words_give_answers_that_hold_together(analyze: Analyzer, words: list[str], every: int) -> None:
    check(read(analyze, words, every), len(words))


def test_every_head_speaks_and_a_text_of_many_windows_is_read(analyze: Analyzer) -> None:
    rng = np.random.default_rng(5)
    words = ["".join(chr(97 + int(letter)) for letter in rng.integers(0, 26, 4)) for _ in range(600)]
    found = read(analyze, words, every=40)
    check(found, 600)
    assert found.frames
    assert any(frame.arguments for frame in found.frames)
    assert found.chains
    assert {relation.scheme for relation in found.relations} == {"conll04", "redocred"}
    assert {kind for *_, kind, _ in found.entities} & set(VALUES)


def test_no_words_give_nothing(analyze: Analyzer) -> None:
    check(read(analyze, []), 0)


def test_a_sentence_longer_than_any_window(analyze: Analyzer) -> None:
    check(read(analyze, ["word"] * 5000), 5000)


def test_paragraphs_are_read_alike_alone_and_together(analyze: Analyzer) -> None:
    """The fake network sees no context, so where windows begin must change nothing within a sentence."""
    words = [f"w{number * 37 % 101}" for number in range(240)]
    together = read(analyze, words, every=60)
    alone = [read(analyze, words[begin : begin + 60]) for begin in range(0, 240, 60)]
    assert together.upos == [tag for part in alone for tag in part.upos]
    assert [f.roleset for f in together.frames] == [f.roleset for part in alone for f in part.frames]
    assert [len(f.arguments) for f in together.frames] == [len(f.arguments) for p in alone for f in p.frames]


def test_no_window_is_kept_in_memory(tmp_path: Path) -> None:
    alive: list[weakref.ref[np.ndarray]] = []

    class Watched(FakeNetwork):
        def __call__(self, inputs: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
            assert sum(item() is not None for item in alive) <= 40
            result = super().__call__(inputs)
            alive.extend(weakref.ref(value) for value in result.values())
            return result

    network = Watched()
    read(Analyzer(network, fake_pieces(tmp_path), LABELS, {}), ["word"] * 2000)
    assert network.windows > 20
    assert not any(item() is not None for item in alive)


@pytest.mark.parametrize("every", [7, 40, 90, 10_000])
def test_windows_scored_ahead_change_nothing(tmp_path: Path, every: int) -> None:
    class Slow(FakeNetwork):
        def __call__(self, inputs: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
            result = super().__call__(inputs)
            time.sleep(0.01 * (self.windows % 3))
            return result

    words = [f"w{number * 37 % 101}" for number in range(700)]
    one, three = (
        read(Analyzer(Slow(), fake_pieces(tmp_path), LABELS, {}, threads=threads), words, every)
        for threads in (1, 3)
    )
    assert three.heads == one.heads
    assert three.frames == one.frames
    assert three.chains == one.chains
    assert three.relations == one.relations


def test_known_names_are_taken_and_their_entities_related(analyze: Analyzer) -> None:
    words = [f"w{number * 37 % 101}" for number in range(60)]
    names = [
        (place, place + 1, ("PERSON", "LOC", "OTHER")[place % 3], place % 7) for place in range(0, 60, 2)
    ]
    starts = [place % 12 == 0 for place in range(60)]
    found = analyze(words, [place == 0 for place in range(60)], [2] * 60, starts, names=names)
    assert [name[:3] for name in found.names] == [name[:3] for name in names]
    owner = {(begin, end): number for begin, end, _, number in names}
    pairs = [(owner[r.head], owner[r.tail], r.label) for r in found.relations if r.scheme == "redocred"]
    assert pairs
    assert len(pairs) == len(set(pairs))
    assert all(head != tail for head, tail, _ in pairs)
