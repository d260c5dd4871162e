from collections.abc import Iterable

from graph.read.lemma import lemma_script
from graph.train.corpora import Document, Sentence
from graph.train.example import Tree
from graph.train.recipe import make_lexicon

Word = tuple[str, str, str, str]


def corpus(words: Iterable[Word]) -> list[Document]:
    rows = list(words)
    tree = Tree(
        upos=[upos for _, upos, _, _ in rows],
        xpos=[xpos for _, _, xpos, _ in rows],
        feats=["_"] * len(rows),
        lemma=[lemma_script(form, lemma) for form, _, _, lemma in rows],
        heads=[0] * len(rows),
        deprel=["root"] + ["dep"] * (len(rows) - 1),
    )
    forms = [form for form, *_ in rows]
    return [Document(sentences=[Sentence(words=forms, spaces=[1] * len(rows), tree=tree)])]


def test_the_first_treebank_that_knows_a_form_well_decides() -> None:
    first = corpus([("people", "NOUN", "NNS", "people")] * 5 + [("troops", "NOUN", "NNS", "troops")])
    second = corpus([("people", "NOUN", "NNS", "person")] * 9 + [("troops", "NOUN", "NNS", "troop")] * 6)
    assert make_lexicon([first, second]) == {("people", "NOUN"): "people", ("troops", "NOUN"): "troop"}


def test_a_form_of_several_lemmas_and_a_word_of_a_name_are_left_to_the_network() -> None:
    words = [("her", "PRON", "PRP", "she"), ("her", "PRON", "PRP$", "her")] * 5
    words += [("New", "ADJ", "NNP", "New")] * 3 + [("new", "ADJ", "JJ", "new")]
    assert make_lexicon([corpus(words)]) == {("new", "ADJ"): "new"}
