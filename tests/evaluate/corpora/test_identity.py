"""Identity over annotated mentions: pairs, B³, and what fell apart."""

import pytest

from graph.evaluate.corpora.identity import Item, alone, b_cubed, conll_f1, differences, pairs

A, B, C, D = (Item(place, f"text{place // 2}", word) for place, word in enumerate("abcd"))
EXPECTED = {A: 1, B: 1, C: 1, D: 2}


def test_pairs_of_two_articles_are_those_not_of_one() -> None:
    assert pairs(EXPECTED, {A: 7, B: 7, C: 8, D: 8}).correct == 1
    assert pairs(EXPECTED, {A: 7, B: 7, C: 8, D: 8}).expected == 3
    across = pairs(EXPECTED, {A: 7, B: 7, C: 7, D: 7}, across=True)
    assert (across.correct, across.predicted, across.expected) == (2, 4, 2)


def test_what_was_not_found_stands_alone() -> None:
    whole = alone({A: 7, B: 7}, EXPECTED)
    assert len(set(whole.values())) == 3
    assert pairs(EXPECTED, whole).precision == 1.0
    assert b_cubed(EXPECTED, whole).recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)


def test_agreement_is_perfect() -> None:
    assert conll_f1(EXPECTED, {A: "x", B: "x", C: "x", D: "y"}) == pytest.approx(1.0)


def test_differences_show_the_parts() -> None:
    shown = list(differences(EXPECTED, {A: 7, B: 7, C: 8, D: 8}))
    assert shown == ["- a (text0), b (text0) | c (text1)", "+ c (text1) | d (text1)"]
