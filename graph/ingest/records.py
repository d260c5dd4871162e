"""Article records in JSON: one object, an array of them, or one a line."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from graph.errors import InputError
from graph.ingest.cleaning import clean_characters, one_line
from graph.ingest.dates import parse_published
from graph.ingest.decoding import DecodingError, decode
from graph.ingest.draft import Draft
from graph.ingest.furniture import drop_furniture
from graph.ingest.heading import split_heading
from graph.ingest.paragraphs import to_paragraphs
from graph.ingest.urls import checked_url


def _date(value: object) -> object:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        msg = "must be a text such as 2024-03-20"
        raise ValueError(msg)
    found = parse_published(value)
    if found is None:
        msg = f"{value[:40]!r} is no clear date; write 2024-03-20 or 2024-03-20T09:30:00+01:00"
        raise ValueError(msg)
    return found


def _names(value: object) -> object:
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


def _url(value: object) -> object:
    if isinstance(value, str) and value.strip():
        if (url := checked_url(value)) is None:
            msg = f"{value[:60]!r} is no http or https address"
            raise ValueError(msg)
        return url
    return None if value == "" else value


class ArticleRecord(BaseModel):
    """One article as a JSON object. Only `text` is required; members with other names are ignored."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    text: str = Field(min_length=1, description="The body, paragraphs parted by blank lines or line breaks.")
    title: str | None = Field(default=None, description="The headline.")
    publisher: str | None = Field(default=None, description="Name of the outlet.")
    url: Annotated[str | None, BeforeValidator(_url)] = Field(
        default=None, description="Canonical web address."
    )
    byline: Annotated[tuple[str, ...] | None, BeforeValidator(_names)] = Field(
        default=None, description="Names of the authors: an array, or one string."
    )
    published: Annotated[datetime | date | None, BeforeValidator(_date)] = Field(
        default=None, description="Day or moment of publication, such as 2024-03-20."
    )
    language: str | None = Field(default=None, description="BCP 47 tag such as en or en-GB.")


def read_json(data: bytes, path: str) -> Iterator[Draft | InputError]:
    """Read a `.json` file: a record, or an array of records (the second is `news.json[2]`)."""
    try:
        value = _parse(data)
    except ValueError as error:
        yield InputError(path, str(error))
        return
    if isinstance(value, list):
        if not value:
            yield InputError(path, "is an empty array; expected article records")
        for number, item in enumerate(value, start=1):
            yield _draft(item, f"{path}[{number}]")
    else:
        yield _draft(value, path)


def read_json_lines(lines: Iterator[bytes], path: str) -> Iterator[Draft | InputError]:
    """Read a `.jsonl` file, a record a line (the second line is `news.jsonl:2`); blank lines are skipped."""
    seen = False
    for number, line in enumerate(lines, start=1):
        if not line.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        seen = True
        place = f"{path}:{number}"
        try:
            value = _parse(line)
        except ValueError as error:
            yield InputError(place, str(error))
            continue
        yield _draft(value, place)
    if not seen:
        yield InputError(path, "is empty; expected an article record a line")


def _parse(data: bytes) -> Any:
    """Parse JSON; the message of the ValueError is the reason for a user."""
    try:
        text = decode(data, guess=False)
    except DecodingError as error:
        raise ValueError(str(error)) from error
    if not text.strip():
        msg = "is empty"
        raise ValueError(msg)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        hint = "; is it a record a line? Then name it .jsonl" if error.msg == "Extra data" else ""
        msg = f"is not JSON ({error.msg.removesuffix(' at')} at {where}){hint}"
        raise ValueError(msg) from error
    except RecursionError as error:
        msg = "is nested too deep to be an article record"
        raise ValueError(msg) from error


def _draft(value: object, path: str) -> Draft | InputError:
    if not isinstance(value, dict):
        return InputError(path, "is no article record; expected an object with at least a member `text`")
    try:
        record = ArticleRecord.model_validate(value)
    except ValidationError as error:
        return InputError(path, "is no article record: " + "; ".join(_reasons(error)))
    title = one_line(record.title)
    paragraphs = drop_furniture(to_paragraphs(clean_characters(record.text)))
    heading = split_heading(paragraphs, first_may_be_title=False, title=title)
    byline = tuple(name for raw in record.byline or () if (name := one_line(raw)))
    return Draft(
        path=path,
        text="\n\n".join(heading.paragraphs),
        title=title,
        publisher=one_line(record.publisher),
        url=record.url,
        byline=byline or heading.byline,
        published=record.published or heading.published,
        language=one_line(record.language),
    )


def _reasons(error: ValidationError) -> Iterator[str]:
    named: set[str] = set()
    for problem in error.errors(include_url=False, include_context=False, include_input=False):
        name = str(problem["loc"][0])
        if name in named:
            continue
        named.add(name)
        message = problem["msg"].removeprefix("Value error, ")
        yield f"`{name}` is missing" if problem["type"] == "missing" else f"`{name}`: {message}"
