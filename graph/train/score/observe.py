"""From a spaCy `Doc` to what the scores compare."""

from collections.abc import Sequence
from typing import Any

from spacy.tokens import Doc, Token

from graph.evaluate.corpora.texts import Range, Ruler
from graph.train.score.found import (
    Found,
    FoundArgument,
    FoundChain,
    FoundFrame,
    FoundName,
    FoundRelation,
    FoundStatement,
    Tags,
)

_SCHEME = "conll04"


class _Spans:
    """Measures tokens of a `Doc` in characters that are not white space."""

    def __init__(self, doc: Doc) -> None:
        self._doc, self._ruler = doc, Ruler(doc.text)

    def __call__(self, begin: int, end: int) -> Range:
        """Measure the tokens [begin, end)."""
        last = self._doc[end - 1]
        return self._ruler(self._doc[begin].idx, last.idx + len(last))


def observe(doc: Doc) -> Found:
    """Take down what a pipeline put on a `Doc`."""
    spans = _Spans(doc)
    tokens = [token for token in doc if not token.is_space]
    sentences = [spans(sentence.start, sentence.end) for sentence in doc.sents]
    names = _names(doc, spans)
    return Found(
        words=[spans(token.i, token.i + 1) for token in tokens],
        sentences=[(begin, end) for begin, end in sentences if begin < end],
        tags=token_tags(tokens),
        names=names,
        statements=[
            FoundStatement(
                source=tuple(spans(*piece) for piece in item.source),
                cue=tuple(spans(*piece) for piece in item.cue),
                content=tuple(spans(*piece) for piece in item.content),
                confidence=item.confidence,
            )
            for item in _extension(doc, "attributions")
        ],
        frames=[_frame(item, spans) for item in _extension(doc, "frames")],
        chains=[
            FoundChain(
                mentions=tuple(spans(mention.begin, mention.end) for mention in chain.mentions),
                confidences=tuple(mention.confidence for mention in chain.mentions),
            )
            for chain in _extension(doc, "coreference")
        ],
        relations=_relations(doc, spans, names),
    )


def _extension(doc: Doc, name: str) -> Sequence[Any]:
    return getattr(doc._, name) if Doc.has_extension(name) else ()


def _names(doc: Doc, spans: _Spans) -> list[FoundName]:
    scores = _extension(doc, "name_scores")
    return [
        FoundName(
            span=spans(name.start, name.end),
            kind=name.label_,
            confidence=scores[number] if number < len(scores) else 1.0,
        )
        for number, name in enumerate(doc.ents)
    ]


def _frame(item: Any, spans: _Spans) -> FoundFrame:
    return FoundFrame(
        predicate=spans(item.predicate, item.predicate + 1),
        roleset=item.roleset,
        arguments=tuple(
            FoundArgument(
                head=spans(part.head, part.head + 1),
                span=spans(part.begin, part.end),
                label=part.label,
                confidence=part.confidence,
            )
            for part in item.arguments
        ),
        confidence=item.confidence,
    )


def _relations(doc: Doc, spans: _Spans, names: list[FoundName]) -> list[FoundRelation]:
    by_span = {name.span: name for name in names}

    def end(span: Range) -> FoundName:
        return by_span.get(span, FoundName(span=span, kind=""))

    return [
        FoundRelation(
            head=end(spans(*item.head)),
            tail=end(spans(*item.tail)),
            label=item.label,
            confidence=item.confidence,
        )
        for item in _extension(doc, "relations")
        if item.scheme == _SCHEME
    ]


def token_tags(tokens: Sequence[Token]) -> Tags:
    """Labels of tokens that are not white space; who hangs on white space hangs on its head."""
    place_of = {token.i: place for place, token in enumerate(tokens)}
    tags = Tags()
    for place, token in enumerate(tokens):
        head = token.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        tags.upos.append(token.pos_)
        tags.xpos.append(token.tag_)
        tags.feats.append(str(token.morph) or "_")
        tags.lemma.append(token.lemma_)
        tags.heads.append(place_of.get(head.i, place))
        tags.deprel.append("root" if token.dep_ == "ROOT" else token.dep_)
    return tags
