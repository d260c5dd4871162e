"""From the network's scores to labels, trees and spans: numpy only, shared by training and reading."""

from collections.abc import Sequence

import numpy as np

from graph.read.attribution import Attribution, Range
from graph.read.labels import NAME_TAGS

Array = np.ndarray
_NEVER = -1e9


def log_softmax(scores: Array) -> Array:
    """Log-probabilities over the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)))


def viterbi(emissions: Array, transitions: Array, start: Array, end: Array) -> list[int]:
    """Find the best tag sequence.

    Args:
        emissions: Log-scores [W, T].
        transitions: Log-scores [T, T] of (from, to).
        start: Log-scores [T] of a first tag.
        end: Log-scores [T] of a last tag.
    """
    count = len(emissions)
    if not count:
        return []
    score = emissions[0] + start
    back = np.zeros((count, len(start)), dtype=np.int64)
    for position in range(1, count):
        paths = score[:, None] + transitions
        back[position] = paths.argmax(axis=0)
        score = paths.max(axis=0) + emissions[position]
    tag = int((score + end).argmax())
    tags = [tag]
    for position in range(count - 1, 0, -1):
        tag = int(back[position, tag])
        tags.append(tag)
    return tags[::-1]


def _name_transitions() -> tuple[Array, Array, Array]:
    """BIOES: I and E only after B or I of the same kind; B and I must go on."""
    size = len(NAME_TAGS)
    allowed = np.full((size, size), _NEVER)
    start, end = np.full(size, _NEVER), np.full(size, _NEVER)
    for here, left in enumerate(NAME_TAGS):
        if left[0] in "OBS":
            start[here] = 0.0
        if left[0] in "OES":
            end[here] = 0.0
        for there, right in enumerate(NAME_TAGS):
            inside = left[0] in "BI"
            continues = right[0] in "IE"
            if inside == continues and (not inside or left[2:] == right[2:]):
                allowed[here, there] = 0.0
    return allowed, start, end


_NAMES = _name_transitions()


def decode_names(scores: Array) -> list[tuple[int, int, str, float]]:
    """Find names in one sentence.

    Args:
        scores: Raw scores [W, len(NAME_TAGS)].

    Returns:
        (first word, word after the last, kind, mean probability of its tags), in order.
    """
    logs = log_softmax(scores)
    # Most sentences need no search: where every best tag is O, so is the best path.
    if not logs.argmax(axis=1).any():
        return []
    tags = viterbi(logs, *_NAMES)
    found, begin = [], 0
    for position, tag in enumerate(tags):
        prefix = NAME_TAGS[tag][0]
        if prefix in "BS":
            begin = position
        if prefix in "ES":
            kind = NAME_TAGS[tag][2:]
            chosen = logs[range(begin, position + 1), tags[begin : position + 1]]
            found.append((begin, position + 1, kind, float(np.exp(chosen).mean())))
    return found


def decode_layer(scores: Array, switch_penalty: float) -> list[Range]:
    """Find the pieces of one attribution layer in a window.

    Args:
        scores: Raw scores [W, 3] for O, B, I.
        switch_penalty: Taken off at each border of a piece: joins contents that flicker.
    """
    logs = log_softmax(scores)
    moves = np.array(
        [
            [0.0, -switch_penalty, _NEVER],
            [-switch_penalty, -2 * switch_penalty, 0.0],
            [-switch_penalty, -2 * switch_penalty, 0.0],
        ]
    )
    if not logs.argmax(axis=1).any():
        return []
    tags = viterbi(logs, moves, np.array([0.0, -switch_penalty, _NEVER]), np.zeros(3))
    pieces: list[Range] = []
    for position, tag in enumerate(tags):
        if tag == 1:
            pieces.append((position, position + 1))
        elif tag == 2:
            pieces[-1] = (pieces[-1][0], position + 1)
    return pieces


def link_attributions(
    layers: dict[str, list[Range]], query: dict[str, Array], keys: dict[str, Array], content_scores: Array
) -> list[Attribution]:
    """Join contents with the source and the cue that their first words point at.

    Args:
        layers: Pieces of `source`, `cue`, `content` in the window.
        query: For `source` and `cue`: vectors [W, K] of pointing words.
        keys: For `source` and `cue`: vectors [W + 1, K] of words pointed at; the first stands for "nobody".
        content_scores: Raw scores [W, 3] of the content layer, for the confidence.
    """
    probabilities = np.exp(log_softmax(content_scores))[:, 1:].sum(axis=1)
    grouped: dict[tuple[Range | None, Range | None], list[Range]] = {}
    for piece in layers["content"]:
        targets: list[Range | None] = []
        for name in ("source", "cue"):
            candidates = layers[name]
            rows = np.concatenate([keys[name][:1], keys[name][[begin + 1 for begin, _ in candidates]]])
            best = int((rows @ query[name][piece[0]]).argmax())
            targets.append(candidates[best - 1] if best else None)
        source, cue = targets
        # A piece with neither stands alone: two such pieces have nothing in common.
        key = (source, cue) if source or cue else (piece, None)
        grouped.setdefault(key, []).append(piece)
    found = []
    for (source, cue), pieces in grouped.items():
        alone = cue is None and source == pieces[0]
        certainty = np.concatenate([probabilities[begin:end] for begin, end in pieces]).mean()
        found.append(
            Attribution(
                source=() if source is None or alone else (source,),
                cue=() if cue is None else (cue,),
                content=tuple(pieces),
                confidence=round(float(certainty), 4),
            )
        )
    return sorted(found, key=lambda item: item.content)


def decode_heads(scores: Array) -> list[int]:
    """Choose one head for each word of a sentence so that they form a tree with a single root.

    Args:
        scores: Raw scores [W, W + 1]; column 0 is the root, column j + 1 word j.

    Returns:
        Heads as word numbers, the root's own number for the root.

    Source: greedy choice where it is already a tree (92 to 94 % of sentences); otherwise maximum spanning
    tree (Chu-Liu 1965, Edmonds 1967), once for each likely root.
    """
    size = len(scores)
    scores = scores.copy()
    scores[np.arange(size), np.arange(size) + 1] = _NEVER
    heads = scores.argmax(axis=1) - 1
    if (heads < 0).sum() == 1 and _is_tree(heads):
        root = int(np.flatnonzero(heads < 0)[0])
    else:
        root = int(scores[:, 0].argmax())
        fixed = scores.copy()
        fixed[:, 0] = _NEVER
        fixed[root] = _NEVER
        fixed[root, 0] = 0.0
        heads = _spanning_tree(fixed)
    result = [int(head) for head in heads]
    result[root] = root
    return result


def _is_tree(heads: Array) -> bool:
    reached = heads.copy()
    # Pointer doubling: after log2(W) steps every word of a tree has arrived at the root (-1).
    for _ in range(int(np.ceil(np.log2(len(heads) + 1))) + 1):
        reached = np.where(reached < 0, -1, reached[np.maximum(reached, 0)])
    return bool((reached < 0).all())


def _spanning_tree(scores: Array) -> Array:
    """Chu-Liu/Edmonds over [W, W + 1] scores, iterative contraction; node 0 is the root."""
    size = len(scores) + 1
    weight = np.full((size, size), _NEVER)  # weight[head, dependent]
    weight[:, 1:] = scores.T
    np.fill_diagonal(weight, _NEVER)
    return _edmonds(weight)[1:] - 1


def _edmonds(weight: Array) -> Array:
    size = len(weight)
    head = weight.argmax(axis=0)
    head[0] = 0
    cycle = _find_cycle(head)
    if cycle is None:
        return np.asarray(head)
    inside = np.zeros(size, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    cycle_weight = weight[head[cycle], cycle]
    smaller = np.full((len(outside) + 1, len(outside) + 1), _NEVER)
    smaller[:-1, :-1] = weight[np.ix_(outside, outside)]
    into = weight[np.ix_(outside, cycle)] - cycle_weight[None, :]
    out = weight[np.ix_(cycle, outside)]
    smaller[:-1, -1] = into.max(axis=1)
    smaller[-1, :-1] = out.max(axis=0)
    smaller[-1, -1] = _NEVER
    shrunk = _edmonds(smaller)
    result = head.copy()
    for place, node in enumerate(outside):
        if place == 0:
            continue
        above = shrunk[place]
        result[node] = outside[above] if above < len(outside) else cycle[int(out[:, place].argmax())]
    entry_head = shrunk[-1]
    entry = cycle[int(into[entry_head].argmax())]
    result[entry] = outside[entry_head]
    result[0] = 0
    return np.asarray(result)


def _find_cycle(head: Array) -> Array | None:
    state = np.zeros(len(head), dtype=np.int8)
    state[0] = 2
    for begin in range(1, len(head)):
        path, node = [], begin
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(head[node])
        if state[node] == 1:
            return np.asarray(path[path.index(node) :])
        state[path] = 2
    return None


def decode_sentences(scores: Array, forced: Sequence[bool]) -> list[bool]:
    """Tell where sentences start: where forced, or where the score is above 0 (probability one half)."""
    starts = [bool(flag) or score > 0.0 for flag, score in zip(forced, scores, strict=True)]
    if starts:
        starts[0] = True
    return starts
