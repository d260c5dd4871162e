"""Raw text rebuilt from a treebank, and the shared task's alignment of words, on made-up sentences."""

from pathlib import Path

import pytest

from graph.evaluate.corpora.gaps import guess_gaps
from graph.evaluate.corpora.readers import Treebank, treebank_documents
from graph.evaluate.corpora.texts import Ruler, build_text
from graph.train.score.found import Found, Tags
from graph.train.score.trees import GoldWordScores, RawTextScores, border_counts

CONLLU = """# newdoc id = first
# sent_id = s1
1\tShe\tshe\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# newpar
# sent_id = s2
1\tHarbour\tharbour\tNOUN\tNN\t_\t2\tcompound\t_\t_
1.1\tghost\tghost\tNOUN\tNN\t_\t_\t_\t_\t_
2\tcity\tcity\tNOUN\tNN\t_\t0\troot\t_\t_

# newdoc id = second
# sent_id = s3
1\tRain\train\tNOUN\tNN\t_\t0\troot\t_\t_
"""


@pytest.fixture
def documents(tmp_path: Path) -> list[Treebank]:
    path = tmp_path / "made-up.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return list(treebank_documents(path))


def test_raw_text_has_the_spaces_and_paragraphs_of_the_treebank(documents: list[Treebank]) -> None:
    assert [document.text().text for document in documents] == ["She didn'tgo.\n\nHarbour city", "Rain"]
    assert [document.name for document in documents] == ["first", "second"]


def test_words_are_measured_without_white_space(documents: list[Treebank]) -> None:
    text = documents[0].text()
    assert text.words[:4] == ((0, 3), (3, 6), (6, 9), (9, 11))
    assert text.span(5, 7) == (12, 23)
    assert Ruler(text.text)(15, 22) == (12, 19)


def test_heads_count_in_the_document(documents: list[Treebank]) -> None:
    assert documents[0].heads == [3, 3, 3, 3, 3, 6, 6]
    assert documents[0].sentences == [(0, 5), (5, 7)]
    assert documents[0].sentence_ids == ["s1", "s2"]


def same_tags(gold: Treebank) -> Tags:
    return Tags(
        upos=list(gold.upos),
        xpos=list(gold.xpos),
        feats=list(gold.feats),
        lemma=list(gold.lemma),
        heads=list(gold.heads),
        deprel=list(gold.deprel),
    )


def test_gold_words_count_each_label(documents: list[Treebank]) -> None:
    gold = documents[0]
    tags = same_tags(gold)
    tags.deprel[0] = "nsubj:pass"
    tags.heads[1] = 0
    scores = GoldWordScores()
    scores.add(0, gold, tags)
    assert scores.ratios["UPOS"].percent == 100.0
    assert scores.ratios["UAS"].percent == pytest.approx(600 / 7)
    assert scores.ratios["LAS"].percent == pytest.approx(500 / 7)


def test_a_perfect_reading_of_raw_text(documents: list[Treebank]) -> None:
    gold = documents[0]
    text = gold.text()
    found = Found(words=list(text.words), sentences=[(0, 12), (12, 23)], tags=same_tags(gold))
    scores = RawTextScores()
    scores.add(gold, text, found)
    assert {counts.f1 for counts in scores.counts.values()} == {100.0}


def test_words_with_other_borders_lose_their_labels_and_their_dependents(documents: list[Treebank]) -> None:
    # "go." is taken for one word: it and the three words below it have no head that is aligned.
    gold = documents[0]
    text = gold.text()
    words = [*text.words[:3], (9, 12), *text.words[5:]]
    tags = Tags(
        upos=["PRON", "AUX", "PART", "VERB", "NOUN", "NOUN"],
        lemma=["she", "do", "not", "go", "harbour", "town"],
        heads=[3, 3, 3, 3, 5, 5],
        deprel=["nsubj", "aux", "advmod", "root", "compound:x", "root"],
    )
    scores = RawTextScores()
    scores.add(gold, text, Found(words=words, sentences=[(0, 23)], tags=tags))
    counts = scores.counts
    assert (counts["tokens"].hit, counts["tokens"].gold, counts["tokens"].predicted) == (5, 7, 6)
    assert counts["sentences"].hit == 0
    assert counts["UPOS"].hit == 5
    assert counts["lemma"].hit == 4
    assert counts["UAS"].hit == 2
    # Subtypes do not count in the shared task.
    assert counts["LAS"].hit == 2
    assert counts["LAS with subtypes"].hit == 1
    assert counts["LAS"].f1 == pytest.approx(100 * 2 * 2 / 13)


def test_a_root_is_right_only_as_a_root(documents: list[Treebank]) -> None:
    gold = documents[0]
    text = gold.text()
    tags = same_tags(gold)
    tags.heads[3] = 4
    tags.heads[4] = 4
    scores = RawTextScores()
    scores.add(gold, text, Found(words=list(text.words), sentences=[], tags=tags))
    assert scores.counts["UAS"].hit == 5


def test_borders_count_whole_sentences_that_touch_the_passage() -> None:
    counts = border_counts([10, 20], 30, [(0, 9), (9, 20), (20, 30), (30, 40)])
    assert (counts.hit, counts.gold, counts.predicted) == (1, 2, 2)


def test_gaps_are_guessed_as_in_newspapers() -> None:
    words = ["“", "No", ",", "”", "said", "Ms", "Berg", "(", "ADA", ")", "of", "Mr", "Ito", "'s", "bank", "."]
    assert build_text(words, guess_gaps(words)).text == "“No,” said Ms Berg (ADA) of Mr Ito's bank."
