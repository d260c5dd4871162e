"""The baseline on tiny made-up corpora."""

import gzip
import json
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
import spacy
from spacy.training import Example
from spacy.vocab import Vocab

from graph.evaluate.corpora.gaps import guess_spaces
from graph.train.baseline import fit, labelled_doc, syntax_pipeline, train_baseline
from graph.train.corpora import Sentence, read_treebank

TREE = """1\tRain\train\tNOUN\tNN\tNumber=Sing\t2\tnsubj\t_\t_
2\tfell\tfall\tVERB\tVBD\tTense=Past\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""
DOMAINS = ("politics", "science", "music", "literature", "ai")
MEETING = {"tokens": ["Ada", "slept", "."], "entities": [[0, 1, "person"]]}


def write_lines(path: Path, records: list[dict[str, object]]) -> None:
    path.parent.mkdir(exist_ok=True)
    text = "\n".join(map(json.dumps, records))
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())


def write_corpora(data: Path, *, size: int = 40) -> None:
    (data / "ud").mkdir()
    treebank = gzip.compress(("# newdoc id = made-up\n" + TREE * size).encode())
    for name in ("ewt", "gum"):
        (data / f"ud/{name}-train.conllu.gz").write_bytes(treebank)
    nameless: dict[str, object] = {"sent_id": "1", "tokens": ["Rain", "fell", "."], "entities": []}
    write_lines(data / "ner/gum-train.jsonl.gz", [nameless] * size)
    wiki: dict[str, object] = {**MEETING, "entities": [[0, 1, "PER"]]}
    write_lines(data / "ner/wikineural-en.jsonl.gz", [wiki] * size)
    for domain in DOMAINS:
        write_lines(data / f"ner/crossner-{domain}-train.jsonl", [dict(MEETING)])
    write_lines(data / "relations/conll04-train.jsonl", [{**MEETING, "entities": [[0, 1, "Peop"]]}])


def test_a_saved_baseline_loads_and_tags(tmp_path: Path) -> None:
    write_corpora(tmp_path)
    train_baseline(tmp_path, tmp_path / "model", minutes=0.01)
    pipeline = spacy.load(tmp_path / "model")
    doc = pipeline("Rain fell. Ada slept.")
    assert {token.tag_ for token in doc} <= {"NN", "VBD", "."}
    assert {token.pos_ for token in doc} <= {"NOUN", "VERB", "PUNCT"}
    assert doc.has_annotation("DEP")
    assert doc.has_annotation("ENT_IOB")
    assert pipeline.pipe_labels["ner"] == ["PERSON"]


@pytest.fixture
def rain(tmp_path: Path) -> Sentence:
    path = tmp_path / "made-up.conllu"
    path.write_text(TREE, encoding="utf-8")
    (document,) = read_treebank(path)
    return document.sentences[0]


def test_training_learns_for_the_time_given(rain: Sentence, monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = count()
    monkeypatch.setattr("graph.train.baseline.time.monotonic", lambda: float(next(seconds)))
    pipeline = syntax_pipeline()
    texts = [labelled_doc([rain, rain], pipeline.vocab) for _ in range(40)]
    blank = pipeline.make_doc("Rain fell. Rain fell.")
    fit(pipeline, [Example(blank.copy(), text) for text in texts], seconds=60, seed=1)
    assert 60 <= next(seconds) <= 63
    doc = pipeline("Rain fell. Rain fell.")
    assert [token.tag_ for token in doc] == ["NN", "VBD", "."] * 2
    assert [token.pos_ for token in doc] == ["NOUN", "VERB", "PUNCT"] * 2
    assert str(doc[0].morph) == "Number=Sing"
    assert [token.dep_ for token in doc] == ["nsubj", "ROOT", "punct"] * 2
    assert [sentence.text for sentence in doc.sents] == ["Rain fell.", "Rain fell."]


def test_a_text_has_its_spaces_and_paragraphs(rain: Sentence) -> None:
    doc = labelled_doc([rain, rain, replace(rain, new_paragraph=True)], Vocab())
    assert doc.text == "Rain fell. Rain fell.\n\nRain fell."
    assert [token.head.i for token in doc] == [1, 1, 1, 4, 4, 4, 5, 8, 8, 8]
    assert [len(sentence) for sentence in doc.sents] == [3, 4, 3]


def test_unknown_spaces_are_guessed() -> None:
    words = ["“", "I", "do", "n't", "(", "yet", ")", "know", "Ada", "'s", "plan", ",", "”", "Bo", "said", "."]
    doc = labelled_doc([Sentence(words=words, spaces=guess_spaces(words))], Vocab())
    assert doc.text == "“I don't (yet) know Ada's plan,” Bo said."


def test_unknown_names_are_left_open(rain: Sentence) -> None:
    first = replace(rain, names=["B-ORG", "E-ORG", "?"])
    doc = labelled_doc([first, replace(rain, names=["O", "O", "S-LOC"])], Vocab())
    example = Example(spacy.blank("en")("Rain fell. Rain fell."), doc)
    assert example.get_aligned_ner() == ["B-ORG", "L-ORG", None, "O", "O", "U-LOC"]
