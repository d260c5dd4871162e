"""Word lists, maps and rule records of `graph/extract/resources`, read once."""

import json
from functools import cache
from importlib import resources
from typing import Any


@cache
def read_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Rows of a TSV file of `resources/`; lines that begin with `#` are comments."""
    text = resources.files("graph.extract").joinpath("resources", name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def read_map(name: str) -> dict[str, str]:
    """A TSV file as a mapping of its first column to its second."""
    return {row[0]: row[1] for row in read_rows(name)}


@cache
def read_words(name: str, value: str) -> frozenset[str]:
    """First column of the rows of a TSV file whose second column is `value`."""
    return frozenset(row[0] for row in read_rows(name) if row[1] == value)


@cache
def read_rules(name: str) -> tuple[dict[str, Any], ...]:
    """Records of a JSONL file of `resources/`, in order."""
    text = resources.files("graph.extract").joinpath("resources", name).read_text(encoding="utf-8")
    return tuple(json.loads(line) for line in text.splitlines() if line.strip())
