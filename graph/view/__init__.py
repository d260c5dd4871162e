"""The network that people look at: projected from the RDF, ranked, laid out, written as page or tables."""
