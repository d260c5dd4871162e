"""Build spaCy Docs from small CoNLL-U snippets, so that extractors are tested without a trained model."""

from collections.abc import Callable, Sequence

import pytest
import spacy
from spacy.tokens import Doc, Span

Ent = tuple[str, str]
ParseConllu = Callable[..., Doc]

# the English vocabulary knows what lower case, punctuation and numbers look like
VOCAB = spacy.blank("en").vocab


def build_doc(text: str, ents: Sequence[Ent] = ()) -> Doc:
    """Make a Doc of a CoNLL-U text; blank lines part sentences, multiword ranges and empty nodes are skipped.

    Args:
        text: Ten columns parted by tabs or by runs of spaces. MISC may hold `SpaceAfter=No`, `Par=Yes` (a
            paragraph ends after the word) and `Ent=B-PERSON` / `Ent=I-PERSON`.
        ents: Further names as (words, label): every occurrence of the words becomes an entity.
    """
    words: list[str] = []
    spaces: list[bool] = []
    columns: dict[str, list[str]] = {name: [] for name in ("lemma", "pos", "tag", "morph", "dep", "ent")}
    heads: list[int] = []
    starts: list[bool | int | None] = []
    offset, first = 0, True
    for raw in [*text.strip().splitlines(), ""]:
        line = raw.strip()
        if not line:
            offset, first = len(words), True
            continue
        fields = line.split("\t") if "\t" in line else line.split()
        if line.startswith("#") or not fields[0].isdigit():
            continue
        head, misc = int(fields[6]), fields[9] if len(fields) > 9 else "_"
        words.append(fields[1])
        heads.append(offset + head - 1 if head else len(words) - 1)
        columns["lemma"].append(fields[2])
        columns["pos"].append(fields[3])
        columns["tag"].append(fields[4])
        columns["morph"].append("" if fields[5] == "_" else fields[5])
        columns["dep"].append("ROOT" if fields[7] == "root" else fields[7])
        marks = dict(part.partition("=")[::2] for part in misc.split("|"))
        columns["ent"].append(marks.get("Ent", "O"))
        spaces.append("SpaceAfter" not in marks)
        starts.append(first)
        first = False
        if "Par" in marks:
            words.append("\n\n")
            heads.append(len(words) - 2)
            spaces[-1] = False
            spaces.append(False)
            starts.append(False)
            for name, value in {
                "lemma": "\n\n",
                "pos": "SPACE",
                "tag": "_SP",
                "morph": "",
                "dep": "dep",
            }.items():
                columns[name].append(value)
            columns["ent"].append("O")
    doc = Doc(
        VOCAB,
        words=words,
        spaces=spaces,
        lemmas=columns["lemma"],
        pos=columns["pos"],
        tags=columns["tag"],
        morphs=columns["morph"],
        deps=columns["dep"],
        heads=heads,
        sent_starts=starts,
        ents=columns["ent"],
    )
    return add_ents(doc, ents)


def add_ents(doc: Doc, ents: Sequence[Ent]) -> Doc:
    """Mark every occurrence of the given words as an entity, unless it overlaps one that is there."""
    spans = list(doc.ents)
    for name, label in ents:
        start = doc.text.find(name)
        while start >= 0:
            span = doc.char_span(start, start + len(name))
            if span is not None and not any(s.start < span.end and span.start < s.end for s in spans):
                spans.append(Span(doc, span.start, span.end, label=label))
            start = doc.text.find(name, start + 1)
    doc.ents = tuple(sorted(spans, key=lambda span: span.start))
    return doc


@pytest.fixture
def parse_conllu() -> ParseConllu:
    """Give the function that builds a Doc from CoNLL-U: `parse_conllu(text, ents=[("Ada Lovelace", "PERSON")])`."""
    return build_doc
