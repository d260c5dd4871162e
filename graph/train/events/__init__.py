"""Train what finds events and their participants, on annotated news; the reader itself stays as it is."""

from pathlib import Path

ANNOTATIONS = Path(__file__).parent / "annotations"
"""Annotated news (`docs/evaluation.md`): 80 articles of our own, 134 of public corpora by offsets only."""
ARTICLES = Path(__file__).parent / "articles.jsonl"
"""The 80 articles."""
