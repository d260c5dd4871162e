"""Open the shipped reader, or a spaCy pipeline of the user's own."""

from pathlib import Path

import spacy
from spacy.language import Language

from graph import __version__
from graph.errors import ReaderError
from graph.read.component import WEIGHTS
from graph.read.extensions import declare_extensions
from graph.read.tokenizer import TOKENIZER

# spaCy refuses texts over a million characters for its own parser's sake; ours works in windows.
_LONGEST = 50_000_000


def load_reader(*, spacy_model: str | None = None, weights: Path = WEIGHTS, threads: int = 1) -> Language:
    """Open the reader as a spaCy pipeline: English tokenizer and `newsgraph_reader`.

    Args:
        spacy_model: Name or folder of an installed spaCy pipeline to use instead; it must give tags, lemmas,
            a tree and names.
        weights: Folder of trained files.
        threads: Windows of a text that are scored at the same time; they change no answer.

    Raises:
        ReaderError: If weights or pipeline are missing, or the pipeline lacks what extraction needs.
    """
    declare_extensions()
    if spacy_model is not None:
        return _load_foreign(spacy_model)
    nlp = spacy.blank(
        "en",
        config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}},
        meta={"name": "newsgraph_reader", "version": __version__},
    )
    nlp.max_length = _LONGEST
    nlp.add_pipe("newsgraph_reader", config={"weights": str(weights), "threads": threads})
    return nlp


def _load_foreign(name: str) -> Language:
    try:
        nlp = spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        reason = str(error).splitlines()[0]
        msg = f"spaCy pipeline {name!r}: cannot be loaded ({reason}); install it or leave --spacy-model out"
        raise ReaderError(msg) from error
    assigned = {
        attribute for meta in (nlp.analyze_pipes() or {})["summary"].values() for attribute in meta["assigns"]
    }
    missing = [part for part in ("token.dep", "doc.ents", "token.lemma") if part not in assigned]
    if missing:
        lacks = ", ".join(missing)
        msg = f"spaCy pipeline {name!r}: gives no {lacks}; it needs a parser, an ner and a lemmatizer"
        raise ReaderError(msg)
    return nlp
