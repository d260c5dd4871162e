"""Answers for people (table) and for programs (SPARQL results as JSON or CSV)."""

import csv
import io
import json
import re
import shutil
from enum import StrEnum

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from graph.query.result import Answer, Result, Rows, Term, Triples, lexical
from graph.query.table import write_table

_STRING = "http://www.w3.org/2001/XMLSchema#string"
# What JSON allows in strings, yet would drive a terminal or reorder what is read.
_RAW = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def render(result: Result, form: Format, *, width: int | None = None, color: bool = False) -> str:
    """Write an answer as text.

    Args:
        result: The answer.
        form: `table` for people; `json` is SPARQL 1.1 Query Results JSON (JSON-LD for triples); `csv` is
            SPARQL 1.1 Results CSV, with values exactly as they are and lines that end in CR LF.
        width: Columns of the table; by default those of the terminal, 120 without one.
        color: Whether the table may use terminal styles.

    Source: https://www.w3.org/TR/sparql11-results-json/ and https://www.w3.org/TR/sparql11-results-csv-tsv/
    """
    match form:
        case Format.JSON:
            return _json(result)
        case Format.CSV:
            return _csv(result)
        case Format.TABLE:
            return _table(result, width or shutil.get_terminal_size((120, 24)).columns, color=color)


def _table(result: Result, width: int, *, color: bool) -> str:
    if isinstance(result, Answer):
        return "yes\n" if result.value else "no\n"
    rows = result.as_rows() if isinstance(result, Triples) else result
    return write_table(rows, width, color=color) if rows.rows else "nothing found\n"


def _json(result: Result) -> str:
    content: object
    if isinstance(result, Triples):
        content = json.loads(serialize(result.triples, format=RdfFormat.JSON_LD) or b"[]")
    elif isinstance(result, Answer):
        content = {"head": {}, "boolean": result.value}
    else:
        content = {"head": {"vars": list(result.columns)}, "results": {"bindings": _bindings(result)}}
    text = json.dumps(content, ensure_ascii=False, indent=2)
    return _RAW.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n"


def _bindings(rows: Rows) -> list[dict[str, dict[str, object]]]:
    return [
        {column: _json_term(term) for column, term in zip(rows.columns, row, strict=True) if term is not None}
        for row in rows.rows
    ]


def _json_term(term: Term) -> dict[str, object]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, Literal):
        written: dict[str, object] = {"type": "literal", "value": term.value}
        if term.language:
            written["xml:lang"] = term.language
        elif term.datatype.value != _STRING:
            written["datatype"] = term.datatype.value
        return written
    if isinstance(term, Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}
    return {"type": "bnode", "value": term.value}


def _csv(result: Result) -> str:
    if isinstance(result, Answer):
        return f"{str(result.value).lower()}\r\n"
    rows = result.as_rows() if isinstance(result, Triples) else result
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(rows.columns)
    writer.writerows([["" if term is None else lexical(term) for term in row] for row in rows.rows])
    return text.getvalue()
