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
        self._lookup, self._gazetteer = lookup, Gazetteer.load()
        self._counts: dict[str, Counter[str]] = {"city": Counter(), "region": Counter(), "country": Counter()}
        self._first: dict[tuple[str, str], EntityMention] = {}
        gazetteer = self._gazetteer
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

    def country_of(self, people: EntityMention) -> EntityMention | None:
        """Give the country of a people or its adjective, if the article names it."""
        country = self._gazetteer.demonym(self._lookup.text[people.span.start : people.span.end])
        found = self._first.get(("country", country)) if country is not None else None
        return found if found is not None and found.kind is EntityKind.PLACE else None


def _is_of_state(lemma: str) -> bool:
    post = posts().get(lemma)
    return lemma in _MINISTERS or (post is not None and post.sort == "state")


def with_surroundings(offices: Sequence[Office], lookup: Lookup) -> list[Office]:
    """Give offices without a body the one of the article, where that leaves no doubt.

    That somebody leads the body, or works for it, does not follow from a guess. A body that is a people
    ("the Peruvian president") is its country, where the article names it.
    """
    if all(office.body is not None and office.body.kind is not EntityKind.NORP for office in offices):
        return list(offices)
    around = Surroundings(lookup)
    return [_placed(office, around) for office in offices]


def _placed(office: Office, around: Surroundings) -> Office:
    if office.body is None:
        body = around.body(office) if office.told else None
        return office if body is None else replace(office, body=body, method="surroundings")
    if office.body.kind is EntityKind.NORP:
        return replace(office, body=around.country_of(office.body) or office.body)
    return office
