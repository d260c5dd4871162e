"""What the reader is trained on: streams of windows, each with its share of the batches."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from graph.read.labels import Labels
from graph.read.lemma import Lexicon, apply_script
from graph.read.pieces import Pieces
from graph.train.corpora import Document, add_gum_names, read_names, read_polnear, read_treebank
from graph.train.example import Example
from graph.train.windows import windows

WINDOW = 256
# Share of windows shown without their paragraph breaks, so that sentences are found by their words too.
_NO_BREAKS = 0.15
_DOMAINS = ("politics", "science", "music", "literature", "ai")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """A corpus mix with its share of the batches."""

    name: str
    documents: list[Document]
    share: float


def wikineural_parts(data: Path) -> tuple[list[Document], list[Document]]:
    """Split WikiNEuRal: every tenth sentence is held out for scoring."""
    documents = list(read_names(data / "ner/wikineural-en.jsonl.gz"))
    held = [document for number, document in enumerate(documents) if number % 10 == 9]
    return [document for number, document in enumerate(documents) if number % 10 != 9], held


def training_streams(data: Path) -> list[Stream]:
    """Read the training parts of all corpora."""
    trees = list(read_treebank(data / "ud/ewt-train.conllu.gz"))
    gum = add_gum_names(read_treebank(data / "ud/gum-train.conllu.gz"), data / "ner/gum-train.jsonl.gz")
    names = wikineural_parts(data)[0]
    # The small hand-made sets count three times: one stream, read evenly.
    for path in [data / f"ner/crossner-{domain}-train.jsonl" for domain in _DOMAINS] + [
        data / "relations/conll04-train.jsonl"
    ]:
        names += list(read_names(path)) * 3
    said = list(
        read_polnear(data / "attribution/polnear-train.jsonl.gz", data / "silver/polnear-train.jsonl.gz")
    )
    return [
        Stream(name="trees", documents=[*trees, *gum], share=0.45),
        Stream(name="said", documents=said, share=0.35),
        Stream(name="names", documents=names, share=0.20),
    ]


def make_labels(documents: Iterable[Document], *, least: int = 2) -> Labels:
    """Collect the label sets of the treebanks; feature strings and lemma scripts seen once are left out."""
    counts: dict[str, Counter[str]] = {
        name: Counter() for name in ("upos", "xpos", "feats", "lemma", "deprel")
    }
    for document in documents:
        for sentence in document.sentences:
            if sentence.tree:
                for name, counter in counts.items():
                    counter.update(getattr(sentence.tree, name))
    rare = {"feats", "lemma"}
    return Labels(
        **{
            name: tuple(
                sorted(label for label, count in counter.items() if count >= least or name not in rare)
            )
            for name, counter in counts.items()
        }
    )


# Names keep their form, numbers and marks have none: the edit script serves them.
_NO_LEXICON = {"PROPN", "NUM", "PUNCT", "SYM", "X"}


def make_lexicon(documents: Iterable[Document]) -> Lexicon:
    """Collect the most frequent lemma of each (lower-cased form, UPOS) of the treebanks."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for document in documents:
        for sentence in document.sentences:
            tree = sentence.tree
            if not tree:
                continue
            for word, upos, script in zip(sentence.words, tree.upos, tree.lemma, strict=True):
                if upos not in _NO_LEXICON and not word.isspace():
                    counts.setdefault((word.lower(), upos), Counter())[apply_script(word, script)] += 1
    return {key: min(counter, key=lambda lemma: (-counter[lemma], lemma)) for key, counter in counts.items()}


def stream_examples(stream: Stream, pieces: Pieces, rng: random.Random) -> Iterator[Example]:
    """Yield windows for ever, documents in a new order each time round.

    Sentences without a document are put together into windows, as unrelated paragraphs.
    """

    def vary(example: Example) -> Example:
        if rng.random() < _NO_BREAKS:
            return replace(example, breaks=[False] * len(example.words))
        return example

    single = all(len(document.sentences) == 1 for document in stream.documents)
    while True:
        order = stream.documents.copy()
        rng.shuffle(order)
        if single:
            sentences = [document.sentences[0] for document in order]
            yield from map(vary, windows(Document(sentences=sentences), pieces, budget=WINDOW, rng=rng))
        else:
            for document in order:
                yield from map(vary, windows(document, pieces, budget=WINDOW, rng=rng))
