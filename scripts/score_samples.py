"""Score the extraction on the sample articles: a table, and for development articles what was missed.

    .venv/bin/python -m scripts.score_samples [--show LAYER] [--sample NAME]

Locked articles appear in the totals only: rules must not be written while looking at them.
"""

import argparse
import json
from pathlib import Path

from graph.build import Extractor, Request
from graph.evaluate.golden import compare, forbidden_entities
from graph.evaluate.metrics import PRF
from graph.settings import Settings

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Extract all samples once, then print scores by split and the differences asked for."""
    options = argparse.ArgumentParser(description="Score the extraction on the sample articles.")
    options.add_argument("--show", action="append", default=[], help="layer whose differences to list")
    options.add_argument("--sample", help="only this sample's folder name (differences only)")
    given = options.parse_args()
    cases = sorted((ROOT / "tests" / "golden").glob("*/expected.json"))
    golden = [json.loads(case.read_text("utf-8")) for case in cases]
    expected = {ROOT / case["article"]: case for case in golden}
    extractor = Extractor(Settings.load())
    totals: dict[str, dict[str, PRF]] = {}
    for article, mentions in extractor.run(Request(paths=tuple(expected))):
        case = expected[Path(article.path)]
        for layer, comparison in compare(mentions, article, case).items():
            row = totals.setdefault(layer, {})
            row[case["split"]] = row.get(case["split"], PRF()) + comparison.prf
            chosen = given.sample in (None, Path(article.path).stem)
            if case["split"] == "development" and layer in given.show and chosen:
                print(f"\n== {Path(article.path).stem}: {layer}")
                print(*(f"  - {item}" for item in comparison.missed), sep="\n")
                print(*(f"  + {item}" for item in comparison.surplus), sep="\n")
        if case["split"] == "development" and (wrong := forbidden_entities(mentions, article, case)):
            print(f"{Path(article.path).stem}: no entities, but taken for some: {', '.join(wrong)}")
    print(f"\n{'layer':14} {'development P / R / F1 (n)':>32} {'locked P / R / F1 (n)':>32}")
    for layer, row in totals.items():
        print(f"{layer:14} {show(row.get('development', PRF())):>32} {show(row.get('locked', PRF())):>32}")


def show(prf: PRF) -> str:
    """Write the scores of one layer."""
    return f"{prf.precision:.2f} / {prf.recall:.2f} / {prf.f1:.2f} ({prf.expected})"


if __name__ == "__main__":
    main()
