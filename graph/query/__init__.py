"""Asking the graph: SPARQL text, files and named competency queries, with typed and readable answers."""
