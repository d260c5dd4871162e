"""Running queries over a store, in this process or, with a time limit, in one that can be ended."""

import pickle
import re
import subprocess
import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pyoxigraph import QueryBoolean, QueryTriples, RdfFormat, Store

from graph.errors import QueryError
from graph.query.catalogue import Query, fill
from graph.query.result import Answer, Result, Rows, Triples
from graph.query.syntax import explain, masked, refuse_remote
from graph.vocabulary.prefixes import DEFAULT_BASE, PREFIXES

#: Prefixes that a query may use without declaring them; `data:` is where resources are minted by default.
QUERY_PREFIXES: Final[Mapping[str, str]] = MappingProxyType({**PREFIXES, "data": DEFAULT_BASE})

_UNION = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"
_ALL_COLUMNS = re.compile(r"\bSELECT\s+(?:DISTINCT\s+|REDUCED\s+)?\*", re.IGNORECASE)
_CHILD = "import sys; sys.path[:] = {!r}; from graph.query.child import serve; serve()"


class Session:
    """A data set ready for queries.

    Plain patterns see the union of all graphs, each triple once, so that counts are right even where
    several articles say the same; `GRAPH` sees the graph of each article.
    """

    def __init__(self, store: Store) -> None:
        """Take over a store: its default graph gains all triples, so do not export it afterwards."""
        store.update(_UNION)
        self._store = store

    def run(
        self, query: Query | str, parameters: Mapping[str, str] | None = None, *, timeout: float | None = None
    ) -> Result:
        """Answer a query.

        Args:
            query: SPARQL text, or what `find_query` found.
            parameters: Values of the query's parameters by name.
            timeout: Seconds that the answer may take. The query then runs in a process of its own, which gets
                a copy of the data (about a second per 200,000 triples, not counted) and can be ended;
                without, it runs here, and a hard query cannot be interrupted.

        Returns:
            Rows in the engine's order (which is that of ORDER BY, if any), a yes or no, or triples.

        Raises:
            QueryError: Bad SPARQL (with line, column and a hint), an unknown parameter, a call to a remote
                service, or an answer that takes too long.
        """
        query = Query(name="query", text=query) if isinstance(query, str) else query
        text = fill(query, parameters or {})
        try:
            refuse_remote(text)
            if timeout is None:
                return evaluate(self._store, text)
            return self._run_apart(text, timeout)
        except QueryError as error:
            msg = f"{query.name}: {error}"
            raise QueryError(msg) from error

    def _run_apart(self, text: str, timeout: float) -> Result:
        quads = self._store.dump(format=RdfFormat.N_QUADS)
        done = subprocess.run(  # noqa: S603 (our own interpreter and module)
            [sys.executable, "-c", _CHILD.format(sys.path)],
            input=pickle.dumps((quads, text, timeout)),
            capture_output=True,
            check=False,
        )
        if done.stdout:
            result: Result | QueryError = pickle.loads(done.stdout)  # noqa: S301 (written by our own child)
            if isinstance(result, QueryError):
                raise result
            return result
        if b"Timeout (" in done.stderr:
            msg = f"no answer within {timeout:g} s; narrow the query, add a LIMIT, or allow more time"
        else:
            msg = f"its process ended with code {done.returncode}, perhaps for want of memory; add a LIMIT"
        raise QueryError(msg)


def evaluate(store: Store, text: str) -> Result:
    """Run SPARQL text over the default graph of a store and take all of its answer.

    Raises:
        QueryError: The text is no valid query, or it cannot be answered.
    """
    try:
        found = store.query(text, prefixes=dict(QUERY_PREFIXES))
        if isinstance(found, QueryBoolean):
            return Answer(bool(found))
        if isinstance(found, QueryTriples):
            return Triples(tuple(sorted(set(found), key=str)))
        names = [variable.value for variable in found.variables]
        if _ALL_COLUMNS.search(masked(text)):
            names.sort(key=lambda name: _first_use(name, text))
        return Rows(tuple(names), tuple(tuple(solution[name] for name in names) for solution in found))
    except SyntaxError as error:
        raise QueryError(explain(str(error), text, frozenset(QUERY_PREFIXES))) from error
    except (RuntimeError, ValueError, OSError) as error:
        msg = f"cannot be answered: {' '.join(str(error).split())}"
        raise QueryError(msg) from error


def _first_use(name: str, text: str) -> int:
    found = re.search(rf"[?$]{re.escape(name)}\b", text)
    return found.start() if found else len(text)
