"""What a reader of one format hands over, before it is checked and named as an article."""

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article as its file tells it; see `graph.model.text.Article` for the fields.

    Attributes:
        path: What to call it in messages.
        text: Cleaned text, paragraphs parted by blank lines.
    """

    path: str
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    byline: tuple[str, ...] = field(default=())
    published: date | datetime | None = None
    language: str | None = None
