"""Ask the questions of an annotation of the graph of its article."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.build import make_dataset
from graph.cli.asking import QUERIES
from graph.errors import QueryError
from graph.evaluate.questions import Row, asks
from graph.gazetteer import Gazetteer
from graph.model.mentions import DocumentMentions
from graph.model.text import Article
from graph.paths import ontology
from graph.query.catalogue import find_query
from graph.query.result import Rows
from graph.query.session import Session
from graph.resolve import resolve


def ask_questions(
    article: Article, mentions: DocumentMentions, questions: Sequence[Mapping[str, Any]]
) -> list[list[Row]]:
    """Give the rows of the queries of each question.

    The graph is what `build --frames` makes of this one article.

    Raises:
        QueryError: A query cannot be run, or it is no SELECT; the message names the question.
    """
    if not questions:
        return []
    knowledge = resolve([article], [mentions], gazetteer=Gazetteer.load(), frames=True)
    session = Session(make_dataset(knowledge, reader=mentions.reader))
    answers: list[list[Row]] = []
    for question in questions:
        try:
            answers.append(list(_rows(session, question)))
        except QueryError as error:
            msg = f"{question['question']!r}: {error}"
            raise QueryError(msg) from error
    return answers


def _rows(session: Session, question: Mapping[str, Any]) -> Iterator[Row]:
    for one in asks(question):
        found = session.run(find_query(one.query, ontology() / QUERIES), one.parameters)
        if not isinstance(found, Rows):
            msg = "the query of a question must be a SELECT"
            raise QueryError(msg)
        yield from found.records()
