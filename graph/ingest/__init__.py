"""Files become articles: text, saved pages, records, folders and standard input."""

from graph.ingest.articles import read_articles
from graph.ingest.dates import parse_published

__all__ = ["parse_published", "read_articles"]
