"""Where the nodes stand: communities side by side, linked things near, nothing on top of anything else.

Everything is arithmetic on arrays in a fixed order, rounded at each step, so that a network has one layout.
"""

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from graph.view.ranking import Tie

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

#: Distance that two linked nodes like to have, in the units of the page (pixels at zoom 1).
REACH: Final = 70.0

#: Up to this many nodes, room is kept for the labels; beyond it most labels appear only when one zooms in.
LABELLED: Final = 200

#: Up to this many nodes, every pair is looked at; beyond it every pair of a community.
ALL_PAIRS: Final = 350

#: How strongly everything is drawn to the middle.
GRAVITY: Final = 0.6

#: Labels are wrapped to two lines of about this many letters.
LINE: Final = 17

#: Area of the picture, by the area of what stands in it.
AIR: Final = 2.6

#: Width by height; the page stretches it to the shape of the window.
ASPECT: Final = 1.2

_GOLDEN_ANGLE: Final = math.pi * (3 - math.sqrt(5))
_PIXELS_A_LETTER: Final = 6.4
_ROUNDS: Final = 140


def lay_out(
    labels: Sequence[str], sizes: Sequence[float], group: Sequence[int], ties: Sequence[Tie]
) -> list[tuple[int, int]]:
    """Place the nodes.

    Args:
        labels: What is written below each node.
        sizes: Radius of each node.
        group: Community of each node.
        ties: Pairs of node numbers with a weight; several for one pair add up.

    Returns:
        x to the right and y downwards, in pixels at zoom 1; the middle of the picture is near 0, 0.

    Source: the forces are those of Fruchterman and Reingold, Graph drawing by force-directed placement, 1991.
    """
    count = len(labels)
    if count == 0:
        return []
    ends, pull = _merged(ties)
    linked = np.zeros(count, dtype=bool)
    linked[ends.ravel()] = True
    inside, alone = np.flatnonzero(linked), np.flatnonzero(~linked)
    place = np.zeros((count, 2))
    box = _boxes(labels, sizes)
    if inside.size:
        number = np.cumsum(linked) - 1
        groups = np.asarray(group, dtype=np.int64)[inside]
        spread = _forces(_start(groups, number[ends], pull), groups, number[ends], pull)
        place[inside] = _apart(_scaled(spread, box[inside]), box[inside])
    if alone.size:
        place[alone] = _rows(place[inside] if inside.size else np.zeros((1, 2)), box[alone])
    place -= (place.max(axis=0) + place.min(axis=0)) / 2
    return [(round(x), round(y)) for x, y in place.tolist()]


def _merged(ties: Sequence[Tie]) -> tuple[Ints, Floats]:
    total: dict[tuple[int, int], float] = {}
    for one, other, weight in ties:
        if one != other:
            pair = (min(one, other), max(one, other))
            total[pair] = total.get(pair, 0.0) + weight
    pairs = sorted(total)
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return ends, np.sqrt(np.array([total[pair] for pair in pairs]))


def _boxes(labels: Sequence[str], sizes: Sequence[float]) -> Floats:
    """Half widths and heights of what must not overlap: the mark, with its label in a small network."""
    radius = np.asarray(sizes, dtype=np.float64)
    if len(labels) > LABELLED:
        return np.column_stack((radius + 9, radius + 9))
    width = np.array([min(len(label), LINE) * _PIXELS_A_LETTER / 2 + 4 for label in labels])
    lines = np.array([1.0 if len(label) <= LINE else 2.0 for label in labels])
    return np.column_stack((np.maximum(radius + 8, width), radius + 4 + 7 * lines))


def _spiral(count: int, step: float) -> Floats:
    turn = np.arange(count)
    radius = step * np.sqrt(turn)
    return np.column_stack((radius * np.cos(turn * _GOLDEN_ANGLE), radius * np.sin(turn * _GOLDEN_ANGLE)))


def _start(groups: Ints, ends: Ints, pull: Floats) -> Floats:
    """Stand each community on a spiral of its own, the centres where the ties between them pull."""
    names, compact, counts = np.unique(groups, return_inverse=True, return_counts=True)
    between: dict[tuple[int, int], float] = {}
    for (one, other), weight in zip(compact[ends].tolist(), pull.tolist(), strict=True):
        if one != other:
            pair = (min(one, other), max(one, other))
            between[pair] = between.get(pair, 0.0) + weight
    radius = np.array([_radius(count) for count in counts.tolist()])
    centres = _spiral(len(names), float(radius.max()) * 1.5)
    pairs = np.array(sorted(between), dtype=np.int64).reshape(-1, 2)
    farthest = float(radius.max())
    # A community with many ties would be thrown across the picture and back by their sum.
    crowd = np.maximum(np.bincount(pairs.ravel(), minlength=len(names)) / 4, 1)[:, None]
    for round_ in range(200):
        cool = 0.5 * (1 - round_ / 200)
        step = -0.02 * centres
        if len(pairs):
            gap = centres[pairs[:, 1]] - centres[pairs[:, 0]]
            length = np.sqrt((gap**2).sum(axis=1)) + 1e-9
            excess = np.maximum(length - radius[pairs].sum(axis=1), 0) / length
            move = gap * (0.15 * excess)[:, None]
            np.add.at(step, pairs[:, 0], move / crowd[pairs[:, 0]])
            np.add.at(step, pairs[:, 1], -move / crowd[pairs[:, 1]])
        gap = centres[:, None, :] - centres[None, :, :]
        length = np.sqrt((gap**2).sum(axis=2)) + 1e-9
        overlap = np.maximum(radius[:, None] + radius[None, :] - length, 0) / length
        np.fill_diagonal(overlap, 0)
        step = cool * step + 0.25 * (gap * overlap[:, :, None]).sum(axis=1)
        length = np.sqrt((step**2).sum(axis=1)) + 1e-9
        centres = np.round(centres + step * np.minimum(1.0, farthest / length)[:, None], 3)
    place = np.zeros((len(groups), 2))
    for number in range(len(names)):
        members = np.flatnonzero(compact == number)
        place[members] = centres[number] + _spiral(len(members), REACH * 0.6)
    return place


def _radius(members: int) -> float:
    """Say how far a community reaches."""
    return REACH * 0.62 * math.sqrt(members)


def _forces(place: Floats, groups: Ints, ends: Ints, pull: Floats) -> Floats:
    """Let linked nodes attract and all nodes repel each other; ties across communities pull less."""
    if len(place) <= ALL_PAIRS:
        return _pulled(place, groups, ends, pull, _ROUNDS)
    # Too many pairs: each community by itself, where it stands.
    for name in np.unique(groups).tolist():
        members = np.flatnonzero(groups == name)
        if len(members) > 3 * ALL_PAIRS:
            continue
        within = (groups[ends] == name).all(axis=1)
        number = np.zeros(len(place), dtype=np.int64)
        number[members] = np.arange(len(members))
        centre = place[members].mean(axis=0)
        alone = _pulled(place[members] - centre, groups[members], number[ends[within]], pull[within], 50)
        reach = float(np.sqrt((alone**2).sum(axis=1)).max()) + 1e-9
        place[members] = alone * min(1.0, _radius(len(members)) * 0.9 / reach) + centre
    return place


def _pulled(place: Floats, groups: Ints, ends: Ints, pull: Floats, rounds: int) -> Floats:
    strength = pull * np.where(groups[ends[:, 0]] == groups[ends[:, 1]], 1.0, 0.4)
    degree = np.bincount(ends.ravel(), minlength=len(place)).astype(np.float64)
    charge = 1 + 0.3 * np.log1p(degree)
    both = charge[:, None] * charge[None, :] * REACH * REACH
    for round_ in range(rounds):
        limit = 0.6 * REACH * (1 - round_ / rounds) ** 1.5 + 0.5
        across = place[:, 0, None] - place[None, :, 0]
        down = place[:, 1, None] - place[None, :, 1]
        force = both / (across * across + down * down + 100.0)
        push = np.column_stack(((across * force).sum(axis=1), (down * force).sum(axis=1)))
        gap = place[ends[:, 1]] - place[ends[:, 0]]
        move = gap * (strength * np.sqrt((gap**2).sum(axis=1)) / REACH)[:, None]
        np.add.at(push, ends[:, 0], move)
        np.add.at(push, ends[:, 1], -move)
        push -= place * GRAVITY
        size = np.sqrt((push**2).sum(axis=1)) + 1e-9
        place = np.round(place + push * (np.minimum(size * 0.25, limit) / size)[:, None], 3)
    return place


def _scaled(place: Floats, box: Floats) -> Floats:
    """Stretch the picture to the shape of a page, with an area that leaves some air around every box."""
    extent = np.maximum(place.max(axis=0) - place.min(axis=0), 1.0)
    area = float((4 * box[:, 0] * box[:, 1]).sum()) * (AIR if len(place) <= ALL_PAIRS else 2 * AIR)
    wanted = np.array([math.sqrt(area * ASPECT), math.sqrt(area / ASPECT)])
    both = math.sqrt(float(wanted.prod() / extent.prod())) if extent.min() > 1.0 else 1.0
    # Half way to the shape of the page: a chain must not become a cloud.
    return np.asarray(place * np.sqrt(both * np.clip(wanted / extent, both / 1.6, both * 1.6)))


def _near(place: Floats, distance: float, norm: float = 2.0) -> Ints:
    """Give all pairs within a distance, sorted."""
    pairs = cKDTree(place).query_pairs(distance, p=norm, output_type="ndarray").astype(np.int64)
    found: Ints = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    return found


def _apart(place: Floats, box: Floats) -> Floats:
    """Push overlapping boxes apart along the shorter way until none overlap."""
    scale = 2 * box.max(axis=0)
    for round_ in range(240):
        pairs = _near(place / scale, 1.0, norm=math.inf)
        if not len(pairs):
            break
        one, other = pairs[:, 0], pairs[:, 1]
        gap = place[other] - place[one]
        over = box[one] + box[other] - np.abs(gap)
        hit = (over > 0.5).all(axis=1)
        if not hit.any():
            break
        one, other, gap, over = one[hit], other[hit], gap[hit], over[hit]
        axis = (over[:, 1] <= over[:, 0]).astype(np.int64)
        rows = np.arange(len(one))
        # Two nodes at one point part in the order of their rank.
        way = np.where(gap[rows, axis] >= 0, 1.0, -1.0)
        shift = np.zeros_like(gap)
        shift[rows, axis] = way * (over[rows, axis] * (0.35 if round_ < 200 else 0.55) + 0.5)
        move = np.zeros_like(place)
        np.add.at(move, one, -shift)
        np.add.at(move, other, shift)
        hits = np.bincount(np.concatenate((one, other)), minlength=len(place))
        place = np.round(place + move / np.maximum(hits * 0.6, 1)[:, None], 3)
    return place


def _rows(network: Floats, box: Floats) -> Floats:
    """Stand nodes without ties in rows below the network."""
    left, right = float(network[:, 0].min()), float(network[:, 0].max())
    right = max(right, left + 900.0)
    place = np.zeros_like(box)
    x, y = left, float(network[:, 1].max()) + REACH * 1.2
    for number, (width, height) in enumerate(box.tolist()):
        if x + 2 * width > right and x > left:
            x, y = left, y + 2 * height + 8
        place[number] = (x + width, y)
        x += 2 * width + 10
    return place
