"""Join common nouns with names and with each other, by clear cues only: precision before recall.

Cues, in order: apposition ("Ann Lee, the mayor"), place of a kind ("the city of Bergen"), the same head or
title ("Mercy Hospital … the hospital"), the only body of that sort nearby ("the group"), the same phrase.
"""

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Token

from graph.extract.drafts import Draft
from graph.extract.kinds import is_known, is_norp
from graph.extract.lexicon import read_map
from graph.extract.nominals import base_form, is_many, names_joined
from graph.extract.phrases import determiner, label, modifiers, plain_label, preposition
from graph.extract.reader_chains import ReaderChains
from graph.extract.titles import title_at
from graph.gazetteer import Gazetteer
from graph.model.terms import EntityKind

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
_NAMED_BEFORE = frozenset(
    {"agency", "group", "movement", "network", "company", "firm", "party", "organization", "militia"}
    | {"newspaper", "magazine", "university", "airline", "bank", "broadcaster"}
)
_WINDOW = 2
_SORTS: dict[str, frozenset[str]] = {
    "armed": frozenset({"group", "movement", "faction", "organization", "organisation", "militia", "party"}),
    "business": frozenset({"company", "firm", "corporation", "business", "carmaker", "automaker", "airline"}),
    "country": frozenset({"country", "nation", "kingdom", "republic"}),
    "city": frozenset({"city", "town", "village"}),
    "territory": frozenset({"enclave", "territory", "strip", "region", "province", "island", "peninsula"}),
}
_OFFICIAL = frozenset(
    {"ministry", "department", "army", "navy", "forces", "force", "corps", "agency", "times", "post", "tv"}
    | {"radio", "court", "parliament", "congress", "senate", "government", "police", "university", "journal"}
    | {"news", "house", "office", "bureau", "council", "command", "service", "network", "press"}
    | {"mossad", "pentagon"}
)


# nouns for bodies that only a name with one of these words can be called
_TELLING: dict[str, frozenset[str]] = {
    "party": frozenset({"party", "gop", "front", "alliance", "union", "movement", "democrats", "republicans"})
    | frozenset({"conservatives", "labour", "labor", "likud", "congress", "liberals", "greens", "coalition"}),
    "movement": frozenset({"movement", "party", "brotherhood", "front", "matter", "hamas", "hezbollah"})
    | frozenset({"taliban", "fatah", "houthis", "coalition", "league"}),
}
# too general for the reader's chains, or each its own body
_UNREAD = frozenset({"man", "woman", "guy", "person", "one", "government", "administration", "military"})
# what any body can be called in passing
_LOOSE = frozenset({"company", "firm", "group", "organization", "organisation", "business", "team", "union"})
# "the president" is neither the former nor the vice president
_RANKS = frozenset({"former", "vice", "deputy", "acting"})
_NAMED_OF = frozenset(
    {"city", "town", "village", "island", "state", "province", "region", "district", "county", "suburb"}
    | {"neighborhood", "neighbourhood", "republic", "kingdom", "municipality", "borough", "enclave"}
    | {"territory", "peninsula", "community", "hamlet", "township", "nation", "country", "settlement"}
)
_PLACES = {"city": "city", "town": "city", "village": "city", "country": "country", "nation": "country"}


_UNCOMMERCIAL = frozenset(
    {"commission", "committee", "authority", "administration", "reserve", "nations", "union", "party"}
    | {"movement", "association", "federation", "institute", "foundation", "society", "league", "alliance"}
)


class Coreference:
    """Gives chains to common nouns, in order of the text, given the chains of the names."""

    def __init__(self, doc: Doc, names: Sequence[Draft], first_free: int) -> None:
        """Note the words and titles of each chain of names; new chains count from `first_free`."""
        self._doc = doc
        self._names = sorted(names, key=lambda name: name.start)
        self._heads = {name.head: name for name in names}
        self._next = first_free
        self._reader = ReaderChains(doc, names)
        self._phrases: dict[tuple[str, ...], int] = {}
        self._lemmas: dict[tuple[str, bool], list[Draft]] = {}
        self._titles: dict[int, set[str]] = {}
        self._words: dict[int, set[str]] = {}
        self._sentences = _sentence_numbers(doc)
        for name in self._names:
            words = name.text(doc).split()
            self._words.setdefault(name.chain, set()).update(word.lower() for word in words)
            self._titles.setdefault(name.chain, set()).update(_title_before(doc, name))

    def resolve(self, draft: Draft) -> None:
        """Give the draft its chain, and the kind of what it is joined with."""
        token = self._doc[draft.head]
        target = self._name_of(token, draft)
        if target is not None:
            draft.chain, draft.kind = target.chain, target.kind
            draft.method = "rule.coreference"
            if token.pos_:
                titles = self._titles.setdefault(target.chain, set())
                titles.add(base_form(token))
                titles.update({"former"} & {word.lower_ for word in modifiers(token)})
        else:
            draft.chain = self._same_phrase(token, draft)
        self._lemmas.setdefault((base_form(token), draft.kind is EntityKind.GROUP), []).append(draft)

    def new_chain(self) -> int:
        """The number of a chain that nothing is in yet."""
        self._next += 1
        return self._next - 1

    def _name_of(self, token: Token, draft: Draft) -> Draft | None:
        apposed = [name for name in names_joined(token, self._heads) if _compatible(name.kind, draft.kind)]
        if apposed and not draft.count:
            return apposed[0]
        if draft.kind is EntityKind.ORGANIZATION and base_form(token) in _NAMED_BEFORE:
            # "the Mossad intelligence agency"
            for child in token.lefts:
                name = self._heads.get(child.i)
                if name is not None and name.kind is EntityKind.ORGANIZATION and label(child) == "compound":
                    return name
        if draft.kind is EntityKind.PLACE:
            for child in token.lefts:
                # "the Lazio region of central Italy"
                name = self._heads.get(child.i)
                named = name is not None and name.kind is EntityKind.PLACE and label(child) == "compound"
                if named and base_form(token) in _NAMED_OF and not Gazetteer.load().country(child.text):
                    return name
            for child in token.rights:
                name = self._heads.get(child.i)
                if name is not None and preposition(child) == "of" and name.kind is EntityKind.PLACE:
                    # a capital is no country
                    return name if base_form(token) in _NAMED_OF else None
        if draft.kind is EntityKind.GROUP or determiner(token) not in _DEFINITE or is_many(token):
            return None
        if determiner(token) in {"his", "her", "its", "their"}:
            return None
        return self._same_head(token, draft) or self._read(token, draft) or self._only_one(token, draft)

    def _read(self, token: Token, draft: Draft) -> Draft | None:
        """Follow the reader, if it knows a name for the noun."""
        lemma = base_form(token)
        owned = any(preposition(child) == "of" for child in token.rights)
        told = modifiers(token)
        plain = all(label(word) == "amod" and not is_norp(word.text) for word in told)
        if lemma in _UNREAD or owned or not plain or (told and draft.kind is EntityKind.PERSON):
            return None
        name = self._reader.name_of(token.i)
        fits = name is not None and name.kind is draft.kind and self._may_be(name, lemma)
        return name if fits else None

    def _may_be(self, name: Draft, lemma: str) -> bool:
        """Whether a thing can be called so: only a party is "the party"."""
        words = self._words.get(name.chain, set())
        told = lemma in self._titles.get(name.chain, set())
        if lemma in _TELLING:
            text = name.text(self._doc)
            unknown = text.isupper() and not is_known(text)
            return told or unknown or bool(words & _TELLING[lemma])
        sort = _PLACES.get(lemma)
        if sort is None or name.kind is not EntityKind.PLACE:
            return True
        return told or _place_sort(name.text(self._doc)) in {sort, ""}

    def _same_head(self, token: Token, draft: Draft) -> Draft | None:
        """Find "Mercy Hospital" for "the hospital", or the person who has been called so."""
        lemma = base_form(token)
        own = {word.lower_ for word in modifiers(token)}
        if draft.kind is EntityKind.PERSON:
            return self._so_titled(token, draft, lemma, own)
        for name in reversed(self._before(draft)):
            if name.kind is draft.kind and not own and lemma in self._titles.get(name.chain, set()) - _LOOSE:
                # "the town of Kesh … the town"
                return name
            elif _compatible(name.kind, draft.kind) and name.text(self._doc).split()[-1].lower() == lemma:
                words = self._words.get(name.chain, set())
                if all(word in words for word in own):
                    return name
        return None

    def _so_titled(self, token: Token, draft: Draft, lemma: str, own: set[str]) -> Draft | None:
        """Find who has been called "the president"; of several, whom the reader says or who was near."""
        told = {word for word in own if not is_norp(word.title())}
        fitting = []
        for name in self._before(draft):
            titles = self._titles.get(name.chain, set())
            if lemma in titles and told <= titles and told & _RANKS == titles & _RANKS:
                fitting.append(name)
        fitting = [name for name in fitting if name.kind is EntityKind.PERSON]
        if len({name.chain for name in fitting}) > 1:
            read = self._reader.name_of(token.i)
            if read is not None and any(name.chain == read.chain for name in fitting):
                return read
            now = self._sentences[draft.head]
            fitting = [name for name in fitting if now - self._sentences[name.head] <= _WINDOW]
        return fitting[-1] if fitting else None

    def _only_one(self, token: Token, draft: Draft) -> Draft | None:
        """Find the one body of its sort, in this sentence or just before, for "the group", "the country"."""
        lemma = base_form(token)
        sort = next((sort for sort, lemmas in _SORTS.items() if lemma in lemmas), None)
        if (
            sort is None
            or determiner(token) != "the"
            or any(label(word) != "amod" or is_norp(word.text) for word in modifiers(token))
        ):
            return None
        if any(preposition(child) == "of" for child in token.rights if plain_label(child) == "nmod"):
            return None
        now = self._sentences[draft.head]
        for reach in range(_WINDOW + 1):
            near = [
                name
                for name in self._before(draft)
                if now - self._sentences[name.head] <= reach
                and self._is_of_sort(name, sort)
                and self._may_be(name, lemma)
            ]
            chains = {name.chain for name in near}
            if len(chains) == 1:
                return near[-1]
            if len(chains) > 1:
                subjects = [name for name in near if plain_label(self._doc[name.head]) == "nsubj"]
                return subjects[-1] if len({name.chain for name in subjects}) == 1 and reach else None
        return None

    def _before(self, draft: Draft) -> list[Draft]:
        return [name for name in self._names if name.end <= draft.start or (name.end <= draft.head)]

    def _is_of_sort(self, name: Draft, sort: str) -> bool:
        if sort in {"armed", "business"}:
            if sort == "business" and self._words.get(name.chain, set()) & _UNCOMMERCIAL:
                return False
            return name.kind is EntityKind.ORGANIZATION and not self._words.get(name.chain, set()) & _OFFICIAL
        if name.kind is not EntityKind.PLACE:
            return False
        kind = _place_sort(name.text(self._doc))
        return kind == sort or (sort == "territory" and kind == "region")

    def _same_phrase(self, token: Token, draft: Draft) -> int:
        lemma, definite = base_form(token), determiner(token) in _DEFINITE
        own = _content(token)
        key = (lemma, str(draft.kind is EntityKind.GROUP), *own)
        if draft.count or _is_numbered(token):
            return self.new_chain()
        if draft.kind is EntityKind.ORGANIZATION and own and determiner(token) != "a":
            return self._phrases.setdefault(key, self._fresh(key))
        earlier = self._lemmas.get((lemma, draft.kind is EntityKind.GROUP), [])
        if definite and determiner(token) not in {"his", "her", "its", "their"}:
            before = {other.chain: set(_content(self._doc[other.head])) for other in earlier}
            fitting = [other for other in earlier if set(own) <= before[other.chain]]
            fitting = [other for other in fitting if ("former" in own) == ("former" in before[other.chain])]
            if fitting and len({other.chain for other in fitting}) == 1:
                return fitting[-1].chain
        if draft.kind is EntityKind.GROUP and earlier and not own:
            bare = [
                other
                for other in earlier
                if not _content(self._doc[other.head]) and not _is_numbered(self._doc[other.head])
            ]
            if bare:
                return bare[-1].chain
        return self.new_chain()

    def _fresh(self, key: tuple[str, ...]) -> int:
        return self._phrases[key] if key in self._phrases else self.new_chain()


def _compatible(name: EntityKind, noun: EntityKind) -> bool:
    if name is noun:
        return True
    bodies = {EntityKind.ORGANIZATION, EntityKind.FACILITY, EntityKind.OTHER}
    return noun in bodies - {EntityKind.OTHER} and name in bodies


def _is_numbered(token: Token) -> bool:
    """Tell whether a noun is counted, even roughly: two such groups are two ("over 300 people")."""
    return any(plain_label(child) == "nummod" for child in token.lefts)


def _content(token: Token) -> tuple[str, ...]:
    """Lemmas of the words before a noun that tell which one is meant."""
    words = [word.lemma_.lower() or word.lower_ for word in modifiers(token) if word.pos_ != "PRON"]
    return tuple(sorted(words))


def _title_before(doc: Doc, name: Draft) -> set[str]:
    before = [token.text for token in doc[max(0, name.start - 6) : name.start]]
    for at in range(len(before)):
        if title_at(before, at) == len(before) - at:
            past = at > 0 and before[at - 1].lower() in {"former", "ex"}
            return {_in_full(word) for word in before[at:]} | ({"former"} if past else set())
    after = doc[name.end].lower_ if name.end < len(doc) else ""
    # "the Obama administration" is that of a president
    return {"president"} if after == "administration" and name.kind is EntityKind.PERSON else set()


def _in_full(title: str) -> str:
    return read_map("short_titles.tsv").get(title.lower().rstrip("."), title.lower())


def _sentence_numbers(doc: Doc) -> list[int]:
    numbers, number = [], 0
    for token in doc:
        number += bool(token.is_sent_start) and token.i > 0
        numbers.append(number)
    return numbers


@cache
def _place_sort(name: str) -> str:
    places = Gazetteer.load().places(name)
    return places[0].kind if places else ""
