"""The JSON form of what was found in one article: `newsgraph extract` prints it, one article a line.

Described in `docs/extraction-format.md`; `docs/extraction.schema.json` is generated from the dataclasses here
and in `graph.model`. Adding a field keeps the number of the format; renaming or removing one, or giving one
another meaning, raises it.
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from graph.errors import InputError
from graph.model.mentions import DocumentMentions
from graph.model.text import Article

if TYPE_CHECKING:
    from pydantic import TypeAdapter

FORMAT: Final = "newsgraph-extraction/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """One line: an article and what was found in it.

    Attributes:
        format: Name and number of the format.
        article: The article; all offsets count the code points of its `text`.
        mentions: What was found.
    """

    format: Literal["newsgraph-extraction/1"]
    article: Article
    mentions: DocumentMentions


@cache
def _adapter() -> "TypeAdapter[Extraction]":
    # Imported here: pydantic takes a third of a second to load, and most commands have no use for it.
    from pydantic import TypeAdapter

    return TypeAdapter(Extraction)


def to_line(article: Article, mentions: DocumentMentions) -> str:
    """Write one article and its mentions as JSON on one line, without the line break."""
    line: bytes = _adapter().dump_json(Extraction(format=FORMAT, article=article, mentions=mentions))
    return line.decode("utf-8", "replace")


def from_line(line: str, place: str = "-") -> Extraction:
    """Read back what `to_line` wrote.

    Args:
        line: One line of JSON.
        place: What to call it in an error.

    Raises:
        InputError: The line is no such JSON.
    """
    from pydantic import ValidationError

    try:
        return _adapter().validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = "/".join(str(part) for part in first["loc"])
        raise InputError(place, f"is no {FORMAT} record: {first['msg']} at `{where}`") from error


def schema() -> str:
    """Give the JSON Schema of a line as the text of `docs/extraction.schema.json`."""
    made = _adapter().json_schema(mode="serialization")
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://w3id.org/newsgraph/extraction.schema.json",
        **made,
    }
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"
