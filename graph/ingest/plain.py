"""Plain text files."""

import re

from graph.ingest.cleaning import clean_characters
from graph.ingest.draft import Draft
from graph.ingest.furniture import drop_furniture
from graph.ingest.heading import split_heading
from graph.ingest.paragraphs import to_paragraphs


def read_plain(text: str, path: str, *, title: str | None = None) -> Draft:
    """Make a draft of a plain text, with headline, byline and date line where it has them.

    Args:
        text: The decoded file.
        path: What to call it.
        title: The headline given by the user, if any.
    """
    cleaned = clean_characters(text)
    heading = split_heading(
        drop_furniture(to_paragraphs(cleaned)),
        first_may_be_title=re.match(r"[^\n]+\n\n", cleaned) is not None,
        title=title,
    )
    return Draft(
        path=path,
        text="\n\n".join(heading.paragraphs),
        title=heading.title,
        byline=heading.byline,
        published=heading.published,
    )
