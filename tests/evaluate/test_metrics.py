import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.evaluate.metrics import PRF


def test_what_was_never_proposed_counts_as_missed() -> None:
    prf = PRF.of({"a", "b", "c", "d"}, {"a", "x"})
    assert (prf.precision, prf.recall) == (0.5, 0.25)
    assert prf.f1 == pytest.approx(1 / 3)


def test_nothing_of_nothing_is_right() -> None:
    assert (PRF().precision, PRF().recall, PRF().f1) == (1.0, 1.0, 1.0)


def test_sums_are_micro_averages() -> None:
    assert PRF(1, 2, 1) + PRF(0, 1, 3) == PRF(1, 3, 4)


def test_impossible_counts_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot be"):
        PRF(2, 1, 3)


@given(st.sets(st.integers(0, 20)), st.sets(st.integers(0, 20)))
def test_f1_is_the_harmonic_mean(expected: set[int], predicted: set[int]) -> None:
    prf = PRF.of(expected, predicted)
    if prf.correct:
        assert prf.f1 == pytest.approx(2 / (1 / prf.precision + 1 / prf.recall))
    assert PRF.of(predicted, expected).precision == prf.recall
