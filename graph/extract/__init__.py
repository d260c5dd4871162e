"""From a parsed document to all that it says: names, times, numbers, events, relations, claims."""

from graph.extract.pipeline import extract

__all__ = ["extract"]
