"""The body of an office that is told without one, by what else the article speaks of.

"Mayor Ana Brask" in a report from one city is its mayor, and "Prime Minister Jon Vell" the prime minister of
the one country in it. Where two would do, nobody knows.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from graph.extract.lemmas import lemma_of
from graph.extract.lookup import Lookup
from graph.extract.office_words import posts
from graph.extract.offices import Office
from graph.gazetteer import Gazetteer
from graph.model.mentions import EntityMention
from graph.model.terms import EntityKind, MentionForm

_OF_PLACE = {"mayor": "city", "governor": "region", "gov": "region", "premier": "region", "sheriff": "region"}
_MINISTERS = frozenset({"minister", "vice president", "deputy prime minister", "secretary of state"})
# So large a part of all that is said of places of the kind must be said of one.
_SHARE = 0.75


class Surroundings:
    """The named places of an article: cities, regions and countries, each with how often it is named."""

    def __init__(self, lookup: Lookup) -> None:
        """Count the names, a people as its country."""
        self._lookup = lookup
        self._counts: dict[str, Counter[str]] = {"city": Counter(), "region": Counter(), "country": Counter()}
        self._first: dict[tuple[str, str], EntityMention] = {}
        gazetteer = Gazetteer.load()
        for mention in lookup.entities.values():
            if mention.form is not MentionForm.NAME or mention.kind not in (
                EntityKind.PLACE,
                EntityKind.NORP,
            ):
                continue
            name = lookup.text[mention.span.start : mention.span.end]
            country = gazetteer.country(name) or gazetteer.demonym(name)
            if country is not None:
                self._note("country", country, mention)
            # New York is a city and a region: it counts as both.
            for kind in sorted({place.kind for place in gazetteer.places(name)}) if country is None else ():
                self._note(kind, mention.chain, mention)

    def _note(self, kind: str, key: str, mention: EntityMention) -> None:
        if kind in self._counts:
            self._counts[kind][key] += 1
            known = self._first.setdefault((kind, key), mention)
            if known.kind is EntityKind.NORP and mention.kind is EntityKind.PLACE:
                self._first[kind, key] = mention

    def body(self, office: Office) -> EntityMention | None:
        """Give the place that the office is of, if there is but one that it can be of."""
        lemma = lemma_of(office.head).rstrip(".")
        kind = _OF_PLACE.get(lemma) or ("country" if _is_of_state(lemma) else None)
        if kind is None:
            return None
        counts = self._counts[kind]
        most = counts.most_common(1)
        if not most or most[0][1] < _SHARE * counts.total():
            return None
        return self._first[kind, most[0][0]]


def _is_of_state(lemma: str) -> bool:
    post = posts().get(lemma)
    return lemma in _MINISTERS or (post is not None and post.sort == "state")


def with_surroundings(offices: Sequence[Office], lookup: Lookup) -> list[Office]:
    """Give offices without a body the one of the article, where that leaves no doubt.

    That somebody leads the body, or works for it, does not follow from a guess.
    """
    if all(office.body is not None for office in offices):
        return list(offices)
    around = Surroundings(lookup)
    found = []
    for office in offices:
        body = around.body(office) if office.body is None and office.told else None
        found.append(office if body is None else replace(office, body=body, method="surroundings"))
    return found
