"""Scores of the whole reader on the development parts of public corpora."""
