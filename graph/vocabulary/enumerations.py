"""From the members of the closed vocabularies to their IRIs, and back."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeVar

from rdflib import URIRef

from graph.model.terms import (
    EntityKind,
    EventRelation,
    EventType,
    Factuality,
    MentionForm,
    MergeReason,
    RelationStatus,
    RelationType,
    Role,
    SpeechKind,
    Stance,
    TimeGrain,
)
from graph.vocabulary.prefixes import NG

Term = TypeVar("Term", bound=StrEnum)

#: What stands before a value in its local name: classes and properties are named by the value alone.
SCHEME_PREFIXES: Final[Mapping[type[StrEnum], str]] = MappingProxyType(
    {
        EntityKind: "",
        MentionForm: "form-",
        EventType: "",
        Role: "",
        EventRelation: "",
        Factuality: "factuality-",
        SpeechKind: "speech-",
        Stance: "stance-",
        RelationType: "",
        RelationStatus: "status-",
        TimeGrain: "grain-",
        MergeReason: "reason-",
    }
)


def iri_of(member: StrEnum) -> URIRef:
    """Give the IRI of a kind, event type, role, relation or scheme member.

    >>> str(iri_of(Factuality.PLANNED))
    'https://w3id.org/newsgraph/ontology/factuality-planned'
    >>> str(iri_of(EventType.RAID))
    'https://w3id.org/newsgraph/ontology/Raid'
    """
    return URIRef(f"{NG}{SCHEME_PREFIXES[type(member)]}{member.value}")


def member_of(enumeration: type[Term], iri: str) -> Term | None:
    """Give the member that an IRI stands for, or None if it is no member of this enumeration.

    >>> member_of(Role, "https://w3id.org/newsgraph/ontology/agent")
    <Role.AGENT: 'agent'>
    >>> member_of(Stance, "https://w3id.org/newsgraph/ontology/agent") is None
    True
    """
    start = NG + SCHEME_PREFIXES[enumeration]
    if not iri.startswith(start):
        return None
    try:
        return enumeration(iri.removeprefix(start))
    except ValueError:
        return None
