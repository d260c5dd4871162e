"""IRIs: the terms of newsgraph's own vocabulary, of those it borrows, and the one prefix table.

`news` and `borrowed` are generated from `ontology/` (see `generate`); `enumerations` goes from the members
of the closed vocabularies in `graph.model.terms` to their IRIs and back.
"""

from graph.vocabulary.enumerations import iri_of, member_of
from graph.vocabulary.prefixes import DEFAULT_BASE, NG, PREFIXES, sparql_prologue

__all__ = ["DEFAULT_BASE", "NG", "PREFIXES", "iri_of", "member_of", "sparql_prologue"]
