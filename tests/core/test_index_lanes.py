from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.index_lanes import shifted

LARGEST = (1 << 31) - 1
NUMBERS = st.integers(0, LARGEST)


@given(st.lists(NUMBERS), NUMBERS)
def test_a_column_is_shifted_as_its_numbers_one_by_one_and_back(numbers, distance):
    ahead = [min(number + distance, LARGEST) for number in numbers]
    room = LARGEST - max(numbers, default=0)
    way = min(distance, room)
    moved = shifted(array("i", numbers), way)
    assert moved.tolist() == [number + way for number in numbers]
    assert shifted(moved, -way).tolist() == numbers
    assert shifted(array("i", ahead), -min(ahead, default=0)).tolist() == [
        number - min(ahead) for number in ahead
    ]


def test_columns_of_every_length_up_to_a_large_block_are_shifted():
    for count in range(600):
        assert shifted(array("i", range(count)), 7).tolist() == list(range(7, count + 7))
