"""Names of persons, organizations and places: exact spans, exact types, everything else left out."""

from collections.abc import Iterable

from graph.evaluate.corpora.texts import Range
from graph.train.score.counts import Bet, Counts
from graph.train.score.found import FoundName

KINDS = ("PERSON", "ORG", "LOC")
# Types of the corpora that are scored; the types not listed are ignored. For CrossNER politics as agreed:
# politicians are persons, parties organizations, countries places.
_COARSE = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "LOC",
    "politician": "PERSON",
    "politicalparty": "ORG",
    "organisation": "ORG",
    "country": "LOC",
    "location": "LOC",
    "PER": "PERSON",
    "Peop": "PERSON",
    "Org": "ORG",
    "Loc": "LOC",
    "GPE": "LOC",
    "FAC": "LOC",
}


def coarse(kind: str) -> str:
    """Name the coarse type of a corpus's or the reader's own type.

    >>> coarse("politician"), coarse("GPE"), coarse("ORG"), coarse("election")
    ('PERSON', 'LOC', 'ORG', 'election')
    """
    return _COARSE.get(kind, kind)


class NameScores:
    """F1 of all three types together and of each alone."""

    def __init__(self) -> None:
        self.counts = {kind: Counts() for kind in KINDS}
        self.bets: list[Bet] = []

    def add(self, number: int, gold: Iterable[tuple[Range, str]], found: Iterable[FoundName]) -> None:
        """Compare the names of one text; gold names are (span, type of the corpus)."""
        wanted = {(span, coarse(kind)) for span, kind in gold}
        names = [name for name in found if coarse(name.kind) in KINDS]
        given = {(name.span, coarse(name.kind)) for name in names}
        for kind, counts in self.counts.items():
            counts.add(
                {item for item in wanted if item[1] == kind}, {item for item in given if item[1] == kind}
            )
        self.bets += [
            Bet(number, name.confidence, (name.span, coarse(name.kind)) in wanted) for name in names
        ]

    @property
    def all(self) -> Counts:
        """The three types together (micro average)."""
        return Counts(
            hit=sum(one.hit for one in self.counts.values()),
            gold=sum(one.gold for one in self.counts.values()),
            predicted=sum(one.predicted for one in self.counts.values()),
        )
