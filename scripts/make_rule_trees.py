"""Parse the example sentence of every rule into `tests/extract/examples.conllu`.

To be run when rules were added; the tests then need no reader. With `--all`, trees that are there already are
made anew, as after the reader was trained: `python -m scripts.make_rule_trees`.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

from graph.extract.claim_rules import reporting
from graph.extract.event_links import link_rules
from graph.extract.factuality import cues
from graph.extract.lexicon import read_rows
from graph.extract.light_verbs import light_verbs
from graph.extract.relation_patterns import patterns
from graph.extract.triggers import trigger_rules
from graph.read import load_reader

TARGET = Path(__file__).parent.parent / "tests" / "extract" / "examples.conllu"


def examples() -> dict[str, None]:
    """Collect the sentences, each once, in the order of the rules."""
    rules = (*trigger_rules(), *light_verbs(), *cues(), *reporting(), *patterns(), *link_rules())
    rows = (*read_rows("offices.tsv"), *read_rows("event_frames.tsv"), *read_rows("antonyms.tsv"))
    rows += read_rows("control_words.tsv")
    return dict.fromkeys([*(rule.example for rule in rules), *(row[2] for row in rows)])


def lines(doc: Doc) -> Iterator[str]:
    """Write one sentence in CoNLL-U; names stand in the last column."""
    yield f"# text = {doc.text}"
    for sentence in doc.sents:
        for number, token in enumerate(sentence, start=1):
            head = 0 if token.head.i == token.i else token.head.i - sentence.start + 1
            name = f"Ent={token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else ""
            space = (
                "" if token.whitespace_ or (token.i == len(doc) - 1 and token.is_alpha) else "SpaceAfter=No"
            )
            yield "\t".join(
                (
                    str(number), token.text, token.lemma_, token.pos_, token.tag_, str(token.morph) or "_",
                    str(head), "root" if token.dep_ == "ROOT" else token.dep_, "_",
                    "|".join(part for part in (name, space) if part) or "_",
                )
            )  # fmt: skip
        yield ""


def main(*, anew: bool) -> None:
    """Parse what has no tree yet, or everything; trees that no rule wants any more are dropped."""
    blocks = [] if anew else TARGET.read_text(encoding="utf-8").strip().split("\n\n")
    trees = {block.partition("\n")[0].removeprefix("# text = "): block + "\n\n" for block in blocks}
    wanted = examples()
    missing = [sentence for sentence in wanted if sentence not in trees]
    for sentence, doc in zip(missing, load_reader().pipe(missing), strict=True):
        trees[sentence] = "\n".join(lines(doc)) + "\n"
    TARGET.write_text("".join(trees[sentence] for sentence in wanted), encoding="utf-8")


if __name__ == "__main__":
    main(anew="--all" in sys.argv[1:])
