"""A spaCy pipeline trained on the reader's treebanks and names, to set the reader's scores and speed beside.

The network is the one that `spacy init config --optimize efficiency` writes: hashed word features and four
convolutions of width 96, no pretrained vectors. Only the parser's hidden layer is smaller (64 by 2 pieces, as
for names, instead of 128 by 3), to see more text in the time. Tags and trees share one encoder, names have
their own.
"""

import logging
import random
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from spacy import load
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.training.batchers import minibatch_by_words
from spacy.vocab import Vocab
from thinc.api import fix_random_seed

from graph.train.corpora import Document, Sentence, add_gum_names, read_names, read_treebank
from graph.train.recipe import wikineural_parts

log = logging.getLogger(__name__)

_DOMAINS = ("politics", "science", "music", "literature", "ai")
_DROPOUT = 0.1
# A text is cut after so many words: a few sentences, so that the parser learns where they end.
_GROUP_WORDS = 100
_RATE = 1e-3
# Part of the time after which the learning rate falls, in a straight line, to nothing.
_DECAY_FROM = 0.4
# Words a batch, as spaCy's own configuration has them.
_FIRST_BATCH, _LAST_BATCH, _BATCH_GROWTH = 100.0, 1000.0, 1.001
_LOG_SECONDS = 30.0

# The mark of the corpora for what they do not tell.
_UNKNOWN_NAME = "?"
_PARAGRAPH = "\n\n"

_WIDTH = 96
_ENCODER = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": _WIDTH,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "rows": [5000, 1000, 2500, 2500],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": _WIDTH,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}
_SHARED = {"@architectures": "spacy.Tok2VecListener.v1", "width": _WIDTH, "upstream": "tok2vec"}
_TAGGER = {"@architectures": "spacy.Tagger.v2", "tok2vec": _SHARED}
_TRANSITIONS = {"@architectures": "spacy.TransitionBasedParser.v2", "extra_state_tokens": False}
_PARSER = {
    **_TRANSITIONS,
    "tok2vec": _SHARED,
    "state_type": "parser",
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
}
_NAMES = {
    **_TRANSITIONS,
    "tok2vec": _ENCODER,
    "state_type": "ner",
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
}


def train_baseline(data: Path, output: Path, *, minutes: float, seed: int = 1) -> None:
    """Train tags and trees, and beside them, in a process of their own, names; save one pipeline.

    Args:
        data: Folder with `ud/`, `ner/` and `relations/`.
        output: Folder to save to; `spacy.load` opens it.
        minutes: Wall time of the training, without reading the data.
        seed: Of everything drawn by chance. The number of steps hangs on the machine's speed, so two runs
            still differ.
    """
    level = logging.getLogger().getEffectiveLevel()
    tell = partial(logging.basicConfig, level=level, format="%(asctime)s %(message)s")
    with (
        TemporaryDirectory() as folder,
        ProcessPoolExecutor(2, mp_context=get_context("spawn"), initializer=tell) as pool,
    ):
        parts = [Path(folder, "syntax"), Path(folder, "names")]
        runs = [
            pool.submit(work, data, part, seconds=60 * minutes, seed=seed)
            for work, part in zip((_train_syntax, _train_names), parts, strict=True)
        ]
        for run in runs:
            run.result()
        pipeline, names = map(load, parts)
        pipeline.add_pipe("ner", source=names)
        pipeline.to_disk(output)


def syntax_pipeline() -> Language:
    """Make the pipeline for tags and trees, without weights."""
    pipeline = English()
    pipeline.add_pipe("tok2vec", config={"model": _ENCODER})
    pipeline.add_pipe("tagger", config={"model": _TAGGER, "label_smoothing": 0.05})
    pipeline.add_pipe("morphologizer", config={"model": _TAGGER, "label_smoothing": 0.05})
    pipeline.add_pipe("parser", config={"model": _PARSER})
    return pipeline


def fit(pipeline: Language, examples: list[Example], *, seconds: float, seed: int) -> None:
    """Train a new pipeline by spaCy's optimizer, with a learning rate that falls with the time.

    Args:
        pipeline: Without weights; they are made here.
        examples: Shown again and again, in a new order each time round.
        seconds: Wall time; at least one step is made.
        seed: Of the order.
    """
    begin = time.monotonic()
    rng = random.Random(seed)  # noqa: S311 (an order, not a secret)
    optimizer = pipeline.initialize(lambda: examples)
    losses: dict[str, float] = {}
    seen, steps, logged = 0, 0, begin
    sizes: Any = _sizes()  # spaCy asks for a sequence and reads an iterator
    for batch in minibatch_by_words(_for_ever(examples, rng), size=sizes):
        now = time.monotonic()
        share = (now - begin) / seconds
        if share >= 1 and steps:
            break
        if now - logged >= _LOG_SECONDS:
            log.info("%3.0f%% %d steps, %d words, losses %s", 100 * share, steps, seen, _rounded(losses))
            losses, logged = {}, now
        optimizer.learn_rate = _RATE * min(1.0, max(0.0, 1 - share) / (1 - _DECAY_FROM))
        pipeline.update(batch, sgd=optimizer, drop=_DROPOUT, losses=losses)
        seen += sum(map(len, batch))
        steps += 1
    log.info("%s: %d steps, %d words", ", ".join(pipeline.pipe_names), steps, seen)


def labelled_doc(sentences: list[Sentence], vocab: Vocab) -> Doc:
    """Make a Doc with the labels that the sentences have.

    Between paragraphs stands a token of white space, as spaCy's tokenizer makes one of running text. A word
    whose name is unknown has no name label, neither a name nor none.
    """
    words: list[str] = []
    before: list[bool] = []
    labels: dict[str, list[Any]] = {name: [] for name in ("tags", "pos", "morphs", "heads", "deps")}
    names: list[str] = []
    for sentence in sentences:
        if sentence.new_paragraph and words:
            before.append(False)
            _add(labels, "_SP", "SPACE", "", len(words) - 1, "dep")
            words.append(_PARAGRAPH)
            names.append("O")
        offset = len(words)
        before += map(bool, sentence.spaces)
        words += sentence.words
        tree = sentence.tree
        if tree:
            for place, head in enumerate(tree.heads):
                feats = "" if tree.feats[place] == "_" else tree.feats[place]
                deprel = "ROOT" if head == place else tree.deprel[place]
                _add(labels, tree.xpos[place], tree.upos[place], feats, offset + head, deprel)
        names += _iob(sentence.names or [_UNKNOWN_NAME] * len(sentence.words))
    spaces = [space and word != _PARAGRAPH for word, space in zip(words, [*before[1:], False], strict=True)]
    known: dict[str, Any] = labels if len(labels["heads"]) == len(words) else {}
    return Doc(vocab, words=words, spaces=spaces, ents=names, **known)


def _gum(data: Path) -> Iterator[Document]:
    return add_gum_names(read_treebank(data / "ud/gum-train.conllu.gz"), data / "ner/gum-train.jsonl.gz")


def _train_syntax(data: Path, output: Path, *, seconds: float, seed: int) -> None:
    fix_random_seed(seed)
    pipeline = syntax_pipeline()
    trees = [*read_treebank(data / "ud/ewt-train.conllu.gz"), *_gum(data)]
    examples = [_example(text, pipeline.vocab) for text in _texts(trees)]
    fit(pipeline, examples, seconds=seconds, seed=seed)
    pipeline.to_disk(output)


def _train_names(data: Path, output: Path, *, seconds: float, seed: int) -> None:
    fix_random_seed(seed)
    pipeline = English()
    pipeline.add_pipe("ner", config={"model": _NAMES})
    names = [*_gum(data), *wikineural_parts(data)[0]]
    # The small hand-made sets count three times, as for the reader.
    for path in [data / f"ner/crossner-{domain}-train.jsonl" for domain in _DOMAINS] + [
        data / "relations/conll04-train.jsonl"
    ]:
        names += list(read_names(path)) * 3
    examples = [_example(text, pipeline.vocab) for text in _texts(names)]
    fit(pipeline, examples, seconds=seconds, seed=seed)
    pipeline.to_disk(output)


def _texts(documents: Iterable[Document]) -> Iterator[list[Sentence]]:
    """Cut documents into texts of a few sentences."""
    for document in documents:
        group: list[Sentence] = []
        for sentence in document.sentences:
            group.append(sentence)
            if sum(len(one.words) for one in group) >= _GROUP_WORDS:
                yield group
                group = []
        if group:
            yield group


def _example(sentences: list[Sentence], vocab: Vocab) -> Example:
    doc = labelled_doc(sentences, vocab)
    blank = Doc(vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])
    return Example(blank, doc)


def _add(labels: dict[str, list[Any]], *values: str | int) -> None:
    for column, value in zip(labels.values(), values, strict=True):
        column.append(value)


def _iob(tags: list[str]) -> list[str]:
    """Turn BIOES tags into spaCy's IOB, where an unknown word has none."""
    first = {"B": "B", "S": "B", "I": "I", "E": "I"}
    return [
        "" if tag == _UNKNOWN_NAME else tag if tag == "O" else f"{first[tag[0]]}-{tag[2:]}" for tag in tags
    ]


def _rounded(losses: dict[str, float]) -> dict[str, int]:
    return {name: round(loss) for name, loss in losses.items()}


def _for_ever(examples: list[Example], rng: random.Random) -> Iterator[Example]:
    order = examples.copy()
    while True:
        rng.shuffle(order)
        yield from order


def _sizes() -> Iterator[int]:
    size = _FIRST_BATCH
    while True:
        yield int(size)
        size = min(_LAST_BATCH, size * _BATCH_GROWTH)
