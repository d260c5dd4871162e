"""Chains by hand-made scores: antecedents across windows, kinds, confidence."""

import numpy as np

from graph.read.chains import Chain, ChainBuilder, Mention
from graph.read.coreference import DISTANCE_CLASSES, MATCH_CLASSES, MATCHES, WORD_TYPES
from graph.read.labels import Labels
from graph.read.scorers import Scorers

LABELS = Labels(upos=(), xpos=(), feats=(), lemma=(), deprel=(), mention=("_", "person", "place"))


def scorers(same: float = 4.0) -> Scorers:
    """Only names of the same words fit."""
    match = np.zeros(MATCH_CLASSES)
    match[(1 * WORD_TYPES + 1) * MATCHES + 2] = same
    return Scorers({"coref_match": match, "coref_distance": np.full(DISTANCE_CLASSES, -1.0)})


def window(words: list[str], vectors: dict[int, list[float]] | None = None) -> dict[str, np.ndarray]:
    """Every capitalised word is a mention, of a place if it is long."""
    count = len(words)
    mention = np.zeros((count, 3), dtype=np.float32)
    for place, word in enumerate(words):
        mention[place, (2 if len(word) > 5 else 1) if word[0].isupper() else 0] = 3.0
    query = np.zeros((count, 2), dtype=np.float32)
    for place, vector in (vectors or {}).items():
        query[place] = vector
    return {
        "mention": mention, "coref_query": query, "coref_key": query,
        "span_mention": np.zeros((count, 4), dtype=np.float32),
        "span_edge": np.zeros((count, 4), dtype=np.float32),
    }  # fmt: skip


def build(*windows: list[str], **options: float) -> list[Chain]:
    builder = ChainBuilder(LABELS, scorers(), **options)  # type: ignore[arg-type]
    offset = 0
    for words in windows:
        upos = ["PROPN" if word[0].isupper() else "VERB" for word in words]
        builder.add(window(words), np.zeros(len(words), dtype=np.int64), words, upos, offset=offset)
        offset += len(words)
    return builder.chains()


def heads(chains: list[Chain]) -> list[list[int]]:
    return [[mention.head for mention in chain.mentions] for chain in chains]


def test_same_names_chain_across_windows_and_single_mentions_do_not() -> None:
    chains = build(["Ada", "met", "Berg"], ["and", "Ada", "left"], ["so", "did", "Berg", "and", "Ada"])
    assert heads(chains) == [[0, 4, 10], [2, 8]]
    assert all(0.9 < chain.confidence < 1 for chain in chains)


def test_cutting_a_text_elsewhere_changes_no_chain() -> None:
    words = ["Ada", "met", "Berg", "and", "Ada", "left", "so", "did", "Berg"]
    assert heads(build(words)) == heads(build(words[:4], words[4:])) == [[0, 4], [2, 8]]


def test_an_antecedent_out_of_reach_is_not_found() -> None:
    words = ["Ada", "saw", "Bo", "saw", "Cy", "saw", "Ada"]
    assert heads(build(words, reach=2)) == []
    assert heads(build(words, reach=3)) == [[0, 6]]
    assert heads(build(*([word, "x"] for word in words), reach=4)) == [[0, 12]]


def test_vectors_link_what_shares_no_word() -> None:
    words = ["Ada", "said", "She", "left"]
    builder = ChainBuilder(LABELS, scorers())
    vectors = {0: [2.0, 0.0], 2: [1.0, 0.0]}
    upos = ["PROPN", "VERB", "PRON", "VERB"]
    builder.add(window(words, vectors), np.zeros(4, dtype=np.int64), words, upos)
    (chain,) = builder.chains()
    assert [mention.head for mention in chain.mentions] == [0, 2]
    assert chain.confidence == round(float(1 / (1 + np.exp(-1.0))), 4)


def test_the_kind_is_the_most_frequent_and_the_earliest_of_equals() -> None:
    made = window(words := ["Ada", "met", "Ada", "met", "Ada"])
    upos = ["PROPN", "VERB"] * 2 + ["PROPN"]

    def kind(*kinds: int) -> str:
        for place, number in zip((0, 2, 4), kinds, strict=True):
            made["mention"][place] = np.eye(3)[number] * 3
        builder = ChainBuilder(LABELS, scorers())
        builder.add(made, np.zeros(5, dtype=np.int64), words, upos)
        return builder.chains()[0].kind

    assert kind(1, 2, 2) == "place"
    assert kind(1, 2, 1) == "person"
    assert kind(2, 1, 0) == "place"


def test_mentions_with_one_phrase_count_once() -> None:
    words = ["Ada", "Berg"]
    made = window(words)
    made["span_mention"][:] = 1.0
    made["span_edge"][0, :2] = made["span_edge"][1, 2:] = 1.0
    builder = ChainBuilder(LABELS, scorers())
    for offset in (0, 2):
        builder.add(made, np.zeros(2, dtype=np.int64), words, ["PROPN", "PROPN"], offset=offset)
    (chain,) = builder.chains()
    assert [(mention.begin, mention.end) for mention in chain.mentions] == [(0, 2), (2, 4)]


def test_chains_are_counted_in_tokens() -> None:
    chain = Chain((Mention(0, 2, 1, "person", 0.9), Mention(2, 3, 2, "person", 0.8)), "person", 0.8)
    moved = chain.on([0, 2, 3])
    assert [(item.begin, item.end, item.head) for item in moved.mentions] == [(0, 3, 2), (3, 4, 3)]
