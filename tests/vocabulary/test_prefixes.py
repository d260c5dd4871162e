"""The one prefix table."""

from pyoxigraph import NamedNode, Store

from graph.vocabulary import DEFAULT_BASE, NG, PREFIXES, sparql_prologue
from graph.vocabulary import borrowed as borrowed_module


def test_namespaces_end_where_names_begin_and_differ() -> None:
    assert all(iri.endswith(("/", "#")) for iri in PREFIXES.values())
    assert len(set(PREFIXES.values())) == len(PREFIXES)
    assert NG not in DEFAULT_BASE


def test_the_two_spellings_that_others_get_wrong() -> None:
    assert PREFIXES["wgs84"] == "http://www.w3.org/2003/01/geo/wgs84_pos#"
    assert PREFIXES["schema"] == "https://schema.org/"


def test_the_prologue_is_sparql() -> None:
    assert Store().query(f"{sparql_prologue()}ASK {{ FILTER(ng:Raid = <{NG}Raid>) }}")


def test_borrowed_classes_hold_terms_of_their_prefix() -> None:
    for prefix, start in PREFIXES.items():
        names = getattr(borrowed_module, prefix.upper(), None)
        if names is not None:
            terms = {name: value for name, value in vars(names).items() if not name.startswith("_")}
            assert terms
            assert all(
                NamedNode(value).value == f"{start}{name.rstrip('_')}" for name, value in terms.items()
            )
