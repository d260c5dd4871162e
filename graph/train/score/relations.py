"""Relations between names: strict where the names are predicted, plain where they are given."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.evaluate.corpora.texts import Range
from graph.train.score.counts import Bet, Counts
from graph.train.score.found import FoundRelation
from graph.train.score.names import coarse

StrictRelation = tuple[tuple[Range, str], tuple[Range, str], str]


@dataclass(slots=True)
class StrictScores:
    """F1 of relations whose both names must have the right span and type, besides direction and label.

    Source: "strict" of Bekoulis et al. 2018, "Joint entity recognition and relation extraction as a
    multi-head selection problem".
    """

    counts: Counts = field(default_factory=Counts)
    bets: list[Bet] = field(default_factory=list)

    def add(self, number: int, gold: set[StrictRelation], found: Iterable[FoundRelation]) -> None:
        """Compare the relations of one text; the types of gold names are coarse."""
        known = list(found)
        items = [
            ((item.head.span, coarse(item.head.kind)), (item.tail.span, coarse(item.tail.kind)), item.label)
            for item in known
        ]
        self.counts.add(gold, set(items))
        self.bets += [
            Bet(number, one.confidence, item in gold) for one, item in zip(known, items, strict=True)
        ]


@dataclass(slots=True)
class LabelledScores:
    """F1 of (head, tail, label) between given names, over all together and as the mean over the labels."""

    by_label: dict[str, Counts] = field(default_factory=dict)
    bets: list[Bet] = field(default_factory=list)

    def add(
        self, number: int, gold: Iterable[tuple[int, int, str]], found: Iterable[tuple[int, int, str, float]]
    ) -> None:
        """Compare the relations of one text; what was found has a confidence."""
        wanted, given = set(gold), list(found)
        for label in sorted({item[2] for item in wanted} | {item[2] for item in given}):
            self.by_label.setdefault(label, Counts()).add(
                {item for item in wanted if item[2] == label},
                {item[:3] for item in given if item[2] == label},
            )
        self.bets += [Bet(number, sure, (head, tail, label) in wanted) for head, tail, label, sure in given]

    @property
    def micro(self) -> Counts:
        """All labels together."""
        return Counts(
            hit=sum(one.hit for one in self.by_label.values()),
            gold=sum(one.gold for one in self.by_label.values()),
            predicted=sum(one.predicted for one in self.by_label.values()),
        )

    @property
    def macro_f1(self) -> float:
        """Mean F1 in percent of the labels that occur in the gold data."""
        known = [one.f1 for one in self.by_label.values() if one.gold]
        return sum(known) / len(known) if known else 100.0
