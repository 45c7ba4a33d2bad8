from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.offsets import OffsetOutsideTextError, Utf8Map, Utf16Map

texts = st.text(st.sampled_from("aé€😀\u0301\n𝔘")) | st.text()
# Longer than a block of the UTF-8 sums.
long_texts = texts.map(lambda text: text * (600 // max(len(text), 1)))


def utf16(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf8(text):
    return len(text.encode("utf-8", "surrogatepass"))


@given(texts)
def test_every_position_has_the_utf16_unit_that_encoding_gives_it(text):
    units = Utf16Map(text)
    assert [units.to_utf16(i) for i in range(len(text) + 1)] == [
        utf16(text[:i]) for i in range(len(text) + 1)
    ]
    assert units.length == utf16(text)


@given(texts | long_texts)
def test_every_position_has_the_byte_that_encoding_gives_it(text):
    sizes = Utf8Map(text)
    assert [sizes.to_utf8(i) for i in range(len(text) + 1)] == [
        utf8(text[:i]) for i in range(len(text) + 1)
    ]
    assert sizes.length == utf8(text)


@given(texts | long_texts)
def test_positions_survive_both_ways(text):
    units, sizes = Utf16Map(text), Utf8Map(text)
    for position in range(len(text) + 1):
        assert units.to_code_point(units.to_utf16(position)) == position
        assert sizes.to_code_point(sizes.to_utf8(position)) == position


@given(texts)
def test_a_unit_belongs_to_the_code_point_that_holds_it(text):
    units, sizes = Utf16Map(text), Utf8Map(text)
    held16 = [i for i, character in enumerate(text) for _ in range(utf16(character))]
    held8 = [i for i, character in enumerate(text) for _ in range(utf8(character))]
    assert [units.to_code_point(unit) for unit in range(units.length)] == held16
    assert [sizes.to_code_point(byte) for byte in range(sizes.length)] == held8


@given(texts)
def test_positions_outside_are_refused(text):
    units, sizes = Utf16Map(text), Utf8Map(text)
    for convert, length in (
        (units.to_utf16, len(text)),
        (units.to_code_point, units.length),
        (sizes.to_utf8, len(text)),
        (sizes.to_code_point, sizes.length),
    ):
        for offset in (-1, length + 1):
            with pytest.raises(OffsetOutsideTextError) as caught:
                convert(offset)
            assert caught.value.offset == offset
