"""The coreference measures on worked examples of the literature."""

import pytest

from graph.evaluate.coreference import CoreferenceScores, link_is_right


def clusters(*groups: str) -> list[frozenset[str]]:
    return [frozenset(group) for group in groups]


def test_example_of_pradhan_and_others_2014() -> None:
    scores = CoreferenceScores()
    scores.add(clusters("abc", "defg"), clusters("ab", "cd", "fghi"))
    assert scores.muc.recall == (2, 5)
    assert scores.muc.precision == (2, 5)
    assert scores.b_cubed.recall[0] / scores.b_cubed.recall[1] == pytest.approx(0.4167, abs=1e-4)
    assert scores.b_cubed.precision[0] / scores.b_cubed.precision[1] == pytest.approx(0.5)
    assert scores.ceaf_e.recall[0] / scores.ceaf_e.recall[1] == pytest.approx(0.65)
    assert scores.ceaf_e.precision[0] / scores.ceaf_e.precision[1] == pytest.approx(1.3 / 3)
    assert scores.conll_f1 == pytest.approx((40 + 45.4545 + 52) / 3, abs=1e-3)
    assert scores.mentions.recall == (6, 7)
    assert scores.mentions.precision == (6, 8)


@pytest.mark.parametrize(
    ("response", "muc", "b_cubed", "ceaf_e"),
    [
        (("12345", "6789ABC"), 94.7, 86.5, 73.3),
        (("1234589ABC", "67"), 94.7, 73.7, 66.7),
        (("123456789ABC",), 90.0, 54.5, 29.4),
    ],
)
def test_examples_of_luo_2005(response: tuple[str, ...], muc: float, b_cubed: float, ceaf_e: float) -> None:
    scores = CoreferenceScores()
    scores.add(clusters("12345", "67", "89ABC"), clusters(*response))
    assert scores.muc.f1 == pytest.approx(muc, abs=0.1)
    assert scores.b_cubed.f1 == pytest.approx(b_cubed, abs=0.1)
    assert scores.ceaf_e.f1 == pytest.approx(ceaf_e, abs=0.1)


def test_singletons_count_on_neither_side() -> None:
    scores = CoreferenceScores()
    scores.add(clusters("ab", "c"), clusters("ab", "d", "e"))
    assert scores.conll_f1 == pytest.approx(100.0)
    assert scores.mentions.f1 == pytest.approx(100.0)


def test_documents_are_summed_not_averaged() -> None:
    scores = CoreferenceScores()
    scores.add(clusters("ab"), clusters("ab"))
    scores.add(clusters("abcd"), clusters())
    assert scores.muc.recall == (1, 4)
    assert scores.muc.precision == (1, 1)


def test_nothing_found_is_no_score() -> None:
    scores = CoreferenceScores()
    scores.add(clusters("ab"), clusters())
    assert scores.conll_f1 == 0.0


def test_a_link_is_right_if_any_mention_before_it_is_of_its_group() -> None:
    owner = {"a": 0, "b": 1, "c": 0}
    assert not link_is_right(["a", "b", "c"], 1, owner)
    assert link_is_right(["a", "b", "c"], 2, owner)
    assert not link_is_right(["x", "y"], 1, owner)


def test_example_of_moosavi_and_strube_2016() -> None:
    scores = CoreferenceScores()
    scores.add(clusters("abc", "defg"), clusters("ab", "cd", "fghi"))
    assert scores.lea.recall[0] / scores.lea.recall[1] == pytest.approx((3 * 1 / 3 + 4 * 1 / 6) / 7)
    assert scores.lea.precision[0] / scores.lea.precision[1] == pytest.approx((2 * 1 + 4 * 1 / 6) / 8)
