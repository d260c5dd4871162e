"""Trees and mentions in few words, for the tests of the event half."""

from collections.abc import Sequence

from spacy.tokens import Doc

from graph.model.mentions import EntityMention, TimeMention
from graph.model.terms import EntityKind, MentionForm, TimeGrain
from graph.model.text import Span

from .conftest import build_doc

KINDS = {
    "person": EntityKind.PERSON,
    "org": EntityKind.ORGANIZATION,
    "place": EntityKind.PLACE,
    "facility": EntityKind.FACILITY,
    "group": EntityKind.GROUP,
    "norp": EntityKind.NORP,
}


def tree(*sentences: str) -> Doc:
    """Build a Doc: a word is `form/lemma/UPOS/XPOS/head/label`, `+` before a form glues it to the word before."""
    blocks = []
    for sentence in sentences:
        lines: list[str] = []
        for number, word in enumerate(sentence.split(), start=1):
            form, lemma, pos, tag, head, label = word.rsplit("/", 5)
            if form.startswith("+"):
                lines[-1] = lines[-1][:-1] + "SpaceAfter=No"
                form = form[1:]
            lines.append(f"{number}\t{form}\t{lemma or form}\t{pos}\t{tag}\t_\t{head}\t{label}\t_\t_")
        blocks.append("\n".join(lines))
    return build_doc("\n\n".join(blocks))


def entities(doc: Doc, *marks: str) -> tuple[EntityMention, ...]:
    """Mark mentions: `Kesh:place`, `the guards:group:guards` (head), `he:person::c1` (chain); small letters are nominals."""
    found = []
    seen: dict[str, int] = {}
    for mark in marks:
        words, kind, head, chain, *_ = [*mark.split(":"), "", ""]
        start = doc.text.index(words, seen.get(words, 0))
        seen[words] = start + 1
        end = start + len(words)
        at = doc.text.index(head, start) if head else doc.text.index(words.split()[0], start)
        form = MentionForm.NAME if words[0].isupper() else MentionForm.NOMINAL
        if words in ("he", "she", "it", "they", "him", "them"):
            form = MentionForm.PRONOUN
        found.append(
            (
                Span(start, end),
                Span(at, at + len(head or words.split()[0])),
                KINDS[kind],
                form,
                chain or words,
            )
        )
    found.sort(key=lambda each: each[0])
    return tuple(
        EntityMention(
            id=f"m{number}",
            span=span,
            head=head,
            kind=kind,
            form=form,
            chain=chain,
            confidence=1.0,
            method="test",
        )
        for number, (span, head, kind, form, chain) in enumerate(found, start=1)
    )


def time(doc: Doc, words: str, day: int, name: str = "t1") -> TimeMention:
    """Mark a day of March 2024."""
    from datetime import date

    start = doc.text.index(words)
    when = date(2024, 3, day)
    return TimeMention(
        id=name,
        span=Span(start, start + len(words)),
        value=when.isoformat(),
        grain=TimeGrain.DAY,
        begin=when,
        end=when,
        method="test",
    )


def words(doc: Doc, spans: Sequence[Span]) -> list[str]:
    """Give the words of spans."""
    return [doc.text[span.start : span.end] for span in spans]
