"""The head that scores event types, and how much the lexicon counts beside it.

The head first learns from what the rules find in news that nobody annotated (silver), then from annotated
articles, there together with the weights that `graph.extract.trigger_choice` uses.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from spacy.tokens import Doc, Token
from torch import Tensor, nn
from torch.nn import functional

from graph.extract.lookup import Lookup
from graph.extract.triggers import possible_types
from graph.model.event_groups import SPEECH_ACTS
from graph.model.terms import EventType
from graph.model.text import Article, Span
from graph.train.events.annotated import Annotated, events_by_rules
from graph.train.example import IGNORE

Array = np.ndarray
TYPES = tuple(kind.value for kind in EventType if kind not in SPEECH_ACTS)
"""What is learned; number 0 is no event, so the labels count from 1."""
_NUMBER = {kind: number for number, kind in enumerate(TYPES, start=1)}
_SPEECH = -1
_NAMING = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_HIDDEN = 256
_BATCH = 256
_SMOOTHING = 0.05
# Rather an event too few: what is none is a false node to everybody who looks at the graph. Chosen by folds.
_CAUTION = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words that may name events.

    Attributes:
        layers: [N, L, D].
        ruled: [N] number of the type that a rule gives, 0 for none, -1 for an act of speech.
        possible: [N, 1 + T] true for the types that the lexicon has for the word.
        labels: [N] number of the right type, 0 for no event, `IGNORE` where either would do.
    """

    layers: Array
    ruled: Array
    possible: Array
    labels: Array

    @classmethod
    def joined(cls, parts: Sequence["Words"]) -> "Words":
        """Put the words of several articles together."""
        return cls(
            layers=np.concatenate([part.layers for part in parts]),
            ruled=np.concatenate([part.ruled for part in parts]),
            possible=np.concatenate([part.possible for part in parts]),
            labels=np.concatenate([part.labels for part in parts]),
        )


def _ruled(doc: Doc, article: Article) -> Array:
    """The types that the rules alone give, by token."""
    found = np.zeros(len(doc), dtype=np.int64)
    for event in events_by_rules(doc, article)[0]:
        tokens = _tokens(doc, event.trigger)
        found[tokens[-1].i] = _NUMBER.get(event.type.value, _SPEECH)
    return found


def _tokens(doc: Doc, span: Span) -> Sequence[Token]:
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return list(found) if found is not None else []


def _kept(doc: Doc, places: Array, layers: Array, ruled: Array, labels: Array) -> Words:
    lookup = Lookup(doc, ())
    row = np.full(len(doc), -1)
    row[places] = np.arange(len(places))
    naming = [token for token in doc if token.pos_ in _NAMING and row[token.i] >= 0]
    chosen = np.asarray([token.i for token in naming], dtype=np.int64)
    possible = np.zeros((len(naming), 1 + len(TYPES)), dtype=bool)
    for number, token in enumerate(naming):
        for kind in possible_types(token, lookup):
            if kind not in SPEECH_ACTS:
                possible[number, _NUMBER[kind.value]] = True
    return Words(layers=layers[row[chosen]], ruled=ruled[chosen], possible=possible, labels=labels[chosen])


def silver_words(doc: Doc, places: Array, layers: Array, article: Article) -> Words:
    """Label the words of a text that nobody annotated as the rules do."""
    ruled = _ruled(doc, article)
    labels = np.maximum(ruled, 0)
    return _kept(doc, places, layers, np.zeros_like(ruled), labels)


def annotated_words(item: Annotated) -> Words:
    """Label the words of an annotated article; of an event's words the one that a rule knows, or its head."""
    doc = item.doc
    item.score(None)
    ruled = _ruled(doc, item.article)
    labels = np.zeros(len(doc), dtype=np.int64)
    heads: dict[int, int] = {}
    for event in item.expected["events"]:
        for trigger in (event, *event.get("also", ())):
            tokens = _tokens(doc, item.span(trigger))
            if not tokens:
                continue
            inside = {token.i for token in tokens}
            head = next((token for token in tokens if token.head.i not in inside), tokens[-1])
            known = next((token for token in reversed(tokens) if ruled[token.i]), head)
            labels[[token.i for token in tokens]] = IGNORE
            # Acts of speech are not learned: the rules alone find them.
            heads[known.i] = _NUMBER.get(event["type"], 0)
    for trigger in item.expected["optional_events"]:
        labels[[token.i for token in _tokens(doc, item.span(trigger))]] = IGNORE
    for place, label in heads.items():
        labels[place] = label
    return _kept(doc, item.places, item.layers, ruled, labels)


class Head(nn.Module):
    """What ships as `graph.read.events.EventHead` and `graph.extract.trigger_choice.Weights`."""

    def __init__(self, layers: int, width: int) -> None:
        super().__init__()
        self.mix = nn.Parameter(torch.linspace(-1.0, 1.0, layers))
        self.scale = nn.Parameter(torch.ones(()))
        self.hidden = nn.Linear(width, _HIDDEN)
        self.out = nn.Linear(_HIDDEN, 1 + len(TYPES))
        self.drop_in, self.drop = nn.Dropout(0.2), nn.Dropout(0.35)
        # ruled, possible, unknown, unruled, speech
        self.prior = nn.Parameter(torch.tensor([2.5, 1.5, 1.0, 0.0, 1.0]))

    def forward(self, layers: Tensor, ruled: Tensor, possible: Tensor) -> Tensor:
        """Score types with the lexicon: [N, L, D], [N], [N, 1 + T] to [N, 1 + T]."""
        ruled_weight, known, unknown, unruled, speech = self.prior
        held = functional.one_hot(ruled.clamp(min=0), 1 + len(TYPES)).float()
        extra = held * ruled_weight + possible.float() * known
        nothing = unknown * ~possible.any(1) + unruled * (ruled == 0) + speech * (ruled == _SPEECH)
        return self.alone(layers) + torch.cat([nothing[:, None], extra[:, 1:]], dim=1)

    def alone(self, layers: Tensor) -> Tensor:
        """Score types without the lexicon: [N, L, D] to [N, 1 + T]."""
        words = torch.einsum("l,nld->nd", self._mix(), layers)
        return self.out(self.drop(functional.relu(self.hidden(self.drop_in(words)))))

    def _mix(self) -> Tensor:
        return self.scale * torch.softmax(self.mix, dim=0)

    def arrays(self) -> dict[str, Array]:
        """Give what `EventHead` takes."""
        weights = {
            "mix": self._mix(),
            "hidden_weight": self.hidden.weight.T,
            "hidden_bias": self.hidden.bias,
            "out_weight": self.out.weight.T,
            "out_bias": self.out.bias,
        }
        found = {name: value.detach().numpy().astype(np.float16) for name, value in weights.items()}
        return found | {"types": np.frombuffer("\n".join(TYPES).encode(), dtype=np.uint8)}

    def weights(self) -> dict[str, float]:
        """Give what stands in `event_weights.tsv`."""
        names = ("ruled", "possible", "unknown", "unruled", "speech")
        return {**dict(zip(names, self.prior.tolist(), strict=True)), "caution": _CAUTION}


def learn_silver(silver: Words, *, seed: int) -> Head:
    """Make a head that does as the rules do, without seeing them."""
    torch.manual_seed(seed)
    head = Head(*silver.layers.shape[1:])
    _fit(head, silver, epochs=3, priors=False)
    return head


def learn_annotated(start: Head, words: Words) -> Head:
    """Go on with annotated articles."""
    head = Head(*words.layers.shape[1:])
    head.load_state_dict(start.state_dict())
    _fit(head, words, epochs=8, priors=True)
    return head


def _fit(head: Head, words: Words, *, epochs: int, priors: bool, rate: float = 2e-3) -> None:
    known = np.flatnonzero(words.labels != IGNORE)
    slow = [value for name, value in head.named_parameters() if name != "prior"]
    groups: list[dict[str, Any]] = [{"params": slow, "lr": rate, "weight_decay": 0.02}]
    if priors:
        groups.append({"params": [head.prior], "lr": 10 * rate, "weight_decay": 0.0})
    optimizer = torch.optim.AdamW(groups)
    peaks = [group["lr"] for group in groups]
    steps, step = max(1, epochs * len(known) // _BATCH), 0
    head.train()
    for _ in range(epochs):
        order = known[torch.randperm(len(known)).numpy()]
        for begin in range(0, len(order), _BATCH):
            batch = order[begin : begin + _BATCH]
            step += 1
            for group, peak in zip(optimizer.param_groups, peaks, strict=True):
                group["lr"] = peak * min(1.0, step / 50) * max(0.02, 1 - step / steps)
            layers = torch.from_numpy(words.layers[batch]).float()
            scores = (
                head(layers, torch.from_numpy(words.ruled[batch]), torch.from_numpy(words.possible[batch]))
                if priors
                else head.alone(layers)
            )
            target = torch.from_numpy(words.labels[batch])
            loss = functional.cross_entropy(scores, target, label_smoothing=_SMOOTHING)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    head.eval()


def save_head(head: Head, weights: Path, resources: Path) -> None:
    """Write `events.npz` beside the reader's weights, and `event_weights.tsv` among the rules' files."""
    np.savez(weights / "events.npz", **head.arrays())  # type: ignore[arg-type]
    file = resources / "event_weights.tsv"
    values = head.weights()
    lines = []
    for line in file.read_text(encoding="utf-8").splitlines():
        name, *cells = line.split("\t")
        lines.append(f"{name}\t{values[name]:.2f}\t{cells[-1]}" if name in values else line)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def averaged(heads: Iterable[Head]) -> Head:
    """Average the weights of heads that began alike."""
    kept = list(heads)
    result = Head(len(kept[0].mix), kept[0].hidden.in_features)
    states = [head.state_dict() for head in kept]
    result.load_state_dict({name: torch.stack([s[name] for s in states]).mean(0) for name in states[0]})
    return result.eval()
