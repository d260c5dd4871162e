"""What a query gives: rows, a yes or no, or triples."""

from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

Term = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Rows:
    """Answer to a SELECT: one cell a column in each row, None where a variable is unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def records(self) -> list[dict[str, str]]:
        """Return each row as lexical values by column, without the unbound ones."""
        return [
            {
                column: lexical(term)
                for column, term in zip(self.columns, row, strict=True)
                if term is not None
            }
            for row in self.rows
        ]


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer to an ASK."""

    value: bool


@dataclass(frozen=True, slots=True)
class Triples:
    """Answer to a CONSTRUCT or DESCRIBE: each triple once, in order of its N-Triples form."""

    triples: tuple[Triple, ...]

    def as_rows(self) -> Rows:
        """Return the triples as three columns."""
        rows = tuple((triple.subject, triple.predicate, triple.object) for triple in self.triples)
        return Rows(("subject", "predicate", "object"), rows)


Result = Rows | Answer | Triples


def lexical(term: Term) -> str:
    """Return a term without decoration: an IRI bare, a literal without language and type.

    >>> lexical(Literal("deux", language="fr"))
    'deux'
    """
    return term.value if isinstance(term, NamedNode | Literal) else str(term)
