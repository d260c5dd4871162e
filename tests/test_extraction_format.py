"""The JSON form of mentions: documented, stable, readable again."""

import json
from dataclasses import fields, replace
from datetime import UTC, date, datetime

import jsonschema
import pytest

from graph.errors import InputError
from graph.extraction_format import FORMAT, from_line, schema, to_line
from graph.model import mentions, terms
from tests.conftest import ROOT
from tests.resolve.test_resolver import harbour

SCHEMA = ROOT / "docs" / "extraction.schema.json"


def test_the_committed_schema_is_the_generated_one() -> None:
    again = "regenerate it: python -c 'from graph.extraction_format import schema; print(schema(), end=\"\")'"
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == json.loads(schema()), again


def test_a_line_conforms_to_the_schema() -> None:
    story = harbour()
    line = to_line(story.article, story.document)
    assert "\n" not in line
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(json.loads(line))


def test_the_schema_refuses_what_is_no_line() -> None:
    record = json.loads(to_line(harbour().article, harbour().document))
    record["mentions"]["entities"][0]["kind"] = "Planet"
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert not validator.is_valid(record)


@pytest.mark.parametrize(
    "published",
    [None, date(2024, 5, 6), datetime(2024, 5, 6, tzinfo=UTC), datetime(2024, 5, 6, 9, 30, tzinfo=UTC)],
)
def test_what_is_written_can_be_read(published: date | None) -> None:
    story = harbour()
    article = replace(story.article, published=published, text=story.text + " “Señor” \u2028 \x00 \U0001f600")
    read = from_line(to_line(article, story.document))
    assert read.article == article
    assert type(read.article.published) is type(published)
    assert read.mentions == story.document


@pytest.mark.parametrize("line", ["", "{}", '{"format": "newsgraph-extraction/9"}', "nonsense"])
def test_what_is_no_line_is_refused_in_one_line(line: str) -> None:
    with pytest.raises(InputError, match=r"news\.jsonl:7: is no newsgraph-extraction/1 record") as caught:
        from_line(line, "news.jsonl:7")
    assert "\n" not in str(caught.value)


def test_every_field_and_value_is_documented() -> None:
    text = (ROOT / "docs" / "extraction-format.md").read_text(encoding="utf-8")
    assert FORMAT in text
    documented = (
        mentions.EntityMention,
        mentions.TimeMention,
        mentions.QuantityMention,
        mentions.EventMention,
        mentions.RelationMention,
        mentions.ClaimMention,
        mentions.DocumentMentions,
    )
    names = {field.name for one in documented for field in fields(one)}
    closed = (
        terms.EntityKind,
        terms.MentionForm,
        terms.Role,
        terms.Factuality,
        terms.SpeechKind,
        terms.Stance,
        terms.RelationType,
        terms.RelationStatus,
        terms.TimeGrain,
    )
    values = {value.value for one in closed for value in one}
    assert sorted(name for name in names | values if f"`{name}`" not in text) == []
