"""What the documents say about the command and about each other is true."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from graph.cli.main import app
from graph.query.catalogue import load_catalogue
from tests.conftest import ROOT

DOCUMENTS = sorted(
    path
    for pattern in ("*.md", "docs/**/*.md", "output/README.md", "samples/*.md", "ontology/*.md")
    for path in ROOT.glob(pattern)
)
README = ROOT / "README.md"
_BLOCK = re.compile(r"^```(?:sh|bash|shell|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def command_lines() -> Iterator[tuple[str, str]]:
    """All uses of the command in documents and help pages, with where they stand."""
    for path in DOCUMENTS:
        for block in _BLOCK.findall(path.read_text(encoding="utf-8")):
            for line in block.replace("\\\n", " ").splitlines():
                yield path.name, line
    group = typer.main.get_command(app)
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        for line in (command.epilog or "").splitlines():
            yield f"{name} --help", line
    for line in (group.epilog or "").splitlines():
        yield "--help", line


def words_of(line: str) -> list[str] | None:
    """The arguments of `newsgraph` in a line of shell, without pipes, redirections and remarks."""
    found = re.search(r"(?:^|\s|/)newsgraph (.*)", line)
    if not found:
        return None
    command = re.split(r"\s{3,}|\s[#|>&]", found[1])[0]
    return shlex.split(command)


USES = sorted({(place, line.strip()) for place, line in command_lines() if words_of(line) is not None})


@pytest.mark.parametrize(("place", "line"), USES)
def test_every_use_of_the_command_is_one_that_it_takes(place: str, line: str) -> None:
    words = words_of(line)
    assert words is not None
    name = words[0]
    if name.startswith("-"):
        return
    command = typer.main.get_command(app).commands[name]  # type: ignore[attr-defined]
    values = command.make_context(name, words[1:]).params
    if name == "query" and values.get("source") and re.fullmatch(r"[\w-]+", values["source"]):
        query = load_catalogue(ROOT / "ontology" / "queries")[values["source"]]
        known = {parameter.name for parameter in query.parameters}
        assert {param.split("=")[0] for param in values.get("param") or []} <= known


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_within_the_repository_lead_somewhere(path: Path) -> None:
    targets = [link.split("#")[0] for link in _LINK.findall(path.read_text(encoding="utf-8"))]
    local = [
        target for target in targets if target and "://" not in target and not target.startswith("mailto:")
    ]
    assert [target for target in local if not (path.parent / target).exists()] == []


@pytest.mark.skipif(not README.exists(), reason="no README yet")
def test_the_readme_names_every_command_and_both_scripts() -> None:
    text = README.read_text(encoding="utf-8")
    names = [
        command.name or command.callback.__name__ for command in app.registered_commands if command.callback
    ]
    wanted = [f"newsgraph {name}" for name in names] + ["scripts/demo", "scripts/test"]
    assert [name for name in wanted if name not in text] == []


def test_the_changelog_has_a_place_for_what_comes_next() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
