"""Frames against PropBank, in a made-up document."""

import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from graph.evaluate.corpora.ewt import Ewt
from graph.evaluate.corpora.task import Figure
from graph.model.knowledge import Knowledge
from graph.model.mentions import FrameArgument, FrameMention
from tests.evaluate.corpora.samples import mentions, span_of, write_records

TREE = """\
# newdoc id = one
# sent_id = one-1
1\tThe\t_\tDET\t_\t_\t2\tdet\t_\t_
2\tmayor\t_\tNOUN\t_\t_\t3\tnsubj\t_\t_
3\topened\t_\tVERB\t_\t_\t0\troot\t_\t_
4\tit\t_\tPRON\t_\t_\t3\tobj\t_\t_
5\ttoday\t_\tNOUN\t_\t_\t3\tobl\t_\t_

# sent_id = one-2
1\tSleep\t_\tVERB\t_\t_\t0\troot\t_\t_

"""
TEXT = "The mayor opened it today Sleep"


@pytest.fixture
def task(tmp_path: Path) -> Ewt:
    (tmp_path / "ud").mkdir()
    with gzip.open(tmp_path / "ud/ewt-dev.conllu.gz", "wt", encoding="utf-8") as file:
        file.write(TREE)
    roles = [[0, 2, "ARG0"], [3, 4, "ARG1"], [4, 5, "ARGM-TMP"]]
    predicates = [
        {"index": 2, "lemma": "open", "roleset": "open.01", "args": roles},
        {"index": 3, "lemma": "be", "roleset": "be.03", "args": []},
    ]
    write_records(tmp_path / "srl/ewt-dev.jsonl", {"sent_id": "one-1", "predicates": predicates})
    return Ewt(tmp_path)


def frame(words: str, roleset: str, *arguments: tuple[str, str]) -> FrameMention:
    return FrameMention(
        id="f", predicate=span_of(TEXT, words), roleset=roleset, confidence=1.0,
        arguments=tuple(
            FrameArgument(label=label, span=span_of(TEXT, filler), confidence=1.0) for filler, label in arguments
        ),
    )  # fmt: skip


def scored(task: Ewt, *frames: FrameMention) -> dict[str, Figure]:
    (article,) = task.articles()
    found = replace(mentions(article), frames=frames)
    return {figure.layer: figure for figure in task.figures({article.id: found}, Knowledge(articles=()))}


def test_arguments_are_right_by_head_and_label(task: Ewt) -> None:
    figures = scored(
        task, frame("opened", "open.02", ("mayor", "ARG0"), ("it today", "ARG1"), ("it", "ARG2"))
    )
    assert figures["predicates"].f1 == 1.0
    assert figures["senses"].f1 == 0.0
    assert figures["roles"].precision == pytest.approx(2 / 3)
    assert figures["roles"].recall == pytest.approx(2 / 3)
    assert figures["numbered roles"].recall == 1.0
    assert "- one: opened today ARGM-TMP" in figures["roles"].differences


def test_predicates_without_arguments_do_not_count(task: Ewt) -> None:
    assert scored(task, frame("opened", "open.01"), frame("it", "be.03"))["senses"].f1 == 1.0


def test_sentences_without_annotation_do_not_count(task: Ewt) -> None:
    assert scored(task, frame("Sleep", "sleep.01"))["predicates"].differences == ("- one: opened",)


def test_the_baseline_is_subject_and_object(task: Ewt) -> None:
    figures = scored(task)
    assert figures["roles"].baseline == pytest.approx(0.8)
    assert figures["numbered roles"].baseline == 1.0
    assert figures["senses"].baseline is None
