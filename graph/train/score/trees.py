"""Tags, lemmas and trees: on gold words, and end to end as in the CoNLL 2018 shared task."""

from collections.abc import Sequence

from graph.evaluate.corpora.readers import Treebank
from graph.evaluate.corpora.texts import Range, Text
from graph.train.score.counts import Bet, Counts, Ratio
from graph.train.score.found import Found, Tags

GOLD_FIGURES = ("UPOS", "XPOS", "FEATS", "lemma", "UAS", "LAS")
RAW_FIGURES = ("tokens", "sentences", "UPOS", "lemma", "UAS", "LAS", "LAS with subtypes")


class GoldWordScores:
    """Accuracy on gold words and sentences; LAS counts the subtypes of relations."""

    def __init__(self) -> None:
        self.ratios = {name: Ratio() for name in GOLD_FIGURES}
        self.bets: dict[str, list[Bet]] = {"upos": [], "arcs": []}

    def add(self, number: int, gold: Treebank, found: Tags) -> None:
        """Compare one document."""
        for place, word_lemma in enumerate(gold.lemma):
            head = found.heads[place] == gold.heads[place]
            upos = found.upos[place] == gold.upos[place]
            answers = {
                "UPOS": upos,
                "XPOS": found.xpos[place] == gold.xpos[place],
                "FEATS": found.feats[place] == gold.feats[place],
                "lemma": word_lemma == "_" or (bool(found.lemma) and found.lemma[place] == word_lemma),
                "UAS": head,
                "LAS": head and found.deprel[place] == gold.deprel[place],
            }
            for name, answer in answers.items():
                self.ratios[name].add(answer)
            if found.upos_confidence:
                self.bets["upos"].append(Bet(number, found.upos_confidence[place], upos))
            if found.arc_confidence:
                self.bets["arcs"].append(Bet(number, found.arc_confidence[place], head))


class RawTextScores:
    """F1 of everything from raw text.

    Source: the official evaluation, conll18_ud_eval.py (Zeman et al. 2018, "CoNLL 2018 Shared Task"): words
    are aligned by the characters they cover, white space left out; a label counts on an aligned word only, a
    head must be aligned with the gold head, subtypes of relations do not count, a lemma missing in gold is
    right.
    Every word of a multiword token has characters of its own here, so no alignment within one is needed.
    """

    def __init__(self) -> None:
        self.counts = {name: Counts() for name in RAW_FIGURES}

    def add(self, gold: Treebank, text: Text, found: Found) -> None:
        """Compare one document."""
        self.counts["tokens"].add(set(text.words), set(found.words))
        wanted = {text.span(begin, end) for begin, end in gold.sentences}
        self.counts["sentences"].add(wanted, set(found.sentences))
        place_of = {span: place for place, span in enumerate(found.words)}
        pairs = [
            (here, there) for here, span in enumerate(text.words) if (there := place_of.get(span)) is not None
        ]
        tags = found.tags
        for here, there in pairs:
            self._hit("UPOS", tags.upos[there] == gold.upos[here])
            lemma = gold.lemma[here]
            self._hit("lemma", lemma == "_" or (bool(tags.lemma) and tags.lemma[there] == lemma))
            if not _same_head(gold, text, here, found, there):
                continue
            self._hit("UAS", True)
            self._hit("LAS", _plain(tags.deprel[there]) == _plain(gold.deprel[here]))
            self._hit("LAS with subtypes", tags.deprel[there] == gold.deprel[here])
        for name in RAW_FIGURES[2:]:
            self.counts[name].gold += len(text.words)
            self.counts[name].predicted += len(found.words)

    def _hit(self, name: str, right: bool) -> None:
        self.counts[name].hit += right


def _same_head(gold: Treebank, text: Text, here: int, found: Found, there: int) -> bool:
    """Tell whether both words hang on the same word, or are both a root."""
    above, other = gold.heads[here], found.tags.heads[there]
    if above == here or other == there:
        return above == here and other == there
    return text.words[above] == found.words[other]


def _plain(relation: str) -> str:
    return relation.partition(":")[0]


def border_counts(starts: Sequence[int], end: int, found: Sequence[Range]) -> Counts:
    """Compare hand-made sentence starts within a passage with the sentences that were found.

    Args:
        starts: Where each sentence of the passage starts.
        end: Where the passage ends.
        found: Sentences of the whole text; those that touch the passage count, whole.

    >>> border_counts([0, 5], 9, [(0, 5), (5, 7), (7, 9)]).f1
    40.0
    """
    counts = Counts()
    wanted = set(zip(starts, [*starts[1:], end], strict=True))
    counts.add(wanted, {span for span in found if span[0] < end and span[1] > starts[0]})
    return counts
