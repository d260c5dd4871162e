"""Corpora of single sentences and paragraphs: names, and relations between names."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from graph.evaluate.corpora.readers import Passage, name_passages, redocred_passages
from graph.evaluate.corpora.texts import Text
from graph.train.annotations import read_sentence_relations
from graph.train.score.found import Found
from graph.train.score.names import NameScores, coarse
from graph.train.score.relations import LabelledScores, StrictScores
from graph.train.score.result import Result
from graph.train.score.subjects import Subject

_DOMAINS = ("ai", "literature", "music", "politics", "science")

# A limit counts documents; so many sentences of a corpus of single sentences stand for one.
_SENTENCES_A_DOCUMENT = 15


def _few_sentences(limit: int | None) -> int | None:
    return None if limit is None else limit * _SENTENCES_A_DOCUMENT


def _read_names(
    subject: Subject, passages: Iterable[Passage], result: Result, data: str
) -> list[tuple[Passage, Text, Found]]:
    names, read = NameScores(), []
    for number, passage in enumerate(passages):
        text = passage.text()
        found = subject.read(text.text)
        gold = [(text.span(*mentions[0]), kind) for kind, mentions in passage.entities]
        names.add(number, gold, found.names)
        read.append((passage, text, found))
    result.put_names(names, data)
    return read


def score_politics(subject: Subject, data: Path, limit: int | None) -> Result:
    """Names in sentences of Wikipedia on politics."""
    result = Result()
    passages = name_passages(data / "ner/crossner-politics-dev.jsonl")
    _read_names(subject, islice(passages, _few_sentences(limit)), result, "CrossNER politics dev")
    return result


def score_wikineural(subject: Subject, data: Path, limit: int | None) -> Result:
    """Names in the tenth of WikiNEuRal that training does not see."""
    result = Result()
    held = islice(name_passages(data / "ner/wikineural-en.jsonl.gz"), 9, None, 10)
    _read_names(subject, islice(held, _few_sentences(limit)), result, "WikiNEuRal tenth")
    return result


def score_conll04(subject: Subject, data: Path, limit: int | None) -> Result:
    """Names and the relations between them in newswire."""
    result, name = Result(), "CoNLL04 dev"
    passages = name_passages(data / "relations/conll04-dev.jsonl")
    read = _read_names(subject, islice(passages, _few_sentences(limit)), result, name)
    if "annotations" in subject.gives:
        scores = StrictScores()
        for number, (passage, text, found) in enumerate(read):
            ends = [(text.span(*mentions[0]), coarse(kind)) for kind, mentions in passage.entities]
            gold = {(ends[head], ends[tail], label) for head, tail, label in passage.relations}
            scores.add(number, gold, found.relations)
        result.put("relations strict F1, names found", name, scores.counts.f1)
        result.bets["relation"] = scores.bets
    return result


def _crossre(data: Path, limit: int | None) -> Iterator[tuple[Passage, list[str]]]:
    """Read the five domains: passages, and the coarse kinds of their entities as training reads them."""
    for domain in _DOMAINS:
        path = data / f"relations/crossre-{domain}-dev.jsonl"
        pairs = zip(name_passages(path), read_sentence_relations(path), strict=True)
        for passage, document in islice(pairs, _few_sentences(limit)):
            given = document.relations.entities if document.relations else []
            yield passage, [kind for kind, _ in given]


def _relate(
    subject: Subject, passages: Iterable[tuple[Passage, Sequence[str]]], scheme: str
) -> LabelledScores:
    scores = LabelledScores()
    for number, (passage, kinds) in enumerate(passages):
        scores.add(number, passage.relations, subject.relate(passage, kinds, scheme))
    return scores


def score_crossre(subject: Subject, data: Path, limit: int | None) -> Result:
    """Relations between given names in sentences of five domains."""
    result, name = Result(), "CrossRE dev, five domains"
    if "annotations" in subject.gives:
        scores = _relate(subject, _crossre(data, limit), "crossre")
        result.put("relations micro F1, names given", name, scores.micro.f1)
        result.put("relations macro F1, names given", name, scores.macro_f1)
        result.bets["relation"] = scores.bets
    return result


def score_redocred(subject: Subject, data: Path, limit: int | None) -> Result:
    """Relations between given entities in the fifth of Re-DocRED that training does not see."""
    result, name = Result(), "Re-DocRED fifth"
    if "annotations" in subject.gives:
        held = islice(redocred_passages(data / "relations/redocred.jsonl.gz"), 4, None, 5)
        passages = (
            (passage, [coarse(kind) for kind, _ in passage.entities]) for passage in islice(held, limit)
        )
        scores = _relate(subject, passages, "redocred")
        result.put("relations micro F1, names given", name, scores.micro.f1)
        result.bets["relation"] = scores.bets
    return result
