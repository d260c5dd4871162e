"""Readers of corpora that annotate more than sentences: roles, coreference, relations between names."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from graph.evaluate.corpora.gaps import guess_spaces
from graph.read.lemma import apply_script
from graph.train.corpora import Document, Sentence, name_kinds, name_tags, read_jsonl, read_names
from graph.train.example import Frame, Mention, NameRelations
from graph.train.kinds import fine_kinds

_REDOCRED_KINDS = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"}
_CROSSRE, _CONLL04, _REDOCRED = "crossre", "conll04", "redocred"


def span_head(begin: int, end: int, heads: list[int]) -> int:
    """Find the head word of a span: the first whose own head lies outside, or that is a root.

    >>> span_head(0, 2, [1, 2, 2])
    1
    """
    return next(
        (word for word in range(begin, end) if heads[word] == word or not begin <= heads[word] < end),
        end - 1,
    )


def add_frames(documents: Iterable[Document], path: Path) -> Iterator[Document]:
    """Put the PropBank frames of `srl/ewt-*.jsonl` on the sentences of the EWT treebank, by `sent_id`."""
    records = {record["sent_id"]: record for record in read_jsonl(path)}
    for document in documents:
        for sentence in document.sentences:
            record = records.get(sentence.id)
            if record is None or sentence.tree is None:
                continue
            heads = sentence.tree.heads
            sentence.frames = [
                Frame(
                    predicate=item["index"],
                    sense=item["roleset"].rpartition(".")[2],
                    arguments=[(b, e, span_head(b, e, heads), label) for b, e, label in item["args"]],
                )
                for item in record["predicates"]
            ]
        yield document


def read_rolesets(path: Path, documents: Iterable[Document]) -> Iterator[tuple[str, str, str, str]]:
    """Pair each predicate of `srl/ewt-*.jsonl` with its word: (lemma, UPOS, sense, roleset)."""
    records = {record["sent_id"]: record for record in read_jsonl(path)}
    for document in documents:
        for sentence in document.sentences:
            tree = sentence.tree
            if tree is None:
                continue
            for item in records.get(sentence.id, {}).get("predicates", ()):
                word, roleset = item["index"], item["roleset"]
                lemma = apply_script(sentence.words[word], tree.lemma[word])
                yield lemma, tree.upos[word], roleset.rpartition(".")[2], roleset


def add_mentions(documents: Iterable[Document], path: Path) -> Iterator[Document]:
    """Put the mentions of `coref/gum-*.jsonl` on the documents of the GUM treebank, by name.

    Of two mentions with one head ("Ada" and "Ada and Bo"), the one that corefers is kept, else the shorter.
    """
    records = {record["doc"]: record for record in read_jsonl(path)}
    for document in documents:
        record = records.get(document.id)
        if record:
            words = [word for sentence in document.sentences for word in sentence.words]
            if record["tokens"] != words:
                msg = f"{path}: document {document.id} does not match the treebank"
                raise ValueError(msg)
            document.mentions = _mentions(record["clusters"])
        yield document


def _mentions(clusters: list[dict[str, object]]) -> list[Mention]:
    best: dict[int, tuple[tuple[bool, int], Mention]] = {}
    for number, cluster in enumerate(clusters):
        for begin, end, head, *_ in cluster["mentions"]:  # type: ignore[attr-defined]
            mention = Mention(begin=begin, end=end, head=head, kind=str(cluster["type"]), cluster=number)
            rank = (bool(cluster["singleton"]), end - begin)
            if head not in best or rank < best[head][0]:
                best[head] = (rank, mention)
    return [best[head][1] for head in sorted(best)]


def read_sentence_relations(path: Path) -> Iterator[Document]:
    """Read CoNLL04 or CrossRE: sentences with names and the relations between them."""
    scheme = _CONLL04 if "conll04" in path.name else _CROSSRE
    for document, record in zip(read_names(path), read_jsonl(path), strict=True):
        triples = [
            (item["head"], item["tail"], item["type"]) if isinstance(item, dict) else tuple(item)
            for item in record["relations"]
        ]
        entities = [
            (_coarse(document.sentences[0], begin), [(begin, end)]) for begin, end, _ in record["entities"]
        ]
        yield replace(
            document, relations=NameRelations(scheme=scheme, entities=entities, triples=sorted(set(triples)))
        )


def _coarse(sentence: Sentence, word: int) -> str:
    tag = (sentence.names or [])[word]
    return tag[2:] if tag[:2] in {"B-", "S-"} else "OTHER"


def read_redocred(path: Path) -> Iterator[Document]:
    """Read Re-DocRED: paragraphs with entities, names and relations of the whole document.

    Nationality words are places there and not in the other corpora: as names, they stay unknown.
    """
    for record in read_jsonl(path):
        words = record["tokens"]
        spans = []
        for entity in record["entities"]:
            kind = _REDOCRED_KINDS.get(entity["type"])
            spans += [(begin, end, kind, entity["type"]) for begin, end in entity["mentions"] if kind]
        known = [
            (begin, end, "?" if fine_kinds(words[begin:end], "MISC") == ("NORP",) else kind, own)
            for begin, end, kind, own in spans
        ]
        tags = name_tags(len(words), [span[:3] for span in known])
        kinds = name_kinds(words, tags, known)
        sentences = [
            Sentence(
                words=words[begin:end],
                spaces=guess_spaces(words[begin:end]),
                new_paragraph=begin == 0,
                names=tags[begin:end],
                kinds=kinds[begin:end],
                # Split by machine, at many an abbreviation: not to be learned from.
                sent_known=False,
            )
            for begin, end in record["sents"]
        ]
        entities = [
            (_REDOCRED_KINDS.get(item["type"], item["type"]), [(b, e) for b, e in item["mentions"]])
            for item in record["entities"]
        ]
        triples = sorted({(head, tail, label) for head, tail, label, _ in record["relations"]})
        yield Document(
            sentences=sentences,
            relations=NameRelations(scheme=_REDOCRED, entities=entities, triples=triples),
            id=record["title"],
        )


def redocred_parts(path: Path) -> tuple[list[Document], list[Document]]:
    """Split Re-DocRED: every fifth document is held out for scoring."""
    documents = list(read_redocred(path))
    held = [document for number, document in enumerate(documents) if number % 5 == 4]
    return [document for number, document in enumerate(documents) if number % 5 != 4], held
