"""Every named query has its question and gives the expected answer over the made-up world."""

from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, Store
from rdflib.plugins.sparql import prepareQuery

from graph.query.catalogue import load_catalogue
from graph.query.result import Rows
from graph.query.session import QUERY_PREFIXES, Session
from graph.store.dataset import open_store
from tests.query.conftest import FIXTURE

TOLD_1 = ("Harbour talks open in Kest", "Selby Courier", "2031-05-04")
TOLD_2 = ("Front says dockers were killed", "Northern Ledger", "2031-05-05")
TOLD_3 = ("https://wire.example/3", None, None)
VISIT = "Prime Minister Ilda Marrow will visit Port Selby on Saturday."
OPENED = "The government and the Front opened talks in Kest on Sunday."
RAID = "This week a Coast Guard raid on Long Pier in Port Selby emptied the docks."
QUILL = "Tomas Quill, a Coast Guard spokesman, said no one died on the pier."
DANE = "Rhea Dane, once head of the Front, said the Coast Guard had killed 12 dockers in the raid."
REFUSED = "Marrow refused to pull the Coast Guard out."
DEMANDED = "The Front demanded that the harbour reopen by June."
RELEASE = "Dockers sent the government a demand for the release of two crews."
DEAD = "Since March at least three sailors have died in Kest."
FERRY = "“The <b>ferry</b> will sink,” a port official said."
TOLL = "Marrow said: “We will not pay.”"
FARES = "It was said that fares would rise."
RAISED = "They raised fares by 5 euros to pay for the toll, which causes queues."
WEEK = "2031-04-28/2031-05-04"

Row = tuple[str | None, ...]


def answer(session: Session, queries: Path, name: str, parameters: dict[str, str] | None = None) -> list[Row]:
    result = session.run(load_catalogue(queries)[name], parameters)
    assert isinstance(result, Rows)
    return [tuple(record.get(column) for column in result.columns) for record in result.records()]


# One entry for every file in ontology/queries; `test_every_query_is_tested` keeps it so.
EXPECTED: dict[str, list[Row]] = {
    "who-leads-what": [
        ("Ilda Marrow", "prime minister", "Government of Norvania", "current", VISIT, *TOLD_1),
        ("Rhea Dane", None, "Open Harbour Front", "former", DANE, *TOLD_2),
    ],
    "why": [("killing of dockers", "possible", "subEventOf", "raid", "actual", DANE, *TOLD_2)],
    "who-speaks-for-whom": [("Tomas Quill", "Coast Guard", "current", QUILL, *TOLD_1)],
    "who-holds-which-office": [
        ("Ilda Marrow", "prime minister", "Government of Norvania", "current", VISIT, *TOLD_1)
    ],
    "people-of-organization": [
        ("Coast Guard", "Tomas Quill", "spokespersonFor", None, "current", QUILL, *TOLD_1),
        (
            "Government of Norvania",
            "Ilda Marrow",
            "holdsPosition",
            "prime minister",
            "current",
            VISIT,
            *TOLD_1,
        ),
        ("Government of Norvania", "Ilda Marrow", "leads", None, "current", VISIT, *TOLD_1),
        ("Open Harbour Front", "Rhea Dane", "leads", None, "former", DANE, *TOLD_2),
        ("Open Harbour Front", "Rhea Dane", "memberOf", None, "current", DANE, *TOLD_2),
    ],
    "planned-visits": [("Ilda Marrow", "Port Selby", "2031-05-10", "planned", VISIT, *TOLD_1)],
    "talks": [
        (
            "Talks",
            "Government of Norvania; Open Harbour Front",
            None,
            "Kest",
            "2031-05-04",
            "actual",
            OPENED,
            *TOLD_1,
        )
    ],
    "claimed-killings": [
        (
            "Coast Guard",
            "dockers",
            "possible",
            "Tomas Quill",
            "denies",
            "no one died on the pier",
            QUILL,
            *TOLD_1,
        ),
        (
            "Coast Guard",
            "dockers",
            "possible",
            "Rhea Dane",
            "accuses",
            "the Coast Guard had killed 12 dockers in the raid",
            DANE,
            *TOLD_2,
        ),
    ],
    "casualty-numbers": [
        (
            "death",
            "Death",
            "3",
            None,
            "true",
            "sailors",
            "actual",
            None,
            "at least three sailors",
            DEAD,
            *TOLD_3,
        ),
        (
            "killing of dockers",
            "Killing",
            "12",
            "12",
            "false",
            "dockers",
            "possible",
            "Rhea Dane",
            "12 dockers",
            DANE,
            *TOLD_2,
        ),
    ],
    "number-series": [
        ("death", "Death", "people", "sailors", None, "3", None, "true", None, DEAD, TOLD_3[0], None),
        (
            "killing of dockers",
            "Killing",
            "people",
            "dockers",
            "2031-05-05",
            "12",
            "12",
            "false",
            "Rhea Dane",
            DANE,
            *TOLD_2[:2],
        ),
    ],
    "status-history": [
        ("raid", "Raid", "planned", RAID, *TOLD_1, None),
        ("raid", "Raid", "actual", DANE, *TOLD_2, None),
    ],
    "why-one": [
        (
            "raid",
            "Raid",
            "same-type; same-words",
            "0.75",
            RAID,
            TOLD_1[0],
            TOLD_1[2],
            DANE,
            TOLD_2[0],
            TOLD_2[2],
        )
    ],
    "demands-and-refusals": [
        ("Ilda Marrow", "refuses", "to pull the Coast Guard out", "Open Harbour Front", REFUSED, *TOLD_1),
        (
            "Open Harbour Front",
            "demands",
            "that the harbour reopen by June",
            "Government of Norvania",
            DEMANDED,
            *TOLD_2,
        ),
        ("dockers", "demands", "release", "Government of Norvania", RELEASE, *TOLD_2),
    ],
    "what-happened-in": [
        ("Kest", "2031-03-01/..", "Death", "death", None, None, None, DEAD, *TOLD_3),
        ("Kest", "2031-05-04", "Talks", "talks", None, None, None, OPENED, *TOLD_1),
        ("Long Pier", WEEK, "Raid", "raid", "Coast Guard", "Long Pier", "Rhea Dane", RAID, *TOLD_1),
        ("Long Pier", WEEK, "Raid", "raid", "Coast Guard", "Long Pier", "Rhea Dane", DANE, *TOLD_2),
    ],
    "timeline": [
        ("2031-03-01/..", "Death", "death", None, None, "Kest", "actual", DEAD, *TOLD_3),
        (WEEK, "Raid", "raid", "Coast Guard", "Long Pier", "Long Pier", "actual", RAID, *TOLD_1),
        (WEEK, "Raid", "raid", "Coast Guard", "Long Pier", "Long Pier", "actual", DANE, *TOLD_2),
        ("2031-05-04", "Talks", "talks", None, None, "Kest", "actual", OPENED, *TOLD_1),
        ("2031-05-10", "Visit", "visit", "Ilda Marrow", None, None, "planned", VISIT, *TOLD_1),
    ],
    "status-of-events": [
        ("demanded", "Release", "release", None, None, None, None, RELEASE, *TOLD_2),
        ("denied", "Withdrawal", "pull out", "Coast Guard", None, None, "Ilda Marrow", REFUSED, *TOLD_1),
        ("planned", "Visit", "visit", "Ilda Marrow", None, "2031-05-10", None, VISIT, *TOLD_1),
        (
            "possible",
            "Killing",
            "killing of dockers",
            "Coast Guard",
            "dockers",
            None,
            "Rhea Dane; Tomas Quill",
            QUILL,
            *TOLD_1,
        ),
        (
            "possible",
            "Killing",
            "killing of dockers",
            "Coast Guard",
            "dockers",
            None,
            "Rhea Dane; Tomas Quill",
            DANE,
            *TOLD_2,
        ),
    ],
    "what-did-say": [
        ("Ilda Marrow", "asserts", "direct", "We will not pay.", None, None, TOLL, *TOLD_3),
        (
            "Ilda Marrow",
            "refuses",
            "indirect",
            "to pull the Coast Guard out",
            "Open Harbour Front",
            "2031-05-04",
            REFUSED,
            *TOLD_1,
        ),
        (
            "Open Harbour Front",
            "demands",
            "indirect",
            "that the harbour reopen by June",
            "Government of Norvania",
            None,
            DEMANDED,
            *TOLD_2,
        ),
        (
            "Rhea Dane",
            "accuses",
            "indirect",
            "the Coast Guard had killed 12 dockers in the raid",
            None,
            None,
            DANE,
            *TOLD_2,
        ),
        ("Tomas Quill", "denies", "indirect", "no one died on the pier", None, None, QUILL, *TOLD_1),
        ("a port official", "warns", "direct", "“The <b>ferry</b> will sink”", None, None, FERRY, *TOLD_3),
    ],
    "conflicting-claims": [
        (
            "killing of dockers",
            "speaker and stance",
            "Tomas Quill",
            "denies",
            "no one died on the pier",
            TOLD_1[0],
            "Rhea Dane",
            "accuses",
            "the Coast Guard had killed 12 dockers in the raid",
            TOLD_2[0],
        )
    ],
    "sources-ranked": [
        ("Ilda Marrow", "name", "2", "2", "asserts 1; refuses 1"),
        ("Open Harbour Front", "name", "1", "1", "demands 1"),
        ("Rhea Dane", "name", "1", "1", "accuses 1"),
        ("Tomas Quill", "name", "1", "1", "denies 1"),
        ("a port official", "anonymous", "1", "1", "warns 1"),
    ],
    "who-appears": [
        ("Coast Guard", "Organization", None, "1", "1"),
        ("Government of Norvania", "Organization", None, "1", "1"),
        ("Ilda Marrow", "Person", "Marrow", "1", "1"),
        ("Kest", "Place", None, "1", "1"),
        ("Long Pier", "Facility", None, "1", "1"),
        ("Norvania", "Place", None, "1", "1"),
        ("Open Harbour Front", "Organization", "OHF", "1", "1"),
        ("Port Selby", "Place", None, "1", "1"),
        ("Rhea Dane", "Person", None, "1", "1"),
        ("Tomas Quill", "Person", None, "1", "1"),
        ("a port official", "Person", None, "1", "1"),
        ("dockers", "Group", None, "1", "1"),
    ],
    "places": [
        ("Kest", "Place", None, "54.5", "11.25", None, "https://sws.geonames.org/12345/", "1"),
        ("Long Pier", "Facility", None, None, None, "Port Selby", None, "1"),
        ("Norvania", "Place", "NV", None, None, None, None, "1"),
        ("Port Selby", "Place", None, None, None, None, None, "1"),
    ],
    "ties": [
        (
            "Ilda Marrow",
            "holdsPosition",
            "prime minister",
            "Government of Norvania",
            "current",
            VISIT,
            *TOLD_1,
        ),
        ("Ilda Marrow", "leads", None, "Government of Norvania", "current", VISIT, *TOLD_1),
        ("Long Pier", "locatedIn", None, "Port Selby", "current", RAID, *TOLD_1),
        ("Rhea Dane", "leads", None, "Open Harbour Front", "former", DANE, *TOLD_2),
        ("Rhea Dane", "memberOf", None, "Open Harbour Front", "current", DANE, *TOLD_2),
        ("Tomas Quill", "spokespersonFor", None, "Coast Guard", "current", QUILL, *TOLD_1),
    ],
    "numbers": [
        (
            "sailors",
            "3",
            None,
            "people",
            "true",
            "Death",
            "death",
            None,
            "at least three sailors",
            DEAD,
            *TOLD_3,
        ),
        (None, "5", "5", "EUR", "false", None, None, None, "5 euros", RAISED, *TOLD_3),
        (
            "dockers",
            "12",
            "12",
            "people",
            "false",
            "Killing",
            "killing of dockers",
            "Rhea Dane",
            "12 dockers",
            DANE,
            *TOLD_2,
        ),
    ],
    "predicates": [
        (
            "They (Open Harbour Front)",
            "raised",
            "fares",
            "by 5 euros",
            None,
            None,
            "to pay for the toll",
            None,
            None,
            "raise.01",
            RAISED,
            *TOLD_3,
        ),
        ("the toll", "causes", "queues", None, None, None, None, None, None, "cause.01", RAISED, *TOLD_3),
    ],
    "reasons": [
        ("They", "raised", "fares", "purpose", "to pay for the toll", RAISED, *TOLD_3),
        (None, "queues", None, "causes", "the toll", RAISED, *TOLD_3),
    ],
    "anonymous-sources": [
        ("a port official", "warns", "“The <b>ferry</b> will sink”", FERRY, *TOLD_3),
        ("nobody named", "asserts", "that fares would rise", FARES, *TOLD_3),
    ],
}

# Long answers are checked with a parameter that narrows them.
NARROWED: dict[str, tuple[dict[str, str], list[Row]]] = {
    "events-of": (
        {"name": "marrow"},
        [("Ilda Marrow", "agent", "Visit", "visit", "2031-05-10", "planned", VISIT, *TOLD_1)],
    ),
    "who-did-what": (
        {"what": "kill|visit"},
        [
            (
                *("Visit", "visit", "Ilda Marrow", None, None, None, None, None, "Port Selby", None),
                *("2031-05-10", None, None, "planned", None, VISIT, *TOLD_1),
            ),
            (
                *(
                    "Killing",
                    "killing of dockers",
                    "Coast Guard",
                    "dockers",
                    None,
                    None,
                    None,
                    None,
                    None,
                    None,
                ),
                *(None, None, "12 dockers", "possible", "Rhea Dane; Tomas Quill", QUILL, *TOLD_1),
            ),
            (
                *(
                    "Killing",
                    "killing of dockers",
                    "Coast Guard",
                    "dockers",
                    None,
                    None,
                    None,
                    None,
                    None,
                    None,
                ),
                *(None, None, "12 dockers", "possible", "Rhea Dane; Tomas Quill", DANE, *TOLD_2),
            ),
        ],
    ),
    "said-about": (
        {"name": "Killing"},
        [
            ("Tomas Quill", "denies", "no one died on the pier", "killing of dockers", QUILL, *TOLD_1),
            (
                "Rhea Dane",
                "accuses",
                "the Coast Guard had killed 12 dockers in the raid",
                "killing of dockers; raid",
                DANE,
                *TOLD_2,
            ),
        ],
    ),
    "evidence-of": (
        {"label": "talks"},
        [("talks", "Talks", "talks", OPENED, "90", "95", "rule.noun", "0.8", *TOLD_1)],
    ),
}


def test_every_query_is_tested(queries: Path) -> None:
    assert sorted(load_catalogue(queries)) == sorted([*EXPECTED, *NARROWED])
    assert len(EXPECTED) + len(NARROWED) == 30


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_answers_by_default(session: Session, queries: Path, name: str) -> None:
    assert answer(session, queries, name) == EXPECTED[name]


@pytest.mark.parametrize("name", sorted(NARROWED))
def test_answers_with_parameters(session: Session, queries: Path, name: str) -> None:
    parameters, expected = NARROWED[name]
    assert answer(session, queries, name, parameters) == expected
    assert len(answer(session, queries, name)) > len(expected)


@pytest.mark.parametrize(
    ("name", "parameters", "first_cells"),
    [
        ("who-leads-what", {"name": "FRONT"}, ["Rhea Dane"]),
        ("who-leads-what", {"name": "marrow"}, ["Ilda Marrow"]),
        ("who-speaks-for-whom", {"name": "guard"}, ["Tomas Quill"]),
        ("who-holds-which-office", {"title": "president"}, []),
        ("people-of-organization", {"organization": "ohf"}, ["Open Harbour Front", "Open Harbour Front"]),
        ("planned-visits", {"name": "kest"}, []),
        ("planned-visits", {"name": "selby"}, ["Ilda Marrow"]),
        ("talks", {"name": "ohf"}, ["Talks"]),
        ("claimed-killings", {"name": "quill"}, ["Coast Guard"]),
        ("why", {"event": "RAID", "link": "subeventof"}, ["killing of dockers"]),
        ("why", {"link": "causedBy"}, []),
        ("casualty-numbers", {"event": "sailor"}, ["death"]),
        ("demands-and-refusals", {"name": "ohf"}, ["Open Harbour Front"]),
        ("demands-and-refusals", {"matter": "release"}, ["dockers"]),
        ("what-happened-in", {"place": "port selby"}, ["Long Pier", "Long Pier"]),
        ("timeline", {"since": "2031-05-05"}, ["2031-05-10"]),
        ("timeline", {"until": "2031-05-03", "name": "guard"}, [WEEK, WEEK]),
        ("timeline", {"name": "ilda"}, ["2031-05-10"]),
        ("status-of-events", {"only": "planned"}, ["planned"]),
        ("status-of-events", {"only": "actual"}, ["actual"] * 5),
        ("what-did-say", {"person": "quill"}, ["Tomas Quill"]),
        ("what-did-say", {"attitude": "Refuses"}, ["Ilda Marrow"]),
        ("what-did-say", {"person": "marrow", "about": "pay"}, ["Ilda Marrow"]),
        ("what-did-say", {"about": "killing"}, ["Rhea Dane", "Tomas Quill"]),
        ("said-about", {"name": "raid"}, ["Rhea Dane"]),
        ("said-about", {"name": "killing", "attitude": "denies"}, ["Tomas Quill"]),
        ("conflicting-claims", {"event": "raid"}, []),
        ("sources-ranked", {"name": "ohf"}, ["Open Harbour Front"]),
        ("anonymous-sources", {"outlet": "ledger"}, []),
        ("evidence-of", {"label": "ohf"}, ["Open Harbour Front"]),
        (
            "who-appears",
            {"kind": "person", "name": "a"},
            ["Ilda Marrow", "Rhea Dane", "Tomas Quill", "a port official"],
        ),
        ("places", {"place": "selby"}, ["Port Selby"]),
        ("ties", {"tie": "LOCATEDIN", "name": "selby"}, ["Long Pier"]),
        ("numbers", {"what": "sailor"}, ["sailors"]),
        ("numbers", {"what": "sailor|docker", "near": "Dane"}, ["dockers"]),
        ("casualty-numbers", {"event": "killing"}, ["killing of dockers"]),
        ("predicates", {"word": "raise|lower"}, ["They (Open Harbour Front)"]),
        ("predicates", {"name": "ohf"}, ["They (Open Harbour Front)"]),
        ("reasons", {"name": "queue"}, [None]),
        ("who-did-what", {"name": "marrow"}, ["Visit"]),
        ("who-did-what", {"only": "possible"}, ["Killing", "Killing"]),
    ],
)
def test_parameters_narrow(
    session: Session, queries: Path, name: str, parameters: dict[str, str], first_cells: list[str | None]
) -> None:
    assert [row[0] for row in answer(session, queries, name, parameters)] == first_cells


def test_what_is_not_actual_never_happened(session: Session, queries: Path) -> None:
    labels = {row[3] for row in answer(session, queries, "what-happened-in")}
    assert labels == {"death", "talks", "raid"}


def changed(update: str) -> Session:
    """Return the made-up world with something added to its second article."""
    store = open_store(FIXTURE)
    store.update(
        f"INSERT DATA {{ GRAPH data:article-2-graph {{ {update} }} }}", prefixes=dict(QUERY_PREFIXES)
    )
    return Session(store)


def test_a_demand_told_as_claim_and_event_stands_once(queries: Path) -> None:
    event = "data:event-x a ng:Demand ; ng:agent data:entity-front ; ng:factuality ng:factuality-actual"
    for words, more in (("data:evidence-2-demand", 0), ("data:evidence-2-killing", 1)):
        other = changed(f"{event} ; ng:evidence {words} .")
        expected = len(EXPECTED["demands-and-refusals"]) + more
        assert len(answer(other, queries, "demands-and-refusals")) == expected


def test_a_piece_of_a_statement_is_no_conflict(queries: Path) -> None:
    claim = (
        "data:claim-x a ng:Claim ; ng:stance ng:stance-asserts ; ng:about data:event-raid ; "
        "schema:appearance data:article-2 ; ng:evidence data:evidence-2-claim ; ng:content"
    )
    for words, more in (("12 dockers", 0), ("nobody was there", 1)):
        other = changed(f'{claim} "{words}" .')
        assert len(answer(other, queries, "conflicting-claims")) == len(EXPECTED["conflicting-claims"]) + more


@pytest.mark.parametrize(
    ("name", "column", "once", "twice"),
    [("sources-ranked", 2, "1", "2"), ("who-appears", 4, "1", "2")],
)
def test_copies_are_counted_once(queries: Path, name: str, column: int, once: str, twice: str) -> None:
    """Dane speaks in article 2, and again in an article that prints the same."""
    again = (
        "data:article-4 a ng:Article . data:claim-4 a ng:Claim ; ng:speaker data:entity-dane ; "
        "ng:stance ng:stance-accuses ; schema:appearance data:article-4 . "
        "data:entity-dane ng:evidence data:evidence-4 . data:evidence-4 nif:referenceContext data:article-4 ."
    )
    for more, expected in (("", twice), ("data:article-4 ng:copyOf data:article-2 .", once)):
        rows = answer(changed(f"{again} {more}"), queries, name)
        assert [row[column] for row in rows if row[0] == "Rhea Dane"] == [expected]


def test_numbers_of_copies_are_no_second_source(queries: Path) -> None:
    copied = changed("data:article-2 ng:copyOf data:article-1 .")
    assert [row[0] for row in answer(copied, queries, "number-series")] == ["death"]


def test_every_query_states_its_question_and_parameters(queries: Path) -> None:
    for name, query in load_catalogue(queries).items():
        first = query.text.splitlines()[0]
        assert first == f"# {query.question}", name
        assert query.question.endswith("?"), name
        assert query.description, name
        assert query.parameters, name
        for parameter in query.parameters:
            assert "(default: " in parameter.meaning, (name, parameter)
        assert query.text.isascii(), name


def test_every_query_is_complete_sparql_for_any_server(queries: Path) -> None:
    for query in load_catalogue(queries).values():
        assert isinstance(Store().query(query.text), QuerySolutions)
        prepareQuery(query.text)


def test_no_query_falls_into_the_planner_trap(queries: Path) -> None:
    for name, query in load_catalogue(queries).items():
        assert "NOT EXISTS" not in query.text.upper(), name


def test_the_order_of_rows_does_not_hang_on_the_order_of_the_data(session: Session, queries: Path) -> None:
    backwards = Store()
    backwards.extend(sorted(open_store(FIXTURE), key=str, reverse=True))
    other = Session(backwards)
    for name in load_catalogue(queries):
        assert answer(session, queries, name) == answer(other, queries, name), name
