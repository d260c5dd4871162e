"""What a build says that it did."""

import json
from dataclasses import replace

import pytest

from graph.cli.report_view import exit_code, show_omissions, show_report
from graph.report import BuildReport, Omission, count, main_entities, main_events
from tests.resolve.test_resolver import harbour, know


def report(**changes: object) -> BuildReport:
    knowledge = know(harbour())
    whole = BuildReport(
        reader="test 1",
        articles=knowledge.articles,
        counts=count(knowledge),
        entities=main_entities(knowledge, 2),
        events=main_events(knowledge, 2),
        files=("output/graph.html",),
        seconds={"read": 1.25},
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def test_counts_and_main_things_are_those_of_the_knowledge() -> None:
    made = report()
    assert made.counts["entities.Person"] == 1
    assert made.counts["claims"] == made.counts["claims.asserts"] == 2
    assert [(one.name, one.mentions) for one in made.entities] == [
        ("Avonian Defence Force", 3),
        ("Bram Tal", 2),
    ]
    assert [one.name for one in made.events] == ["raid on Harbour Hospital in Cora"]


def test_the_file_has_no_seconds_and_no_place() -> None:
    record = json.loads(report().to_json())
    assert "seconds" not in record
    assert "output" not in report().to_json()
    assert report(seconds={}).to_json() == report().to_json()


def test_the_summary_names_all_of_it(capfd: pytest.CaptureFixture[str]) -> None:
    show_report(report())
    out, err = capfd.readouterr()
    assert err == ""
    for words in (
        "Avonian Defence Force",
        "raid on Harbour Hospital in Cora",
        "Raid, actual",
        "output/graph.html",
    ):
        assert words in out


def test_hundreds_of_omissions_are_not_a_flood(capfd: pytest.CaptureFixture[str]) -> None:
    many = [Omission(path=f"{number}.txt", reason="is empty", kind="unreadable") for number in range(300)]
    show_omissions(many, most=20)
    lines = capfd.readouterr().err.splitlines()
    assert len(lines) == 21
    assert "280 more" in lines[-1]


def test_without_a_report_every_omission_is_named(capfd: pytest.CaptureFixture[str]) -> None:
    many = [Omission(path=f"{number}.txt", reason="is empty", kind="unreadable") for number in range(30)]
    show_omissions(many)
    assert len(capfd.readouterr().err.splitlines()) == 30
    show_report(BuildReport(reader="", articles=(), counts={}, omissions=tuple(many)))
    assert "29.txt: is empty" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("kinds", "useful", "strict", "code"),
    [
        ([], True, True, 0),
        ([], False, False, 1),
        (["unreadable"], True, False, 0),
        (["unreadable"], True, True, 1),
        (["skipped"], True, True, 1),
        (["failed"], True, False, 1),
    ],
)
def test_exit_codes(kinds: list[str], useful: bool, strict: bool, code: int) -> None:
    omissions = [Omission(path="x", reason="y", kind=kind) for kind in kinds]
    assert exit_code(omissions, useful=useful, strict=strict) == code
