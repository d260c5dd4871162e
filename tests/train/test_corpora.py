"""Corpus readers on tiny made-up samples."""

import json
from pathlib import Path

import pytest

from graph.train.corpora import add_gum_names, name_tags, read_names, read_polnear, read_treebank

CONLLU = """# newdoc id = made-up
# newpar id = p1
# text = She didn't go.
1\tShe\tshe\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# text = Spanish Rain
1\tSpanish\tSpanish\tADJ\tJJ\t_\t2\tamod\t_\t_
1.1\tghost\tghost\tNOUN\tNN\t_\t_\t_\t_\t_
2\tRain\tRain\tPROPN\tNNP\t_\t0\troot\t_\t_
"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "made-up.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return path


def test_ranges_and_empty_nodes_are_passed_over(treebank: Path) -> None:
    (document,) = read_treebank(treebank)
    assert [sentence.words for sentence in document.sentences] == [
        ["She", "did", "n't", "go", "."],
        ["Spanish", "Rain"],
    ]


def test_spaces_heads_and_paragraphs(treebank: Path) -> None:
    (document,) = read_treebank(treebank)
    first, second = document.sentences
    assert first.spaces == [1, 1, 0, 1, 0]
    assert first.new_paragraph
    assert not second.new_paragraph
    assert first.tree is not None
    assert first.tree.heads == [3, 3, 3, 3, 3]
    assert first.tree.lemma[1] == "l2o"


def test_gum_names_leave_unmarked_adjectives_open(treebank: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.jsonl"
    records = [
        {"sent_id": "1", "tokens": ["She", "did", "n't", "go", "."], "entities": []},
        {"sent_id": "2", "tokens": ["Spanish", "Rain"], "entities": [{"name": [1, 2], "type": "event"}]},
    ]
    names.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    (document,) = add_gum_names(read_treebank(treebank), names)
    assert document.sentences[1].names == ["?", "S-MISC"]


def test_gum_names_of_another_text_are_refused(treebank: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.jsonl"
    names.write_text(json.dumps({"sent_id": "x", "tokens": ["No"], "entities": []}), encoding="utf-8")
    with pytest.raises(ValueError, match="does not match"):
        list(add_gum_names(read_treebank(treebank), names))


def test_the_longer_of_two_nested_names_wins() -> None:
    assert name_tags(4, [(1, 2, "LOC"), (0, 3, "ORG")]) == ["B-ORG", "I-ORG", "E-ORG", "O"]


def test_kinds_of_a_corpus_become_ours(tmp_path: Path) -> None:
    path = tmp_path / "crossner-politics-train.jsonl"
    record = {"tokens": ["Ada", "won", "jazz"], "entities": [[0, 1, "politician"], [2, 3, "musicgenre"]]}
    path.write_text(json.dumps(record), encoding="utf-8")
    (document,) = read_names(path)
    assert document.sentences[0].names == ["S-PERSON", "O", "?"]


def test_polnear_offsets_become_words(tmp_path: Path) -> None:
    text = "Mayor quits.\n\n“I am done,” Ada Berg said. She left."
    path = tmp_path / "polnear.jsonl"
    record = {
        "id": "a",
        "text": text,
        "attributions": [
            {
                "source": [[text.index("Ada"), text.index(" said")]],
                "cue": [[text.index("said"), text.index(". She")]],
                "content": [[text.index("“"), text.index(" Ada")]],
            }
        ],
    }
    path.write_text(json.dumps(record), encoding="utf-8")
    (document,) = read_polnear(path)
    words = [word for sentence in document.sentences for word in sentence.words]
    said = document.attributions
    assert said is not None
    begin, end = said.layers["source"][0]
    assert words[begin:end] == ["Ada", "Berg"]
    content = said.layers["content"][0]
    assert words[slice(*content)] == ["“", "I", "am", "done", ",", "”"]
    assert said.links == [(content[0], begin, said.layers["cue"][0][0])]
    assert [sentence.new_paragraph for sentence in document.sentences] == [True, True]


def test_what_lies_outside_a_window_is_nobody(tmp_path: Path) -> None:
    test_polnear_offsets_become_words(tmp_path)
    (document,) = read_polnear(tmp_path / "polnear.jsonl")
    assert document.attributions is not None
    content = document.attributions.layers["content"][0]
    part = document.attributions.within(content[0], content[1])
    assert part.layers == {"source": [], "cue": [], "content": [(0, content[1] - content[0])]}
    assert part.links == [(0, -1, -1)]
