"""Whatever the text, extraction gives mentions that point into it, and never an error."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from graph.extract.pipeline import extract
from graph.model.identifiers import content_id
from graph.model.mentions import DocumentMentions
from graph.model.text import Article, Span
from graph.read import load_reader
from graph.resolve import resolve

_PIECES = (
    "Ann Bell", "said", "“", "”", '"', "'", "’s", "(", ")", "the", "raid on", "Cora", "killed", "at least", "31,923",
    "people", "on Monday", "in 2011", "Oct. 7", "will", "not", ",", ".", "\n\n", " — ", "U.N.", "who", "and", "him",
    "according to", "demanded", "that", "former", "minister", "of", "$3.5 million", "%", "February 30", "0000-00-00",
    "🔥", "\u202e", "\x00", "é", "中文", "...", "A" * 200, "-", "[1]", "https://example.org/?a=b&c", "@bell", "#raid",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(st.sampled_from(_PIECES), max_size=60).map(" ".join),
    st.lists(st.sampled_from(_PIECES), max_size=60).map("".join),
)
LIMITS = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck), derandomize=True)


@pytest.fixture(scope="module")
def trained() -> Language:
    return load_reader()


def spans(thing: object) -> Iterator[Span]:
    if isinstance(thing, Span):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from spans(part)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from spans(getattr(thing, field.name))


def check(nlp: Language, text: str) -> None:
    article = Article(id=content_id("article", text), text=text, published=date(2024, 5, 6))
    found: DocumentMentions = extract(nlp(text), article)
    assert all(span.end <= len(text) for span in spans(found))
    groups = (found.entities, found.times, found.quantities, found.events, found.relations, found.claims)
    names = [mention.id for group in groups for mention in group]
    assert len(names) == len(set(names))
    resolve([article], [found])


@LIMITS
@given(text=TEXTS)
def test_any_text_can_be_read_without_a_tree(text: str, small_reader: Language) -> None:
    check(small_reader, text)


@pytest.mark.model
@LIMITS
@given(text=TEXTS)
def test_any_text_can_be_read(text: str, trained: Language) -> None:
    check(trained, text)
