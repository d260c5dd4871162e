"""What each head is trained to do, as one sum."""

import torch
from torch import Tensor
from torch.nn import functional

from graph.read.labels import LAYERS
from graph.train.batches import Batch
from graph.train.example import IGNORE
from graph.train.network import POINTERS, Reader

_NEVER = -1e4
# Relative weights of the losses (each a mean over labelled words); the tree is what most rules stand on.
WEIGHTS = {
    "upos": 0.5, "xpos": 0.5, "feats": 0.3, "lemma": 0.3, "starts": 1.0, "arcs": 1.0, "deprel": 0.7,
    "names": 1.0, "source": 0.7, "cue": 0.7, "content": 1.0, "link_source": 0.3, "link_cue": 0.3,
}  # fmt: skip


def losses(reader: Reader, batch: Batch, *, smoothing: float) -> dict[str, Tensor]:
    """Compute the loss of every head that has labels in the batch."""
    outputs = reader(batch.inputs)
    found: dict[str, Tensor] = {}

    def classify(name: str, scores: Tensor, target: Tensor) -> None:
        if bool((target != IGNORE).any()):
            found[name] = functional.cross_entropy(
                scores.flatten(0, -2), target.flatten(), ignore_index=IGNORE, label_smoothing=smoothing
            )

    for name in ("upos", "xpos", "feats", "lemma", "names", *LAYERS):
        classify(name, outputs[name], batch.targets[name])
    starts = batch.targets["starts"]
    known = starts != IGNORE
    if bool(known.any()):
        found["starts"] = functional.binary_cross_entropy_with_logits(
            outputs["starts"][known], starts[known].float()
        )
    arcs = batch.targets["arcs"]
    if bool((arcs != IGNORE).any()):
        scores = outputs["arc_dependent"] @ outputs["arc_head"].transpose(1, 2)
        scores = scores.masked_fill(~batch.same_sentence, _NEVER)
        # No smoothing here: it would reward words of other sentences.
        found["arcs"] = functional.cross_entropy(scores.flatten(0, 1), arcs.flatten(), ignore_index=IGNORE)
        rows, words = torch.nonzero(arcs != IGNORE, as_tuple=True)
        pairs = reader.relation_scores(
            outputs["relation_dependent"][rows, words], outputs["relation_head"][rows, arcs[rows, words]]
        )
        classify("deprel", pairs, batch.targets["deprel"][rows, words])
    if len(batch.links):
        rows, content = batch.links[:, 0], batch.links[:, 1]
        wide = batch.targets["content"].shape[1]
        here = batch.targets["content"][rows] != IGNORE
        allowed = torch.cat([torch.ones_like(here[:, :1]), here], dim=1)
        for place, name in enumerate(POINTERS):
            query = outputs[f"query_{name}"][rows, content]
            scores = torch.einsum("nk,nwk->nw", query, outputs[f"key_{name}"][rows])
            scores = scores.masked_fill(~allowed[:, : wide + 1], _NEVER)
            found[f"link_{name}"] = functional.cross_entropy(scores, batch.links[:, 2 + place])
    return found
