"""PolNeAR on a made-up report."""

from dataclasses import replace
from pathlib import Path

import pytest

from graph.evaluate.corpora.polnear import PolNear, trivial_statements
from graph.evaluate.corpora.task import Figure
from graph.model.knowledge import Knowledge
from graph.model.mentions import ClaimMention
from graph.model.terms import SpeechKind, Stance
from graph.model.text import Span
from tests.evaluate.corpora.samples import entity, mentions, span_of, write_records

TEXT = "Ada Bell, the mayor, said the bridge is safe. It is old. Bell fears a flood."


@pytest.fixture
def task(tmp_path: Path) -> PolNear:
    def piece(words: str) -> list[list[int]]:
        span = span_of(TEXT, words)
        return [[span.start, span.end]]

    attributions = [
        {"source": piece("Ada Bell, the mayor"), "cue": piece("said"), "content": piece("the bridge is safe")},
        {"source": piece("Bell fears"), "cue": piece("fears"), "content": piece("a flood")},
    ]  # fmt: skip
    record = {"id": "one", "text": TEXT, "attributions": attributions}
    write_records(tmp_path / "attribution/polnear-dev.jsonl", record)
    return PolNear(tmp_path)


def claim(content: str, speaker: str | None) -> ClaimMention:
    return ClaimMention(
        id="k", speaker=speaker, cue=None, content=(span_of(TEXT, content),), sentence=Span(0, len(TEXT)),
        speech=SpeechKind.INDIRECT, stance=Stance.ASSERTS, confidence=1.0, method="test",
    )  # fmt: skip


def scored(task: PolNear, *claims: ClaimMention) -> dict[str, Figure]:
    (article,) = task.articles()
    people = (
        entity(TEXT, "Ada Bell", 1, chain="c1"),
        entity(TEXT, "mayor", 2, chain="c2"),
        entity(TEXT, "It", 3),
    )
    found = replace(mentions(article, entities=people), claims=claims)
    return {figure.layer: figure for figure in task.figures({article.id: found}, Knowledge(articles=()))}


def test_a_claim_needs_half_of_the_content_and_the_speaker(task: PolNear) -> None:
    figures = scored(task, claim("the bridge is safe", "m2"))
    assert figures["claims"].recall == 0.5
    assert figures["claims"].precision == 1.0
    assert scored(task, claim("safe", "m1"))["contents"].f1 == 0.0


def test_a_wrong_speaker_or_none_costs_the_claim_not_the_content(task: PolNear) -> None:
    for speaker in ("m3", None):
        figures = scored(task, claim("the bridge is safe", speaker))
        assert figures["contents"].recall == 0.5
        assert figures["claims"].recall == 0.0
        assert len(figures["claims"].differences) == 3


def test_the_trivial_speaker_is_the_nearest_name() -> None:
    (found,) = trivial_statements(TEXT, [Span(0, 45), Span(46, 56)])
    assert found.source == ((0, 7),)
    assert found.words.startswith("Ada Bell")


def test_a_relative_pronoun_stands_for_whoever_is_named_before_it(tmp_path: Path) -> None:
    text = "Oru wrote to Ada Bell, who said it is safe."
    pieces = {role: [[span_of(text, words).start, span_of(text, words).end]]
              for role, words in (("source", "who"), ("cue", "said"), ("content", "it is safe"))}  # fmt: skip
    write_records(
        tmp_path / "attribution/polnear-dev.jsonl", {"id": "one", "text": text, "attributions": [pieces]}
    )
    task = PolNear(tmp_path)
    (article,) = task.articles()
    people = (entity(text, "Ada Bell", 1), entity(text, "Oru", 2), entity(text, "it", 3))
    for speaker, right in (("m1", 1.0), ("m3", 0.0)):
        said = replace(claim("a flood", speaker), content=(span_of(text, "it is safe"),))
        found = replace(mentions(article, entities=people), claims=(said,))
        figures = task.figures({article.id: found}, Knowledge(articles=()))
        assert [figure.recall for figure in figures if figure.layer == "claims"] == [right]
