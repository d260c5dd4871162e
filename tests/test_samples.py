import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from graph.errors import InputError
from graph.evaluate.alignment import find_piece, find_words
from graph.evaluate.golden import compare, forbidden_entities
from graph.evaluate.metrics import PRF
from graph.ingest import read_articles
from graph.model.terms import (
    EntityKind,
    EventType,
    Factuality,
    MentionForm,
    RelationStatus,
    RelationType,
    Role,
    SpeechKind,
    Stance,
)
from graph.model.text import Article

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
CASES = sorted((ROOT / "tests" / "golden").glob("*/expected.json"))

# F1 that all samples together must reach. Raised when the extraction got better, never lowered to make a change pass.
FLOORS = {
    "names": 0.5,
    "entities": 0.4,
    "triggers": 0.3,
    "events": 0.25,
    "contents": 0.3,
    "claims": 0.2,
    "numbers": 0.3,
}


@cache
def expected(case: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(case.read_text("utf-8"))
    return loaded


@cache
def article(case: Path) -> Article:
    (item,) = read_articles([ROOT / expected(case)["article"]])
    assert isinstance(item, Article), item
    return item


@pytest.fixture(params=CASES, ids=lambda case: case.parent.name)
def case(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_every_sample_is_read_and_has_an_expected_graph() -> None:
    items = list(read_articles([SAMPLES]))
    assert not [item for item in items if isinstance(item, InputError)]
    assert sorted(item.id for item in items if isinstance(item, Article)) == sorted(
        article(case).id for case in CASES
    )
    assert [expected(case)["split"] for case in CASES].count("locked") == len(CASES) // 2 == 4


def test_samples_have_all_their_metadata(case: Path) -> None:
    sample = article(case)
    assert sample.title
    assert sample.publisher
    assert sample.published
    assert sample.url
    assert sample.language.startswith("en")
    assert 400 <= len(sample.text.split()) <= 900
    assert not re.search(r"(?i)cookie|leave a comment|share on|read more:|advertisement", sample.text)


def test_expected_strings_occur_in_the_article(case: Path) -> None:
    text, gold = article(case).text, expected(case)
    for entity in gold["entities"]:
        assert all(name in text for name in (entity["name"], *entity.get("aliases", ())))
    assert all(words in text for words in gold["not_entities"])
    for event in gold["events"]:
        for trigger in (event, *event.get("also", ())):
            find_words(text, trigger["trigger"], trigger["nth"])
    for trigger in gold["optional_events"]:
        find_words(text, trigger["trigger"], trigger["nth"])
    for claim in gold["claims"]:
        assert claim["cue"] in text
        for piece in claim["content"]:
            find_piece(text, piece)
    for number in gold["numbers"]:
        find_words(text, number["words"], number["nth"])
    assert all(relation.get("value", "") in text for relation in gold["relations"])
    assert all(answer in text for question in gold["questions"] for answer in question["answers"])


def test_expected_graphs_use_the_closed_vocabularies_and_known_names(case: Path) -> None:
    gold = expected(case)
    names = {entity["name"] for entity in gold["entities"]}
    assert len(names) == len(gold["entities"])
    for entity in gold["entities"]:
        EntityKind(entity["kind"])
        MentionForm(entity.get("form", "name"))
    for event in gold["events"]:
        assert {event["type"], *event.get("other_types", ())} <= set(EventType)
        Factuality(event["factuality"])
        for role, participants in event.get("roles", {}).items():
            Role(role)
            assert names.issuperset(participants)
        assert names.issuperset(event.get("place", ()))
        assert re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", event.get("time", "2024"))
    for claim in gold["claims"]:
        Stance(claim["stance"])
        SpeechKind(claim["speech"])
        assert claim["speaker"] in names | {None}
    for relation in gold["relations"]:
        RelationType(relation["predicate"])
        RelationStatus(relation["status"])
        assert {relation["subject"], relation["object"]} <= names | {None}
    assert len(gold["questions"]) >= 5


def test_the_two_accounts_of_one_event_differ() -> None:
    wire, broadcaster = (
        expected(ROOT / f"tests/golden/belmira-strike-{name}/expected.json")
        for name in ("wire", "broadcaster")
    )
    assert wire["split"] != broadcaster["split"]
    shared = {entity["name"] for entity in wire["entities"]} & {
        entity["name"] for entity in broadcaster["entities"]
    }
    assert {"Belmira", "Danel Korr", "Helen Ashworth", "Civic Union"} <= shared
    tolls = [{number["min"] for number in gold["numbers"]} for gold in (wire, broadcaster)]
    assert tolls[0] != tolls[1]


@pytest.mark.model
def test_extraction_reaches_its_floors() -> None:
    from graph.build import Extractor, Request
    from graph.settings import Settings

    by_id = {article(case).id: expected(case) for case in CASES}
    totals: dict[str, PRF] = {}
    extractor = Extractor(Settings.load())
    for sample, mentions in extractor.run(Request(paths=(SAMPLES,))):
        for layer, comparison in compare(mentions, sample, by_id[sample.id]).items():
            totals[layer] = totals.get(layer, PRF()) + comparison.prf
        assert len(forbidden_entities(mentions, sample, by_id[sample.id])) <= 2
    assert not extractor.omissions
    below = {layer: round(totals[layer].f1, 3) for layer, floor in FLOORS.items() if totals[layer].f1 < floor}
    assert not below
