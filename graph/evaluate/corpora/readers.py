"""The development data as it stands: what the reader is held against.

Read anew here, and not as the training reads it: a score must not share the training's simplifications.
"""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import IO, Any

from graph.errors import InputError
from graph.evaluate.corpora.gaps import guess_gaps
from graph.evaluate.corpora.texts import PARAGRAPH, Range, Text, build_text

# A publisher's standing note below the article, never annotated: no part of what was read by the annotators.
_NOTE = re.compile(r"\n\s*(?:editor.s note|note to our readers?)\b", re.IGNORECASE)
_FORM, _LEMMA, _UPOS, _XPOS, _FEATS, _HEAD, _DEPREL, _MISC = 1, 2, 3, 4, 5, 6, 7, 9


@dataclass(slots=True, kw_only=True)
class Treebank:
    """One document of a treebank; all lists run over its words.

    Attributes:
        name: Document id.
        sentences: Word ranges.
        sentence_ids: Parallel to `sentences`.
        gaps: White space before each word.
        heads: Word numbers in the document; a root's own for a root.
    """

    name: str
    sentences: list[Range] = field(default_factory=list)
    sentence_ids: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprel: list[str] = field(default_factory=list)

    def text(self) -> Text:
        """Put the raw text together."""
        return build_text(self.words, self.gaps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words with named entities and relations between them.

    Attributes:
        words: All words.
        sentences: Word ranges.
        entities: Of each entity: its type, and the word ranges of its mentions.
        relations: (number of the head entity, number of the tail entity, label).
    """

    words: tuple[str, ...]
    sentences: tuple[Range, ...]
    entities: tuple[tuple[str, tuple[Range, ...]], ...]
    relations: frozenset[tuple[int, int, str]] = frozenset()

    def text(self) -> Text:
        """Put a raw text together, with spaces where newspapers have them."""
        return build_text(self.words, guess_gaps(self.words))


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFrame:
    """A predicate of a sentence; word numbers count within it."""

    predicate: int
    roleset: str
    arguments: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article with its attributed statements, as character ranges of source, cue and content."""

    name: str
    text: str
    attributions: tuple[dict[str, tuple[Range, ...]], ...]


def open_text(path: Path) -> IO[str]:
    """Open a text file, gzipped or not, as UTF-8."""
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Read one JSON object a line.

    Raises:
        InputError: The file is missing or holds something else.
    """
    try:
        with open_text(path) as lines:
            for line in lines:
                yield json.loads(line)
    except FileNotFoundError as error:
        raise InputError(str(path), "no such file; name the data folder that it belongs to") from error
    except (OSError, ValueError) as error:
        raise InputError(str(path), f"cannot be read as JSON lines ({error})") from error


def treebank_documents(path: Path) -> Iterator[Treebank]:
    """Read a CoNLL-U file by its documents; multiword tokens count as their words."""
    document = Treebank(name="")
    rows: list[list[str]] = []
    sentence_id, gap = "", ""
    with open_text(path) as lines:
        # A file may lack the blank line at its end.
        for line in chain(lines, [""]):
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                if document.words:
                    yield document
                document, gap = Treebank(name=line.partition("=")[2].strip()), ""
            elif line.startswith("# newpar") and document.words:
                gap = PARAGRAPH
            elif line.startswith("# sent_id"):
                sentence_id = line.partition("=")[2].strip()
            elif line and line[0] != "#":
                rows.append(line.split("\t"))
            elif not line and rows:
                document.sentence_ids.append(sentence_id)
                gap = _add_sentence(document, rows, gap)
                rows = []
    if document.words:
        yield document


def _add_sentence(document: Treebank, rows: list[list[str]], gap: str) -> str:
    """Put a sentence on its document; return the white space after it."""
    offset = len(document.words)
    closed, last = 0, False
    for row in rows:
        spaced = "SpaceAfter=No" not in row[_MISC].split("|")
        if "-" in row[0]:
            closed, last = int(row[0].split("-")[1]), spaced
            continue
        if not row[0].isdigit():
            continue
        document.words.append(row[_FORM])
        document.gaps.append(gap)
        document.upos.append(row[_UPOS])
        document.xpos.append(row[_XPOS])
        document.feats.append(row[_FEATS])
        document.lemma.append(row[_LEMMA])
        head = int(row[_HEAD])
        document.heads.append(offset + (head or int(row[0])) - 1)
        document.deprel.append(row[_DEPREL])
        # Within a multiword token there is no space; after it, its own line tells.
        number = int(row[0])
        gap = " " if (last if number == closed else spaced and number > closed) else ""
    document.sentences.append((offset, len(document.words)))
    return gap


def gum_names(path: Path) -> Iterator[list[tuple[int, int, str]]]:
    """Read `ner/gum-*.jsonl`: the names of one sentence after the other, the longest of nested ones."""
    for record in records(path):
        yield _outermost([(*entity["name"], entity["type"]) for entity in record["entities"]])


def _outermost(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for begin, end, kind in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if all(end <= first or last <= begin for first, last, _ in kept):
            kept.append((begin, end, kind))
    return sorted(kept)


def name_passages(path: Path) -> Iterator[Passage]:
    """Read sentences with named entities: CrossNER, WikiNEuRal, and CoNLL04 with its relations."""
    for record in records(path):
        yield Passage(
            words=tuple(record["tokens"]),
            sentences=((0, len(record["tokens"])),),
            entities=tuple((kind, ((begin, end),)) for begin, end, kind in record["entities"]),
            relations=frozenset(map(_relation, record.get("relations", ()))),
        )


def _relation(item: Any) -> tuple[int, int, str]:
    """Read a relation as CoNLL04 or as CrossRE writes it."""
    if isinstance(item, dict):
        return item["head"], item["tail"], item["type"]
    head, tail, label, *_ = item
    return head, tail, label


def redocred_passages(path: Path) -> Iterator[Passage]:
    """Read Re-DocRED: paragraphs, entities with all their mentions."""
    for record in records(path):
        yield Passage(
            words=tuple(record["tokens"]),
            sentences=tuple((begin, end) for begin, end in record["sents"]),
            entities=tuple(
                (entity["type"], tuple((begin, end) for begin, end in entity["mentions"]))
                for entity in record["entities"]
            ),
            relations=frozenset(map(_relation, record["relations"])),
        )


def gold_frames(path: Path) -> dict[str, tuple[GoldFrame, ...]]:
    """Read the semantic roles of `srl/*`, by sentence id; sentences without annotation are missing."""
    return {
        record["sent_id"]: tuple(
            GoldFrame(
                predicate=item["index"],
                roleset=item["roleset"],
                arguments=tuple((begin, end, label) for begin, end, label in item["args"]),
            )
            for item in record["predicates"]
        )
        for record in records(path)
    }


def gold_clusters(path: Path) -> Iterator[list[frozenset[Range]]]:
    """Read `coref/*`: the groups of one document after the other, as word ranges, singletons left out.

    Appositions and predicates are members of their groups, as GUM has them.
    """
    for record in records(path):
        yield [
            frozenset((begin, end) for begin, end, *_ in cluster["mentions"])
            for cluster in record["clusters"]
            if not cluster["singleton"]
        ]


def articles(path: Path) -> Iterator[Article]:
    """Read `attribution/polnear-*`, without the note that some publishers set below an article."""
    for record in records(path):
        text = record["text"]
        note = _NOTE.search(text, len(text) // 2)
        yield Article(
            name=record["id"],
            text=text[: note.start()] if note else text,
            attributions=tuple(
                {
                    layer: tuple((begin, end) for begin, end in item[layer])
                    for layer in ("source", "cue", "content")
                }
                for item in record["attributions"]
            ),
        )
