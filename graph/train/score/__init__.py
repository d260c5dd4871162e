"""Scores of a reader on the development parts of the public corpora, by the same decoders that ship."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from graph.read.analysis import Analysis, Analyzer
from graph.read.labels import LAYERS
from graph.read.lemma import apply_script
from graph.train.corpora import (
    Document,
    Sentence,
    add_gum_names,
    read_names,
    read_polnear,
    read_treebank,
)
from graph.train.example import Attributions
from graph.train.recipe import wikineural_parts

_SCORED_NAMES = ("PERSON", "ORG", "LOC")
_OVERLAP = 0.5


@dataclass(slots=True)
class Counts:
    """Hits, misses and false alarms."""

    hit: int = 0
    gold: int = 0
    predicted: int = 0

    def add(self, gold: set[object], predicted: set[object]) -> None:
        """Compare two sets of things."""
        self.hit += len(gold & predicted)
        self.gold += len(gold)
        self.predicted += len(predicted)

    @property
    def f1(self) -> float:
        """F1 in percent."""
        total = self.gold + self.predicted
        return 200.0 * self.hit / total if total else 100.0


@dataclass(slots=True)
class Scores:
    """One line a figure: name, data, value in percent."""

    rows: list[tuple[str, str, float]] = field(default_factory=list)

    def put(self, what: str, data: str, value: float) -> None:
        """Add a figure."""
        self.rows.append((what, data, value))

    def table(self) -> str:
        """Render as a Markdown table."""
        lines = ["| what | data | score |", "|---|---|---|"]
        lines += [f"| {what} | {data} | {value:.2f} |" for what, data, value in self.rows]
        return "\n".join(lines)


def score_reader(analyze: Analyzer, data: Path, *, limit: int | None = None) -> Scores:
    """Score every head that has development data.

    Args:
        analyze: The reader.
        data: The data folder.
        limit: At most so many documents of each corpus (to look while training).
    """
    scores = Scores()
    for name in ("ewt", "gum"):
        documents = list(read_treebank(data / f"ud/{name}-dev.conllu.gz"))[:limit]
        _score_trees(analyze, documents, f"{name.upper()} dev", scores)
    gum = add_gum_names(read_treebank(data / "ud/gum-dev.conllu.gz"), data / "ner/gum-dev.jsonl")
    sentence_limit = None if limit is None else limit * 15
    _score_names(analyze, list(gum)[:limit], "GUM dev", scores)
    politics = list(read_names(data / "ner/crossner-politics-dev.jsonl"))[:sentence_limit]
    _score_names(analyze, politics, "CrossNER politics dev", scores)
    _score_names(analyze, wikineural_parts(data)[1][:sentence_limit], "WikiNEuRal held-out tenth", scores)
    conll = list(read_names(data / "relations/conll04-dev.jsonl"))[:sentence_limit]
    _score_names(analyze, conll, "CoNLL04 dev", scores)
    said = list(read_polnear(data / "attribution/polnear-dev.jsonl"))[:limit]
    _score_attributions(analyze, said, "PolNeAR dev", scores)
    return scores


def _words(sentences: Iterable[Sentence]) -> tuple[list[str], list[bool], list[int], list[bool]]:
    words: list[str] = []
    breaks: list[bool] = []
    spaces: list[int] = []
    starts: list[bool] = []
    for sentence in sentences:
        rest = [False] * (len(sentence.words) - 1)
        words += sentence.words
        spaces += sentence.spaces
        breaks += [sentence.new_paragraph, *rest]
        starts += [True, *rest]
    return words, breaks, spaces, starts


def _score_trees(analyze: Analyzer, documents: list[Document], data: str, scores: Scores) -> None:
    """Tags and trees on gold sentences; sentence starts on gold words, with and without paragraphs."""
    right = dict.fromkeys(("UPOS", "XPOS", "FEATS", "lemma", "UAS", "LAS"), 0)
    total = 0
    borders, blind = Counts(), Counts()
    for document in documents:
        words, breaks, spaces, starts = _words(document.sentences)
        found = analyze(words, breaks, spaces, starts)
        place = 0
        for sentence in document.sentences:
            tree = sentence.tree
            if tree is None:
                continue
            for number, word in enumerate(sentence.words):
                here = place + number
                head = found.heads[here] == place + tree.heads[number]
                right["UPOS"] += found.upos[here] == tree.upos[number]
                right["XPOS"] += found.xpos[here] == tree.xpos[number]
                right["FEATS"] += found.feats[here] == tree.feats[number]
                right["lemma"] += found.lemma[here] == apply_script(word, tree.lemma[number])
                right["UAS"] += head
                right["LAS"] += head and found.deprel[here] == tree.deprel[number]
            place += len(sentence.words)
        total += len(words)
        gold = _sentence_spans(starts)
        borders.add(gold, _sentence_spans(analyze(words, breaks, spaces).starts))
        blind.add(gold, _sentence_spans(analyze(words, [True] + [False] * (len(words) - 1), spaces).starts))
    for name, count in right.items():
        scores.put(f"{name}, gold tokens", data, 100.0 * count / max(total, 1))
    scores.put("sentence F1, paragraphs known", data, borders.f1)
    scores.put("sentence F1, no paragraphs", data, blind.f1)


def _sentence_spans(starts: list[bool]) -> set[object]:
    places = [place for place, flag in enumerate(starts) if flag]
    return set(pairwise([*places, len(starts)]))


def _score_names(analyze: Analyzer, documents: list[Document], data: str, scores: Scores) -> None:
    counts = {kind: Counts() for kind in (*_SCORED_NAMES, "all")}
    for document in documents:
        words, breaks, spaces, starts = _words(document.sentences)
        tags = [tag for sentence in document.sentences for tag in sentence.names or ()]
        gold = _tag_spans(tags)
        unknown = {place for place, tag in enumerate(tags) if tag == "?"}
        found = {
            (begin, end, kind)
            for begin, end, kind, _ in analyze(words, breaks, spaces, starts).names
            if not unknown.intersection(range(begin, end))
        }
        for kind in _SCORED_NAMES:
            mine: set[object] = {item for item in gold if item[2] == kind}
            theirs: set[object] = {item for item in found if item[2] == kind}
            counts[kind].add(mine, theirs)
            counts["all"].add(mine, theirs)
    for kind, count in counts.items():
        scores.put(f"names F1, {kind}", data, count.f1)


def _tag_spans(tags: list[str]) -> set[tuple[int, int, str]]:
    spans, begin = set(), 0
    for place, tag in enumerate(tags):
        if tag[0] in "BS":
            begin = place
        if tag[0] in "ES":
            spans.add((begin, place + 1, tag[2:]))
    return spans


def _score_attributions(analyze: Analyzer, documents: list[Document], data: str, scores: Scores) -> None:
    """Token F1 of each layer; whole attributions: source and content overlap by half, linked."""
    tokens = {name: Counts() for name in LAYERS}
    whole = Counts()
    for document in documents:
        gold = document.attributions
        if gold is None:
            continue
        words, breaks, spaces, _ = _words(document.sentences)
        found = analyze(words, breaks, spaces)
        for name in LAYERS:
            mine: set[object] = {place for span in gold.layers[name] for place in range(*span)}
            theirs: set[object] = {
                place for item in found.attributions for span in getattr(item, name) for place in range(*span)
            }
            tokens[name].add(mine, theirs)
        _match_whole(gold, found, whole)
    for name, count in tokens.items():
        scores.put(f"attribution {name}, token F1", data, count.f1)
    scores.put("whole attribution F1", data, whole.f1)


def _match_whole(gold: Attributions, found: Analysis, whole: Counts) -> None:
    wanted = list(_gold_pairs(gold))
    given = [
        (
            {place for span in item.source for place in range(*span)},
            {place for span in item.content for place in range(*span)},
        )
        for item in found.attributions
    ]
    whole.gold += len(wanted)
    whole.predicted += len(given)
    free = list(given)
    for source, content in wanted:
        match = next(
            (item for item in free if _overlap(content, item[1]) >= _OVERLAP and _same(source, item[0])), None
        )
        if match:
            whole.hit += 1
            free.remove(match)


def _gold_pairs(gold: Attributions) -> Iterator[tuple[set[int], set[int]]]:
    """Contents with one source and cue are one attribution."""
    contents = dict(gold.layers["content"])
    sources = dict(gold.layers["source"])
    grouped: dict[tuple[int, int, int], list[int]] = {}
    for content, source, cue in gold.links:
        alone = content if source < 0 and cue < 0 else -1
        grouped.setdefault((source, cue, alone), []).append(content)
    for (source, _, _), begins in grouped.items():
        words = {place for begin in begins for place in range(begin, contents.get(begin, begin + 1))}
        yield set(range(source, sources.get(source, source + 1))) if source >= 0 else set(), words


def _same(gold: set[int], found: set[int]) -> bool:
    return (not gold and not found) or _overlap(gold, found) >= _OVERLAP


def _overlap(left: set[int], right: set[int]) -> float:
    union = len(left | right)
    return len(left & right) / union if union else 0.0
