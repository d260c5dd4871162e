"""Share bars, comment links and the like: paragraphs of the page that are none of the article."""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_LONGEST = 300


class FurnitureRule(NamedTuple):
    """One row of `resources/furniture.tsv`: where it applies, the pattern, and an example that it drops."""

    where: str
    pattern: re.Pattern[str]
    example: str


@cache
def furniture_rules() -> tuple[FurnitureRule, ...]:
    """Read the rules, once."""
    table = files("graph.ingest").joinpath("resources/furniture.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return tuple(
        FurnitureRule(where, re.compile(pattern, re.IGNORECASE), example) for where, pattern, example in rows
    )


def drop_furniture(paragraphs: list[str]) -> list[str]:
    """Drop what belongs to the page: some kinds anywhere, others only below the end of the article.

    >>> drop_furniture(["The port reopened.", "Advertisement", "Ships waited.", "Leave a Comment"])
    ['The port reopened.', 'Ships waited.']
    """
    kept = [paragraph for paragraph in paragraphs if not _is_furniture(paragraph, ("any",))]
    while kept and _is_furniture(kept[-1], ("any", "end")):
        kept.pop()
    return kept


def _is_furniture(paragraph: str, places: tuple[str, ...]) -> bool:
    return len(paragraph) <= _LONGEST and any(
        rule.where in places and rule.pattern.fullmatch(paragraph.strip()) for rule in furniture_rules()
    )
