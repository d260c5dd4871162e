"""Turn an annotation by words into one by offsets, for texts that must not be repeated.

`python -m scripts.make_gold ANNOTATION ARTICLE --source polnear-dev:ID --split locked -o tests/gold/x.json`
"""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graph.errors import InputError
from graph.evaluate.alignment import find_piece, find_words
from graph.evaluate.gold import Gold, laid_over, text_digest
from graph.ingest import read_articles

Item = Mapping[str, Any]


def by_offsets(expected: Item, text: str) -> dict[str, Any]:
    """Give the annotation without any word of the text; entities are called `E1`, `E2` and so on."""
    ids = {entity["name"]: f"E{number}" for number, entity in enumerate(expected["entities"], start=1)}

    def first(words: str) -> list[int]:
        try:
            span = find_words(text, words)
        except ValueError:  # within a word, as "US" in "US-led" is not
            return [text.index(words), text.index(words) + len(words)]
        return [span.start, span.end]

    def trigger(item: Item) -> dict[str, Any]:
        span = find_words(text, item["trigger"], item["nth"])
        return {"trigger": [span.start, span.end]}

    def content(claim: Item) -> list[list[int]]:
        spans = [find_piece(text, piece) for piece in claim["content"]]
        return [[span.start, span.end] for span in spans]

    contents = {claim["content"][0]["start"]: content(claim)[0] for claim in expected["claims"]}
    triggers = {event["trigger"]: trigger(event)["trigger"] for event in reversed(expected["events"])}
    return {
        "entities": [
            {"id": ids[item["name"]], "name": first(item["name"]), "kind": item["kind"]}
            | ({"form": item["form"]} if "form" in item else {})
            | ({"aliases": [first(alias) for alias in item["aliases"]]} if item.get("aliases") else {})
            for item in expected["entities"]
        ],
        "not_entities": [first(words) for words in expected["not_entities"]],
        "events": [
            trigger(item)
            | {name: item[name] for name in ("type", "other_types", "time", "factuality") if item.get(name)}
            | ({"also": [trigger(other) for other in item["also"]]} if item["also"] else {})
            | ({"roles": _by_id(item["roles"], ids)} if item["roles"] else {})
            | ({"place": [ids[place] for place in item["place"]]} if item["place"] else {})
            for item in expected["events"]
        ],
        "optional_events": [trigger(item) for item in expected["optional_events"]],
        "claims": [
            {
                "speaker": ids.get(item["speaker"]),
                "cue": first(item["cue"]) if item["cue"] else None,
                "content": content(item),
                "stance": item["stance"],
                "speech": item["speech"],
            }
            for item in expected["claims"]
        ],
        "disputes": [
            {"claim": contents[item["claim"]], "against": contents[item["against"]], "how": item["how"]}
            for item in expected["disputes"]
        ],
        "relations": [
            {
                "subject": ids[item["subject"]], "predicate": item["predicate"],
                "object": ids.get(item["object"]), "status": item["status"],
            } | ({"value": first(item["value"])} if item.get("value") else {})
            for item in expected["relations"]
        ],
        "numbers": [
            {
                "words": [(span := find_words(text, item["words"], item["nth"])).start, span.end],
                "min": item["min"], "max": item["max"], "unit": item["unit"],
                "approximate": item.get("approximate", False),
            } | ({"event": triggers[item["event"]]} if item.get("event") else {})
            for item in expected["numbers"]
        ],
        "questions": [
            {"question": item["question"], "answers": [first(answer) for answer in item["answers"]]}
            for item in expected["questions"]
        ],
    }  # fmt: skip


def _by_id(roles: Mapping[str, list[str]], ids: Mapping[str, str]) -> dict[str, list[str]]:
    return {role: [ids[who] for who in whom] for role, whom in roles.items()}


def _lines(found: Item) -> str:
    """Write one item a line."""
    members = []
    for name, value in found.items():
        items = ",\n".join(f"  {json.dumps(item, ensure_ascii=False)}" for item in value) if value else ""
        text = f"[\n{items}\n ]" if isinstance(value, list) and value else json.dumps(value)
        members.append(f' "{name}": {text}')
    return "{\n" + ",\n".join(members) + "\n}\n"


def main() -> None:
    """Convert one annotation, and check that it still says the same."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("annotation", type=Path)
    options.add_argument("article", type=Path)
    options.add_argument("--source", required=True, help="corpus and document, as polnear-dev:ID")
    options.add_argument("--published", help="day of publication, where the corpus does not tell")
    options.add_argument("--split", required=True, choices=["development", "locked"])
    options.add_argument("-o", "--output", type=Path, required=True)
    given = options.parse_args()
    (article,) = read_articles([given.article])
    if isinstance(article, InputError):
        raise SystemExit(str(article))
    raw = json.loads(given.annotation.read_text(encoding="utf-8"))
    known = {"article": given.article.stem, "digest": "", "split": given.split}
    expected = laid_over(Gold(path=given.annotation, raw=raw, **known), article.text)
    found = {
        "article": given.article.stem,
        "source": given.source,
        "sha256": text_digest(article.text),
        "split": given.split,
        **({"metadata": {"published": given.published}} if given.published else {}),
        **by_offsets(expected, article.text),
    }
    again = laid_over(Gold(path=given.output, raw=found, **known), article.text)
    if [event["trigger"] for event in again["events"]] != [event["trigger"] for event in expected["events"]]:
        raise SystemExit("the offsets say something else than the words")
    given.output.write_text(_lines(found), encoding="utf-8")


if __name__ == "__main__":
    main()
