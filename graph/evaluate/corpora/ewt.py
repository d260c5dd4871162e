"""EWT: the predicates of our frames and their arguments, from raw text, against PropBank.

An argument is right with its predicate and its label; it is what its head word is, by the annotated tree.
Predicates without arguments, which are auxiliaries for the most part, are no frames of ours and do not count,
and neither do our qualities, which are no predicates of PropBank.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import Path

from graph.evaluate.corpora.frames import PlacedFrame, head_word, place_frames
from graph.evaluate.corpora.readers import Treebank, gold_frames, treebank_documents
from graph.evaluate.corpora.task import Figure, article_id, make_article
from graph.evaluate.corpora.texts import Range, Ruler, Text
from graph.evaluate.metrics import PRF
from graph.model.knowledge import Knowledge
from graph.model.mentions import QUALITY, DocumentMentions
from graph.model.text import Article

_CORPUS = "ewt"
_DATA = "EWT dev"
_SUBJECT_AND_OBJECT = {"nsubj": "ARG0", "obj": "ARG1", "nsubj:pass": "ARG1"}
_BY = "each verb, its subject and object by the annotated tree"

Role = tuple[Range, Range, str]
"""Predicate, head of the argument, label."""


class Ewt:
    """Scores the development part of EWT.

    Args:
        data: The data folder.
    """

    across = False

    def __init__(self, data: Path) -> None:
        self._trees = list(treebank_documents(data / "ud/ewt-dev.conllu.gz"))
        self._texts = [tree.text() for tree in self._trees]
        self._frames = gold_frames(data / "srl/ewt-dev.jsonl")

    def articles(self) -> list[Article]:
        """Give the documents as articles."""
        return [
            make_article(_CORPUS, tree.name, text.text)
            for tree, text in zip(self._trees, self._texts, strict=True)
        ]

    def figures(self, found: Mapping[str, DocumentMentions], knowledge: Knowledge) -> list[Figure]:  # noqa: ARG002
        """Score predicates, senses, and roles: all, and the numbered ones."""
        layers = ("predicates", "senses", "roles", "numbered roles")
        counts, trivial = dict.fromkeys(layers, PRF()), dict.fromkeys(layers, PRF())
        differences: dict[str, list[str]] = {layer: [] for layer in layers}
        for tree, text in zip(self._trees, self._texts, strict=True):
            mentions = found.get(article_id(_CORPUS, tree.name))
            if mentions is None:
                continue
            frames = place_frames(tree, text, self._frames)
            bare = {frame.predicate for frame in frames if not frame.arguments}
            gold = _layers(frames, bare)
            annotated = {place for span in self._annotated(tree, text) for place in range(*span)}
            ours = _layers(
                [one for one in _found(tree, text, mentions) if one.predicate[0] in annotated], bare
            )
            guesses = _layers([one for one in _verbs(tree, text) if one.predicate[0] in annotated], bare)
            for layer in layers:
                counts[layer] += PRF.of(gold[layer], ours[layer])
                trivial[layer] += PRF.of(gold[layer], guesses[layer])
                differences[layer] += _differences(tree, text, gold[layer], ours[layer])
        return [
            Figure.of(
                layer, _DATA, counts[layer],
                baseline=None if layer == "senses" else trivial[layer],
                by="" if layer == "senses" else _BY,
                differences=differences[layer],
            )
            for layer in layers
        ]  # fmt: skip

    def _annotated(self, tree: Treebank, text: Text) -> Iterator[Range]:
        for sentence, (begin, end) in zip(tree.sentence_ids, tree.sentences, strict=True):
            if sentence in self._frames:
                yield text.span(begin, end)


def _layers(frames: Sequence[PlacedFrame], bare: Set[Range]) -> dict[str, set[tuple[object, ...]]]:
    roles = {(frame.predicate, head, label) for frame in frames for head, _, label in frame.arguments}
    return {
        "predicates": {(frame.predicate,) for frame in frames if frame.predicate not in bare},
        "senses": {(frame.predicate, frame.roleset) for frame in frames if frame.predicate not in bare},
        "roles": set(roles),
        "numbered roles": {role for role in roles if role[2].startswith("ARG") and role[2][3:].isdigit()},
    }


def _found(tree: Treebank, text: Text, mentions: DocumentMentions) -> Iterator[PlacedFrame]:
    """Measure our frames; an argument's head is that of its words by the annotated tree."""
    ruler = Ruler(text.text)
    word_at = {place: number for number, span in enumerate(text.words) for place in range(*span)}
    for frame in mentions.frames:
        if frame.roleset == QUALITY:
            continue
        arguments = []
        for argument in frame.arguments:
            begin, end = ruler(argument.span.start, argument.span.end)
            if begin < end:
                head = head_word(word_at[begin], word_at[end - 1] + 1, tree.heads)
                arguments.append((text.words[head], (begin, end), argument.label))
        yield PlacedFrame(
            predicate=ruler(frame.predicate.start, frame.predicate.end),
            roleset=frame.roleset,
            arguments=tuple(arguments),
        )


def _verbs(tree: Treebank, text: Text) -> Iterator[PlacedFrame]:
    children: dict[int, list[int]] = defaultdict(list)
    for child, head in enumerate(tree.heads):
        children[head].append(child)
    for verb, part in enumerate(tree.upos):
        if part == "VERB":
            yield PlacedFrame(
                predicate=text.words[verb],
                roleset="",
                arguments=tuple(
                    (text.words[child], text.words[child], _SUBJECT_AND_OBJECT[tree.deprel[child]])
                    for child in children[verb]
                    if tree.deprel[child] in _SUBJECT_AND_OBJECT
                ),
            )


def _differences(
    tree: Treebank, text: Text, gold: set[tuple[object, ...]], ours: set[tuple[object, ...]]
) -> Iterator[str]:
    word = dict(zip(text.words, tree.words, strict=True))

    def show(item: Sequence[object]) -> str:
        return " ".join(str(word.get(part, part)) if isinstance(part, tuple) else str(part) for part in item)

    for sign, items in (("-", gold - ours), ("+", ours - gold)):
        yield from (f"{sign} {tree.name}: {show(item)}" for item in sorted(items, key=str))
