"""A made-up document with every kind of label, and an encoder that is small."""

import gzip
import json
from pathlib import Path

from graph.read.component import WEIGHTS
from graph.train.corpora import Document, Sentence
from graph.train.example import Attributions, Frame, Mention, NameRelations, Tree

CONFIG = {
    "hidden_size": 24, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 32,
    "vocab_size": 30522, "max_position_embeddings": 512,
}  # fmt: skip


def sentence(*, paragraph: bool) -> Sentence:
    words = ["Berg", "sold", "Orrin", "Bank", "on", "Monday"]
    tree = Tree(
        upos=["PROPN", "VERB", "PROPN", "PROPN", "ADP", "PROPN"],
        xpos=["NNP", "VBD", "NNP", "NNP", "IN", "NNP"],
        feats=["_", "Tense=Past", "_", "_", "_", "_"],
        lemma=["k0", ":sell", "k0", "k0", "l0", "k0"],
        heads=[1, 1, 3, 1, 5, 1],
        deprel=["nsubj", "root", "compound", "obj", "case", "obl"],
    )
    return Sentence(
        words=words,
        spaces=[1] * 6,
        new_paragraph=paragraph,
        tree=tree,
        names=["S-PERSON", "O", "B-ORG", "E-ORG", "O", "O"],
        kinds=[("PERSON",), (), ("ORG",), ("ORG",), (), ()],
        values=["O", "O", "O", "O", "O", "S-DATE"],
        frames=[Frame(predicate=1, sense="01", arguments=[(0, 1, 0, "ARG0"), (2, 4, 3, "ARG1")])],
    )


def document() -> Document:
    return Document(
        sentences=[sentence(paragraph=True), sentence(paragraph=False)],
        attributions=Attributions(
            layers={"source": [(0, 1)], "cue": [(1, 2)], "content": [(2, 4)]}, links=[(2, 0, 1)]
        ),
        mentions=[
            Mention(begin=0, end=1, head=0, kind="person", cluster=0),
            Mention(begin=2, end=4, head=3, kind="organization", cluster=1),
            Mention(begin=6, end=7, head=6, kind="person", cluster=0),
        ],
        relations=NameRelations(
            scheme="conll04",
            entities=[("PERSON", [(0, 1), (6, 7)]), ("ORG", [(2, 4)])],
            triples=[(0, 1, "Work_For")],
        ),
    )


def write_encoder(folder: Path) -> None:
    """Write a BERT checkpoint of chance weights in the Hugging Face layout."""
    # Both come with the extra `train` only.
    import torch
    from safetensors.torch import save_file

    width, inner = CONFIG["hidden_size"], CONFIG["intermediate_size"]
    shapes: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (CONFIG["vocab_size"], width),
        "embeddings.position_embeddings.weight": (CONFIG["max_position_embeddings"], width),
        "embeddings.token_type_embeddings.weight": (2, width),
    }

    def add(name: str, *size: int) -> None:
        shapes[f"{name}.weight"], shapes[f"{name}.bias"] = size, size[:1]

    add("embeddings.LayerNorm", width)
    for number in range(CONFIG["num_hidden_layers"]):
        layer = f"encoder.layer.{number}"
        for part in ("self.query", "self.key", "self.value", "output.dense"):
            add(f"{layer}.attention.{part}", width, width)
        add(f"{layer}.attention.output.LayerNorm", width)
        add(f"{layer}.intermediate.dense", inner, width)
        add(f"{layer}.output.dense", width, inner)
        add(f"{layer}.output.LayerNorm", width)
    torch.manual_seed(1)
    folder.mkdir()
    save_file({name: torch.randn(size) * 0.05 for name, size in shapes.items()}, folder / "model.safetensors")
    (folder / "config.json").write_text(json.dumps(CONFIG))
    (folder / "tokenizer.json").write_bytes((WEIGHTS / "tokenizer.json").read_bytes())


def write_rolesets(data: Path) -> None:
    """Write a data folder that names no rolesets."""
    (data / "srl").mkdir(parents=True)
    with gzip.open(data / "srl" / "ewt-train.jsonl.gz", "wt") as file:
        file.write("")
