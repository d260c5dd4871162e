"""The scorer of who takes part in an event: pairs of annotated articles, and how it is fitted."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from graph.evaluate.alignment import EntityAlignment
from graph.evaluate.events import align_events, event_label
from graph.extract.participants import LABELS, PLACE, pairs
from graph.model.event_groups import MUTUAL, SPEECH_ACTS
from graph.model.mentions import DocumentMentions
from graph.model.terms import EventType, Role
from graph.train.events.annotated import Annotated, events_by_rules

Array = np.ndarray
_SIZE = 64
_BATCH = 256
# Features that fewer pairs have are left out.
_LEAST = 5
# Part of the features that training does not get to see.
_UNSEEN = 0.15


@dataclass(frozen=True, slots=True)
class Example:
    """Features of a pair, and which of `LABELS` it has."""

    features: tuple[str, ...]
    right: frozenset[str]


def examples(item: Annotated) -> list[Example]:
    """Label the pairs of an article; what is neither required nor surplus is left out."""
    text, expected = item.article.text, item.expected
    events, lookup, entities = events_by_rules(item.doc, item.article)
    mentions = DocumentMentions(article="a", reader="", sentences=(), entities=entities, events=events)
    aligned = align_events(mentions, text, expected)
    names = EntityAlignment(mentions, text, expected)
    annotated = {event_label(event): event for event in expected["events"]}
    chains: dict[str, str] = {}
    for event in events:
        label = aligned.get(event.id)
        # One mention that is right makes the event the annotated one.
        if label is not None and (label in annotated or event.chain not in chains):
            chains[event.chain] = label
    found = []
    for pair in pairs(events, lookup):
        label = chains.get(pair.event.chain)
        if label is None or pair.event.type in SPEECH_ACTS:
            continue
        # A description that nobody annotated, in a role that a rule gives: it may well be right.
        if pair.known and not names.is_judged(pair.mention.id):
            continue
        found.append(Example(pair.features, _right(annotated.get(label), names.of(pair.mention.id))))
    return found


def _right(event: dict[str, Any] | None, name: str | None) -> frozenset[str]:
    if event is None or name is None:
        return frozenset()
    mutual = EventType(event["type"]) in MUTUAL
    found = {role for role, those in event.get("roles", {}).items() if name in those}
    if mutual and Role.AGENT.value in found:
        found = found - {Role.AGENT.value} | {Role.PARTICIPANT.value}
    if name in event.get("place", ()):
        found.add(PLACE)
    return frozenset(found)


class Net(nn.Module):
    """What ships as `graph.extract.feature_scorer.FeatureScorer`."""

    def __init__(self, features: Sequence[str]) -> None:
        super().__init__()
        self.features = list(features)
        self.number = {name: number for number, name in enumerate(features)}
        self.vectors = nn.EmbeddingBag(len(features), _SIZE, mode="sum")
        self.direct = nn.EmbeddingBag(len(features), len(LABELS), mode="sum")
        nn.init.normal_(self.vectors.weight, std=0.05)
        nn.init.zeros_(self.direct.weight)
        self.hidden = nn.Linear(_SIZE, _SIZE)
        self.out = nn.Linear(_SIZE, len(LABELS))
        nn.init.constant_(self.out.bias, -3.0)
        self.drop = nn.Dropout(0.3)

    def forward(self, sets: Sequence[Sequence[int]]) -> Tensor:
        """Score sets of features by number: [N, L]."""
        flat = torch.tensor([number for numbers in sets for number in numbers], dtype=torch.int64)
        begins = torch.tensor([0, *(len(numbers) for numbers in sets)][:-1]).cumsum(0)
        first = self.drop(functional.relu(self.vectors(flat, begins)))
        second = self.drop(functional.relu(self.hidden(first)))
        return self.out(second) + self.direct(flat, begins)

    def arrays(self) -> dict[str, Array]:
        """Give what `FeatureScorer` takes."""
        weights = {
            "vectors": self.vectors.weight,
            "direct": self.direct.weight,
            "hidden_weight": self.hidden.weight.T,
            "hidden_bias": self.hidden.bias,
            "out_weight": self.out.weight.T,
            "out_bias": self.out.bias,
        }
        found = {name: value.detach().numpy().astype(np.float16) for name, value in weights.items()}
        names = {"features": self.features, "labels": LABELS}
        return found | {
            name: np.frombuffer("\n".join(those).encode(), dtype=np.uint8) for name, those in names.items()
        }


def learn_participants(known: Sequence[Example], *, seed: int = 1, epochs: int = 6) -> Net:
    """Fit the scorer."""
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    counts = Counter(name for example in known for name in example.features)
    net = Net(sorted(name for name, count in counts.items() if count >= _LEAST))
    sets = [np.asarray([net.number[n] for n in example.features if n in net.number]) for example in known]
    right = torch.tensor([[label in example.right for label in LABELS] for example in known]).float()
    rate, steps, step = 2e-3, max(1, epochs * len(known) // _BATCH), 0
    optimizer = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=0.01)
    net.train()
    for _ in range(epochs):
        order = chance.permutation(len(known))
        for begin in range(0, len(order), _BATCH):
            batch = order[begin : begin + _BATCH].tolist()
            step += 1
            for group in optimizer.param_groups:
                group["lr"] = rate * min(1.0, step / 50) * max(0.02, 1 - step / steps)
            seen = [sets[number][chance.random(len(sets[number])) > _UNSEEN].tolist() for number in batch]
            # Summed over labels: most pairs have none.
            loss = functional.binary_cross_entropy_with_logits(net(seen), right[batch], reduction="sum")
            optimizer.zero_grad()
            (loss / len(batch)).backward()
            optimizer.step()
    return net.eval()


def save_participants(net: Net, resources: Path) -> None:
    """Write `participants.npz` among the rules' files."""
    np.savez_compressed(resources / "participants.npz", **net.arrays())  # type: ignore[arg-type]


def all_examples(items: Iterable[Annotated]) -> list[Example]:
    """Label the pairs of several articles."""
    return [example for item in items for example in examples(item)]
