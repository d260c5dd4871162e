"""Write the annotated articles that are not ours from their corpora.

`python -m scripts.make_gold_articles DATA OUT`; DATA holds PolNeAR (`attribution/polnear-*`), GUM
(`ud/gum-*`) and ECB+ (`events/ecbplus-train.jsonl`). Then `newsgraph evaluate tests/gold OUT` scores them and
`python -m graph.train events DATA --articles OUT` trains on them.
"""

import argparse
import json
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from graph.evaluate.corpora.readers import open_text, treebank_documents
from graph.evaluate.gold import read_gold
from graph.train.events import ANNOTATIONS

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold"
Records = dict[str, dict[str, Any]]
# What tokenisation has torn apart.
_JOINED = (
    (" ,", ","), (" .", "."),
    (" 's", "'s"), (" n't", "n't"), ("`` ", "“"), (" ''", "”"), ("( ", "("), (" )", ")"),
    (" ;", ";"), (" :", ":"), (" ?", "?"), (" !", "!"),
)  # fmt: skip


def polnear(path: Path) -> Records:
    """Read PolNeAR's articles by id."""
    with open_text(path) as lines:
        records = [json.loads(line) for line in lines]
    return {
        record["id"]: {
            "title": record["title"],
            "published": record["date"],
            "publisher": record["publisher"],
            "text": record["text"],
        }
        for record in records
    }


def gum(path: Path) -> Records:
    """Read GUM's documents by name; title and day of news are their first two paragraphs."""
    found = {}
    for document in treebank_documents(path):
        text = "".join(gap + word for gap, word in zip(document.gaps, document.words, strict=True))
        title = text.partition("\n\n")[0]
        found[document.name] = {"title": title, "publisher": "Wikinews", "text": text}
    return found


def ecbplus(path: Path) -> Records:
    """Read ECB+'s texts by name, a paragraph for each sentence; it gives no day of publication."""
    with open_text(path) as lines:
        records = [json.loads(line) for line in lines]
    return {record["doc"]: {"text": "\n\n".join(map(_joined, record["sents"]))} for record in records}


def _joined(words: Iterable[str]) -> str:
    text = " ".join(words)
    for torn, whole in _JOINED:
        text = text.replace(torn, whole)
    return text


CORPORA: dict[str, tuple[Callable[[Path], Records], str]] = {
    "polnear-dev": (polnear, "attribution/polnear-dev.jsonl"),
    "polnear-train": (polnear, "attribution/polnear-train.jsonl.gz"),
    "gum-dev": (gum, "ud/gum-dev.conllu.gz"),
    "gum-train": (gum, "ud/gum-train.conllu.gz"),
    "ecbplus-train": (ecbplus, "events/ecbplus-train.jsonl"),
}


def main() -> None:
    """Write one JSON file an article."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("data", type=Path)
    options.add_argument("output", type=Path)
    given = options.parse_args()

    @cache
    def records(corpus: str) -> Records:
        read, path = CORPORA[corpus]
        return read(given.data / path)

    given.output.mkdir(parents=True, exist_ok=True)
    for gold in (*read_gold(GOLD), *read_gold(ANNOTATIONS)):
        corpus, _, name = str(gold.raw.get("source", "")).partition(":")
        if not corpus:
            continue
        record = {**records(corpus)[name], "language": "en", **gold.raw.get("metadata", {})}
        path = given.output / f"{gold.name}.json"
        path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
