from hypothesis import given, settings
from hypothesis import strategies as st

from graph.view.ranking import communities, order, scores

TIES = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11), st.just(1.0)), max_size=30)


def test_the_hub_of_a_star_has_the_highest_score() -> None:
    score = scores([1] * 6, [(0, spoke, 1.0) for spoke in range(1, 6)])
    assert max(range(6), key=score.__getitem__) == 0


def test_two_cliques_with_a_bridge_are_two_communities() -> None:
    clique = [(a, b, 1.0) for a in range(4) for b in range(a)]
    other = [(a + 4, b + 4, 1.0) for a, b, _ in clique]
    group = communities(8, [*clique, *other, (0, 4, 1.0)])
    assert len(set(group[:4])) == len(set(group[4:])) == 1
    assert group[0] != group[4]


def test_nodes_without_ties_come_last() -> None:
    assert order(["entity"] * 3, [0.9, 0.1, 0.1], [(1, 2, 1.0)])[-1] == 0


def test_a_long_story_comes_before_loose_pairs() -> None:
    chain = [(number, number + 1, 1.0) for number in range(9)]
    pairs = [(number, number + 1, 1.0) for number in range(10, 30, 2)]
    first = order(["entity"] * 30, scores([1] * 30, [*chain, *pairs]), [*chain, *pairs])[:10]
    assert sorted(first) == list(range(10))


@settings(deadline=None)
@given(TIES)
def test_every_first_part_of_the_order_hangs_together(ties: list[tuple[int, int, float]]) -> None:
    kinds = [("entity", "event", "claim")[number % 3] for number in range(12)]
    found = order(kinds, scores([1] * 12, ties), ties)
    assert sorted(found) == list(range(12))
    near = {
        number: {b for a, b, _ in ties if a == number} | {a for a, b, _ in ties if b == number}
        for number in range(12)
    }
    seen: set[int] = set()
    for node in found:
        reached, grown = {node}, {node}
        while grown:
            grown = set().union(*(near[one] for one in grown)) - reached
            reached |= grown
        # Whoever comes without company is the first of its component.
        assert near[node] & seen or not reached & seen
        seen.add(node)
