"""Named competency queries: `.rq` files that say in English what they answer and take parameters.

A file starts with comments: the question, a blank comment line, explanations, and one line
`# parameter NAME: meaning (default: …)` for each parameter. In the query a parameter stands once, as
`VALUES ?NAME { DEFAULT }`, so that the file is plain SPARQL which any server answers with the defaults.
"""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from graph.errors import QueryError

_XSD = "http://www.w3.org/2001/XMLSchema#"
_NAME = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
_PARAMETER = re.compile(r"parameter (\w+): (.+)")
_SLOT = r'VALUES\s+\?{}\s*\{{\s*(?:"(?P<text>[^"\\\n]*)"(?:\^\^xsd:(?P<type>date))?|(?P<integer>\d+))\s*\}}'


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """Something that the asker may fill in.

    Attributes:
        name: As in `--param name=value`.
        kind: `text`, `date` (such as `2024-03-20`) or `integer`.
        default: Lexical value when the asker gives none.
        meaning: One line for people, with what the default stands for.
    """

    name: str
    kind: str
    default: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """SPARQL text with what is known of it; `name` is how messages call it."""

    name: str
    text: str
    question: str = ""
    description: str = ""
    parameters: tuple[Parameter, ...] = ()


def load_catalogue(folder: Path) -> dict[str, Query]:
    """Read all `.rq` files of a folder, by name in alphabetical order.

    Raises:
        QueryError: The folder or a file cannot be read, or a file is not laid out as said above.
    """
    return {path.stem: read_query(path) for path in _catalogue(folder)}


def _catalogue(folder: Path) -> list[Path]:
    paths = sorted(folder.glob("*.rq"), key=lambda path: path.stem)
    if not paths:
        msg = f"{folder}: no named queries there (*.rq); the installation is damaged, install newsgraph again"
        raise QueryError(msg)
    return paths


def find_query(source: str, folder: Path) -> Query:
    """Understand what the asker named: a query of the catalogue, a `.rq` file, or SPARQL text.

    Args:
        source: A name (`who-leads-what`), a path that ends in `.rq`, or the query itself.
        folder: The catalogue.

    Raises:
        QueryError: No such name (the message lists close ones) or no such file.
    """
    word = source.strip()
    if word.lower().endswith(".rq") and "\n" not in word and "{" not in word:
        return read_query(Path(word))
    if not _NAME.fullmatch(word):
        return Query(name="query", text=source)
    names = [path.stem for path in _catalogue(folder)]
    if word in names:
        return read_query(folder / f"{word}.rq")
    close = difflib.get_close_matches(word.lower(), names, n=3, cutoff=0.5)
    close = close or [name for name in names if word.lower() in name]
    known = f"did you mean {' or '.join(close)}?" if close else f"known are {', '.join(names)}"
    msg = f"there is no query named {word}; {known}"
    raise QueryError(msg)


def read_query(path: Path) -> Query:
    """Read one `.rq` file.

    Raises:
        QueryError: It cannot be read, or a parameter has no place in the query.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        msg = f"{path}: not UTF-8 text; save the query as UTF-8"
        raise QueryError(msg) from error
    except OSError as error:
        msg = f"{path}: cannot be read ({error.strerror}); name a query file or a named query"
        raise QueryError(msg) from error
    return parse_query(text, name=path.stem)


def parse_query(text: str, *, name: str) -> Query:
    """Read question, explanation and parameters from the comments that start a query."""
    comments: list[str] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        comments.append(line.removeprefix("#").strip())
    paragraphs = [" ".join(part.split("\n")) for part in re.split(r"\n{2,}", "\n".join(comments).strip())]
    found = [match for comment in comments if (match := _PARAMETER.fullmatch(comment))]
    return Query(
        name=name,
        text=text,
        question=paragraphs[0],
        description="\n\n".join(part for part in paragraphs[1:] if not _PARAMETER.match(part)),
        parameters=tuple(_parameter(match[1], match[2], text, name) for match in found),
    )


def fill(query: Query, values: Mapping[str, str]) -> str:
    """Return the query's text with the asker's values in place of the defaults.

    A value becomes one literal, escaped by the engine's own writer; it cannot become syntax.

    Args:
        query: The query.
        values: By name of the parameter; an empty value means the default.

    Raises:
        QueryError: A parameter that the query does not have, or a value of the wrong kind.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    filled: list[tuple[int, int, str]] = []
    for name, value in values.items():
        if name not in known:
            raise QueryError(_no_parameter(query, name))
        if value:
            slot = f"VALUES ?{name} {{ {_literal(known[name], value)} }}"
            filled.append((*_slot(name, query.text, query.name).span(), slot))
    text = query.text
    # From the end, and by places in the text as it was: what a value says must not be taken for another slot.
    for start, end, slot in sorted(filled, reverse=True):
        text = text[:start] + slot + text[end:]
    return text


def _parameter(name: str, meaning: str, text: str, query: str) -> Parameter:
    slot = _slot(name, text, query)
    kind = "integer" if slot["integer"] else slot["type"] or "text"
    return Parameter(name=name, kind=kind, default=slot["integer"] or slot["text"] or "", meaning=meaning)


def _slot(name: str, text: str, query: str) -> re.Match[str]:
    """Find the one place where a parameter's value stands."""
    found = list(re.finditer(_SLOT.format(re.escape(name)), text))
    if len(found) != 1:
        msg = f'{query}: the parameter {name} must stand once in the query, as VALUES ?{name} {{ "" }}'
        raise QueryError(msg)
    return found[0]


def _literal(parameter: Parameter, value: str) -> Literal:
    """Make the value a literal of the parameter's kind.

    Lone surrogates (bytes of the command line that are no UTF-8) become question marks.
    """
    value = value.encode("utf-8", "replace").decode("utf-8")
    if parameter.kind == "text":
        return Literal(value)
    try:
        if parameter.kind == "integer":
            return Literal(str(int(value)), datatype=NamedNode(f"{_XSD}integer"))
        return Literal(date.fromisoformat(value.strip()).isoformat(), datatype=NamedNode(f"{_XSD}date"))
    except ValueError as error:
        wanted = "a whole number" if parameter.kind == "integer" else "a day such as 2024-03-20"
        msg = f"parameter {parameter.name}: {value!r} is not {wanted}"
        raise QueryError(msg) from error


def _no_parameter(query: Query, name: str) -> str:
    names = [parameter.name for parameter in query.parameters]
    if not names:
        return f"{query.name} takes no parameters, got {name}"
    close = difflib.get_close_matches(name.lower(), names, n=1)
    meant = f"did you mean {close[0]}?" if close else f"it takes {', '.join(names)}"
    return f"{query.name} has no parameter {name}; {meant}"
