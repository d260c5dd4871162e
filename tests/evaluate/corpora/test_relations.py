"""Relations between annotated names, in a made-up corpus."""

from dataclasses import replace
from pathlib import Path

import pytest

from graph.evaluate.corpora.readers import Passage
from graph.evaluate.corpora.relations import Relations, conll04, read_rules
from graph.evaluate.corpora.task import Figure
from graph.model.knowledge import Knowledge
from graph.model.mentions import Argument, EventMention, RelationMention
from graph.model.terms import EntityKind, EventType, RelationStatus, RelationType, Role
from graph.model.text import Span
from tests.evaluate.corpora.samples import entity, event, mentions, write_records

WORDS = ("Ada", "Bell", "of", "Orwin", "in", "Oru", "shot", "Tom", "Vale")
TEXT = " ".join(WORDS)
PASSAGE = Passage(
    words=WORDS,
    sentences=((0, len(WORDS)),),
    entities=(("Peop", ((0, 2),)), ("Org", ((3, 4),)), ("Loc", ((5, 6),)), ("Peop", ((7, 9),))),
    relations=frozenset({(0, 1, "Work_For"), (1, 2, "OrgBased_In"), (0, 3, "Kill"), (0, 2, "Other")}),
)
NAMES = (
    entity(TEXT, "Bell", 1),
    entity(TEXT, "Orwin", 2, EntityKind.ORGANIZATION),
    entity(TEXT, "Oru", 3, EntityKind.PLACE),
    entity(TEXT, "Tom Vale", 4),
)


def relation(subject: str, predicate: RelationType, object_: str) -> RelationMention:
    return RelationMention(
        id="r", subject=subject, predicate=predicate, object=object_, span=Span(0, 1), sentence=Span(0, 1),
        status=RelationStatus.CURRENT, confidence=1.0, method="test",
    )  # fmt: skip


def scored(*relations: RelationMention, events: tuple[EventMention, ...] = ()) -> Figure:
    task = Relations("conll04", "Sample", [PASSAGE])
    (article,) = task.articles()
    found = replace(mentions(article, entities=NAMES, events=events), relations=relations)
    (figure,) = task.figures({article.id: found}, Knowledge(articles=()))
    return figure


def test_a_label_is_found_in_any_of_the_ways_that_it_can_be() -> None:
    for predicate in (RelationType.WORKS_FOR, RelationType.HOLDS_POSITION):
        figure = scored(relation("m1", predicate, "m2"))
        assert figure.precision == 1.0
        assert figure.recall == pytest.approx(1 / 3)


def test_direction_counts() -> None:
    figure = scored(relation("m2", RelationType.BASED_IN, "m3"))
    assert figure.recall == pytest.approx(1 / 3)
    turned = scored(relation("m3", RelationType.LOCATED_IN, "m2"))
    assert turned.recall == 0.0
    # no label of the table can stand between a place and a body: not looked at
    assert turned.precision == 1.0


def test_what_is_not_annotated_is_surplus() -> None:
    figure = scored(relation("m1", RelationType.BASED_IN, "m3"))
    assert figure.precision == 0.0
    assert "+ 0: Ada Bell basedIn Oru" in figure.differences
    assert "- 0: Ada Bell Kill Tom Vale" in figure.differences


def test_killings_are_events() -> None:
    arguments = (Argument(role=Role.AGENT, mention="m1"), Argument(role=Role.PATIENT, mention="m4"))
    shot = replace(event(TEXT, "shot", kind=EventType.KILLING), arguments=arguments)
    assert scored(events=(shot,)).recall == pytest.approx(1 / 3)


def test_the_baseline_takes_the_nearest_of_a_fitting_type() -> None:
    # all three are found, and "Tom Vale" kills the only other person, and works for the only body
    assert scored().baseline == pytest.approx(2 * (3 / 5) / (3 / 5 + 1))


@pytest.mark.parametrize("each", [True, False])
def test_frequent_labels_have_figures_of_their_own_where_wanted(each: bool) -> None:
    task = Relations("conll04", "Sample", [PASSAGE] * 10, each=each)
    found = {article.id: mentions(article, entities=NAMES) for article in task.articles()}
    layers = [figure.layer for figure in task.figures(found, Knowledge(articles=()))]
    assert layers == ["relations"] + each * ["Kill", "OrgBased_In", "Work_For"]


@pytest.mark.parametrize("corpus", ["conll04", "crossre", "redocred"])
def test_every_rule_of_the_table_is_sound(corpus: str) -> None:
    rules = read_rules(corpus)
    assert rules
    assert len(set(rules)) == len(rules)


def test_a_corpus_is_opened_by_its_file(tmp_path: Path) -> None:
    record = {"tokens": ["Oru"], "entities": [[0, 1, "Loc"]], "relations": []}
    write_records(tmp_path / "relations/conll04-dev.jsonl", record)
    assert [article.text for article in conll04(tmp_path).articles()] == ["Oru"]
