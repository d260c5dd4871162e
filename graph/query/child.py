"""The process that runs one query under a time limit: data and text on input, the answer on output."""

import faulthandler
import pickle
import sys

from pyoxigraph import RdfFormat, Store

from graph.errors import QueryError
from graph.query.result import Result
from graph.query.session import evaluate


def serve() -> None:
    """Answer the query that stands on standard input; end the process when the time is over.

    The engine neither takes a time limit nor lets Python run while it searches, so the watch is
    faulthandler's, whose thread needs no Python.
    """
    quads, text, timeout = pickle.load(sys.stdin.buffer)  # noqa: S301 (written by our own parent)
    store = Store()
    store.bulk_load(quads, format=RdfFormat.N_QUADS)
    faulthandler.dump_traceback_later(timeout, exit=True)
    result: Result | QueryError
    try:
        result = evaluate(store, text)
    except QueryError as error:
        result = error
    faulthandler.cancel_dump_traceback_later()
    pickle.dump(result, sys.stdout.buffer)
