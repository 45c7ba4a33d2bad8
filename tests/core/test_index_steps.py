from __future__ import annotations

from bisect import bisect_left, bisect_right

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.index_steps import Steps

MOVES = st.lists(st.tuples(st.sampled_from("ids="), st.integers(0, 12), st.integers(0, 9)))


@given(st.lists(st.integers(0, 50)).map(sorted), MOVES)
def test_steps_are_a_sorted_list_whose_tail_moves(start, moves):
    steps, mirror = Steps(list(start)), list(start)
    for kind, wanted, distance in moves:
        number = min(wanted, len(mirror))
        if kind == "i":
            low = mirror[number - 1] if number else 0
            high = mirror[number] if number < len(mirror) else low + distance
            position = min(low + distance, high)
            steps.insert(number, position)
            mirror.insert(number, position)
        elif kind == "s":
            gap = mirror[number] - mirror[number - 1] if 0 < number < len(mirror) else 0
            way = max(distance - 5, -gap)  # back, too, up to the one before
            steps.shift(number, way)
            mirror[number:] = [position + way for position in mirror[number:]]
        elif kind == "d":
            stop = min(len(mirror), number + distance)
            steps.delete(number, stop)
            del mirror[number:stop]
        elif number < len(mirror):
            steps[number] = mirror[number] = mirror[number - 1] if number else 0
        assert [steps[index] for index in range(len(steps))] == mirror
    for position in range(-1, 80):
        assert steps.bisect_left(position) == bisect_left(mirror, position)
        assert steps.bisect_right(position) == bisect_right(mirror, position)
        if mirror:
            number = max(0, bisect_right(mirror, position) - 1)
            assert steps.floor(position) == (number, mirror[number])
