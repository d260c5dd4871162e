"""Readers of the public corpora: files of a data folder to documents of sentences.

Each reader yields `Document`s; the formats are described the README of the data folder.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import spacy

from graph.evaluate.corpora.gaps import guess_spaces
from graph.evaluate.corpora.readers import open_text
from graph.read.lemma import lemma_script
from graph.read.tokenizer import make_tokenizer
from graph.train.example import Attributions, Frame, Mention, NameRelations, Tree
from graph.train.kinds import cue_words, fine_kinds

UNKNOWN_NAME = "?"

_GUM_KINDS = {"person": "PERSON", "organization": "ORG", "place": "LOC", "time": None}
_CROSSNER_KINDS = {
    **dict.fromkeys(("person", "politician", "writer", "musicalartist", "scientist", "researcher"), "PERSON"),
    **dict.fromkeys(("organisation", "politicalparty", "band", "university"), "ORG"),
    **dict.fromkeys(("location", "country"), "LOC"),
    **dict.fromkeys(
        ("misc", "event", "election", "award", "book", "song", "album", "poem", "academicjournal",
         "magazine", "conference"),
        "MISC",
    ),
}  # fmt: skip
_WIKINEURAL_KINDS = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"}
# CoNLL04's "Other" mixes dates, numbers and real names: unknown.
_CONLL04_KINDS = {"Peop": "PERSON", "Org": "ORG", "Loc": "LOC"}
_SILVER_KINDS = {"PERSON": "PERSON", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "MISC"}
_SILVER_VALUES = {
    **dict.fromkeys(("DATE", "DURATION", "SET"), "DATE"),
    **{kind: kind for kind in ("TIME", "MONEY", "PERCENT", "ORDINAL")},
    "NUMBER": "CARDINAL",
}
_EDITOR_NOTE = re.compile(r"\n\s*(editor.s note|note to our readers?)\b.*", re.IGNORECASE | re.DOTALL)


@dataclass(slots=True, kw_only=True)
class Sentence:
    """One sentence of a corpus; `tree.heads` count within the sentence."""

    words: list[str]
    spaces: list[int]
    new_paragraph: bool = False
    tree: Tree | None = None
    names: list[str] | None = None
    kinds: list[tuple[str, ...]] | None = None
    values: list[str] | None = None
    frames: list[Frame] | None = None
    sent_known: bool = True
    id: str = ""


@dataclass(slots=True, kw_only=True)
class Document:
    """Sentences in order; what belongs to the document counts words over the whole of it."""

    sentences: list[Sentence]
    attributions: Attributions | None = None
    mentions: list[Mention] | None = None
    relations: NameRelations | None = None
    id: str = ""


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """Read one JSON object a line."""
    with open_text(path) as lines:
        for line in lines:
            yield json.loads(line)


def name_tags(size: int, spans: Iterable[tuple[int, int, str]]) -> list[str]:
    """Turn spans into BIOES tags; longer spans win over those inside them.

    A kind of `?` marks the words as unknown.
    """
    tags = ["O"] * size
    taken = [False] * size
    for begin, end, kind in sorted(spans, key=lambda item: (item[0] - item[1], item[0])):
        if any(taken[begin:end]) or begin >= end:
            continue
        taken[begin:end] = [True] * (end - begin)
        if kind == UNKNOWN_NAME:
            tags[begin:end] = [UNKNOWN_NAME] * (end - begin)
        elif end - begin == 1:
            tags[begin] = f"S-{kind}"
        else:
            inner = [f"I-{kind}"] * (end - begin - 2)
            tags[begin:end] = [f"B-{kind}", *inner, f"E-{kind}"]
    return tags


def name_kinds(
    words: list[str], tags: list[str], spans: Iterable[tuple[int, int, str, str]]
) -> list[tuple[str, ...]]:
    """List the fine types that the name of each word may have; () outside names.

    Args:
        words: The words of the sentence.
        tags: Its BIOES tags, which say which spans were kept.
        spans: (first, after last, coarse type, type of the corpus).
    """
    kinds: list[tuple[str, ...]] = [()] * len(words)
    for begin, end, coarse, own in spans:
        if tags[begin] in {f"S-{coarse}", f"B-{coarse}"} and tags[end - 1] in {f"S-{coarse}", f"E-{coarse}"}:
            kinds[begin:end] = [fine_kinds(words[begin:end], coarse, own)] * (end - begin)
    return kinds


def read_treebank(path: Path) -> Iterator[Document]:
    """Read a CoNLL-U file; multiword ranges and empty nodes are passed over."""
    sentences: list[Sentence] = []
    rows: list[list[str]] = []
    paragraph, own, sentence = False, "", ""
    glued: dict[int, int] = {}
    with open_text(path) as lines:
        # A file may lack the blank line at its end.
        for line in chain(lines, [""]):
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                if sentences:
                    yield Document(sentences=sentences, id=own)
                sentences, paragraph, own = [], True, line.partition("=")[2].strip()
            elif line.startswith("# sent_id"):
                sentence = line.partition("=")[2].strip()
            elif line.startswith("# newpar"):
                paragraph = True
            elif line.startswith("#"):
                continue
            elif line:
                columns = line.split("\t")
                if columns[0].isdigit():
                    rows.append(columns)
                elif "-" in columns[0]:
                    first, last = columns[0].split("-")
                    glued.update(dict.fromkeys(range(int(first), int(last)), 0))
                    if "SpaceAfter=No" in columns[9]:
                        glued[int(last)] = 0
            elif rows:
                sentences.append(_tree_sentence(rows, glued, sentence, new_paragraph=paragraph))
                rows, glued, paragraph = [], {}, False
    if sentences:
        yield Document(sentences=sentences, id=own)


def _tree_sentence(
    rows: list[list[str]], glued: dict[int, int], own: str, *, new_paragraph: bool
) -> Sentence:
    spaces, gap = [], 1
    for row in rows:
        spaces.append(gap)
        gap = 0 if "SpaceAfter=No" in row[9] or int(row[0]) in glued else 1
    heads = [int(row[6]) - 1 if row[6] != "0" else place for place, row in enumerate(rows)]
    tree = Tree(
        upos=[row[3] for row in rows],
        xpos=[row[4] for row in rows],
        feats=[row[5] for row in rows],
        lemma=[lemma_script(row[1], row[2]) for row in rows],
        heads=heads,
        deprel=[row[7] for row in rows],
    )
    words = [row[1] for row in rows]
    return Sentence(words=words, spaces=spaces, new_paragraph=new_paragraph, tree=tree, id=own)


def add_gum_names(documents: Iterable[Document], path: Path) -> Iterator[Document]:
    """Put the names of `ner/gum-*.jsonl` on the sentences of the GUM treebank, which has the same order.

    GUM marks nationality adjectives only where they are mentions: those it leaves unmarked are unknown.
    """
    names = read_jsonl(path)
    for document in documents:
        for sentence in document.sentences:
            record = next(names)
            if record["tokens"] != sentence.words:
                msg = f"{path}: sentence {record['sent_id']} does not match the treebank"
                raise ValueError(msg)
            spans = []
            for entity in record["entities"]:
                kind = _GUM_KINDS.get(entity["type"], "MISC")
                if kind:
                    spans.append((*entity["name"], kind, entity["type"]))
            tags = name_tags(len(sentence.words), [span[:3] for span in spans])
            sentence.kinds = name_kinds(sentence.words, tags, spans)
            if sentence.tree is not None:
                for place, (tag, word) in enumerate(zip(tags, sentence.words, strict=True)):
                    if tag == "O" and word[:1].isupper() and sentence.tree.upos[place] == "ADJ":
                        tags[place] = UNKNOWN_NAME
            sentence.names = tags
        yield document


def read_names(path: Path) -> Iterator[Document]:
    """Read CrossNER, WikiNEuRal or CoNLL04: each sentence is a document of its own."""
    kinds: dict[str, str]
    if "wikineural" in path.name:
        kinds = _WIKINEURAL_KINDS
    elif "conll04" in path.name:
        kinds = _CONLL04_KINDS
    else:
        kinds = _CROSSNER_KINDS
    for record in read_jsonl(path):
        words = record["tokens"]
        spans = [(begin, end, kinds.get(kind, UNKNOWN_NAME), kind) for begin, end, kind in record["entities"]]
        tags = name_tags(len(words), [span[:3] for span in spans])
        sentence = Sentence(
            words=words,
            spaces=guess_spaces(words),
            new_paragraph=True,
            names=tags,
            kinds=name_kinds(words, tags, spans),
        )
        yield Document(sentences=[sentence], id=record.get("id", ""))


def read_polnear(path: Path, silver: Path | None = None) -> Iterator[Document]:
    """Read PolNeAR articles through the shipped tokenizer, with silver sentences and names where given.

    An article is cut into its silver sentences; without them into its paragraphs, whose borders are
    not to be learned as those of sentences.
    """
    tokenizer = make_tokenizer(spacy.blank("en"))
    records = {record["id"]: record for record in read_jsonl(silver)} if silver else {}
    for record in read_jsonl(path):
        text = record["text"]
        note = _EDITOR_NOTE.search(text, len(text) // 2)
        text = text[: note.start()] if note else text
        doc = tokenizer(text)
        tokens = [token for token in doc if not token.is_space]
        begins = [token.idx for token in tokens]
        ends = [token.idx + len(token) for token in tokens]
        words = [token.text for token in tokens]
        if not words:
            continue
        spaces = [1] + [int(begin > end) for begin, end in zip(begins[1:], ends, strict=False)]
        breaks = [True] + ["\n" in text[end:begin] for begin, end in zip(begins[1:], ends, strict=False)]

        def to_range(
            start: int, stop: int, begins: list[int] = begins, ends: list[int] = ends
        ) -> tuple[int, int] | None:
            inside = [i for i, (b, e) in enumerate(zip(begins, ends, strict=True)) if b < stop and e > start]
            return (inside[0], inside[-1] + 1) if inside else None

        attributions = _polnear_attributions(record["attributions"], to_range)
        labels = records.get(record["id"])
        found = _silver_labels(labels, words, begins) if labels else None
        yield Document(
            sentences=_cut(words, spaces, breaks, found), attributions=attributions, id=record["id"]
        )


def _polnear_attributions(items: list[dict[str, Any]], to_range: Any) -> Attributions:
    layers: dict[str, list[tuple[int, int]]] = {"source": [], "cue": [], "content": []}
    links: list[tuple[int, int, int]] = []
    for item in items:
        pieces = {
            name: [found for begin, end in item[name] if (found := to_range(begin, end))] for name in layers
        }
        for name, spans in pieces.items():
            layers[name].extend(spans)
        source = pieces["source"][0][0] if pieces["source"] else -1
        cue = pieces["cue"][0][0] if pieces["cue"] else -1
        links.extend((begin, source, cue) for begin, _ in pieces["content"])
    return Attributions(
        layers={name: sorted(set(spans)) for name, spans in layers.items()}, links=sorted(set(links))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Silver:
    """What a machine said about an article, carried over to our own words."""

    starts: set[int]
    names: list[str]
    kinds: list[tuple[str, ...]]
    values: list[str]


def _silver_labels(labels: dict[str, Any], words: list[str], begins: list[int]) -> _Silver:
    """Carry silver sentence starts, names and values over to our own words, by character offsets."""
    place_of = {begin: place for place, begin in enumerate(begins)}
    offsets = labels["tokens"]

    def place(offset: int) -> int | None:
        return place_of.get(offset)

    starts = {found for begin, _ in labels["sents"] if (found := place(offsets[begin][0])) is not None}
    names, values = [], []
    for begin, end, tag, *_ in labels["entities"]:
        first, last = place(offsets[begin][0]), place(offsets[end - 1][0])
        if first is None or last is None or last < first:
            continue
        if tag not in _SILVER_VALUES:
            names.append((first, last + 1, _SILVER_KINDS.get(tag, UNKNOWN_NAME), tag))
        # The silver labels mark the number of "five miles" only.
        elif (
            tag == "NUMBER"
            and words[last + 1 : last + 2]
            and words[last + 1].lower() in cue_words("QUANTITY")
        ):
            values.append((first, last + 2, "QUANTITY"))
        else:
            values.append((first, last + 1, _SILVER_VALUES[tag]))
    tags = name_tags(len(words), [span[:3] for span in names])
    return _Silver(
        starts=starts,
        names=tags,
        kinds=name_kinds(words, tags, names),
        values=name_tags(len(words), values),
    )


def _cut(words: list[str], spaces: list[int], breaks: list[bool], silver: _Silver | None) -> list[Sentence]:
    """Cut an article at its sentence starts and paragraph breaks."""
    starts = silver.starts if silver else set()
    borders = sorted({0, *starts, *(place for place, flag in enumerate(breaks) if flag)})
    return [
        Sentence(
            words=words[begin:end],
            spaces=spaces[begin:end],
            new_paragraph=breaks[begin],
            names=silver.names[begin:end] if silver else None,
            kinds=silver.kinds[begin:end] if silver else None,
            values=silver.values[begin:end] if silver else None,
            sent_known=silver is not None,
        )
        for begin, end in zip(borders, [*borders[1:], len(words)], strict=True)
    ]
