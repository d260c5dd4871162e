"""Annotated and found mentions find each other once."""

from graph.evaluate.corpora.matching import pair_up


def test_the_better_fit_goes_first() -> None:
    found = [((0, 9), (0, 9)), ((0, 4), (0, 4))]
    assert pair_up([[(0, 4)]], found) == {0: 1}


def test_one_found_mention_serves_once() -> None:
    assert pair_up([[(0, 4)], [(5, 9)]], [((0, 9), (0, 9))]) == {0: 0}


def test_the_head_must_lie_in_the_annotated_words() -> None:
    assert pair_up([[(0, 4)]], [((0, 9), (5, 9))]) == {}


def test_pieces_count_together() -> None:
    assert pair_up([[(0, 4), (6, 9)]], [((6, 9), (6, 9))]) == {0: 0}
