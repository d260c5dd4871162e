"""Documents to windows of whole sentences, as the shipped reader sees text."""

import random
from collections.abc import Iterator

from graph.read.pieces import Pieces
from graph.train.corpora import Document, Sentence
from graph.train.example import Attributions, Example, Passage, Tree


def passages(
    document: Document, pieces: Pieces, *, budget: int, longest: int, rng: random.Random
) -> Iterator[Passage]:
    """Cut a document into passages of at most `longest` windows, each a `windows` result.

    The mentions and relations of the document go with every passage; those outside it are to be passed over.
    """
    cut = list(windows(document, pieces, budget=budget, rng=rng))
    for first in range(0, len(cut), longest):
        part = cut[first : first + longest]
        yield Passage(
            windows=[window for _, window in part],
            begins=[begin for begin, _ in part],
            mentions=document.mentions,
            relations=document.relations,
        )


def windows(
    document: Document, pieces: Pieces, *, budget: int, rng: random.Random | None = None
) -> Iterator[tuple[int, Example]]:
    """Cut a document into windows of at most `budget` pieces.

    Args:
        document: Sentences in order; one that alone is longer than the budget is passed over.
        pieces: The word-piece vocabulary.
        budget: Pieces a window, [CLS] and [SEP] included.
        rng: Where given, the first window is of random length, so that borders differ between epochs.

    Yields:
        The first word of the window, counted over the document, and the window.
    """
    limit = budget if rng is None else rng.randint(budget // 4, budget)
    batch: list[Sentence] = []
    used, begin, place = 2, 0, 0
    for sentence in document.sentences:
        size = sum(len(pieces.of(word)) for word in sentence.words)
        if batch and used + size > limit:
            yield begin, join(batch, document.attributions, begin)
            batch, used, limit = [], 2, budget
        if used + size <= budget:
            if not batch:
                begin = place
            batch.append(sentence)
            used += size
        elif batch:
            # The words of a window are consecutive: nothing may be left out within it.
            yield begin, join(batch, document.attributions, begin)
            batch, used, limit = [], 2, budget
        place += len(sentence.words)
    if batch:
        yield begin, join(batch, document.attributions, begin)


def join(sentences: list[Sentence], attributions: Attributions | None = None, begin: int = 0) -> Example:
    """Make one window of consecutive sentences, the first of which begins at word `begin` of its document."""
    words: list[str] = []
    spaces: list[int] = []
    breaks: list[bool] = []
    starts: list[bool] = []
    offsets = []
    for sentence in sentences:
        offsets.append(len(words))
        rest = [False] * (len(sentence.words) - 1)
        words += sentence.words
        spaces += sentence.spaces
        breaks += [sentence.new_paragraph, *rest]
        starts += [True, *rest]
    placed = list(zip(offsets, sentences, strict=True))
    trees = [(offset, sentence.tree) for offset, sentence in placed if sentence.tree]
    names = [tag for sentence in sentences for tag in sentence.names or ()]
    kinds = [kind for sentence in sentences for kind in sentence.kinds or ()]
    values = [tag for sentence in sentences for tag in sentence.values or ()]
    frames = [frame.moved(offset) for offset, sentence in placed for frame in sentence.frames or ()]
    return Example(
        words=words,
        breaks=breaks,
        spaces=spaces,
        starts=starts,
        sent_known=all(sentence.sent_known for sentence in sentences),
        tree=_join_trees(trees) if len(trees) == len(sentences) else None,
        names=names if len(names) == len(words) else None,
        kinds=kinds if len(kinds) == len(words) else None,
        values=values if len(values) == len(words) else None,
        frames=frames if all(sentence.frames is not None for sentence in sentences) else None,
        attributions=attributions.within(begin, begin + len(words)) if attributions else None,
    )


def _join_trees(trees: list[tuple[int, Tree]]) -> Tree:
    return Tree(
        upos=[tag for _, tree in trees for tag in tree.upos],
        xpos=[tag for _, tree in trees for tag in tree.xpos],
        feats=[tag for _, tree in trees for tag in tree.feats],
        lemma=[tag for _, tree in trees for tag in tree.lemma],
        heads=[offset + head for offset, tree in trees for head in tree.heads],
        deprel=[tag for _, tree in trees for tag in tree.deprel],
    )
