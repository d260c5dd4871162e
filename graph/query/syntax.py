"""A shallow look at SPARQL text: enough to refuse what must not run and to explain mistakes, no parser."""

import difflib
import re

from graph.errors import QueryError

_MAX_EXPECTED = 6

# Tokens whose inside is not syntax; names are masked too, so that `?service` is no keyword. The engine also
# reads keywords that are glued to the word before (`trueSERVICE:x{}`), hence the care with prefixes.
_OPAQUE = re.compile(
    r'''
      \#[^\n\r]*
    | <(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>
    | """(?:"{0,2}(?:[^"\\]|\\.))*"""
    | \'\'\'(?:'{0,2}(?:[^'\\]|\\.))*\'\'\'
    | "(?:[^"\\\n\r]|\\.)*"
    | '(?:[^'\\\n\r]|\\.)*'
    | [?$]\w+
    | (?<![\w.-])(?![\w.-]*service)[\w.-]*:(?:[\w%\\:][\w.%\\:-]*)?
    ''',
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
# An IRI or, after a comparison, the start of a string: `?a<?b&&?c='>'`.
_UNSURE = re.compile(r"<[^<>\s]*'[^<>\s]*>")
_PREFIX_USE = re.compile(r"(?<![\w?$<@-])(\w[\w.-]*)?:(?=[\w%\\])")
_DECLARED = re.compile(r"\bPREFIX\s+(\w[\w.-]*)?:", re.IGNORECASE)
_UPDATE = re.compile(r"\b(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|COPY|MOVE|ADD|WITH)\b", re.IGNORECASE)
_FORM = re.compile(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
_PLACE = re.compile(r"error at (\d+):(\d+): expected (.*)", re.DOTALL)


def masked(text: str) -> str:
    """Return the text with comments, strings, IRIs and names blanked out, each position kept.

    >>> masked('ASK { ?service ng:p "}" } # SERVICE')
    'ASK {                   }          '
    """
    return _OPAQUE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def refuse_remote(text: str) -> None:
    """Refuse `SERVICE`, which would send the query to another machine.

    The engine has no switch for it. What this shallow look cannot tell for sure is refused rather than run.

    Raises:
        QueryError: The query calls, or may call, a remote service.
    """
    if "service" not in text.lower():
        return
    found = re.search("service", masked(text), re.IGNORECASE) or _UNSURE.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        msg = f"line {line}: SERVICE is refused, for queries never leave this machine; remove the clause"
        raise QueryError(msg)


def explain(message: str, text: str, prefixes: frozenset[str]) -> str:
    """Turn the engine's complaint about a query into one line with its place and a hint.

    Args:
        message: What the engine says, such as `error at 3:19: expected one of …`.
        text: The query.
        prefixes: The prefixes that need no declaration.
    """
    flat = " ".join(message.split())
    found = _PLACE.search(message)
    if not text.strip():
        return "the query is empty; write one such as: SELECT * WHERE { ?s ?p ?o } LIMIT 10"
    if not found:
        return flat
    line, column = int(found[1]), int(found[2])
    rest = (text.split("\n") + [""] * line)[line - 1][column - 1 :].strip()
    near = f"near “{rest[:30]}{'…' if len(rest) > 30 else ''}”" if rest else "at the end of the line"
    hint = _hint(" ".join(found[3].split()), text, prefixes)
    return f"line {line}, column {column}, {near}: {hint}"


def _hint(expected: str, text: str, prefixes: frozenset[str]) -> str:
    bare = masked(text)
    form, update = _FORM.search(bare), _UPDATE.search(bare)
    if update and not (form and form.start() < update.start()):
        return f"{update[1].upper()} would change the data; use SELECT, ASK, CONSTRUCT or DESCRIBE"
    if not form:
        return "a query starts with SELECT, ASK, CONSTRUCT or DESCRIBE; a named query needs its name only"
    if (unknown := _unknown_prefix(text, prefixes)) is not None:
        close = difflib.get_close_matches(unknown, sorted(prefixes), n=1)
        known = (
            f"did you mean {close[0]}:?" if close else f"known without it are {', '.join(sorted(prefixes))}"
        )
        return f"the prefix {unknown}: is not declared; add a line PREFIX {unknown}: <…>; {known}"
    if "variable that is unbound" in expected:
        return "with GROUP BY, a selected variable must be grouped or aggregated, such as (COUNT(?x) AS ?n)"
    if "overrides an existing variable" in expected:
        return "AS must name a new variable, not one that the pattern binds"
    for opening, closing in (("{", "}"), ("(", ")")):
        surplus = bare.count(opening) - bare.count(closing)
        if surplus:
            return f"a '{closing if surplus > 0 else opening}' is missing somewhere"
    if re.search("[\"']", bare):
        return "a quotation mark is not closed"
    wanted = re.findall(r'(?<![\w\[])(?:"\S+"|[A-Z]{2,})(?![\w\]])', expected)
    if 0 < len(wanted) <= _MAX_EXPECTED:
        return f"this cannot be read here; expected {' or '.join(wanted)}"
    return "this cannot be read here; check the words and marks just before it"


def _unknown_prefix(text: str, prefixes: frozenset[str]) -> str | None:
    """Return the first prefix that is used but neither known nor declared; the empty prefix is `''`."""
    bare = re.sub(r"""#[^\n]*|<[^<>\s]*>|"[^"\n]*"|'[^'\n]*'""", " ", text)
    declared = {name or "" for name in _DECLARED.findall(bare)}
    for name in _PREFIX_USE.findall(bare):
        if name != "_" and name not in prefixes | declared:
            return str(name)
    return None
