"""The closed label sets of the heads, kept beside the weights."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

NAME_KINDS = ("PERSON", "ORG", "LOC", "MISC")
NAME_TAGS = ("O", *(f"{prefix}-{kind}" for kind in NAME_KINDS for prefix in "BIES"))
KINDS = (
    "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW", "MISC",
)  # fmt: skip
"""Fine types of names, with the labels of OntoNotes; MISC is a name of any other kind."""
KINDS_OF = {
    "PERSON": ("PERSON", "NORP"),
    "ORG": ("ORG",),
    "LOC": ("GPE", "LOC", "FAC"),
    "MISC": ("NORP", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW", "MISC"),
}
"""The fine types that a coarse type may turn out to be."""
VALUES = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL")
VALUE_TAGS = ("O", *(f"{prefix}-{kind}" for kind in VALUES for prefix in "BIES"))
RELATION_KINDS = ("PERSON", "ORG", "LOC", "MISC", "TIME", "NUM", "OTHER")
"""Types of the two ends of a relation; what is none of the first six is OTHER."""
NOTHING = "_"
"""The label of a word, or of a pair of words, to which a head has nothing to say."""
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
        sense: Sense numbers of PropBank rolesets, `_` (no predicate) first.
        role: PropBank argument labels, `_` (no argument) first.
        mention: Types of what a mention refers to, `_` (not the head of a mention) first.
        relation: `scheme:label`, scheme by scheme; each scheme's `scheme:_` is first and is the
            threshold that a label's score must pass (Zhou et al. 2021, adaptive thresholding).
    """

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    lemma: tuple[str, ...]
    deprel: tuple[str, ...]
    sense: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    mention: tuple[str, ...] = ()
    relation: tuple[str, ...] = ()

    def scheme(self, name: str) -> range:
        """Columns of one relation scheme, its threshold first.

        >>> none = dict.fromkeys(("upos", "xpos", "feats", "lemma", "deprel"), ())
        >>> Labels(**none, relation=("a:_", "b:_", "b:x")).scheme("b")
        range(1, 3)
        """
        places = [place for place, label in enumerate(self.relation) if label.startswith(f"{name}:")]
        return range(places[0], places[-1] + 1) if places else range(0)

    @classmethod
    def load(cls, path: Path) -> "Labels":
        """Read the label sets that `save` wrote."""
        data = json.loads(path.read_text(encoding="utf-8"))
        return cls(**{name: tuple(values) for name, values in data.items()})

    def save(self, path: Path) -> None:
        """Write the label sets as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
