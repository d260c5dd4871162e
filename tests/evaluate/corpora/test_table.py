"""The table and the JSON of the figures."""

from graph.evaluate.corpora.table import as_json, differences, table
from graph.evaluate.corpora.task import Figure
from graph.evaluate.metrics import PRF

FIGURES = [
    Figure.of("claims", "Sample", PRF(1, 2, 4), baseline=PRF(0, 1, 4), by="chance", differences=["- all"]),
    Figure(layer="CoNLL", data="Sample", f1=0.25, expected=4),
]


def test_each_figure_has_its_baseline_beside_it() -> None:
    head, _, first, second = table(FIGURES)
    assert head == "Sample"
    assert first.split() == ["claims", "0.500", "0.250", "0.333", "4", "0.000", "chance"]
    assert second.split() == ["CoNLL", "-", "-", "0.250", "4", "-"]


def test_differences_are_shown_for_the_layers_asked_for() -> None:
    assert list(differences(FIGURES, ["claims"])) == ["Sample: claims", "  - all"]
    assert list(differences(FIGURES, ["CoNLL"])) == []


def test_json_has_no_invented_numbers() -> None:
    figures = as_json(FIGURES)["figures"]
    assert figures[0]["f1"] == 0.3333
    assert figures[1]["precision"] is None
    assert figures[1]["by"] is None
