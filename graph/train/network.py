"""The network: a small BERT encoder shared by light heads, all over the same window of words.

Sources: Devlin et al. 2019 (encoder), Wang et al. 2020 (MiniLM, whose six-layer weights are the start),
Peters et al. 2018 (mix of layers), Dozat and Manning 2017 (biaffine trees).
"""

import json
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from graph.read.coreference import DISTANCE_CLASSES, MATCH_CLASSES
from graph.read.features import BREAKS, SHAPES, SPACES
from graph.read.labels import KINDS, LAYER_TAGS, LAYERS, NAME_TAGS, RELATION_KINDS, VALUE_TAGS, Labels

ARC_SIZE = 256
RELATION_SIZE = 192
POINTER_SIZE = 128
ROLE_SIZE = 128
LINK_SIZE = 192
EDGE_SIZE = 64
MENTION_SIZE = 128
HIDDEN = 256
POINTERS = ("source", "cue")


class Inputs(NamedTuple):
    """A batch: [B, P] pieces and their features, [B, W] first pieces, [B, P] true where a piece stands."""

    pieces: Tensor
    shapes: Tensor
    breaks: Tensor
    spaces: Tensor
    first: Tensor
    mask: Tensor | None


class Layer(nn.Module):
    """One transformer layer, normalisation after each part as in BERT."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, mask: Tensor | None) -> Tensor:
        """Map [B, P, D] to [B, P, D]; `mask` is [B, 1, 1, P], true where a piece stands."""
        batch, size, width = hidden.shape
        q, k, v = (
            self.qkv(hidden).view(batch, size, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        )
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(batch, size, width)
        hidden = self.norm1(hidden + self.drop(self.out(mixed)))
        inner = functional.gelu(self.up(hidden))
        return self.norm2(hidden + self.drop(self.down(inner)))


class Encoder(nn.Module):
    """Word pieces and word features to the outputs of every layer."""

    def __init__(self, config: dict[str, int], dropout: float, *, unseen: float = 0.0) -> None:
        """Make an encoder; while training, `unseen` is the part of the pieces that it does not get to see."""
        super().__init__()
        width = config["hidden_size"]
        self.unseen = unseen
        self.words = nn.Embedding(config["vocab_size"], width)
        self.places = nn.Embedding(config["max_position_embeddings"], width)
        self.shapes = nn.Embedding(SHAPES, width)
        self.breaks = nn.Embedding(BREAKS, width)
        self.spaces = nn.Embedding(SPACES, width)
        for table in (self.shapes, self.breaks, self.spaces):
            nn.init.normal_(table.weight, std=0.005)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(width, config["num_attention_heads"], config["intermediate_size"], dropout)
            for _ in range(config["num_hidden_layers"])
        )

    def forward(self, inputs: Inputs) -> list[Tensor]:
        """Return the output [B, P, D] of each layer."""
        places = torch.arange(inputs.pieces.shape[1], device=inputs.pieces.device)
        words = self.words(inputs.pieces)
        if self.training and self.unseen:
            words = words * (torch.rand_like(words[..., :1]) >= self.unseen)
        hidden = words + self.places(places) + self.shapes(inputs.shapes)
        hidden = hidden + self.breaks(inputs.breaks) + self.spaces(inputs.spaces)
        hidden = self.drop(self.norm(hidden))
        mask = None if inputs.mask is None else inputs.mask[:, None, None, :]
        outputs = []
        for layer in self.layers:
            hidden = layer(hidden, mask)
            outputs.append(hidden)
        return outputs

    @classmethod
    def pretrained(
        cls, folder: Path, dropout: float, *, unseen: float = 0.0
    ) -> tuple["Encoder", dict[str, int]]:
        """Load a BERT checkpoint (`config.json`, `model.safetensors`) of the Hugging Face layout."""
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        encoder = cls(config, dropout, unseen=unseen)
        old = {
            name.removeprefix("bert."): value
            for name, value in load_file(folder / "model.safetensors").items()
        }
        new = encoder.state_dict()
        embeddings = "embeddings."
        new["words.weight"] = old[embeddings + "word_embeddings.weight"]
        new["places.weight"] = (
            old[embeddings + "position_embeddings.weight"]
            + old[embeddings + "token_type_embeddings.weight"][0]
        )
        for kind in ("weight", "bias"):
            new[f"norm.{kind}"] = old[f"{embeddings}LayerNorm.{kind}"]
            for number in range(config["num_hidden_layers"]):
                source, target = f"encoder.layer.{number}.", f"layers.{number}."
                new[f"{target}qkv.{kind}"] = torch.cat(
                    [old[f"{source}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                )
                for ours, theirs in (
                    ("out", "attention.output.dense"),
                    ("norm1", "attention.output.LayerNorm"),
                    ("up", "intermediate.dense"),
                    ("down", "output.dense"),
                    ("norm2", "output.LayerNorm"),
                ):
                    new[f"{target}{ours}.{kind}"] = old[f"{source}{theirs}.{kind}"]
        encoder.load_state_dict(new)
        # Frozen: 11.5 of 22.7 million parameters that a few million words of training would not improve.
        encoder.words.weight.requires_grad_(False)
        encoder.places.weight.requires_grad_(False)
        return encoder, config


class Mix(nn.Module):
    """A learned mix of all layers at the first piece of each word."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.linspace(-1.0, 1.0, layers))
        self.scale = nn.Parameter(torch.ones(()))

    def forward(self, outputs: Tensor) -> Tensor:
        """Map [L, B, W, D] to [B, W, D]."""
        weights = torch.softmax(self.weights, dim=0)
        return self.scale * torch.einsum("l,lbwd->bwd", weights, outputs)


def _projection(width: int, size: int, dropout: float) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, size), nn.GELU(), nn.Dropout(dropout))


class PairScorer(nn.Module):
    """Labels of a pair of vectors, half of each for a sum, half for a product: [..., 2S] to [..., L]."""

    def __init__(self, size: int, labels: int, dropout: float) -> None:
        super().__init__()
        self.size = size
        self.drop = nn.Dropout(dropout)
        self.out = nn.Linear(2 * size, labels)

    def joined(self, left: Tensor, right: Tensor) -> Tensor:
        """Describe the pairs: [..., 2S]."""
        added = functional.relu(left[..., : self.size] + right[..., : self.size])
        return self.drop(torch.cat([added, left[..., self.size :] * right[..., self.size :]], dim=-1))

    def forward(self, left: Tensor, right: Tensor) -> Tensor:
        """Score all labels."""
        return self.out(self.joined(left, right))


class Reader(nn.Module):
    """Encoder and heads; `forward` gives what `graph.read.decode` needs, by name."""

    OUTPUTS = (
        "upos", "xpos", "feats", "lemma", "starts", "names",
        "arc_dependent", "arc_head", "relation_dependent", "relation_head",
        "source", "cue", "content", "query_source", "query_cue", "key_source", "key_cue",
        "kinds", "values", "sense", "mention", "role_predicate", "role_word",
        "relation_subject", "relation_object",
        "span_argument", "span_predicate", "span_mention", "span_edge", "coref_query", "coref_key", "layers",
    )  # fmt: skip

    def __init__(
        self, encoder: Encoder, config: dict[str, int], labels: Labels, dropout: float = 0.2
    ) -> None:
        super().__init__()
        width, layers = config["hidden_size"], config["num_hidden_layers"]
        self.encoder = encoder
        self.tag_mix, self.tree_mix, self.name_mix, self.said_mix = (Mix(layers) for _ in range(4))
        self.role_mix, self.chain_mix, self.link_mix = (Mix(layers) for _ in range(3))
        self.tag_hidden = _projection(width, HIDDEN, dropout)
        self.tags = nn.ModuleDict(
            {
                name: nn.Linear(HIDDEN, len(getattr(labels, name)))
                for name in ("upos", "xpos", "feats", "lemma")
            }
        )
        self.starts = nn.Linear(HIDDEN, 1)
        self.root = nn.Parameter(torch.randn(width) * 0.02)
        self.arc_dependent = _projection(width, ARC_SIZE, dropout)
        self.arc_head = _projection(width, ARC_SIZE, dropout)
        self.arc = nn.Parameter(torch.zeros(ARC_SIZE + 1, ARC_SIZE))
        nn.init.xavier_uniform_(self.arc)
        self.relation_dependent = _projection(width, RELATION_SIZE, dropout)
        self.relation_head = _projection(width, RELATION_SIZE, dropout)
        self.relation = nn.Linear(3 * RELATION_SIZE, len(labels.deprel))
        self.name_hidden = _projection(width, HIDDEN, dropout)
        self.names = nn.Linear(HIDDEN, len(NAME_TAGS))
        self.kinds = nn.Linear(HIDDEN, len(KINDS))
        self.values = nn.Linear(HIDDEN, len(VALUE_TAGS))
        self.said_hidden = _projection(width, HIDDEN, dropout)
        self.layers = nn.ModuleDict({name: nn.Linear(HIDDEN, len(LAYER_TAGS)) for name in LAYERS})
        self.nobody = nn.Parameter(torch.randn(width) * 0.02)
        self.queries = nn.ModuleDict({name: nn.Linear(width, POINTER_SIZE) for name in POINTERS})
        self.keys = nn.ModuleDict({name: nn.Linear(width, POINTER_SIZE) for name in POINTERS})
        self.role_hidden = _projection(width, HIDDEN, dropout)
        self.sense = nn.Linear(HIDDEN, len(labels.sense))
        self.role_predicate = nn.Linear(width, 2 * ROLE_SIZE)
        self.role_word = nn.Linear(width, 2 * ROLE_SIZE)
        self.role = PairScorer(ROLE_SIZE, len(labels.role), dropout)
        self.span_argument = nn.Linear(width, 2 * EDGE_SIZE)
        self.span_predicate = nn.Linear(width, 2 * EDGE_SIZE)
        self.span_edge = nn.Linear(width, 2 * EDGE_SIZE)
        self.span_mention = nn.Linear(width, 2 * EDGE_SIZE)
        self.mention_hidden = _projection(width, HIDDEN, dropout)
        self.mention = nn.Linear(HIDDEN, len(labels.mention))
        self.coref_query = _projection(width, HIDDEN, dropout)
        self.coref_key = _projection(width, HIDDEN, dropout)
        self.coref_query_out = nn.Linear(HIDDEN, MENTION_SIZE + 1)
        self.coref_key_out = nn.Linear(HIDDEN, MENTION_SIZE + 1)
        self.coref_match = nn.Parameter(torch.zeros(MATCH_CLASSES))
        self.coref_distance = nn.Parameter(torch.zeros(DISTANCE_CLASSES))
        self.relation_subject = nn.Linear(width, 2 * LINK_SIZE)
        self.relation_object = nn.Linear(width, 2 * LINK_SIZE)
        self.kind_subject = nn.Parameter(torch.zeros(len(RELATION_KINDS), 2 * LINK_SIZE))
        self.kind_object = nn.Parameter(torch.zeros(len(RELATION_KINDS), 2 * LINK_SIZE))
        self.links = PairScorer(LINK_SIZE, len(labels.relation), dropout)

    def forward(self, inputs: Inputs) -> dict[str, Tensor]:
        """Score a batch of windows: each output is [B, W, ·], the heads' side [B, W + 1, ·]."""
        rows = torch.arange(inputs.first.shape[0], device=inputs.first.device)[:, None]
        words = torch.stack([layer[rows, inputs.first] for layer in self.encoder(inputs)])
        tagged = self.tag_hidden(self.tag_mix(words))
        result = {name: head(tagged) for name, head in self.tags.items()}
        result["starts"] = self.starts(tagged).squeeze(-1)
        tree = self.tree_mix(words)
        above = torch.cat([self.root.expand(tree.shape[0], 1, -1), tree], dim=1)
        dependent = self.arc_dependent(tree)
        bias = torch.ones_like(dependent[..., :1])
        result["arc_dependent"] = torch.cat([dependent, bias], dim=-1) @ self.arc
        result["arc_head"] = self.arc_head(above)
        result["relation_dependent"] = self.relation_dependent(tree)
        result["relation_head"] = self.relation_head(above)
        named = self.name_hidden(self.name_mix(words))
        result["names"], result["kinds"] = self.names(named), self.kinds(named)
        result["values"] = self.values(named)
        said = self.said_mix(words)
        spoken = self.said_hidden(said)
        result |= {name: head(spoken) for name, head in self.layers.items()}
        targets = torch.cat([self.nobody.expand(said.shape[0], 1, -1), said], dim=1)
        for name in POINTERS:
            result[f"query_{name}"] = self.queries[name](said)
            result[f"key_{name}"] = self.keys[name](targets)
        roles = self.role_mix(words)
        result["sense"] = self.sense(self.role_hidden(roles))
        for name in ("role_predicate", "role_word", "span_argument", "span_predicate", "span_edge"):
            result[name] = getattr(self, name)(roles)
        chained = self.chain_mix(words)
        result["mention"] = self.mention(self.mention_hidden(chained))
        result["span_mention"] = self.span_mention(chained)
        query = self.coref_query_out(self.coref_query(chained))
        key = self.coref_key_out(self.coref_key(chained))
        one = torch.ones_like(query[..., :1])
        # The last columns are the two words' own readiness to be linked.
        result["coref_query"] = torch.cat([query, one], dim=-1)
        result["coref_key"] = torch.cat([key[..., :-1], one, key[..., -1:]], dim=-1)
        linked = self.link_mix(words)
        result["relation_subject"] = self.relation_subject(linked)
        result["relation_object"] = self.relation_object(linked)
        # For heads that are trained apart.
        result["layers"] = words.permute(1, 2, 0, 3)
        return result

    def relation_scores(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Score labels of (dependent, head) pairs: [..., R] and [..., R] to [..., L]."""
        return self.relation(torch.cat([dependent * head, dependent, head], dim=-1))
