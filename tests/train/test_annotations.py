"""Readers of roles, coreference and relations on tiny made-up samples."""

import json
from pathlib import Path

import pytest

from graph.train.annotations import (
    add_frames,
    add_mentions,
    read_redocred,
    read_sentence_relations,
    redocred_parts,
    span_head,
)
from graph.train.corpora import read_treebank
from graph.train.kinds import fine_kinds

CONLLU = """# newdoc id = made-up
# sent_id = made-up-1
1\tMayor\tmayor\tNOUN\tNN\t_\t2\tcompound\t_\t_
2\tBerg\tBerg\tPROPN\tNNP\t_\t3\tnsubj\t_\t_
3\tsold\tsell\tVERB\tVBD\t_\t0\troot\t_\t_
4\ther\ther\tPRON\tPRP$\t_\t5\tnmod:poss\t_\t_
5\tboat\tboat\tNOUN\tNN\t_\t3\tobj\t_\t_
"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "made-up.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return path


def write(path: Path, *records: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_frames_come_by_sentence_id_with_the_heads_of_their_arguments(treebank: Path, tmp_path: Path) -> None:
    srl = write(
        tmp_path / "srl.jsonl",
        {
            "sent_id": "made-up-1",
            "predicates": [{"index": 2, "roleset": "sell_off.05", "args": [[0, 2, "ARG0"], [3, 5, "ARG1"]]}],
        },
    )
    (document,) = add_frames(read_treebank(treebank), srl)
    (frame,) = document.sentences[0].frames or []
    assert (frame.predicate, frame.sense) == (2, "05")
    assert frame.arguments == [(0, 2, 1, "ARG0"), (3, 5, 4, "ARG1")]


def test_a_sentence_without_record_has_unknown_frames(treebank: Path, tmp_path: Path) -> None:
    (document,) = add_frames(read_treebank(treebank), write(tmp_path / "srl.jsonl"))
    assert document.sentences[0].frames is None


def mention_record(tokens: list[str]) -> dict[str, object]:
    return {
        "doc": "made-up",
        "tokens": tokens,
        "clusters": [
            {"type": "person", "singleton": False, "mentions": [[0, 2, 1, "coref", "new"], [3, 4, 3, "ana", "giv"]]},
            {"type": "object", "singleton": True, "mentions": [[3, 5, 4, "sgl", "new"]]},
            {"type": "object", "singleton": True, "mentions": [[4, 5, 4, "sgl", "new"]]},
        ],
    }  # fmt: skip


def test_of_two_mentions_with_one_head_the_shorter_singleton_stays(treebank: Path, tmp_path: Path) -> None:
    coref = write(tmp_path / "coref.jsonl", mention_record(["Mayor", "Berg", "sold", "her", "boat"]))
    (document,) = add_mentions(read_treebank(treebank), coref)
    found = [(item.begin, item.end, item.cluster) for item in document.mentions or ()]
    assert found == [(0, 2, 0), (3, 4, 0), (4, 5, 2)]


def test_coreference_of_another_text_is_refused(treebank: Path, tmp_path: Path) -> None:
    coref = write(tmp_path / "coref.jsonl", mention_record(["Other", "words"]))
    with pytest.raises(ValueError, match="made-up does not match"):
        list(add_mentions(read_treebank(treebank), coref))


def test_sentence_relations_of_both_corpora(tmp_path: Path) -> None:
    tokens = ["Berg", "leads", "Orrin", "Bank"]
    conll = write(
        tmp_path / "conll04-train.jsonl",
        {"tokens": tokens, "entities": [[0, 1, "Peop"], [2, 4, "Org"]], "relations": [[0, 1, "Work_For"]]},
    )
    cross = write(
        tmp_path / "crossre-politics-train.jsonl",
        {
            "tokens": tokens,
            "entities": [[0, 1, "politician"], [2, 4, "organisation"]],
            "relations": [{"head": 0, "tail": 1, "type": "role"}, {"head": 0, "tail": 1, "type": "role"}],
        },
    )
    for path, scheme, label in ((conll, "conll04", "Work_For"), (cross, "crossre", "role")):
        (document,) = read_sentence_relations(path)
        relations = document.relations
        assert relations is not None
        assert relations.scheme == scheme
        assert relations.entities == [("PERSON", [(0, 1)]), ("ORG", [(2, 4)])]
        assert relations.triples == [(0, 1, label)]


def redocred_record(title: str) -> dict[str, object]:
    return {
        "title": title,
        "tokens": ["Berg", "is", "French", ".", "Berg", "lives", "in", "Lake", "Town", "."],
        "sents": [[0, 4], [4, 10]],
        "entities": [
            {"type": "PER", "mentions": [[0, 1], [4, 5]]},
            {"type": "LOC", "mentions": [[2, 3]]},
            {"type": "LOC", "mentions": [[7, 9]]},
        ],
        "relations": [[0, 2, "P551", []], [0, 1, "P27", [0]]],
    }


def test_redocred_keeps_entities_whole_and_nationalities_unknown_as_names(tmp_path: Path) -> None:
    (document,) = read_redocred(write(tmp_path / "redocred.jsonl", redocred_record("One")))
    assert document.sentences[0].names == ["S-PERSON", "O", "?", "O"]
    assert (document.sentences[1].names or [])[3:5] == ["B-LOC", "E-LOC"]
    assert document.relations is not None
    assert document.relations.entities[0] == ("PERSON", [(0, 1), (4, 5)])
    assert document.relations.triples == [(0, 1, "P27"), (0, 2, "P551")]


def test_every_fifth_document_is_held_out(tmp_path: Path) -> None:
    path = write(tmp_path / "redocred.jsonl", *(redocred_record(str(number)) for number in range(10)))
    train, held = redocred_parts(path)
    assert [document.id for document in held] == ["4", "9"]
    assert len(train) == 8


def test_a_head_is_what_hangs_outside_its_span() -> None:
    heads = [1, 4, 1, 4, 4]
    assert span_head(0, 3, heads) == 1
    assert span_head(3, 5, heads) == 4


@pytest.mark.parametrize(
    ("words", "coarse", "own", "expected"),
    [
        ("Lake Orrin", "LOC", "", {"LOC"}),
        ("Cape Town", "LOC", "", {"GPE"}),
        ("Orrin Airport", "LOC", "", {"FAC"}),
        ("Orrin", "LOC", "country", {"GPE"}),
        ("Republicans", "MISC", "", {"NORP"}),
        ("Orrin Treaty", "MISC", "", {"LAW"}),
        ("Orrin Cup", "MISC", "", {"EVENT"}),
        ("Zzyx", "LOC", "", {"GPE", "LOC", "FAC"}),
        ("The Orrin Song", "MISC", "song", {"WORK_OF_ART"}),
    ],
)
def test_fine_kinds_are_narrowed_by_words_and_gazetteer(
    words: str, coarse: str, own: str, expected: set[str]
) -> None:
    assert set(fine_kinds(words.split(), coarse, own)) == expected
