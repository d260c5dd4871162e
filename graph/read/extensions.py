"""All custom attributes that the reader sets on a `Doc`, declared in one place."""

from spacy.tokens import Doc

_DEFAULTS = {"attributions": (), "name_scores": ()}


def declare_extensions() -> None:
    """Declare `doc._.attributions` (`Attribution`s) and `doc._.name_scores` (parallel to `doc.ents`)."""
    for name, default in _DEFAULTS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
