"""From the network's scores to labels and spans: numpy only, shared by training and reading."""

from collections.abc import Sequence

import numpy as np

from graph.read.attribution import Attribution, Range
from graph.read.labels import KINDS, KINDS_OF, NAME_TAGS, VALUE_TAGS

Array = np.ndarray
Labelled = tuple[int, int, str, float]
"""First word, word after the last, label, confidence in [0, 1]."""

_NEVER = -1e9


def log_softmax(scores: Array) -> Array:
    """Log-probabilities over the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)))


def softmax(scores: Array, temperature: float = 1.0) -> Array:
    """Probabilities over the last axis of scores divided by the temperature."""
    odds = np.exp((scores - scores.max(axis=-1, keepdims=True)) / temperature)
    return np.asarray(odds / odds.sum(axis=-1, keepdims=True))


def best_chance(scores: Array, temperature: float = 1.0) -> Array:
    """Probability of the best label in each row.

    >>> best_chance(np.array([[0.0, 0.0], [0.0, 50.0]])).tolist()
    [0.5, 1.0]
    """
    shifted = (scores - scores.max(axis=-1, keepdims=True)) / temperature
    return np.asarray(1.0 / np.exp(shifted).sum(axis=-1))


_CONFIDENCES = tuple(step / 10_000 for step in range(10_001))


def confidence(chance: float) -> float:
    """Round a probability to four places; equal ones are one object, since a long text has many.

    >>> confidence(0.123456), confidence(1.0)
    (0.1235, 1.0)
    """
    return _CONFIDENCES[min(max(round(chance * 10_000), 0), 10_000)]


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


class Spans:
    """Finds spans of several words with BIOES tags: I and E only after B or I of the same kind.

    Args:
        tags: `O` first.
    """

    def __init__(self, tags: Sequence[str]) -> None:
        self._tags = tags
        size = len(tags)
        inside = np.array([tag[0] in "BI" for tag in tags])
        goes_on = np.array([tag[0] in "IE" for tag in tags])
        same = np.array([[left[2:] == right[2:] for right in tags] for left in tags])
        self._allowed = (inside[:, None] == goes_on[None, :]) & (~inside[:, None] | same)
        self._starts, self._ends = ~goes_on, ~inside
        self._moves = np.where(self._allowed, 0.0, _NEVER)
        self._start, self._end = np.where(self._starts, 0.0, _NEVER), np.where(self._ends, 0.0, _NEVER)
        self._size = size

    def decode(
        self, scores: Array, sentence: Array | None = None, *, temperature: float = 1.0
    ) -> list[Labelled]:
        """Find the spans of a window; none leaves its sentence.

        Args:
            scores: Raw scores [W, T].
            sentence: Number [W] of each word's sentence, rising; one sentence if left out.
            temperature: Divides scores for the confidence; it changes no span.

        Returns:
            Spans in order, each with the mean probability of its tags.
        """
        tags = scores.argmax(axis=1)
        if not tags.any():
            return []
        if sentence is None:
            sentence = np.zeros(len(scores), dtype=np.int64)
        self._mend(tags, scores, sentence)
        chances = softmax(scores, temperature)[np.arange(len(tags)), tags]
        found, begin = [], 0
        for place in np.flatnonzero(tags).tolist():
            prefix, _, kind = self._tags[tags[place]].partition("-")
            if prefix in "BS":
                begin = place
            if prefix in "ES":
                found.append((begin, place + 1, kind, float(chances[begin : place + 1].mean())))
        return found

    def _mend(self, tags: Array, scores: Array, sentence: Array) -> None:
        """Search for the best allowed path in the sentences whose best tags are no allowed path."""
        same = sentence[1:] == sentence[:-1]
        left, right = tags[:-1], tags[1:]
        broken = np.where(
            same, ~self._allowed[left, right], ~(self._ends[left] & self._starts[right])
        ).nonzero()[0]
        wrong = {int(sentence[place]) for place in broken} | {int(sentence[place + 1]) for place in broken}
        wrong |= {int(sentence[0])} if not self._starts[tags[0]] else set()
        wrong |= {int(sentence[-1])} if not self._ends[tags[-1]] else set()
        for number in sorted(wrong):
            begin, end = np.searchsorted(sentence, [number, number + 1])
            tags[begin:end] = viterbi(log_softmax(scores[begin:end]), self._moves, self._start, self._end)


_NAMES, _VALUES = Spans(NAME_TAGS), Spans(VALUE_TAGS)
_KIND_COLUMNS = {coarse: [KINDS.index(kind) for kind in fine] for coarse, fine in KINDS_OF.items()}


def decode_names(scores: Array, sentence: Array | None = None, *, temperature: float = 1.0) -> list[Labelled]:
    """Find names of coarse kinds in scores [W, len(NAME_TAGS)]; see `Spans.decode`."""
    return _NAMES.decode(scores, sentence, temperature=temperature)


def decode_values(
    scores: Array, sentence: Array | None = None, *, temperature: float = 1.0
) -> list[Labelled]:
    """Find dates, amounts and numbers in scores [W, len(VALUE_TAGS)]; see `Spans.decode`."""
    return _VALUES.decode(scores, sentence, temperature=temperature)


def decode_kinds(names: Sequence[Labelled], scores: Array, *, temperature: float = 1.0) -> list[Labelled]:
    """Give names of coarse kinds their fine kinds.

    Args:
        names: Names of a window; any of another kind stays as it is.
        scores: Raw scores [W, len(KINDS)].
        temperature: Divides scores.

    Returns:
        The same spans; the confidence is that of the coarse kind times that of the fine one within it.
    """
    found = []
    for begin, end, coarse, score in names:
        columns = _KIND_COLUMNS.get(coarse)
        if columns is None:
            found.append((begin, end, coarse, score))
            continue
        chances = softmax(scores[begin:end], temperature)[:, columns].sum(axis=0)
        best = int(chances.argmax())
        share = float(chances[best] / max(chances.sum(), 1e-12))
        found.append((begin, end, KINDS[columns[best]], score * share))
    return found


def without_overlap(names: Sequence[Labelled], values: Sequence[Labelled]) -> list[Labelled]:
    """Join names with the values that share no word with a name, in order of the text.

    >>> without_overlap([(3, 5, "ORG", 0.9)], [(0, 1, "DATE", 0.8), (4, 6, "CARDINAL", 0.7)])
    [(0, 1, 'DATE', 0.8), (3, 5, 'ORG', 0.9)]
    """
    taken = {place for begin, end, *_ in names for place in range(begin, end)}
    free = [value for value in values if taken.isdisjoint(range(value[0], value[1]))]
    return sorted([*names, *free])


def decode_layer(scores: Array, switch_penalty: float) -> list[Range]:
    """Find the pieces of one attribution layer in a window.

    Args:
        scores: Raw scores [W, 3] for O, B, I.
        switch_penalty: Taken off at each border of a piece: joins contents that flicker.
    """
    if not scores.argmax(axis=1).any():
        return []
    # Viterbi over two states: after B and after I the same may follow, at the same price.
    rows = log_softmax(scores).tolist()
    outside, begins, inside = rows[0][0], rows[0][1] - switch_penalty, _NEVER
    steps = []
    for o, b, i in rows[1:]:
        within, last = (begins, 1) if begins >= inside else (inside, 2)
        leave, go_on = within - switch_penalty, outside - switch_penalty
        again = within - 2 * switch_penalty
        steps.append((0 if outside >= leave else last, 0 if go_on >= again else last, last))
        outside, begins, inside = max(outside, leave) + o, max(go_on, again) + b, within + i
    tag = max(range(3), key=(outside, begins, inside).__getitem__)
    tags = [tag]
    for step in reversed(steps):
        tag = step[tag]
        tags.append(tag)
    pieces: list[Range] = []
    for position, tag in enumerate(reversed(tags)):
        if tag == 1:
            pieces.append((position, position + 1))
        elif tag == 2:
            pieces[-1] = (pieces[-1][0], position + 1)
    return pieces


def link_attributions(
    layers: dict[str, list[Range]],
    query: dict[str, Array],
    keys: dict[str, Array],
    content_scores: Array,
    *,
    temperature: float = 1.0,
) -> list[Attribution]:
    """Join contents with the source and the cue that their first words point at.

    Args:
        layers: Pieces of `source`, `cue`, `content` in the window.
        query: For `source` and `cue`: vectors [W, K] of pointing words.
        keys: For `source` and `cue`: vectors [W + 1, K] of words pointed at; the first stands for "nobody".
        content_scores: Raw scores [W, 3] of the content layer, for the confidence.
        temperature: Divides them; it changes no link.
    """
    probabilities = softmax(content_scores, temperature)[:, 1:].sum(axis=1)
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
                confidence=confidence(float(certainty)),
            )
        )
    return sorted(found, key=lambda item: item.content)


def decode_sentences(scores: Array, forced: Sequence[bool]) -> list[bool]:
    """Tell where sentences start: where forced, or where the score is above 0 (probability one half)."""
    starts = [bool(flag) or score > 0.0 for flag, score in zip(forced, scores, strict=True)]
    if starts:
        starts[0] = True
    return starts
