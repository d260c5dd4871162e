"""What fine type a name may have, given the coarse or foreign type that its corpus gives it.

No corpus at hand marks the types of OntoNotes. Each says something: a partial label, the set of types that
are still possible, narrowed by the gazetteer and by the words that kinds of names are made of.
"""

from functools import cache
from importlib import resources

from graph.gazetteer import Gazetteer
from graph.read.labels import KINDS_OF

_ANYTHING_ELSE = ("EVENT", "WORK_OF_ART", "PRODUCT", "LAW", "MISC")
# Types of the corpora that say more than person, organization, place, other.
_EXACT = {
    "country": ("GPE",),
    "event": ("EVENT",),
    "election": ("EVENT",),
    "conference": ("EVENT",),
    **dict.fromkeys(("book", "song", "album", "poem", "academicjournal", "magazine"), ("WORK_OF_ART",)),
    "award": ("MISC",),
    "object": ("FAC", "WORK_OF_ART", "PRODUCT", "MISC"),
    **dict.fromkeys(("animal", "plant", "substance"), ("PRODUCT", "MISC")),
}


@cache
def cue_words(kind: str) -> frozenset[str]:
    """Words, lower-cased, that end (or begin) names of a kind, or that are such names: `name_words.tsv`."""
    lines = resources.files("graph.train").joinpath("name_words.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(dict(line.split("\t") for line in lines)[kind].split())


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.load()


def fine_kinds(words: list[str], coarse: str, own: str = "") -> tuple[str, ...]:
    """List the fine types that are possible for a name.

    Args:
        words: The words of the name.
        coarse: PERSON, ORG, LOC or MISC.
        own: The type that the corpus itself gives.

    >>> fine_kinds(["Lake", "Geneva"], "LOC"), fine_kinds(["French"], "MISC"), fine_kinds(["Ada"], "PERSON")
    (('LOC',), ('NORP',), ('PERSON',))
    """
    lower = [word.lower() for word in words]
    last = lower[-1]
    if len(words) <= 2 and (
        last in cue_words("NORP") or (coarse != "LOC" and _gazetteer().demonym(words[-1]))
    ):
        return ("NORP",) if coarse in {"MISC", "PERSON"} else KINDS_OF[coarse]
    if own in _EXACT:
        return _EXACT[own]
    if coarse == "PERSON":
        return ("PERSON",)
    if coarse == "LOC":
        # "Lake Geneva", "Cape Town" the one, "Geneva" the other: a known place that is all of the name wins.
        known = _gazetteer().is_place(" ".join(words))
        if len(words) > 1 and (last in cue_words("FAC") or lower[0] == "fort"):
            return ("FAC",)
        if last in cue_words("LOC") or (lower[0] in cue_words("LOC") and not known):
            return ("LOC",)
        return ("GPE",) if known else KINDS_OF["LOC"]
    if coarse == "MISC":
        if last in cue_words("EVENT"):
            return ("EVENT",)
        return ("LAW",) if last in cue_words("LAW") else _ANYTHING_ELSE
    return KINDS_OF[coarse]
