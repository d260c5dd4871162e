"""What the reader is trained on: streams of windows, each with its share of the batches."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graph.read.labels import NOTHING, Labels
from graph.read.lemma import PROPER, Lexicon, apply_script
from graph.read.pieces import Pieces
from graph.train.annotations import (
    add_frames,
    add_mentions,
    read_rolesets,
    read_sentence_relations,
    redocred_parts,
)
from graph.train.corpora import Document, add_gum_names, read_names, read_polnear, read_treebank
from graph.train.example import Passage
from graph.train.windows import passages

WINDOW = 256
# Share of windows shown without their paragraph breaks, so that sentences are found by their words too.
_NO_BREAKS = 0.15
# GUM: Wikimedia texts, speeches, court records and what else is free for any use, by the corpus's own list.
_FREE_GENRES = frozenset({"bio", "court", "interview", "news", "speech", "textbook", "voyage"})
# Documents of each development part that the loss is taken of: half a minute on two cores.
_SAMPLED = 24
_DOMAINS = ("politics", "science", "music", "literature", "ai")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """A corpus mix with its share of the batches.

    Attributes:
        name: For the log.
        documents: What to read.
        share: Part of all batches.
        longest: Windows of one document that are trained on together.
        packed: Whether sentences without a document are put together into windows.
    """

    name: str
    documents: list[Document]
    share: float
    longest: int = 1
    packed: bool = False

    def together(self, order: Sequence[Document] | None = None) -> Sequence[Document]:
        """Give the documents, in another order if one is given; packed ones as paragraphs of one text."""
        documents = self.documents if order is None else order
        if not self.packed:
            return documents
        return [Document(sentences=[document.sentences[0] for document in documents])]


def wikineural_parts(data: Path) -> tuple[list[Document], list[Document]]:
    """Split WikiNEuRal: every tenth sentence is held out for scoring."""
    documents = list(read_names(data / "ner/wikineural-en.jsonl.gz"))
    held = [document for number, document in enumerate(documents) if number % 10 == 9]
    return [document for number, document in enumerate(documents) if number % 10 != 9], held


def training_streams(data: Path, *, permissive: bool = False) -> list[Stream]:
    """Read the training parts of all corpora.

    Args:
        data: The data folder.
        permissive: Leave out what may not be used commercially or has no licence: PolNeAR with its silver
            labels, WikiNEuRal, and the genres of GUM that are non-commercial.
    """
    ewt = list(add_frames(read_treebank(data / "ud/ewt-train.conllu.gz"), data / "srl/ewt-train.jsonl.gz"))
    trees = add_gum_names(read_treebank(data / "ud/gum-train.conllu.gz"), data / "ner/gum-train.jsonl.gz")
    gum = list(add_mentions(trees, data / "coref/gum-train.jsonl.gz"))
    related = list(read_sentence_relations(data / "relations/conll04-train.jsonl"))
    # The small hand-made sets count three times: one stream, read evenly.
    names = [document for document in related for _ in range(3)]
    for domain in _DOMAINS:
        names += list(read_names(data / f"ner/crossner-{domain}-train.jsonl")) * 3
        related += read_sentence_relations(data / f"relations/crossre-{domain}-train.jsonl")
    if permissive:
        gum = [document for document in gum if document.id.split("_")[1] in _FREE_GENRES]
    else:
        names += wikineural_parts(data)[0]
    streams = [
        Stream(name="ewt", documents=ewt, share=0.30),
        Stream(name="gum", documents=gum, share=0.22, longest=6),
        Stream(name="names", documents=names, share=0.10, packed=True),
        Stream(name="related", documents=related, share=0.08),
        Stream(
            name="redocred",
            documents=redocred_parts(data / "relations/redocred.jsonl.gz")[0],
            share=0.08,
            longest=4,
        ),
    ]
    if not permissive:
        said = read_polnear(
            data / "attribution/polnear-train.jsonl.gz", data / "silver/polnear-train.jsonl.gz"
        )
        streams.append(Stream(name="said", documents=list(said), share=0.22))
    return streams


def development_streams(data: Path, *, permissive: bool = False) -> list[Stream]:
    """Read a sample of the development parts, to tell when training no longer helps.

    Args: see `training_streams`.
    """
    ewt = list(add_frames(read_treebank(data / "ud/ewt-dev.conllu.gz"), data / "srl/ewt-dev.jsonl"))
    trees = add_gum_names(read_treebank(data / "ud/gum-dev.conllu.gz"), data / "ner/gum-dev.jsonl")
    gum = list(add_mentions(trees, data / "coref/gum-dev.jsonl"))
    if permissive:
        gum = [document for document in gum if document.id.split("_")[1] in _FREE_GENRES]
    names = list(read_names(data / "ner/crossner-politics-dev.jsonl"))
    related = list(read_sentence_relations(data / "relations/conll04-dev.jsonl"))
    streams = [
        Stream(name="ewt", documents=_sample(ewt), share=0.3),
        Stream(name="gum", documents=_sample(gum), share=0.25, longest=2),
        Stream(name="names", documents=_sample(names), share=0.1, packed=True),
        Stream(name="related", documents=_sample(related), share=0.1),
    ]
    if not permissive:
        said = list(read_polnear(data / "attribution/polnear-dev.jsonl"))
        streams.append(Stream(name="said", documents=_sample(said), share=0.25))
    return streams


def _sample(documents: Sequence[Document]) -> list[Document]:
    """Take documents at equal steps: a development set lies in the order of its sources."""
    return list(documents[:: max(1, len(documents) // _SAMPLED)])


def make_labels(documents: Iterable[Document], *, least: int = 2) -> Labels:
    """Collect the label sets; feature strings, lemma scripts and senses seen once are left out."""
    trees = ("upos", "xpos", "feats", "lemma", "deprel")
    counts: dict[str, Counter[str]] = {
        name: Counter() for name in (*trees, "sense", "role", "mention", "relation")
    }
    for document in documents:
        for sentence in document.sentences:
            if sentence.tree:
                for name in trees:
                    counts[name].update(getattr(sentence.tree, name))
            for frame in sentence.frames or ():
                counts["sense"][frame.sense] += 1
                counts["role"].update(label for *_, label in frame.arguments)
        counts["mention"].update(mention.kind for mention in document.mentions or ())
        if document.relations:
            scheme = document.relations.scheme
            counts["relation"].update(f"{scheme}:{label}" for *_, label in document.relations.triples)
            counts["relation"][f"{scheme}:{NOTHING}"] += 0
    rare = {"feats", "lemma", "sense", "role"}
    found = {
        name: [label for label, count in counter.items() if count >= least or name not in rare]
        for name, counter in counts.items()
    }
    for name in ("sense", "role", "mention"):
        found[name].append(NOTHING)
    ordered = {name: sorted(found[name]) for name in trees}
    ordered |= {name: sorted(found[name], key=_nothing_first) for name in set(counts) - set(trees)}
    return Labels(**{name: tuple(labels) for name, labels in ordered.items()})


def _nothing_first(label: str) -> tuple[str, bool, str]:
    """Order by alphabet, but "nothing" before everything else of its relation scheme."""
    scheme, _, rest = label.rpartition(":")
    return scheme, rest != NOTHING, rest


# Names keep their form, numbers and marks have none: the edit script serves them.
_NO_LEXICON = {"PROPN", "NUM", "PUNCT", "SYM", "X"}
# A treebank knows a form well if it has it so often; a lemma is clear if so large a part of the form has it.
_WELL_KNOWN, _CLEAR = 5, 0.7


def make_lexicon(corpora: Iterable[Iterable[Document]]) -> Lexicon:
    """Collect the lemma of each (lower-cased form, UPOS) of the treebanks.

    Where treebanks differ, the first one that knows the form well decides ("people" is `people` in EWT and
    `person` in GUM). A form with several lemmas is left out: the network sees which one is meant. So is a
    word within a name ("New" in "New York"): it keeps its capital.
    """
    decided: dict[tuple[str, str], str] = {}
    pooled: dict[tuple[str, str], Counter[str]] = {}
    for documents in corpora:
        counts: dict[tuple[str, str], Counter[str]] = {}
        for sentence in (sentence for document in documents for sentence in document.sentences):
            tree = sentence.tree
            if not tree:
                continue
            for word, upos, xpos, script in zip(
                sentence.words, tree.upos, tree.xpos, tree.lemma, strict=True
            ):
                if upos not in _NO_LEXICON and xpos not in PROPER and not word.isspace():
                    counts.setdefault((word.lower(), upos), Counter())[apply_script(word, script)] += 1
        for key, counter in counts.items():
            pooled.setdefault(key, Counter()).update(counter)
            if (lemma := _clear(counter)) is not None and counter.total() >= _WELL_KNOWN:
                decided.setdefault(key, lemma)
    lemmas = {key: decided.get(key) or _clear(counter) for key, counter in pooled.items()}
    return {key: lemma for key, lemma in lemmas.items() if lemma is not None}


def _clear(counter: Counter[str]) -> str | None:
    """Give the lemma that nearly all have, if there is one."""
    lemma = min(counter, key=lambda lemma: (-counter[lemma], lemma))
    return lemma if counter[lemma] >= _CLEAR * counter.total() else None


def make_rolesets(data: Path, documents: Iterable[Document]) -> dict[tuple[str, str, str], str]:
    """Collect the most frequent roleset of each (lemma, UPOS, sense) of the training predicates."""
    counts: dict[tuple[str, str, str], Counter[str]] = {}
    for lemma, upos, sense, roleset in read_rolesets(data / "srl/ewt-train.jsonl.gz", documents):
        counts.setdefault((lemma, upos, sense), Counter())[roleset] += 1
    return {
        key: min(counter, key=lambda name: (-counter[name], name))
        for key, counter in counts.items()
        if any(name != f"{key[0]}.{key[2]}" for name in counter)
    }


def save_rolesets(rolesets: Mapping[tuple[str, str, str], str], path: Path) -> None:
    """Write the names of rolesets that their word and sense do not tell: lemma, UPOS, sense, roleset."""
    lines = ["\t".join((*key, roleset)) for key, roleset in sorted(rolesets.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def stream_passages(stream: Stream, pieces: Pieces, rng: random.Random) -> Iterator[Passage]:
    """Yield passages for ever, documents in a new order each time round."""

    def vary(passage: Passage) -> Passage:
        if rng.random() < _NO_BREAKS:
            blind = [replace(item, breaks=[False] * len(item.words)) for item in passage.windows]
            return replace(passage, windows=blind)
        return passage

    while True:
        order = stream.documents.copy()
        rng.shuffle(order)
        for document in stream.together(order):
            cut = passages(document, pieces, budget=WINDOW, longest=stream.longest, rng=rng)
            yield from map(vary, cut)
