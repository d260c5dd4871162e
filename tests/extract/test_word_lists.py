"""A named list of words stands in a rule for all of its words."""

import pytest

from graph.extract.triggers import parse_needs


def test_list_is_joined_with_the_words_beside_it() -> None:
    (need,) = parse_needs("subj~@economy|mood")
    assert {"price", "share", "profit", "mood"} <= need.lemmas
    assert not any(word.startswith("@") for word in need.lemmas)


def test_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        parse_needs("obj~@nonsense")
