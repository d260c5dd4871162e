"""Mentions of many articles to entities, events, facts and claims."""

from graph.resolve.places import Linker
from graph.resolve.resolver import resolve

__all__ = ["Linker", "resolve"]
