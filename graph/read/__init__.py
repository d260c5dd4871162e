"""From an article's text to a spaCy `Doc`: sentences, tags, lemmas, tree, names, attributed statements."""

from graph.read.load import load_reader

__all__ = ["load_reader"]
