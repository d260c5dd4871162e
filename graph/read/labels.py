"""The closed label sets of the heads, kept beside the weights."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

NAME_KINDS = ("PERSON", "ORG", "LOC", "MISC")
NAME_TAGS = ("O", *(f"{prefix}-{kind}" for kind in NAME_KINDS for prefix in "BIES"))
LAYERS = ("source", "cue", "content")
LAYER_TAGS = ("O", "B", "I")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Labels of each softmax head, in the order of its outputs.

    Attributes:
        upos: Universal parts of speech.
        xpos: Penn Treebank tags.
        feats: Whole morphological feature strings, `_` for none.
        lemma: Edit scripts of `graph.read.lemma`.
        deprel: Universal dependency relations with sub-types.
    """

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    lemma: tuple[str, ...]
    deprel: tuple[str, ...]

    @classmethod
    def load(cls, path: Path) -> "Labels":
        """Read the label sets that `save` wrote."""
        data = json.loads(path.read_text(encoding="utf-8"))
        return cls(**{name: tuple(values) for name, values in data.items()})

    def save(self, path: Path) -> None:
        """Write the label sets as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
