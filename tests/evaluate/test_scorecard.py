from pathlib import Path
from typing import Any

import pytest

from graph.evaluate.annotator import as_mentions
from graph.evaluate.gold import Gold, laid_over
from graph.evaluate.page import page
from graph.evaluate.scorecard import Scorecard, differences, table
from graph.model.mentions import DocumentMentions
from graph.model.text import Article

TEXT = "Police <b>raided</b> a mill in Oster & left. Ada Marsh visited Oster."
RAW: dict[str, Any] = {
    "article": "mill",
    "entities": [{"name": "Ada Marsh", "kind": "Person"}, {"name": "Oster", "kind": "Place"}],
    "events": [
        {"trigger": "raided", "nth": 1, "type": "Raid", "factuality": "actual"},
        {"trigger": "visited", "nth": 1, "type": "Visit", "factuality": "actual"},
    ],
}
ARTICLE = Article(id="article-1", text=TEXT)


def gold(name: str, split: str = "development") -> Gold:
    return Gold(path=Path(f"{name}.json"), article=name, digest="", split=split, raw=RAW | {"article": name})


@pytest.fixture
def card() -> Scorecard:
    """Two articles read without a fault, one not at all."""
    found = Scorecard()
    nothing = DocumentMentions(article=ARTICLE.id, reader="none", sentences=())
    for name, split, blind in (
        ("two", "development", True),
        ("one", "development", False),
        ("three", "locked", False),
    ):
        expected = laid_over(gold(name, split), TEXT)
        found.add(gold(name, split), ARTICLE, expected, nothing if blind else as_mentions(ARTICLE, expected))
    return found


def test_parts_are_summed_up_apart(card: Scorecard) -> None:
    assert [case.gold.name for case in card.cases] == ["one", "three", "two"]
    assert card.scores("locked")["events"].prf.f1 == 1.0
    score = card.scores("development")["events"]
    assert (score.prf.recall, score.prf.precision) == (0.5, 1.0)
    assert score.low <= score.prf.f1 <= score.high
    assert (score.low, score.high) == (0.0, 1.0)


def test_answers_to_questions_are_a_layer() -> None:
    asked = {"question": "Who raided a mill?", "answers": ["Police"], "sparql": {"query": "who-did-what"}}
    raw = RAW | {"questions": [asked, {"question": "Why?", "answers": ["Police"]}]}
    one = Gold(path=Path("one.json"), article="one", digest="", split="development", raw=raw)
    expected = laid_over(one, TEXT)
    found = Scorecard()
    found.add(one, ARTICLE, expected, as_mentions(ARTICLE, expected), [[{"who": "Police"}]])
    score = found.scores("development")["questions"].prf
    assert (score.correct, score.expected) == (1, 1)


def test_the_same_articles_give_the_same_scores(card: Scorecard) -> None:
    assert card.as_json() == card.as_json()
    assert card.as_json()["articles"] == {"one": "development", "three": "locked", "two": "development"}


def test_a_baseline_stands_beside(card: Scorecard) -> None:
    text = "\n".join(table(card, {"scores": {"locked": {"events": {"f1": 0.25}}}}))
    assert "locked (1 article)" in text
    assert any(line.split()[0] == "events" and line.endswith("0.250") for line in text.splitlines())


def test_differences_are_listed(card: Scorecard) -> None:
    lines = list(differences(card.cases, ["triggers"]))
    assert lines == ["two: triggers", "  - raided#1", "  - visited#1"]


def test_the_page_shows_errors_in_their_words_but_no_locked_ones(card: Scorecard) -> None:
    html = "".join(page(card))
    assert "<mark>raided</mark>" in html
    assert "&lt;b&gt;" in html
    assert "<b>" not in html
    assert "<h2>two</h2>" in html
    assert "<h2>three</h2>" not in html
