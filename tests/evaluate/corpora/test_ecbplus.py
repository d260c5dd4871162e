"""ECB+ on two made-up reports of one raid."""

from pathlib import Path

import pytest

from graph.evaluate.corpora.ecbplus import EcbPlus, head_stem, read_documents, usual_triggers
from graph.evaluate.corpora.task import Figure
from graph.model.knowledge import Entity, Event, Evidence, Knowledge
from graph.model.mentions import DocumentMentions
from graph.model.terms import EntityKind, EventType, Factuality, MentionForm
from tests.evaluate.corpora.samples import entity, event, mentions, write_records


def mention(sentence: int, begin: int, end: int, kind: str, chain: str) -> dict[str, object]:
    type_ = "action" if kind == "event" else "human"
    return {"sent": sentence, "spans": [[begin, end]], "kind": kind, "type": type_, "chain": chain}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    first = {
        "doc": "1_1", "topic": "1", "sents": [["Gunmen", "raided", "Oru", "."], ["Two", "died", "."]],
        "mentions": [
            mention(0, 0, 1, "entity", "H1"), mention(0, 1, 2, "event", "A1"), mention(1, 1, 2, "event", "A2"),
        ],
    }  # fmt: skip
    second = {
        "doc": "1_2", "topic": "1", "sents": [["The", "raid", "by", "gunmen", "shocked", "Oru", "."]],
        "mentions": [mention(0, 1, 2, "event", "A1"), mention(0, 3, 4, "entity", "H1")],
    }  # fmt: skip
    for part in ("dev", "train"):
        write_records(tmp_path / f"events/ecbplus-{part}.jsonl", first, second)
    return tmp_path


def scored(data: Path, *, joined: bool) -> dict[str, Figure]:
    task = EcbPlus(data, "dev")
    one, two = task.articles()
    found = {
        one.id: mentions(one, events=(event(one.text, "raided"),), entities=(entity(one.text, "Gunmen"),)),
        two.id: mentions(
            two,
            events=(event(two.text, "raid"), event(two.text, "shocked", 2)),
            entities=(entity(two.text, "gunmen"),),
        ),
    }
    return {figure.layer: figure for figure in task.figures(found, knowledge(found, joined=joined))}


def knowledge(found: dict[str, DocumentMentions], *, joined: bool) -> Knowledge:
    evidence = [
        Evidence(article=one.article, span=event.trigger, sentence=event.sentence, method="", confidence=1.0)
        for one in found.values()
        for event in one.events[:1]
    ]
    gunmen = [
        Evidence(article=one.article, span=name.span, sentence=name.span, method="", confidence=1.0)
        for one in found.values()
        for name in one.entities
    ]
    parts = [tuple(evidence)] if joined else [(one,) for one in evidence]
    return Knowledge(
        articles=(),
        events=tuple(
            Event(id=f"v{place}", type=EventType.RAID, label="", factuality=Factuality.ACTUAL, evidence=part)
            for place, part in enumerate(parts)
        ),
        entities=(
            Entity(id="n", kind=EntityKind.GROUP, form=MentionForm.NOMINAL, name="gunmen", evidence=tuple(gunmen)),
        ),
    )  # fmt: skip


def test_sentences_become_paragraphs_and_spans_fit(data: Path) -> None:
    document = read_documents(data / "events/ecbplus-dev.jsonl")[0]
    assert document.text.text == "Gunmen raided Oru.\n\nTwo died."
    assert [one.words for one in document.events] == [("raided",), ("died",)]
    assert document.events[1].spans == ((19, 23),)


def test_triggers_are_counted_at_their_place(data: Path) -> None:
    figure = scored(data, joined=True)["triggers"]
    assert (figure.precision, figure.recall) == (2 / 3, 2 / 3)
    assert figure.differences == ("- 1_1: died", "+ 1_2: shocked")
    # "raided", "died" and "raid" are always triggers in train
    assert figure.baseline == 1.0


def test_one_event_of_two_articles_counts_only_if_it_was_joined(data: Path) -> None:
    joined, parted = scored(data, joined=True), scored(data, joined=False)
    assert joined["event pairs across articles"].f1 == 1.0
    assert joined["event CoNLL"].f1 == 1.0
    assert parted["event pairs across articles"].recall == 0.0
    assert parted["event pairs across articles"].precision == 1.0
    assert parted["event B³"].recall == pytest.approx(2 / 3)
    # what was not found counts in the whole, not among what was found
    assert joined["event B³"].expected == 3
    assert joined["found event B³"].expected == 2
    # "raided" and "raid" have one stem
    assert joined["event pairs across articles"].baseline == 1.0


def test_participants_are_the_same_by_their_entity(data: Path) -> None:
    assert scored(data, joined=True)["participant pairs across articles"].f1 == 1.0


def test_an_article_that_could_not_be_read_is_left_out(data: Path) -> None:
    task = EcbPlus(data, "dev")
    one, _ = task.articles()
    figures = task.figures({one.id: mentions(one)}, Knowledge(articles=()))
    assert next(figure.expected for figure in figures if figure.layer == "triggers") == 2


def test_usual_triggers_are_triggers_at_least_every_other_time(data: Path) -> None:
    assert usual_triggers(read_documents(data / "events/ecbplus-train.jsonl")) == {"raided", "raid", "died"}


def test_the_head_of_a_trigger_is_no_particle() -> None:
    assert head_stem(("opened", "fire")) == head_stem(("fire",))
    assert head_stem(("checked", "into")) == head_stem(("check",))
