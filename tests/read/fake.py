"""A reader without trained weights: its scores follow from the pieces of each word, by hand-made tables."""

import zlib
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer, models, pre_tokenizers

from graph.read.analysis import Analyzer
from graph.read.coreference import DISTANCE_CLASSES, MATCH_CLASSES
from graph.read.events import EventHead
from graph.read.labels import KINDS, LAYER_TAGS, NAME_TAGS, VALUE_TAGS, Labels
from graph.read.pieces import Pieces
from graph.read.scorers import Scorers

SIZE = 8
LABELS = Labels(
    upos=("PROPN", "NOUN", "PRON", "VERB"),
    xpos=("NN", "VB"),
    feats=("_", "Number=Sing"),
    lemma=("l0", "k0"),
    deprel=("root", "nsubj", "obj"),
    sense=("_", "01", "LV"),
    role=("_", "ARG0", "ARG1", "ARGM-TMP", "C-ARG1"),
    mention=("_", "person", "place"),
    relation=("conll04:_", "conll04:Kill", "redocred:_", "redocred:P17", "redocred:P27"),
)
_WIDTHS = {
    "upos": 4, "xpos": 2, "feats": 2, "lemma": 2, "names": len(NAME_TAGS), "kinds": len(KINDS),
    "values": len(VALUE_TAGS), "sense": 3, "mention": 3,
    "source": len(LAYER_TAGS), "cue": len(LAYER_TAGS), "content": len(LAYER_TAGS),
}  # fmt: skip
_VECTORS = (
    "arc_dependent", "relation_dependent", "query_source", "query_cue", "role_predicate", "role_word",
    "relation_subject", "relation_object", "span_argument", "span_predicate", "span_mention", "span_edge",
    "coref_query", "coref_key",
)  # fmt: skip
_WITH_FRONT_ROW = ("arc_head", "relation_head", "key_source", "key_cue")


def _numbers(name: str, rows: int, width: int) -> np.ndarray:
    rng = np.random.default_rng(zlib.crc32(name.encode()))
    return rng.normal(size=(rows, width)).astype(np.float32)


class FakeNetwork:
    """Scores every word by its pieces alone; `windows` counts the runs."""

    def __init__(self) -> None:
        self.windows = 0
        self.scorers = random_scorers()

    def __call__(self, inputs: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        """Score one window."""
        self.windows += 1
        pieces, first = inputs["pieces"][:-1], inputs["first"]
        code = np.add.reduceat(pieces, first) * 31 % 97

        def look(name: str, width: int) -> np.ndarray:
            return np.asarray(_numbers(name, 97, width)[code] * 2.0)

        result = {name: look(name, width) for name, width in _WIDTHS.items()}
        result |= {name: look(name, SIZE) for name in _VECTORS}
        for name in _WITH_FRONT_ROW:
            result[name] = np.concatenate([_numbers(f"front {name}", 1, SIZE), look(name, SIZE)])
        result["starts"] = look("starts", 1)[:, 0] - 2.0
        result["layers"] = look("layers", 2 * SIZE).reshape(-1, 2, SIZE)
        return result


def random_scorers() -> Scorers:
    """Scorers of the right sizes."""
    shapes = {
        "deprel_weight": (3 * SIZE, 3), "role_weight": (SIZE, 5), "relation_weight": (SIZE, 5),
        "kind_subject": (7, SIZE), "kind_object": (7, SIZE),
    }  # fmt: skip
    arrays = {name: _numbers(name, *shape) for name, shape in shapes.items()}
    arrays |= {name: np.zeros(size) for name, size in
               (("deprel_bias", 3), ("role_bias", 5), ("relation_bias", 5),
                ("coref_match", MATCH_CLASSES), ("coref_distance", DISTANCE_CLASSES))}  # fmt: skip
    return Scorers(arrays)


def fake_pieces(folder: Path) -> Pieces:
    """Every letter a piece."""
    letters = {
        mark: number for number, mark in enumerate(["[CLS]", "[SEP]", "[UNK]", *map(chr, range(33, 127))])
    }
    tokenizer = Tokenizer(models.WordLevel(letters, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    path = folder / "tokenizer.json"
    tokenizer.save(str(path))
    return Pieces(path)


def fake_analyzer(folder: Path) -> Analyzer:
    """All heads, none of them trained."""
    return Analyzer(
        FakeNetwork(), fake_pieces(folder), LABELS, {}, {("ran", "VERB", "01"): "run.02"}, events=fake_head()
    )


def fake_head() -> EventHead:
    """A head for two types of events."""
    shapes = {
        "mix": (2,),
        "hidden_weight": (SIZE, 4),
        "hidden_bias": (4,),
        "out_weight": (4, 3),
        "out_bias": (3,),
    }
    arrays = {name: _numbers(name, 1, int(np.prod(shape))).reshape(shape) for name, shape in shapes.items()}
    return EventHead(arrays | {"types": np.frombuffer(b"Raid\nVisit", dtype=np.uint8)})
