"""Knowledge as RDF: quads, files of all usual formats, and the check against the shapes.

Oxigraph's terms are used throughout: they are a hundred times faster to write and load than rdflib's.
Whoever wants rdflib reads a file, or opens the store by oxrdflib.
"""

from graph.rdf.quads import quads
from graph.rdf.serialise import Form, serialise

__all__ = ["Form", "quads", "serialise"]
