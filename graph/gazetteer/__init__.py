"""Places of the world: names, coordinates, countries, demonyms. Standard library and `graph.model` only."""

from graph.gazetteer.gazetteer import Gazetteer, Place
from graph.gazetteer.names import fold_name

__all__ = ["Gazetteer", "Place", "fold_name"]
