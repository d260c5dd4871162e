"""The reader as it ships: a spaCy component with trained weights."""

from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from graph.errors import ReaderError
from graph.read import load_reader
from graph.read.component import ReaderComponent
from graph.read.extensions import DEFAULTS
from graph.read.network import Network

pytestmark = pytest.mark.model

TEXT = (
    "Mayor Ada Berg met union leaders in Lisbon on Friday.\n\n"
    "“We are close to a deal,” Berg said. The talks will resume next week, according to a spokesman.\n"
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_reader()


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(TEXT)


def facts(doc: Doc) -> list[object]:
    tokens: list[object] = [(t.text, t.pos_, t.tag_, t.lemma_, str(t.morph), t.dep_, t.head.i) for t in doc]
    names = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
    found = [doc._.attributions, doc._.frames, doc._.coreference, doc._.relations, doc._.name_scores]
    scores = [list(doc._.tag_scores), list(doc._.arc_scores)]
    return [*tokens, [sent.start for sent in doc.sents], names, *found, *scores]


def test_sentences_follow_paragraphs_and_stops(doc: Doc) -> None:
    assert [sent.text.strip()[:9] for sent in doc.sents] == ["Mayor Ada", "“We are c", "The talks"]


def test_tags_lemmas_and_tree(doc: Doc) -> None:
    met = next(token for token in doc if token.text == "met")
    assert (met.pos_, met.tag_, met.lemma_, met.dep_) == ("VERB", "VBD", "meet", "ROOT")
    assert {child.dep_ for child in met.children} >= {"nsubj", "obj"}


def test_each_sentence_is_a_single_rooted_tree(doc: Doc) -> None:
    for sent in doc.sents:
        assert sum(token.head == token for token in sent) == 1
        assert all(token.head in sent for token in sent)


def test_names(doc: Doc) -> None:
    names = {(ent.text, ent.label_) for ent in doc.ents}
    assert ("Lisbon", "GPE") in names
    assert any("Berg" in text and label == "PERSON" for text, label in names)
    assert len(doc._.name_scores) == len(doc.ents)
    assert all(0 < score <= 1 for score in doc._.name_scores)


def test_every_token_has_its_confidences(doc: Doc) -> None:
    for scores in (doc._.tag_scores, doc._.arc_scores):
        assert len(scores) == len(doc)
        assert all(0 < score <= 1 for score in scores)
    assert all(doc._.tag_scores[token.i] == 1 for token in doc if token.is_space)


def test_attributions_link_who_to_what(doc: Doc) -> None:
    def text(ranges: tuple[tuple[int, int], ...]) -> str:
        return " ".join(doc[begin:end].text for begin, end in ranges)

    said = {text(item.source): (text(item.cue), text(item.content)) for item in doc._.attributions}
    assert said["a spokesman"] == ("according to", "The talks will resume next week")


def test_the_text_is_untouched(doc: Doc) -> None:
    assert doc.text == TEXT


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("LONDON — The court convicted two men.", "The"),
        ("SAN JUAN, Argentina (Wire) - A bus crashed on Monday.", "A"),
        ("Geneva (Wire) – Talks were held on Friday.", "Talks"),
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(nlp: Language, text: str, second: str) -> None:
    assert [sent[0].text for sent in nlp(text).sents][1] == second


def test_the_batch_changes_nothing(nlp: Language) -> None:
    texts = [TEXT, "Rain.", "", TEXT * 3, "A deal was signed in Oslo."]
    alone = [facts(nlp(text)) for text in texts]
    for size in (1, 3, 100):
        assert [facts(doc) for doc in nlp.pipe(texts, batch_size=size)] == alone


def test_the_number_of_threads_changes_nothing(nlp: Language) -> None:
    text = "\n\n".join([TEXT, TEXT.replace("\n", " ") * 4] * 5)
    assert facts(load_reader(threads=3)(text)) == facts(nlp(text))


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\n\n\n", "  Hello", "\n\nHello \n there\t", "…", "a" * 3000, "🙂 🙂\u200b", "\u200b",
        "\u200b\n\u2060", "word", "e\u0301\u0301 \ufeff\x00", "\xa0 \u2003\t", "ﷺ مرحبا 你好",
    ],
)  # fmt: skip
def test_odd_texts(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert sum(len(sent) for sent in doc.sents) == len(doc)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text_is_read(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert all(token.head.sent == token.sent for token in doc)


def test_a_text_longer_than_a_window(nlp: Language) -> None:
    doc = nlp("The minister left the meeting at noon.\n\n" * 300)
    sentences = [sent for sent in doc.sents if not sent[0].is_space]
    assert len(sentences) == 300
    assert {sent.root.lemma_ for sent in sentences} == {"leave"}


def test_a_long_text_is_read_in_sections(nlp: Language) -> None:
    # Each paragraph more than fills a section, so that each is read as if it stood alone.
    paragraphs = ["Ada Berg met union leaders in Lisbon. “We will strike,” said one. ", "It rained.  "]
    text = "\n\n".join(paragraphs * 2)
    small = ReaderComponent("reader", section=4)
    doc = small(nlp.make_doc(text))
    alone = [small(nlp.make_doc(paragraph)) for paragraph in paragraphs * 2]
    words = [[t for t in each if not t.is_space] for each in (doc, *alone)]
    assert [(t.text, t.tag_, t.lemma_, t.dep_, t.head.text) for t in words[0]] == [
        (t.text, t.tag_, t.lemma_, t.dep_, t.head.text) for each in words[1:] for t in each
    ]
    assert [ent.text for ent in doc.ents] == [ent.text for each in alone for ent in each.ents]
    assert len(doc._.attributions) == 2
    begin = doc._.attributions[1].source[0][0]
    assert doc[begin].text == "one"
    assert begin > len(alone[0]) + len(alone[1])


def test_a_text_without_paragraphs_is_cut_all_the_same(nlp: Language) -> None:
    doc = ReaderComponent("reader", section=3)(nlp.make_doc("A minister left . " * 10))
    assert len(list(doc.sents)) >= 6
    assert all(token.head.sent == token.sent for token in doc)


def test_a_sentence_longer_than_a_window(nlp: Language) -> None:
    doc = nlp("and a minister left " * 1250)
    assert len(doc) == 5000
    assert all(token.head.sent == token.sent for token in doc)


def test_it_saves_and_loads(nlp: Language, doc: Doc, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert facts(again(TEXT)) == facts(doc)


def test_what_it_assigns_is_declared(nlp: Language) -> None:
    analysis = nlp.analyze_pipes()
    assert analysis is not None
    assert not any(analysis["problems"].values())
    assigns = analysis["summary"]["newsgraph_reader"]["assigns"]
    assert "token.dep" in assigns
    assert {f"doc._.{name}" for name in DEFAULTS} <= set(assigns)


def test_missing_weights_are_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="cannot load the weights"):
        Network(tmp_path)


def test_an_unknown_pipeline_is_one_clear_error() -> None:
    with pytest.raises(ReaderError, match="no_such_pipeline"):
        load_reader(spacy_model="no_such_pipeline")


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ReaderError, match=r"token\.dep"):
        load_reader(spacy_model=str(tmp_path / "blank"))
