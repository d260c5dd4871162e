import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.view.layout import lay_out


def chain(count: int) -> list[tuple[int, int, float]]:
    return [(number, number + 1, 1.0) for number in range(count - 1)]


@pytest.mark.parametrize("count", [1, 2, 3, 30, 80])
def test_no_mark_stands_on_another_or_on_its_label(count: int) -> None:
    place = lay_out(
        ["Name of thing"] * count, [10.0] * count, [number % 4 for number in range(count)], chain(count)
    )
    for one in range(count):
        for other in range(one):
            across, down = (abs(place[one][axis] - place[other][axis]) for axis in (0, 1))
            assert across > 60 or down > 36


def test_a_large_network_has_no_marks_on_each_other() -> None:
    count = 900
    ties = [(number, (number * 7 + 3) % count, 1.0) for number in range(count)]
    place = lay_out(["x"] * count, [8.0] * count, [number % 12 for number in range(count)], ties)
    assert len(set(place)) == count
    crowded = sum(
        1 for one in range(count) for other in range(one) if math.dist(place[one], place[other]) < 12
    )
    assert crowded == 0


def test_a_community_with_many_ties_does_not_throw_the_others_apart() -> None:
    # Three hubs tied to four hundred small communities: summed forces once grew without end.
    count, hubs = 400, 3
    first = [hubs + 3 * number for number in range(count)]
    ties = [(hub, one, 1.0) for one in first for hub in range(hubs)]
    ties += [(one, one + step, 1.0) for one in first for step in (1, 2)]
    group = [0] * hubs + [number // 3 + 1 for number in range(3 * count)]
    place = lay_out(["x"] * len(group), [8.0] * len(group), group, ties)
    inside = [math.dist(place[one], place[one + step]) for one in first for step in (1, 2)]
    wide = max(x for x, _ in place) - min(x for x, _ in place)
    assert 0.01 * wide < sum(inside) / len(inside) < 0.1 * wide


def test_linked_nodes_stand_nearer_than_others() -> None:
    clique = [(a, b, 1.0) for a in range(8) for b in range(a)]
    ties = [*clique, *((a + 8, b + 8, 1.0) for a, b, _ in clique), (0, 8, 1.0)]
    place = lay_out([""] * 16, [8.0] * 16, [0] * 8 + [1] * 8, ties)
    inside = [math.dist(place[a], place[b]) for a, b, _ in clique]
    across = [math.dist(place[a], place[b + 8]) for a in range(8) for b in range(8)]
    assert sum(inside) / len(inside) < 0.6 * sum(across) / len(across)


def test_loose_nodes_stand_below_the_network() -> None:
    place = lay_out(["a"] * 6, [8.0] * 6, [0] * 6, [(0, 1, 1.0), (1, 2, 1.0)])
    assert min(y for _, y in place[3:]) > max(y for _, y in place[:3])


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 25), st.data())
def test_any_network_has_one_layout_with_places_apart(count: int, data: st.DataObject) -> None:
    pair = st.tuples(st.integers(0, max(count - 1, 0)), st.integers(0, max(count - 1, 0)), st.just(1.0))
    ties = data.draw(st.lists(pair, max_size=40)) if count else []
    given_ = (["label"] * count, [9.0] * count, [number % 3 for number in range(count)], ties)
    place = lay_out(*given_)
    assert place == lay_out(*given_)
    assert len(set(place)) == count
