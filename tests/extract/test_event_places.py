"""Where events happen, read by the trained reader."""

import pytest
from spacy.language import Language

from graph.extract import extract
from graph.model.text import Article
from graph.read import load_reader

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_reader()


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("Soldiers killed six people in Arles on Monday.", "killed", {"Arles"}),
        (
            "Soldiers killed six people in the town of Arles in southern France.",
            "killed",
            {"Arles", "France"},
        ),
        ("Talks between Norway and Sweden in Geneva ended on Friday.", "Talks", {"Geneva"}),
        ("The envoys met rebel leaders in Paris on Tuesday.", "met", {"Paris"}),
        ("The president cut short a visit to Brasilia.", "visit", {"Brasilia"}),
        ("The minister accused officials in Rome of fraud.", "accused", set()),
    ],
)
def test_the_place_of_an_event(nlp: Language, text: str, trigger: str, places: set[str]) -> None:
    found = extract(nlp(text), Article(id="article-0", text=text))
    words = {one.id: text[one.span.start : one.span.end] for one in found.entities}
    events = {text[one.trigger.start : one.trigger.end]: one for one in found.events}
    assert {words[one] for one in events[trigger].place} == places
