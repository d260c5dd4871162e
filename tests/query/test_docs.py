"""`docs/queries.md` says what is true: every query, its question and parameters, and the answers of the examples."""

import re
from pathlib import Path

import pytest

from graph.query.catalogue import find_query, load_catalogue
from graph.query.render import Format, render
from graph.query.session import Session


@pytest.fixture(scope="module")
def page() -> str:
    return (Path(__file__).parents[2] / "docs" / "queries.md").read_text(encoding="utf-8")


def test_the_table_lists_every_query_with_question_and_parameters(page: str, queries: Path) -> None:
    rows = [line for line in page.splitlines() if line.startswith("| `") and line.count("|") == 4]
    expected = [
        f"| `{query.name}` | {query.question} | "
        + "<br>".join(f"`{parameter.name}`: {parameter.meaning}" for parameter in query.parameters)
        + " |"
        for query in load_catalogue(queries).values()
    ]
    assert rows == expected


def test_the_examples_give_what_the_page_shows(page: str, queries: Path, session: Session) -> None:
    examples = re.findall(
        r"```console\n\$ newsgraph query (\S+)((?: --param \S+)*)\n(.*?)```", page, re.DOTALL
    )
    assert [name for name, _, _ in examples] == ["planned-visits", "claimed-killings"]
    for (name, options, shown), width in zip(examples, (110, 80), strict=True):
        parameters = dict(option.split("=") for option in re.findall(r"--param (\S+)", options))
        assert shown == render(session.run(find_query(name, queries), parameters), Format.TABLE, width=width)


def test_the_sparql_of_the_page_runs(page: str, session: Session) -> None:
    found = re.search(r"```sparql\n(.*?)```\n\n```text\n(.*?)```", page, re.DOTALL)
    assert found
    assert render(session.run(found[1]), Format.TABLE, width=80) == found[2]
