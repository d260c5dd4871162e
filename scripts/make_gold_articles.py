"""Write the annotated articles that are not ours from their corpora.

`python -m scripts.make_gold_articles DATA OUT`; DATA holds `attribution/polnear-dev.jsonl` (PolNeAR) and
`ud/gum-dev.conllu.gz` (GUM). Then `newsgraph evaluate tests/gold OUT` scores them too.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from graph.evaluate.corpora.readers import treebank_documents
from graph.evaluate.gold import read_gold

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold"


def polnear(path: Path) -> dict[str, dict[str, Any]]:
    """Read PolNeAR's articles by id."""
    records = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {
        record["id"]: {
            "title": record["title"],
            "published": record["date"],
            "publisher": record["publisher"],
            "text": record["text"],
        }
        for record in records
    }


def gum(path: Path) -> dict[str, dict[str, Any]]:
    """Read GUM's documents by name; title and day of news are their first two paragraphs."""
    found = {}
    for document in treebank_documents(path):
        text = "".join(gap + word for gap, word in zip(document.gaps, document.words, strict=True))
        title = text.partition("\n\n")[0]
        found[document.name] = {"title": title, "publisher": "Wikinews", "text": text}
    return found


def main() -> None:
    """Write one JSON file an article."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("data", type=Path)
    options.add_argument("output", type=Path)
    given = options.parse_args()
    corpora = {
        "polnear-dev": polnear(given.data / "attribution" / "polnear-dev.jsonl"),
        "gum-dev": gum(given.data / "ud" / "gum-dev.conllu.gz"),
    }
    given.output.mkdir(parents=True, exist_ok=True)
    for gold in read_gold(GOLD):
        corpus, _, name = str(gold.raw.get("source", "")).partition(":")
        if not corpus:
            continue
        record = {**corpora[corpus][name], "language": "en", **gold.raw.get("metadata", {})}
        path = given.output / f"{gold.name}.json"
        path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
