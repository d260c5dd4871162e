"""PolNeAR: who says what, and where sentences end, in news articles."""

import json
from pathlib import Path

from graph.evaluate.corpora.readers import articles
from graph.evaluate.corpora.texts import Ruler
from graph.train.score.counts import Counts
from graph.train.score.report import SENTENCES
from graph.train.score.result import Result
from graph.train.score.statements import Statement, StatementScores, place_statement, to_words
from graph.train.score.subjects import Subject
from graph.train.score.trees import border_counts

_BORDERS = Path(__file__).parent.parent / "polnear_sentences.json"


def score_polnear(subject: Subject, data: Path, limit: int | None) -> Result:
    """Attribution, and sentences split by hand, in news articles."""
    result, name = Result(), "PolNeAR dev"
    known = json.loads(_BORDERS.read_text(encoding="utf-8")) if _BORDERS.is_file() else {}
    scores, borders = StatementScores(), Counts()
    attributes = "attributions" in subject.gives
    for number, article in enumerate(articles(data / "attribution/polnear-dev.jsonl")):
        wanted = limit is None or number < limit
        passage = known.get(article.name)
        if not (wanted and attributes) and not passage:
            continue
        found = subject.read(article.text)
        ruler = Ruler(article.text)
        if passage:
            starts = [ruler(start, start)[0] for start in passage["starts"]]
            part = border_counts(starts, ruler(0, passage["end"])[1], found.sentences)
            borders.hit += part.hit
            borders.gold += part.gold
            borders.predicted += part.predicted
        if wanted and attributes:
            gold = [
                Statement(
                    source=to_words((ruler(*piece) for piece in item["source"]), found.words),
                    cue=to_words((ruler(*piece) for piece in item["cue"]), found.words),
                    content=to_words((ruler(*piece) for piece in item["content"]), found.words),
                )
                for item in article.attributions
            ]
            scores.add(number, gold, [place_statement(item, found.words) for item in found.statements])
    if known:
        result.put(SENTENCES, "PolNeAR dev, split by hand", borders.f1)
    if attributes:
        for layer, counts in scores.tokens.items():
            result.put(f"attribution {layer}, token F1", name, counts.f1)
        result.put("whole attribution F1", name, scores.whole.f1)
        result.bets["attribution"] = scores.bets
    return result
