"""GUM on a made-up document."""

import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from graph.evaluate.corpora.gum import Gum, read_documents
from graph.evaluate.corpora.task import Figure
from graph.model.knowledge import Knowledge
from graph.model.mentions import EntityMention
from graph.model.terms import EntityKind, MentionForm
from graph.model.text import Span
from tests.evaluate.corpora.samples import entity, mentions, span_of, write_records

WORDS = ["Ada", "Bell", "met", "the", "tall", "guards", ";", "she", "likes", "Oru", ",", "a", "town", "."]
PARTS = [
    "PROPN",
    "PROPN",
    "VERB",
    "DET",
    "ADJ",
    "NOUN",
    "PUNCT",
    "PRON",
    "VERB",
    "PROPN",
    "PUNCT",
    "DET",
    "NOUN",
    "PUNCT",
]
TEXT = "Ada Bell met the tall guards ; she likes Oru , a town ."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    rows = [
        f"{place}\t{word}\t_\t{part}\t_\t_\t{0 if place == 3 else 3}\tdep\t_\t_"
        for place, (word, part) in enumerate(zip(WORDS, PARTS, strict=True), start=1)
    ]
    (tmp_path / "ud").mkdir()
    with gzip.open(tmp_path / "ud/gum-dev.conllu.gz", "wt", encoding="utf-8") as file:
        file.write("# newdoc id = GUM_one\n# sent_id = GUM_one-1\n" + "\n".join(rows) + "\n\n")
    names = [{"start": 0, "end": 2, "name": [0, 2]}, {"start": 9, "end": 10, "name": [9, 10]}]
    write_records(tmp_path / "ner/gum-dev.jsonl", {"doc": "GUM_one", "tokens": WORDS, "entities": names})
    clusters = [
        {"id": 1, "type": "person", "mentions": [[0, 2, 0, "coref", "new"], [7, 8, 7, "ana", "giv"]]},
        {"id": 2, "type": "person", "mentions": [[3, 6, 5, "sgl", "new"]]},
        {"id": 3, "type": "place", "mentions": [[9, 10, 9, "coref", "new"], [11, 13, 12, "appos", "giv"]]},
        {"id": 4, "type": "time", "mentions": [[2, 3, 2, "sgl", "new"]]},
    ]
    write_records(tmp_path / "coref/gum-dev.jsonl", {"doc": "GUM_one", "clusters": clusters})
    return tmp_path


def scored(data: Path, *found: EntityMention) -> dict[str, Figure]:
    task = Gum(data)
    (article,) = task.articles()
    assert article.text == TEXT
    figures = task.figures({article.id: mentions(article, entities=found)}, Knowledge(articles=()))
    return {figure.layer: figure for figure in figures}


def described(words: str, head: str, number: int, kind: EntityKind) -> EntityMention:
    start = span_of(TEXT, words).start + words.index(head)
    found = entity(TEXT, words, number, kind)
    return replace(found, form=MentionForm.NOMINAL, head=Span(start, start + len(head)))


def test_mentions_of_mapped_types_are_read_with_their_names(data: Path) -> None:
    (document,) = read_documents(data)
    assert [one.words for one in document.mentions] == ["Ada Bell", "the tall guards", "she", "Oru", "a town"]
    assert [one.name for one in document.mentions] == [(0, 7), None, None, (32, 35), None]
    assert [one.pronoun for one in document.mentions] == [False, False, True, False, False]
    assert [one.optional for one in document.mentions] == [False, False, False, False, True]


def test_names_need_their_type(data: Path) -> None:
    figures = scored(data, entity(TEXT, "Ada Bell"), entity(TEXT, "Oru", 2, EntityKind.ORGANIZATION))
    assert (figures["names"].precision, figures["names"].recall) == (0.5, 0.5)
    assert figures["names of any type"].f1 == 1.0
    # "Ada Bell" and "Oru" are the runs of capitalised words, "Ada Bell" is a person
    assert figures["names"].baseline == 0.5


def test_descriptions_match_by_heads_and_appositions_are_optional(data: Path) -> None:
    guards = described("guards", "guards", 1, EntityKind.GROUP)
    town = described("a town", "town", 2, EntityKind.PLACE)
    figures = scored(data, guards, town, entity(TEXT, "Ada Bell", 3))
    assert figures["mentions"].precision == 1.0
    assert figures["mentions"].recall == pytest.approx(2 / 3)
    assert figures["mentions"].differences == ("- GUM_one: Oru (place)",)


def test_chains_are_scored_over_annotated_mentions(data: Path) -> None:
    bell = entity(TEXT, "Ada Bell", 1, chain="c")
    she = replace(entity(TEXT, "she", 2, chain="c"), form=MentionForm.PRONOUN)
    figures = scored(data, bell, she)
    assert figures["chains CoNLL"].f1 == pytest.approx(1.0)
    assert figures["chains LEA"].f1 == pytest.approx(1.0)
    assert figures["chains of names CoNLL"].expected == 2
    parted = scored(data, bell, replace(she, chain="d"))
    assert parted["chains CoNLL"].f1 == 0.0
    assert parted["chains CoNLL"].differences == ("- Ada Bell (GUM_one) | she (GUM_one)",)
