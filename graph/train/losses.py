"""What each head is trained to do, as one sum."""

import torch
from torch import Tensor
from torch.nn import functional

from graph.read.labels import LAYERS
from graph.train.batches import Batch, Chains, Pairs, Roles
from graph.train.example import IGNORE
from graph.train.network import EDGE_SIZE, POINTERS, Reader

_NEVER = -1e4
# Relative weights of the losses (each a mean over what is labelled); the tree is what most rules stand on.
WEIGHTS = {
    "upos": 0.5, "xpos": 0.5, "feats": 0.3, "lemma": 0.3, "starts": 1.0, "arcs": 1.0, "deprel": 0.7,
    "names": 1.0, "kinds": 0.3, "values": 0.5,
    "source": 0.7, "cue": 0.7, "content": 1.0, "link_source": 0.3, "link_cue": 0.3,
    "sense": 0.7, "roles": 0.7, "argument_spans": 0.4,
    "mention": 0.5, "mention_spans": 0.2, "coref": 0.5, "relations": 1.0,
}  # fmt: skip
# Most mentions refer to nothing before them; without this the links that exist are too rarely made.
_LINKED = 2.0


def losses(reader: Reader, batch: Batch, *, smoothing: float) -> dict[str, Tensor]:
    """Compute the loss of every head that has labels in the batch."""
    outputs = reader(batch.inputs)
    found: dict[str, Tensor] = {}

    def classify(name: str, scores: Tensor, target: Tensor) -> None:
        if bool((target != IGNORE).any()):
            found[name] = functional.cross_entropy(
                scores.flatten(0, -2), target.flatten(), ignore_index=IGNORE, label_smoothing=smoothing
            )

    for name in ("upos", "xpos", "feats", "lemma", "names", "values", "sense", "mention", *LAYERS):
        classify(name, outputs[name], batch.targets[name])
    starts = batch.targets["starts"]
    known = starts != IGNORE
    if bool(known.any()):
        found["starts"] = functional.binary_cross_entropy_with_logits(
            outputs["starts"][known], starts[known].float()
        )
    if bool(batch.kinds.any()):
        found["kinds"] = _partial(outputs["kinds"].float(), batch.kinds)
    if bool((batch.targets["arcs"] != IGNORE).any()):
        found |= _trees(reader, outputs, batch, smoothing)
    if len(batch.links):
        found |= _pointers(outputs, batch)
    if batch.roles is not None:
        found |= _roles(reader, outputs, batch, batch.roles)
    if batch.chains:
        found |= _chains(reader, outputs, batch)
    if batch.pairs:
        found["relations"] = _relations(reader, outputs, batch.pairs)
    return found


def _partial(scores: Tensor, possible: Tensor) -> Tensor:
    """The probability of all types that are possible together, where that is less than all of them."""
    known = possible.any(-1)
    scores, possible = scores[known], possible[known]
    inside = scores.masked_fill(~possible, _NEVER).logsumexp(-1)
    return (scores.logsumexp(-1) - inside).mean()


def _trees(reader: Reader, outputs: dict[str, Tensor], batch: Batch, smoothing: float) -> dict[str, Tensor]:
    arcs, sentences = batch.targets["arcs"], batch.sentences
    scores = outputs["arc_dependent"] @ outputs["arc_head"].transpose(1, 2)
    allowed = sentences[:, :, None] == sentences[:, None, :]
    allowed &= ~torch.eye(allowed.shape[1], dtype=torch.bool, device=allowed.device)
    allowed = torch.cat([torch.ones_like(allowed[:, :, :1]), allowed], dim=2)
    scores = scores.masked_fill(~allowed, _NEVER)
    rows, words = torch.nonzero(arcs != IGNORE, as_tuple=True)
    pairs = reader.relation_scores(
        outputs["relation_dependent"][rows, words], outputs["relation_head"][rows, arcs[rows, words]]
    )
    return {
        # No smoothing here: it would reward words of other sentences.
        "arcs": functional.cross_entropy(scores.flatten(0, 1), arcs.flatten(), ignore_index=IGNORE),
        "deprel": functional.cross_entropy(
            pairs, batch.targets["deprel"][rows, words], ignore_index=IGNORE, label_smoothing=smoothing
        ),
    }


def _pointers(outputs: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
    rows, content = batch.links[:, 0], batch.links[:, 1]
    here = batch.targets["content"][rows] != IGNORE
    allowed = torch.cat([torch.ones_like(here[:, :1]), here], dim=1)
    found = {}
    for place, name in enumerate(POINTERS):
        query = outputs[f"query_{name}"][rows, content]
        scores = torch.einsum("nk,nwk->nw", query, outputs[f"key_{name}"][rows])
        found[f"link_{name}"] = functional.cross_entropy(
            scores.masked_fill(~allowed, _NEVER), batch.links[:, 2 + place]
        )
    return found


def _roles(reader: Reader, outputs: dict[str, Tensor], batch: Batch, roles: Roles) -> dict[str, Tensor]:
    rows, words = roles.predicates[:, 0], roles.predicates[:, 1]
    predicate, place = torch.nonzero(roles.labels != IGNORE, as_tuple=True)
    scores = reader.role(
        outputs["role_predicate"][rows[predicate], words[predicate]],
        outputs["role_word"][rows[predicate], place],
    )
    target = roles.labels[predicate, place]
    # Per argument, not per pair: the pairs are mostly unrelated words.
    total = functional.cross_entropy(scores, target, reduction="sum")
    found = {"roles": total / max(1, int((target > 0).sum()))}
    if len(roles.spans):
        number, row, head, first, last = roles.spans.unbind(1)
        query = outputs["span_argument"][row, head] + outputs["span_predicate"][row, words[number]]
        found["argument_spans"] = _edges(outputs, batch, query, row, head, first, last)
    return found


def _edges(
    outputs: dict[str, Tensor],
    batch: Batch,
    query: Tensor,
    row: Tensor,
    head: Tensor,
    first: Tensor,
    last: Tensor,
) -> Tensor:
    """Find the first and the last word of phrases from their heads, within the sentence."""
    places = torch.arange(batch.sentences.shape[1], device=row.device)
    inside = batch.sentences[row] == batch.sentences[row, head][:, None]
    edges = outputs["span_edge"][row]
    starts = torch.einsum("nd,nwd->nw", query[:, :EDGE_SIZE], edges[..., :EDGE_SIZE])
    ends = torch.einsum("nd,nwd->nw", query[:, EDGE_SIZE:], edges[..., EDGE_SIZE:])
    starts = starts.masked_fill(~inside | (places > head[:, None]), _NEVER)
    ends = ends.masked_fill(~inside | (places < head[:, None]), _NEVER)
    return functional.cross_entropy(starts, first) + functional.cross_entropy(ends, last)


def _chains(reader: Reader, outputs: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
    places = torch.cat([item.places for item in batch.chains])
    spans = torch.cat([item.spans for item in batch.chains])
    row, head = places.unbind(1)
    query = outputs["span_mention"][row, head]
    found = {"mention_spans": _edges(outputs, batch, query, row, head, spans[:, 0], spans[:, 1])}
    found["coref"] = torch.stack([_antecedents(reader, outputs, item) for item in batch.chains]).mean()
    return found


def _antecedents(reader: Reader, outputs: dict[str, Tensor], chains: Chains) -> Tensor:
    """Marginal likelihood of all right antecedents (Lee et al. 2017); no antecedent scores 0."""
    row, head = chains.places.unbind(1)
    scores = outputs["coref_query"][row, head] @ outputs["coref_key"][row, head].T
    scores = scores.float() + reader.coref_match[chains.match] + reader.coref_distance[chains.distance]
    earlier = torch.ones_like(scores, dtype=torch.bool).tril(-1)
    same = (chains.clusters[:, None] == chains.clusters[None, :]) & earlier
    linked = same.any(1)
    scores = torch.cat([torch.zeros_like(scores[:, :1]), scores.masked_fill(~earlier, _NEVER)], dim=1)
    right = torch.cat([~linked[:, None], same], dim=1)
    loss = scores.logsumexp(1) - scores.masked_fill(~right, _NEVER).logsumexp(1)
    weight = torch.where(linked, _LINKED, 1.0)
    return (loss * weight).sum() / weight.sum()


def _relations(reader: Reader, outputs: dict[str, Tensor], passages: list[Pairs]) -> Tensor:
    """Adaptive thresholding (Zhou et al. 2021): what holds scores above the threshold, the rest below."""
    total = outputs["relation_subject"].new_zeros(())
    count = 0
    for item in passages:
        subject = _entities(outputs["relation_subject"], item) + reader.kind_subject[item.kinds]
        target = _entities(outputs["relation_object"], item) + reader.kind_object[item.kinds]
        size = len(item.kinds)
        apart = ~torch.eye(size, dtype=torch.bool, device=subject.device)
        pair = reader.links.joined(subject[:, None].expand(-1, size, -1), target[None].expand(size, -1, -1))
        first, stop = item.scheme
        linear = reader.links.out
        scores = functional.linear(pair[apart], linear.weight[first:stop], linear.bias[first:stop]).float()
        related = item.related[apart]
        threshold = torch.zeros_like(related)
        threshold[:, 0] = True
        above = scores.masked_fill(~(related | threshold), _NEVER).log_softmax(-1)
        below = scores.masked_fill(related, _NEVER).log_softmax(-1)
        total = total - (above * related).sum() - below[:, 0].sum()
        count += max(1, int(related.sum()))
    return total / count


def _entities(vectors: Tensor, pairs: Pairs) -> Tensor:
    """Average the vectors of all words of an entity's mentions: [E, ...]."""
    entity, row, word = pairs.words.unbind(1)
    size = len(pairs.kinds)
    total = vectors.new_zeros(size, vectors.shape[-1]).index_add(0, entity, vectors[row, word])
    return total / torch.bincount(entity, minlength=size)[:, None]
