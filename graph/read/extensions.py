"""All custom attributes that the reader sets on a `Doc`, declared in one place."""

from spacy.tokens import Doc

DEFAULTS = {
    "attributions": (),
    "frames": (),
    "coreference": (),
    "relations": (),
    "event_scores": None,
    "name_scores": (),
    "tag_scores": (),
    "arc_scores": (),
}


def declare_extensions() -> None:
    """Declare what the reader sets beside spaCy's own attributes.

    `doc._.attributions` (`Attribution`s), `doc._.frames` (`Frame`s), `doc._.coreference` (`Chain`s),
    `doc._.relations` (`NameRelation`s) and `doc._.event_scores` (`EventScores` or None); confidences:
    `doc._.name_scores`, parallel to `doc.ents`, `doc._.tag_scores` and `doc._.arc_scores`, one for the part
    of speech and the head of each token.
    """
    for name, default in DEFAULTS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
