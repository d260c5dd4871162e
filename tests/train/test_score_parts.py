"""Whole parts on made-up data: a reader that finds all of it gets full marks."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span

from graph.evaluate.corpora.readers import Passage, Treebank
from graph.read.attribution import Attribution
from graph.read.chains import Chain, Mention
from graph.read.extensions import declare_extensions
from graph.read.frames import Argument, Frame
from graph.read.relations import NameRelation
from graph.train.score import on_news
from graph.train.score.found import Found, Tags
from graph.train.score.observe import observe, token_tags
from graph.train.score.parts import PARTS
from graph.train.score.result import Result
from graph.train.score.subjects import GivenRelation, Subject

# Ada Berg runs Rix Bank . / She said it grew .
WORDS = ["Ada", "Berg", "runs", "Rix", "Bank", ".", "She", "said", "it", "grew", "."]
HEADS = [2, 0, 2, 2, 3, 2, 7, 7, 9, 7, 7]
DEPS = ["nsubj", "flat", "ROOT", "obj", "flat", "punct", "nsubj", "ROOT", "nsubj", "ccomp", "punct"]
POS = ["PROPN", "PROPN", "VERB", "PROPN", "PROPN", "PUNCT", "PRON", "VERB", "PRON", "VERB", "PUNCT"]
TEXT = "Ada Berg runs Rix Bank. She said it grew."


class Knower:
    """Finds in that text whatever is to be found."""

    gives = frozenset({"lemmas", "attributions", "annotations"})

    def read(self, text: str) -> Found:
        return observe(annotated(text))

    def tag(self, gold: Treebank) -> Tags:
        return token_tags(list(annotated(TEXT)))

    def relate(self, passage: Passage, kinds: Sequence[str], scheme: str) -> list[GivenRelation]:
        assert all(kind in {"PERSON", "ORG", "OTHER"} for kind in kinds)
        return [(*relation, 0.9) for relation in sorted(passage.relations)]


def annotated(text: str) -> Doc:
    assert text == TEXT
    declare_extensions()
    doc = Doc(
        spacy.blank("en").vocab,
        words=WORDS,
        spaces=[True, True, True, True, False, True, True, True, True, False, False],
        heads=HEADS,
        deps=DEPS,
        pos=POS,
        tags=["X"] * len(WORDS),
        lemmas=[word.lower() for word in WORDS],
    )
    doc.set_ents([Span(doc, 0, 2, label="PERSON"), Span(doc, 3, 5, label="ORG")])
    doc._.name_scores = (0.9, 0.8)
    doc._.attributions = (Attribution(source=((6, 7),), cue=((7, 8),), content=((8, 10),), confidence=0.9),)
    doc._.frames = (
        Frame(7, "say.01", (Argument(6, 7, 6, "ARG0", 0.9), Argument(8, 10, 9, "ARG1", 0.9)), 0.9),
    )
    doc._.coreference = (
        Chain((Mention(0, 2, 0, "person", 0.9), Mention(6, 7, 6, "person", 0.8)), "person", 0.8),
    )
    doc._.relations = (
        NameRelation((0, 2), (3, 5), "conll04", "Work_For", 0.9),
        NameRelation((0, 2), (3, 5), "redocred", "P108", 0.9),
    )
    return doc


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    for name in ("ud", "srl", "ner", "coref", "relations", "attribution"):
        (folder / name).mkdir()

    def write(path: str, *records: object) -> None:
        (folder / path).write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")

    sentences = [(0, 6), (6, 11)]
    lines = ["# newdoc id = made-up"]
    for number, (begin, end) in enumerate(sentences):
        lines.append(f"# sent_id = s{number}")
        for place in range(begin, end):
            root = HEADS[place] == place
            head = 0 if root else HEADS[place] - begin + 1
            misc = "SpaceAfter=No" if place in (4, 9) else "_"
            lines.append(
                f"{place - begin + 1}\t{WORDS[place]}\t{WORDS[place].lower()}\t{POS[place]}\tX\t_\t{head}\t"
                f"{'root' if root else DEPS[place]}\t_\t{misc}"
            )
        lines.append("")
    for name in ("ewt", "gum"):
        with gzip.open(folder / f"ud/{name}-dev.conllu.gz", "wt", encoding="utf-8") as file:
            file.write("\n".join(lines))
    write(
        "srl/ewt-dev.jsonl",
        {
            "sent_id": "s1",
            "predicates": [{"index": 1, "roleset": "say.01", "args": [[0, 1, "ARG0"], [2, 4, "ARG1"]]}],
        },
    )
    write(
        "ner/gum-dev.jsonl",
        {"entities": [{"name": [0, 2], "type": "person"}, {"name": [3, 5], "type": "organization"}]},
        {"entities": []},
    )
    write(
        "coref/gum-dev.jsonl",
        {
            "clusters": [
                {"singleton": False, "mentions": [[0, 2, 0, "coref", "new"], [6, 7, 6, "ana", "giv:act"]]},
                {"singleton": True, "mentions": [[3, 5, 3, "sgl", "new"]]},
            ]
        },
    )
    write(
        "attribution/polnear-dev.jsonl",
        {
            "id": "a",
            "text": TEXT,
            "attributions": [{"source": [[24, 27]], "cue": [[28, 32]], "content": [[33, 40]]}],
        },
    )
    names = {"tokens": WORDS, "entities": [[0, 2, "politician"], [3, 5, "politicalparty"]]}
    write("ner/crossner-politics-dev.jsonl", names)
    write(
        "relations/conll04-dev.jsonl",
        {"tokens": WORDS, "entities": [[0, 2, "Peop"], [3, 5, "Org"]], "relations": [[0, 1, "Work_For"]]},
    )
    silver = {"tokens": WORDS, "entities": [[0, 2, "PER"], [3, 5, "ORG"]]}
    # Only the tenth is held out: the others would be misread.
    others = [{"tokens": ["Rain"], "entities": [[0, 1, "PER"]]}] * 9
    with gzip.open(folder / "ner/wikineural-en.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write("".join(json.dumps(record) + "\n" for record in [*others, silver]))
    for domain in ("ai", "literature", "music", "politics", "science"):
        write(
            f"relations/crossre-{domain}-dev.jsonl",
            {
                "tokens": WORDS,
                "entities": [[0, 2, "person"], [3, 5, "organisation"], [9, 10, "task"]],
                "relations": [
                    {"head": 0, "tail": 1, "type": "role"},
                    {"head": 0, "tail": 2, "type": "topic"},
                ],
            },
        )
    paragraph = {
        "tokens": WORDS,
        "sents": sentences,
        "entities": [{"type": "PER", "mentions": [[0, 2], [6, 7]]}, {"type": "ORG", "mentions": [[3, 5]]}],
        "relations": [[0, 1, "P108", [0]]],
    }
    with gzip.open(folder / "relations/redocred.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write("".join(json.dumps(record) + "\n" for record in [paragraph] * 5))
    return folder


@pytest.fixture(autouse=True)
def borders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sentences.json"
    path.write_text(json.dumps({"a": {"begin": 0, "end": 41, "starts": [0, 24]}}), encoding="utf-8")
    monkeypatch.setattr(on_news, "_BORDERS", path)


@pytest.mark.parametrize("part", list(PARTS))
def test_a_perfect_reader_gets_full_marks(part: str, data: Path) -> None:
    subject: Subject = Knower()
    result = PARTS[part](subject, data, None)
    assert result.figures
    assert {(figure.what, round(figure.value, 6)) for figure in result.figures} == {
        (figure.what, 100.0) for figure in result.figures
    }
    assert all(bet.right for bets in result.bets.values() for bet in bets)
    assert all(result.bets.values()) or part in {"ewt", "gum"}


def test_parts_of_one_head_are_put_together() -> None:
    whole, part = Result(), Result()
    part.put("x", "y", 1.0)
    whole.extend(part)
    whole.extend(part)
    assert [figure.key for figure in whole.figures] == [("x", "y")] * 2


def test_what_hangs_on_white_space_hangs_on_its_head() -> None:
    doc = Doc(
        spacy.blank("en").vocab,
        words=["It", "\n\n", "rained"],
        spaces=[False, False, False],
        heads=[1, 2, 2],
        deps=["nsubj", "dep", "ROOT"],
        pos=["PRON", "SPACE", "VERB"],
    )
    found = observe(doc)
    assert found.words == [(0, 2), (2, 8)]
    assert found.tags.heads == [1, 1]
    assert found.tags.deprel == ["nsubj", "root"]
    assert found.sentences == [(0, 8)]
