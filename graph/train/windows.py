"""Documents to windows of whole sentences, as the shipped reader sees text."""

import random
from collections.abc import Iterator

from graph.read.pieces import Pieces
from graph.train.corpora import Document, Sentence
from graph.train.example import Attributions, Example, Tree


def windows(
    document: Document, pieces: Pieces, *, budget: int, rng: random.Random | None = None
) -> Iterator[Example]:
    """Cut a document into windows of at most `budget` pieces.

    Args:
        document: Sentences in order; one that alone is longer than the budget is passed over.
        pieces: The word-piece vocabulary.
        budget: Pieces a window, [CLS] and [SEP] included.
        rng: Where given, the first window is of random length, so that borders differ between epochs.
    """
    limit = budget if rng is None else rng.randint(budget // 4, budget)
    batch: list[Sentence] = []
    used, begin, place = 2, 0, 0
    for sentence in document.sentences:
        size = sum(len(pieces.of(word)) for word in sentence.words)
        if batch and used + size > limit:
            yield join(batch, document.attributions, begin)
            batch, used, limit = [], 2, budget
        if used + size <= budget:
            if not batch:
                begin = place
            batch.append(sentence)
            used += size
        place += len(sentence.words)
    if batch:
        yield join(batch, document.attributions, begin)


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
    trees = [(offset, item.tree) for offset, item in zip(offsets, sentences, strict=True) if item.tree]
    names = [tag for sentence in sentences for tag in sentence.names or ()]
    return Example(
        words=words,
        breaks=breaks,
        spaces=spaces,
        starts=starts,
        sent_known=all(sentence.sent_known for sentence in sentences),
        tree=_join_trees(trees) if len(trees) == len(sentences) else None,
        names=names if len(names) == len(words) else None,
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
