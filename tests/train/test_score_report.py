"""The table against the bars, temperatures, and the race."""

import json
from pathlib import Path

import pytest

from graph.read.calibration import Temperatures
from graph.train.score.calibrate import GRID, calibration_table, fit_head, write_temperatures
from graph.train.score.clock import race, weights_size
from graph.train.score.command import main, to_json
from graph.train.score.counts import Bet
from graph.train.score.report import (
    BARS,
    NAMES,
    Bar,
    Figure,
    above_baseline,
    lost_by_int8,
    table,
)
from graph.train.score.run import Report

LAS = Figure("LAS, gold tokens", "EWT dev", 89.5)


def test_bars_hold_at_their_limit() -> None:
    assert Bar(89.5).met(89.496)
    assert not Bar(89.5).met(89.49)
    assert Bar(0.4, most=True).met(0.4)
    assert not Bar(0.4, most=True).met(0.41)


def test_every_bar_of_accuracy_is_a_percentage_within_reach() -> None:
    assert all(0 < bar.limit < 100 for (what, _), bar in BARS.items() if "F1" in what and not bar.most)


def test_the_table_sets_figures_side_by_side() -> None:
    lines = table([LAS], [Figure(*LAS.key, 80.0), Figure("x", "y", 1.0)], []).splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert cells[0] == ["what", "data", "bar", "ours", "baseline", "met?"]
    assert cells[2] == ["LAS, gold tokens", "EWT dev", "≥ 89.5", "89.50", "80.00", "yes"]
    assert cells[3] == ["x", "y", "", "", "1.00", ""]
    assert len({len(line) for line in lines}) == 1


def test_the_table_tells_what_int8_loses() -> None:
    line = table([LAS], [], [Figure(*LAS.key, 89.9)]).splitlines()[2]
    assert [cell.strip() for cell in line.strip("|").split("|")][3:] == ["89.50", "89.90", "0.40", "yes"]


def test_a_missed_bar_is_told() -> None:
    assert "| no " in table([Figure(*LAS.key, 80.0)], [], [])


def test_names_are_compared_where_there_is_a_bar_for_it() -> None:
    ours = [Figure(NAMES, "GUM dev", 80.0), Figure(NAMES, "CoNLL04 dev", 80.0)]
    theirs = [Figure(NAMES, "GUM dev", 70.5), Figure(NAMES, "CoNLL04 dev", 70.0)]
    assert [(one.data, one.value) for one in above_baseline(ours, theirs)] == [("GUM dev", 9.5)]


def test_the_largest_loss_counts_and_only_where_there_is_a_bar() -> None:
    other = Figure("names F1", "GUM dev", 80.0)
    full = [Figure(*LAS.key, 89.8), Figure(*other.key, 79.0), Figure("FEATS, gold tokens", "EWT dev", 99.0)]
    (loss,) = lost_by_int8([LAS, other, Figure("FEATS, gold tokens", "EWT dev", 90.0)], full)
    assert loss.value == pytest.approx(0.3)
    assert lost_by_int8([LAS], []) == []


def test_json_has_values_bars_and_verdicts() -> None:
    rows = json.loads(to_json(Report(ours=[LAS], baseline=[Figure(*LAS.key, 80.0)])))
    assert rows == [
        {"what": "LAS, gold tokens", "data": "EWT dev", "ours": 89.5, "baseline": 80.0,
         "bar": 89.5, "at_most": False, "met": True}
    ]  # fmt: skip


def test_a_missing_data_folder_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["/nowhere/at/all"]) == 2
    assert "no such folder" in capsys.readouterr().err


def heated(temperature: float) -> list[Bet]:
    """A reader that is too sure: its 0.9 is right half the time; heat brings it to 0.5."""
    sure = 0.5 + 0.4 / temperature**3
    return [Bet(document, sure, (document // 2) % 2 == 0) for document in range(40)]


def test_the_temperature_is_fitted_on_even_and_judged_on_odd_documents() -> None:
    bets = {heat: heated(heat) for heat in GRID}
    fitted = fit_head(bets)
    assert fitted.temperature == max(GRID)
    assert fitted.before == pytest.approx(40.0)
    assert fitted.after < 2
    assert fitted.things == 20
    # What the odd documents say does not matter for the choice.
    odd_only = {heat: [bet for bet in known if bet.document % 2] for heat, known in bets.items()}
    assert fit_head(odd_only).temperature == 1.0


def test_the_reader_finds_the_temperatures_that_were_written(tmp_path: Path) -> None:
    fitted = {"names": fit_head({heat: heated(heat) for heat in GRID})}
    write_temperatures(fitted, tmp_path / "calibration.json")
    assert Temperatures.load(tmp_path / "calibration.json") == Temperatures(names=3.0, kinds=3.0)
    assert "| names | 3 | 40.00 |" in calibration_table(fitted)


def test_racers_take_turns_and_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    clock = iter(range(1000))
    monkeypatch.setattr("graph.train.score.clock.time.perf_counter", lambda: next(clock))

    def reader(name: str) -> int:
        calls.append(name)
        return 6

    result = race(
        lambda block: reader(f"a{block[0]}"), lambda block: reader(f"b{block[0]}"), [["1"], ["2"]], rounds=2
    )
    # Warm-up, then two rounds: who is first changes with the block and with the round.
    assert calls == ["a1", "b1", "a1", "b1", "b2", "a2", "b1", "a1", "a2", "b2"]
    assert (result.ours, result.baseline, result.ratio) == (6.0, 6.0, 1.0)


def test_the_model_card_weighs_nothing(tmp_path: Path) -> None:
    (tmp_path / "reader.onnx").write_bytes(b"0" * 3_000_000)
    (tmp_path / "README.md").write_text("card", encoding="utf-8")
    assert weights_size(tmp_path) == 3.0
