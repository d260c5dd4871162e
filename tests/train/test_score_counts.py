"""Counting, and the error of confidences."""

import pytest

from graph.train.score.counts import Bet, Counts, Ratio, calibration_error, log_loss


def test_f1_of_sets() -> None:
    counts = Counts()
    counts.add({1, 2, 3}, {2, 3, 4, 5})
    assert counts.precision == 50.0
    assert counts.recall == pytest.approx(66.67, abs=0.01)
    assert counts.f1 == pytest.approx(57.14, abs=0.01)


def test_nothing_to_find_and_nothing_found_is_perfect() -> None:
    assert Counts().f1 == 100.0


def test_ratio() -> None:
    ratio = Ratio()
    ratio.add(right=True)
    ratio.add(right=False)
    assert ratio.percent == 50.0


def test_a_sure_and_right_reader_has_no_calibration_error() -> None:
    assert calibration_error([Bet(0, 1.0, True)] * 3) == 0.0


def test_calibration_error_is_weighted_by_bins() -> None:
    # Three bets at 0.9, all right: a gap of 0.1; one at 0.5, wrong: a gap of 0.5.
    bets = [Bet(0, 0.9, True)] * 3 + [Bet(0, 0.5, False)]
    assert calibration_error(bets) == pytest.approx(100 * (3 * 0.1 + 0.5) / 4)


def test_gaps_within_one_bin_cancel() -> None:
    # 0.94 and 0.96 are of the last of 15 bins, whose mean confidence is 0.95.
    bets = [Bet(0, 0.94, True)] * 10 + [Bet(0, 0.96, True)] * 9 + [Bet(0, 0.96, False)]
    assert calibration_error(bets) == pytest.approx(0.0, abs=1e-9)


def test_zero_and_one_are_in_the_outer_bins() -> None:
    assert calibration_error([Bet(0, 0.0, False), Bet(0, 1.0, True)]) == 0.0


def test_log_loss_prefers_the_honest() -> None:
    sure = [Bet(0, 0.99, True), Bet(0, 0.99, False)]
    honest = [Bet(0, 0.5, True), Bet(0, 0.5, False)]
    assert log_loss(honest) < log_loss(sure)
    assert log_loss([Bet(0, 0.0, True)]) < 20
