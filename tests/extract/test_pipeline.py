"""No document makes extraction raise, however odd its tree."""

from datetime import date

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from graph.extract import extract
from graph.model.text import Article, Span

BLANK = spacy.blank("en")
VOCAB = BLANK.vocab
WORDS = [
    "raid",
    "said",
    "“",
    "”",
    "Kesh",
    "the",
    "who",
    "killed",
    "by",
    "according",
    "to",
    "minister",
    "\n\n",
    "six",
    ",",
]
LABELS = [
    "nsubj",
    "obj",
    "obl",
    "nmod",
    "case",
    "conj",
    "ccomp",
    "xcomp",
    "acl:relcl",
    "advcl",
    "appos",
    "prep",
    "pobj",
    "dep",
]
POS = ["NOUN", "VERB", "PROPN", "ADP", "PRON", "AUX", "PUNCT", "SPACE"]


def article(text: str) -> Article:
    return Article(id="article-1", text=text, published=date(2024, 3, 20))


@st.composite
def documents(draw: st.DrawFn) -> Doc:
    size = draw(st.integers(1, 14))
    pick = st.integers(0, size - 1)
    return Doc(
        VOCAB,
        words=draw(st.lists(st.sampled_from(WORDS), min_size=size, max_size=size)),
        pos=draw(st.lists(st.sampled_from(POS), min_size=size, max_size=size)),
        tags=draw(
            st.lists(st.sampled_from(["NN", "VBN", "VB", "WP", "NNP", "VBG"]), min_size=size, max_size=size)
        ),
        deps=draw(st.lists(st.sampled_from(LABELS), min_size=size, max_size=size)),
        # Each word hangs on one before it, so that no tree has a cycle.
        heads=[0 if index == 0 else draw(pick) % index for index in range(size)],
    )


@settings(deadline=None, max_examples=60)
@given(documents())
def test_any_tree(doc: Doc) -> None:
    found = extract(doc, article(doc.text))
    whole = Span(0, len(doc.text))
    assert all(whole.contains(each.span) for each in found.entities)
    assert all(whole.contains(piece) for claim in found.claims for piece in claim.content)
    ids = [
        each.id for group in (found.entities, found.events, found.relations, found.claims) for each in group
    ]
    assert len(ids) == len(set(ids))
    assert {argument.mention for event in found.events for argument in event.arguments} <= set(ids)


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=80))
def test_any_text_without_a_tree(text: str) -> None:
    assert extract(BLANK(text), article(text)).events == ()
