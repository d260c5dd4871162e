"""What finds events: labels from an annotation, lessons from few words, and files that say the same."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from graph.evaluate.gold import Gold  # noqa: E402
from graph.extract.feature_scorer import FeatureScorer  # noqa: E402
from graph.extract.participants import LABELS  # noqa: E402
from graph.model.text import Article  # noqa: E402
from graph.read.events import EventHead  # noqa: E402
from graph.read.extensions import declare_extensions  # noqa: E402
from graph.train.events import ANNOTATIONS, ARTICLES  # noqa: E402
from graph.train.events.annotated import Annotated  # noqa: E402
from graph.train.events.participants import Example, examples, learn_participants  # noqa: E402
from graph.train.events.triggers import (  # noqa: E402
    TYPES,
    Words,
    annotated_words,
    averaged,
    learn_annotated,
    learn_silver,
    save_head,
)
from graph.train.example import IGNORE  # noqa: E402
from tests.extract.conftest import add_ents  # noqa: E402
from tests.extract.trees import tree  # noqa: E402

RAIDED = (
    "Norland/Norland/PROPN/NNP/2/nsubj raided/raid/VERB/VBD/0/root Kesh/Kesh/PROPN/NNP/2/obj"
    " after/after/ADP/IN/5/case talks/talk/NOUN/NNS/2/obl +././PUNCT/./2/punct"
)
RAID, TALKS = 1 + TYPES.index("Raid"), 1 + TYPES.index("Talks")


def annotated(**expected: object) -> Annotated:
    declare_extensions()
    doc = add_ents(tree(RAIDED), [("Norland", "GPE"), ("Kesh", "GPE")])
    entities = [{"name": name, "kind": "Place"} for name in ("Norland", "Kesh")]
    return Annotated(
        gold=Gold(path=Path("x.json"), article="x", digest="", split="training", raw={}),
        article=Article(id="x", text=doc.text),
        expected={"entities": entities, "events": [], "optional_events": [], **expected},
        doc=doc,
        places=np.arange(len(doc)),
        layers=np.zeros((len(doc), 2, 4), dtype=np.float16),
    )


def test_words_are_labelled_by_their_event_and_optional_ones_not_at_all() -> None:
    raid = {"trigger": "raided", "nth": 1, "type": "Raid"}
    found = annotated_words(annotated(events=[raid], optional_events=[{"trigger": "talks", "nth": 1}]))
    # The nouns and verbs: Norland, raided, Kesh, talks.
    assert found.labels.tolist() == [0, RAID, 0, IGNORE]
    assert found.possible[1, RAID]
    assert not found.possible[0].any()
    assert found.ruled[1] == RAID


def test_pairs_have_the_roles_and_places_of_the_annotation() -> None:
    raid = {
        "trigger": "raided", "nth": 1, "type": "Raid", "roles": {"agent": ["Norland"]}, "place": ["Kesh"],
        "factuality": "actual",
    }  # fmt: skip
    found = examples(annotated(events=[raid]))
    of_raid = [each for each in found if "t=Raid" in each.features]
    assert [set(each.right) for each in of_raid] == [{"agent"}, {"place"}]


def words(count: int = 240) -> Words:
    """Words whose first layer tells raid, talks or nothing."""
    kind = np.arange(count) % 3
    layers = np.zeros((count, 2, 4), dtype=np.float16)
    layers[np.arange(count), :, kind] = 2.0
    return Words(
        layers=layers,
        ruled=np.zeros(count, dtype=np.int64),
        possible=np.zeros((count, 1 + len(TYPES)), dtype=bool),
        labels=np.asarray([0, RAID, TALKS])[kind],
    )


def test_a_head_learns_and_its_file_scores_as_it_does(tmp_path: Path) -> None:
    torch.set_num_threads(1)
    known = Words.joined([words()] * 20)
    start = learn_silver(known, seed=1)
    head = averaged([learn_annotated(start, known), learn_annotated(start, known)])
    (tmp_path / "event_weights.tsv").write_text("# a comment\nruled\t0\twhy\ncaution\t0\twhy\n")
    save_head(head, tmp_path, tmp_path)
    lines = (tmp_path / "event_weights.tsv").read_text().splitlines()
    assert lines[0] == "# a comment"
    assert float(lines[1].split("\t")[1]) == pytest.approx(head.weights()["ruled"], abs=0.01)
    opened = EventHead.open(tmp_path / "events.npz")
    assert opened is not None
    layers = words(3).layers.astype(np.float32)
    found = [opened(layers).of(place) for place in (1, 2)]
    assert [score and score.types[0][0] for score in found] == ["Raid", "Talks"]
    with torch.no_grad():
        scores = torch.log_softmax(head.alone(torch.from_numpy(layers)), dim=1)[1, RAID].item()
    assert found[0] is not None
    assert dict(found[0].types)["Raid"] == pytest.approx(scores, abs=0.02)


def test_a_scorer_of_pairs_learns_and_its_file_scores_as_it_does() -> None:
    known = [
        Example(("p=nsubj", "k=Person"), frozenset({"agent"})),
        Example(("p=obj", "k=Person"), frozenset({"patient"})),
        Example(("far",), frozenset()),
    ] * 2000
    net = learn_participants(known, epochs=20)
    scorer = FeatureScorer(net.arrays())
    sets = [known[0].features, known[1].features, known[2].features]
    found = scorer(sets)
    assert [LABELS[number] for number in found[:2].argmax(axis=1)] == ["agent", "patient"]
    assert found[0].max() > 0.5 > found[2].max()
    with torch.no_grad():
        scores = torch.sigmoid(net([[net.number[name] for name in names] for names in sets]))
    assert np.allclose(found, scores.numpy(), atol=0.01)


def test_the_annotated_news_are_there() -> None:
    assert len(list(ANNOTATIONS.glob("*.json"))) > 200
    assert ARTICLES.is_file()
