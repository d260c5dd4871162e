"""The nodes of the network: what is known of each entity, event and claim, as plain attributes."""

from dataclasses import dataclass
from typing import Any, Final

from graph.model.terms import EntityKind, EventType, Factuality, SpeechKind, Stance
from graph.view.evidence import EvidenceCard, EvidenceReader
from graph.view.statements import Statements, first_of, local_name, words_of
from graph.vocabulary import iri_of, member_of
from graph.vocabulary import news as ng
from graph.vocabulary.borrowed import RDF, RDFS, SCHEMA, SKOS, WGS84

Attributes = dict[str, Any]

#: A claim has no name: its words stand for it, cut to this many characters.
CLAIM_LABEL: Final = 60

#: Whoever shows a claim sets its quotation marks.
_MARKS: Final = " \t\n\"'“”‘’«»"

_EVENT_TYPES: Final = {str(iri_of(kind)): kind for kind in EventType}
_ENTITY_KINDS: Final = {str(iri_of(kind)): kind for kind in EntityKind}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityCard:
    """A number as a reader wants it (`at least 40 people`), its parts, and its words."""

    text: str
    minimum: float | None
    maximum: float | None
    unit: str
    what: str
    approximate: bool
    evidence: tuple[EvidenceCard, ...]


def nodes(known: Statements, reader: EvidenceReader) -> dict[str, Attributes]:
    """Give the attributes of every entity, event and claim, by IRI.

    Each has `kind` (`entity`, `event`, `claim`), `type` (local name of the class, or the stance of a claim),
    `label`, `aliases`, `status` (factuality of an event, stance of a claim, form of an entity), `evidence`.
    """
    found: dict[str, Attributes] = {}
    for iri in known.of_class(*_ENTITY_KINDS, ng.Entity):
        found[iri] = _entity(iri, known, reader)
    for iri in known.of_class(*_EVENT_TYPES, ng.Event):
        found[iri] = _event(iri, known, reader)
    for iri in known.of_class(ng.Claim):
        found[iri] = _claim(iri, known, reader)
    return found


def _entity(iri: str, known: Statements, reader: EvidenceReader) -> Attributes:
    kind = next((_ENTITY_KINDS[c] for c in known.all(iri, RDF.type) if c in _ENTITY_KINDS), EntityKind.OTHER)
    form = local_name(known.one(iri, ng.form) or "form-name").removeprefix("form-")
    return {
        "kind": "entity",
        "type": kind.value,
        "label": known.text(iri, SKOS.prefLabel, SKOS.altLabel) or local_name(iri),
        "aliases": known.all(iri, SKOS.altLabel),
        "status": form,
        "count": known.number(iri, ng.count),
        "latitude": known.number(iri, WGS84.lat),
        "longitude": known.number(iri, WGS84.long),
        "country": known.text(iri, ng.countryCode),
        "same_as": known.all(iri, SKOS.exactMatch),
        "evidence": reader.of(iri),
    }


def _event(iri: str, known: Statements, reader: EvidenceReader) -> Attributes:
    kind = next((_EVENT_TYPES[c] for c in known.all(iri, RDF.type) if c in _EVENT_TYPES), None)
    name = kind.value if kind else "Event"
    factuality = member_of(Factuality, known.one(iri, ng.factuality) or "") or Factuality.ACTUAL
    return {
        "kind": "event",
        "type": name,
        "label": known.text(iri, RDFS.label) or words_of(name),
        "aliases": (),
        "status": factuality.value,
        **_time(known, known.one(iri, ng.time)),
        "quantities": tuple(_quantity(q, known, reader) for q in known.all(iri, ng.quantity)),
        "evidence": reader.of(iri),
    }


def _claim(iri: str, known: Statements, reader: EvidenceReader) -> Attributes:
    stance = member_of(Stance, known.one(iri, ng.stance) or "") or Stance.ASSERTS
    speech = member_of(SpeechKind, known.one(iri, ng.speechKind) or "")
    evidence = reader.of(iri, claim=iri)
    content = first_of((known.text(iri, ng.content), *(card.sentence for card in evidence)))
    return {
        "kind": "claim",
        "type": stance.value,
        "label": shortened(content.strip(_MARKS), CLAIM_LABEL) or stance.value,
        "aliases": (),
        "status": stance.value,
        "speaker": reader.speaker(iri),
        "cue": known.text(iri, ng.cue),
        "content": content,
        "speech": speech.value if speech else "",
        **_time(known, known.one(iri, ng.saidAt)),
        "evidence": evidence,
    }


def _time(known: Statements, iri: str | None) -> Attributes:
    if iri is None:
        return {"begin": "", "end": "", "when": ""}
    begin, end = known.text(iri, ng.begin)[:10], known.text(iri, ng.end)[:10]
    if begin and begin == end:
        days = begin
    else:
        days = f"{begin or '…'} to {end or '…'}" if begin or end else ""
    return {"begin": begin, "end": end, "when": days or known.text(iri, RDFS.label, ng.timex)}


def _quantity(iri: str, known: Statements, reader: EvidenceReader) -> QuantityCard:
    minimum, maximum = known.number(iri, SCHEMA.minValue), known.number(iri, SCHEMA.maxValue)
    unit, what = known.text(iri, SCHEMA.unitText), known.text(iri, ng.what)
    approximate = known.one(iri, ng.approximate) in ("true", "1")
    return QuantityCard(
        text=f"{_amount(minimum, maximum, approximate=approximate)} {what or unit}".strip(),
        minimum=minimum,
        maximum=maximum,
        unit=unit,
        what=what,
        approximate=approximate,
        evidence=reader.of(iri),
    )


def _amount(minimum: float | None, maximum: float | None, *, approximate: bool) -> str:
    hedge = "about " if approximate else ""
    if minimum is None and maximum is None:
        return ""
    if minimum is None:
        return f"{hedge}up to {maximum:,g}"
    if maximum is None:
        return f"{hedge}at least {minimum:,g}"
    return f"{hedge}{minimum:,g}" if minimum == maximum else f"{hedge}{minimum:,g} to {maximum:,g}"


def shortened(text: str, limit: int) -> str:
    """Cut a text at a word, with an ellipsis, so that it has at most `limit` characters; blanks become one.

    >>> shortened("The bridge will not open before the  autumn", 20)
    'The bridge will…'
    """
    plain = " ".join(text.split())
    if len(plain) <= limit:
        return plain
    head = plain[: limit - 1]
    return (head[: head.rindex(" ")] if " " in head[limit // 2 :] else head).rstrip(" ,;:.") + "…"
